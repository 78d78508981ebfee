// Where everything is, and what the figures were measured on.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/// What is made here and kept for the next time. Not below bench/: the house rules read all of that.
export const out = join(root, "build/bench");
mkdirSync(out, { recursive: true });

/// The day that every page takes for today, so that the same rows are late whenever it runs.
export const today = "2026-01-22";
/// The reader's session; 43 characters, as the program makes them.
export const secret = "benchmark-reader-" + "0".repeat(26);
export const cookie = `openmasa_session=${secret}`;

export const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const first_line = (program, ...words) => {
  try { return execFileSync(program, words, { encoding: "utf8", cwd: root }).split("\n")[0]; } catch { return "unknown"; }
};

export function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    day: new Date().toISOString().slice(0, 10),
    commit: first_line("git", "describe", "--always", "--dirty"),
    hardware: `${cpus().length} cores (${cpus()[0].model.trim()}), ${memory} GB`,
    compiler: first_line("g++", "--version"),
    python: `${first_line("/usr/bin/python3", "--version")}, Django ${first_line("/usr/bin/python3", "-m", "django", "--version")}, ${first_line("/usr/bin/gunicorn", "--version")}`,
  };
}
