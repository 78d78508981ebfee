// Every C++ file is as clang-format leaves it (.clang-format).
//   node tests/tidy/format.mjs [--fix]
import { spawnSync } from "node:child_process";
import { filesBelow, isCpp, root } from "./source.mjs";

const paths = filesBelow("src", "tests", "bench").map(({ path }) => path).filter(isCpp);
const how = process.argv.includes("--fix") ? ["-i"] : ["--dry-run", "-Werror"];
const ran = spawnSync("clang-format", [...how, ...paths], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
if (ran.error) throw ran.error;
const wrong = new Set([...ran.stderr.matchAll(/^(\S+?):\d+:\d+: error/gm)].map((found) => found[1]));
for (const path of wrong) console.log(`${path}: run node tests/tidy/format.mjs --fix`);
if (ran.status !== 0 && !wrong.size) console.log(ran.stderr);
const failed = Math.max(wrong.size, ran.status === 0 ? 0 : 1);
console.log(`format: ${paths.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
