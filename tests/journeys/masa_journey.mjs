// The local plan for safeguarding arrangements is revised: what is missing is said, three lead partners sign it in order
// (out of order is refused in words), one asks for changes, it is signed anew, published, and corrected.
import { createHash } from "node:crypto";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { linksOf, password, Program } from "../browser/program.mjs";

const checks = new Checks("the arrangements, from draft to correction");
const program = new Program();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

async function arrive(link) {
  const page = await visitor(browser, program.address);
  await welcome(page, link);
  return page;
}
/// An office changes hands, so that somebody with an account holds it.
async function handOver(page, office, who) {
  await page.goto("/offices");
  await page.getByRole("link", { name: office, exact: true }).click();
  await press(page, "Hand over");
  await page.getByLabel("Who comes next?").fill(who);
  await page.getByLabel("From which day?").fill("16 November 2026");
  await press(page, "Hand it over");
}
/// As somebody whose session is fresh, or not: the password is asked where it has to be.
async function sign(page) {
  await page.goto(`${edition}/sign`);
  await page.getByLabel(/I sign version/).check();
  const asked = page.getByLabel("Your password");
  if (await asked.count()) await asked.fill(password);
  await page.getByRole("button", { name: /^Sign as/ }).click();
}

let links, unit, council, police, health, reader, edition;

await checks.story("the editions are found from where people look", async () => {
  links = linksOf(program.run("init", "--example"));
  const chief = program.add("chief@example.org", "Chief Constable in office", "lead-partner");
  const board = program.add("board@example.org", "Chief executive, care board", "lead-partner");
  await program.serve();
  unit = await arrive(links.get("Head of delivery, business unit"));
  await unit.goto("/");
  checks.that("the review that falls due is on the first page", /The review of “MASA plan 2024 to 2026” is due/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  checks.that("so is a milestone that is late", /A milestone of the arrangements is late/.test(await textOf(unit)));
  await unit.goto("/agencies");
  await unit.getByRole("link", { name: "Arrangements", exact: true }).click();
  const list = await textOf(unit);
  checks.that("which is in force is said first, and by when it is reviewed", /MASA plan 2024 to 2026 is in force since 29 Nov 2024\. To be reviewed by 29 Nov 2026/.test(list), list.slice(0, 300));
  await picture(checks, unit, "arrangements");
  await unit.getByLabel("Which was in force on a day?").fill("1 March 2022");
  await press(unit, "Show which");
  checks.that("an earlier day has the edition before", /On 1 Mar 2022: MASA plan 2019/.test(await textOf(unit)));
  await unit.getByLabel("Which was in force on a day?").fill("some day");
  await press(unit, "Show which");
  await picture(checks, unit, "arrangements-with-an-error");
  await handOver(unit, "Lead safeguarding partner, police", "Chief Constable in office");
  await handOver(unit, "Lead safeguarding partner, Norfolk and Suffolk health", "Chief executive, care board");
  council = await arrive(links.get("Lead safeguarding partner, council"));
  police = await arrive(chief);
  health = await arrive(board);
});

await checks.story("what is missing keeps it from being signed, and is mended", async () => {
  await unit.goto("/arrangements");
  await unit.getByRole("link", { name: "MASA plan 2026 to 2028" }).click();
  edition = new URL(unit.url()).pathname;
  const page = await textOf(unit);
  checks.that("what is neither met nor explained is a list", /Before it can be signed/.test(page) && /“Multi-agency training” is neither met nor explained/.test(page), page.slice(0, 900));
  await picture(checks, unit, "edition-out-for-consultation");
  await unit.getByRole("button", { name: "Put it for signature" }).click();
  await picture(checks, unit, "offer-while-something-is-missing");
  checks.that("it cannot be put for signature", (await unit.getByRole("button", { name: "Put it for signature" }).count()) === 0);
  await unit.goto(`${edition}/checklist`);
  await picture(checks, unit, "checklist");
  for (let left = 9; left > 0; --left) {
    await unit.goto(edition);
    const gap = unit.locator(".om-missing a", { hasText: "is neither met" }).first();
    if (!(await gap.count())) break;
    await gap.click();
    if (left === 9) {
      await unit.getByLabel("Where, or why not?").fill("Somewhere");
      await press(unit, "Save this judgement");
      checks.that("words without a judgement are not lost", /Say whether the words say it/.test(await textOf(unit)));
      await unit.getByLabel("Where, or why not?").fill("");
      await unit.getByLabel("Yes", { exact: true }).check();
      await press(unit, "Save this judgement");
      checks.that("a judgement says where", /Say where it is met/.test(await textOf(unit)));
      await picture(checks, unit, "judgement-with-an-error");
    }
    await unit.getByLabel("Yes", { exact: true }).check();
    await unit.getByLabel("Where, or why not?").fill("The section of that name");
    await press(unit, "Save this judgement");
  }
  await unit.goto(edition);
  checks.that("nothing is missing any more", !/Before it can be signed/.test(await textOf(unit)), (await textOf(unit)).slice(0, 500));
});

await checks.story("words, milestones and what people said are written", async () => {
  await unit.goto(`${edition}/words`);
  await picture(checks, unit, "words");
  await unit.getByRole("link", { name: "Write Multi-agency training" }).click();
  await unit.getByLabel("Heading").fill("");
  await press(unit, "Save this section");
  checks.that("a section without a heading is refused", /Give it a heading/.test(await textOf(unit)));
  await picture(checks, unit, "section-with-an-error");
  await unit.getByLabel("Heading").fill("Multi-agency training");
  await unit.getByLabel("Words").fill("Forty courses a year.\n\nWhat people do differently is asked after three months.");
  await press(unit, "Save this section");
  await unit.goto(`${edition}/milestones/new`);
  await unit.getByLabel("What is to be done?").fill("The plan is read with young people");
  await unit.getByLabel("By when?").fill("Easter 2027");
  await press(unit, "Save this milestone");
  checks.that("the milestone stands there with its date as it is understood", /The plan is read with young people[\s\S]*Easter 2027/.test(await textOf(unit)));
  await unit.getByRole("link", { name: "Voluntary sector forum" }).click();
  await unit.getByLabel("What did they say?").fill("Volunteers want training in the evening.");
  await unit.getByLabel("What changed because of it?").fill("Ten courses are held in the evening.");
  await press(unit, "Save this line");
  checks.that("what came of it is said", /Ten courses are held in the evening/.test(await textOf(unit)));
  await unit.getByRole("link", { name: "what differs" }).click();
  checks.that("each section says what became of it", /Multi-agency training: Changed/.test(await textOf(unit)) && /Resolving disputes: New/.test(await textOf(unit)));
  await picture(checks, unit, "what-differs");
  await unit.goto(`${edition}/change`);
  await picture(checks, unit, "change-the-edition");
});

await checks.story("somebody who is consulted comments on a section, and each comment is answered", async () => {
  reader = await arrive(links.get("Designated safeguarding lead, a school"));
  await reader.goto(edition);
  await reader.getByRole("link", { name: "comment on the words" }).click();
  await picture(checks, reader, "words-out-for-consultation");
  await reader.getByRole("link", { name: "Comment on this section on Resolving disputes" }).click();
  await press(reader, "Add this comment");
  checks.that("a comment has words", /Write your comment\./.test(await textOf(reader)));
  await reader.getByLabel("What do you say to this section?").fill("Say within how many days a dispute is decided.");
  await press(reader, "Add this comment");
  checks.that("the comment waits for an answer", /Say within how many days[\s\S]*Not answered yet/.test(await textOf(reader)), await textOf(reader));
  await picture(checks, reader, "comments-on-a-section");
  await reader.getByLabel("What do you say to this section?").fill("Written by mistake.");
  await press(reader, "Add this comment");
  await reader.getByRole("link", { name: /^Withdraw it Written/ }).click();
  await picture(checks, reader, "withdraw-a-comment");
  await reader.getByLabel("Why do you withdraw it?").fill("Meant for another section.");
  await press(reader, "Withdraw it");
  checks.that("what was withdrawn says so", /Withdrawn: Meant for another section\./.test(await textOf(reader)), await textOf(reader));
  await unit.goto(edition);
  checks.that("without an answer it is not signed", /1 comment of the consultation has no answer yet/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await picture(checks, unit, "edition-with-a-comment");
  await unit.getByRole("link", { name: /^Answer it/ }).click();
  await press(unit, "Save this answer");
  checks.that("an answer says whether and what", /Say whether it is accepted/.test(await textOf(unit)) && /Say what was changed because of it/.test(await textOf(unit)));
  await picture(checks, unit, "answer-with-errors");
  await unit.getByLabel("Yes, the words are changed").check();
  await unit.getByLabel("What was changed, or why not?").fill("Ten working days are named.");
  await press(unit, "Save this answer");
  await picture(checks, unit, "comments-answered");
  await reader.goto(edition);
  checks.that("everybody reads the answer in the log", /Accepted: Ten working days are named\./.test(await textOf(reader)), (await textOf(reader)).slice(-900));
});

await checks.story("it is put for signature, and signed in order", async () => {
  await unit.goto(`${edition}/offer`);
  await picture(checks, unit, "offer");
  const places = unit.getByRole("textbox", { name: /^Lead safeguarding partner/ });
  checks.that("the three lead partners of today are asked", (await places.count()) === 3);
  await places.first().fill("first");
  await press(unit, "Put it for signature");
  checks.that("a place is a number", /Give it a place from 1 to 3/.test(await textOf(unit)));
  await unit.getByLabel("Lead safeguarding partner, council").fill("1");
  await unit.getByLabel("Lead safeguarding partner, police").fill("2");
  await unit.getByLabel("Lead safeguarding partner, Norfolk and Suffolk health").fill("3");
  await press(unit, "Put it for signature");
  checks.that("the page says who is next", /Next: Lead safeguarding partner, council/.test(await textOf(unit)), (await textOf(unit)).slice(0, 400));
  await picture(checks, unit, "edition-for-signature");
  await unit.goto(`${edition}/sections/new`);
  await unit.getByLabel("Heading").fill("Too late");
  await press(unit, "Save this section");
  checks.that("its words cannot change now", /Its words cannot change now/.test(await textOf(unit)));
  await police.goto(`${edition}/sign`);
  checks.that("out of order is refused in words", /It is not your turn: Next: Lead safeguarding partner, council/.test(await textOf(police)), (await textOf(police)).slice(-500));
  checks.that("who is not asked has no such page", (await unit.request.get(`${edition}/sign`)).status() === 404);
});

await checks.story("a lead partner is told, signs, and another asks for changes", async () => {
  await council.goto("/");
  checks.that("the first page says that a signature is awaited", /“MASA plan 2026 to 2028” waits for your signature/.test(await textOf(council)), (await textOf(council)).slice(0, 600));
  await council.getByRole("link", { name: /waits for your signature/ }).first().click();
  await picture(checks, council, "sign");
  await council.getByRole("button", { name: /^Sign as/ }).click();
  checks.that("nobody signs without the sentence and their password", /Tick the sentence to sign|Enter your password/.test(await textOf(council)));
  await picture(checks, council, "sign-with-errors");
  await sign(council);
  checks.that("the signature stands there", /Signed by Lead safeguarding partner, council/.test(await textOf(council)), (await textOf(council)).slice(0, 900));
  await police.goto(`${edition}/sign`);
  await police.getByLabel("What is to change?").fill("Name the custody suites.");
  await police.getByRole("button", { name: /^Ask for changes/ }).click();
  await unit.goto(edition);
  const page = await textOf(unit);
  checks.that("it is a draft again, with the words of who sent it back", /Sent back for changes by Chief Constable in office/.test(page) && /Name the custody suites\./.test(page));
  checks.that("the signature so far stays on record", /Signed by Lead safeguarding partner, council/.test(page));
  await picture(checks, unit, "edition-sent-back");
});

await checks.story("a change makes a new version, signed anew by all three, and published", async () => {
  await unit.goto(`${edition}/words`);
  await unit.getByRole("link", { name: "Write Custody and residential homes" }).click();
  await unit.getByLabel("Words").fill("Homes take part in Section 11. The custody suites of the county report to the partnership.");
  await press(unit, "Save this section");
  await unit.goto(`${edition}/offer`);
  await unit.getByLabel("Lead safeguarding partner, council").fill("1");
  await unit.getByLabel("Lead safeguarding partner, police").fill("2");
  await unit.getByLabel("Lead safeguarding partner, Norfolk and Suffolk health").fill("3");
  await press(unit, "Put it for signature");
  for (const partner of [council, police, health]) await sign(partner);
  await unit.goto(edition);
  checks.that("everybody has signed version 2", /Everybody has signed it\. It is to be published/.test(await textOf(unit)) && /Version 2, put for signature/.test(await textOf(unit)), (await textOf(unit)).slice(0, 500));
  await picture(checks, unit, "edition-signed");
  await unit.getByRole("button", { name: "Publish", exact: true }).click();
  await picture(checks, unit, "publish");
  await press(unit, "Publish it today");
  checks.that("it is in force", /Published on 21 Nov 2026; it is in force/.test(await textOf(unit)), (await textOf(unit)).slice(0, 300));
  await picture(checks, unit, "edition-published");
  await reader.goto(`${edition}/published`);
  checks.that("everybody reads what is published, and who signed it", /Chief Constable in office, 21 Nov 2026/.test(await textOf(reader)), (await textOf(reader)).slice(-600));
  checks.that("a reader changes nothing", (await reader.request.get(`${edition}/correct`)).status() === 404);
  await picture(checks, reader, "published");
  await unit.goto("/arrangements");
  checks.that("the edition before is superseded, the review of this one is two years away", /Superseded/.test(await textOf(unit)) && /To be reviewed by 21 Nov 2028/.test(await textOf(unit)), await textOf(unit));
});

await checks.story("a correction is a new snapshot, and the old one stays", async () => {
  const first = await (await unit.request.get(`${edition}/published/1/arrangements.json`)).text();
  await unit.goto(`${edition}/correct`);
  await press(unit, "Publish the correction");
  checks.that("a correction says what and why", /Say what was corrected\./.test(await textOf(unit)) && /Say why\./.test(await textOf(unit)));
  await picture(checks, unit, "correct-with-errors");
  await unit.getByLabel("What is corrected?").fill("How many courses there are");
  await unit.getByLabel("Why?").fill("A slip of the pen.");
  await unit.getByLabel("Multi-agency training").fill("Forty-two courses a year.");
  await press(unit, "Publish the correction");
  const page = await textOf(unit);
  checks.that("the newest one is shown, and says what was corrected", /Corrected on 21 Nov 2026: How many courses there are/.test(page) && /Forty-two courses/.test(page), page.slice(0, 500));
  await picture(checks, unit, "corrected");
  const bytes = await (await unit.request.get(`${edition}/published/2/arrangements.json`)).text();
  const print = createHash("sha256").update(bytes).digest("hex");
  checks.that("the fingerprint is that of the bytes", page.includes(print), print);
  await unit.getByRole("link", { name: /^First published/ }).click();
  checks.that("the old one is still read, and leads to the newest", /Forty courses a year/.test(await textOf(unit)) && /It was corrected later/.test(await textOf(unit)));
  checks.that("not a byte of it has changed", first === (await (await unit.request.get(`${edition}/published/1/arrangements.json`)).text()));
  const word = await unit.request.get(`${edition}/published/2/arrangements.docx`);
  checks.that("it leaves as a Word document", word.status() === 200 && (await word.body()).subarray(0, 2).toString() === "PK");
  checks.that("nothing was changed behind the program", /Sound: nothing was found/.test(program.run("verify")));
});

await checks.story("the register is read as it stood on another day, and taken away and brought in as a file", async () => {
  await unit.goto("/arrangements?as-at=2022-03-01");
  checks.that("the edition of that day is in force", /MASA plan 2019 is in force since 30 Sep 2019/.test(await textOf(unit)), (await textOf(unit)).slice(0, 400));
  await picture(checks, unit, "arrangements-on-an-earlier-day");
  await unit.getByRole("link", { name: "MASA plan 2019" }).first().click();
  await picture(checks, unit, "edition-on-an-earlier-day");
  await unit.goto("/arrangements/milestones");
  checks.that("the milestones of every edition are a list", /The plan is read with young people/.test(await textOf(unit)), (await textOf(unit)).slice(0, 500));
  await picture(checks, unit, "milestones-of-all-editions");
  const csv = await (await unit.request.get("/arrangements/signatures.csv")).text();
  checks.that("signatures leave as a file", /Chief Constable in office/.test(csv) && csv.includes("signed"), csv.slice(0, 300));
  await unit.goto("/arrangements");
  await unit.getByRole("link", { name: "Import", exact: true }).click();
  const file = "title,area,published_on,signed_by,summary\nMASA plan 2017,Norfolk,2017-04-01,The chief officers,The first words\nMASA plan 2019,Suffolk,,,\n";
  await unit.getByLabel("File").setInputFiles({ name: "editions.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await unit.getByLabel(/Leave/).check();
  await unit.getByRole("button", { name: /Look|preview|Check/i }).first().click();
  checks.that("the preview says what no file changes", /Signed by cannot be changed by an import/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await picture(checks, unit, "import-of-editions");
  await unit.getByRole("button", { name: /^Save/ }).first().click();
  checks.that("an edition that was signed elsewhere is brought in", /MASA plan 2017/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await unit.getByRole("link", { name: "MASA plan 2017" }).click();
  checks.that("and says so", /signed outside/.test(await textOf(unit)), (await textOf(unit)).slice(0, 600));
  await picture(checks, unit, "edition-brought-in");
});

await checks.story("an empty partnership records what it has, and begins", async () => {
  const fresh = new Program();
  fresh.run("init", "--partnership", "Example Partnership");
  const link = fresh.add("unit@example.org", "Head of delivery", "business-unit");
  await fresh.serve();
  const page = await visitor(browser, fresh.address);
  await welcome(page, link);
  await page.goto("/arrangements");
  checks.that("an empty list says what to do", /No edition is in force[\s\S]*No editions yet/.test(await textOf(page)));
  await picture(checks, page, "arrangements-none");
  await page.getByRole("button", { name: "Record an earlier edition" }).click();
  await press(page, "Record this edition");
  await picture(checks, page, "earlier-with-errors");
  await page.getByRole("link", { name: "Leave it as it is" }).click();
  await page.getByRole("button", { name: "Begin the next edition" }).click();
  await press(page, "Begin the draft");
  await picture(checks, page, "begin-with-errors");
  await page.getByLabel("What is it called?").fill("The first plan");
  await page.getByLabel("For which area?").fill("Exampleshire");
  await press(page, "Begin the draft");
  checks.that("a draft begins with everything that guidance asks for", /0 of 21 things that guidance asks for/.test(await textOf(page)), (await textOf(page)).slice(0, 300));
  await picture(checks, page, "draft");
  await press(page, "Begin the consultation");
  checks.that("it goes out", /Out for consultation/.test(await textOf(page)));
  await page.goto(`${page.url().split("?")[0]}/withdraw`);
  await page.getByLabel("Why does it come to nothing?").fill("Begun by mistake.");
  await press(page, "Withdraw this draft");
  checks.that("a draft that comes to nothing says why", /It came to nothing: Begun by mistake\./.test(await textOf(page)));
  await fresh.end();
});

await browser.close();
await program.end();
checks.finish();
