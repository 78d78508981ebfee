// kill -9 while people are saving, again and again: what was acknowledged is there afterwards, what
// is there is whole, and the audit log is unbroken. The control: a program that acknowledges before
// the commit would be caught, shown by taking what was only sent for acknowledged.
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";
import { Visitor } from "../browser/visitor.mjs";

const kills = Number(process.env.KILLS ?? 20);
const writers = 6;
// Each worker first connects to a server, where there is one.
const patience = process.env.OPENMASA_TEST_DATABASE ? 400 : 60;
const checks = new Checks("kill -9 while saving");
const program = new Program();

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// Saves evidence until the program is gone; keeps what was acknowledged.
async function write(visitor, action, acknowledged, attempted, name) {
  for (let number = 0; ; ++number) {
    const title = `${name}-${number}`;
    attempted.push({ action, title });
    const answer = await visitor.post(`/actions/${action}/evidence`, `/actions/${action}/evidence`, { title, words: "x".repeat(500) });
    if (answer.status === 303) acknowledged.push({ action, title });
  }
}

async function missingFrom(visitor, records) {
  const pages = new Map();
  for (const { action } of records)
    if (!pages.has(action)) pages.set(action, await (await visitor.get(`/actions/${action}`)).text());
  return records.filter(({ action, title }) => !pages.get(action).includes(`${title}</h3>`));
}

await checks.story("killed while saving", async () => {
  program.run("init");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  const actions = JSON.parse(program.run("export", "actions", "--format", "json")).map((action) => action.id);
  await program.serve();
  const first = new Visitor(program.address);
  await first.welcome(link);

  let all = 0, unanswered = 0, missed = 0;
  for (let round = 0; round < kills; ++round) {
    const acknowledged = [], attempted = [];
    const people = Array.from({ length: writers }, () => {
      const visitor = new Visitor(program.address);
      visitor.cookies = new Map(first.cookies);
      return visitor;
    });
    const writing = people.map((visitor, at) => write(visitor, actions[(round * writers + at) % actions.length], acknowledged, attempted, `r${round}w${at}`).catch(() => {}));
    await wait(patience + (round * 37) % 240);
    await program.stop("SIGKILL");
    await Promise.all(writing);
    await program.serve();
    first.address = program.address;
    const lost = await missingFrom(first, acknowledged);
    checks.that(`round ${round}: all ${acknowledged.length} acknowledged records are there`, lost.length === 0, lost.map((one) => one.title).join(" "));
    all += acknowledged.length;
    const sent = attempted.filter(({ title }) => !acknowledged.some((one) => one.title === title));
    unanswered += sent.length;
    missed += (await missingFrom(first, sent)).length;
  }
  checks.that("something was written in most rounds", all > kills, String(all));
  checks.that("control: had it answered before the commit, records would be missing", missed > 0, `${missed} of ${unanswered}`);
  checks.that("the file and its audit log are sound", program.run("verify").startsWith("Sound"));
  console.log(`  ${all} acknowledged records survived ${kills} kills; ${missed} of ${unanswered} that were only sent did not`);
});

await program.end();
checks.finish();
