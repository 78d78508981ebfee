// People and actions from spreadsheets in the browser: rows that are refused with the reason, a policy chosen, every
// row looked at before it is saved, and an import taken back; and views with columns of one's own above the list.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("imports with refused rows, and views of lists");
const folder = mkdtempSync(join(tmpdir(), "openmasa-import-"));
const program = new Program();
const browser = await openBrowser();

const words = (page) => page.locator("main").innerText();
const rows = (kind) => JSON.parse(program.run("export", kind, "--format", "json"));

function file(name, content) {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function choose(page, list, path, policy) {
  await page.goto(`${list}/import`);
  await page.getByLabel("The file", { exact: true }).setInputFiles(path);
  await page.getByLabel(policy).check();
  await page.getByRole("button", { name: "Look at the rows" }).click();
}

async function download(page, name) {
  const [taken] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).click()]);
  const path = join(folder, taken.suggestedFilename());
  await taken.saveAs(path);
  return path;
}

await checks.story("people", async () => {
  program.run("init", "--partnership", "Example Partnership");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  await program.serve();
  const unit = await visitor(browser, program.address);
  await welcome(unit, link);

  const people = file("people.csv", "Name;Agency;Position;E-mail;Left on\r\nDesignated nurse;;=Nurse;nurse@example.org;\r\n" +
    "Chief officer;No such agency;;nobody;31/02/2026\r\nHead of delivery;;Runs the unit;;\r\n");
  await choose(unit, "/people", people, /Stop: save nothing/);
  const stopped = await words(unit);
  checks.that("every reason of the refused row is told", /nothing here is called/.test(stopped) && /not an e-mail|no day/.test(stopped), stopped.slice(0, 900));
  checks.that("nothing can be saved then", (await unit.getByRole("button", { name: "Save these rows" }).count()) === 0);
  await picture(checks, unit, "people-refused");

  await choose(unit, "/people", people, /Leave refused rows out/);
  checks.that("what saving does is said before", /adds 1 person and changes 1/.test(await words(unit)), (await words(unit)).slice(-400));
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("what was saved is said", (await unit.locator(".om-done").innerText()).includes("1 new, 1 changed"));
  checks.that("the refused row is not there", (await unit.getByText("Chief officer").count()) === 0);
  await picture(checks, unit, "people");
  await unit.getByRole("link", { name: /^Without an account/ }).click();
  checks.that("who has no account is found by a view", /Designated nurse/.test(await words(unit)) && !/unit@example.org/.test(await words(unit)));
  await unit.getByRole("link", { name: "Designated nurse" }).click();
  await picture(checks, unit, "person");

  await unit.goto("/people/imports");
  await unit.getByRole("button", { name: /Take it back/ }).click();
  checks.that("taking it back is shown first", /Runs the unit/.test(await words(unit)));
  await unit.getByRole("button", { name: "Save these rows" }).click();
  const back = rows("people").find((row) => row.name === "Head of delivery");
  checks.that("what was changed is as it was, as a new version", back.position === null && back.version === 2, JSON.stringify(back));
});

await checks.story("views and columns", async () => {
  const unit = await visitor(browser, program.address);
  await unit.goto("/sign-in");
  await unit.getByLabel("E-mail address").fill("unit@example.org");
  await unit.getByLabel("Password", { exact: true }).fill("three unrelated words");
  await unit.getByRole("button", { name: "Sign in" }).click();

  await unit.goto("/actions?owner=none");
  await unit.locator("summary", { hasText: "Columns" }).click();
  const boxes = unit.locator(".om-columns");
  await boxes.getByLabel("Priority", { exact: true }).check();
  await boxes.getByLabel("Owner", { exact: true }).uncheck();
  await unit.getByRole("button", { name: "Show these columns" }).click();
  const shown = await unit.locator("table thead th").allInnerTexts();
  checks.that("the chosen columns stand there", shown.some((text) => /^Priority/.test(text)) && !shown.some((text) => /^Owner/.test(text)), shown.join("|"));
  const csv = readFileSync(await download(unit, "CSV"), "utf8").replace("\uFEFF", "").split("\r\n");
  checks.that("a download has the same columns", csv[0] === "priority,reference,action,target_date,standing,evidence", csv[0]);
  const count = await unit.locator("tbody tr").count();
  checks.that("and the same rows", csv.filter(Boolean).length === count + 1, `${csv.length} ${count}`);

  await unit.getByRole("link", { name: "Save this view" }).click();
  await unit.getByRole("button", { name: "Save this view" }).click();
  checks.that("a view needs a name", /Give the view a name/.test(await words(unit)));
  await unit.getByLabel("Name", { exact: true }).fill("Nobody's");
  await unit.getByLabel(/Share it/).check();
  await unit.getByRole("button", { name: "Save this view" }).click();
  checks.that("it stands above the list", (await unit.locator(".om-views a[aria-current]").innerText()).includes("Nobody's"));
  const link = program.add("analyst@example.org", "Data analyst", "analyst");
  const analyst = await visitor(browser, program.address);
  await welcome(analyst, link);
  await analyst.goto("/actions");
  await analyst.getByRole("link", { name: /^Nobody's/ }).click();
  checks.that("others open it as it was kept", (await analyst.locator("table thead th").allInnerTexts()).join() === (await unit.locator("table thead th").allInnerTexts()).join());
  checks.that("who may not share does not change it", (await analyst.getByRole("link", { name: "Change this view" }).count()) === 0);
  await unit.getByRole("link", { name: "Change this view" }).click();
  await unit.getByLabel("Why", { exact: true }).fill("Nobody asks for it");
  await unit.getByRole("button", { name: "Withdraw it" }).click();
  await analyst.goto("/actions");
  checks.that("withdrawn, it no longer stands there", (await analyst.getByText("Nobody's").count()) === 0);
  const log = JSON.stringify(JSON.parse(program.run("verify", "--json")));
  checks.that("verify finds nothing", JSON.parse(log).sound === true, log.slice(0, 300));
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true, force: true });
checks.finish();
