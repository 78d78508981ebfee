// Every page and state, wide and at 320 px: axe finds nothing, nothing runs out of the window, and
// the page can be worked by keyboard. With PICTURES=folder it also takes a picture of each.
import { join } from "node:path";
import { openBrowser, openBusinessPlan, visitor } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { Program, password, root } from "../browser/program.mjs";

const checks = new Checks("accessibility");
const example = new Program();
const empty = new Program();
const browser = await openBrowser();

async function visit(page, path, name, act) {
  await checks.story(name, async () => {
    await page.goto(path);
    if (act) await act(page);
    await look(checks, page, name);
  });
}

const press = (words) => async (page) => page.getByRole("button", { name: words }).first().click();

await checks.story("every page", async () => {
  const links = example
    .run("init", "--example")
    .split("\n")
    .map((line) => /http:\/\/[^/]+(\/welcome\/\S+)/.exec(line)?.[1])
    .filter(Boolean);
  await example.serve();
  const [unitLink, ownerLink, readerLink, , , scrutineerLink] = links, outsiderLink = links.at(-1);

  const stranger = await arrive(browser, example.address);
  await visit(stranger, "/sign-in", "sign in");
  await visit(stranger, "/sign-in", "sign in with errors", press("Sign in"));
  await visit(stranger, unitLink, "choose a password");
  await visit(stranger, unitLink, "choose a password with errors", press("Save the password"));
  await visit(stranger, "/welcome/used", "used link");
  await visit(stranger, "/help", "help");
  await visit(stranger, "/accessibility", "accessibility statement");

  const unit = await arrive(browser, example.address, unitLink);
  await visit(unit, "/", "home");
  await visit(unit, "/plans", "plans");
  await visit(unit, "/plans/all", "the register of plans");
  await visit(unit, "/plans/all?state=runs&as-at=2026-06-30", "the register of plans as at a day");
  await openBusinessPlan(unit);
  const list = new URL(unit.url()).pathname;
  await visit(unit, list, "actions");
  await visit(unit, `${list}?page=2`, "actions second page");
  await visit(unit, `${list}?due=late&status=in_progress&words=a&sort=date`, "actions filtered");
  await visit(unit, `${list}?words=nothing+like+it`, "actions none found");
  const picture = (path) => list.replace("/actions", path);
  await visit(unit, picture("/timeline"), "timeline");
  await visit(unit, picture("/timeline?paper=a3"), "timeline with its form", (page) => page.getByText("Choose months and actions").click());
  await visit(unit, picture("/timeline?from=2040-01&owner=none"), "timeline with nothing in it");
  await visit(unit, picture("/timeline?as-at=2026-06-30"), "timeline as at a day");
  await visit(unit, picture("/year"), "year at a glance");
  await visit(unit, picture("/year?month=2026-10"), "month of the year");
  await visit(unit, picture("/board"), "board");
  await visit(unit, picture("/board?owner=none"), "board filtered");
  await visit(unit, picture("/updates"), "requests for updates none");
  await visit(unit, picture("/updates/ask"), "ask for updates");
  await visit(unit, picture("/updates/check?which=open"), "ask for updates with errors");
  await visit(unit, picture("/updates/ask"), "who will be asked", press("Look at who will be asked"));
  await visit(unit, picture("/updates/ask"), "request for updates", async (page) => {
    await press("Look at who will be asked")(page);
    await press("Send the request")(page);
  });
  const asked = new URL(unit.url()).pathname;
  await visit(unit, asked.slice(asked.indexOf("/updates/")), "how actions stand");
  await visit(unit, asked.slice(asked.indexOf("/updates/")), "how actions stand with errors", press("Send these answers"));
  await visit(unit, list.replace("/actions", "/priorities"), "priorities");
  await unit.locator('main a[href^="/priorities/"]').first().click();
  const priority = new URL(unit.url()).pathname;
  await visit(unit, priority, "priority");
  await visit(unit, `${priority}/report`, "highlight report");
  await visit(unit, `${priority}/report?since=soon`, "highlight report with errors");
  await visit(unit, `${priority}/report/words`, "covering words");
  await visit(unit, list.replace("/actions", "/calendar"), "dates for a calendar");
  await visit(unit, list.replace("/actions", "/calendar"), "dates for a calendar with errors", press("Make the address"));
  await visit(unit, priority, "priority again");
  await unit.locator('main a[href^="/objectives/"]').first().click();
  const objective = new URL(unit.url()).pathname;
  await visit(unit, objective, "objective");
  await visit(unit, list.replace("/actions", "/editions"), "editions");
  await visit(unit, list.replace("/actions", "/changes"), "changes");
  await visit(unit, list.replace("/actions", "/changes?since=2026-01-01&what=new"), "changes of one kind");
  await visit(unit, list.replace("/actions", "/changes?since=soon"), "changes since a day that is none");
  await visit(unit, list.replace("/actions", "/gaps"), "gaps");
  await visit(unit, list.replace("/actions", "/gaps/no-group"), "a gap's rows");
  await visit(unit, "/gaps", "gaps of all plans");
  await visit(unit, list.replace("/actions", "/next"), "next edition");
  await visit(unit, list.replace("/actions", "/next"), "next edition with errors", async (page) => {
    await page.getByLabel("Leave behind").first().check();
    await press("Make the next edition")(page);
  });
  await visit(unit, list.replace("/actions", "/compared"), "compared with an edition of four years ago");
  await visit(unit, list.replace("/actions", "/follows"), "which edition it follows");
  await visit(unit, list.replace("/actions", "/follows"), "what goes on from the edition before", press("Look at the two"));
  await visit(unit, list.replace("/actions", "/follows"), "what goes on, with errors", async (page) => {
    await press("Look at the two")(page);
    await page.getByLabel("Carried on as").first().fill("ZZ 9");
    await press("Save what goes on")(page);
  });
  await visit(unit, list.replace("/actions", "/follows?before=none"), "it follows no edition");
  await visit(unit, "/plans/add", "add a plan with errors", press("Add this plan"));
  await visit(unit, list.replace("/actions", "/change"), "change a plan");
  await visit(unit, list.replace("/actions", "/priorities/add"), "add a priority");
  await visit(unit, `${priority}/change`, "change a priority");
  await visit(unit, `${priority}/objectives/add`, "add an objective");
  await visit(unit, `${objective}/change`, "change an objective");
  await visit(unit, `${objective}/actions/add`, "add an action with errors", press("Add this action"));

  const address = async (query, nth = 0) => {
    await unit.goto(`${list}?${query}`);
    return unit.locator(".om-plan__title").nth(nth).getAttribute("href");
  };
  await visit(unit, await address("evidence=missing"), "action done without evidence");
  await visit(unit, await address("due=none"), "action without a date");
  await visit(unit, await address("due=late"), "action late");
  await visit(unit, await address("status=stopped"), "action stopped");
  const action = await address("status=in_progress", 1);
  await visit(unit, action, "action");
  await visit(unit, action, "action with its history open", (page) => page.getByText("Every change").click());
  await visit(unit, `${action}/progress`, "record progress");
  await visit(unit, `${action}/progress`, "record progress with errors", async (page) => {
    await page.getByLabel("Stopped", { exact: true }).check();
    await press("Record this progress")(page);
  });
  await visit(unit, `${action}/evidence`, "add evidence");
  await visit(unit, `${action}/evidence`, "add evidence with errors", press("Add this evidence"));
  await visit(unit, `${action}/move`, "move an action with errors", press("Move it"));
  await visit(unit, `${action}/change`, "change an action");
  await visit(unit, `${action}/change`, "change an action that somebody changed", async (page) => {
    const other = await page.context().newPage();
    await other.goto(`${action}/change`);
    await other.getByLabel("In full").fill("Somebody else wrote this.");
    await press("Save this action")(other);
    await other.close();
    await page.getByLabel("Title, in one line").fill("Mine");
    await press("Save this action")(page);
  });
  await visit(unit, action, "action just saved", async (page) => page.goto(`${action}?saved=progress`));
  const versions = action.replace("/actions/", "/history/action/");
  await visit(unit, `${list}?as-at=2026-06-30`, "actions as at a day");
  await visit(unit, `${action}?as-at=2026-08-31&known=then`, "action as at a day");
  await visit(unit, `${action}?as-at=someday`, "a day that is none");
  await visit(unit, `${action}/change?as-at=2026-06-30`, "a form as at a day");
  await visit(unit, versions, "versions");
  await visit(unit, `${versions}/1/put-back`, "put a version back");
  await visit(unit, `${versions}/1/put-back`, "put a version back with errors", press("Put it back"));
  await visit(unit, `${versions}/standing`, "withdraw an action");
  await visit(unit, action.replace("/actions/", "/retention/hold/action/"), "put on hold");
  await visit(unit, action.replace("/actions/", "/retention/hold/action/"), "put on hold and saved", async (page) => {
    await page.getByLabel("Why, and at whose request").fill("Asked for by the coroner, 3 November 2026.");
    await press("Put it on hold")(page);
  });
  await visit(unit, "/retention", "keeping and destroying");
  await visit(unit, "/plans/import", "import");
  await visit(unit, "/plans/import", "import with errors", press("Look at the plan"));
  await visit(unit, "/audit", "audit log");
  await visit(unit, "/audit?kind=session&person=nobody", "audit log filtered");
  await visit(unit, `/audit/records/action/${action.split("/").at(-1)}`, "everything done to an action");
  await visit(unit, "/audit/checkpoints", "checkpoints");
  await visit(unit, "/audit/inspection", "download for an inspector");
  await visit(unit, "/account/activity", "what you have done");
  await visit(unit, "/account", "account");
  await visit(unit, action, "action with a comment", async (page) => {
    await page.getByLabel("Your comment").fill("Who answers <b>& by when?");
    await press("Add this comment")(page);
  });
  await visit(unit, action, "comment without words", press("Add this comment"));
  await visit(unit, action, "answer a comment", (page) => page.getByRole("link", { name: /^Answer/ }).first().click());
  await visit(unit, action, "withdraw a comment", (page) => page.getByRole("link", { name: /^Withdraw/ }).first().click());
  await visit(unit, "/go?reference=XX+99", "reference not found");
  await visit(unit, "/administration", "administration");
  await visit(unit, "/clocks", "clocks that run");
  await visit(unit, "/clocks/rules", "rules of the clocks");
  await visit(unit, "/clocks/rules/add", "a rule with errors", press("Add this rule"));
  await visit(unit, "/terms", "words and themes");
  await visit(unit, "/terms?kind=theme&sort=-name", "themes, filtered and ordered");
  await visit(unit, `/agencies?as-at=2026-06-30`, "agencies as at a day");
  await visit(unit, "/offices", "offices");
  await visit(unit, "/offices?held=no", "offices that nobody holds");
  await visit(unit, "/offices?as-at=2026-11-20", "offices as at a day");
  await visit(unit, "/offices/add", "add an office");
  await visit(unit, "/offices/add", "add an office with errors", press("Save this office"));
  await visit(unit, "/arrangements", "arrangements");
  await visit(unit, "/arrangements?on=some+day", "arrangements with an error");
  await visit(unit, "/arrangements/add", "begin an edition with errors", press("Begin the draft"));
  await visit(unit, "/arrangements/earlier", "record an earlier edition with errors", press("Record this edition"));
  await unit.goto("/arrangements");
  await unit.getByRole("link", { name: "MASA plan 2026 to 2028" }).click();
  const draft = new URL(unit.url()).pathname;
  for (const below of ["", "/words", "/checklist", "/checklist/budget", "/offer", "/compared", "/change", "/withdraw"])
    await visit(unit, `${draft}${below}`, `an edition out for consultation${below.replaceAll("/", " ")}`);
  for (const [below, button] of [["sections", "section"], ["milestones", "milestone"], ["consultation", "line"]])
    await visit(unit, `${draft}/${below}/new`, `a new one in ${below} with errors`, press(`Save this ${button}`));
  await unit.goto("/arrangements");
  await unit.getByRole("link", { name: "MASA plan 2024 to 2026" }).last().click();
  const inForce = new URL(unit.url()).pathname;
  for (const below of ["", "/published", "/correct", "/checklist"])
    await visit(unit, `${inForce}${below}`, `the edition in force${below.replaceAll("/", " ")}`);
  await unit.goto("/offices");
  await unit.getByRole("link", { name: "Delegated safeguarding partner, police", exact: true }).click();
  const office = new URL(unit.url()).pathname;
  await visit(unit, `${office}?on=1+June+2025`, "an office");
  await visit(unit, `${office}?on=soon`, "an office with an error");
  await visit(unit, `${office}/hand-over`, "hand over an office");
  await visit(unit, `${office}/hand-over`, "hand over an office with errors", press("Hand it over"));
  await unit.goto(office);
  await unit.getByRole("link", { name: /^Put right/ }).first().click();
  await visit(unit, new URL(unit.url()).pathname, "put a holder right");
  await visit(unit, "/groups", "groups");
  await visit(unit, "/groups?as-at=2025-06-01", "groups as at a day");
  await visit(unit, "/groups/add", "add a group");
  await visit(unit, "/groups/add", "add a group with errors", press("Save this group"));
  await visit(unit, "/seats", "seats");
  await visit(unit, "/seats/add", "add a seat with errors", press("Save this seat"));
  await unit.goto("/groups");
  await unit.getByRole("link", { name: "Partnership Group", exact: true }).first().click();
  const group = new URL(unit.url()).pathname;
  await visit(unit, group, "a group");
  await visit(unit, `${group}/changes`, "every change of a group");
  await visit(unit, `${group}/quorum`, "a quorum with errors", async (page) => {
    await page.getByLabel("How many seats at least?").fill("99");
    await press("Save the quorum")(page);
  });
  await visit(unit, `${group}/terms`, "terms of reference with errors", async (page) => {
    await page.getByLabel("What do they say?").fill("");
    await press("Save the draft")(page);
  });
  await unit.goto(`${group}/terms`);
  await unit.getByLabel("What do they say?").fill("Meets six times a year.");
  await press("Save the draft")(unit);
  await unit.getByRole("link", { name: /^Version 3/ }).click();
  const terms = new URL(unit.url()).pathname;
  await visit(unit, terms, "a draft of terms of reference");
  await visit(unit, `${terms}/adopt`, "adopt terms of reference with errors", press("Adopt it"));
  await visit(unit, `${terms}/offer`, "put terms of reference for signature");
  await visit(unit, `${terms}/offer`, "terms of reference that wait", press("Put for signature"));
  await visit(unit, `${terms}/take-back`, "take terms of reference back with errors", press("Take it back"));
  await visit(await arrive(browser, example.address, scrutineerLink), `${terms}/sign`, "sign terms of reference with errors", press("Sign as"));
  for (const [below, button] of [["guests", "Save this guest"], ["end", "End it"]])
    await visit(unit, `${group}/${below}`, `a group with errors, ${below}`, press(button));
  await unit.goto(group);
  await unit.getByRole("link", { name: "District councils", exact: true }).click();
  const seat = new URL(unit.url()).pathname;
  await visit(unit, `${seat}?on=1+June+2025`, "a seat");
  for (const [below, button] of [["hand-on", "Hand it on"], ["deputies", "Save this deputy"], ["end", "End it"]])
    await visit(unit, `${seat}/${below}`, `a seat with errors, ${below}`, press(button));
  await visit(unit, "/structure", "the structure");
  await visit(unit, "/structure?since=2025-01-01", "the structure with what changed");
  await visit(unit, "/structure?since=soon", "the structure with an error");
  await visit(unit, "/directory", "the directory");
  await visit(unit, "/directory?q=Yarmouth", "people found");
  await visit(unit, "/directory?q=zebra", "nobody found");
  await visit(unit, "/directory/mine", "one's own entry with errors", async (page) => {
    await page.getByLabel("By telephone").check();
    await press("Keep this entry")(page);
  });
  await visit(unit, "/directory/lists", "mailing lists");
  await visit(unit, "/directory/lists/add", "a mailing list with errors", press("Save this list"));
  await unit.goto("/directory/lists");
  await unit.getByRole("link", { name: "The three partners", exact: true }).click();
  await visit(unit, new URL(unit.url()).pathname, "a mailing list");
  await unit.goto("/directory?q=Detective");
  await unit.locator(".om-found__name a").first().click();
  const person = new URL(unit.url()).pathname;
  await visit(unit, person, "a person of the directory");
  await visit(unit, `${person}/leaves`, "somebody leaves, with errors", press("End all of this"));
  await visit(unit, "/terms/add", "a term with errors", press("Save this term"));
  await visit(unit, "/clocks/due?clock=rapid-review&from=20+December+2024", "a due date");
  await visit(unit, "/clocks/due?clock=annual-report-copies&from=2026-09-12", "a due date to be checked");
  await visit(unit, "/clocks/due?clock=&from=soon", "a due date with errors");
  await visit(unit, "/clocks/bank-holidays", "bank holidays");
  await visit(unit, "/clocks/bank-holidays/import", "bank holidays import with errors", press("Look at the list"));
  await visit(unit, "/clocks/bank-holidays/import", "bank holidays preview", async (page) => {
    const days = ["01-01", "03-26", "03-29", "05-03", "05-31", "06-07", "08-30", "12-27", "12-28"];
    const events = days.map((day) => ({ title: "A day", date: `2027-${day}` }));
    const buffer = Buffer.from(JSON.stringify({ "england-and-wales": { division: "england-and-wales", events } }));
    await page.getByLabel("The list, as a file").setInputFiles({ name: "bank-holidays.json", mimeType: "application/json", buffer });
    await press("Look at the list")(page);
  });
  await visit(unit, "/settings", "settings");
  await visit(unit, "/settings", "settings as they would look", async (page) => {
    await page.getByLabel("Heather").check();
    await press("See how it looks")(page);
  });
  await visit(unit, "/settings", "settings with errors", async (page) => {
    await page.getByLabel("Our own", { exact: true }).check();
    await page.getByLabel("Our own colour").fill("#ffee99");
    await press("Save the settings")(page);
  });
  await visit(unit, "/settings", "settings just saved", async (page) => {
    await page.getByLabel("Pine").check();
    await press("Save the settings")(page);
  });
  await visit(unit, "/no/such/page", "page not found");

  const owner = await arrive(browser, example.address, ownerLink);
  await visit(owner, "/", "home of an action owner");
  const owed = await owner.locator(".om-own a").first().getAttribute("href");
  await visit(owner, owed, "what a group owes");
  await visit(owner, `${owed}?show=finished`, "what a group finished");
  await visit(await arrive(browser, example.address, readerLink), "/", "home of a reader");
  const outsider = await arrive(browser, example.address, outsiderLink);
  await visit(outsider, "/", "home of an outsider");
  await visit(outsider, "/account", "account of an outsider");

  empty.run("init", "--partnership", "Example Partnership");
  const first = empty.add("unit@example.org", "Head of delivery", "business-unit");
  const reader = empty.add("reader@example.org", "Delegated partner", "delegated-partner");
  await empty.serve();
  const newcomer = await arrive(browser, empty.address, first);
  await visit(newcomer, "/", "home before any plan");
  await visit(newcomer, "/plans", "plans before any");
  await visit(newcomer, "/plans/import", "import preview", async (page) => {
    await page.getByLabel("The plan, as a Word file").setInputFiles(join(root, "example/business-plan-2026-27.docx"));
    await press("Look at the plan")(page);
  });
  await visit(await arrive(browser, empty.address, reader), "/", "home of a reader before any plan");
  empty.run("import", "plan", join(root, "tests/fixtures/word/plan-2025.docx"), "--confirm");
  await visit(newcomer, "/plans/import", "import preview of a revised plan", async (page) => {
    await page.getByLabel("The plan, as a Word file").setInputFiles(join(root, "tests/fixtures/word/plan-2026.docx"));
    await page.getByLabel("A new edition of").check();
    await press("Look at the plan")(page);
  });
});

await checks.story("by keyboard", async () => {
  const page = await visitor(browser, example.address);
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  checks.that("the first stop is the skip link", (await page.locator(":focus").textContent()) === "Skip to main content");
  await page.getByLabel("E-mail address").focus();
  await page.keyboard.type("head.of.delivery@example.org");
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/").catch(() => {});
  checks.that("Enter signs in", new URL(page.url()).pathname === "/");
  const focused = [];
  for (let stop = 0; stop < 12; ++stop) {
    await page.keyboard.press("Tab");
    focused.push(await page.locator(":focus").evaluate((element) => element.textContent.trim()).catch(() => ""));
  }
  checks.that("the menu is reached by Tab", focused.includes("Plan"), focused.join(" | "));
});

await browser.close();
await example.end();
await empty.end();
checks.finish();
