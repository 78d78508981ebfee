// How long the program takes to build: everything, and after a change in one page's views. Without
// ccache, in a folder of its own.
import { execFileSync } from "node:child_process";
import { rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { out, root } from "./machine.mjs";

const folder = join(out, "clean"), changed = join(root, "src/plan/actions/list_views.cpp");

/// Seconds: {clean, one_file}, and what was built.
export function buildTimes() {
  rmSync(folder, { recursive: true, force: true });
  run("cmake", "-S", root, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DOPENMASA_TESTS=OFF");
  const clean = seconds(), { atime, mtime } = statSync(changed);
  utimesSync(changed, new Date(), new Date());
  const one_file = seconds();
  utimesSync(changed, atime, mtime);
  rmSync(folder, { recursive: true, force: true });
  return { clean, one_file };
}

function seconds() {
  const began = performance.now();
  run("cmake", "--build", folder, "--target", "openmasa");
  return (performance.now() - began) / 1000;
}

const run = (program, ...words) => execFileSync(program, words, {
  env: { ...process.env, CCACHE_DISABLE: "1" }, stdio: ["ignore", "ignore", "inherit"],
});
