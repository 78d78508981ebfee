// Files that people attach, on a disk that fails at the n-th thing it is asked, is full, stops half-way
// through a write, or on a machine that is killed there: nothing is told "saved" that is not, what was
// refused can be sent again, and no row is without its file. The controls: a disk that says done and
// does nothing is found out, and so is a file whose sync was left out.
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";
import { Visitor } from "../browser/visitor.mjs";
import { FailingCalls, sayHow } from "./failing_calls.mjs";

const checks = new Checks("files on a failing disk");
const program = new Program();
const folder = join(program.folder, "files");
const calls = new FailingCalls(join(program.folder, "calls"), folder);
const visitor = new Visitor("");
const kept = [];
let page = "", action = "", number = 0;

/// Sends a file as evidence; gives the status, or 0 when no answer came.
async function attach(file) {
  try {
    const answer = await visitor.attach(page, { title: file.title }, new Blob([file.content]), `${file.title}.txt`);
    return { status: answer.status, words: await answer.text() };
  } catch {
    return { status: 0, words: "" };
  }
}

async function serve() {
  Object.assign(program.environment, calls.environment);
  visitor.address = await program.serve();
}

const newFile = (size = 3000) => ({ title: `Minutes ${++number}`, content: Buffer.alloc(size, `words of file ${number}. `) });
const shown = async () => (await visitor.get(`/actions/${action}`)).text();
const pathOf = (html, { title }) => new RegExp(`href="([^"]*)"[^>]*>${title}(?!\\d)`).exec(html)?.[1];

/// What is wrong with a file that was acknowledged; nothing when it comes back as it was.
async function complaintAbout(file, html) {
  const path = pathOf(html, file);
  if (!path) return `${file.title} is not on the page`;
  const answer = await visitor.get(path);
  const content = Buffer.from(await answer.arrayBuffer());
  return answer.status === 200 && content.equals(file.content) ? "" : `${file.title}: ${answer.status}, ${content.length} bytes`;
}

/// One file, with trouble at the n-th call; then once more without. False when there are fewer calls.
async function withTroubleAt(n, how) {
  const file = newFile();
  calls.arm(n, how);
  const first = await attach(file);
  const wasReached = calls.count() >= n;
  calls.disarm();
  if (first.status === 0) await program.stop().then(serve);
  const what = `${sayHow(how)}, call ${n}`;
  if (!wasReached) checks.that(`${what}: without trouble it is saved`, first.status === 303, String(first.status));
  if (wasReached && first.status !== 303) {
    const wanted = how.kind === "killed" ? 0 : how.error === "ENOSPC" ? 507 : 500;
    checks.that(`${what}: the answer says so`, first.status === wanted && (wanted === 0 || first.words.includes("Nothing was saved")), `${first.status}`);
    checks.that(`${what}: what was refused is not there`, !pathOf(await shown(), file));
    const again = await attach(file);
    checks.that(`${what}: sent again, it is saved`, again.status === 303, `${again.status}`);
  }
  kept.push(file);
  const complaint = await complaintAbout(file, await shown());
  checks.that(`${what}: the file comes back as it was`, !complaint, complaint);
  return wasReached;
}

await checks.story("each call", async () => {
  program.run("init");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  action = JSON.parse(program.run("export", "actions", "--format", "json"))[0].id;
  page = `/actions/${action}/evidence`;
  await serve();
  await visitor.welcome(link);

  let most = 0;
  for (const how of [{ kind: "fails", error: "EIO" }, { kind: "fails", error: "ENOSPC" }, { kind: "half", error: "ENOSPC" }, { kind: "killed" }]) {
    let n = 1;
    while (await withTroubleAt(n, how)) n += 1;
    most = Math.max(most, n - 1);
  }
  checks.that("a file asks for enough for this to be a test", most >= 6, String(most));
  const html = await shown();
  for (const file of kept) {
    const complaint = await complaintAbout(file, html);
    checks.that(`${file.title} is still as it was in the end`, !complaint, complaint);
  }
});

await checks.story("reading", async () => {
  const path = pathOf(await shown(), kept[0]);
  for (let n = 1, wasReached = true; wasReached; ++n) {
    calls.arm(n, { kind: "fails" });
    const answer = await visitor.get(path);
    const content = Buffer.from(await answer.arrayBuffer());
    wasReached = calls.count() >= n;
    calls.disarm();
    checks.that(`a file that cannot be read at call ${n} is never given out cut short`, content.equals(kept[0].content) || [404, 500].includes(answer.status), `${answer.status}, ${content.length} bytes`);
  }
});

/// Whether all of a new file was on the disk when it was said to be saved: its content synced before
/// it got its name, and the folder that holds the name synced after, and every folder that was new.
function isDurable(done, home) {
  const last = (what, path) => done.findLastIndex((call) => call.what === what && call.path === path);
  const named = done.findLastIndex((call) => call.what === "rename");
  if (named < 0) return false;
  const { path, to } = done[named];
  const parent = (name) => name.slice(0, name.lastIndexOf("/"));
  const written = last("write", path), content = last("sync", path);
  const folders = done.filter((call) => call.what === "folder" && parent(call.path) !== home);
  return written >= 0 && content > written && content < named && last("sync", parent(to)) > named &&
    folders.every((call) => last("sync", parent(call.path)) > done.indexOf(call));
}

await checks.story("the order of what is asked", async () => {
  for (let round = 0; round < 12; ++round) {
    const file = newFile(100 + round * 3000);
    calls.arm(1_000_000, { kind: "fails" });
    const { status } = await attach(file);
    kept.push(file);
    const done = calls.done();
    checks.that(`round ${round}: it was all on the disk before it was told`, status === 303 && isDurable(done, program.folder), JSON.stringify(done));
    const without = (what) => done.filter((_, at) => at !== done.findLastIndex((call) => call.what === what));
    checks.that("control: without one of its syncs it would not have been", !isDurable(without("sync"), program.folder) && !isDurable(without("rename"), program.folder));
  }
});

await checks.story("all of it", async () => {
  calls.disarm();
  await program.stop();
  checks.that("what is kept is sound", program.run("verify").startsWith("Sound"));
  await serve();
  let found = 0;
  for (let n = 1, wasReached = true; wasReached; ++n) {
    const file = newFile();
    calls.arm(n, { kind: "lies" });
    const { status } = await attach(file);
    wasReached = calls.count() >= n;
    calls.disarm();
    if (status === 303) found += (await complaintAbout(file, await shown())) ? 1 : 0;
  }
  checks.that("control: a disk that left a write out is noticed by the check", found > 0, String(found));
  await program.stop();
  checks.that("and by verify", program.refused("verify").code !== 0);
});

await program.end();
calls.end();
checks.finish();
