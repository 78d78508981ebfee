// A large partnership's register of plans (bench/make_plans.cpp) and every page of the program over
// it, as an agency's lead and as the business unit: milliseconds of processor time for
// each, and statements. What people may read is hidden from both: 20 actions are restricted.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOfMaking } from "./data.mjs";
import { out, secret, today } from "./machine.mjs";

const plans = {
  name: "plans", says: "Making 200 plans with 1,000,000 versions of their actions (once; some minutes)",
  sources: ["make_plans.cpp", "records.hpp", "restrict_some.cpp"], makers: [["make_plans", today, secret], ["restrict_some", today]],
};
const readers = ["an agency's lead", "the business unit"];

/// Milliseconds at the most: as at a day, the timeline, any other page; a download has none.
const targetOf = ({ page, as_at }) => (isDownload(page) ? undefined : as_at ? 50 : page.endsWith("/timeline") ? 25 : 10);
const isDownload = (page) => /\.(csv|json|xlsx|docx|ics)$|\/text$/.test(page);

/// The database of a register: {name, says, sources, makers}; kept until what makes it changes.
export function prepare(folder, { name, says, sources, makers }) {
  const database = join(out, `${name}.db`), stamp = join(out, `${name}.digest`), digest = digestOfMaking(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return database;
  console.log(says);
  rmSync(stamp, { force: true });
  for (const ending of ["", "-wal", "-shm"]) rmSync(database + ending, { force: true });
  const address = `sqlite:${database}`, run = (program, ...words) => execFileSync(join(folder, program), words, { stdio: ["ignore", "ignore", "inherit"] });
  run("openmasa", "init", "--database", address, "--partnership", "Benchmark Partnership");
  for (const [program, ...words] of makers) run(program, address, ...words);
  writeFileSync(stamp, digest);
  return database;
}

/// Every page whose address holds one of `parts`: {who, page, as_at, n, median, worst, after_save, statements, budget, kilobytes}.
export function visitPages(folder, register, parts = "") {
  const database = prepare(folder, register), asked = [secret, [...secret].reverse().join("")];
  const said = execFileSync(join(folder, "plan_pages"), [`sqlite:${database}`, today, ...asked],
    { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"], env: { BENCH_PAGES: parts, ...process.env } }).trim().split("\n").map((line) => JSON.parse(line));
  // The second step of a form says what is missing from the first, which was not gone through.
  const pages = said.filter((line) => line.page && line.status !== 422), half = said.filter((line) => line.status === 422);
  for (const page of pages) if (page.status >= 400) throw new Error(`${page.page} answered ${page.status}`);
  return { pages, not_asked: [...said.at(-1).not_asked, ...new Set(half.map((line) => line.page))], gigabytes: statSync(database).size / 2 ** 30 };
}

/// The same with what each may take: {target}.
export function planPages(folder) {
  const visited = visitPages(folder, plans);
  return { ...visited, pages: visited.pages.map((line) => ({ ...line, target: targetOf(line) })) };
}

export const nameOf = ({ page, as_at }) => `${page}${as_at ? ", as at a day" : ""}`;

/// What each page is held to, also right after somebody saved an action.
export const planTargets = ({ pages }) => pages.filter(({ target }) => target).flatMap((page) => [
  { words: `${nameOf(page)} as ${readers[page.who]}, milliseconds wanted of those it took`, ratio: page.target / Math.max(page.median, 0.01), least: 1 },
  { words: `${nameOf(page)} as ${readers[page.who]} after a save, milliseconds wanted of those it took`, ratio: page.target / Math.max(page.after_save, 0.01), least: 1 },
  { words: `${nameOf(page)} as ${readers[page.who]}, statements in its budget`, ratio: page.budget / Math.max(page.statements, 1), least: 1 },
]);

export function plansReport({ pages, not_asked, gigabytes }) {
  const groups = new Map();
  for (const page of pages) groups.set(nameOf(page), [...(groups.get(nameOf(page)) ?? []), page]);
  const figure = (list, name, digits) => readers.map((_, who) => list.find((page) => page.who === String(who))?.[name]?.toFixed(digits) ?? "-").join(" / ");
  const rows = [...groups].map(([name, list]) => `| ${name} | ${list[0].target ?? "-"} | ${figure(list, "median", 1)} | ${figure(list, "after_save", 1)} | ${figure(list, "worst", 1)} | ${figure(list, "statements", 0)} | ${figure(list, "kilobytes", 0)} |`);
  return `Every page over 200 plans, 100,000 actions, 1,000,000 versions (${gigabytes.toFixed(1)} GB), as ${readers.join(" / ")}; milliseconds of processor time, which one thread takes for the whole answer; of up to 24 visits to eight records:\n\n` +
    `| page | at most | median | after a save | worst | statements | kB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${rows.join("\n")}\n\n` +
    `Not asked, because their address holds what no record here has: ${not_asked.join(", ")}.`;
}
