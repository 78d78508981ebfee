// A spreadsheet of 50,000 rows: how long it takes, and how much more memory than one of 1,000.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { median } from "./machine.mjs";

/// Seconds at the most, and megabytes that 50,000 rows may take beyond what 1,000 take.
export const longest = 3, most_memory = 8;

export function rowsOut(folder, rounds) {
  const written = (rows) => JSON.parse(execFileSync(join(folder, "rows_out"), [String(rows)], { encoding: "utf8" }));
  const few = written(1000), many = [];
  for (let round = 0; round < rounds; ++round) {
    many.push(written(50_000));
    console.log(`  50,000 rows in ${many.at(-1).seconds.toFixed(2)} s`);
  }
  const seconds = median(many.map((one) => one.seconds));
  const memory = (Math.max(...many.map((one) => one.peak_kb)) - few.peak_kb) / 1024;
  return { seconds, memory };
}
