// The house rules that a compiler does not check. Each check first proves on its own samples that
// it can fail, and that it leaves what is well alone.
//   node tests/tidy/tidy.mjs
import * as includes from "./includes.mjs";
import * as lifetimes from "./lifetimes.mjs";
import * as names from "./names.mjs";
import * as queries from "./queries.mjs";
import * as sizes from "./sizes.mjs";
import * as wording from "./wording.mjs";
import { filesBelow } from "./source.mjs";

const files = filesBelow("src", "tests", "bench", "bin", "cmake", "example");
let passed = 0, failed = 0;

function verdict(title, problems) {
  problems.length ? ++failed : ++passed;
  console.log(`${problems.length ? "not so" : "so    "}  ${title}`);
  for (const problem of problems) console.log(`          ${problem}`);
}

for (const check of [includes, names, sizes, lifetimes, wording, queries]) {
  check.good.forEach((sample, at) => verdict(`${check.title}: good sample ${at + 1}`, check.check(sample)));
  check.bad.forEach((sample, at) => verdict(`${check.title}: bad sample ${at + 1} is seen`,
    check.check(sample).length ? [] : ["it was not"]));
  verdict(check.title, check.check(files));
}
console.log(sizes.measure(files));
console.log(`tidy: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
