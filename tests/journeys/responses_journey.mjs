// What agencies answer to a recommendation: three have answered, one of them late, and one has not; the unit asks others, one
// answers with an account and one by the link in a mail on a telephone; those who have not answered are reminded.
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive as watch, look, picture } from "../browser/looking.mjs";
import { Mailbox } from "../browser/mailbox.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("agencies answer recommendations");
const program = new Program();
const mailbox = new Mailbox();
const browser = await openBrowser();
const textOf = async (page) => (await page.locator("main").innerText()).replace(/\s+/g, " ");
const answersOf = async (page) => (await page.locator("section", { has: page.locator("#answers") }).innerText()).replace(/\s+/g, " ");
const besides = async (page, field) => (await page.locator(`#${field}-error`).allInnerTexts()).join(" ");
const press = (page, name) => page.getByRole("button", { name }).first().click();
const office = "icb@example.org", council = "council@example.org";
const secret = /\/responses\/\S+/;
const abuse = "Help people say the words child sexual abuse", board = "Norfolk and Waveney Integrated Care Board";

async function arrive(link, options) {
  const page = await visitor(browser, program.address, options);
  if (link) await welcome(page, link);
  return page;
}

let links, unit, path, mail;
async function open(page, title) {
  await page.goto("/recommendations?words=" + encodeURIComponent(title));
  await page.locator("table").getByRole("link", { name: title }).first().click();
  return new URL(page.url()).pathname;
}

await checks.story("three agencies have answered, one of them late, and one has not", async () => {
  program.environment.OPENMASA_SMTP = await mailbox.open();
  program.environment.OPENMASA_MAIL_FROM = "masa@example.org";
  links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await watch(browser, program.address, links.get("Head of delivery, business unit"));
  await open(unit, "Plan together before a young person is eighteen");
  const said = await answersOf(unit);
  checks.that("they are counted", /2 accepted 1 accepted in part 1 late/.test(said), said.slice(0, 200));
  checks.that("an answer says what was done, how it is shown and when", /Accepted\. Planning starts at sixteen and a half/.test(said) && /9 of 12/.test(said) && /18 Sep 2026/.test(said), said);
  checks.that("one came late", /14 Oct 2026 13 days late/.test(said), said);
  checks.that("one is not there", /Not answered\. Asked on 1 Sep 2026, due 1 Oct 2026, 51 days late/.test(said), said);
  await look(checks, unit, "answers");
});

await checks.story("the unit asks three agencies for their answers", async () => {
  path = await open(unit, abuse);
  checks.that("nobody was asked", /3 not asked/.test(await answersOf(unit)), await answersOf(unit));
  await unit.getByRole("link", { name: "Ask them for their answers" }).click();
  await look(checks, unit, "ask");
  await unit.getByLabel("By which day?").fill("20 November 2026");
  await press(unit, "Ask them");
  checks.that("what is wrong stands beside its field", /after today/.test(await besides(unit, "due")) && /say where the link goes/.test(await textOf(unit)), await textOf(unit));
  await look(checks, unit, "ask with errors");
  await unit.getByLabel("By which day?").fill("18 December 2026");
  const mails = unit.locator("input[name^=email_]");
  checks.that("two of them have nobody with an account", (await mails.count()) === 2);
  await mails.nth(0).fill(office);
  await mails.nth(1).fill(council);
  await unit.getByLabel("A sentence of your own").fill("The board meets <b>in January</b>.");
  await press(unit, "Ask them");
  const said = await answersOf(unit);
  checks.that("they are asked", /3 not yet due/.test(said) && /due 18 Dec 2026/.test(said), said);
  await look(checks, unit, "asked");
});

await checks.story("a lead answers with an account", async () => {
  const lead = await watch(browser, program.address, links.get("Safeguarding lead, Norfolk Constabulary"));
  await lead.goto("/");
  checks.that("Home says what they owe", (await textOf(lead)).includes(`Say what was done about “${abuse}”`), (await textOf(lead)).slice(0, 600));
  await look(checks, lead, "home of a lead");
  await lead.getByRole("link", { name: abuse }).first().click();
  const said = await textOf(lead);
  checks.that("the words as published stand above it", /As it was published/.test(said) && said.includes("The board meets <b>in January</b>."), said.slice(0, 600));
  await press(lead, "Send this answer");
  checks.that("what is missing is said", /whether you accept it/.test(await besides(lead, "answer")) && /what you did/.test(await besides(lead, "done")), await textOf(lead));
  await look(checks, lead, "answer with errors");
  await lead.getByLabel("Accepted", { exact: true }).check();
  await lead.getByLabel("What did you do?").fill("Every officer of the protection teams was trained in October.");
  await lead.getByLabel("How is it shown?").fill("94 of 101 officers; a survey after three months");
  await press(lead, "Send this answer");
  checks.that("it stands there", /Accepted\. Every officer of the protection teams/.test(await answersOf(lead)) && /1 accepted 2 not yet due/.test(await answersOf(lead)), await answersOf(lead));
  checks.that("they ask and remind nobody", !(await lead.getByRole("link", { name: /Remind|Ask others/ }).count()));
  await lead.context().close();
});

await checks.story("an office without an account answers from the mail, on a telephone", async () => {
  mail = await mailbox.wait(office);
  const phone = await arrive(null, { viewport: { width: 320, height: 640 } });
  const began = Date.now();
  await phone.goto(secret.exec(mail)[0]);
  checks.that("the office is named", /You answer as /.test(await textOf(phone)), (await textOf(phone)).slice(0, 300));
  checks.that("there is nothing to go elsewhere with", (await phone.locator("nav a, main a").count()) === 0);
  await picture(checks, phone, "answer by a link");
  await phone.getByLabel("Accepted in part").check();
  await phone.getByLabel("What did you do?").fill("Named nurses use the words; <b>general practice</b> follows next year.");
  await press(phone, "Send this answer");
  checks.that("it is thanked for, with what was kept", (await phone.textContent("h1")) === "Thank you" && /<b>general practice<\/b>/.test(await textOf(phone)), await textOf(phone));
  checks.that("it takes less than two minutes", Date.now() - began < 120000);
  await picture(checks, phone, "answer by a link thanks");
  const axe = await arrive(null, { javaScriptEnabled: true, bypassCSP: true });
  await axe.goto(secret.exec(mail)[0]);
  await look(checks, axe, "answer by a link again");
});

await checks.story("the unit sees that the link was used, and takes it back", async () => {
  await unit.goto(path);
  const row = unit.locator("tr", { hasText: board });
  checks.that("its answer stands there", /Accepted in part\. Named nurses use the words/.test((await row.innerText()).replace(/\s+/g, " ")), await row.innerText());
  await row.getByRole("link", { name: /Change this answer/ }).click();
  checks.that("it says how often it was used", /used 1 time\./.test(await textOf(unit)), await textOf(unit));
  await look(checks, unit, "their link");
  await press(unit, "Take the link back");
  const stranger = await arrive(null);
  const closed = await stranger.goto(secret.exec(mail)[0]);
  checks.that("a link that was taken back says so in words", closed.status() === 404 && (await stranger.textContent("h1")) === "This link works no longer");
});

await checks.story("those who have not answered are reminded, once a day", async () => {
  await open(unit, "Supervise everybody who works with families");
  checks.that("who does not accept it is counted", /1 not accepted/.test(await answersOf(unit)), await answersOf(unit));
  await unit.getByRole("link", { name: "Remind those who have not answered" }).click();
  checks.that("it says whom", /Norfolk Constabulary, due 11 Dec 2026/.test(await textOf(unit)), await textOf(unit));
  await look(checks, unit, "remind");
  await press(unit, "Remind them");
  checks.that("they are reminded", /Reminded once\./.test(await answersOf(unit)), await answersOf(unit));
});

await checks.story("the list says who has not answered, and agencies by timeliness", async () => {
  await unit.goto("/recommendations");
  await unit.getByRole("link", { name: "What agencies answered" }).click();
  const said = await textOf(unit);
  checks.that("all are counted", /73 answers were asked for: 58 answered in time, 5 answered late, 6 not yet due, 4 late/.test(said), said.slice(0, 300));
  checks.that("agencies stand by timeliness", /Agencies by timeliness/.test(said));
  await look(checks, unit, "answers list");
  await unit.goto("/recommendations/answers?standing=late");
  checks.that("who is late", /Norfolk and Suffolk NHS Foundation Trust/.test(await unit.locator("table").first().innerText()));
  await unit.goto("/recommendations/answers?as-at=2026-09-20");
  checks.that("a day in the past is as it was", /63 answers were asked for: 51 answered in time, 4 answered late, 8 not yet due, 0 late/.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
  await look(checks, unit, "answers list on a day");
});

await checks.story("the proof holds", async () => {
  checks.that("every record is as the history has it", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
mailbox.close();
checks.finish();
