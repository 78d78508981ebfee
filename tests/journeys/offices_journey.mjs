// Who is responsible: an office changes hands in the middle of a month, somebody acts for a while, what was said wrongly
// is put right, and an office that guidance asks for stands on the first page while nobody holds it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("offices and who holds them");
const program = new Program();
const folder = mkdtempSync(join(tmpdir(), "openmasa-offices-"));
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();

async function arrive(link) {
  const page = await visitor(browser, program.address);
  await welcome(page, link);
  return page;
}
const heldOn = async (page, day) => {
  await page.getByLabel("Who held it on a day?").fill(day);
  await page.getByRole("button", { name: "Show who held it" }).click();
  return textOf(page);
};

let links, unit, office;

await checks.story("the offices of the arrangements are found, and who holds each", async () => {
  links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(links.get("Head of delivery, business unit"));
  await unit.goto("/agencies");
  await unit.getByRole("link", { name: "Offices", exact: true }).click();
  const list = await textOf(unit);
  checks.that("how many there are and how many nobody holds is said first", /\d+ offices on this day\. Nobody holds 1 of them\./.test(list), list.slice(0, 300));
  await picture(checks, unit, "offices");
  await unit.getByRole("link", { name: /^Nobody holds it/ }).click();
  checks.that("the empty one is found", (await textOf(unit)).includes("Director of Quality and Transformation"));
  await unit.goto("/offices");
  await unit.getByRole("link", { name: "Partnership chair", exact: true }).click();
  office = unit.url();
  checks.that("its page says who holds it", /Assistant Chief Constable, Norfolk Constabulary holds it since 1 Dec 2025/.test(await textOf(unit)));
});

await checks.story("it changes hands in the middle of a month", async () => {
  await unit.getByRole("button", { name: "Hand over" }).click();
  await unit.getByLabel("Who comes next?").fill("Nobody we know");
  await unit.getByLabel("From which day?").fill("soon");
  await unit.getByRole("button", { name: "Hand it over" }).click();
  const refused = await textOf(unit);
  checks.that("what is wrong stands beside its field", /Nobody here is called/.test(refused) && /Enter the day, as 12 June 2026/.test(refused), refused.slice(0, 600));
  await picture(checks, unit, "hand-over-with-errors");
  await unit.getByLabel("Who comes next?").fill("Delegated safeguarding partner, health");
  await unit.getByLabel("From which day?").fill("14 November 2026");
  await unit.getByLabel("Note").fill("Agreed by the three, 2 November 2026.");
  await unit.getByRole("button", { name: "Hand it over" }).click();
  checks.that("it is saved", /Saved\./.test(await unit.locator("body").innerText()));
  checks.that("whoever held it ended the day before", /13 Nov 2026/.test(await textOf(unit)));
  checks.that("on the day before it was the one", /On 13 Nov 2026: Assistant Chief Constable/.test(await heldOn(unit, "13 November 2026")));
  checks.that("on the day it is the other", /On 14 Nov 2026: Delegated safeguarding partner, health/.test(await heldOn(unit, "14 November 2026")));
  await picture(checks, unit, "office");
});

await checks.story("what the leaver leads in person passes by a list that is agreed", async () => {
  const name = "Delegated safeguarding partner, health";
  const actions = JSON.parse(program.run("export", "actions", "--format", "json")).filter((one) => one.status === "in_progress" && one.plan === "Business plan 2026 to 2027").slice(0, 2);
  for (const action of actions) action.lead = name;
  const file = join(folder, "led.json");
  writeFileSync(file, JSON.stringify(actions));
  program.run("import", "actions", file, "--confirm");
  await unit.goto(office);
  await unit.getByRole("button", { name: "Hand over" }).click();
  await unit.getByLabel("Who comes next?").fill("Assistant Chief Constable, Norfolk Constabulary");
  await unit.getByLabel("From which day?").fill("20 November 2026");
  await unit.getByRole("button", { name: "Hand it over" }).click();
  const list = await textOf(unit);
  checks.that("the list stands there at once", /leads 2 actions that are open/.test(list) && actions.every((one) => list.includes(one.reference)), list.slice(0, 600));
  checks.that("the next holder is proposed", (await unit.getByLabel("Who takes over?").inputValue()) === "Assistant Chief Constable, Norfolk Constabulary");
  await picture(checks, unit, "what-they-lead");
  await unit.getByRole("button", { name: "Agree the list and pass it on" }).click();
  checks.that("nothing passes before somebody agreed", /Say who agreed the list/.test(await textOf(unit)));
  await unit.getByLabel(new RegExp(`What becomes of it: ${actions[1].reference}:`)).selectOption("stays");
  await unit.getByLabel("Who agreed this list?").fill("Delegated partners");
  await unit.getByRole("button", { name: "Agree the list and pass it on" }).click();
  const now = JSON.parse(program.run("export", "actions", "--format", "json"));
  const leadOf = (action) => now.find((one) => one.id === action.id).lead;
  checks.that("one passed and one stayed", leadOf(actions[0]).startsWith("Assistant Chief Constable") && leadOf(actions[1]) === name, `${leadOf(actions[0])} / ${leadOf(actions[1])}`);
  checks.that("the office is back", unit.url().startsWith(office) && /Saved\./.test(await unit.locator("body").innerText()));
  await unit.getByRole("link", { name: "Put right Assistant Chief Constable, Norfolk Constabulary" }).first().click();
  await unit.getByLabel("They never held it").check();
  await unit.getByRole("button", { name: "Put it right" }).click();
  await unit.getByRole("link", { name: "Put right Delegated safeguarding partner, health" }).click();
  await unit.getByLabel("Until which day?").fill("");
  await unit.getByRole("button", { name: "Put it right" }).click();
  checks.that("and as it was again", /Delegated safeguarding partner, health holds it since 14 Nov 2026/.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
});

await checks.story("two do not hold it at once, but one may act", async () => {
  await unit.getByRole("button", { name: "Hand over" }).click();
  await unit.getByLabel("Who comes next?").fill("Director, Children's Services");
  await unit.getByLabel("From which day?").fill("1 June 2026");
  await unit.getByRole("button", { name: "Hand it over" }).click();
  checks.that("what overlaps is refused in words", /Two hold an office at once only/.test(await textOf(unit)), (await textOf(unit)).slice(0, 500));
  await unit.getByLabel("From which day?").fill("16 November 2026");
  await unit.getByLabel("They act", { exact: true }).check();
  await unit.getByLabel("Until which day?").fill("30 November 2026");
  await unit.getByRole("button", { name: "Hand it over" }).click();
  const page = await textOf(unit);
  checks.that("who acts is said first", /Director, Children's Services acts since 16 Nov 2026; Delegated/.test(page), page.slice(0, 400));
  checks.that("that both hold it is said", /both, 16 Nov 2026 to 30 Nov 2026/.test(page), page);
});

await checks.story("what was said wrongly is put right, and a mistake goes", async () => {
  await unit.getByRole("link", { name: "Put right Director, Children's Services" }).first().click();
  await picture(checks, unit, "put-right");
  await unit.getByLabel("They never held it").check();
  await unit.getByRole("button", { name: "Put it right" }).click();
  checks.that("it is gone from the page", !/acts since/.test(await textOf(unit)));
});

await checks.story("an office that guidance asks for and nobody holds is on the first page", async () => {
  await unit.getByRole("link", { name: "Put right Delegated safeguarding partner, health" }).click();
  await unit.getByLabel("Until which day?").fill("20 November 2026");
  await unit.getByRole("button", { name: "Put it right" }).click();
  checks.that("the page says so with the clause", /Nobody holds it\. Working Together 2023, chapter 2 asks for one \(check against current guidance\)/.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
  const partner = await arrive(links.get("Lead safeguarding partner, council"));
  await partner.goto("/");
  checks.that("a lead partner's first page says it", /Nobody holds the office “Partnership chair”/.test(await textOf(partner)), (await textOf(partner)).slice(0, 900));
  await picture(checks, partner, "home-with-an-empty-office");
  const analyst = await arrive(links.get("Data analyst, business unit"));
  await analyst.goto("/");
  checks.that("others are not told there", !/Nobody holds/.test(await textOf(analyst)));
  checks.that("and change nothing", (await analyst.request.get(`${office}/hand-over`)).status() === 404);
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true, force: true });
checks.finish();
