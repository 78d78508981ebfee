// Who sits where: a seat's deputy becomes its holder in the middle of a month; a seat without an agency, a quorum nobody can
// reach, a circular reporting line and a group ended with open duties are each refused in a plain sentence beside its field.
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { linksOf, Program, root } from "../browser/program.mjs";
import { join } from "node:path";

const checks = new Checks("groups and their seats");
const program = new Program();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();

async function arrive(link) {
  const page = await visitor(browser, program.address);
  await welcome(page, link);
  return page;
}
/// What stands beside one field, once the form was sent.
const besides = async (page, field) => (await page.locator(`#${field}-error`).allInnerTexts()).join(" ").replace(/^Error:\s*/, "");
const open = async (page, list, name) => {
  await page.goto(list);
  await page.getByRole("link", { name, exact: true }).first().click();
};

let links, unit;

await checks.story("the groups of the arrangements are found, by kind, with what each lacks", async () => {
  links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(links.get("Head of delivery, business unit"));
  await unit.goto("/agencies");
  await unit.getByRole("link", { name: "Groups", exact: true }).click();
  const list = await textOf(unit);
  checks.that("how many there are and what they lack is said first", /\d+ groups on this day\. \d+ of \d+ seats vacant/.test(list), list.slice(0, 400));
  await picture(checks, unit, "groups");
  await unit.getByRole("link", { name: /^Localities/ }).click();
  const localities = await textOf(unit);
  checks.that("six of them are localities", (localities.match(/ Local Safeguarding Children Group\n/g) ?? []).length >= 6 || /6 /.test(localities), localities.slice(0, 600));
  await open(unit, "/groups", "Partnership Group");
  const page = await textOf(unit);
  checks.that("its page says who chairs it and what is vacant", /Chaired by Lead scrutineer \(Independent scrutineer\)/.test(page) && /vacant/.test(page), page.slice(0, 600));
  checks.that("what makes a quorum is one sentence", /Half of the seats must be there, among them Norfolk and Suffolk Integrated Care Board, Norfolk Constabulary and Norfolk County Council\./.test(page), page);
  checks.that("terms of reference and when they are looked at again are said", /Version 2, adopted on 4 Dec 2025; to be looked at again by 4 Dec 2026/.test(page), page);
  await picture(checks, unit, "group");
  await unit.goto("/groups?as-at=2025-06-01");
  await unit.goto(`${new URL(await linkTo(unit, "Partnership Group"), program.address).pathname}?as-at=2025-06-01`);
  const then = await textOf(unit);
  checks.that("on an earlier day the care board of that time sits there", /Norfolk and Waveney Integrated Care Board/.test(then) && !/Deputy designated nurse/.test(then), then.slice(0, 900));
  checks.that("and the quorum of that time counts", /At least 6 seats must be there, among them/.test(then), then);
});

function linkTo(page, name) {
  return page.getByRole("link", { name, exact: true }).first().getAttribute("href");
}

await checks.story("a seat's deputy becomes its holder in the middle of a month", async () => {
  await open(unit, "/groups", "Partnership Group");
  await unit.getByRole("link", { name: "District councils", exact: true }).click();
  checks.that("the seat says who fills it and who stands in", /Housing lead, Norwich fills it since 8 Jan 2024\. Communities lead, South Norfolk stands in\./.test(await textOf(unit)), (await textOf(unit)).slice(0, 400));
  await unit.getByRole("link", { name: /^Becomes its holder/ }).click();
  await unit.getByLabel("From which day?").fill("31 December 2023");
  await unit.getByRole("button", { name: "Hand it to the deputy" }).click();
  checks.that("a day on which they were no deputy is refused", /is not a deputy of this seat on that day/.test(await besides(unit, "from")), await besides(unit, "from"));
  await picture(checks, unit, "promote-with-error");
  await unit.getByLabel("From which day?").fill("17 November 2026");
  await unit.getByLabel("Note").fill("Agreed by the seven councils.");
  await unit.getByRole("button", { name: "Hand it to the deputy" }).click();
  const page = await textOf(unit);
  checks.that("the deputy holds it from that day", /Communities lead, South Norfolk fills it since 17 Nov 2026\./.test(page), page.slice(0, 400));
  await unit.getByLabel("Who sat there on a day?").fill("16 November 2026");
  await unit.getByRole("button", { name: "Show who sat there" }).click();
  checks.that("the day before it was the other, with the deputy", /On 16 Nov 2026: Housing lead, Norwich; Communities lead, South Norfolk, deputy\./.test(await textOf(unit)));
  await picture(checks, unit, "seat");
});

await checks.story("a seat without an agency or an office is refused", async () => {
  await open(unit, "/groups", "Partnership Group");
  await unit.getByRole("link", { name: "Add a seat" }).click();
  await unit.getByLabel("Seat", { exact: true }).fill("Parish councils");
  await picture(checks, unit, "add-seat");
  await unit.getByRole("button", { name: "Save this seat" }).click();
  const said = await besides(unit, "holder");
  checks.that("beside who holds it", /Say which agency or office holds the seat\./.test(said), said);
  await picture(checks, unit, "add-seat-with-errors");
});

await checks.story("a quorum nobody can reach is refused", async () => {
  await open(unit, "/groups", "Multi-Agency Audit Group");
  checks.that("with today's vacancies it is said already", /With today's vacancies nobody can reach it: missing National Probation Service\./.test(await textOf(unit)), await textOf(unit));
  await unit.getByRole("link", { name: "Set the quorum" }).click();
  await unit.getByLabel("How many seats at least?").fill("40");
  await unit.getByRole("button", { name: "Save the quorum" }).click();
  checks.that("beside how many seats", /Nobody can reach this: the group has 5 seats on that day\./.test(await besides(unit, "least")), await besides(unit, "least"));
  await picture(checks, unit, "quorum with errors");
  await unit.getByLabel("How many seats at least?").fill("3");
  await unit.getByLabel("National Probation Service").uncheck();
  await unit.getByRole("button", { name: "Save the quorum" }).click();
  checks.that("one that can be reached is saved", /At least 3 seats must be there\./.test(await textOf(unit)), (await textOf(unit)).slice(0, 800));
});

await checks.story("a reporting line that goes round in a circle is refused", async () => {
  await open(unit, "/groups", "Partnership Group");
  await unit.getByRole("button", { name: "Change", exact: true }).click();
  await picture(checks, unit, "change");
  await unit.getByLabel("Reports to", { exact: true }).fill("Multi-Agency Audit Group");
  await unit.getByRole("button", { name: "Save this group" }).click();
  const said = await besides(unit, "reports_to");
  checks.that("beside whom it reports to, with the way round", /it would report to itself: Partnership Group reports to Multi-Agency Audit Group, which reports to Safeguarding Intelligence/.test(said), said);
  await picture(checks, unit, "circle");
});

await checks.story("a group does not end while it answers for something, or others report to it", async () => {
  await open(unit, "/groups", "Vulnerable Adolescent Group");
  await unit.getByRole("button", { name: "End the group" }).click();
  const open_duties = await textOf(unit);
  checks.that("what hangs on it is listed", /What still hangs on it/.test(open_duties) && /VA 1/.test(open_duties), open_duties.slice(0, 600));
  await unit.getByLabel("Which is its last day?").fill("30 November 2026");
  await unit.getByRole("button", { name: "End it" }).click();
  checks.that("and it is refused", /It cannot end yet: \d+ things still hang on it/.test(await besides(unit, "to")), await besides(unit, "to"));
  await picture(checks, unit, "end with errors");
  await open(unit, "/groups", "Designated Safeguarding Leads Network");
  await unit.getByRole("button", { name: "End the group" }).click();
  await unit.getByLabel("Which is its last day?").fill("20 November 2026");
  await unit.getByRole("button", { name: "End it" }).click();
  checks.that("one on which nothing hangs ends", /It ended on 20 Nov 2026\./.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
});

await checks.story("terms of reference are written, adopted, and never changed after that", async () => {
  await open(unit, "/groups", "Joint Strategic Analysis Group");
  await unit.getByRole("link", { name: "Change the draft" }).click();
  await unit.getByLabel("Which office signs them off?").fill("Partnership chair");
  await unit.getByLabel("Or a file").setInputFiles(join(root, "example/workforce-plan.docx"));
  await picture(checks, unit, "terms");
  await unit.getByRole("button", { name: "Save the draft" }).click();
  await unit.getByRole("link", { name: "The file of version 1" }).click();
  checks.that("the file can be looked at and fetched", /workforce-plan\.docx/.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
  await open(unit, "/groups", "Joint Strategic Analysis Group");
  await unit.getByRole("link", { name: /^Adopt/ }).click();
  await unit.getByLabel("On which day were they adopted?").fill("24 December 2026");
  await unit.getByRole("button", { name: "Adopt it" }).click();
  checks.that("not on a day to come, nor by nobody", /still to come/.test(await besides(unit, "on")) && /Say which group or office/.test(await besides(unit, "by")), await textOf(unit));
  await picture(checks, unit, "adopt with errors");
  await unit.getByLabel("On which day were they adopted?").fill("19 November 2026");
  await unit.getByLabel("Which group or office agreed them?").fill("Partnership Group");
  await unit.getByRole("button", { name: "Adopt it" }).click();
  const page = await textOf(unit);
  checks.that("it counts, and a clock runs", /Version 1, adopted on 19 Nov 2026; to be looked at again by 19 Nov 2027/.test(page), page.slice(0, 900));
  checks.that("from now on only a new version is written", /Write a new version/.test(page) && !/Change the draft/.test(page));
  await unit.goto("/clocks");
  checks.that("the clock stands among the others", /Terms of reference looked at again/.test(await textOf(unit)));
});

await checks.story("an agency's page says where it sits; a partner's vacant seat stands on the first page", async () => {
  await open(unit, "/agencies", "Norfolk Constabulary");
  checks.that("how many seats", /\d+ seats in \d+ groups/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await picture(checks, unit, "agency");
  await open(unit, "/groups", "Safeguarding Practice Review Group");
  await unit.locator("#seats ~ *").getByRole("link", { name: "Norfolk Constabulary", exact: true }).first().click();
  await unit.getByRole("link", { name: /^Put right Detective Chief Inspector/ }).click();
  await unit.getByLabel("Until which day?").fill("18 November 2026");
  await unit.getByRole("button", { name: "Put it right" }).click();
  checks.that("the seat is vacant", /Nobody fills it\./.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
  await unit.goto("/");
  checks.that("the first page says so", /Nobody fills Norfolk Constabulary's seat in/.test(await textOf(unit)), (await textOf(unit)).slice(0, 600));
  await unit.goto("/seats");
  await picture(checks, unit, "seats");
});

await checks.story("who may only read sees no way to change anything", async () => {
  const scrutineer = await arrive(links.get("Independent scrutineer"));
  await open(scrutineer, "/groups", "Partnership Group");
  const page = await textOf(scrutineer);
  checks.that("the page without verbs", /Chaired by/.test(page) && !/Add a seat|Set the quorum|End the group|Put right/.test(page), page.slice(0, 500));
});

await browser.close();
await program.end();
checks.finish();
