// A plan leaves and comes back: the list as a workbook, changed in a spreadsheet and brought back; the whole
// plan as Word, unchanged and then with one date changed; and a priority's highlight report as a page, PDF and Word.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("documents");
const folder = mkdtempSync(join(tmpdir(), "openmasa-documents-"));
const program = new Program();
const browser = await openBrowser();
const words = (page) => page.locator("main").innerText();

async function download(page, link) {
  const [taken] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const path = join(folder, taken.suggestedFilename());
  await taken.saveAs(path);
  return path;
}

/// Changes the words of one part of an Office file, as somebody does who opens and saves it.
async function edited(path, part, change) {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const before = await zip.file(part).async("string"), after = change(before);
  checks.that(`${part} holds what is to be changed`, before !== after);
  zip.file(part, after);
  const saved = path.replace(/(\.\w+)$/, "-changed$1");
  writeFileSync(saved, await zip.generateAsync({ type: "nodebuffer" }));
  return saved;
}

async function lookAtPlan(page, plan, path) {
  await page.goto(`/plans/import?plan=${plan}`);
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByRole("button", { name: "Look at the plan" }).click();
  return words(page);
}

/// What pdftotext reads, or nothing where it is not installed.
function textOf(path) {
  try {
    return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    console.log("  pdftotext is not installed: the words of the PDF were not read");
    return undefined;
  }
}

program.run("init", "--partnership", "Example Partnership");
program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
const link = program.add("unit@example.org", "Head of delivery", "business-unit");
await program.serve();
const unit = await visitor(browser, program.address);
await welcome(unit, link);
await unit.goto("/plans");
const list = unit.url(), plan = new URL(list).pathname.split("/")[2];

await checks.story("the list as a workbook and back", async () => {
  const workbook = await download(unit, unit.getByRole("link", { name: "Excel", exact: true }));
  const part = (await JSZip.loadAsync(readFileSync(workbook))).file("xl/sharedStrings.xml") ? "xl/sharedStrings.xml" : "xl/worksheets/sheet1.xml";
  const changed = await edited(workbook, part, (xml) => xml.replace("Agree protocols for shared ownership", "Agree and sign protocols for shared ownership"));
  await unit.goto("/actions/import");
  await unit.getByLabel("The file", { exact: true }).setInputFiles(changed);
  await unit.getByRole("button", { name: "Look at the rows" }).click();
  const seen = await words(unit);
  checks.that("what was and what will be are shown before anything is saved", /changes 1/.test(seen) && seen.includes("Agree and sign protocols"), seen.slice(0, 1500));
  await unit.getByRole("button", { name: "Save these rows" }).click();
  checks.that("one action is changed", (await unit.locator(".om-done").innerText()).includes("1 changed"));
});

await checks.story("the plan as Word and back", async () => {
  await unit.goto(list);
  const word = await download(unit, unit.getByRole("link", { name: "The whole plan as Word" }));
  const same = await lookAtPlan(unit, plan, word);
  checks.that("brought back unchanged, all is the same", same.includes("There is nothing to save."), same.slice(0, 1500));
  const changed = await edited(word, "word/document.xml", (xml) => xml.replace("by 18 December 2026", "31 January 2027"));
  const seen = await lookAtPlan(unit, plan, changed);
  checks.that("a date changed in Word is the only change", /\b1\s+changed/.test(seen) && /\b0\s+gone|from the document/.test(seen) && seen.includes("31 January 2027"), seen.slice(0, 1500));
  await unit.getByRole("button", { name: /^Save/ }).click();
  checks.that("it is saved", (await words(unit)).includes("Saved: 1 changed."), (await words(unit)).slice(0, 300));
});

await checks.story("dates for a calendar", async () => {
  await unit.goto(list);
  await unit.getByRole("link", { name: "Dates for a calendar" }).click();
  await unit.getByRole("button", { name: "Make the address" }).click();
  checks.that("for whom must be said", (await words(unit)).includes("Say who will follow the dates"));
  await unit.getByLabel("Who will follow the dates?").fill("Head of Safeguarding, County Council");
  await unit.getByRole("button", { name: "Make the address" }).click();
  const address = await unit.locator(".om-key-words").innerText();
  const fetched = await fetch(address.trim()), calendar = await fetched.text();
  checks.that("a calendar program fetches it without an account", fetched.status === 200 && calendar.startsWith("BEGIN:VCALENDAR\r\n"));
  await unit.getByRole("link", { name: "Back to the dates" }).click();
  checks.that("the page says that it was fetched", (await words(unit)).includes("1 time, last"));
  await picture(checks, unit, "calendar");
  await unit.getByRole("button", { name: /Take it back/ }).click();
  checks.that("taken back, it opens nothing", (await fetch(address.trim())).status === 404);
});

await checks.story("a highlight report", async () => {
  await unit.goto(`/plans/${plan}/priorities`);
  await unit.getByRole("link", { name: /^Families First/ }).first().click();
  await unit.getByRole("link", { name: "Highlight report of this priority" }).click();
  await unit.getByRole("link", { name: "Write the covering words" }).click();
  await unit.getByLabel("What should the partners know?").fill("The first team has begun.\nTwo localities follow in spring.");
  await unit.getByLabel("What do you ask them to decide?").fill("Whether the county pays for a second trainer.");
  await picture(checks, unit, "covering words");
  await unit.getByRole("button", { name: "Put these words on the report" }).click();
  const page = await words(unit);
  checks.that("the chair's words stand above what was drawn from the records", page.indexOf("The first team has begun.") < page.indexOf("What it is for") && page.includes("second trainer"), page.slice(0, 1200));
  for (const heading of ["What it is for", "What was done since", "Late, blocked or at risk", "Next, until", "For decision"])
    checks.that(`it says: ${heading}`, page.includes(heading));
  await picture(checks, unit, "highlight report");

  const document = await download(unit, unit.getByRole("button", { name: "Word", exact: true }));
  const xml = await (await JSZip.loadAsync(readFileSync(document))).file("word/document.xml").async("string");
  checks.that("the Word document says the same", xml.includes("second trainer") && xml.includes("Late, blocked or at risk"));
  const pdf = await download(unit, unit.getByRole("button", { name: "PDF", exact: true }));
  const bytes = readFileSync(pdf).toString("latin1");
  checks.that("the PDF is one, and tagged", bytes.startsWith("%PDF-") && bytes.includes("/StructTreeRoot"));
  const pages = (bytes.match(/\/Type\s*\/Page\b/g) ?? []).length;
  checks.that("it stands on one or two pages", pages >= 1 && pages <= 2, `${pages} pages`);
  const text = textOf(pdf);
  if (text !== undefined) checks.that("its words can be read", text.includes("The first team has begun.") && text.includes("Late, blocked or at risk"), text.slice(0, 600));
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true, force: true });
checks.finish();
