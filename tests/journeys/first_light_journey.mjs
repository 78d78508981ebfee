// The story of first light: a Word plan becomes a living plan. The business unit imports it, looks,
// filters, an owner updates an action and signs out, somebody else sees it, an outsider does not.
import { join } from "node:path";
import { openBrowser, signIn, signOut, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("first light");
const program = new Program();
const plan = join(root, "example/business-plan-2026-27.docx");
const browser = await openBrowser();

await checks.story("first light", async () => {
  program.run("init", "--partnership", "Example Safeguarding Children Partnership");
  const links = {
    unit: program.add("unit@example.org", "Head of delivery, business unit", "business-unit"),
    owner: program.add("owner@example.org", "Detective Superintendent", "group-member", "--for", "Vulnerable Adolescent Group"),
    reader: program.add("reader@example.org", "Delegated safeguarding partner, health", "delegated-partner"),
    outsider: program.add("outsider@example.org", "Events office", "none"),
  };
  await program.serve();
  const unit = await visitor(browser, program.address);

  // The link works once.
  await welcome(unit, links.unit);
  checks.that("the head of delivery is signed in", await unit.getByText("Head of delivery, business unit").first().isVisible());
  const again = await visitor(browser, program.address);
  await again.goto(links.unit);
  checks.that("a used link says so", (await again.textContent("h1")).includes("has been used"));

  // Import: upload, look, confirm.
  await unit.goto("/plans/import");
  await unit.getByLabel("The plan, as a Word file").setInputFiles(plan);
  await unit.getByRole("button", { name: "Look at the plan" }).click();
  checks.that("the preview says that nothing is saved", (await unit.textContent("main")).includes("Nothing has been saved yet."));
  checks.that("doubtful rows come first", (await unit.locator("main h2").first().textContent()).startsWith("Doubtful"));
  const counted = Number(await unit.locator(".om-counts li").nth(1).locator("b").textContent());
  checks.that("every action is new", counted > 40, String(counted));
  await unit.getByRole("button", { name: "Save this plan" }).click();
  checks.that("the plan is saved, and how much of it", (await unit.textContent("main")).includes(`Saved: ${counted} new.`));

  // Look and filter.
  const address = new URL(unit.url()).pathname;
  const rows = () => unit.locator(".om-plan tbody tr:has(td)").count();
  checks.that("the list shows its first fifty", (await rows()) === 50, String(await rows()));
  await unit.getByRole("navigation", { name: "Quick views" }).getByRole("link", { name: /^No date/ }).click();
  const undated = await rows();
  const said = Number((await unit.getByRole("navigation", { name: "Quick views" }).locator("[aria-current] b").textContent()));
  checks.that("a count leads to exactly its rows", undated === said && undated > 0, `${undated} rows, ${said} said`);
  await unit.getByLabel("Words").fill("no such words anywhere");
  await unit.getByRole("button", { name: "Apply filters" }).click();
  checks.that("nothing found says how to see all", (await unit.textContent("main")).includes("Clear the filters"));

  // An owner updates an action of theirs.
  const owner = await visitor(browser, program.address, { viewport: { width: 360, height: 740 } });
  await welcome(owner, links.owner);
  await owner.goto(`${address}?owner=`);
  await owner.locator(".om-plan__title").first().click();
  const action = new URL(owner.url()).pathname;
  await owner.getByRole("button", { name: "Record progress" }).click();
  await owner.getByLabel("At risk").check();
  await owner.getByLabel("What happened?").fill("Two <b>agencies</b> & a college have not answered.");
  await owner.getByRole("button", { name: "Record this progress" }).click();
  checks.that("the progress is on the action's page", (await owner.textContent("main")).includes("Two <b>agencies</b> & a college have not answered."));
  await owner.getByRole("link", { name: "Add evidence" }).first().click();
  await owner.getByLabel("What is it?").fill("Minutes");
  await owner.getByRole("button", { name: "Add this evidence" }).click();
  checks.that("what is missing is said", (await owner.textContent("main")).includes("Say what it shows"));
  checks.that("what was typed is still there", (await owner.getByLabel("What is it?").inputValue()) === "Minutes");
  await owner.getByLabel("What does it show?").fill("Who answered.");
  await owner.getByRole("button", { name: "Add this evidence" }).click();
  checks.that("the evidence is on the page", (await owner.textContent("main")).includes("Who answered."));
  await owner.goto(`${action}/change`);
  checks.that("an owner may not change the plan's words", (await owner.textContent("h1")) === "Page not found");
  await owner.goto("/");
  await owner.getByText("Menu").click();
  await signOut(owner);
  await owner.goto(action);
  checks.that("after signing out the action asks to sign in", new URL(owner.url()).pathname === "/sign-in");
  await owner.goBack();
  await owner.reload();
  checks.that("the back button shows nothing either", !(await owner.textContent("body")).includes("have not answered"));

  // Somebody else sees it.
  const reader = await visitor(browser, program.address);
  await welcome(reader, links.reader);
  await reader.goto(action);
  checks.that("a reader sees the progress, who and when", (await reader.textContent("main")).includes("have not answered") && (await reader.textContent("main")).includes("Detective Superintendent"));
  checks.that("a reader has no button to update", (await reader.getByRole("button", { name: "Record progress" }).count()) === 0);

  // An outsider does not.
  const outsider = await visitor(browser, program.address);
  await welcome(outsider, links.outsider);
  for (const path of [action, address, "/plans", "/plans/import"]) {
    const answer = await outsider.goto(path);
    checks.that(`an outsider does not find ${path.split("/")[1]}`, answer.status() === 404);
  }
  await outsider.goto("/");
  checks.that("an outsider's home names nothing of the plan", !(await outsider.textContent("body")).includes("Vulnerable"));

  // Sign in again with the password, and with a wrong one.
  const back = await visitor(browser, program.address);
  await signIn(back, "owner@example.org", "not the right words");
  checks.that("a wrong password is refused in words", (await back.textContent("main")).includes("do not belong together"));
  await signIn(back, "owner@example.org");
  checks.that("the right one opens", new URL(back.url()).pathname === "/");
  checks.that("the file is sound", program.run("verify").startsWith("Sound"));
});

await checks.story("two people at once", async () => {
  const one = await visitor(browser, program.address);
  const two = await visitor(browser, program.address);
  await signIn(one, "unit@example.org");
  await signIn(two, "unit@example.org");
  await one.goto("/plans");
  await one.locator(".om-plan__title").nth(3).click();
  const action = new URL(one.url()).pathname;
  await one.goto(`${action}/change`);
  await two.goto(`${action}/change`);
  await one.getByLabel("Target date, in your own words").fill("31 March 2027");
  await one.getByRole("button", { name: "Save this action" }).click();
  await two.getByLabel("Title, in one line").fill("Written by the second person");
  await two.getByRole("button", { name: "Save this action" }).click();
  const text = await two.textContent("main");
  checks.that("the second is told who saved what", text.includes("31 March 2027") && text.includes("while you were writing"));
  checks.that("the second's words are still there", (await two.getByLabel("Title, in one line").inputValue()) === "Written by the second person");
  await two.getByLabel("Target date, in your own words").fill("31 March 2027");
  await two.getByRole("button", { name: "Save this action" }).click();
  checks.that("both texts can be put together and saved", (await two.textContent("h1")) === "Written by the second person");
});

await checks.story("a revised plan", async () => {
  const unit = await visitor(browser, program.address);
  await signIn(unit, "unit@example.org");
  await unit.goto("/plans/import");
  await unit.getByLabel("The plan, as a Word file").setInputFiles(plan);
  await unit.getByRole("button", { name: "Look at the plan" }).click();
  const numbers = await unit.locator(".om-counts b").allTextContents();
  checks.that("the same document changes only what was changed here", numbers[1] === "0" && numbers[2] === "1" && numbers[4] === "0", numbers.join(" "));
  await unit.goto("/plans/import");
  await unit.getByLabel("The plan, as a Word file").setInputFiles(join(root, "package.json"));
  await unit.getByRole("button", { name: "Look at the plan" }).click();
  checks.that("what is no Word file is refused in a sentence", (await unit.locator(".govuk-error-summary").textContent()).includes("Word"));
});

await browser.close();
await program.end();
checks.finish();
