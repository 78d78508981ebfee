// The pictures of a plan's time: a chair looks at the year drawn, chooses months and actions, prints
// it, looks back, reads the year by its months, and goes from the board to what needs them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, openBusinessPlan, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("the year");
const program = new Program();
const browser = await openBrowser();
const text = (page) => page.locator("main").innerText();
const query = (page) => new URL(page.url()).searchParams;

/// The paper and the number of pages that a page is printed on; kept beside the pictures.
async function printed(page, name, options) {
  const pdf = await page.pdf(options);
  if (process.env.PICTURES) writeFileSync(join(process.env.PICTURES, `${name}.pdf`), pdf);
  const said = pdf.toString("latin1");
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(said).map(Number);
  return { pages: [...said.matchAll(/\/Type\s*\/Page\b/g)].length, millimetres: [width, height].map((points) => Math.round(points / 72 * 25.4)) };
}
const is = ({ millimetres }, width, height) => Math.abs(millimetres[0] - width) < 2 && Math.abs(millimetres[1] - height) < 2;

/// How many rows of the table are drawn, and what the sentence says.
const rows = (page) => page.locator(".om-timeline tbody tr:has(td)").count();
const said = async (page) => Number(/(\d+)(?: of \d+)? actions? (?:is|are) drawn/.exec(await text(page))?.[1]);

await checks.story("the timeline", async () => {
  const links = program.run("init", "--example").split("\n").map((line) => /http:\/\/[^/]+(\/welcome\/\S+)/.exec(line)?.[1]).filter(Boolean);
  await program.serve();
  const unit = await arrive(browser, program.address, links[0]);
  await openBusinessPlan(unit);
  const plan = new URL(unit.url()).pathname.replace("/actions", "");

  await unit.getByRole("link", { name: "Timeline", exact: true }).click();
  checks.that("the plan's head leads to the timeline", (await text(unit)).includes("April 2026 to March 2027"));
  await look(checks, unit, "year timeline");
  checks.that("as many rows as it says are drawn", (await rows(unit)) === (await said(unit)), `${await rows(unit)} ${await said(unit)}`);
  checks.that("each row has its words beside it", (await unit.locator(".om-lane__when:not(:empty)").count()) === (await rows(unit)) + 1);
  const bar = unit.locator(".om-timeline tbody tr", { has: unit.locator(".om-span--late") }).first();
  const leads = await bar.locator("th a").getAttribute("href");
  await bar.locator(".om-span--late").click();
  checks.that("a bar leads to its action", new URL(unit.url()).pathname === leads, unit.url());

  await unit.goto(`${plan}/timeline`);
  await unit.locator("main th a").first().focus();
  const stops = [];
  for (let stop = 0; stop < 8; ++stop) {
    stops.push(await unit.locator(":focus").evaluate((element) => element.closest("svg") ? "a bar" : element.textContent));
    await unit.keyboard.press("Tab");
  }
  const titles = await unit.locator(".om-timeline tbody th a").allTextContents();
  checks.that("by keyboard the titles come in their order, and no bar twice", stops.join("|") === titles.slice(0, 8).join("|"), stops.join(" | "));

  await unit.getByText("Choose months and actions").click();
  await look(checks, unit, "year timeline with its form");
  await unit.getByLabel("From the month").fill("Oct 2026");
  await unit.getByLabel("How many months").selectOption("6");
  await unit.getByLabel("Only what is open").check();
  await unit.getByRole("group", { name: "Priority" }).getByLabel(/^Families First/).check();
  await unit.getByRole("button", { name: "Show these" }).click();
  checks.that("the form's words are the address's", query(unit).get("months") === "6" && query(unit).get("open") === "only" && query(unit).has("priority"), unit.url());
  checks.that("and the page says what is chosen", /October 2026 to March 2027[\s\S]*Only Families First.*what is open/.test(await text(unit)));
  checks.that("nothing that is done is drawn", (await unit.locator(".om-tag--done").count()) === 0 && (await rows(unit)) > 3);
  await unit.getByRole("link", { name: "6 months before" }).click();
  checks.that("the months before keep what was chosen", (await text(unit)).includes("April 2026 to September 2026") && query(unit).get("open") === "only");
  await unit.goto(`${plan}/timeline?months=36&from=2025-04`);
  await look(checks, unit, "year timeline of three years");
  await unit.goto(`${plan}/timeline?from=2040-01`);
  await look(checks, unit, "year timeline with nothing in it");

  await unit.goto(`${plan}/timeline?as-at=2026-07-15`);
  const before = await unit.locator(".om-tag--done").count();
  checks.that("on a day in July fewer were done", before > 0 && before < 10 && (await text(unit)).includes("15 July 2026"), String(before));
  checks.that("its links keep the day", (await unit.locator(".om-timeline th a").first().getAttribute("href")).includes("as-at=2026-07-15"));
  await look(checks, unit, "year timeline as at a day");
});

await checks.story("on paper", async () => {
  const page = await arrive(browser, program.address, program.add("chair@example.org", "Chair of the partnership", "delegated-partner"));
  await openBusinessPlan(page);
  const plan = new URL(page.url()).pathname.replace("/actions", "");
  await page.goto(`${plan}/timeline`);
  await page.getByRole("link", { name: "Print it on A3" }).click();
  checks.that("the page says that it is ready for the paper", (await text(page)).includes("Ready for A3, landscape"));
  const a3 = await printed(page, "year-timeline-a3", { preferCSSPageSize: true });
  checks.that("A3 is on its side", is(a3, 420, 297), a3.millimetres.join());
  await page.goto(`${plan}/timeline?paper=a4`);
  const a4 = await printed(page, "year-timeline-a4", { preferCSSPageSize: true });
  checks.that("A4 is on its side", is(a4, 297, 210), a4.millimetres.join());
  checks.that("the smaller paper takes more pages, each priority its own", a4.pages > a3.pages && a4.pages >= 5, `${a4.pages} ${a3.pages}`);
  await page.emulateMedia({ media: "print" });
  const head = page.locator(".om-timeline thead");
  checks.that("the head stands on every page", (await head.evaluate((element) => getComputedStyle(element).display)) === "table-header-group");
  checks.that("no form and no menu is printed", !(await page.locator(".om-choose").isVisible()) && !(await page.locator(".moj-sub-navigation").isVisible()));
  await page.emulateMedia({ media: null });
  await page.goto(`${plan}/year`);
  const year = await printed(page, "year-at-a-glance", { format: "A4" });
  checks.that("the year at a glance is one page of A4", year.pages === 1 && is(year, 210, 297), `${year.pages} ${year.millimetres}`);
  await page.goto(`${plan}/board`);
  await printed(page, "year-board", { format: "A4", landscape: true });
});

await checks.story("the year and the board", async () => {
  const chair = await visitor(browser, program.address); // without scripts
  await welcome(chair, program.add("reviewer@example.org", "Reviewer", "business-unit"));
  await openBusinessPlan(chair);
  const plan = new URL(chair.url()).pathname.replace("/actions", "");

  await chair.getByRole("link", { name: "Year", exact: true }).click();
  checks.that("the year has twelve months", (await chair.locator(".om-glance__month").count()) === 12);
  const number = chair.getByRole("link", { name: /^\d+ begun$/ }).first();
  const count = Number.parseInt(await number.textContent());
  await number.click();
  checks.that("a number leads to exactly those", (await chair.locator("#begun + ul li").count()) === count, `${count} ${chair.url()}`);
  await chair.goto(`${plan}/year?kind=academic&from=2026`);
  checks.that("a school's year begins in September", (await chair.locator(".om-glance__name").first().innerText()) === "September 2026");

  await chair.goto(`${plan}/board`);
  const column = chair.locator(".om-board__column").nth(1);
  const all = Number(await column.locator(".om-board__count").innerText());
  checks.that("a long column shows its first and says how many there are", (await column.locator(".om-card").count()) === 12 && all > 12);
  await column.getByRole("link", { name: `All ${all}` }).click();
  checks.that("the list has all of them", (await text(chair)).includes(`${all} actions`) && query(chair).get("status") === "in_progress", chair.url());
  await chair.goBack();
  await chair.getByRole("link", { name: /^Record progress/ }).first().click();
  checks.that("a card leads to Record progress", /\/actions\/\w+\/progress$/.test(new URL(chair.url()).pathname));

  const outsider = await arrive(browser, program.address, program.add("nobody@example.org", "Events office", "none"));
  for (const picture of ["timeline", "year", "board"])
    checks.that(`an outsider finds no ${picture}`, (await outsider.goto(`${plan}/${picture}`)).status() === 404);
  const looking = await arrive(browser, program.address, program.add("looker@example.org", "Lead member", "delegated-partner"));
  for (const [path, name] of [["year", "year at a glance"], ["year?month=2026-10", "year month"], ["year?as-at=2026-07-15", "year at a glance as at a day"], ["board", "year board"], ["board?owner=none", "year board filtered"]]) {
    await looking.goto(`${plan}/${path}`);
    await look(checks, looking, name);
  }
  checks.that("who may only read is offered nothing to record", (await looking.getByText("Record progress").count()) === 0);
});

await browser.close();
await program.end();
checks.finish();
