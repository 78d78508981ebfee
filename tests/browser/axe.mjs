// axe-core on the page as it is: every A and AA rule, best practice, and the size of targets.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  rules: { "target-size": { enabled: true } },
};

/// What axe found: "rule: where" each; empty is good. The page needs scripts and no content policy
/// (a context with bypassCSP), which is what the checker needs, not the product.
export async function violations(page) {
  await page.evaluate(source);
  const found = await page.evaluate((how) => window.axe.run(document, how), options);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} (${failureSummary.split("\n")[1]?.trim()})`));
}

/// How far the page is wider than the window, in pixels.
export async function overflow(page) {
  return page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
}
