// The position of the composite action plan: an inspector asks what was outstanding on the day of the yearly report, checks that
// the figures add up and lead to what they count, takes it away, and looks at the pictures.
import { openBrowser } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { arrive, look } from "../browser/looking.mjs";
import { linksOf, Program } from "../browser/program.mjs";

const checks = new Checks("the position of the composite action plan");
const program = new Program();
const browser = await openBrowser();
const text = (page) => page.locator("main").innerText();
const number = (words) => Number(words.replace("−", "-").replace("+", ""));

/// The cells of a part's table, row by row.
const rows = (page, part) => page.locator(`section[aria-labelledby="${part}"] tbody tr`)
  .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.split("\n")[0].trim())));

let unit;
await checks.story("what was outstanding on the day of the yearly report", async () => {
  const links = linksOf(program.run("init", "--example"));
  await program.serve();
  unit = await arrive(browser, program.address, links.get("Head of delivery, business unit"));
  await unit.goto("/recommendations/position");
  checks.that("today has its number first", /^\d+ recommendations are outstanding on 21 November 2026\./m.test(await text(unit)), (await text(unit)).slice(0, 300));
  await look(checks, unit, "position");
  await unit.getByLabel("Position on").fill("31 March 2025");
  await unit.getByLabel("Compared with").fill("31 March 2024");
  await unit.getByRole("button", { name: "Show this position" }).click();
  checks.that("27, as published", (await text(unit)).includes("27 recommendations were outstanding on 31 March 2025."), (await text(unit)).slice(0, 300));
  await look(checks, unit, "position on a day");
});

await checks.story("the figures add up", async () => {
  const homes = (await rows(unit, "homes")).map((row) => row.slice(1).map(number));
  const sums = homes.pop();
  checks.that("the homes to what all are", sums.every((sum, at) => sum === homes.reduce((all, row) => all + row[at], 0)), JSON.stringify(sums));
  checks.that("the kinds to what a home has", [...homes, sums].every((row) => row.slice(0, -1).reduce((all, one) => all + one, 0) === row.at(-1)));
  checks.that("all are 27", sums.at(-1) === 27, String(sums.at(-1)));
  const flow = new Map((await rows(unit, "flow")).map(([words, figure]) => [words, number(figure)]));
  const others = ["Parted from another one", "Brought back", "Joined to another one", "Withdrawn", "To be decided again"];
  const then = flow.get("Outstanding on 31 March 2024");
  const sum = [then, flow.get("Opened"), flow.get("Closed"), ...others.map((way) => flow.get(way) ?? 0)].reduce((all, one) => all + one, 0);
  checks.that("what came and went to what is there now", sum === 27 && flow.get("Outstanding on 31 March 2025") === 27, JSON.stringify([...flow]));
  checks.that("the net is the difference", flow.get("Net") === 27 - then);
  for (const column of [1, 2])
    checks.that("the ages to all", (await rows(unit, "ages")).slice(0, 5).reduce((all, row) => all + number(row[column]), 0) === 27);
});

await checks.story("each figure leads to exactly what it counts", async () => {
  const figures = await unit.locator('section[aria-labelledby="homes"] tbody a')
    .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute("href"), figure: Number(link.innerText) })));
  checks.that("there are some", figures.length > 10, String(figures.length));
  const list = await browser.contexts()[0].newPage();
  for (const { href, figure } of figures) {
    await list.goto(new URL(href, program.address).href);
    const listed = await list.locator("main table tbody tr").count();
    checks.that(`${href} lists ${figure}`, listed === figure, String(listed));
  }
  const late = Number(/^(\d+) (?:is|are) late/m.exec(await text(unit))?.[1]);
  await unit.getByRole("link", { name: "All of them in the list" }).click();
  checks.that("so does what is late", (await unit.locator("main table tbody tr").count()) === late, String(late));
  await unit.goBack();
  await unit.getByRole("link", { name: "Those that wait" }).click();
  checks.that("and what waits", /waits for a decision/i.test(await text(unit)), (await text(unit)).slice(0, 300));
  await unit.goBack();
  await list.close();
});

await checks.story("it is taken away, and prints", async () => {
  for (const [name, start] of [["Word", "PK"], ["Excel", "PK"], ["PDF", "%PDF"]]) {
    const link = unit.getByRole("button", { name, exact: true });
    const answer = await unit.request.get(new URL(await link.getAttribute("href"), program.address).href);
    checks.that(`${name} comes`, answer.status() === 200 && (await answer.body()).toString("latin1").startsWith(start), String(answer.status()));
  }
  const pdf = (await unit.pdf({ format: "A4" })).toString("latin1");
  const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
  checks.that("on a few sheets of A4", pages >= 1 && pages <= 6, String(pages));
});

await checks.story("a day that is none is said, and what was typed stays", async () => {
  await unit.getByLabel("Compared with").fill("1 April 2025");
  await unit.getByRole("button", { name: "Show this position" }).click();
  checks.that("it must be before", (await text(unit)).includes("Choose a day before 31 March 2025."));
  checks.that("it stays", (await unit.getByLabel("Compared with").inputValue()) === "1 April 2025");
  await look(checks, unit, "position wrong day");
});

await checks.story("the pictures", async () => {
  await unit.goto("/recommendations/pictures");
  await look(checks, unit, "recommendations pictures");
  const drawn = unit.getByRole("img", { name: /outstanding, .* opened, \d+ closed/ });
  checks.that("the drawing says what it shows", (await drawn.count()) === 1);
  await unit.getByText("The figures", { exact: true }).click();
  checks.that("month by month in a table", (await unit.getByRole("table", { name: "Recommendations month by month" }).locator("tbody tr").count()) > 20);
  await unit.goto("/recommendations/pictures?as-at=2025-03-31");
  checks.that("on a day in the past too", (await text(unit)).includes("27 outstanding"), (await text(unit)).slice(0, 400));
  await look(checks, unit, "recommendations pictures on a day");
});

await browser.close();
await program.end();
checks.finish();
