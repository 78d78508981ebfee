// What people say: comments on a plan, a priority, an objective and an agency; references said aloud; themes of a
// priority; and a partnership that calls these things otherwise.
import { openBrowser, openBusinessPlan, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("words");
const program = new Program();
const browser = await openBrowser();

await checks.story("words", async () => {
  program.run("init", "--example");
  const link = program.add("unit@example.org", "Business manager", "business-unit");
  const other = program.add("chair@example.org", "Office of the scrutineer", "scrutineer");
  await program.serve();
  const unit = await visitor(browser, program.address), scrutineer = await visitor(browser, program.address);
  await welcome(unit, link);
  await welcome(scrutineer, other);
  const main = (page) => page.textContent("main");
  const say = async (page, words) => {
    await page.getByLabel("Your comment").fill(words);
    await page.getByRole("button", { name: "Add this comment" }).click();
  };

  // Comments on a plan, a priority, an objective, an agency.
  await openBusinessPlan(unit);
  await unit.getByRole("link", { name: "Comments", exact: true }).click();
  const plan = new URL(unit.url()).pathname;
  await say(unit, "Is the plan still what we want? @Office of the scrutineer");
  checks.that("a comment leads back to where it stands", new URL(unit.url()).pathname === plan && unit.url().includes("#comment-"));
  await picture(checks, unit, "plan-comments");
  await unit.getByRole("link", { name: "Priorities", exact: true }).click();
  await picture(checks, unit, "priorities");
  await unit.locator(".om-priority h2 a").first().click();
  const priority = new URL(unit.url()).pathname;
  await say(unit, "Who chairs this <b>&?");
  checks.that("a comment stands on the priority, escaped", (await main(unit)).includes("Who chairs this <b>&?"));
  await picture(checks, unit, "priority");
  await unit.locator(".om-plan__group a").first().click();
  await say(unit, "Said of the objective");
  checks.that("a comment stands on the objective", (await main(unit)).includes("Said of the objective"));
  await picture(checks, unit, "objective");
  await unit.goto("/agencies");
  await unit.locator("table th[scope=row] a, table td a").first().click();
  const agency = new URL(unit.url()).pathname;
  await say(unit, "Ask for the new contact");
  await picture(checks, unit, "agency");

  // Who was mentioned is led to the comment, and answers it there.
  await scrutineer.goto("/notices");
  checks.that("a notice says so", /mentioned/.test(await main(scrutineer)), await main(scrutineer));
  await scrutineer.getByRole("main").getByRole("link", { name: /mentioned/ }).first().click();
  checks.that("the notice leads to the comment", new URL(scrutineer.url()).pathname === plan && scrutineer.url().includes("#comment-"));
  await scrutineer.getByRole("link", { name: /^Answer/ }).first().click();
  await scrutineer.getByLabel("Your answer").fill("It is.");
  await scrutineer.getByRole("button", { name: "Add this answer" }).click();
  checks.that("the answer stands below it", (await main(scrutineer)).includes("It is."));

  // References said aloud.
  for (const [what, address, letter] of [["plan", plan, "P"], ["priority", priority, "R"], ["agency", agency, "M"]]) {
    await unit.goto(address);
    const reference = new RegExp(`${letter}-\\d{4}-\\d{3}`).exec(await main(unit))?.[0] ?? "";
    await unit.goto(`/go?reference=${reference.replaceAll("-", " ").toLowerCase()}`);
    checks.that(`the ${what} is found by ${reference}`, reference !== "" && (await main(unit)).includes(reference), unit.url());
  }

  // Themes of a priority, and the priorities that carry one.
  await unit.goto(priority);
  await unit.getByRole("link", { name: "Themes of this priority" }).click();
  await picture(checks, unit, "themes-form");
  await unit.locator("main input[type=checkbox]").first().check();
  await unit.getByRole("button", { name: "Save the themes" }).click();
  checks.that("it is said that they are saved", (await unit.locator(".om-done").innerText()).includes("the themes are changed"));
  await picture(checks, unit, "priority-with-theme");
  await unit.locator(".om-facts a[href*='tag=']").first().click();
  checks.that("only what carries it is listed", (await unit.locator(".om-priority").count()) === 1, await unit.locator(".om-priority").count());
  await picture(checks, unit, "priorities-with-theme");
  await unit.getByRole("link", { name: /^Show all/ }).click();
  checks.that("all are a step away", (await unit.locator(".om-priority").count()) > 1);

  // Another word for each, on every page from then on.
  for (const [what, one, several] of [["Business unit", "hub", "hubs"], ["Plan", "roadmap", "roadmaps"], ["Priority", "ambition", "ambitions"], ["Agency", "organisation", "organisations"]]) {
    await unit.goto("/terms/add?kind=word");
    await unit.getByLabel("Stands for").or(unit.getByRole("radio", { name: what, exact: true })).last().check();
    await unit.getByLabel("Term", { exact: true }).fill(one);
    await unit.getByLabel("Several of them").fill(several);
    await unit.getByRole("main").getByRole("button").last().click();
  }
  await unit.goto(priority);
  checks.that("the page says ambition", /ambition/.test(await main(unit)) && !/priorit/i.test(await main(unit)), (await main(unit)).slice(0, 400));
  await picture(checks, unit, "ambition");
  for (const [name, address] of [["home-words", "/"], ["agencies-words", "/agencies"], ["import-words", "/plans/import"], ["rights-words", "/rights"], ["people-words", "/people"]]) {
    await unit.goto(address);
    await picture(checks, unit, name);
  }
  const head = program.run("export", "people", "--format", "csv").split("\n")[0];
  checks.that("the keys of a download stay", head.includes("agency") && !head.includes("organisation"), head);
});

await browser.close();
await program.end();
checks.finish();
