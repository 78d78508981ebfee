// kill -9 while work is under way, again and again: all that was asked for is done in the end, each
// once, its file is whole, and whoever asked is told once. The control: work that was never asked
// for would be missed.
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";
import { Visitor } from "../browser/visitor.mjs";

const rounds = Number(process.env.KILLS ?? 12);
const people = 4;
const checks = new Checks("kill -9 while working");
const program = new Program();
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// Asks for everything as a zip file; gives the path of the job, or nothing when the program is gone.
async function ask(visitor) {
  try {
    const answer = await visitor.post("/jobs", "/jobs", { kind: "everything" });
    return answer.status === 303 ? answer.headers.get("location") : undefined;
  } catch {
    return undefined;
  }
}

async function stateOf(visitor, job) {
  const page = await (await visitor.get(job)).text();
  return /<dt>State<\/dt><dd>([^<]*)<\/dd>/.exec(page)?.[1] ?? "missing";
}

async function ended(visitor, job, seconds) {
  for (const last = Date.now() + seconds * 1000; Date.now() < last; await wait(50)) {
    const state = await stateOf(visitor, job);
    if (!["Waiting", "Under way"].includes(state) && !/^\d+ of \d+$/.test(state)) return state;
  }
  return "never";
}

await checks.story("killed while working", async () => {
  program.run("init");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const links = Array.from({ length: people }, (_, at) => program.add(`unit${at}@example.org`, `Office ${at}`, "business-unit"));
  await program.serve();
  const visitors = [];
  for (const link of links) {
    const visitor = new Visitor(program.address);
    await visitor.welcome(link);
    visitors.push(visitor);
  }

  // Who asks while their job is under way is led to that one. On a machine too slow to end a job
  // between two kills there would be no other: after every third of the kills they are left to end.
  const third = Math.ceil(rounds / 3);
  const asked = visitors.map(() => new Set());
  for (let round = 0; round < rounds; ++round) {
    await Promise.all(visitors.map(async (visitor, at) => {
      const job = await ask(visitor);
      if (job) asked[at].add(job);
    }));
    if (round % third === third - 1) await Promise.all(visitors.map((visitor, at) => ended(visitor, [...asked[at]].at(-1), 90)));
    await wait((round * 53) % 90);
    await program.stop("SIGKILL");
    await program.serve();
    for (const visitor of visitors) visitor.address = program.address;
  }

  let all = 0;
  for (const [at, visitor] of visitors.entries()) {
    for (const job of asked[at]) {
      all += 1;
      const state = await ended(visitor, job, 90);
      checks.that(`${job} is done in the end`, state === "Done", state);
      const file = await visitor.get(`${job}/file`);
      const bytes = Buffer.from(await file.arrayBuffer());
      checks.that(`${job}: its file is a whole zip file`, file.status === 200 && bytes.subarray(0, 2).toString() === "PK" && bytes.includes("actions.csv") && bytes.lastIndexOf("PK\x05\x06") === bytes.length - 22, `${file.status}, ${bytes.length} bytes`);
    }
    const told = (await (await visitor.get("/notices")).text()).matchAll(/href="(\/jobs\/[a-z0-9]{26})"/g);
    const paths = [...told].map((one) => one[1]);
    checks.that(`office ${at} was told once of each`, paths.length === new Set(paths).size && [...asked[at]].every((job) => paths.includes(job)), `${paths.length} told, ${asked[at].size} asked`);
  }
  checks.that("everybody asked for a new one whenever theirs had ended", all >= people * 3, String(all));
  checks.that("control: work that was never asked for is missed", (await stateOf(visitors[0], "/jobs/01jd0000000000000000000000")) === "missing");
  checks.that("another person does not get the file", (await visitors[1].get(`${[...asked[0]][0]}/file`)).status === 404);
  checks.that("the file and its audit log are sound", program.run("verify").startsWith("Sound"));
  console.log(`  ${all} jobs survived ${rounds} kills`);
});

await program.end();
checks.finish();
