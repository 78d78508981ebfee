// A large composite action plan (bench/make_recommendations.cpp) and every page about its recommendations over it, now and as at
// a day in the past: milliseconds of processor time and statements.
import { secret, today } from "./machine.mjs";
import { nameOf, visitPages } from "./plans.mjs";

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

export const recommendationTargets = (pages) => pages.filter(({ target }) => target).map((page) =>
  ({ words: `${nameOf(page)}, milliseconds wanted of those it took`, ratio: page.target / Math.max(page.median, 0.01), least: 1 }));

export function recommendationsReport(pages) {
  const rows = pages.map((page) => `| ${nameOf(page)} | ${page.who === "0" ? "an agency's lead" : "the business unit"} | ${page.target ?? "-"} | ${page.median.toFixed(1)} | ${page.after_save.toFixed(1)} | ${page.worst.toFixed(1)} | ${page.statements} | ${page.kilobytes.toFixed(0)} |`);
  return "Every page about recommendations, over 10,000 of them with ten years of histories, 50,000 actions and 100,000 links; milliseconds of processor time:\n\n" +
    `| page | as | at most | median | after a save | worst | statements | kB |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${rows.join("\n")}`;
}
