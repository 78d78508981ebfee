// A composite action plan that was kept in a spreadsheet comes in: its columns are matched once, and the next file is
// read in the same way. Then many recommendations are changed at once, seen before they are saved, and taken back.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("a composite action plan comes in, and many are changed at once");
const folder = mkdtempSync(join(tmpdir(), "openmasa-composite-"));
const program = new Program();
const browser = await openBrowser();
const textOf = (page) => page.locator("main").innerText();
const rows = (kind) => JSON.parse(program.run("export", kind, "--format", "json"));
const field = (page, label) => page.getByLabel(label, { exact: true });
let links, unit;

function plan(name, lines) {
  const path = join(folder, name);
  writeFileSync(path, ["No;Recommendation in full;Origin;Lead agency;RAG", ...lines].join("\r\n"));
  return path;
}
const july = ["1;All agencies record what the child said.;Neglect audit 2026;Norfolk County Council;Green", "2;Thresholds are explained to every school.;Neglect audit 2026;;Amber"];

async function choose(path) {
  await unit.goto("/recommendations/import");
  await field(unit, "The file").setInputFiles(path);
  await unit.getByRole("button", { name: "Look at the rows" }).click();
}

await checks.story("columns that are called otherwise are matched", async () => {
  links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(browser, program.address, links.get("Head of delivery, business unit"));
  await choose(plan("composite-july.csv", july));
  checks.that("it is asked which column is which", /Which column is which/.test(await unit.locator("h1").innerText()), await unit.locator("h1").innerText());
  checks.that("the file's columns stand there with how they begin", /B: Recommendation in full Left out\s+All agencies record what the child said/.test(await textOf(unit)), (await textOf(unit)).slice(-900));
  await look(checks, unit, "which-column-is-which");

  await unit.getByRole("button", { name: "Look at the rows" }).click();
  checks.that("what tells the rows apart is asked for", /say which column of the file has it/.test(await unit.locator(".govuk-error-summary").innerText()), await textOf(unit));
  await look(checks, unit, "which-column-is-which-wrong");
  await field(unit, "As published (must be filled)").selectOption({ label: "B: Recommendation in full" });
  await field(unit, "Source (must be filled)").selectOption({ label: "C: Origin" });
  await field(unit, "Led by").selectOption({ label: "D: Lead agency" });
  await unit.getByRole("button", { name: "Look at the rows" }).click();
  checks.that("a row without a kind of source is refused with the reason", /Kind of source:.*empty/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await unit.getByRole("link", { name: "Which is which" }).click();
  await field(unit, "Where it is empty: Kind of source").selectOption("Audit");
  await unit.getByRole("button", { name: "Look at the rows" }).click();
  checks.that("both are new, and what is left out is said", /adds 2 recommendations/.test(await textOf(unit)) && /Left out: No, RAG\./.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await look(checks, unit, "composite-plan-rows");
  await unit.getByRole("button", { name: "Save these rows" }).click();
  const saved = rows("recommendations").filter((row) => row.document === "Neglect audit 2026");
  checks.that("they are saved as the file says", saved.length === 2 && saved.some((row) => row.title === "All agencies record what the child said." && row.owner === "Norfolk County Council"), JSON.stringify(saved).slice(0, 600));
});

await checks.story("the next file is read in the same way", async () => {
  await choose(plan("composite-august.csv", [...july, "3;Fathers are asked.;Neglect audit 2026;;Red"]));
  checks.that("its columns are known: straight to the rows", /Check the rows/.test(await unit.locator("h1").innerText()), await unit.locator("h1").innerText());
  checks.that("two are the same; the new one has no kind of source yet", /2 the same/.test(await textOf(unit)) && /Kind of source:/.test(await textOf(unit)), (await textOf(unit)).slice(0, 900));
  await unit.getByRole("link", { name: "Which is which" }).click();
  checks.that("what stood in every row is offered again", (await field(unit, "Where it is empty: Kind of source").inputValue()) === "audit");
  await unit.getByRole("button", { name: "Look at the rows" }).click();
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("one was added", /1 new/.test(await unit.locator(".om-done").innerText()), await unit.locator(".om-done").innerText());
});

await checks.story("a row that repeats what is there already says so", async () => {
  await choose(plan("composite-review.csv", ["1;All agencies must record what the child said.;Rapid review 2026;;", "2;Publish the rota of designated doctors.;Rapid review 2026;;"]));
  await unit.getByRole("link", { name: "Which is which" }).click();
  await field(unit, "Where it is empty: Kind of source").selectOption("Rapid review");
  await unit.getByRole("button", { name: "Look at the rows" }).click();
  const words = await textOf(unit);
  checks.that("how many is said first", words.includes("Of 2 new rows, 1 is like what is there already: see beside it."), words.slice(0, 900));
  const known = unit.getByRole("link", { name: /All agencies record what the child said/ });
  checks.that("the row names which one", (await known.count()) === 1 && /nearly the same as|much the same as/.test(words), words.slice(0, 1500));
  await look(checks, unit, "composite-plan-repeats");
  await unit.getByRole("button", { name: "Leave it" }).click();
});

await checks.story("all that the list shows is changed at once", async () => {
  await unit.goto("/recommendations?words=neglect+audit+2026");
  await unit.getByRole("link", { name: "Change them all" }).click();
  checks.that("which ones is said", /Change 3 recommendations/.test(await textOf(unit)) && /neglect audit 2026/i.test(await textOf(unit)), (await textOf(unit)).slice(0, 500));
  await look(checks, unit, "change-many");
  await unit.getByRole("button", { name: "Look at the changes" }).click();
  checks.that("a change of nothing is refused beside the first field", /Say what is to change/.test(await unit.locator(".govuk-error-summary").innerText()), await textOf(unit));
  await look(checks, unit, "change-many-wrong");
  await field(unit, "Kind").selectOption("Tools and resources");
  await field(unit, "To be carried out by").fill("31/03/2027");
  await unit.getByRole("button", { name: "Look at the changes" }).click();
  checks.that("each is shown before anything is saved", /changes 3 recommendations/.test(await textOf(unit)) && /Nothing has been saved yet/.test(await textOf(unit)), (await textOf(unit)).slice(0, 700));
  await look(checks, unit, "change-many-rows");
  await unit.getByRole("button", { name: "Save these rows" }).click();
  const of = () => rows("recommendations").filter((row) => row.document === "Neglect audit 2026");
  checks.that("all three are changed", of().length === 3 && of().every((row) => row.kind === "tools" && row.due === "31/03/2027"), JSON.stringify(of().map((row) => [row.kind, row.due])));
  await unit.goto("/recommendations/imports");
  await unit.getByRole("button", { name: /Take it back/ }).first().click();
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("taken back, all three are as they were", of().every((row) => row.kind === null && row.due === null), JSON.stringify(of().map((row) => [row.kind, row.due])));
});

await checks.story("whoever may not keep recommendations finds none of it", async () => {
  const lead = await arrive(browser, program.address, links.get("Designated safeguarding lead, a school"));
  await lead.goto("/recommendations");
  checks.that("the list has no way to change them all", (await lead.getByRole("link", { name: "Change them all" }).count()) === 0);
  for (const path of ["/recommendations/change-many", "/recommendations/import"]) {
    const answer = await lead.goto(path);
    checks.that(`${path} is not there`, answer.status() === 404, String(answer.status()));
  }
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true });
checks.finish();
