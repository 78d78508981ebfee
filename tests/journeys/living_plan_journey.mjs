// The living plan, in a browser: a priority says how we will know, and is reviewed; the business unit
// says who does an action and what it waits for; its lead records that it is blocked, and the chair is
// told. Every page is also looked at as in the accessibility journey. With PICTURES=folder it takes pictures.
import { openBrowser, openBusinessPlan } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("the living plan");
const program = new Program();
const browser = await openBrowser();

const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();
const said = (page) => page.textContent("main");

await checks.story("a priority over time", async () => {
  const links = program.run("init", "--example").split("\n")
    .map((line) => /http:\/\/[^/]+(\/welcome\/\S+)/.exec(line)?.[1]).filter(Boolean);
  await program.serve();
  const unit = await arrive(browser, program.address, links[0]), chair = await arrive(browser, program.address, links[6]);

  await openBusinessPlan(unit);
  const list = new URL(unit.url()).pathname, plan = list.replace("/actions", "");
  const actions = await unit.locator(".om-plan__title").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  await unit.goto("/plans");
  await unit.getByRole("link", { name: "Workforce plan 2026 to 2027" }).click();
  await unit.getByRole("link", { name: "Priorities", exact: true }).click();
  const priority = await unit.locator('main a[href^="/priorities/"]').first().getAttribute("href");

  await unit.goto(priority);
  checks.that("a priority says that nobody wrote yet how we will know", (await said(unit)).includes("Nobody has written yet"));
  await unit.getByRole("link", { name: "Write how we will know" }).click();
  await unit.getByLabel("When was it adopted?").fill("next year");
  await unit.getByLabel("Prevalence").fill("How many children go missing, and how often.");
  await press(unit, "Save");
  checks.that("a day to come is refused", (await said(unit)).includes("Enter the day, as 12 June 2026."));
  checks.that("and what was typed stays", (await unit.getByLabel("Prevalence").inputValue()).includes("go missing"));
  await look(checks, unit, "adoption with an error");
  await unit.getByLabel("When was it adopted?").fill("1 April 2024");
  await unit.getByLabel("By which decision?").fill("Partnership Group, minute 4");
  await press(unit, "Save");
  checks.that("the next review is a year after it was adopted, and late", (await said(unit)).includes("Was due by 1 Apr 2025"));

  await unit.getByRole("link", { name: "Keep the yearly review" }).click();
  await press(unit, "Keep this review");
  checks.that("a review needs what came of it, and why", (await said(unit)).includes("Choose what came of it.") && (await said(unit)).includes("Say why."));
  await look(checks, unit, "review with an error");
  await unit.getByLabel("Goes on, with changes").check();
  await unit.getByLabel("Why?").fill("Fewer go missing twice; the return interviews are late.");
  await press(unit, "Keep this review");
  checks.that("the review stands on the priority's page", (await said(unit)).includes("Goes on, with changes") && (await said(unit)).includes("By 21 Nov 2027"));
  await look(checks, unit, "priority over time");
  await unit.goto(`${priority}?as-at=2026-11-20`);
  checks.that("yesterday there was none", !(await said(unit)).includes("Goes on, with changes"));

  await unit.goto(actions[3]);
  const awaited = (await unit.locator(".om-head b").first().textContent()).trim();
  await unit.goto(actions[2]);
  await unit.getByRole("link", { name: "Say who does it" }).click();
  await unit.getByLabel("What must be done before it?").fill(`${awaited}, XX 9`);
  await press(unit, "Save who does it");
  checks.that("a reference of nothing is refused by its name", (await said(unit)).includes("No action is called “XX 9”."));
  await look(checks, unit, "who does it with an error");
  await unit.getByLabel("What must be done before it?").fill(awaited);
  await unit.getByLabel("Who leads it?").selectOption({ label: "Chair, Vulnerable Adolescent Group" });
  await unit.getByLabel("Cafcass", { exact: true }).check();
  await press(unit, "Save who does it");
  const page = await said(unit);
  checks.that("the action says who leads, who contributes and what it waits for",
    page.includes("Lead") && page.includes("Cafcass") && page.includes("Waits for") && page.includes(awaited));
  await look(checks, unit, "an action with its lead");
  await unit.goto(actions[3]);
  checks.that("the other one says what needs it", (await said(unit)).includes("Needed by"));

  await chair.goto("/notices");
  checks.that("the lead is told", (await said(chair)).includes("An action was given to you"));
  await unit.goto(`${actions[2]}/progress`);
  await unit.getByLabel("Blocked", { exact: true }).check();
  await unit.getByLabel("What happened?").fill("The lists are not there.");
  await press(unit, "Record this progress");
  checks.that("blocked needs its reason", (await said(unit)).includes("Say what it waits for."));
  await unit.getByLabel("Why is it blocked or stopped?").fill("The council's list of settings is awaited.");
  await press(unit, "Record this progress");
  checks.that("the action is blocked, and says why", (await said(unit)).includes("Why it is blocked"));
  await look(checks, unit, "a blocked action");
  await chair.goto("/notices");
  checks.that("who chairs the priority is told", (await said(chair)).includes("An action is blocked"));
  await unit.goto(`${list}?status=blocked`);
  checks.that("the list filters by it: this one, and one that was blocked before", (await unit.locator(".om-plan__title").count()) === 2);
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
checks.finish();
