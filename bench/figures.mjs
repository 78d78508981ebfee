// Loading a file of 86,621 figures with everything that is checked, against `sqlite3 .import` of the same file into a bare table.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, root, today } from "./machine.mjs";

/// So many times as long as the bare import it may take.
const most = 2;
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
    return { bare: median(bare), ours: median(ours) };
  } finally {
    rmSync(own, { recursive: true });
  }
}

export const figuresReport = ({ bare, ours }) =>
  `Loading 86,621 figures (lait_cin_cp.csv), checked: ${ours.toFixed(2)} s, ${(ours / bare).toFixed(1)} times a bare \`sqlite3 .import\` (${bare.toFixed(2)} s); at most ${most} times.`;
export const figureTargets = ({ bare, ours }) => [{ words: "loading figures, time wanted of what it took", ratio: (most * bare) / ours, least: 1 }];
