// Figures as an analyst brings them in: areas, then what measures are, then the figures; what cannot be is refused with its
// reason, the same file changes nothing, a revision asks. A reader then sees in a minute that nothing is unusual.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { linksOf, Program, root } from "../browser/program.mjs";

const checks = new Checks("figures");
const program = new Program();
const browser = await openBrowser();
const folder = mkdtempSync(join(tmpdir(), "openmasa-figures-"));
const text = (page) => page.locator("main").innerText();

function file(name, ...lines) {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n") + "\n");
  return path;
}
const areas = file("areas.csv", "LA Number,LA and Regions,Region", "926,Norfolk,East of England", "935,Suffolk,East of England");
const dictionary = file("dictionary.csv", "Measure_short,Topic,Measure,Polarity,y_axis_name,Year_Type",
  "Plans,Child Protection,Children with a plan,-,Number,Annual", "Again,Child Protection,Referrals again,Low,% of referrals,Annual");
const norfolk = [537, 572, 458, 581, 608, 626, 646, 438, 543, 699, 484, 454];
const head = "measure_short,la_number,year,value";
const plans = file("plans.csv", head, ...norfolk.map((value, at) => `Plans,926,${2014 + at},${value}`),
  "Plans,926,2052,1", "Again,926,2025,140", "Again,935,2025,18.8");
const revised = file("revised.csv", head, "Plans,926,2025,456");

async function choose(page, path) {
  await page.goto("/indicators/import");
  await page.getByLabel("The file, as it was published").setInputFiles(path);
  await page.getByRole("button", { name: "Look at the figures" }).click();
}

let unit;
await checks.story("what measures and areas are comes first", async () => {
  const links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(browser, program.address, links.get("Head of delivery, business unit"));
  await unit.goto("/indicators");
  await look(checks, unit, "figures before there are any");
  await choose(unit, plans);
  checks.that("without its definition a row is refused", (await text(unit)).includes("Its measure is not defined yet."));
  await unit.getByRole("button", { name: "Leave it" }).click();
  checks.that("nothing was saved", (await unit.locator("body").innerText()).includes("Nothing was saved. The file is kept."));
  for (const [path, things] of [[areas, "areas"], [dictionary, "indicators"]]) {
    await choose(unit, path);
    await unit.getByRole("button", { name: `Load these ${things}` }).click();
    checks.that("it is loaded", (await unit.locator("body").innerText()).includes("It is loaded."));
    checks.that("as what it is", new RegExp(`What it did\\s+(1 area|2 ${things}) new, 0 refused`).test(await text(unit)), await text(unit));
  }
  await unit.goto("/indicators/areas");
  await unit.getByLabel("The partnership's own area").selectOption({ label: "Norfolk" });
  await unit.getByRole("button", { name: "Keep this area" }).click();
  await look(checks, unit, "areas");
});

await checks.story("what cannot be is refused, the rest is loaded", async () => {
  await choose(unit, plans);
  const words = await text(unit);
  checks.that("the year 2052", words.includes("2052 has not begun, so no figure can be of it."), words.slice(0, 600));
  checks.that("140%", words.includes("140% is no share of anything."));
  await look(checks, unit, "what a load would do");
  await unit.getByRole("button", { name: "Load these figures" }).click();
  checks.that("13 new, 2 refused", (await text(unit)).includes("13 new, 0 revised, 0 the same, 2 refused"), await text(unit));
  await look(checks, unit, "a load");
});

await checks.story("the page says plainly that nothing is unusual", async () => {
  await unit.goto("/indicators");
  await look(checks, unit, "the register of indicators");
  await unit.getByRole("link", { name: "Children with a plan" }).click();
  const words = await text(unit);
  checks.that("no special cause", words.includes("no special cause in any of 12 years"), words.slice(0, 600));
  checks.that("mean and limits", words.includes("mean 553.83, limits 299.68 and 807.98"));
  checks.that("in words", words.includes("Nothing unusual"));
  await look(checks, unit, "an indicator");
  const [download] = await Promise.all([unit.waitForEvent("download"), unit.getByRole("link", { name: "Figures (CSV)" }).click()]);
  const csv = readFileSync(await download.path(), "utf8");
  checks.that("the file has every figure", csv.trimEnd().split("\n").length === 13, csv.slice(0, 300));
});

await checks.story("the same file changes nothing, a revision asks", async () => {
  await choose(unit, plans);
  checks.that("what is not refused is here already", (await text(unit)).includes("2 rows are refused, and the rest is here already."), await text(unit));
  await choose(unit, areas);
  checks.that("everything is here already", (await text(unit)).includes("Everything in the file is here already"));
  await choose(unit, revised);
  checks.that("old and new", /454[\s\S]*456/.test(await text(unit)), await text(unit));
  await unit.getByRole("button", { name: "Load these figures" }).click();
  checks.that("it asks", (await text(unit)).includes("Say whether 1 figure may take the place of those that are here."));
  await look(checks, unit, "a revision that asks");
  await unit.getByRole("checkbox").check();
  await unit.getByRole("button", { name: "Load these figures" }).click();
  await unit.goto("/indicators");
  await unit.getByRole("link", { name: "Children with a plan" }).click();
  checks.that("the old one stays readable", (await text(unit)).includes("was 454 until"));
});

await checks.story("where something changed for good in one area its chart begins anew, and not elsewhere", async () => {
  await unit.getByRole("button", { name: "Begin charts anew" }).click();
  await look(checks, unit, "where charts begin anew, before any");
  await unit.getByRole("button", { name: "Begin them anew" }).click();
  checks.that("what is missing is said", /Say from which period on[\s\S]*Say what changed from then on/.test(await text(unit)));
  await look(checks, unit, "where charts begin anew, with errors");
  await unit.getByRole("textbox", { name: "From" }).fill("2021");
  await unit.getByLabel("In Norfolk alone").check();
  await unit.getByLabel("What changed").fill("A new front door opened");
  await unit.getByRole("button", { name: "Begin them anew" }).click();
  checks.that("it is kept", /2021\s+Norfolk\s+A new front door opened/.test(await text(unit)), await text(unit));
  await look(checks, unit, "where charts begin anew");
  await unit.getByRole("link", { name: "Children with a plan" }).click();
  const words = await text(unit);
  checks.that("why is said under the chart", words.includes("From 2021 on the chart of Norfolk begins anew: A new front door opened."), words.slice(0, 1500));
  checks.that("and judged by the years since", words.includes("Since the break at 2021"));
  await look(checks, unit, "an indicator that begins anew");
  await unit.getByRole("button", { name: "Begin charts anew" }).click();
  await unit.getByRole("button", { name: /^Take it away/ }).click();
  checks.that("it is taken away", (await text(unit)).includes("They go on unbroken so far."));
});

await checks.story("the command line does the same, with the published files where they are", async () => {
  const said = program.run("import", "figures", plans);
  checks.that("it says what it would do", said.includes("new 0, revised 1, the same 12, refused 2"), said);
  const path = join(root, "../shared/data/lait/lait_cin_cp.csv");
  if (!existsSync(path)) return console.log("  skipped: ../shared/data/lait is not there");
  for (const name of ["lait_areas.csv", "lait_dictionary.csv", "lait_cin_cp.csv"])
    program.run("import", "figures", join(root, "../shared/data/lait", name), "--confirm");
  await unit.goto("/indicators");
  checks.that("Norfolk has dozens", /\b6\d indicators of Norfolk/.test(await text(unit)), (await text(unit)).slice(0, 200));
});

await checks.story("beside England, the region and ten neighbours, drawn, and on a map", async () => {
  const shared = (name) => join(root, "../shared/data", name);
  if (!existsSync(shared("stat_neighbours/sn_model_2025_wide.csv"))) return console.log("  skipped: ../shared/data/stat_neighbours is not there");
  for (const name of ["geography/utla_all_codes.csv", "dfe_csc/d3_cpps_subsequent_plan_2013_to_2025.csv",
    "stat_neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv", "boundaries/england_counties_ua_dec2023_bsc.geojson"])
    program.run("import", "figures", shared(name), "--confirm");
  await choose(unit, shared("stat_neighbours/sn_model_2025_wide.csv"));
  const words = await text(unit);
  checks.that("it says which model it is", words.includes("It is kept as the 2025 model, which counts from 1 January 2025 on."), words);
  checks.that("it counts sets", words.includes("153 sets of neighbours"), words);
  await look(checks, unit, "neighbours before they are loaded");
  await unit.getByRole("button", { name: "Load these neighbours" }).click();
  await unit.goto("/indicators/areas/E10000020");
  checks.that("both models", /2025 model[\s\S]*2021 model/.test(await text(unit)));
  await look(checks, unit, "an area with its neighbours");
  await unit.goto("/indicators");
  await unit.getByRole("link", { name: "Second or later child protection plans, share" }).click();
  const page = await text(unit);
  checks.that("in words", page.includes("Norfolk is lower than England and the East of England. Of its 10 statistical neighbours 6 are similar, 4 higher."), page.slice(0, 1500));
  checks.that("mean and median of the ten", page.includes("The plain mean of all 10 is 26.2, their median 25.1."));
  checks.that("place and quarter", page.includes("Place 27 of 153 authorities that have a figure, 1 being the lowest, which is good; in the best quarter (A)."));
  checks.that("the map's finding", page.includes("Of 11 authorities in the East of England that have a figure Cambridgeshire has the highest (25.9)"));
  await look(checks, unit, "an indicator beside others");
  await unit.getByRole("link", { name: "Show all of England" }).click();
  checks.that("all of England", (await text(unit)).includes("By authority, England"));
  await look(checks, unit, "an indicator on a map of England");
  await unit.getByRole("link", { name: "By the 2021 model" }).click();
  checks.that("another model, and still England", /2021 model, the lowest first[\s\S]*By authority, England/.test(await text(unit)));
  for (const part of ["control", "beside", "map"]) {
    const link = unit.locator(`section[aria-labelledby=${part}]`).getByRole("link", { name: "Drawing (SVG)" });
    const [download] = await Promise.all([unit.waitForEvent("download"), link.click()]);
    const svg = readFileSync(await download.path(), "utf8");
    checks.that(`the drawing of ${part} stands alone`, svg.startsWith("<?xml") && !svg.includes(" class=") && svg.includes("Source: "), svg.slice(0, 300));
  }
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true });
checks.finish();
