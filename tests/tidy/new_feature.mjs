// What bin/new-feature makes is as the house wants it, compiles, and passes its own tests. Needs
// build/release (bin/build all_tests); made in build/new-feature, so that src/ stays as it is.
//   node tests/tidy/new_feature.mjs
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as includes from "./includes.mjs";
import * as sizes from "./sizes.mjs";
import * as wording from "./wording.mjs";
import { filesBelow, root } from "./source.mjs";

const made = join(root, "build/new-feature"), release = join(root, process.env.BUILD_FOLDER ?? "build/release");
const folder = "learning/practice_reviews";
let passed = 0, failed = 0;

function verdict(title, problem) {
  problem ? ++failed : ++passed;
  console.log(`${problem ? "not so" : "so    "}  ${title}${problem ? `\n${problem}` : ""}`);
}

function run(title, command, ...args) {
  const ran = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  verdict(title, ran.status === 0 ? "" : `${ran.error ?? ""}${ran.stdout}${ran.stderr}`);
}

const below = (path, ending) => filesBelow(path).map((file) => file.path).filter((name) => name.endsWith(ending));

function make() {
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  for (const part of ["bin", "docs/feature", "CMakeLists.txt", ".clang-format"])
    cpSync(join(root, part), join(made, part), { recursive: true });
  run("it is made", join(made, "bin/new-feature"), ...folder.split("/"));
}

function tidy() {
  const own = filesBelow("build/new-feature/src")
    .map((file) => ({ path: file.path.replace("build/new-feature/", ""), text: file.text }));
  const others = filesBelow("src");
  for (const check of [includes, sizes, wording]) {
    const of_own = check.check([...own, ...others]).filter((problem) => problem.includes(folder));
    verdict(`it is tidy: ${check.title}`, of_own.join("\n"));
  }
}

function compile() {
  const migrations = [...below("src", ".sql"), ...below("build/new-feature/src", ".sql")];
  run("its table is carried", "node", "cmake/embed.mjs", "migrations", join(made, "generated"), ...migrations);
  const archives = readdirSync(release).filter((name) => name.endsWith(".a")).map((name) => join(release, name));
  run("it compiles and links", "g++", "-std=c++20", "-O0", "-Wall", "-Wextra", "-Werror", "-Wno-missing-field-initializers",
    `-I${join(made, "src")}`, `-I${join(root, "src")}`, ...below("build/new-feature/src", ".cpp"),
    join(made, "generated/embedded_migrations.cpp"), "-Wl,--start-group", ...archives, "-Wl,--end-group",
    "-lfmt", "-loath", "-lqrencode", "-lsodium", "-lzip", "-lpugixml", "-lpq", "-lcurl", "-lxml2", "-lxlsxwriter", "-lz", "-lgtest_main", "-lgtest", "-lpthread", "-o", join(made, "test"));
  run("its tests pass", join(made, "test"), "--gtest_brief=1");
}

make();
tidy();
compile();
console.log(`new feature: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
