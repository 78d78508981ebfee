// The database that is measured: 200 plans of 500 actions. Kept, and made anew when the program's
// migrations or the maker change.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { out, root, secret, today } from "./machine.mjs";

export const database = join(out, "records.db");
/// The same with 20 actions restricted from the reader.
export const restricted_database = join(out, "restricted.db");
export const addresses_file = join(out, "addresses.txt");
const stamp = join(out, "records.digest");

/// The 200 addresses to ask for, each of another plan, each a whole page of 50 rows.
export function prepare(folder) {
  const digest = digestOfMaking(["make_data.cpp", "records.hpp", "restrict_some.cpp"]);
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) make(folder, digest);
  return readFileSync(addresses_file, "utf8").trim().split("\n");
}

function make(folder, digest) {
  console.log("Making 100,000 actions (once; about half a minute)");
  rmSync(stamp, { force: true });
  for (const made of [database, restricted_database])
    for (const ending of ["", "-wal", "-shm"]) rmSync(made + ending, { force: true });
  const address = `sqlite:${database}`;
  run(join(folder, "openmasa"), "init", "--database", address, "--partnership", "Benchmark Partnership");
  writeFileSync(addresses_file, run(join(folder, "make_data"), address, today, secret));
  copyFileSync(database, restricted_database); // whoever wrote it has closed it
  run(join(folder, "restrict_some"), `sqlite:${restricted_database}`, today);
  writeFileSync(stamp, digest);
}

const run = (program, ...words) => execFileSync(program, words, { encoding: "utf8" });

/// Another one when a migration or one of these files of bench/ changes.
export function digestOfMaking(makers) {
  const migrations = readdirSync(join(root, "src"), { recursive: true })
    .filter((path) => path.endsWith(".sql")).sort().map((path) => join(root, "src", path));
  const digest = createHash("sha256");
  for (const path of [...migrations, ...makers.map((name) => join(root, "bench", name))]) digest.update(readFileSync(path));
  return digest.digest("hex");
}
