// Two care boards become one: what the earlier one answers for is listed, agreed and passes on, each list as at a day
// shows the right one, and a moved action says why.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("two care boards become one");
const folder = mkdtempSync(join(tmpdir(), "openmasa-merger-"));
const program = new Program();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();
const rows = (...more) => JSON.parse(program.run("export", "agencies", "--format", "json", ...more));
const earlier = "Norfolk and Waveney Integrated Care Board", later = "Norfolk and Suffolk Integrated Care Board";

/// Gives the earlier board three actions of the plan to own.
function giveActions() {
  const actions = JSON.parse(program.run("export", "actions", "--format", "json")).filter((one) => one.status === "not_started").slice(0, 3);
  for (const action of actions) action.owner = earlier;
  const file = join(folder, "actions.json");
  writeFileSync(file, JSON.stringify(actions));
  program.run("import", "actions", file, "--confirm");
  return actions;
}

let unit, reader, page, actions;

await checks.story("the two boards are there, and the earlier one owns three actions", async () => {
  program.run("init", "--partnership", "Example Partnership");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  const other = program.add("partner@example.org", "Lead safeguarding partner", "lead-partner");
  program.run("import", "agencies", join(root, "example/agencies.csv"), "--confirm");
  const file = join(folder, "later.csv");
  writeFileSync(file, `name,sector,role,section_11,kind,from\n${later},Health,Statutory partner,yes,care_board,2026-04-01\n${earlier},Health,Statutory partner,yes,care_board,2022-07-01\n`);
  program.run("import", "agencies", file, "--confirm");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  actions = giveActions();
  await program.serve();
  unit = await visitor(browser, program.address);
  await welcome(unit, link);
  reader = await visitor(browser, program.address);
  await welcome(reader, other);
  await unit.goto("/agencies?statutory_partner=yes");
  await unit.getByRole("link", { name: earlier }).click();
  page = new URL(unit.url()).pathname;
  const text = await textOf(unit);
  checks.that("its page says what it owes", /3 open actions/.test(text), text.slice(0, 900));
  checks.that("and by which law it is a partner", /Children Act 2004, section 16E/.test(text));
  await picture(checks, unit, "agency-to-be-merged");
});

await checks.story("what cannot be is said beside its field", async () => {
  await unit.getByRole("button", { name: "Before and after" }).click();
  await picture(checks, unit, "following-empty");
  await unit.getByRole("button", { name: "See what would pass on" }).click();
  const nothing = await textOf(unit);
  for (const words of ["Choose which agency follows it.", "Choose what happens.", "Enter the day, as 1 April 2026.", "Say on what ground"])
    checks.that(`it says: ${words}`, nothing.includes(words), nothing.slice(0, 900));
  await picture(checks, unit, "following-errors");
  await unit.getByLabel("Which agency follows?").selectOption({ label: later });
  await unit.getByLabel("It merges with others into it").check();
  await unit.getByLabel("On what ground?").fill("Order of the Secretary of State");
  await unit.getByLabel("From which day?").fill("31 March 2026");
  await unit.getByRole("button", { name: "See what would pass on" }).click();
  checks.that("a day on which the later one is not there yet is refused", /begins only on 1 April 2026/.test(await textOf(unit)));
  await unit.getByLabel("From which day?").fill("1 July 2022");
  await unit.getByRole("button", { name: "See what would pass on" }).click();
  checks.that("and one on which the earlier had not begun", /began on 1 July 2022: the day is after that/.test(await textOf(unit)));
});

await checks.story("the list is agreed first, then all passes on at once", async () => {
  await unit.getByLabel("From which day?").fill("1 April 2026");
  await unit.getByRole("button", { name: "See what would pass on" }).click();
  const list = await textOf(unit);
  for (const action of actions) checks.that(`${action.reference} is on the list`, list.includes(`${action.reference}:`), list.slice(0, 900));
  await picture(checks, unit, "list-to-agree");
  await unit.getByLabel(new RegExp(`What becomes of it: ${actions[2].reference}:`)).selectOption("ends");
  await unit.getByRole("button", { name: "Agree the list and pass it on" }).click();
  const refused = await textOf(unit);
  checks.that("one that ends says why, and somebody agrees", /Say why it ends\./.test(refused) && /Say who agreed the list/.test(refused), refused.slice(0, 600));
  await picture(checks, unit, "list-with-errors");
  checks.that("nothing has passed yet", JSON.parse(program.run("export", "actions", "--format", "json")).filter((one) => one.owner === earlier).length === 3);
  await unit.getByLabel(new RegExp(`Why, where it ends: ${actions[2].reference}:`)).fill("The Suffolk board does this already.");
  await unit.getByLabel("Who agreed this list?").fill("Lead safeguarding partners");
  await unit.getByLabel("On which day?").fill("12 March 2026");
  await unit.getByRole("button", { name: "Agree the list and pass it on" }).click();
  checks.that("it is said what was agreed", /What was agreed/.test(await textOf(unit)) && /Lead safeguarding partners, 12 Mar 2026/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await picture(checks, unit, "list-agreed");
  const now = JSON.parse(program.run("export", "actions", "--format", "json"));
  const ownerOf = (action) => now.find((one) => one.id === action.id);
  checks.that("two passed on", ownerOf(actions[0]).owner === later && ownerOf(actions[1]).owner === later);
  checks.that("one ended, under the name of its time", ownerOf(actions[2]).status === "stopped" && ownerOf(actions[2]).owner === earlier);
});

await checks.story("a moved action says why, and both pages who came before and after", async () => {
  await unit.goto(`/history/action/${actions[0].id}`);
  const history = await textOf(unit);
  checks.that("the history has the ground and who agreed", /merged into Norfolk and Suffolk Integrated Care Board on 1 April 2026: Order of the Secretary of State\. Agreed by Lead safeguarding partners, 12 March 2026/.test(history), history.slice(0, 1500));
  await reader.goto(page);
  checks.that("the earlier says who follows", /Followed by Norfolk and Suffolk/.test(await textOf(reader)));
  checks.that("whoever may not change it finds no way to", (await reader.getByRole("button", { name: "Change this agency" }).count()) === 0);
  await picture(checks, reader, "agency-that-was-merged");
  await reader.getByRole("link", { name: later }).first().click();
  checks.that("the later says what came before", /Comes after Norfolk and Waveney/.test(await textOf(reader)));
  checks.that("and owes the two", /2 open actions/.test(await textOf(reader)));
  await picture(checks, reader, "agency-that-follows");
  checks.that("its form is not there for them", (await reader.request.get(`${page}/change`)).status() === 404);
});

await checks.story("lists as at a day show the right one", async () => {
  const partOn = (day, name) => rows("--as-at", day).find((one) => one.name === name)?.takes_part ?? "not there";
  checks.that("on the eve the earlier", partOn("2026-03-31", earlier) === true, String(partOn("2026-03-31", earlier)));
  checks.that("and not the later", partOn("2026-03-31", later) === "not there");
  checks.that("on the day the later", partOn("2026-04-01", later) === true, String(partOn("2026-04-01", later)));
  checks.that("and not the earlier", partOn("2026-04-01", earlier) === false, String(partOn("2026-04-01", earlier)));
  await unit.goto("/agencies?takes_part=yes&statutory_partner=yes&as-at=2026-04-01");
  const list = await textOf(unit);
  checks.that("on the page too", list.includes(later) && !list.includes(earlier), list.slice(0, 900));
  await picture(checks, unit, "agencies-as-at");
  await unit.goto("/agencies/categories");
  await picture(checks, unit, "categories");
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true, force: true });
checks.finish();
