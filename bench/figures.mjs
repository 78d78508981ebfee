// Loading a file of 86,621 figures with everything that is checked, against `sqlite3 .import` of the same file into a bare table; every
// statistical method over every measure and authority in it; and every page about figures with 5 million values stored.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, root, secret, today } from "./machine.mjs";
import { nameOf, visitPages } from "./plans.mjs";

/// So many times as long as the bare import it may take; seconds for all methods; milliseconds for a page.
const most = 2, methodsMost = 1, pageMost = 10;
const lait = join(root, "../shared/data/lait");

function seconds(program, words, options) {
  const start = process.hrtime.bigint();
  execFileSync(program, words, { stdio: ["ignore", "pipe", "inherit"], ...options });
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/// Nothing where the public file, or SQLite's own command line, is not there.
export function figureLoads(folder, rounds) {
  if (!existsSync(join(lait, "lait_cin_cp.csv"))) return console.log("  skipped: ../shared/data/lait is not there");
  const own = mkdtempSync(join(tmpdir(), "openmasa-figures-")), prepared = join(own, "prepared.db"), used = join(own, "used.db");
  const openmasa = (database, ...words) => seconds(join(folder, "openmasa"), [...words, "--database", `sqlite:${database}`],
    { env: { ...process.env, OPENMASA_TODAY: today } });
  try {
    openmasa(prepared, "init", "--partnership", "Example Partnership");
    for (const name of ["lait_areas.csv", "lait_dictionary.csv"]) openmasa(prepared, "import", "figures", join(lait, name), "--confirm");
    const bare = [], ours = [];
    for (let round = 0; round < rounds; ++round) {
      rmSync(used, { force: true });
      bare.push(seconds("sqlite3", [used, "CREATE TABLE t(measure_short, la_number, year, value)", ".mode csv", `.import ${join(lait, "lait_cin_cp.csv")} t`]));
      for (const end of ["", "-wal", "-shm"]) rmSync(used + end, { force: true });
      cpSync(prepared, used);
      ours.push(openmasa(used, "import", "figures", join(lait, "lait_cin_cp.csv"), "--confirm"));
      console.log(`  86,621 figures: bare ${bare.at(-1).toFixed(2)} s, checked and loaded ${ours.at(-1).toFixed(2)} s`);
    }
    const methods = JSON.parse(execFileSync(join(folder, "all_methods"), [join(lait, "lait_cin_cp.csv")], { encoding: "utf8" }));
    return { bare: median(bare), ours: median(ours), methods };
  } finally {
    rmSync(own, { recursive: true });
  }
}

const register = {
  name: "figures", says: "Making 4,953,600 figures of 60 indicators (once; a minute)",
  sources: ["make_figures.cpp", "records.hpp"], makers: [["make_figures", today, secret]],
};
const isDownload = (page) => /\.(csv|xlsx|svg|png)($|\?)/.test(page);

export const figurePages = (folder) => visitPages(folder, register, "/indicators,/returns").pages
  .map((page) => ({ ...page, target: isDownload(page.page) ? undefined : pageMost }));

export const figuresReport = ({ bare, ours, methods }) =>
  `Loading 86,621 figures (lait_cin_cp.csv), checked: ${ours.toFixed(2)} s, ${(ours / bare).toFixed(1)} times a bare \`sqlite3 .import\` (${bare.toFixed(2)} s); at most ${most} times. ` +
  `All methods for every measure and authority in it (${methods.series} series): ${methods.methods.toFixed(2)} s, at most ${methodsMost}.`;
export const figureTargets = ({ bare, ours, methods }) => [
  { words: "loading figures, time wanted of what it took", ratio: (most * bare) / ours, least: 1 },
  { words: "all methods over a file, seconds wanted of those they took", ratio: methodsMost / methods.methods, least: 1 },
];

export function figurePagesReport(pages) {
  const rows = pages.map((page) => `| ${nameOf(page)} | ${page.who === "0" ? "an agency's lead" : "the business unit"} | ${page.target ?? "-"} | ${page.median.toFixed(1)} | ${page.worst.toFixed(1)} | ${page.statements} of ${page.budget} |`);
  return "Every page about figures, with 4,953,600 of them; milliseconds of processor time:\n\n" +
    `| page | as | at most | median | worst | statements |\n| --- | --- | ---: | ---: | ---: | ---: |\n${rows.join("\n")}`;
}
export const figurePageTargets = (pages) => pages.filter(({ target }) => target).map((page) =>
  ({ words: `${nameOf(page)}, milliseconds wanted of those it took`, ratio: page.target / Math.max(page.median, 0.01), least: 1 }));
