// The story of the audit log: the business unit sees who did what to an action and with what right,
// takes a checkpoint and a part of the log with its proof away; a person sees their own acts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, signIn, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("the audit log's pages");
const program = new Program();
const browser = await openBrowser();
const main = (page) => page.textContent("main");

async function downloaded(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

await checks.story("who did what", async () => {
  program.run("init", "--partnership", "Example Safeguarding Children Partnership");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const unit_link = program.add("unit@example.org", "Head of delivery", "business-unit");
  const owner_link = program.add("owner@example.org", "Detective Superintendent", "group-member", "--for", "Vulnerable Adolescent Group");
  await program.serve();
  const unit = await visitor(browser, program.address), owner = await visitor(browser, program.address);
  await welcome(unit, unit_link);
  await welcome(owner, owner_link);

  await owner.goto("/");
  await owner.locator('main a[href^="/actions/"]').first().click();
  const action = new URL(owner.url()).pathname;
  await owner.getByRole("button", { name: "Record progress" }).click();
  await owner.getByLabel("At risk").check();
  await owner.getByLabel("What happened?").fill("Two agencies have not answered.");
  await owner.getByRole("button", { name: "Record this progress" }).click();
  checks.that("who may not read the log has no way to it", (await owner.getByRole("link", { name: "Who looked at this" }).count()) === 0);
  for (const path of ["/audit", "/audit.csv", "/audit/checkpoints", "/audit/inspection.zip"])
    checks.that(`${path} is not there for them`, (await owner.goto(path)).status() === 404);
  checks.that("nor the change that they may not make", (await owner.goto(`${action}/change`)).status() === 404);
  await owner.goto("/account");
  await owner.getByRole("link", { name: "What you have done" }).click();
  const own = await main(owner);
  checks.that("they see what they did themselves", own.includes("recorded progress on") && own.includes("signed in"), own.slice(0, 500));

  await unit.goto(`${action}/change`);
  await unit.getByLabel("Target date, in your own words").fill("31 March 2027");
  await unit.getByRole("button", { name: "Save this action" }).click();
  await unit.getByRole("link", { name: "Who looked at this" }).click();
  const record = await main(unit);
  checks.that("the action's page of the log says what was changed", /Head of delivery changed the target date( and the steps)? of VA/.test(record), record.slice(0, 600));
  checks.that("and who recorded progress, with what right", /Detective Superintendent recorded progress on .*as Group member for Vulnerable Adolescent Group/s.test(record), record.slice(0, 600));
  checks.that("and who was refused a page of it", record.includes("Detective Superintendent asked for a page that is not there, or not open to them"));
  await unit.getByRole("link", { name: "Detective Superintendent" }).first().click();
  checks.that("a person's page says what they have done", (await unit.textContent("h1")) === "Detective Superintendent" && (await main(unit)).includes("signed in"));

  await unit.goto("/audit");
  await unit.getByLabel("What was done").selectOption({ label: "Recorded progress on an action" });
  await unit.getByRole("button", { name: "Apply filters" }).click();
  const filtered = await main(unit);
  checks.that("the log can be filtered", filtered.includes("recorded progress on") && !filtered.includes("signed in."));
  const csv = await downloaded(unit, unit.getByRole("link", { name: "Download these as CSV" }));
  checks.that("the same rows are in the CSV", csv.name.endsWith(".csv") && csv.bytes.toString().trimEnd().split("\r\n").length === 2, csv.bytes.toString());
  await unit.goto("/audit");
  checks.that("the download is an entry itself", (await main(unit)).includes("downloaded a part of this log"));
});

await checks.story("what is taken away", async () => {
  await program.stop();
  await program.serve();
  const unit = await visitor(browser, program.address);
  await signIn(unit, "unit@example.org");
  await unit.goto("/audit");
  await unit.getByRole("link", { name: "Checkpoints" }).click();
  checks.that("stopping has signed the log", (await unit.getByRole("link", { name: /^Download the checkpoint/ }).count()) >= 2);
  const checkpoint = await downloaded(unit, unit.getByRole("link", { name: /^Download the checkpoint/ }).first());
  checks.that("a checkpoint is a small text", checkpoint.bytes.toString().startsWith("OpenMASA audit checkpoint 1\n") && checkpoint.bytes.length < 900);
  await unit.goto("/audit");
  await unit.getByRole("link", { name: "Download for an inspector" }).click();
  const zip = await downloaded(unit, unit.getByRole("button", { name: "Download these entries with their proof" }));
  checks.that("the inspector's file is a ZIP", zip.name.endsWith(".zip") && zip.bytes.subarray(0, 2).toString() === "PK");
  checks.that("the file is sound", program.run("verify").startsWith("Sound"));
});

await browser.close();
await program.end();
checks.finish();
