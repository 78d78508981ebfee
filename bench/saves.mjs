// Saves a second from 64 people at once, in rounds, each on a new database on this disk.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { median, out } from "./machine.mjs";

export const least = 3000;

export function saves(folder, rounds, seconds) {
  const database = join(out, "saves.db"), seen = [];
  for (let round = 0; round < rounds; ++round) {
    for (const ending of ["", "-wal", "-shm"]) rmSync(database + ending, { force: true });
    const said = JSON.parse(execFileSync(join(folder, "saves"), [`sqlite:${database}`, String(seconds)], { encoding: "utf8" }));
    if (said.lost || said.faults_of_the_log) throw new Error(`saves were lost: ${JSON.stringify(said)}`);
    seen.push(said.saves / said.seconds);
    console.log(`  ${seen.at(-1).toFixed(0)} saves a second`);
  }
  return { middle: median(seen), lowest: Math.min(...seen) };
}
