// Two programs serve one database and many people save through both: the audit log stays one unbroken
// chain in the order of the commits, every acknowledged record is there, and of two who save the same
// version through different programs one wins. Needs a server of its own:
//   tests/postgresql/server.sh run node tests/postgresql/two_processes_fault.mjs
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";
import { Visitor } from "../browser/visitor.mjs";

const checks = new Checks("two programs on one PostgreSQL");
const one = new Program(), other = new Program();
const seconds = Number(process.env.SECONDS_OF_SAVING ?? 4);

/// Somebody who is signed in already, at one of the two.
function visitor(program, like) {
  const made = new Visitor(program.address);
  made.cookies = new Map(like.cookies);
  return made;
}

async function saveUntil(end, person, action, name, acknowledged) {
  for (let number = 0; Date.now() < end; ++number) {
    const title = `${name}n${number}`, path = `/actions/${action}/evidence`;
    const answer = await person.post(path, path, { title, words: "Seen by both" });
    if (answer.status === 303) acknowledged.push({ action, title });
  }
}

await checks.story("saving through both", async () => {
  one.run("init");
  other.database = one.database;
  other.environment = one.environment; // one key signs, and files stand in one folder
  one.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = one.add("unit@example.org", "Head of delivery", "business-unit");
  const actions = JSON.parse(one.run("export", "actions", "--format", "json")).map((action) => action.id);
  await Promise.all([one.serve(), other.serve()]);
  const first = new Visitor(one.address);
  await first.welcome(link);

  const acknowledged = [], end = Date.now() + seconds * 1000;
  await Promise.all(Array.from({ length: 12 }, (_, at) =>
    saveUntil(end, visitor(at % 2 ? one : other, first), actions[at % 5], `p${at}`, acknowledged)));
  const pages = new Map();
  for (const action of actions.slice(0, 5)) pages.set(action, await (await visitor(other, first).get(`/actions/${action}`)).text());
  const missing = (records) => records.filter(({ action, title }) => !pages.get(action).includes(`${title}</h3>`));
  const lost = missing(acknowledged);
  checks.that(`all ${acknowledged.length} acknowledged records are there`, acknowledged.length > 40 && !lost.length, `${acknowledged.length}, lost ${lost.length}`);
  checks.that("control: one that was never saved would be missed", missing([{ action: actions[0], title: "p0n-1" }]).length === 1);

  for (let round = 0; round < 20; ++round) {
    const path = `/actions/${actions[6]}/progress`;
    const html = await (await first.get(path)).text();
    const version = /name="version" value="(\d+)"/.exec(html)?.[1];
    const answers = await Promise.all([one, other].map((program, at) =>
      visitor(program, first).post(path, path, { version, status: "in_progress", words: `Round ${round} by ${at}` })));
    const statuses = answers.map(({ status }) => status).sort().join(" ");
    checks.that(`round ${round}: of two saves over version ${version} one wins`, statuses === "303 422", statuses);
  }
  checks.that("the audit log is one unbroken chain", one.run("verify").startsWith("Sound"));
});

await one.end();
await other.end();
checks.finish();
