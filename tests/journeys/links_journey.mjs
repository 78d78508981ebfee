// An agency answers for one action without an account: the business unit makes a link, the agency
// opens it on a telephone, answers, and sees nothing else; then the link is taken back.
import { join } from "node:path";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { overflow, violations } from "../browser/axe.mjs";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("links");
const program = new Program();
const browser = await openBrowser();

await checks.story("an agency answers", async () => {
  program.run("init", "--partnership", "Example Safeguarding Children Partnership");
  const unit = program.add("unit@example.org", "Head of delivery, business unit", "business-unit");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  await program.serve();
  const head = await visitor(browser, program.address);
  await welcome(head, unit);
  await head.goto("/plans");
  await head.locator(".om-plan__title").first().click();
  const action = new URL(head.url()).pathname, title = await head.textContent("h1");

  await head.getByRole("link", { name: "Ask somebody without an account" }).click();
  await head.getByRole("button", { name: "Make the link" }).click();
  checks.that("who will answer must be said", (await head.textContent("main")).includes("Say who will answer"));
  await head.getByLabel("Who will answer?").fill("Designated nurse, Integrated Care Board");
  await head.getByRole("button", { name: "Make the link" }).click();
  const link = await head.locator(".om-key-words").textContent();
  checks.that("the whole address is there to copy", link.startsWith(program.address + "/answer/"), link);

  const agency = await visitor(browser, program.address, { viewport: { width: 320, height: 640 }, javaScriptEnabled: true, bypassCSP: true });
  const began = Date.now();
  await agency.goto(link);
  checks.that("the agency sees the action", (await agency.textContent("h1")) === title);
  checks.that("and nothing to go elsewhere with", (await agency.locator("nav a, .om-menu a").count()) === 0);
  checks.that("the page fits a telephone", (await overflow(agency)) <= 0);
  const found = await violations(agency);
  checks.that("anybody can use it", found.length === 0, found.join("; "));
  await agency.getByRole("button", { name: "Send this answer" }).click();
  checks.that("an empty answer is refused in words", (await agency.textContent("main")).includes("Say what happened"));
  await agency.getByLabel("At risk").check();
  await agency.getByLabel("What happened?").fill("Two wards have <b>not</b> answered.");
  await agency.getByRole("button", { name: "Send this answer" }).click();
  checks.that("the answer is saved", (await agency.textContent("h1")) === "Your answer is saved");
  checks.that("it takes less than two minutes", Date.now() - began < 120000);
  await agency.goto(action);
  checks.that("the action's own page asks to sign in", new URL(agency.url()).pathname === "/sign-in");

  await head.goto(action);
  const seen = await head.textContent("main");
  checks.that("the business unit sees the answer and whose it is", seen.includes("Two wards have <b>not</b> answered.") && seen.includes("Designated nurse, Integrated Care Board"));
  await head.goto("/links");
  checks.that("the list says that the link was used", (await head.textContent("main")).includes("1 time"));
  await head.getByRole("button", { name: /Take it back/ }).click();
  const closed = await agency.goto(link);
  checks.that("a link that was taken back opens nothing", closed.status() === 404 && (await agency.textContent("h1")) === "This link works no longer");
});

await browser.close();
await program.end();
checks.finish();
