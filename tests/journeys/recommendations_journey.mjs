// A recommendation from where it was published to what changed for children: an audit's is found to repeat an older one and is
// joined; it is filed and accepted, its actions are linked and close, impact is tested, and it is embedded.
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("recommendations followed to their impact");
const program = new Program();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();
const besides = async (page, field) => (await page.locator(`#${field}-error`).allInnerTexts()).join(" ");

async function arrive(link) {
  const page = await visitor(browser, program.address);
  await welcome(page, link);
  return page;
}

let links, unit, older;

async function add(page, { kind, document, dated, paragraph, words, lead, title }) {
  await page.goto("/recommendations/add");
  await page.getByLabel(kind, { exact: true }).check();
  await page.getByLabel("Which document does it stand in?").fill(document);
  await page.getByLabel("Which day stands on the document?").fill(dated);
  await page.getByLabel("Where in the document?").fill(paragraph);
  await page.getByLabel("The words as published").fill(words);
  await page.getByLabel("Whom did its author propose to lead it?").fill(lead);
  await page.getByLabel("What do we call it?").fill(title);
  await page.getByRole("button", { name: "Save this recommendation" }).click();
}

await checks.story("the list says what is outstanding, now and on the day of the yearly report", async () => {
  links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(links.get("Head of delivery, business unit"));
  await unit.goto("/");
  await unit.getByRole("link", { name: "Recommendations", exact: true }).first().click();
  checks.that("it is counted", /45 outstanding, \d+ late\. 3 wait for a decision\./.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
  await picture(checks, unit, "recommendations");
  await unit.goto("/recommendations?as-at=2025-03-31&standing=outstanding");
  checks.that("27 were outstanding on 31 March 2025, as published", /27 outstanding on that day/.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
  await picture(checks, unit, "recommendations-on-a-day");
  await unit.goto("/recommendations/moves");
  await picture(checks, unit, "how-a-recommendation-moves");
  await unit.goto("/recommendations");
});

await checks.story("what is not said is asked for, beside its field", async () => {
  await unit.getByRole("button", { name: "Add a recommendation" }).click();
  await picture(checks, unit, "add-recommendation");
  await unit.getByRole("button", { name: "Save this recommendation" }).click();
  checks.that("the words as published are asked for", /as they were published/.test(await besides(unit, "words")), await textOf(unit));
  await picture(checks, unit, "add-recommendation-wrong");
});

await checks.story("a recommendation of a practice review is added", async () => {
  await add(unit, {
    kind: "Practice review",
    document: "Child safeguarding practice review AG",
    dated: "12 July 2024",
    paragraph: "Recommendation 2",
    words: "Agencies should make sure that fathers and other male carers are identified, involved and assessed in all work with families.",
    lead: "Workforce development group",
    title: "Involve fathers and male carers in all work with families",
  });
  if (await unit.getByLabel("None of these: it is a new one").count()) {
    await picture(checks, unit, "says-something-alike");
    await unit.getByLabel("None of these: it is a new one").check();
    await unit.getByRole("button", { name: "Save this recommendation" }).click();
  }
  const page = await textOf(unit);
  older = /W-2026-\d+/.exec(page)?.[0];
  checks.that("it stands there with its reference", older && /Proposed/.test(page), page.slice(0, 500));
  checks.that("what is missing is listed with links", /Before it can be “accepted”/.test(page) && /Say what kind of change it asks for/.test(page));
  await picture(checks, unit, "recommendation-proposed");
});

await checks.story("an audit's recommendation is found to repeat it, and is joined", async () => {
  await add(unit, {
    kind: "Audit",
    document: "Multi-agency audit of neglect 2025",
    dated: "10 March 2025",
    paragraph: "Recommendation 3",
    words: "All agencies should identify fathers and male carers and involve them in work with families, including assessments.",
    lead: "",
    title: "Work with fathers and male carers",
  });
  const page = await textOf(unit);
  checks.that("the older one is offered, with why", /says? much the same already/.test(page) && page.includes(older) && /Both say/.test(page), page.slice(0, 700));
  await picture(checks, unit, "says-much-the-same");
  await unit.getByRole("button", { name: "Save this recommendation" }).click();
  checks.that("one is to be chosen", /say that it is a new one/.test(await besides(unit, "join")), await textOf(unit));
  await unit.getByLabel(older).check();
  await unit.getByRole("button", { name: "Save this recommendation" }).click();
  checks.that("it stands with the older one", (await textOf(unit)).includes(`It stands with ${older}`), await textOf(unit));
  await picture(checks, unit, "stands-with-another");
});

await checks.story("it can be parted again, and joined by its reference", async () => {
  await unit.getByRole("link", { name: "Part it" }).first().click();
  await unit.getByRole("button", { name: "Part it" }).click();
  checks.that("it asks why", /Say why/.test(await besides(unit, "why")));
  await picture(checks, unit, "part-it");
  await unit.getByLabel("Why?").fill("Looked at once more by the audit group.");
  await unit.getByRole("button", { name: "Part it" }).click();
  checks.that("it stands by itself", /stands by itself again/.test(await textOf(unit).then(async () => unit.locator("body").innerText())));
  await unit.getByRole("link", { name: "Find others that say much the same" }).click();
  await picture(checks, unit, "join-it");
  await unit.getByLabel(/Or another one, by its reference/).fill(older.toLowerCase().replaceAll("-", "/"));
  await unit.getByRole("button", { name: "Join it" }).click();
  checks.that("it stands with the older one", (await textOf(unit)).includes(`It stands with ${older}`), await textOf(unit));
  await unit.getByRole("link", { name: older }).first().click();
  checks.that("the older one has both sources", /practice review AG/.test(await textOf(unit)) && /audit of neglect 2025/.test(await textOf(unit)) && /Stands here with W-2026-/.test(await textOf(unit)));
});

await checks.story("it is filed: home, kind, lead, date, agencies", async () => {
  await unit.getByRole("button", { name: "Change" }).click();
  await picture(checks, unit, "change-recommendation");
  await unit.getByLabel("Sector", { exact: true }).check();
  await unit.getByRole("button", { name: "Save this recommendation" }).click();
  checks.that("a sector is said in words", /Say which sector/.test(await besides(unit, "home_words")), await textOf(unit));
  await unit.getByLabel("Priority", { exact: true }).first().check();
  await unit.locator("#priority").selectOption({ index: 1 });
  await unit.getByLabel("Workforce development", { exact: true }).check();
  await unit.locator("#owner").selectOption({ label: "Workforce Development Group" });
  await unit.getByLabel("To be carried out by").fill("31 October 2026");
  for (const agency of ["Norfolk Constabulary", "Norfolk County Council"]) await unit.locator("fieldset", { hasText: "Agencies to respond" }).getByLabel(agency, { exact: true }).check();
  await unit.getByRole("button", { name: "Save this recommendation" }).click();
  const page = await textOf(unit);
  checks.that("it is filed, led and late", /Filed under/.test(page) && /Workforce Development Group/.test(page) && /31 October 2026/.test(page), page.slice(0, 900));
});

await checks.story("the delegated partners accept it", async () => {
  const partner = await arrive(links.get("Delegated safeguarding partner, health"));
  await partner.goto(new URL(unit.url()).pathname);
  checks.that("they may accept and do not change its filing", /Accept/.test(await textOf(partner)) && !(await partner.getByRole("button", { name: "Change" }).count()), (await textOf(partner)).slice(0, 400));
  await partner.getByRole("button", { name: "Accept" }).click();
  await partner.getByLabel("From which day is this so?").fill("1 July 2024");
  await picture(checks, partner, "accept");
  await partner.getByRole("button", { name: "Accept" }).click();
  checks.that("not before it was proposed, and by whom is said", /cannot be before that/.test(await besides(partner, "on")) && /Say which board or person/.test(await besides(partner, "by")), await textOf(partner));
  await picture(checks, partner, "accept-wrong");
  await partner.getByLabel("From which day is this so?").fill("9 September 2024");
  await partner.getByLabel("Which board or person decided?").fill("Delegated safeguarding partners");
  await partner.getByRole("button", { name: "Accept" }).click();
  const page = await textOf(partner);
  checks.that("it is accepted since that day", /Accepted since 9 Sep 2024/.test(page.replace(/\n/g, " ")) && /Delegated safeguarding partners/.test(page), page.slice(0, 600));
  await partner.context().close();
});

async function step(name, fields) {
  const button = unit.getByRole("button", { name, exact: true });
  await ((await button.count()) ? button : unit.getByRole("link", { name, exact: true })).click();
  for (const [label, value] of Object.entries(fields)) await unit.getByLabel(label).fill(value);
  await unit.getByRole("button", { name, exact: true }).click();
}

await checks.story("work starts, its actions close, and it is complete", async () => {
  await unit.reload();
  await step("Start work", { "From which day is this so?": "4 November 2024" });
  checks.that("what must come first is listed", /Before it can be “actions complete”/.test(await textOf(unit)) && /Link the actions/.test(await textOf(unit)), await textOf(unit));
  await unit.getByRole("link", { name: "Link the actions that carry it out" }).click();
  await unit.getByLabel("Which actions carry it out?").fill("A-2026-001, ZZ 99");
  await unit.getByRole("button", { name: "Save the actions" }).click();
  checks.that("an action that is not there is said", /No action is called “ZZ 99”/.test(await besides(unit, "actions")));
  await unit.getByLabel("Which actions carry it out?").fill("A-2026-001, A-2026-002");
  await picture(checks, unit, "link-actions");
  await unit.getByRole("button", { name: "Save the actions" }).click();
  await picture(checks, unit, "in-progress");
  checks.that("an action that is open is in the way, with its link", /1 action is still open/.test(await textOf(unit)), (await textOf(unit)).slice(0, 800));
  await unit.getByRole("link", { name: "Link or unlink actions" }).click();
  await unit.getByLabel("Which actions carry it out?").fill("A-2026-002");
  await unit.getByRole("button", { name: "Save the actions" }).click();
  await unit.getByRole("link", { name: "Add what shows that it was done." }).click();
  await unit.getByRole("button", { name: "Save this evidence" }).click();
  checks.that("how it is known and what it shows is asked for", /Say how this is known/.test(await besides(unit, "kind")) && /Say what it shows/.test(await besides(unit, "words")), await textOf(unit));
  await picture(checks, unit, "evidence-wrong");
  await unit.getByLabel("Document", { exact: true }).check();
  await unit.getByLabel("What does it show, in a sentence or two?").fill("The guide is published, and 212 people were trained.");
  await unit.getByRole("button", { name: "Save this evidence" }).click();
  checks.that("who has not answered is said", /2 agencies have not answered\. A comment that says why it goes on is enough\./.test(await textOf(unit)), (await textOf(unit)).slice(0, 800));
  await step("Actions are complete", { "From which day is this so?": "20 November 2026" });
  checks.that("without a comment it does not go on", /2 agencies have not answered/.test(await besides(unit, "comment")), await textOf(unit));
  await picture(checks, unit, "complete-without-answers");
  await unit.getByLabel("Why?").fill("Both said so in the meeting.");
  await unit.getByRole("button", { name: "Actions are complete", exact: true }).click();
  checks.that("complete is not the end", /Before it can be “impact tested”/.test(await textOf(unit)), (await textOf(unit)).slice(0, 800));
});

await checks.story("impact is shown, judged, and it is embedded", async () => {
  await unit.getByRole("link", { name: /Add what shows that something changed/ }).click();
  checks.that("it asks for what changed", await unit.getByLabel("What changed", { exact: true }).isChecked());
  await unit.getByLabel("Document", { exact: true }).check();
  await unit.getByLabel("What does it show, in a sentence or two?").fill("In 17 of 20 records the father is named and was seen; it was 6 of 20.");
  await unit.getByRole("button", { name: "Save this evidence" }).click();
  checks.that("a document shows no impact", /A document shows that it was done/.test(await besides(unit, "kind")), await textOf(unit));
  await unit.getByLabel("Audit question", { exact: true }).check();
  await unit.getByRole("button", { name: "Save this evidence" }).click();
  const judged = { "Which board or person decided?": "Multi-Agency Audit Group", "Why?": "Seventeen of twenty was agreed as good enough." };
  await step("Impact was shown", judged);
  await step("It is embedded", judged);
  const page = await textOf(unit);
  checks.that("it is embedded, with the way that it came", /Embedded/.test(page) && /Impact was shown/.test(page) && /17 of 20 records/.test(page), page.slice(0, 900));
  await picture(checks, unit, "embedded");
});

await checks.story("the thread leads back to both reports and on to what changed, from the action too", async () => {
  await unit.getByRole("link", { name: "All of the thread, with what people linked" }).click();
  await unit.locator("summary", { hasText: "The same as a list" }).click();
  const list = await unit.locator(".om-thread").innerText();
  checks.that("both reports, the action and the impact are in it", /practice review AG/.test(list) && /audit of neglect 2025/.test(list) && /17 of 20 records/.test(list), list);
  await picture(checks, unit, "thread");
  await unit.getByRole("button", { name: "Link something to it" }).click();
  await unit.getByLabel("What belongs to it?").fill("W-2024-003");
  await unit.getByLabel("It led here").check();
  await unit.getByLabel("In part").check();
  await unit.getByLabel("How do they belong together?").fill("Both ask for work with fathers.");
  await unit.getByRole("button", { name: "Save this link" }).click();
  await unit.locator("summary", { hasText: "The same as a list" }).click();
  checks.that("who linked it, how strongly and why", /Linked by Head of delivery, business unit on 21 Nov 2026, in part: Both ask for work with fathers\./.test(await textOf(unit)), await textOf(unit));
  await unit.goto("/go?reference=A-2026-002");
  const action = await textOf(unit);
  checks.that("the action's own page says what led here and what came of it", /What led here/.test(action) && /What came of it/.test(action) && /17 of 20 records/.test(action), action.slice(-1500));
  await picture(checks, unit, "thread-on-action");
  await unit.goto("/agencies");
  await unit.getByRole("link", { name: "Norfolk Constabulary", exact: true }).first().click();
  await unit.getByRole("link", { name: "link what did" }).click();
  checks.that("on a page without any there is a way to link some", /What belongs to it\?/.test(await textOf(unit)));
});

await checks.story("broken threads are counted on Home and lead to the form that mends each", async () => {
  await unit.goto("/");
  await unit.getByRole("link", { name: /recommendations are not followed at some place/ }).click();
  await picture(checks, unit, "broken-threads");
  await unit.getByRole("link", { name: "No action carries it out" }).click();
  await picture(checks, unit, "no-action");
  await unit.getByRole("link", { name: /^Link its actions/ }).first().click();
  checks.that("the form is there", await unit.getByLabel("Which actions carry it out?").isVisible());
});

await browser.close();
await program.end();
checks.finish();
