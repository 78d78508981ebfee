// A large composite action plan (bench/make_recommendations.cpp) and every page about its recommendations over it, now and as at
// a day in the past: milliseconds of processor time and statements.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secret, today } from "./machine.mjs";
import { nameOf, prepare, visitPages } from "./plans.mjs";

const register = {
  name: "recommendations", says: "Making 50,000 actions, 10,000 recommendations with their histories and 100,000 links (once; some minutes)",
  sources: ["make_recommendations.cpp", "records.hpp"], makers: [["make_recommendations", today, secret]],
};
const isDownload = (page) => /\.(csv|json|xlsx|docx)($|\?)|\/imports?$|\/template/.test(page);
/// Milliseconds at the most: the position and broken threads, as at a day, "already recommended", any other page.
const targetOf = ({ page, as_at }) => (isDownload(page) ? undefined : /position|broken|pictures/.test(page) ? 150 : as_at ? 50 : page.endsWith("/join") ? 50 : 10);

export function recommendationPages(folder) {
  return visitPages(folder, register, "/recommendations,/thread").pages.map((page) => ({ ...page, target: targetOf(page) }));
}

/// One change of all 10,000 at once, on a copy: seconds until every row is judged, and until all are saved as well, each with its
/// version and its audit entry, in one transaction.
export function changeOfAll(folder) {
  const copies = mkdtempSync(join(tmpdir(), "openmasa-bench-")), database = join(copies, "copy.db"), file = join(copies, "change.csv");
  try {
    copyFileSync(prepare(folder, register), database);
    const run = (...words) => execFileSync(join(folder, "openmasa"), [...words, "--database", `sqlite:${database}`],
      { encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, OPENMASA_DATA: copies, OPENMASA_TODAY: today } });
    const rows = JSON.parse(run("export", "recommendations", "--format", "json"));
    writeFileSync(file, ["id,version,kind,due", ...rows.map(({ id, version }) => `${id},${version},leadership,Autumn 2027`)].join("\n"));
    const took = (...words) => { const from = performance.now(); run("import", "recommendations", file, ...words); return (performance.now() - from) / 1000; };
    return { rows: rows.length, look: took(), save: took("--confirm", "--policy", "skip") };
  } finally {
    rmSync(copies, { recursive: true });
  }
}

export const changeTargets = ({ look, save }) => [
  { words: "one change of 10,000 recommendations looked at, seconds wanted of those it took", ratio: 3 / look, least: 1 },
  { words: "the same saved, seconds wanted of those it took", ratio: 15 / save, least: 1 },
];

export const changeReport = ({ rows, look, save }) =>
  `One change of ${rows} recommendations at once: ${look.toFixed(1)} s until every row is judged, ${save.toFixed(1)} s until they are saved as well.`;

export const recommendationTargets = (pages) => pages.filter(({ target }) => target).map((page) =>
  ({ words: `${nameOf(page)}, milliseconds wanted of those it took`, ratio: page.target / Math.max(page.median, 0.01), least: 1 }));

export function recommendationsReport(pages) {
  const rows = pages.map((page) => `| ${nameOf(page)} | ${page.who === "0" ? "an agency's lead" : "the business unit"} | ${page.target ?? "-"} | ${page.median.toFixed(1)} | ${page.after_save.toFixed(1)} | ${page.worst.toFixed(1)} | ${page.statements} | ${page.kilobytes.toFixed(0)} |`);
  return "Every page about recommendations, over 10,000 of them with ten years of histories, 50,000 actions and 100,000 links; milliseconds of processor time:\n\n" +
    `| page | as | at most | median | after a save | worst | statements | kB |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${rows.join("\n")}`;
}
