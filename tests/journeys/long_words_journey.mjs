// Somebody pastes a web address as a title, a word of two hundred letters as a note, and names a group at great length; and
// writes a mark that turns round what stands beside it. No page runs out of its window, wide or at 320 px, and nobody's name is turned round.
import { openBrowser, openBusinessPlan } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, picture } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("long words");
const program = new Program();
const browser = await openBrowser();
const address = (what) => `https://${what}.example.org/${"very-long-path/".repeat(3)}${"x".repeat(90)}`;
const word = "Zusammenhang".repeat(15);
const name = "Partnership oversight of extrafamilial harm ".repeat(4).trim();
const press = (page, name) => page.getByRole("button", { name }).first().click();
let unit, list, action, recommendation, group, agency;

async function visit(path, name) {
  await unit.goto(path);
  await picture(checks, unit, name);
}

await checks.story("titles and notes are written", async () => {
  const links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(browser, program.address, links.get("Head of delivery, business unit"));
  await openBusinessPlan(unit);
  list = new URL(unit.url()).pathname;
  await unit.goto(`${list}?status=in_progress`);
  action = await unit.locator(".om-plan__title").nth(1).getAttribute("href");
  await unit.goto(`${action}/change`);
  await unit.getByLabel("Title").fill(address("action"));
  await press(unit, "Save this action");
  await unit.goto(`${action}/progress`);
  await unit.locator("textarea[name=words]").fill(`${word} \u202ednuor denrut`);
  await press(unit, "Record this progress");
  checks.that("the note is there", (await unit.textContent("main")).includes(word));
  checks.that("its mark is not: it turns nothing round", !(await unit.content()).includes("\u202e"));

  await unit.goto("/recommendations");
  recommendation = await unit.locator("table a[href^='/recommendations/']").first().getAttribute("href");
  await unit.goto(`${recommendation}/change`);
  await unit.locator("[name=title]").fill(address("recommendation"));
  await press(unit, "Save this recommendation");

  await unit.goto("/groups");
  group = await unit.locator("table a[href^='/groups/']").nth(2).getAttribute("href");
  await unit.goto(`${group}/change`);
  await unit.locator("[name=name]").fill(name);
  await press(unit, "Save this group");

  await unit.goto("/agencies");
  agency = await unit.locator("table a[href^='/agencies/']").nth(3).getAttribute("href");
  await unit.goto(`${agency}/change`);
  await unit.locator("[name=name]").fill(`Trust ${name.slice(0, 120)}`);
  await press(unit, "Save this agency");
});

await checks.story("no page of the plan runs out of its window", async () => {
  await visit("/", "home");
  await visit(list, "actions");
  for (const part of ["timeline", "year", "board", "priorities", "changes", "gaps"]) await visit(list.replace("/actions", `/${part}`), part);
  await visit(action, "action");
  for (const part of ["progress", "change", "evidence", "move"]) await visit(`${action}/${part}`, `action ${part}`);
});

await checks.story("no page of recommendations does", async () => {
  await visit("/recommendations", "recommendations");
  await visit(recommendation, "recommendation");
  for (const part of ["change", "join"]) await visit(`${recommendation}/${part}`, `recommendation ${part}`);
  const id = recommendation.slice(recommendation.lastIndexOf("/") + 1);
  await visit(`/thread/recommendation/${id}`, "thread");
  await visit(`/history/recommendation/${id}`, "history");
  for (const part of ["position", "broken", "answers"]) await visit(`/recommendations/${part}`, part);
});

await checks.story("no page of the arrangements does", async () => {
  for (const path of ["/groups", "/seats", "/agencies", "/offices", "/directory", "/structure", "/structure?as=list", group, agency]) await visit(path, path.slice(1).replaceAll("/", " "));
  await visit(`${group}/change`, "group change");
});

await browser.close();
await program.end();
checks.finish();
