// What somebody owes and what has moved: an agency's lead finds what the agency owes and records progress from there;
// a chair reads what changed since 1 September; the business unit mends three gaps from the page that counts them.
import { openBrowser, openBusinessPlan, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("what is owed, what changed, what is missing");
const program = new Program();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();

async function arrive(link) {
  const page = await visitor(browser, program.address);
  await welcome(page, link);
  return page;
}

/// The number in front of a gap; 0 when it is among what is well.
async function gap(page, words) {
  const item = page.locator(".om-gaps > li", { hasText: words }).first();
  return (await item.count()) ? Number(await item.locator("b").innerText()) : 0;
}

let links;

await checks.story("an agency's lead records progress from what the agency owes", async () => {
  links = linksOf(program.run("init", "--example"));
  await program.serve();
  const lead = await arrive(links.get("Detective Superintendent, Norfolk Constabulary"));
  await lead.locator(".om-own a").first().click();
  const owner = lead.url();
  const before = await textOf(lead);
  checks.that("what is open and late is said in a sentence", /^\d+ open actions?, \d+ of them late\.$/m.test(before), before.slice(0, 400));
  checks.that("late comes first", (await lead.locator("main table .govuk-tag, main table .om-plan__col-is").nth(1).innerText()).includes("Late"));
  await picture(checks, lead, "owed");
  const [download] = await Promise.all([lead.waitForEvent("download"), lead.getByRole("link", { name: "CSV", exact: true }).click()]);
  checks.that("the same rows are a file", download.suggestedFilename().startsWith("owed-"), download.suggestedFilename());

  await lead.getByRole("navigation", { name: "Quick views" }).getByRole("link", { name: /^Late/ }).click();
  const title = await lead.locator(".om-plan__title").first().innerText();
  await lead.locator(".om-plan__title").first().click();
  await lead.getByRole("button", { name: "Record progress" }).click();
  await lead.getByLabel("Done", { exact: true }).check();
  await lead.getByLabel("What happened?").fill("Every agency has answered.");
  await lead.getByRole("button", { name: "Record this progress" }).click();
  await lead.goto(`${owner}?show=finished`);
  const after = await textOf(lead);
  checks.that("it is among what was finished", after.includes(title), after.slice(0, 900));
  checks.that("it was late, and nothing shows it yet", /1 was done late/.test(after) && /1 without\b/.test(after), after.slice(-900));
});

await checks.story("a chair reads what changed since 1 September", async () => {
  const chair = await arrive(links.get("Chair, Vulnerable Adolescent Group"));
  await openBusinessPlan(chair);
  await chair.getByRole("link", { name: "Changes", exact: true }).click();
  await chair.getByLabel("Since which day").fill("1 September 2026");
  await chair.getByRole("button", { name: "Show changes" }).click();
  const page = await textOf(chair);
  checks.that("how many changed is said first", /^\d+ actions changed since 1 September 2026\.$/m.test(page), page.slice(0, 300));
  checks.that("what was just done is told with its words", page.includes("Done; it was") && page.includes("Every agency has answered."), page.slice(0, 900));
  checks.that("nothing of June is told as new", !/\bNew\.\s/.test(page));
  await picture(checks, chair, "changes");
  await chair.getByRole("link", { name: /^Done/ }).click();
  checks.that("one kind is shown alone", (await chair.locator(".om-changes tbody tr").count()) >= 1 && !(await textOf(chair)).includes("Nothing of that kind"));
  await chair.getByRole("heading", { name: /Vulnerable adolescents/ }).getByRole("link").click();
  checks.that("the priority has a page of its own changes", new URL(chair.url()).pathname.startsWith("/priorities/"));
});

await checks.story("the business unit mends three gaps from the page", async () => {
  const unit = await arrive(links.get("Head of delivery, business unit"));
  await openBusinessPlan(unit);
  await unit.getByRole("link", { name: "Gaps", exact: true }).click();
  const page = unit.url();
  const owners = await gap(unit, "open actions without an owner"), dates = await gap(unit, "without a date");
  await unit.goto("/gaps");
  const everywhere = await gap(unit, "without a date");
  checks.that("the page of all plans counts those of the others, too", everywhere > dates, `${everywhere} ${dates}`);
  await unit.goto(page);
  checks.that("there is something to mend", owners > 1 && dates > 1, `${owners} ${dates}`);
  await picture(checks, unit, "gaps");

  await unit.getByRole("link", { name: "Find an owner" }).click();
  await unit.locator("input[name=chosen]").first().check();
  await unit.locator("select[name=owner]").selectOption({ index: 2 });
  await unit.getByRole("button", { name: "Look at the changes" }).click();
  await unit.getByRole("button", { name: "Save these rows" }).click();
  await unit.goto(page);
  checks.that("one more has an owner", (await gap(unit, "open actions without an owner")) === owners - 1);

  await unit.locator(".om-gaps > li", { hasText: "without a date" }).getByRole("link").first().click();
  await unit.locator(".om-plan__title").first().click();
  await unit.getByRole("button", { name: "Change", exact: true }).click();
  await unit.getByLabel("Target date, in your own words").fill("31 March 2027");
  await unit.getByRole("button", { name: "Save this action" }).click();
  await unit.goto(page);
  checks.that("one more has a date", (await gap(unit, "without a date")) === dates - 1);

  const unproven = await gap(unit, "done without evidence");
  await unit.locator(".om-gaps > li", { hasText: "done without evidence" }).getByRole("link").first().click();
  await unit.locator(".om-plan__title").first().click();
  await unit.goto(`${unit.url().split("?")[0]}/evidence`);
  await unit.getByLabel("What is it?").fill("Minutes");
  await unit.getByLabel("What does it show?").fill("Who answered, and when.");
  await unit.getByRole("button", { name: "Add this evidence" }).click();
  await unit.goto(page);
  checks.that("one more is shown to be done", (await gap(unit, "done without evidence")) === unproven - 1);
  await unit.goto("/gaps");
  checks.that("the page of all plans has one fewer, too", (await gap(unit, "without a date")) === everywhere - 1);
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
checks.finish();
