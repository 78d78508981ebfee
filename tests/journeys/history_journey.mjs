// What was true when: a list and an action as they were in the summer, two versions side by side, an
// earlier one put back, an action withdrawn and brought back, all without losing anything.
import { openBrowser, openBusinessPlan, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("history");
const program = new Program();
const browser = await openBrowser();

await checks.story("history", async () => {
  program.run("init", "--example");
  const link = program.add("unit@example.org", "Business manager", "business-unit");
  await program.serve();
  const unit = await visitor(browser, program.address);
  const main = () => unit.textContent("main");
  await welcome(unit, link);

  // A list as it was.
  await openBusinessPlan(unit);
  const list = new URL(unit.url()).pathname;
  const done = async () => Number(await unit.getByRole("navigation", { name: "Quick views" }).getByRole("link", { name: /^(All|Done)/ }).first().locator("b").textContent());
  const all = await done();
  await unit.getByText("See this page as it was on another day").click();
  await unit.getByLabel("Day", { exact: true }).fill("30 June 2026");
  await unit.getByRole("button", { name: "Show that day" }).click();
  checks.that("the page says which day it shows", (await main()).includes("As it was on 30 June 2026"));
  checks.that("the list has the actions of that day", (await done()) === all, `${await done()} of ${all}`);
  checks.that("nothing to change is offered", (await unit.getByRole("button", { name: /Import|Record|Change/ }).count()) === 0);
  await unit.locator(".om-plan__title").first().click();
  checks.that("a link keeps the day", unit.url().includes("as-at=2026-06-30") && (await main()).includes("As it was on 30 June 2026"));
  const action = new URL(unit.url()).pathname;
  await unit.goto(`${action}/change?as-at=2026-06-30`);
  checks.that("a form says that the past stays", (await unit.textContent("h1")) === "The past cannot be changed");
  await unit.goto(`${list}?as-at=2026-06-30`);
  await unit.getByRole("link", { name: "Back to now" }).click();
  checks.that("the way back leads to now", !(await main()).includes("As it was on"));
  await unit.goto(`${list}?as-at=never`);
  checks.that("a word that is no day is said, and the page is as it is", (await main()).includes("is not a day."));
  const exported = (...words) => JSON.parse(program.run("export", "actions", "--format", "json", ...words)).filter((one) => one.plan === "Business plan 2026 to 2027");
  const then = exported("--as-at", "2026-06-30"), now = exported();
  checks.that("an export is of that day too", JSON.stringify(then) !== JSON.stringify(now) && then.length === now.length && then.length > 0);

  // Change, compare, put back.
  await unit.goto(`${action}/change`);
  const title = await unit.getByLabel("Title").inputValue();
  await unit.getByLabel("Title").fill("Something <b>wrong</b>");
  await unit.getByRole("button", { name: /Save/ }).first().click();
  await unit.getByRole("link", { name: "Versions of this action" }).click();
  checks.that("both titles stand side by side", (await main()).includes(title) && (await main()).includes("Something <b>wrong</b>"));
  checks.that("what changed is marked", (await unit.locator("tr", { hasText: "Title" }).first().textContent()).includes("Changed"));
  const versions = unit.url();
  await unit.getByRole("link", { name: /^Put version \d+ back$/ }).click();
  await unit.getByRole("button", { name: "Put it back" }).click();
  checks.that("a reason is asked for", (await main()).includes("Say why."));
  await unit.getByLabel("Why").fill("The title was wrong");
  await unit.getByRole("button", { name: "Put it back" }).click();
  await unit.goto(action);
  checks.that("the title is what it was", (await unit.textContent("h1")) === title);
  await unit.goto(versions);
  checks.that("the reason is in the list of versions", (await main()).includes("The title was wrong"));

  // Withdraw and bring back.
  await unit.goto(action);
  await unit.getByRole("link", { name: "Withdraw this action" }).click();
  await unit.getByLabel("Why").fill("It was twice in the plan");
  await unit.getByRole("button", { name: "Withdraw it" }).click();
  checks.that("it is withdrawn, with the reason", (await main()).includes("It was twice in the plan"));
  await unit.goto(list);
  checks.that("it counts no more", (await done()) === all - 1);
  await unit.goto(action);
  await unit.getByRole("link", { name: "Bring back this action" }).click();
  await unit.getByLabel("Why").fill("It was not, after all");
  await unit.getByRole("button", { name: "Bring it back" }).click();
  await unit.goto(list);
  checks.that("it counts again", (await done()) === all);
  await unit.goto("/retention");
  checks.that("nothing is due for destruction yet", (await main()).includes("Nothing is due."));
  checks.that("the record is sound", program.run("verify").includes("Sound"));
});

await browser.close();
await program.end();
checks.finish();
