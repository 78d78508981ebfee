// Who is who: somebody is found in one search, keeps their own entry, leaves in one step, and is gone from the lists the
// day after; the structure is drawn as at two days, and what changed is marked.
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("the directory and the structure");
const program = new Program();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();

async function arrive(link) {
  const page = await visitor(browser, program.address);
  await welcome(page, link);
  return page;
}
async function find(page, words) {
  await page.goto("/directory");
  await page.getByLabel("Who are you looking for?").fill(words);
  await page.getByRole("button", { name: "Find them" }).click();
  return textOf(page);
}

let links, unit, health;

await checks.story("the right person is found in one search", async () => {
  links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(links.get("Head of delivery, business unit"));
  await unit.goto("/agencies");
  await unit.getByRole("link", { name: "Directory", exact: true }).click();
  await picture(checks, unit, "directory");
  const scrutineer = await find(unit, "scrutineer");
  checks.that("by the kind of office", /scrutineer/i.test(scrutineer) && /people are found|person is found/.test(scrutineer), scrutineer.slice(0, 400));
  const lead = await find(unit, "health lead");
  checks.that("by agency and office", /health/i.test(lead), lead.slice(0, 600));
  const yarmouth = await find(unit, "Yarmouth");
  checks.that("by the group they sit in", /Great Yarmouth Local Safeguarding Children Group/.test(yarmouth), yarmouth.slice(0, 600));
  await picture(checks, unit, "directory-found");
  checks.that("nobody is said plainly", /Nobody is found by “zebra”/.test(await find(unit, "zebra")));
  await picture(checks, unit, "directory-nobody");
});

await checks.story("a person keeps their own entry", async () => {
  health = await arrive(links.get("Delegated safeguarding partner, health"));
  await health.goto("/directory");
  await health.getByRole("button", { name: "Your entry" }).click();
  await health.getByLabel("By telephone").check();
  await health.getByRole("button", { name: "Keep this entry" }).click();
  checks.that("what cannot be is said beside its field", /Nobody can ring you unless your number is there/.test(await textOf(health)));
  await picture(checks, health, "own-entry-with-errors");
  await health.getByLabel("Telephone at work").fill("01603 000 123");
  await health.getByLabel("What can you be asked about?").fill("Bruising protocol, midwives");
  await health.getByRole("button", { name: "Keep this entry" }).click();
  checks.that("it is kept", /Saved\./.test(await health.locator("body").innerText()));
  await picture(checks, health, "person");
  const found = await find(unit, "bruising");
  checks.that("others find them by it", /Delegated safeguarding partner, health/.test(found) && /01603 000 123/.test(found), found.slice(0, 400));
  await health.goto("/directory/mine");
  await health.getByLabel("Do not list my telephone").check();
  await health.getByLabel("Either way").check();
  await health.getByRole("button", { name: "Keep this entry" }).click();
  checks.that("a number that is not to be listed is not", !/01603 000 123/.test(await find(unit, "bruising")));
});

await checks.story("a mailing list is a rule, and says who is on it and why", async () => {
  await unit.goto("/directory");
  await unit.getByRole("button", { name: "Mailing lists" }).click();
  await picture(checks, unit, "mailing-lists");
  await unit.getByRole("button", { name: "Add a mailing list" }).click();
  await unit.getByLabel("Members of these groups").fill("No such group");
  await unit.getByRole("button", { name: "Save this list" }).click();
  const refused = await textOf(unit);
  checks.that("what is wrong stands beside its field", /Say what the list is called/.test(refused) && /No group is called “No such group”/.test(refused), refused.slice(0, 500));
  await picture(checks, unit, "mailing-list-with-errors");
  await unit.getByLabel("What is it called?").fill("Delegated partners and their group");
  await unit.getByLabel("Delegated safeguarding partner").check();
  await unit.getByLabel("Members of these groups").fill("Partnership Group");
  await unit.getByRole("button", { name: "Save this list" }).click();
  const list = await textOf(unit);
  checks.that("who is on it and why", /Holds: Delegated safeguarding partner/.test(list) && /Member of Partnership Group/.test(list), list.slice(0, 900));
  checks.that("who has no address is said", /no e-mail address/.test(list));
  checks.that("addresses are there to copy", (await unit.getByLabel(/to copy/).inputValue()).includes("delegated.partner@example.org"));
  await picture(checks, unit, "mailing-list");
});

await checks.story("whoever leaves is handled in one place", async () => {
  const list = unit.url();
  await find(unit, "Detective Superintendent");
  await unit.getByRole("link", { name: "Detective Superintendent, Norfolk Constabulary" }).first().click();
  const page = unit.url();
  await unit.getByRole("button", { name: "They leave" }).click();
  const form = await textOf(unit);
  checks.that("what they lead is listed", /What they lead/.test(form), form.slice(0, 500));
  await picture(checks, unit, "leaving");
  await unit.getByRole("button", { name: "End all of this" }).click();
  checks.that("each has to be agreed", /Agree that/.test(await textOf(unit)));
  await picture(checks, unit, "leaving-with-errors");
  await unit.getByLabel("What is their last day?").fill("20 November 2026");
  for (const box of await unit.getByRole("checkbox").all()) await box.check();
  await unit.getByLabel("Who leads these then?").fill("Head of delivery, business unit");
  for (const select of await unit.locator("select").all()) await select.selectOption({ label: "Nobody" });
  await unit.getByRole("button", { name: "End all of this" }).click();
  const done = await unit.locator("body").innerText();
  checks.that("it is done in one step", /They have left/.test(done), done.slice(0, 900));
  await picture(checks, unit, "person-who-left");
  checks.that("they are not found any more", !/Detective Superintendent, Norfolk Constabulary/.test((await find(health, "Detective Superintendent"))));
  checks.that("their page is gone for others", (await health.request.get(page)).status() === 404);
  await unit.goto(list);
  checks.that("nor are they on a list", !/Detective Superintendent/.test(await textOf(unit)));
  checks.that("the log holds", /as the newest version says/.test(program.run("verify")));
});

await checks.story("the structure is drawn, as at two days, and what changed is marked", async () => {
  await unit.goto("/agencies");
  await unit.getByRole("link", { name: "Structure", exact: true }).click();
  const now = await textOf(unit);
  checks.that("how many groups there are is said", /\d+ groups\./.test(now), now.slice(0, 300));
  checks.that("the list says the same", /Partnership Group/.test(now));
  await picture(checks, unit, "structure");
  await unit.getByLabel("What changed since a day?").fill("soon");
  await unit.getByRole("button", { name: "Mark what changed" }).click();
  checks.that("a day that is none is said", /Enter the day, as 1 April 2026/.test(await textOf(unit)));
  await unit.getByLabel("What changed since a day?").fill("1 January 2025");
  await unit.getByRole("button", { name: "Mark what changed" }).click();
  const changed = await textOf(unit);
  checks.that("what changed is counted", /Since 1 Jan 2025: \d+ new, \d+ changed, \d+ ended\./.test(changed), changed.slice(0, 400));
  checks.that("and marked in words", /Changed: /.test(changed) && /New since/.test(changed), changed.slice(0, 1500));
  await picture(checks, unit, "structure-changed");
  await unit.goto("/structure?as-at=2024-06-30");
  checks.that("on an earlier day it was another", (await textOf(unit)).slice(0, 400) !== now.slice(0, 400));
  const svg = await unit.request.get("/structure/chart.svg?since=2025-01-01");
  checks.that("it leaves as a picture", svg.status() === 200 && (await svg.text()).startsWith("<svg "));
  const box = unit.locator(".om-structure__svg a").first();
  checks.that("each box leads to its page", /^\/groups\/\w+/.test(await box.getAttribute("href")));
});

await browser.close();
await program.end();
checks.finish();
