// The command line as a script would use it: what each command prints, and exit codes that can be
// trusted (0 done, 1 refused with a sentence, 2 used wrongly, 3 a fault).
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, binary, root } from "../browser/program.mjs";

const checks = new Checks("the command line");
const program = new Program();
const plan = join(root, "example/business-plan-2026-27.docx");
const word = (name) => join(root, "tests/fixtures/word", name);

/// What a command does on this database.
function openmasa(...words) {
  const { status, stdout, stderr } = spawnSync(binary, [...words, "--database", program.database], { encoding: "utf8" });
  return { code: status, out: stdout, said: stderr };
}
const plain = (...words) => {
  const { status, stdout, stderr } = spawnSync(binary, words, { encoding: "utf8" });
  return { code: status, out: stdout, said: stderr };
};

/// One sentence that says what to do; no code, no path of a source file, no exception's name.
const isPlain = (said) => /\w.*(\.|openmasa init --database \S+)\n$/s.test(said) && !/exception|std::|SQLite|\.cpp|what\(\)/.test(said);

function refuses(sentence, words, answer) {
  checks.that(`${sentence}: exit code 1`, answer.code === 1, String(answer.code));
  checks.that(`${sentence}: said so that it helps`, isPlain(answer.said) && words.test(answer.said), answer.said);
  checks.that(`${sentence}: nothing on the standard output`, answer.out === "", answer.out);
}

await checks.story("help and usage", async () => {
  for (const command of [[], ["init"], ["serve"], ["import", "plan"], ["export", "actions"], ["explain", "date"], ["user"], ["user", "add"], ["verify"]]) {
    const help = plain(...command, "--help");
    checks.that(`${command.join(" ") || "openmasa"} --help explains itself`, help.code === 0 && help.out.includes("Usage:"), help.out + help.said);
  }
  checks.that("an unknown command is a usage error", plain("expotr").code === 2);
  checks.that("an unknown option is a usage error", plain("verify", "--loudly").code === 2);
  checks.that("a missing file name is a usage error", plain("import", "plan").code === 2);
});

await checks.story("a preview without a database", async () => {
  const seen = plain("import", "plan", plan, "--json", "--database", `sqlite:${join(program.folder, "none.db")}`);
  checks.that("a plan can be looked at before there is a database", seen.code === 0 && JSON.parse(seen.out).counts.actions > 0, seen.said);
  refuses("saving needs one", /init/, openmasa("import", "plan", plan, "--confirm"));
});

await checks.story("import and export", async () => {
  checks.that("init makes the database", openmasa("init").code === 0);
  checks.that("init again changes nothing", openmasa("init").code === 0);
  const seen = JSON.parse(openmasa("import", "plan", plan, "--json").out).counts;
  checks.that("a preview saves nothing", JSON.parse(openmasa("export", "actions", "--format", "json").out).length === 0);
  const saved = openmasa("import", "plan", plan, "--confirm", "--json");
  checks.that("--confirm saves", saved.code === 0, saved.said);
  const json = JSON.parse(openmasa("export", "actions", "--format", "json").out);
  checks.that("what the preview counted is there", json.length === seen.actions, `${json.length} of ${seen.actions}`);
  const again = JSON.parse(openmasa("import", "plan", plan, "--json").out).counts;
  checks.that("the same document again: all the same", again.same === json.length && again.new === 0 && again.changed === 0 && again.gone === 0, JSON.stringify(again).slice(0, 300));
  const csv = openmasa("export", "actions", "--format", "csv").out;
  const file = join(program.folder, "actions.csv");
  checks.that("-o writes a file and says nothing", openmasa("export", "actions", "--format", "csv", "-o", file).out === "");
  checks.that("the file is what would have been printed", readFileSync(file, "utf8") === csv);
  checks.that("CSV and JSON hold the same rows", json.every(({ reference }) => csv.includes(reference)));
  checks.that("an unknown format is a usage error", openmasa("export", "actions", "--format", "pdf").code === 2);
  const nowhere = openmasa("export", "actions", "-o", join(program.folder, "no/such/folder.csv"));
  checks.that("a file that cannot be written is a fault, said plainly", nowhere.code === 3 && nowhere.said.includes("no/such/folder.csv"), nowhere.said);
});

await checks.story("another day", async () => {
  const on = (day) => spawnSync(binary, ["export", "actions", "--as-at", "2031-05-06", "--database", program.database], {
    encoding: "utf8", env: { ...process.env, OPENMASA_TODAY: day },
  });
  checks.that("a day that has not been is refused", on("2031-05-05").status !== 0);
  checks.that("OPENMASA_TODAY says which day it is", on("2031-05-06").status === 0, on("2031-05-06").stderr);
});

await checks.story("the doctor", async () => {
  const said = openmasa("doctor");
  checks.that("it says in words what it looked at", /^Well +/m.test(said.out), said.out + said.said);
  const findings = JSON.parse(openmasa("doctor", "--json").out);
  checks.that("--json says the same", findings.map(({ finding }) => finding).join() === said.out.trim().split("\n").map((line) => line.slice(0, 13).trim()).join(), said.out);
  checks.that("records without a backup need a look", findings.some(({ finding, words }) => finding !== "Well" && /backup/.test(words)), said.out);
  const elsewhere = () => /another key/.test(openmasa("doctor").out);
  const key = join(program.folder, "audit.key"), kept = join(program.folder, "kept.key");
  openmasa("checkpoint");
  checks.that("the key that is here has signed", !elsewhere());
  renameSync(key, kept);
  openmasa("checkpoint", "--key");
  checks.that("it says when another key has signed", elsewhere(), openmasa("doctor").out);
  renameSync(kept, key);
});

await checks.story("files that are no plan", async () => {
  const written = (name, content) => {
    writeFileSync(join(program.folder, name), content);
    return join(program.folder, name);
  };
  const refused = (sentence, words, file) => refuses(sentence, words, openmasa("import", "plan", file, "--confirm"));
  refused("a file that is not there", /no file/, join(program.folder, "missing.docx"));
  mkdirSync(join(program.folder, "folder.docx"));
  refused("a folder", /folder/, join(program.folder, "folder.docx"));
  refused("an empty file", /empty/, written("empty.docx", ""));
  refused("a picture", /picture|Word/, written("picture.docx", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")));
  refused("an old Word file, or one with a password", /password|older|\.docx/, written("old.docx", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096)])));
  refused("a damaged archive", /Word|damaged/, written("damaged.docx", readFileSync(plan).subarray(0, 3000)));
  refused("25 MB", /MB/, written("large.docx", Buffer.concat([readFileSync(plan), Buffer.alloc(25 << 20)])));
  refused("no tables", /table/, word("no-tables.docx"));
  refused("tables that are no plan", /table|action/, word("no-plan-table.docx"));
  refused("300 columns", /column/, word("300-columns.docx"));
  checks.that("none of them changed anything", JSON.parse(openmasa("export", "actions", "--format", "json").out).every(({ plan: title }) => /2026/.test(title)));
});

await checks.story("dates", async () => {
  const explained = plain("explain", "date", "Mid Nov 21", "--json");
  const date = JSON.parse(explained.out);
  checks.that("explain date --json has its six names", ["words", "kind", "earliest", "latest", "period", "milestones"].every((name) => name in date), explained.out);
  checks.that("Mid Nov 21 is the 11th to the 20th", date.kind === "part" && date.earliest === "2021-11-11" && date.latest === "2021-11-20", explained.out);
  checks.that("explain takes --database as every command does", openmasa("explain", "date", "Quarterly").out.includes("recurring"));
  checks.that("blank is unknown", JSON.parse(plain("explain", "date", "", "--json").out).kind === "unknown");
});

await checks.story("clocks", async () => {
  const due = (...words) => plain("explain", "due", ...words);
  const review = JSON.parse(due("rapid-review", "2024-12-20", "--json").out);
  checks.that("a rapid review over Christmas", review.due === "2025-01-15" && review.clause !== "" && review.edition !== "", JSON.stringify(review).slice(0, 300));
  checks.that("its working names the days that did not count", review.days.some((day) => day.not_counted === "Christmas Day") && review.days.filter((day) => day.number).length === 15);
  checks.that("a pause moves it", JSON.parse(due("rapid-review", "2024-12-20", "--pause", "2025-01-06/2025-01-07", "--json").out).due === "2025-01-17");
  checks.that("in words the answer comes first", due("rapid-review", "2024-12-20").out.startsWith("Rapid review sent to the Panel: Wednesday 15 January 2025\n"));
  checks.that("hours from a moment", JSON.parse(due("child-death-notification", "2026-03-28T10:00Z", "--json").out).due_at === "2026-03-30T10:00:00.000Z");
  refuses("a clock that is none", /They are: incident-notification, rapid-review/, due("rapid-revue", "2024-12-20"));
  refuses("a day that is none", /is no day/, due("rapid-review", "2024-12-32"));
  refuses("a pause that is none", /is no pause/, due("rapid-review", "2024-12-20", "--pause", "2025-01-07/2025-01-06"));
});

await checks.story("people", async () => {
  const add = (...words) => openmasa("user", "add", ...words);
  const made = add("unit@example.org", "--name", "Head of delivery", "--role", "business-unit", "--json");
  checks.that("an account comes with a link", made.code === 0 && /^http/.test(JSON.parse(made.out).link), made.said);
  refuses("the same address again", /already|account/, add("unit@example.org", "--name", "Head of delivery", "--role", "analyst"));
  refuses("an address that is none", /address/, add("unit", "--name", "Head of delivery", "--role", "analyst"));
  const slip = add("group@example.org", "--name", "Group chair", "--role", "group-member", "--for", "Vulnerable Adolescent Gruop");
  refuses("an owner that nobody knows", /Vulnerable Adolescent Group/, slip);
  const member = add("group@example.org", "--name", "Group chair", "--role", "group-member", "--for", "Vulnerable Adolescent Group");
  checks.that("an owner that the plan names", member.code === 0, member.said);
  const reader = openmasa("user", "role", "group@example.org", "--role", "analyst");
  checks.that("a role is changed", reader.code === 0 && reader.out.includes("group@example.org"), reader.said);
  const group = JSON.parse(openmasa("user", "list", "--json").out).find(({ email }) => email === "group@example.org");
  checks.that("and the list says so", /analyst/i.test(group.roles) && !/Vulnerable/.test(group.roles), group.roles);
  refuses("a role for nobody", /No open account/, openmasa("user", "role", "nobody@example.org", "--role", "analyst"));
  checks.that("an account is ended", openmasa("user", "end", "group@example.org").code === 0);
  checks.that("and opened again", add("group@example.org", "--name", "Group chair", "--role", "analyst").code === 0);
  checks.that("a role that is none is a usage error", add("a@example.org", "--name", "Someone", "--role", "king").code === 2);
});

await checks.story("trust", async () => {
  checks.that("verify says it is sound", openmasa("verify").out.startsWith("Sound"));
  const sound = JSON.parse(openmasa("verify", "--json").out);
  checks.that("verify --json says so too", sound.sound === true, JSON.stringify(sound));
  refuses("a database that is not there", /no database.*init/, plain("verify", "--database", `sqlite:${join(program.folder, "other.db")}`));
  const other = plain("verify", "--database", "mysql:x");
  checks.that("an address of another kind is refused", other.code === 1 && /sqlite:PATH/.test(other.said), other.said);
  writeFileSync(join(program.folder, "text.db"), "This is no database.".repeat(100));
  const text = plain("verify", "--database", `sqlite:${join(program.folder, "text.db")}`);
  checks.that("a file that is no database is a fault", text.code === 3 && text.said.startsWith("This is no database"), text.said);
});

await checks.story("serving", async () => {
  await program.serve();
  const port = new URL(program.address).port;
  const taken = openmasa("serve", "--listen", `127.0.0.1:${port}`);
  checks.that("a port that is taken is said with its number", taken.code !== 0 && taken.said.includes(port), taken.said);
  checks.that("an address that is none is refused", openmasa("serve", "--listen", "somewhere").code !== 0);
  const list = openmasa("export", "actions", "--format", "csv");
  checks.that("commands work while it serves", list.code === 0 && list.out.length > 100, list.said);
});

await program.end();
checks.finish();
