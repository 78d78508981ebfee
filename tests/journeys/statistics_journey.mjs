// The statistical methods as an analyst tries them: a CSV file in, the same rows with columns added
// out, and a plain sentence for a file that is wrong. No database is needed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { binary, root } from "../browser/program.mjs";

const checks = new Checks("statistics");
const folder = mkdtempSync(join(tmpdir(), "openmasa-statistics-"));
let files = 0;

function stats(...words) {
  const { status, stdout, stderr } = spawnSync(binary, ["stats", ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
  return { code: status, out: stdout, said: stderr };
}

/// The method over these lines, with options.
function over(method, lines, ...options) {
  const file = join(folder, `${++files}.csv`);
  writeFileSync(file, typeof lines === "string" ? lines : lines.join("\n") + "\n");
  return stats(method, file, ...options);
}

/// What came out, as rows by the names of their columns; no cell of ours has a comma.
function rowsOf(answer) {
  const [names, ...rows] = answer.out.trimEnd().split(/\r?\n/).map((line) => line.split(","));
  return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
}

function refuses(sentence, words, answer) {
  checks.that(`${sentence}: exit code 1`, answer.code === 1, `${answer.code} ${answer.out}`);
  checks.that(`${sentence}: one plain sentence`, words.test(answer.said) && answer.said.trimEnd().split("\n").length === 1, answer.said);
  checks.that(`${sentence}: nothing on the standard output`, answer.out === "", answer.out);
}

const near = (text, value) => text !== "" && Math.abs(Number(text) - value) < 1e-9 * Math.max(1, Math.abs(value));

/// The reference keeps its cases in one file; each is worked over as a file of its own.
function workedAlone(rows) {
  const options = ["--direction", { "-1": "down", 0: "neutral", 1: "up" }[rows[0].dir]];
  if (rows[0].screen === "TRUE") options.push("--screen");
  if (rows[0].fix !== "NA") options.push("--baseline", rows[0].fix);
  return rowsOf(over("xmr", ["series,y,group", ...rows.map(({ name, y, group }) => `${name},${y},${group}`)], ...options));
}

const sameNumber = (ours, published) => (published === "NA" ? ours === "" : ours === published);

await checks.story("every point of the reference's control charts", async () => {
  const path = join(root, "../shared/data/spc/xmr_cases.csv");
  if (!existsSync(path)) return console.log("  skipped: ../shared/data/spc/xmr_cases.csv is not there");
  const rows = rowsOf({ out: readFileSync(path, "utf8") });
  for (const which of new Set(rows.map((row) => row.case))) {
    const expected = rows.filter((row) => row.case === which), found = workedAlone(expected);
    const wrong = expected.find((row, at) => found[at]?.signal !== row.point || found[at].rule !== row.cause ||
      !sameNumber(found[at].mean, row.mean) || !sameNumber(found[at].lower, row.lpl) || !sameNumber(found[at].upper, row.upl));
    checks.that(`case ${expected[0].name}`, !wrong && found.length === expected.length, JSON.stringify(wrong));
  }
});

await checks.story("control charts", async () => {
  const lines = ["series,when,y", "a,\"Jan, first\",4", "b,Jan,3", "a,Feb,6", "b,Feb,c"];
  const answer = over("xmr", lines);
  const out = answer.out.split("\n");
  checks.that("the rows stand as they stood", lines.every((line, at) => out[at].startsWith(`${line},`)), answer.out);
  checks.that("the columns are named", out[0].endsWith(",mean,lower,upper,rule,signal"), out[0]);
  checks.that("two points of one series: 5, 5 -+ 2.66 * 2", out[1].endsWith(",5,-0.32,10.32,Common Cause,common_cause"), out[1]);
  checks.that("a single point has no limits: empty cells", out[2].endsWith(",3,,,Common Cause,common_cause"), out[2]);
  checks.that("what is not given is no nought: all cells empty", out[4] === "b,Feb,c,,,,,", out[4]);
  checks.that("trial limits are said beside", /Trial limits.*: a\./.test(answer.said) && answer.code === 0, answer.said);
  const six = [5, 9, 5, 9, 5, 9, 3, 4, 5, 6, 7, 8, 5, 9, 5, 9].map((y) => `s,${y}`);
  const trend = over("xmr", ["series,y", ...six], "--points", "6");
  checks.that("six points make a trend where that is the profile", trend.out.includes("6 Point Trend (Increasing)"), trend.out);
  checks.that("and not otherwise", !over("xmr", ["series,y", ...six]).out.includes("Trend"));
  const windows = over("xmr", "\uFEFFseries,y\r\ns,1\r\ns,2\r\n");
  checks.that("a file from Excel: its mark and its ends of lines", windows.code === 0 && windows.out.split("\r\n").length === 4, JSON.stringify(windows.out));
});

await checks.story("intervals", async () => {
  const [wilson] = rowsOf(over("wilson", ["count,base", "81,263"], "--per", "100"));
  checks.that("Wilson as published", wilson.lower.startsWith("25.52") && wilson.upper.startsWith("36.6"), JSON.stringify(wilson));
  checks.that("with 15 digits", wilson.value === "30.7984790874525", wilson.value);
  const [byar, exact, gone] = rowsOf(over("byar", ["area,count,base", "Norfolk,1454,134382", "few,5,1", "none,k,7"], "--per", "10000"));
  checks.that("Byar as Fingertips has it", near(byar.value, (1454 / 134382) * 10000) && Math.abs(byar.lower - 102.7083324) < 1e-5 && Math.abs(byar.upper - 113.9069775) < 1e-5, JSON.stringify(byar));
  checks.that("exact below ten", Math.abs(exact.lower / 10000 - 1.623486) < 1e-5 && Math.abs(exact.upper / 10000 - 11.668332) < 1e-5, JSON.stringify(exact));
  checks.that("a symbol gives no value", gone.value === "" && gone.lower === "" && gone.upper === "");
  const births = ["107,230061,319933", "141,329449,931318", "60,114920,786511", "40,39487,488235", "39,14208,237863", "25,3052,61313"];
  const dsr = rowsOf(over("dsr", ["series,count,base,weight", ...births.map((line) => `a,${line}`), "b,9,100,1", "d,50,100,1", "d,c,100,1"], "--per", "100000"));
  checks.that("a standardised rate as published", dsr[0].value.startsWith("92.30") && dsr[5].upper === dsr[0].upper && dsr[0].lower.startsWith("80.32"), JSON.stringify(dsr[0]));
  checks.that("none below ten events, none where a part is not given", dsr.slice(6).every(({ value, lower, upper }) => value + lower + upper === ""), JSON.stringify(dsr.slice(6)));
});

await checks.story("trends and ranks", async () => {
  const rates = [[94.68757, 89.74481, 99.97935], [89.65951, 84.83648, 94.83415], [79.09127, 74.56554, 83.96942], [71.62405, 67.26373, 76.19283], [61.52292, 57.35322, 65.61634]];
  const trend = rowsOf(over("trend", ["value,lower,upper", ...rates.map((row) => row.join())], "--direction", "down"));
  checks.that("four periods are too few", trend[3].trend === "cannot be calculated" && trend[3].slope === "", JSON.stringify(trend[3]));
  checks.that("five falling rates of injuries get better", trend[4].trend === "decreasing and getting better", JSON.stringify(trend[4]));
  const broken = rowsOf(over("trend", ["value,lower,upper", ...rates.slice(0, 3).map((row) => row.join()), "c,,", ...rates.slice(3).map((row) => row.join())]));
  checks.that("periods with a gap between them are not in a row", broken[5].trend === "cannot be calculated", JSON.stringify(broken[5]));
  const counted = rowsOf(over("trend", ["count,base", ...[10, 40, 80, 120, 160].map((count) => `${count},1000`)], "--as", "proportion"));
  checks.that("from counts as well", counted[4].trend === "increasing", JSON.stringify(counted[4]));
  const ranks = rowsOf(over("rank", ["series,value", "x,7", "x,3", "y,1", "x,7", "x,low", "x,9"], "--direction", "down"));
  checks.that("ties share the smaller rank, the lowest is best", ranks.map(({ rank }) => rank).join() === "2,1,1,2,,4", JSON.stringify(ranks));
  checks.that("each among its own", ranks[0].of === "4" && ranks[2].of === "1");
  const alike = rowsOf(over("rank", ["value", "5", "5", "5", "5"], "--direction", "up"));
  checks.that("who is first is in the best band", alike.every(({ rank, quarter, band }) => rank === "1" && quarter === "4" && band === "A"), JSON.stringify(alike));
  checks.that("quarters and bands", ranks[1].quarter === "1" && ranks[1].band === "A" && ranks[5].quarter === "4" && ranks[5].band === "D", JSON.stringify(ranks));
});

await checks.story("files and words that are wrong", async () => {
  refuses("a file that is not there", /There is no file/, stats("xmr", join(folder, "none.csv")));
  refuses("a folder", /is a folder/, stats("xmr", folder));
  refuses("an empty file", /is empty/, over("xmr", ""));
  refuses("no such column", /no column "y".*series, z/, over("xmr", ["series,z", "a,1"]));
  refuses("what is no number", /^Row 3: "abc" in the column y is no plain number\.$/m, over("xmr", ["series,y", "a,1", "a,abc"]));
  refuses("a number that is none", /^Row 2: "nan"/, over("xmr", ["series,y", "a,nan"]));
  refuses("thousands with a comma", /^Row 2: "1,234"/, over("byar", ["count,base", "\"1,234\",5"]));
  refuses("more cells than names", /^Row 3 has more cells/, over("xmr", ["series,y", "a,1", "a,2,3"]));
  refuses("a quote that stays open", /quote.*row 2/, over("xmr", ["series,y", "\"a,1"]));
  refuses("140%", /^Row 2: The count is above its base/, over("wilson", ["count,base", "14,10"]));
  refuses("a number that is too large", /^Row 2: "1e308" in the column count is too large/, over("byar", ["count,base", "1e308,10"]));
  refuses("limits that no machine holds", /^Row 3: "-1e308" in the column y is too large/, over("xmr", ["series,y", "a,1", "a,-1e308"]));
  refuses("a weight that is too large", /^Row 2: "1e308" in the column weight/, over("dsr", ["count,base,weight", "10,100,1e308"]));
  refuses("a base that is too small", /^Row 2: The base is too small/, over("byar", ["count,base", "1,1e-10"]));
  refuses("two columns of one name", /^Two columns are called "y"/m, over("xmr", ["series,y,Y", "a,1,2"]));
  refuses("a base of nought", /^Row 3: The base must be above nought/, over("byar", ["count,base", "1,10", "1,0"]));
  refuses("a count below nought", /^Row 2: A count is not below nought/, over("wilson", ["count,base", "-1,10"]));
  refuses("a column that is there already", /already a column "mean"|column "mean" already/, over("xmr", ["series,y,mean", "a,1,1"]));
  refuses("an interval beside its value", /^Row 2: The value does not lie/, over("trend", ["value,lower,upper", "1,2,3"]));
  refuses("a spreadsheet that is no CSV", /no CSV file/, over("xmr", "PK\u0003\u0004\u0000\u0000"));
  const usage = (sentence, answer) => checks.that(`${sentence} is a usage error, said`, answer.code === 2 && answer.said.length > 10 && answer.out === "", JSON.stringify(answer));
  usage("an unknown option", over("xmr", ["series,y", "a,1"], "--loudly"));
  usage("an unknown method", stats("mean", "file.csv"));
  usage("a direction that is none", over("xmr", ["series,y", "a,1"], "--direction", "sideways"));
  usage("a baseline that is no number", over("xmr", ["series,y", "a,1"], "--baseline", "x"));
  usage("five points", over("xmr", ["series,y", "a,1"], "--points", "5"));
  usage("per nought", over("byar", ["count,base", "1,2"], "--per", "0"));
  usage("no file", stats("xmr"));
});

await checks.story("help", async () => {
  const help = stats("--help");
  checks.that("it names the methods", ["xmr", "wilson", "byar", "dsr", "trend", "rank"].every((name) => help.out.includes(name)), help.out);
  for (const method of ["xmr", "wilson", "byar", "dsr", "trend", "rank"])
    checks.that(`${method} --help explains itself`, stats(method, "--help").out.includes("file"));
  const out = join(folder, "out.csv"), answer = over("byar", ["count,base", "1,2"], "-o", out);
  checks.that("-o writes a file and says nothing", answer.out === "" && readFileSync(out, "utf8").startsWith("count,base,value,lower,upper\n"), answer.said);
});

rmSync(folder, { recursive: true });
checks.finish();
