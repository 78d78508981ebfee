// Every query that the source names was run by a test, and every verb that the tests wrote into the
// audit log has words there. What ran is in the file that OPENMASA_QUERY_LOG pointed to.
//   node tests/tidy/queries.mjs build/queries.log
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filesBelow, isCpp, isTest, lineOf, read } from "./source.mjs";

/// Names of queries: the first literal after the variable of a Query or ComposedQuery, and what a
/// connection prepares directly.
export function namesIn(file) {
  const text = file.text, { code, literals } = read(text);
  const declared = /\b(?:Query|ComposedQuery)\s*<[^;{}"]*>\s*&?\s*\w+\s*[{(]\s*"|\bprepare\(\s*"/g;
  return [...code.matchAll(declared)].flatMap((found) => {
    const start = found.index + found[0].length - 1;
    const literal = literals.find((one) => one.start === start);
    return literal ? [{ name: text.slice(start + 1, literal.end - 1), line: lineOf(text, start), path: file.path }] : [];
  });
}

export const title = "every query has a name of its own";
export function check(files) {
  const first = new Map(), problems = [];
  const named = files.filter(({ path }) => isCpp(path) && path.startsWith("src/") && !isTest(path)).flatMap(namesIn);
  for (const { name, path, line } of named) {
    if (first.has(name)) problems.push(`${path}:${line}: "${name}" is also ${first.get(name)}`);
    first.set(name, `${path}:${line}`);
    if (!/^[a-z_]+(\.[a-z_]+)+$/.test(name)) problems.push(`${path}:${line}: write "${name}" as feature.what_it_does`);
  }
  return problems;
}

/// Names in the source that are not in the log.
export function neverRun(files, log) {
  const ran = new Set(log.split("\n"));
  return files.flatMap(namesIn).filter(({ name }) => !ran.has(name))
    .map(({ path, line, name }) => `${path}:${line}: no test ran the query "${name}"`);
}

const is_written = (verb, source) => {
  const [kind, deed] = verb.split(".");
  return source.includes(`"${verb}"`) || (source.includes(`".${deed}"`) && source.includes(`kind = "${kind}"`));
};

/// Verbs in the log without words in the table. A test's own ("thing.changed"), which the source does
/// not write, need none; some of its verbs are put together ("plan" and ".brought_back").
export function withoutWords(log, words, source) {
  return [...new Set(log.split("\n").filter((line) => line.startsWith("verb ")).map((line) => line.slice(5)))]
    .filter((verb) => !words.includes(`{"${verb}", "`) && is_written(verb, source))
    .map((verb) => `src/core/audit/verb_words.cpp: no words for "${verb}"`);
}

const one = (text) => [{ path: "src/a.cpp", text }];
const declared = 'constexpr Query<Row(PlanId, std::optional<int>)>\n    find{\n        "plans.find", "SELECT 1"};\n';
export const good = [one(declared), one('ComposedQuery<int> query("plans.count");\n')];
export const bad = [one(declared + declared), one('ComposedQuery<int> query("Find plans");\n')];

function main(log_path) {
  const files = filesBelow("src").filter(({ path }) => isCpp(path) && !isTest(path));
  const self_test = neverRun(one(declared), "plans.other\n").length === 1 && !neverRun(one(declared), "plans.find\n").length;
  let log = "";
  try { log = readFileSync(log_path, "utf8"); } catch { console.log(`There is no ${log_path}.`); }
  const names = files.flatMap(namesIn).length, problems = neverRun(files, log);
  const source = files.map(({ text }) => text).join("\n");
  const words = files.find(({ path }) => path === "src/core/audit/verb_words.cpp").text;
  const verbs = log.split("\n").filter((line) => line.startsWith("verb ")).length;
  if (!verbs) problems.push("the tests wrote nothing into an audit log");
  if (!withoutWords("verb thing.done", "", '"thing.done"').length || withoutWords("verb thing.done", '{"thing.done", "did {}"}', '"thing.done"').length)
    problems.push("the check does not see a verb without words");
  problems.push(...withoutWords(log, words, source));
  if (!self_test) problems.push("the check does not see a query that never ran");
  if (!names) problems.push("the check finds no query in the source");
  for (const problem of problems) console.log(problem);
  console.log(`queries: ${names + 1 - problems.length} passed, ${problems.length} failed`);
  process.exit(problems.length ? 1 : 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
