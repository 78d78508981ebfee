// Long lists: filtered, ordered and cut into pages in their address, the same rows in every download, and as they
// were on another day.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { picture } from "../browser/looking.mjs";
import { binary, now, Program } from "../browser/program.mjs";
import { turnOnSecondStep } from "../browser/second_step.mjs";

const checks = new Checks("long lists");
const folder = mkdtempSync(join(tmpdir(), "openmasa-lists-"));
const program = new Program();
const browser = await openBrowser();

const iso = (daysFromNow) => new Date(now() + daysFromNow * 86400000).toISOString().slice(0, 10);
const names = (page) => page.locator("tbody th").allInnerTexts();
const text = (page) => page.locator("main").innerText();

async function download(page, format, name) {
  const link = page.getByRole("link", { name: format, exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  await file.saveAs(join(folder, name));
  return readFileSync(join(folder, name), "utf8");
}

await checks.story("lists", async () => {
  program.run("init", "--partnership", "Example Partnership");
  const link = program.add("systems@example.org", "Systems administrator", "administrator");
  const agencies = join(folder, "agencies.csv"), people = join(folder, "people.csv");
  writeFileSync(agencies, "name,sector\nExample Constabulary,Police\nExample Health Board,Health\n");
  program.run("import", "agencies", agencies, "--confirm");
  const rows = Array.from({ length: 520 }, (_, at) =>
    `Head of school ${String(at).padStart(3, "0")},${at % 4 === 1 ? "Example Constabulary" : ""},${at % 2 ? "Head teacher" : "Deputy"},2026-0${1 + at % 9}-15`);
  writeFileSync(people, `name,agency,position,left_on\n${rows.join("\n")}\n`);
  program.run("import", "people", people, "--confirm");
  await program.serve();
  const admin = await visitor(browser, program.address);
  await welcome(admin, link);
  await turnOnSecondStep(admin);

  await admin.goto("/people");
  checks.that("the first page has fifty, in the order of names", (await names(admin))[0] === "Head of school 000" && (await names(admin)).length === 50);
  await picture(checks, admin, "lists-people");
  await admin.goto("/people?page=11");
  checks.that("the last page has the rest", (await names(admin)).length === 21, String((await names(admin)).length));
  await admin.goto("/people?words=teacher+feb&agency=Example+Constabulary&sort=-name");
  const found = await names(admin);
  checks.that("words, a filter and an order together", found.length === 15 && found[0] > found.at(-1), found.join());
  await picture(checks, admin, "lists-people-filtered");
  const csv = await download(admin, "CSV", "people.csv");
  checks.that("the download has the same rows in the same order", csv.trim().split("\r\n").slice(1).map((line) => line.split(",")[0]).join() === found.join(), csv.slice(0, 300));
  await admin.goto("/people?words=100%25");
  checks.that("a sign that means something to a database is only itself", (await text(admin)).includes("No people match"));

  await admin.goto("/users");
  await picture(checks, admin, "lists-users");
  await admin.getByText("See this page as it was on another day").click();
  await admin.getByLabel("Day").fill(iso(-1));
  await admin.getByRole("button", { name: "Show that day" }).click();
  checks.that("nobody had an account yesterday", (await text(admin)).includes("Nothing stood in this list on that day.") && (await text(admin)).includes("As it was on"));
  await admin.goto(`/users?as-at=${iso(0)}`);
  checks.that("as at today they are there", (await text(admin)).includes("systems@example.org"));
  checks.that("a row of the past leads to no page of now", (await admin.locator("tbody a").count()) === 0);
  await picture(checks, admin, "lists-users-past");
  const past = program.run("export", "users", "--as-at", iso(0));
  checks.that("the command says the same", past.includes("systems@example.org,Systems administrator,administrator"), past);
  checks.that("and nobody for yesterday", program.run("export", "users", "--as-at", iso(-1)).trim().split("\n").length === 1);
  if (!program.schema) {
    const unwritable = spawnSync("bash", ["-c", 'ulimit -f 0; exec "$0" export people --database "$1"', binary, program.database], { encoding: "utf8", env: program.environment });
    checks.that("what cannot be written in the log does not leave", unwritable.status !== 0 && unwritable.stdout === "", `${unwritable.status} ${unwritable.stdout.length} ${unwritable.stderr}`);
  }
  checks.that("verify finds nothing", JSON.parse(program.run("verify", "--json")).sound === true);

  await admin.goto("/terms");
  await picture(checks, admin, "lists-terms-none");
  await admin.getByRole("button", { name: "Bring in the FLOURISH domains" }).click();
  await admin.goto("/terms/add?kind=theme");
  checks.that("a form begins with what its address says", await admin.getByLabel("Theme", { exact: true }).isChecked());
  await admin.getByLabel("Term", { exact: true }).fill("Neglect");
  await admin.getByLabel("Also called").fill("Neglected children; unmet needs");
  await admin.getByRole("button", { name: "Save this term" }).click();
  checks.that("terms stand in one list", (await text(admin)).includes("Neglect") && (await text(admin)).includes("FLOURISH domain"));
  await picture(checks, admin, "lists-terms");
  await admin.getByRole("link", { name: /^Themes/ }).click();
  checks.that("a view shows one kind", (await names(admin)).join() === "Neglect");
  await admin.getByRole("link", { name: "Neglect", exact: true }).click();
  await admin.getByRole("button", { name: "Change this term" }).click();
  await admin.getByLabel("Withdrawn, because").fill("Two themes were one.");
  await admin.getByRole("button", { name: "Save this term" }).click();
  await admin.goto("/terms?standing=withdrawn");
  checks.that("what was withdrawn is found as such", (await names(admin)).join() === "Neglect");
});

await browser.close();
await program.end();
rmSync(folder, { recursive: true, force: true });
checks.finish();
