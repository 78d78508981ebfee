// The business unit takes the plan's actions away as a workbook, changes an owner, a date and a status in a spreadsheet,
// and brings it back: it sees exactly those three changes before they are saved, and in the history after.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openBusinessPlan, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program } from "../browser/program.mjs";
import { changeWorkbook } from "../browser/workbook.mjs";

const checks = new Checks("the plan in Excel and back");
const folder = mkdtempSync(join(tmpdir(), "openmasa-excel-"));
const program = new Program();
const browser = await openBrowser();
const words = (page) => page.locator("main").innerText();

await checks.story("three cells", async () => {
  program.run("init", "--example");
  const link = program.add("unit@example.org", "Business manager", "business-unit");
  await program.serve();
  const unit = await visitor(browser, program.address);
  await welcome(unit, link);
  await openBusinessPlan(unit);
  const list = unit.url();
  const [taken] = await Promise.all([unit.waitForEvent("download"), unit.getByRole("link", { name: "Excel", exact: true }).click()]);
  const workbook = join(folder, "actions.xlsx");
  await taken.saveAs(workbook);
  const changed = await changeWorkbook(workbook, [
    { row: ["Reference", "TS 5"], column: "Owner", to: "Norfolk Constabulary" },
    { row: ["Reference", "FF 21"], column: "Target date", to: "31 January 2027" },
    { row: ["Reference", "FF 11"], column: "Status", to: "In progress" },
  ]);

  await unit.goto("/actions/import");
  await unit.getByLabel("The file", { exact: true }).setInputFiles(changed);
  await unit.getByRole("button", { name: "Look at the rows" }).click();
  const seen = await words(unit);
  checks.that("three rows change, none is new or refused", /changes 3\b/.test(seen), seen.slice(0, 800));
  checks.that("each change stands there: what was, what will be", ["Norfolk Constabulary", "31 January 2027", "In progress"].every((one) => seen.includes(one)), seen.slice(0, 1500));
  checks.that("exactly three cells change", (await unit.locator("main ins").count()) === 3, String(await unit.locator("main ins").count()));
  await picture(checks, unit, "excel-preview");
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("three actions are changed", (await unit.locator(".om-done").innerText()).includes("3 changed"), await unit.locator(".om-done").innerText());

  const open = async (reference) => {
    await unit.goto(`${list}?words=${encodeURIComponent(reference)}`);
    await unit.locator(".om-plan__row, tr", { hasText: reference }).locator(".om-plan__title").first().click();
    await unit.getByText("Every change").click();
    return words(unit);
  };
  for (const [reference, what, now] of [["TS 5", "Owner", "Norfolk Constabulary"], ["FF 21", "Target date", "31 January 2027"], ["FF 11", "Status", "In progress"]]) {
    const history = await open(reference);
    checks.that(`the history of ${reference} says it, and by whom`, history.includes(what) && history.includes(now) && history.includes("Business manager"), history.slice(-1500));
  }
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

rmSync(folder, { recursive: true });
await browser.close();
await program.end();
checks.finish();
