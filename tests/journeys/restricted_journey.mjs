// A restricted record, in a browser: the business unit restricts an action, nobody else finds it, a
// delegated partner breaks the glass, the business unit is told and reviews it. Every page is also
// looked at as in the accessibility journey. With PICTURES=folder it takes pictures.
import { openBrowser, openBusinessPlan } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { Program, password } from "../browser/program.mjs";

const checks = new Checks("restricted");
const program = new Program();
const browser = await openBrowser();

const press = (page, name) => page.getByRole("button", { name }).first().click();
const said = (page) => page.textContent("main");

await checks.story("a restricted action", async () => {
  const links = program.run("init", "--example").split("\n")
    .map((line) => /http:\/\/[^/]+(\/welcome\/\S+)/.exec(line)?.[1]).filter(Boolean);
  await program.serve();
  const unit = await arrive(browser, program.address, links[0]), chair = await arrive(browser, program.address, links[6]);
  const delegated = await arrive(browser, program.address, links[2]), lead = await arrive(browser, program.address, links[4]);

  await openBusinessPlan(unit);
  const list = new URL(unit.url()).pathname;
  const row = unit.locator(".om-plan__title").first();
  const title = await row.textContent(), action = await row.getAttribute("href");
  const reference = (await unit.locator(".om-plan__meta").first().textContent()).match(/^\w+ \d+/)[0];
  const count = async (page) => { await page.goto(list); return (await page.textContent(".om-quick, main")).match(/All\D*(\d+)/)?.[1]; };
  const before = await count(chair);

  await unit.goto(action);
  await unit.getByRole("link", { name: "Restrict who may read this" }).click();
  await look(checks, unit, "restrict");
  await press(unit, "Restrict it");
  checks.that("a restriction needs its reason", (await said(unit)).includes("Say why only named readers may read it."));
  await unit.getByLabel("Why may only some read it?").fill("It names a child.");
  await unit.getByRole("group", { name: "Who may not" }).getByLabel("Lead safeguarding partner, council", { exact: true }).check();
  await press(unit, "Restrict it");
  checks.that("the action says that it is restricted", (await said(unit)).includes("Only named readers see this"));
  await look(checks, unit, "restricted action");
  await unit.goto("/restricted");
  checks.that("it is among the restricted records", (await said(unit)).includes("Look again by 19 Feb 2027"));
  await look(checks, unit, "restricted records");
  await unit.goto(list);
  checks.that("its row is marked", await unit.getByText("Restricted").first().isVisible());

  checks.that("nobody else finds it", (await chair.goto(action)).status() === 404);
  await chair.goto(`${list}?words=${encodeURIComponent(reference)}`);
  checks.that("and no search does", !(await said(chair)).includes(title));
  checks.that("it is not counted", before === undefined || (await count(chair)) === String(Number(before) - 1), `${before}`);

  const breakGlass = async (page, asked, word = password) => {
    await page.goto("/break-glass");
    await page.getByLabel("Reference of the record").fill(asked);
    await page.getByLabel("Why do you need to read it now?").fill("The child is missing.");
    await page.getByLabel("Your password", { exact: true }).fill(word);
    await press(page, "Open it for an hour");
  };
  await delegated.goto("/");
  await delegated.getByRole("link", { name: "Break the glass" }).click();
  await look(checks, delegated, "break the glass");
  await breakGlass(delegated, reference, "not my password");
  checks.that("it needs the password", (await said(delegated)).includes("This is not your password."));
  await breakGlass(delegated, "ZZ 99");
  // Of the same words whoever reads them, whatever the minute.
  const apart = (words) => words.replace(/\s+/g, " ").replace("Who has broken the glass", "").replace(/until \S+/, "");
  const nothing = apart(await said(delegated));
  await breakGlass(lead, reference);
  checks.that("who is denied is told what everybody is told", apart(await said(lead)) === nothing);
  await look(checks, lead, "break the glass with an error");
  await breakGlass(delegated, reference);
  checks.that("it opens", new URL(delegated.url()).pathname === action && (await said(delegated)).includes(title));
  checks.that("the one denied still finds nothing", (await lead.goto(action)).status() === 404);

  await unit.goto("/");
  checks.that("those who may read it are told at once", (await said(unit)).includes("Somebody broke the glass"));
  await look(checks, unit, "home with a broken glass");
  await unit.getByRole("link", { name: "One use of it waits" }).click();
  checks.that("who, and why", (await said(unit)).includes("Delegated safeguarding partner, health") && (await said(unit)).includes("The child is missing."));
  await look(checks, unit, "who has broken the glass");
  await unit.getByRole("link", { name: "Review it" }).click();
  await look(checks, unit, "review a broken glass");
  await unit.getByLabel("Yes").check();
  await unit.getByLabel("What did you find?").fill("The duty officer asked for it.");
  await press(unit, "Save the review");
  checks.that("the review is kept", (await said(unit)).includes("Justified, says Head of delivery"));

  await unit.goto("/rights");
  checks.that("the page of rights lists it", (await said(unit)).includes(reference));
  await look(checks, unit, "rights");
  await unit.getByRole("button", { name: "Ask why" }).click();
  await unit.getByLabel("Who?").selectOption({ label: "Lead safeguarding partner, council" });
  await unit.getByLabel("Which record? (optional)").fill(reference);
  await press(unit, "Answer");
  checks.that("why not is answered", (await said(unit)).includes("may not read it, whatever else holds"));
  await look(checks, unit, "why");

  await unit.goto(action);
  await unit.getByRole("link", { name: "Who may read it" }).click();
  await unit.getByLabel("Why may everybody read it again?").fill("It is over.");
  await press(unit, "Lift the restriction");
  checks.that("lifted, everybody finds it again", (await chair.goto(action)).status() === 200);
  checks.that("nothing was changed behind the program", program.run("verify").startsWith("Sound"));
});

await browser.close();
await program.end();
checks.finish();
