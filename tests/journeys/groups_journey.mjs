// Who sits where: a seat's deputy becomes its holder in the middle of a month; a seat without an agency, a quorum nobody can
// reach, a circular reporting line and a group ended with open duties are each refused in a plain sentence beside its field;
// terms of reference are sent back, signed by whoever chairs, and never change after that.
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

let links, unit, scrutineer;

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

await checks.story("two people who would fill one seat at once are refused", async () => {
  await open(unit, "/groups", "Partnership Group");
  await unit.getByRole("link", { name: "District councils", exact: true }).click();
  await unit.getByRole("button", { name: "Hand it on" }).click();
  await unit.getByLabel("Who comes next?").fill("Housing lead, Norwich");
  await unit.getByLabel("From which day?").fill("1 February 2020");
  await unit.getByRole("button", { name: "Hand it on" }).click();
  checks.that("beside the day", /sits there from .*One person fills a seat at once\./.test(await besides(unit, "from")), await besides(unit, "from"));
  await picture(checks, unit, "hand-on-with-error");
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

await checks.story("terms of reference are put for signature, sent back with a reason, and put for signature again", async () => {
  await open(unit, "/groups", "Partnership Group");
  await unit.getByRole("link", { name: "Write a new version" }).click();
  await unit.getByLabel("What do they say?").fill("The Partnership Group supports and challenges the three statutory partners.\n\nIt meets six times a year.");
  await unit.getByRole("button", { name: "Save the draft" }).click();
  await unit.getByRole("link", { name: /^Put for signature/ }).click();
  const offer = await textOf(unit);
  checks.that("who signs is said before", /Who signs/.test(offer) && /Lead scrutineer\s+Independent scrutineer/.test(offer), offer);
  await picture(checks, unit, "put-terms-for-signature");
  await unit.getByRole("button", { name: "Put for signature" }).click();
  const waits = await textOf(unit);
  checks.that("it says who is next", /For signature\. Next: Lead scrutineer \(Independent scrutineer\)\./.test(waits), waits.slice(0, 400));
  await picture(checks, unit, "terms-that-wait");

  scrutineer = await arrive(links.get("Independent scrutineer"));
  await scrutineer.goto("/");
  await scrutineer.getByRole("link", { name: /Terms of reference of Partnership Group.*waits for your signature/ }).click();
  checks.that("who signs reads it word for word", /It meets six times a year\./.test(await textOf(scrutineer)), (await textOf(scrutineer)).slice(0, 600));
  await picture(checks, scrutineer, "sign-terms");
  await scrutineer.getByRole("button", { name: "Ask for changes as Lead scrutineer" }).click();
  checks.that("without a reason it is not sent back", /Say what is to change\./.test(await besides(scrutineer, "why")), await besides(scrutineer, "why"));
  await picture(checks, scrutineer, "sign-terms-with-errors");
  await scrutineer.getByLabel("What is to change?").fill("Say how a member challenges the others.");
  await scrutineer.getByRole("button", { name: "Ask for changes as Lead scrutineer" }).click();
  const back = await textOf(scrutineer);
  checks.that("what was sent back stays as it was read, with the reason", /Sent back for changes/.test(back) && /Say how a member challenges the others\./.test(back), back.slice(0, 600));
  await picture(checks, scrutineer, "terms-sent-back");

  await open(unit, "/groups", "Partnership Group");
  await unit.getByRole("link", { name: "Change the draft" }).click();
  await unit.getByLabel("What do they say?").fill("The Partnership Group supports and challenges the three statutory partners.\n\nIt meets six times a year. Any member may ask for an answer in writing.");
  await unit.getByRole("button", { name: "Save the draft" }).click();
  await unit.getByRole("link", { name: /^Put for signature/ }).click();
  await unit.getByRole("button", { name: "Put for signature" }).click();
  checks.that("the next version waits", /Terms of reference, version 4/.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
});

await checks.story("whoever chairs the group signs; from then on the terms count and never change", async () => {
  await scrutineer.goto("/");
  await scrutineer.getByRole("link", { name: /version 4, waits for your signature/ }).click();
  await scrutineer.getByRole("button", { name: "Sign as Lead scrutineer" }).click();
  checks.that("the sentence is ticked first", /Tick the sentence to sign\./.test(await textOf(scrutineer)), await textOf(scrutineer));
  await scrutineer.getByLabel(/I sign version 4/).check();
  await scrutineer.getByRole("button", { name: "Sign as Lead scrutineer" }).click();
  const signed = await textOf(scrutineer);
  checks.that("they count from that day", /Signed on 21 Nov 2026 by Lead scrutineer\. To be looked at again by 21 Nov 2027\./.test(signed), signed.slice(0, 500));
  checks.that("who signed and what is kept", /Signed by Independent scrutineer/.test(signed) && /fingerprint/.test(signed), signed);
  await picture(checks, scrutineer, "signed-terms");
  await open(unit, "/groups", "Partnership Group");
  const page = await textOf(unit);
  checks.that("the page of the group says so", /Version 4, adopted on 21 Nov 2026/.test(page) && /Write a new version/.test(page), page.slice(0, 900));
  await picture(checks, unit, "group-with-signed-terms");
  await unit.getByRole("link", { name: "Every change to this group" }).click();
  checks.that("the history tells each step", /Terms of reference 4, signature:/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await picture(checks, unit, "changes-of-a-group");
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
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
  await open(scrutineer, "/groups", "Partnership Group");
  const page = await textOf(scrutineer);
  checks.that("the page without verbs", /Chaired by/.test(page) && !/Add a seat|Set the quorum|End the group|Put right/.test(page), page.slice(0, 500));
});

await browser.close();
await program.end();
checks.finish();
