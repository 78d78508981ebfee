// What a page looks like to anybody, wide and on a telephone. With PICTURES=folder a picture of each
// is kept there: "action-1280.png" and "action-320.png".
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { overflow, violations } from "./axe.mjs";
import { visitor } from "./browser.mjs";
import { Visitor } from "./visitor.mjs";

const folder = process.env.PICTURES;
if (folder) mkdirSync(folder, { recursive: true });
const wide = { width: 1280, height: 900 }, narrow = { width: 320, height: 640 };

async function atBothWidths(page, work) {
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    await work(size.width);
  }
  await page.setViewportSize(wide);
}

async function keep(page, name, width) {
  if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll(" ", "-")}-${width}.png`), fullPage: true });
}

/// Nothing runs out of the window.
export async function picture(checks, page, name) {
  await atBothWidths(page, async (width) => {
    const over = await overflow(page);
    checks.that(`${name} at ${width}: nothing runs out of the window`, over <= 0, `${over} px`);
    await keep(page, name, width);
  });
}

/// And axe finds nothing; the page is one of arrive().
export async function look(checks, page, name) {
  await atBothWidths(page, async (width) => {
    const found = await violations(page);
    checks.that(`${name} at ${width}: axe finds nothing`, found.length === 0, found.slice(0, 4).join("\n      "));
    const over = await overflow(page);
    checks.that(`${name} at ${width}: nothing runs out of the window`, over <= 0, `${over} px`);
    await keep(page, name, width);
  });
}

/// The page of somebody who has followed their one-time link and chosen a password, or of a stranger;
/// with the scripts that axe needs, and the product does not.
export async function arrive(browser, address, link) {
  const page = await visitor(browser, address, { javaScriptEnabled: true, bypassCSP: true });
  if (!link) return page;
  const who = new Visitor(address);
  await who.welcome(link);
  await page.context().addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: address })));
  return page;
}
