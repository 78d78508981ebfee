// Accounts as people meet them: an administrator must set up the second step, signs in with a code
// and with a code to recover with; gives an account; somebody leaves.
import { openBrowser, signIn, signOut, visitor, welcome } from "../browser/browser.mjs";
import { overflow, violations } from "../browser/axe.mjs";
import { Checks } from "../browser/checks.mjs";
import { now, Program } from "../browser/program.mjs";
import { codeOf, turnOnSecondStep } from "../browser/second_step.mjs";

const checks = new Checks("accounts");
const program = new Program();
const browser = await openBrowser();
const path = (page) => new URL(page.url()).pathname;
const checked = { javaScriptEnabled: true, bypassCSP: true };

async function fits(page, name) {
  const found = await violations(page);
  checks.that(`anybody can use ${name}`, found.length === 0, found.join("; "));
  await page.setViewportSize({ width: 320, height: 640 });
  checks.that(`${name} fits a telephone`, (await overflow(page)) <= 0, String(await overflow(page)));
  await page.setViewportSize({ width: 1280, height: 900 });
}

await checks.story("accounts", async () => {
  program.run("init", "--partnership", "Example Safeguarding Children Partnership");
  const first = program.add("systems@example.org", "Systems officer", "administrator");
  program.add("lead@example.org", "Safeguarding lead, a school", "agency-lead", "--for", "Schools and colleges", "--new-owner");
  await program.serve();

  const systems = await visitor(browser, program.address, checked);
  await welcome(systems, first);
  checks.that("an administrator is led to the second step", path(systems) === "/account/two-step");
  await systems.goto("/people");
  checks.that("nothing else opens before it is on", path(systems) === "/account/two-step");
  await fits(systems, "the page to set it up");
  const { key, codes } = await turnOnSecondStep(systems);
  checks.that("ten codes to recover with are shown", codes.length === 10, codes.join());
  await fits(systems, "the page of codes");
  await systems.goto("/people");
  checks.that("then everything opens", path(systems) === "/people");
  await fits(systems, "the list of people");

  await signOut(systems);
  await signIn(systems, "systems@example.org");
  checks.that("signing in asks for a code", path(systems) === "/sign-in/code");
  await fits(systems, "the page that asks for it");
  await systems.getByLabel("Code", { exact: true }).fill("000000");
  await systems.getByRole("button", { name: "Sign in" }).click();
  checks.that("a wrong code is refused in words", (await systems.textContent("main")).includes("not the code now"));
  await systems.getByLabel("Code", { exact: true }).fill(codeOf(key, now() + 30000));
  await systems.getByRole("button", { name: "Sign in" }).click();
  checks.that("the next code signs in, clocks being what they are", path(systems) === "/");
  await signOut(systems);
  await signIn(systems, "systems@example.org");
  await systems.getByLabel("Code", { exact: true }).fill(codes[3].toUpperCase().replace("-", " "));
  await systems.getByRole("button", { name: "Sign in" }).click();
  checks.that("a code to recover with signs in", path(systems) === "/");

  await systems.goto("/people/new");
  await fits(systems, "the page to add a person");
  await systems.getByLabel("Shown as").fill("Deputy safeguarding lead, a school");
  await systems.getByLabel("E-mail address").fill("deputy@example.org");
  await systems.getByLabel("Role").selectOption("agency_lead");
  await systems.getByLabel("Held within", { exact: true }).selectOption("Schools and colleges");
  await systems.getByRole("button", { name: "Add this person" }).click();
  const link = await systems.locator(".om-key-words").textContent();
  const deputy = await visitor(browser, program.address);
  await welcome(deputy, link);
  checks.that("the new person signs in with the link", (await deputy.textContent("body")).includes("Deputy safeguarding lead"));

  await systems.goto("/people?words=lead%40");
  await systems.getByRole("link", { name: "Safeguarding lead, a school", exact: true }).click();
  await fits(systems, "a person's page");
  await systems.getByRole("button", { name: "They leave" }).click();
  await fits(systems, "the page to leave");
  await systems.getByRole("button", { name: "End this account" }).click();
  checks.that("the account has ended", (await systems.textContent("main")).includes("ended"));

  await systems.goto("/account/sessions");
  await fits(systems, "the page of sessions");
  await systems.goto("/account/tokens");
  if (path(systems) === "/account/prove") checks.that("it asks for a proof", false);
  await fits(systems, "the page of tokens");
  await systems.getByLabel("Which program is it for?").fill("The council's reporting");
  await systems.getByLabel("read plans, actions and evidence").check();
  await systems.getByRole("button", { name: "Make the token" }).click();
  const token = await systems.locator(".om-key-words").first().textContent();
  const answer = await fetch(`${program.address}/plans/none/actions.csv`, { headers: { Authorization: `Bearer ${token}` } });
  checks.that("the token is known", answer.status === 404, String(answer.status));
});

await browser.close();
await program.end();
checks.finish();
