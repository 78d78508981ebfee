// From one year to the next: the chair works through the June review, the next edition is made from it, and both are
// compared; then a locality plan is drafted by hand,
// and an action of it moves; in the end two people say at once what goes on.
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program, root } from "../browser/program.mjs";
import { join } from "node:path";

const checks = new Checks("one edition follows another");
const program = new Program();
const browser = await openBrowser();
const words = (page) => page.locator("main").innerText();

await checks.story("one edition follows another", async () => {
  program.run("init", "--partnership", "Example Partnership");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  await program.serve();
  const unit = await visitor(browser, program.address);
  await welcome(unit, link);

  await unit.goto("/plans");
  await unit.getByRole("link", { name: "Editions" }).click();
  await unit.getByRole("link", { name: "Make the next edition" }).click();
  checks.that("the period that follows is proposed", (await unit.getByLabel("Its period").inputValue()).includes("2027-28"), await unit.getByLabel("Its period").inputValue());
  await picture(checks, unit, "next-edition");
  const form = unit.url();

  const first = unit.locator(".om-next__action").first();
  const title = (await first.locator("legend").innerText()).trim();
  await first.getByLabel("Leave behind").check();
  await unit.getByRole("button", { name: "Make the next edition" }).click();
  checks.that("what is left behind says why", /Say why .* is left behind/.test(await words(unit)), (await words(unit)).slice(0, 400));
  checks.that("what was chosen is still there", await unit.locator(".om-next__action").first().getByLabel("Leave behind").isChecked());
  await picture(checks, unit, "next-edition-problem");
  await unit.locator(".om-next__action").first().getByLabel("Why it is left behind, or how it was done").fill("Another board does it");

  const other = await unit.context().newPage();
  await other.goto("/actions");
  await other.getByRole("link", { name: title }).first().click();
  await other.getByRole("button", { name: "Change", exact: true }).click();
  await other.getByLabel("Title, in one line").fill("Put better by somebody else");
  await other.getByRole("button", { name: "Save this action" }).click();
  await unit.getByRole("button", { name: "Make the next edition" }).click();
  checks.that("what somebody saved meanwhile stands at its place", (await words(unit)).includes("Put better by somebody else"), (await words(unit)).slice(0, 600));
  checks.that("nothing was made", (await unit.title()).startsWith("Error"));
  await picture(checks, unit, "next-edition-stale");
  await unit.getByRole("button", { name: "Make the next edition" }).click();
  checks.that("it is made and compared at once", (await words(unit)).includes("1 left behind") && (await words(unit)).includes("Another board does it"), (await words(unit)).slice(0, 600));
  await picture(checks, unit, "compared");

  await unit.goto(form);
  checks.that("one edition is followed by one", (await words(unit)).includes("already"));
  await unit.getByRole("link", { name: /2027/ }).first().click();
  checks.that("the new plan says which it follows", (await words(unit)).includes("Follows 2026-27"), (await words(unit)).slice(0, 400));
  await unit.getByRole("link", { name: "2026-27" }).first().click();
  checks.that("the old one is read, and says by which it is followed", (await words(unit)).includes("Followed by 2027-28"), (await words(unit)).slice(0, 400));

  await unit.goto("/plans");
  checks.that("the one that runs is opened at once", /\/plans\/\w{26}\/actions$/.test(new URL(unit.url()).pathname), unit.url());
  await unit.getByRole("link", { name: "All plans" }).click();
  checks.that("and the others are one click away", (await words(unit)).includes("Followed by a newer edition") || (await words(unit)).includes("2 plans."), (await words(unit)).slice(0, 300));
  await unit.getByRole("button", { name: "Add a plan" }).click();
  await unit.getByRole("button", { name: "Add this plan" }).click();
  checks.that("a title is asked for", /Give it a title/.test(await words(unit)));
  await picture(checks, unit, "add-plan");
  await unit.getByLabel("Title", { exact: true }).fill("Locality plan for the coast");
  await unit.getByLabel("Period").fill("2026-27");
  await unit.getByLabel("Locality plan").check();
  await unit.getByLabel("Or one who is not in the list").fill("Coast locality group");
  await unit.getByRole("button", { name: "Add this plan" }).click();
  checks.that("the plan says what it is and whose", /Locality plan/.test(await words(unit)) && /Of Coast locality group/.test(await words(unit)), (await words(unit)).slice(0, 400));
  await unit.getByRole("link", { name: "Add a priority" }).click();
  await picture(checks, unit, "add-priority");
  await unit.getByLabel("Name", { exact: true }).fill("Neglect on the coast");
  await unit.getByRole("button", { name: "Add", exact: true }).click();
  await unit.getByRole("button", { name: "Add an objective" }).click();
  await unit.getByLabel("Title, in one line").fill("See it early");
  await unit.getByRole("button", { name: "Add this objective" }).click();
  await picture(checks, unit, "objective-to-draft");
  await unit.getByRole("button", { name: "Add an action" }).click();
  await unit.getByLabel("Title, in one line").fill("Train the front door");
  await unit.getByLabel("Target date, in your own words").fill("31 June 2027");
  await unit.getByRole("button", { name: "Add this action" }).click();
  checks.that("what is no date is asked about", await unit.getByLabel("Keep these words; it has no date yet").isVisible());
  await picture(checks, unit, "add-action");
  await unit.getByLabel("Target date, in your own words").fill("Autumn 2027");
  await unit.getByRole("button", { name: "Add this action" }).click();
  checks.that("the reading of the date is shown back", /Autumn 2027 is read as/.test(await words(unit)) || /Autumn 2027 is read as/.test(await unit.locator("body").innerText()), (await unit.locator("body").innerText()).slice(0, 500));

  await unit.getByRole("link", { name: "Move it" }).click();
  await picture(checks, unit, "move-action");
  await unit.getByRole("link", { name: "Business plan 2027 to 2028" }).click();
  await unit.getByRole("button", { name: "Move it" }).click();
  checks.that("a place is asked for", /Choose where it moves to/.test(await words(unit)));
  await unit.getByRole("radio").first().check();
  await unit.getByRole("button", { name: "Move it" }).click();
  checks.that("it has the next free reference there", /it is VA 11 here/.test(await unit.locator("body").innerText()), (await unit.locator("body").innerText()).slice(0, 400));
  await unit.getByText("Every change").click();
  checks.that("its history says that it moved", (await words(unit)).includes("Moved in the plan"));

  await unit.goto("/plans/all");
  await unit.getByRole("link", { name: "Business plan 2027 to 2028" }).first().click();
  const newer = /plans\/(\w{26})/.exec(unit.url())[1];
  for (const page of [unit, other]) {
    await page.goto(`/plans/${newer}/follows`);
    await page.getByRole("button", { name: "Look at the two" }).click();
  }
  const row = (page) => page.locator(".om-next__action").nth(1);
  const carried = await row(unit).getByLabel(/Carried on as/).inputValue();
  await row(other).getByLabel(/Carried on as/).fill("");
  await row(other).getByLabel(/If not, why/).fill("Another plan has it");
  await other.getByRole("button", { name: "Save what goes on" }).click();
  await unit.getByRole("button", { name: "Save what goes on" }).click();
  checks.that("what another one said meanwhile stands at its row", (await row(unit).innerText()).includes(`It goes on as ${carried} no longer.`) && (await row(unit).innerText()).includes("Another plan has it"), (await row(unit).innerText()).slice(0, 600));
  checks.that("and what was typed is still there", (await row(unit).getByLabel(/Carried on as/).inputValue()) === carried);
  await picture(checks, unit, "follows-stale");
  await unit.getByRole("button", { name: "Save what goes on" }).click();
  await unit.goto(`/plans/${newer}/follows`);
  await unit.getByRole("button", { name: "Look at the two" }).click();
  checks.that("saved again, it is given back", (await row(unit).getByLabel(/Carried on as/).inputValue()) === carried);
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
checks.finish();
