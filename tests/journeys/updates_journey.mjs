// The business unit asks two owners how their actions stand: one answers three actions with an account, one from the
// mail's link on a telephone; the unit sees who has answered, reminds the rest, and takes the link back.
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { look, picture } from "../browser/looking.mjs";
import { Mailbox } from "../browser/mailbox.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("updates");
const program = new Program();
const mailbox = new Mailbox();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();
const press = (page, name) => page.getByRole("button", { name }).first().click();
const lead = "Detective Superintendent, Norfolk Constabulary";
const office = "head@example.org";
const secret = /\/answers\/\S+/;

function linksOf(printed) {
  const found = printed.matchAll(/^ {2}(\S.*)\n\s+http:\/\/[^/]+(\/welcome\/\S+)/gm);
  return new Map([...found].map(([, name, link]) => [name, link]));
}
async function arrive(link, options) {
  const page = await visitor(browser, program.address, options);
  if (link) await welcome(page, link);
  return page;
}
/// The actions that a page asks about, as far as they can be filled in.
const asked = (page) => page.locator(".om-update[role=group]");

let unit, request, silent, mail;

await checks.story("the business unit asks two owners", async () => {
  program.environment.OPENMASA_SMTP = await mailbox.open();
  program.environment.OPENMASA_MAIL_FROM = "masa@example.org";
  const links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive([...links.values()][0]);
  unit.lead = links.get(lead);
  await unit.goto("/plans");
  const plan = unit.locator('main a[href^="/plans/0"]').first();
  if (new URL(unit.url()).pathname === "/plans") await plan.click();
  await press(unit, "Ask for updates");
  checks.that("nobody was asked yet", (await textOf(unit)).includes("Nobody has been asked yet"));
  await picture(checks, unit, "updates none");
  await press(unit, "Ask for updates");
  checks.that("some come ticked", (await unit.locator("input[name=owner]:checked").count()) > 0);
  await picture(checks, unit, "updates choose");
  for (const box of await unit.locator("input[name=owner]").all()) await box.check();
  await press(unit, "Look at who will be asked");
  silent = (await unit.locator(".om-update", { has: unit.locator("input[name^=email_]") }).first().locator("h2").innerText()).replace(/\s+\d+ actions?$/, "").trim();
  checks.that("for somebody nobody has an account", silent.length > 0);
  await unit.getByRole("link", { name: "Choose others" }).click();
  for (const box of await unit.locator("input[name=owner]").all()) await box.uncheck();
  await press(unit, "Look at who will be asked");
  checks.that("who is asked must be said", (await textOf(unit)).includes("Choose who is asked."));
  await picture(checks, unit, "updates choose with errors");
  await unit.getByLabel("Vulnerable Adolescent Group", { exact: true }).check();
  await unit.getByLabel(silent, { exact: true }).check();
  await press(unit, "Look at who will be asked");
  checks.that("it says who will be written to", (await textOf(unit)).includes(lead), await textOf(unit));
  await unit.locator("input[name^=email_]").fill("head");
  await unit.getByLabel("A sentence of your own").fill("The board meets on 10 December. Two lines are enough.");
  await press(unit, "Send the request");
  checks.that("a wrong address is refused, and nothing typed is lost", (await textOf(unit)).includes("Enter an e-mail address") && (await unit.getByLabel("A sentence of your own").inputValue()).startsWith("The board"));
  await picture(checks, unit, "updates check with errors");
  await unit.locator("input[name^=email_]").fill(office);
  await press(unit, "Send the request");
  request = new URL(unit.url()).pathname;
  checks.that("it is on its way", (await unit.innerText("body")).includes("The request is on its way"));
  checks.that("nobody has answered", /^0 of \d+ actions? answered$/m.test(await textOf(unit)), await textOf(unit));
  await picture(checks, unit, "updates request");
});

await checks.story("an owner with an account answers three actions on one page", async () => {
  const owner = await arrive(unit.lead);
  await owner.goto("/");
  checks.that("Home says that somebody asks", /Say how (one|\d+) actions? stands?/.test(await textOf(owner)), (await textOf(owner)).slice(0, 400));
  await picture(checks, owner, "updates home");
  await owner.getByRole("link", { name: /^Say how/ }).first().click();
  checks.that("what the unit said stands above", (await textOf(owner)).includes("Two lines are enough."));
  await picture(checks, owner, "updates answer");
  const before = await asked(owner).count();
  await press(owner, "Send these answers");
  checks.that("an empty form is refused in words", (await textOf(owner)).includes("Nothing was filled in yet"));
  await asked(owner).nth(0).getByRole("textbox").first().fill("The first draft is with the partners.");
  await asked(owner).nth(1).getByLabel("Blocked").check();
  await asked(owner).nth(2).getByLabel("Nothing has changed").check();
  await press(owner, "Send these answers");
  checks.that("blocked needs its reason, beside its field", (await textOf(owner)).includes("Say what it waits for.") && (await asked(owner).nth(1).locator(".govuk-error-message").count()) === 1);
  checks.that("nothing typed is lost", (await asked(owner).nth(0).getByRole("textbox").first().inputValue()).startsWith("The first draft") && (await asked(owner).nth(2).getByLabel("Nothing has changed").isChecked()));
  await picture(checks, owner, "updates answer with errors");
  await asked(owner).nth(1).getByRole("textbox").first().fill("It waits for the new forms.");
  await press(owner, "Send these answers");
  checks.that("it says what was recorded and what is left", (await owner.textContent("h1")) === "Thank you" && (await textOf(owner)).includes("It waits for the new forms.") && (await textOf(owner)).includes(`${before - 3} action`), await textOf(owner));
  await picture(checks, owner, "updates thanks");
});

await checks.story("an office without an account answers from the mail", async () => {
  mail = await mailbox.wait(office);
  const path = secret.exec(mail)[0];
  const phone = await arrive(null, { viewport: { width: 320, height: 640 } });
  const began = Date.now();
  await phone.goto(path);
  checks.that("the office is named", (await textOf(phone)).includes(`You answer as ${silent}`), (await textOf(phone)).slice(0, 300));
  checks.that("there is nothing to go elsewhere with", (await phone.locator("nav a, main a").count()) === 0);
  await picture(checks, phone, "updates link");
  await phone.setViewportSize({ width: 320, height: 640 });
  await asked(phone).nth(0).getByLabel("At risk").check();
  await asked(phone).nth(0).getByRole("textbox").first().fill("Two localities have <b>not</b> answered.");
  await press(phone, "Send these answers");
  checks.that("it is thanked for", (await phone.textContent("h1")) === "Thank you");
  checks.that("it takes less than two minutes", Date.now() - began < 120000);
  await picture(checks, phone, "updates link thanks");
  const axe = await arrive(null, { javaScriptEnabled: true, bypassCSP: true });
  await axe.goto(path);
  await look(checks, axe, "updates by link");
});

await checks.story("the unit sees who has answered, reminds the rest, and takes the link back", async () => {
  await unit.goto(request);
  checks.that("four are answered", /^4 of \d+ actions? answered$/m.test(await textOf(unit)), (await textOf(unit)).slice(0, 200));
  checks.that("the link was used", (await textOf(unit)).includes("used 1 time"));
  await unit.getByText(/^Answered \(/).click();
  await press(unit, "Remind those who have not answered");
  checks.that("they are reminded, and not again today", (await unit.innerText("body")).includes("are reminded") && (await unit.getByRole("button", { name: "Remind" }).count()) === 0);
  await picture(checks, unit, "updates request answered");
  const path = secret.exec(await mailbox.wait(office, 2))[0];
  await press(unit, /Take the link back/);
  const phone = await arrive(null, { viewport: { width: 320, height: 640 } });
  for (const link of [path, secret.exec(mail)[0]]) {
    const answer = await phone.goto(link);
    checks.that("a link that was taken back says so in words", answer.status() === 404 && (await phone.textContent("h1")) === "This link works no longer");
  }
  await unit.goto(request.replace(/\/[^/]+$/, ""));
  checks.that("the list says how many were answered", /4 of \d+ actions?/.test(await textOf(unit)));
  await picture(checks, unit, "updates list");
  await unit.goto(request);
  await press(unit, "Close this request");
  checks.that("it is closed", (await textOf(unit)).includes("Closed 21 Nov 2026"));
});

await browser.close();
await program.end();
mailbox.close();
checks.finish();
