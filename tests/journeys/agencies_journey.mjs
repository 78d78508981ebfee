// Agencies from a spreadsheet: refused rows with their reasons, left out by choice, saved in one go, taken into a
// download and back again as the same.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("agencies from a spreadsheet");
const folder = mkdtempSync(join(tmpdir(), "openmasa-agencies-"));
const program = new Program();
const browser = await openBrowser();

async function choose(page, file, policy) {
  await page.goto("/agencies/import");
  await page.getByLabel("The file", { exact: true }).setInputFiles(file);
  await page.getByLabel(policy).check();
  await page.getByRole("button", { name: "Look at the rows" }).click();
}

await checks.story("agencies", async () => {
  program.run("init", "--partnership", "Example Partnership");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  await program.serve();
  const unit = await visitor(browser, program.address);
  await welcome(unit, link);

  const file = join(folder, "agencies.csv");
  writeFileSync(file, "Name;Sector;Section 11;From\r\nNorfolk Constabulary;Police;yes;01/04/2019\r\nIC24;;perhaps;31/02/2026\r\n" +
    "\"=Acute, \"\"East\"\"\";Health;no;\r\n");
  await unit.goto("/agencies");
  await picture(checks, unit, "agencies-none");
  await unit.getByRole("button", { name: "Import agencies" }).click();
  await picture(checks, unit, "agencies-import");
  await choose(unit, file, /Stop: save nothing/);
  const stopped = await unit.locator("main").innerText();
  checks.that("every reason of the refused row is told", /Sector is empty/.test(stopped) && /neither yes nor no/.test(stopped) && /is no day/.test(stopped), stopped.slice(0, 900));
  checks.that("nothing can be saved then", (await unit.getByRole("button", { name: "Save these rows" }).count()) === 0);
  await picture(checks, unit, "agencies-refused");

  await choose(unit, file, /Leave refused rows out/);
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("what was saved is said", (await unit.locator(".om-done").innerText()).includes("2 new"));
  checks.that("the refused row is not there", (await unit.getByText("IC24").count()) === 0);
  await picture(checks, unit, "agencies-list");

  for (const [format, name] of [["Excel", "xlsx"], ["CSV", "csv"], ["JSON", "json"]]) {
    const [download] = await Promise.all([unit.waitForEvent("download"), unit.getByRole("link", { name: format, exact: true }).click()]);
    const saved = join(folder, `again.${name}`);
    await download.saveAs(saved);
    const seen = JSON.parse(program.run("import", "agencies", saved, "--json"));
    checks.that(`the ${format} download is all the same`, seen.counts.same === 2 && seen.counts.refused === 0, JSON.stringify(seen.counts));
  }
  checks.that("a formula stays words in CSV", readFileSync(join(folder, "again.csv"), "utf8").includes("\"'=Acute, \"\"East\"\"\""));

  await unit.getByRole("link", { name: "Norfolk Constabulary" }).click();
  await picture(checks, unit, "agencies-one");
  await unit.getByRole("button", { name: "Change this agency" }).click();
  await picture(checks, unit, "agencies-form");
  const other = await visitor(browser, program.address, { storageState: await unit.context().storageState() });
  await other.goto(unit.url());
  await other.getByLabel("Contact").fill("Safeguarding lead, by post");
  await other.getByRole("button", { name: "Save this agency" }).click();
  await unit.getByLabel("Contact").fill("Public protection office");
  await unit.getByRole("button", { name: "Save this agency" }).click();
  const both = await unit.locator("main").innerText();
  checks.that("who saves second sees both texts", both.includes("Safeguarding lead, by post") && (await unit.getByLabel("Contact").inputValue()) === "Public protection office", both.slice(0, 600));
  await picture(checks, unit, "agencies-stale");
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true, force: true });
checks.finish();
