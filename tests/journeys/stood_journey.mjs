// A plan as it stood on 31 March: shown, printed with the day on the paper, and the same as the history says.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { Program } from "../browser/program.mjs";

const checks = new Checks("a plan as it stood on 31 March");
const folder = mkdtempSync(join(tmpdir(), "openmasa-stood-"));
const program = new Program();
const browser = await openBrowser();
const words = (page) => page.locator("main").innerText();
const day = "2023-03-31", title = "Business plan 2022 to 2023";

await checks.story("as it stood", async () => {
  program.run("init", "--example");
  const link = program.add("partner@example.org", "Lead member", "delegated-partner");
  await program.serve();
  const reader = await visitor(browser, program.address);
  await welcome(reader, link);
  await reader.goto("/plans");
  await reader.getByRole("link", { name: title }).click();
  const list = new URL(reader.url()).pathname;

  // From the history, as the command says it.
  const rows = JSON.parse(program.run("export", "actions", "--format", "json", "--as-at", day)).filter((one) => one.plan === title);
  const now = JSON.parse(program.run("export", "actions", "--format", "json")).filter((one) => one.plan === title);
  const done = (some) => some.filter((one) => one.status === "done").map((one) => one.reference).sort();
  checks.that("by then some were done, and more since", done(rows).length > 5 && done(rows).length < done(now).length, `${done(rows).length} ${done(now).length}`);

  await reader.goto(`${list}?as-at=${day}`);
  checks.that("the page says of which day it is", (await reader.locator("body").innerText()).includes("As it was on 31 March 2023"));
  const shown = async (query) => {
    await reader.goto(`${list}?as-at=${day}&${query}`);
    return (await reader.locator(".om-plan__title").evaluateAll((all) => all.map((one) => one.textContent.trim()))).sort();
  };
  const titles = (some) => some.map((one) => one.action.trim()).sort();
  const then = await shown("status=done");
  checks.that("what the page shows as done is what the history says", JSON.stringify(then) === JSON.stringify(titles(rows.filter((one) => one.status === "done"))), `${then}\n${titles(rows.filter((one) => one.status === "done"))}`);
  checks.that("what was open then is open there", JSON.stringify(await shown("status=in_progress")) === JSON.stringify(titles(rows.filter((one) => one.status === "in_progress"))));

  await reader.goto(`${list}?as-at=${day}`);
  await picture(checks, reader, "stood-on-31-march");
  const path = join(folder, "stood.pdf");
  await reader.pdf({ path, format: "A4" });
  const printed = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
  checks.that("the paper carries the day", printed.includes("As it was on 31 March 2023"), printed.slice(0, 400));
  checks.that("and the plan, with its first action", printed.includes(title) && printed.includes("Hear from parents and young people"), printed.slice(0, 800));
  checks.that("nothing of later is on it", !printed.includes("31 of 38"));

  await reader.goto(`${list.replace("/actions", "/priorities")}?as-at=${day}`);
  checks.that("its priorities of that day are those that were", (await words(reader)).includes("Protecting babies"));
  await reader.locator('main h2 a[href^="/priorities/"]').first().click();
  checks.that("a review that was kept in June was not there yet", reader.url().includes("as-at=") && !(await words(reader)).includes("Steps down to business as usual"), (await words(reader)).slice(0, 900));
});

rmSync(folder, { recursive: true });
await browser.close();
await program.end();
checks.finish();
