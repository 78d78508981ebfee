// June: the chair of a group keeps the yearly review of its priority, and nothing else of the plan is theirs to change; the
// business unit makes the next edition from it, and compares the two. Years earlier, two editions were imported: the
// newer one is said to follow the older, and said again.
import { openBrowser, openBusinessPlan, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program, root } from "../browser/program.mjs";
import { join } from "node:path";

const checks = new Checks("the June review and the next edition");
const program = new Program();
const browser = await openBrowser();
const words = (page) => page.locator("main").innerText();
const press = (page, name) => page.getByRole("button", { name }).first().click();

async function arrive(link) {
  const page = await visitor(browser, program.address);
  await welcome(page, link);
  return page;
}

program.run("init", "--example");
const unit_link = program.add("unit@example.org", "Business manager", "business-unit");
const chair_link = program.add("chair@example.org", "Chair of the group", "group-chair", "--for", "Vulnerable Adolescent Group");
const june = "2027-06-11";
await program.serve("--today", june);
const unit = await arrive(unit_link), chair = await arrive(chair_link);

await checks.story("a chair keeps the review", async () => {
  await unit.goto("/plans?all=yes");
  await unit.getByRole("link", { name: "Business plan 2026 to 2027" }).click();
  await unit.getByRole("link", { name: "Priorities", exact: true }).click();
  const addresses = await unit.locator('main h2 a[href^="/priorities/"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  await chair.goto(addresses[0]);
  await chair.getByRole("link", { name: "Keep the yearly review" }).click();
  await chair.getByLabel("Goes on, with changes").check();
  await chair.getByLabel("Why?").fill("Fewer are missing twice. Transition has a priority of its own.");
  await press(chair, "Keep this review");
  checks.that("the review stands on the priority's page", (await words(chair)).includes("Transition has a priority of its own."), (await words(chair)).slice(0, 900));
  checks.that("the next one is a year away", (await words(chair)).includes("By 11 Jun 2028"));
  await picture(checks, chair, "june-review-kept");
  checks.that("what the plan says is not theirs to change", (await chair.goto(`${addresses[0]}/adoption`)).status() === 404);
  checks.that("nor the review of another group's", (await chair.goto(`${addresses[2]}/review`)).status() === 404);
});

await checks.story("the next edition is made from it", async () => {
  await unit.goto("/plans?all=yes");
  await unit.getByRole("link", { name: "Business plan 2026 to 2027" }).click();
  await unit.getByRole("link", { name: "Editions" }).click();
  await unit.getByRole("link", { name: "Make the next edition" }).click();
  const first = unit.locator(".om-next__action").first(), title = (await first.locator("legend").innerText()).trim();
  await first.getByLabel("Leave behind").check();
  await first.getByText("A reason or another date").click();
  await first.getByLabel("Why it is left behind, or how it was done").fill("The training college does it now");
  await press(unit, "Make the next edition");
  const compared = await words(unit);
  checks.that("the two are compared at once", compared.includes("The training college does it now") && compared.includes(title), compared.slice(0, 900));
  await unit.goto("/plans?all=yes");
  await unit.getByRole("link", { name: "Business plan 2027 to 2028" }).click();
  await unit.getByRole("link", { name: "Priorities", exact: true }).click();
  await unit.locator('main h2 a[href^="/priorities/"]').first().click();
  checks.that("the review went on with its priority", (await words(unit)).includes("Vulnerable adolescents"));
});

await checks.story("two imported editions, said to follow", async () => {
  await unit.goto("/plans?all=yes");
  await unit.getByRole("link", { name: "Business plan 2026 to 2027" }).click();
  const address = new URL(unit.url()).pathname.replace("/actions", "");
  await unit.goto(`${address}/compared`);
  checks.that("what was left four years before says why", (await words(unit)).includes("The health service pays for it"), (await words(unit)).slice(0, 600));
  await picture(checks, unit, "compared-after-four-years");
  await unit.goto(`${address}/editions`);
  await unit.getByRole("link", { name: "Say again what goes on from the edition before" }).click();
  await picture(checks, unit, "follows-which");
  await press(unit, "Look at the two");
  await picture(checks, unit, "follows-pairs");
  const training = unit.getByLabel("Carried on as for CE 5");
  checks.that("what was said stands there", (await training.inputValue()) === "VA 1");
  await training.fill("VA 99");
  await press(unit, "Save what goes on");
  checks.that("a reference that is none is named", (await words(unit)).includes("There is no VA 99 in"), (await words(unit)).slice(0, 400));
  await picture(checks, unit, "follows-problem");
  await unit.getByLabel("Carried on as for CE 5").fill("");
  await unit.getByLabel("If not, why it was left behind, or how it was done for CE 5").fill("Every agency trains its own people");
  await press(unit, "Save what goes on");
  checks.that("the comparison says the new reason", (await words(unit)).includes("Every agency trains its own people"), (await words(unit)).slice(0, 600));
  await unit.goto(`${address}/follows?before=none`);
  await press(unit, "It follows no edition");
  checks.that("it can follow none", (await words(unit)).includes("Say which edition it follows"), (await words(unit)).slice(0, 600));
  const both = ["follow", "--plan", "Business plan 2026 to 2027", "--before", "Business plan 2022 to 2023"];
  checks.that("the command proposes what is alike", program.run(...both).includes("action,CE 14,Share one intelligence picture of exploitation and county lines,VA 10,,,like words"), program.run(...both).slice(0, 800));
  checks.that("and saves what a file says", program.run(...both, "--pairs", join(root, "example/follows-2026-27.csv"), "--confirm").includes("Saved."));
  await unit.goto(`${address}/compared`);
  checks.that("as it was at first", (await words(unit)).includes("VA 1, before CE 5"), (await words(unit)).slice(0, 600));
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
checks.finish();
