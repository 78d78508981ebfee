// Who gets which role where, in a browser: the business unit lets somebody from outside read one
// priority, and joins who they are elsewhere; a proxy signs them in; they find that priority and
// nothing else; their role ends. Every page is also looked at as in the accessibility journey. With
// PICTURES=folder it takes pictures.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("roles");
const program = new Program();
const browser = await openBrowser();
const secret = "a-secret-of-the-journey-of-forty-letters";
const issuer = "https://login.example.org";

const press = (page, name) => page.getByRole("button", { name }).first().click();
const said = (page) => page.textContent("main");

await checks.story("a role on one record", async () => {
  const links = program.run("init", "--example").split("\n")
    .map((line) => /http:\/\/[^/]+(\/welcome\/\S+)/.exec(line)?.[1]).filter(Boolean);
  program.add("guest@example.org", "Guest scrutineer", "none");
  const file = join(program.folder, "outside-secret");
  writeFileSync(file, "guess\n");
  const guessed = program.refused("serve", "--outside-identity-secret-file", file);
  checks.that("a secret that could be guessed is refused", guessed.code !== 0 && guessed.said.includes("at least 32"), guessed.said);
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  await program.serve("--outside-identity-secret-file", file);
  const unit = await arrive(browser, program.address, links[0]);

  await unit.goto("/people?words=Guest");
  await unit.goto(await unit.getByRole("link", { name: "Guest scrutineer" }).first().getAttribute("href"));
  if (new URL(unit.url()).pathname.startsWith("/people/details")) await unit.getByRole("link", { name: /account/i }).first().click();
  const theirs = unit.url();
  await unit.getByRole("button", { name: "Give a role" }).click();
  await look(checks, unit, "give a role");
  await press(unit, "Give this role");
  checks.that("what is missing is named", (await said(unit)).includes("Choose a role."));
  await look(checks, unit, "give a role refused");
  await unit.getByLabel("Role", { exact: true }).selectOption("scrutineer");
  await unit.getByLabel("On one record").check();
  await unit.getByLabel("On which record?").fill("VA");
  await unit.getByLabel("Last day (optional)").fill("31 March 2027");
  await press(unit, "Give this role");
  checks.that("the role is on their page", (await said(unit)).includes("Independent scrutineer on Priority VA, from 21 Nov 2026 to 31 Mar 2027"), await said(unit));
  await unit.getByRole("link", { name: "Join one" }).click();
  await look(checks, unit, "join");
  await unit.getByLabel("Issuer").fill(issuer);
  await unit.getByLabel("Subject").fill("guest-1");
  await press(unit, "Join it");
  checks.that("who they are elsewhere is on their page", (await said(unit)).includes("guest-1"));
  await look(checks, unit, "a person");

  const guest = await arrive(browser, program.address);
  await guest.goto("/sign-in");
  await look(checks, guest, "sign in");
  const hidden = await guest.goto("/sign-in/outside");
  checks.that("without the proxy there is no such page", hidden.status() === 404);
  const through = (subject) => guest.context().setExtraHTTPHeaders(
    { "X-OpenMASA-Secret": secret, "X-OpenMASA-Issuer": issuer, "X-OpenMASA-Subject": subject });
  await through("somebody-else");
  await guest.goto("/sign-in/outside");
  checks.that("an unknown one is told whom to ask", (await said(guest)).includes("Ask the business unit"));
  await look(checks, guest, "unknown");
  await through("guest-1");
  await guest.goto("/sign-in/outside");
  await look(checks, guest, "sign in from outside");
  await press(guest, "Sign in as Guest scrutineer");
  checks.that("one button signs them in", new URL(guest.url()).pathname === "/");
  await look(checks, guest, "home of a guest");
  await guest.goto("/plans");
  const list = await said(guest);
  checks.that("they find actions of their priority", /VA \d/.test(list));
  checks.that("and of no other", !/\b(NE|FF|BU|WF|EI) \d/.test(list), list.match(/\b[A-Z]{2} \d+/g)?.join(" "));
  await look(checks, guest, "list of a guest");
  await guest.goto("/account/identities");
  await look(checks, guest, "own identities");
  checks.that("the agencies are not there", (await guest.goto("/agencies")).status() === 404);

  await unit.goto(theirs);
  await unit.getByRole("link", { name: "End the role" }).click();
  await look(checks, unit, "end a role");
  await press(unit, "End this role");
  checks.that("it has ended", (await said(unit)).includes("No role"));
  await guest.goto("/plans");
  checks.that("nothing was changed behind the program", program.run("verify").startsWith("Sound"));
  checks.that("and nothing is left to see", (await guest.goto("/plans")).status() === 404);
});

await browser.close();
await program.end();
checks.finish();
