// A large partnership's register of who is responsible (bench/make_partnership.cpp) and every page of partnership/ over it,
// now and as at a day in the past: milliseconds of processor time and statements. The chart of 200 groups has its own target.
import { secret, today } from "./machine.mjs";
import { nameOf, visitPages } from "./plans.mjs";

const register = {
  name: "partnership", says: "Making 200 groups, 3,000 seats, 5,000 people and ten years of them (once; a minute)",
  sources: ["make_partnership.cpp", "records.hpp"], makers: [["make_partnership", today, secret]],
};
const parts = "/agencies,/offices,/groups,/seats,/structure,/directory";
const most_statements = 15;
const isDownload = (page) => /\.(csv|json|xlsx|vcf|svg)($|\?)|\/imports?$|\/template/.test(page);
/// Milliseconds at the most; a download has none.
const targetOf = ({ page }) => (page.startsWith("/structure") ? 30 : isDownload(page) ? undefined : 10);

/// Every page: as of bench/plans.mjs, with its target.
export function partnershipPages(folder) {
  const { pages } = visitPages(folder, register, parts);
  return pages.map((page) => ({ ...page, target: targetOf(page) }));
}

export const partnershipTargets = (pages) => pages.filter(({ target }) => target).flatMap((page) => [
  { words: `${nameOf(page)}, milliseconds wanted of those it took`, ratio: page.target / Math.max(page.median, 0.01), least: 1 },
  { words: `${nameOf(page)}, statements of the most there may be`, ratio: most_statements / Math.max(page.statements, 1), least: 1 },
]);

export function partnershipReport(pages) {
  const rows = pages.map((page) => `| ${nameOf(page)} | ${page.who === "0" ? "an agency's lead" : "the business unit"} | ${page.target ?? "-"} | ${page.median.toFixed(1)} | ${page.after_save.toFixed(1)} | ${page.worst.toFixed(1)} | ${page.statements} | ${page.kilobytes.toFixed(0)} |`);
  return "Every page about who is responsible, over 200 groups with 3,000 seats, 300 offices, 150 agencies, 5,000 people and ten years of them; milliseconds of processor time:\n\n" +
    `| page | as | at most | median | after a save | worst | statements | kB |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${rows.join("\n")}`;
}
