// Several actions at once: chosen from the list, looked at, saved, and taken back; moved into another plan and back; and a
// spreadsheet with a stale row.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openBusinessPlan, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("several actions at once");
const folder = mkdtempSync(join(tmpdir(), "openmasa-bulk-"));
const program = new Program();
const browser = await openBrowser();
const rows = () => JSON.parse(program.run("export", "actions", "--format", "json"));
const words = (page) => page.locator("main").innerText();

await checks.story("several actions at once", async () => {
  program.run("init", "--partnership", "Example Partnership");
  program.run("import", "plan", join(root, "example/locality-plan-great-yarmouth.docx"), "--confirm");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  await program.serve();
  const unit = await visitor(browser, program.address);
  await welcome(unit, link);
  const before = rows();

  await unit.goto("/actions?words=" + encodeURIComponent(before[0].reference));
  await unit.getByRole("link", { name: "Change several" }).click();
  await picture(checks, unit, "bulk-form");
  await unit.getByRole("button", { name: "Look at the changes" }).click();
  checks.that("nothing chosen is said, all at once", /Choose at least one/.test(await words(unit)) && /Say what is to change/.test(await words(unit)));
  await unit.getByRole("checkbox").first().check();
  await unit.getByLabel("Stopped", { exact: true }).check();
  await unit.getByLabel("Why are they blocked or stopped?").fill("The money went elsewhere");
  await unit.getByRole("button", { name: "Look at the changes" }).click();
  checks.that("every change is shown before it is saved", (await words(unit)).includes("The money went elsewhere"), (await words(unit)).slice(0, 600));
  await picture(checks, unit, "bulk-preview");
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("it is saved", rows().some((row) => row.status === "stopped" && row.stopped_why === "The money went elsewhere"));

  await unit.goto("/actions/imports");
  await picture(checks, unit, "bulk-saved");
  await unit.getByRole("button", { name: /Take it back/ }).first().click();
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("it is taken back", rows().every((row) => row.status !== "stopped"));
  checks.that("as a new entry", rows().some((row, at) => row.version > before[at].version));

  const was = rows(), locality = was.find((row) => row.plan.includes("Great Yarmouth")).plan;
  await openBusinessPlan(unit);
  await unit.getByRole("link", { name: "Change several" }).click();
  for (const at of [0, 1]) await unit.getByRole("group", { name: "Which actions?" }).getByRole("checkbox").nth(at).check();
  await unit.getByLabel("Move them to").selectOption({ label: `Into \u201c${locality}\u201d` });
  await unit.getByLabel("A person").check();
  await unit.getByLabel("Who, by name?").fill("head of delivery");
  await unit.getByRole("button", { name: "Look at the changes" }).click();
  checks.that("where in the other plan is asked", (await words(unit)).includes(`Choose where in \u201c${locality}\u201d they move to.`), (await words(unit)).slice(0, 400));
  checks.that("what was chosen is still chosen", (await unit.getByRole("checkbox", { checked: true }).count()) === 2);
  await picture(checks, unit, "bulk-move-where");
  await unit.getByLabel("Move them to").selectOption({ index: 1 });
  await unit.getByRole("button", { name: "Look at the changes" }).click();
  checks.that("what moves where is shown before it is saved", (await words(unit)).includes("2 changed") && (await words(unit)).includes(locality), (await words(unit)).slice(0, 600));
  await picture(checks, unit, "bulk-move-preview");
  await unit.getByRole("button", { name: "Save these rows" }).click();
  const there = rows().filter((row) => row.plan === locality && was.some((one) => one.id === row.id && one.plan !== locality));
  checks.that("both stand in the other plan, under its lead, and are called as actions there", there.length === 2 && there.every((row) => row.lead === "Head of delivery" && row.reference !== was.find((one) => one.id === row.id).reference), JSON.stringify(there));
  await unit.goto(`/actions/${there[0].id}`);
  await unit.getByText("Every change").click();
  checks.that("each keeps its history", (await words(unit)).includes("Moved in the plan"));
  await unit.goto("/actions/imports");
  await unit.getByRole("button", { name: /Take it back/ }).first().click();
  await picture(checks, unit, "bulk-move-back");
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("taken back, each stands where it stood and is called as before", was.every((one) => rows().some((row) => row.id === one.id && row.plan === one.plan && row.objective === one.objective && row.reference === one.reference && row.lead === one.lead)));

  const file = join(folder, "actions.csv");
  program.run("export", "actions", "--format", "csv", "--out", file);
  const stale = readFileSync(file, "utf8");
  writeFileSync(join(folder, "first.json"), JSON.stringify([{ id: before[0].id, action: "Another title" }]));
  program.run("import", "actions", join(folder, "first.json"), "--confirm");
  writeFileSync(file, stale.replaceAll("not_started", "in_progress"));
  const seen = JSON.parse(program.run("import", "actions", file, "--json", "--policy", "skip"));
  checks.that("the row that somebody changed since is refused as such", seen.rows.some((row) => row.problems.some(({ words }) => /Somebody changed this action/.test(words))), JSON.stringify(seen.counts));
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true, force: true });
checks.finish();
