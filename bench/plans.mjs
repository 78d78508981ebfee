// A large partnership's register of plans (bench/make_plans.cpp) and every page of the program over
// it, as an agency's lead and as the business unit: milliseconds of processor time for
// each, and statements. What people may read is hidden from both: 20 actions are restricted.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOfMaking } from "./data.mjs";
import { out, secret, today } from "./machine.mjs";

const database = join(out, "plans.db"), stamp = join(out, "plans.digest");
const makers = ["make_plans.cpp", "records.hpp", "restrict_some.cpp"];
const readers = ["an agency's lead", "the business unit"];

/// Milliseconds at the most: as at a day, the timeline, any other page; a download has none.
const targetOf = ({ page, as_at }) => (isDownload(page) ? undefined : as_at ? 50 : page.endsWith("/timeline") ? 25 : 10);
const isDownload = (page) => /\.(csv|json|xlsx|docx|ics)$|\/text$/.test(page);

function prepare(folder) {
  const digest = digestOfMaking(makers);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  console.log("Making 200 plans with 1,000,000 versions of their actions (once; some minutes)");
  rmSync(stamp, { force: true });
  for (const ending of ["", "-wal", "-shm"]) rmSync(database + ending, { force: true });
  const address = `sqlite:${database}`, run = (program, ...words) => execFileSync(join(folder, program), words, { stdio: ["ignore", "ignore", "inherit"] });
  run("openmasa", "init", "--database", address, "--partnership", "Benchmark Partnership");
  run("make_plans", address, today, secret);
  run("restrict_some", address, today);
  writeFileSync(stamp, digest);
}

/// Every page: {who, page, as_at, n, median, worst, after_save, statements, budget, kilobytes, target}.
export function planPages(folder) {
  prepare(folder);
  const asked = [secret, [...secret].reverse().join("")];
  const said = execFileSync(join(folder, "plan_pages"), [`sqlite:${database}`, today, ...asked],
    { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] }).trim().split("\n").map((line) => JSON.parse(line));
  const pages = said.filter((line) => line.page).map((line) => ({ ...line, target: targetOf(line) }));
  for (const page of pages) if (page.status >= 400) throw new Error(`${page.page} answered ${page.status}`);
  return { pages, not_asked: said.at(-1).not_asked, gigabytes: statSync(database).size / 2 ** 30 };
}

const nameOf = ({ page, as_at }) => `${page}${as_at ? ", as at a day" : ""}`;

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
