// An agency's lead sees that a figure of theirs is late, returns it on a telephone, corrects another and is asked first, and
// sends the rest as a file. An analyst adds an indicator of the partnership's own and enters an older figure by hand.
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("returns");
const program = new Program();
const browser = await openBrowser();
const folder = mkdtempSync(join(tmpdir(), "openmasa-returns-"));
const text = (page) => page.locator("main").innerText();
const body = (page) => page.locator("body").innerText();
const press = (page, name) => page.getByRole("button", { name }).click();
const custody = "Children taken into police custody";

/// The part of the form that is about one figure.
const part = (page, words) => page.locator(".om-update[role=group]", { hasText: words }).first();

let lead, analyst, own;

await checks.story("what is late stands on the first page of whoever can mend it", async () => {
  const links = linksOf(program.run("init", "--example"));
  await program.serve();
  lead = await arrive(browser, program.address, links.get("Safeguarding lead, Norfolk Constabulary"));
  analyst = await arrive(browser, program.address, links.get("Data analyst, business unit"));
  await lead.goto("/");
  checks.that("the lead reads it at home", (await text(lead)).includes("1 figure is late"), (await text(lead)).slice(0, 600));
  await analyst.goto("/");
  checks.that("the analyst too", (await text(analyst)).includes("1 figure was not returned in time"));
  await analyst.goto("/returns");
  await look(checks, analyst, "the returns calendar");
  checks.that("it says who", (await text(analyst)).includes("Norfolk Constabulary"));
  await analyst.goto("/returns?state=returned_late");
  checks.that("what came late", /Returned \d+ days late/.test(await text(analyst)), (await text(analyst)).slice(0, 900));
  await look(checks, analyst, "what was returned late");
});

await checks.story("two minutes on a telephone: wrong, then doubtful, then returned", async () => {
  await lead.getByRole("link", { name: "1 figure is late" }).click();
  own = new URL(lead.url()).pathname;
  await look(checks, lead, "an agency's own return");
  await part(lead, "Oct 2026").getByLabel("How many").fill("sixty");
  await press(lead, /^Return th/);
  checks.that("what is wrong is said", (await text(lead)).includes("“sixty” is not a number."), (await text(lead)).slice(0, 500));
  await look(checks, lead, "a return with an error");
  await part(lead, "Oct 2026").getByLabel("How many").fill("640");
  await press(lead, /^Return th/);
  checks.that("look again", (await text(lead)).includes("640 is far from what the 12 figures before it"), (await text(lead)).slice(0, 900));
  await look(checks, lead, "a figure to look at again");
  await part(lead, "Oct 2026").getByLabel("How many").fill("64");
  await press(lead, /^Return th/);
  checks.that("it is returned", (await body(lead)).includes("1 figure is returned."), (await body(lead)).slice(0, 500));
  checks.that("nothing waits", (await text(lead)).includes("Everything that can be returned by now is returned."));
  await look(checks, lead, "nothing left to return");
});

await checks.story("a correction shows old and new and asks", async () => {
  await lead.getByText(/Returned in the last year/).click();
  await lead.getByRole("link", { name: /Correct it .*Oct 2026/ }).click();
  await part(lead, "Oct 2026").getByLabel("How many").fill("65");
  await press(lead, "Return this figure");
  checks.that("old and new", /64[\s\S]*65/.test(await text(lead)));
  await look(checks, lead, "a correction that asks");
  await lead.getByLabel("1 figure may take the place").check();
  await press(lead, "Return this figure");
  checks.that("it is kept", (await body(lead)).includes("1 figure is returned."));
});

await checks.story("the same as a file, with what is left out and why; twice changes nothing", async () => {
  await analyst.goto("/returns");
  await analyst.getByRole("link", { name: "Norfolk Youth Justice Service" }).first().click();
  const [download] = await Promise.all([analyst.waitForEvent("download"), analyst.getByRole("link", { name: "CSV" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").trim().split(/\r?\n/);
  checks.that("seven districts", lines.length === 8, lines.join("\n"));
  const names = lines[0].replace("\ufeff", "").split(",");
  const filled = lines.slice(1).map((line, at) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).slice(0, names.length).map((cell) => cell.replace(/,$/, ""));
    cells[names.indexOf("value")] = String(5 + at);
    return cells.join(",");
  });
  filled[1] = filled[1].replace(/^F\d+/, "F999");
  const path = join(folder, "return.csv");
  writeFileSync(path, [names.join(","), ...filled].join("\r\n") + "\r\n");
  for (const again of [false, true]) {
    await analyst.getByLabel("The file, filled in").setInputFiles(path);
    await press(analyst, "Look at this file");
    checks.that("what is left out", (await text(analyst)).includes("Line 3"), (await text(analyst)).slice(0, 700));
    if (!again) await look(checks, analyst, "a return from a file");
    await press(analyst, /^Return these/);
    const said = await body(analyst);
    checks.that(again ? "nothing changes" : "six are returned",
      said.includes(again ? "Nothing changed: these figures are here already." : "6 figures are returned."), said.slice(0, 600));
  }
});

await checks.story("an analyst adds an indicator and enters an older figure", async () => {
  await analyst.goto("/indicators/add");
  await press(analyst, "Add this indicator");
  checks.that("everything at once", (await text(analyst)).includes("Enter what it is called."));
  await look(checks, analyst, "an indicator with errors");
  await analyst.getByLabel("Called").fill("Calls about children");
  await analyst.getByLabel("Theme").fill("Own figures");
  await analyst.getByLabel("Asked for from").fill("1 September 2026");
  await analyst.getByLabel("Agency that answers for it").selectOption("Norfolk Constabulary");
  await press(analyst, "Add this indicator");
  checks.that("it is there", (await text(analyst)).includes("Calls about children"));
  await press(analyst, "Change what it means");
  await look(checks, analyst, "what an own indicator means");
  await analyst.goto(new URL(analyst.url()).pathname.replace("/define", "/enter"));
  await analyst.getByLabel("Period").fill("May 2025");
  await press(analyst, "Enter this figure");
  await analyst.getByLabel("How many").fill("212");
  await look(checks, analyst, "a figure by hand");
  await press(analyst, "Return this figure");
  checks.that("its page has it", (await text(analyst)).includes("May 2025"), (await text(analyst)).slice(0, 600));
  await lead.goto(own);
  checks.that("the lead is asked for the rest", (await text(lead)).includes("2 figures are late"), (await text(lead)).slice(0, 300));
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true });
checks.finish();
