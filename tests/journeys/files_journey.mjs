// A file as evidence: attached, downloaded as it was, never shown as a page, hidden with its action.
// Then everything as a zip file: asked for, done by itself, fetched; and what was new is told.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, signIn, visitor, welcome } from "../browser/browser.mjs";
import { Checks } from "../browser/checks.mjs";
import { look } from "../browser/looking.mjs";
import { Program, root } from "../browser/program.mjs";
import { turnOnSecondStep } from "../browser/second_step.mjs";

const checks = new Checks("files and work in progress");
const program = new Program(), again = new Program();
const browser = await openBrowser();
const seen = { javaScriptEnabled: true, bypassCSP: true }; // for axe alone

await checks.story("files", async () => {
  program.run("init", "--partnership", "Example Safeguarding Children Partnership");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const links = {
    unit: program.add("unit@example.org", "Head of delivery, business unit", "business-unit"),
    administrator: program.add("administrator@example.org", "Systems office", "administrator"),
    outsider: program.add("outsider@example.org", "Events office", "none"),
  };
  const action = JSON.parse(program.run("export", "actions", "--format", "json"))[0].id;
  await program.serve();
  const unit = await visitor(browser, program.address, seen);
  await welcome(unit, links.unit);

  const folder = mkdtempSync(join(program.folder, "files-"));
  const write = (name, content) => { writeFileSync(join(folder, name), content); return join(folder, name); };
  const attach = async (title, path) => {
    await unit.goto(`/actions/${action}/evidence`);
    await unit.getByLabel("What is it?").fill(title);
    await unit.getByLabel("Or a file").setInputFiles(path);
    await unit.getByRole("button", { name: "Add this evidence" }).click();
  };
  const download = async (link) => {
    const [file] = await Promise.all([unit.waitForEvent("download"), link.click()]);
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };

  const minutes = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from([0, 255, 13, 10, 128])]);
  await attach("Minutes of the moderation day", write("minutes é.pdf", minutes));
  checks.that("the evidence says what the file is", (await unit.textContent("main")).includes("PDF, 14 bytes, not scanned for viruses"));
  const first = await download(unit.getByRole("link", { name: "Minutes of the moderation day", exact: true }));
  checks.that("the file comes back as it was", first.content.equals(minutes) && first.name === "minutes é.pdf", first.name);

  await attach("The minutes, mended", write("minutes é.pdf", "%PDF-1.7 mended"));
  checks.that("the same name again is its next version", (await unit.textContent("main")).includes("version 2"));

  await attach("A picture with a script", write("picture.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
  await attach("A picture of the wall", write("wall.png", Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mM4IQcEJwAHIwIJOwaaKQAAAABJRU5ErkJggg==", "base64")));
  await attach("What was said", write("said.txt", `${Array.from({ length: 60 }, (_, at) => `line ${at} <b>&`).join("\n")}\n`));
  const open = (title) => unit.getByRole("link", { name: new RegExp(`^Look at it here.*${title}`) }).click();
  await open("What was said");
  checks.that("a text shows its first lines as they are", /line 39 <b>&\s+There is more in it/.test(await unit.textContent("main")), await unit.textContent("main"));
  await look(checks, unit, "text");
  await unit.goBack();
  await open("A picture of the wall");
  await unit.locator("img").waitFor();
  checks.that("a picture is painted", (await unit.locator("img").evaluate((one) => one.complete && one.naturalWidth)) === 2);
  await look(checks, unit, "picture");
  const painted = await unit.request.get(await unit.locator("img").getAttribute("src"));
  checks.that("as a picture, sandboxed and of no other type", painted.headers()["content-type"] === "image/png" && painted.headersArray().some((one) => one.value.startsWith("sandbox")) && painted.headers()["x-content-type-options"] === "nosniff");
  const picture = new URL(unit.url()).pathname;
  await unit.goBack();
  await unit.getByRole("link", { name: /^About this file.*The minutes, mended/ }).click();
  checks.that("versions stand beside each other", /Version 2, this one[\s\S]*Version 1/.test(await unit.textContent("main")), await unit.textContent("main"));
  await look(checks, unit, "versions of a file");
  await unit.getByRole("link", { name: "Version 1" }).click();
  checks.that("an earlier version is still there", (await unit.textContent("main")).includes("Version 1, this one"));
  await unit.goto(`/actions/${action}`);

  const link = unit.getByRole("link", { name: "A picture with a script", exact: true });
  const answer = await unit.request.get(await link.getAttribute("href"));
  checks.that("what a browser would run comes as a download, sandboxed", answer.headers()["content-disposition"].startsWith("attachment") && answer.headersArray().some((one) => one.value.startsWith("sandbox")) && answer.headers()["x-content-type-options"] === "nosniff", JSON.stringify(answer.headers()));
  checks.that("its type is what it is, not what its name says", answer.headers()["content-type"] === "image/svg+xml");

  await attach("A program", write("report.pdf", "MZ\x90\x00"));
  checks.that("a program is refused, with what was typed kept", (await unit.textContent("main")).includes("This file is a program") && (await unit.getByLabel("What is it?").inputValue()) === "A program");

  const outsider = await visitor(browser, program.address);
  await welcome(outsider, links.outsider);
  await unit.goto(`/actions/${action}`);
  const path = await unit.getByRole("link", { name: "Minutes of the moderation day", exact: true }).getAttribute("href");
  for (const closed of [path, `${path}/about`, picture, picture.replace("/about", "/picture")])
    checks.that(`an outsider gets the page for what is not there: ${closed.split("/").at(-1)}`, (await outsider.request.get(closed)).status() === 404);
  await unit.goto(`/audit/records/action/${action}`);
  const log = await unit.textContent("main");
  checks.that("the log says who downloaded a file and who looked at one", /downloaded a file of/.test(log) && /looked at a file of/.test(log), log);

  await unit.goto("/notices");
  await unit.getByRole("link", { name: "Your work in progress" }).click();
  await unit.getByRole("button", { name: "Download everything as a zip file" }).click();
  const fetch = unit.getByRole("button", { name: "Download the file" });
  await fetch.waitFor({ timeout: 20000 }); // the page looks again by itself
  const zip = await download(fetch);
  checks.that("the zip file holds the actions", zip.content.subarray(0, 2).toString() === "PK" && zip.content.includes("actions.csv"), zip.name);
  checks.that("another person does not get it", (await outsider.request.get(new URL(`${unit.url()}/file`).pathname)).status() === 404);
  await unit.goto("/notices");
  checks.that("whoever asked is told", (await unit.textContent("main")).includes("Work that you asked for has ended"));
  await unit.goto("/notices/mail");
  await unit.getByLabel("Once a day, at 7 in the morning").check();
  await unit.getByRole("button", { name: "Save" }).click();
  checks.that("how often mail comes is saved", (await unit.textContent("body")).includes("Saved.") && (await unit.getByLabel("Once a day, at 7 in the morning").isChecked()));
  const administrator = await visitor(browser, program.address, seen);
  await welcome(administrator, links.administrator);
  await turnOnSecondStep(administrator);
  await administrator.goto("/outbox");
  checks.that("without a mail server the outbox says so", (await administrator.textContent("main")).includes("No mail server is set"));
  await administrator.goto("/jobs/all");
  checks.that("what is done by itself shows its next time", (await administrator.textContent("main")).includes("Every day at 2.30am"));
  await administrator.getByRole("link", { name: "Nightly housekeeping" }).last().click();
  await look(checks, administrator, "schedule");
  await administrator.getByRole("radio", { name: "Every week" }).check();
  await administrator.getByLabel("On which day").selectOption("Sunday");
  await administrator.getByLabel("At what time").fill("late");
  await administrator.getByRole("button", { name: "Save this schedule" }).click();
  checks.that("a time that is none is refused, with what was typed kept", (await administrator.textContent("main")).includes("Write the time as 2.30am or 14:30") && (await administrator.getByRole("radio", { name: "Every week" }).isChecked()));
  await look(checks, administrator, "schedule with a mistake");
  await administrator.getByLabel("At what time").fill("5am");
  await administrator.getByRole("button", { name: "Save this schedule" }).click();
  checks.that("when it is done is changed, and the page says so", /Every Sunday at 5am\. Next:[\s\S]*Changes[\s\S]*Every Sunday at 5am/.test(await administrator.textContent("main")), await administrator.textContent("main"));

  const sound = JSON.parse(program.run("verify", "--json"));
  checks.that("verify holds the files against their rows", sound.sound && sound.files === 6, JSON.stringify(sound));

  // A backup holds them too, and gives them back to another machine.
  for (const one of [program, again]) one.environment.OPENMASA_BACKUP_PASSPHRASE = "correct horse battery";
  const backup = join(program.folder, "backup");
  const made = JSON.parse(program.run("backup", backup, "--json"));
  checks.that("a backup holds the files", made.files === 6 && made.missing_files.length === 0, JSON.stringify(made));
  checks.that("and is whole", JSON.parse(program.run("check-backup", backup, "--json")).files === 6);
  again.run("restore", backup);
  const restored = JSON.parse(again.run("verify", "--json"));
  checks.that("what is restored is sound, with its files", restored.sound && restored.files === 6, JSON.stringify(restored));
  await again.serve();
  const elsewhere = await visitor(browser, again.address);
  await signIn(elsewhere, "unit@example.org");
  const fetched = await elsewhere.request.get(path);
  checks.that("a file opens there as it was", fetched.status() === 200 && (await fetched.body()).equals(minutes), String(fetched.status()));
});

await browser.close();
await program.end();
await again.end();
checks.finish();
