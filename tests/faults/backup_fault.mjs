// A backup on a disk that fails at the n-th thing it is asked, is full, or on a machine that is killed
// half-way: the backup of the day before stays as it was, whole, until a new one that was read again
// has taken its place; a refused one leaves nothing behind; and the program never says that a backup
// was made which was not. A restore that is killed half-way has restored all or nothing. The control: a disk that says done and does nothing is found out.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";
import { FailingCalls, sayHow } from "./failing_calls.mjs";

const isLong = Boolean(process.env.OPENMASA_LONG);
const checks = new Checks("backups on a failing disk");
const program = new Program();
const folder = join(program.folder, "backups"), path = join(folder, "backup");
const calls = new FailingCalls(join(program.folder, "calls"), folder);
Object.assign(program.environment, { OPENMASA_BACKUP_PASSPHRASE: "correct horse battery" });
const plainly = program.environment, watched = { ...plainly, ...calls.environment };

/// Makes a backup with trouble at the n-th call; gives its exit code (null: killed), what it said, and whether there were so many calls.
function backUp(n, how) {
  calls.arm(n, how);
  program.environment = watched;
  const answer = program.refused("backup", path);
  program.environment = plainly;
  const wasReached = calls.count() >= n;
  calls.disarm();
  return { ...answer, wasReached };
}

const made = () => JSON.parse(program.run("check-backup", path, "--json")).made_at;
const leftOver = () => readdirSync(folder).filter((name) => name !== "backup");
/// How many acts the log had when the backup was made: each backup that is written down is one.
const acts = () => JSON.parse(program.run("check-backup", path, "--json")).tables.audit_entry;

function judge(n, how) {
  const before = readFileSync(path), what = `${sayHow(how)}, call ${n}`;
  const { code, said, wasReached } = backUp(n, how);
  const after = readFileSync(path), isNew = !after.equals(before);
  if (!wasReached) {
    checks.that(`${what}: without trouble there is a new one`, code === 0 && isNew, `${code} ${said}`);
    return false;
  }
  if (how.kind === "killed") checks.that(`${what}: it was killed`, code === null, String(code));
  else {
    checks.that(`${what}: it is told, in words`, code === 0 ? isNew : said.trim().length > 20, `${code} ${said}`);
    checks.that(`${what}: nothing is left behind`, leftOver().length === 0, leftOver().join(" "));
  }
  if (isNew) checks.that(`${what}: what took its place is whole`, made() !== "", "");
  return true;
}

await checks.story("each call", async () => {
  mkdirSync(folder);
  program.run("init");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const none = backUp(1, { kind: "fails", error: "ENOSPC" });
  checks.that("a first one that finds no room leaves nothing", none.code === 3 && /space/.test(none.said) && !existsSync(path) && leftOver().length === 0, `${none.code} ${none.said}`);
  program.run("backup", path);

  const hows = [{ kind: "fails", error: "EIO" }, { kind: "fails", error: "ENOSPC" }, { kind: "half", error: "ENOSPC" }, { kind: "killed" }];
  let most = 0;
  for (const [at, how] of hows.entries())
    for (let n = 1, wasReached = true; wasReached; n += isLong ? 1 : hows.length) {
      const call = isLong ? n : n + at;
      wasReached = judge(call, how);
      most = Math.max(most, call);
    }
  checks.that("a backup asks for enough for this to be a test", most >= 16, String(most));
  program.run("backup", path);
  checks.that("the next one takes away what a killed one had left", leftOver().length === 0, leftOver().join(" "));
});

await checks.story("what is said of it", async () => {
  program.run("backup", path);
  const before = acts();
  for (const n of [1, 4, 8]) backUp(n, { kind: "fails" });
  program.run("backup", path);
  checks.that("only the one that was made is written down", acts() === before + 1, `${before}, then ${acts()}`);
});

/// What a database holds after a restore into it was killed at the n-th call: how many actions, or that it cannot be read.
function restoredUntil(n, place) {
  const own = new FailingCalls(join(program.folder, "restore-calls"), place);
  const before = program.database;
  mkdirSync(place);
  program.database = `sqlite:${join(place, "again.db")}`;
  own.arm(n, { kind: "killed" });
  program.environment = { ...plainly, ...own.environment };
  const { code } = program.refused("restore", path);
  program.environment = plainly;
  let holds = "nothing";
  if (code === 0 || program.refused("export", "actions", "--format", "json").code === 0)
    holds = JSON.parse(program.run("export", "actions", "--format", "json")).length;
  program.database = before;
  own.end();
  return { code, holds };
}

await checks.story("a restore that is killed", async () => {
  const all = JSON.parse(program.run("export", "actions", "--format", "json")).length;
  const seen = new Map();
  let code = null;
  for (let n = 1; code !== 0; n = Math.ceil(n * (isLong ? 1.05 : 1.4))) {
    const restored = restoredUntil(n, join(program.folder, `restored-${n}`));
    code = restored.code;
    seen.set(restored.holds, 1 + (seen.get(restored.holds) ?? 0));
    const isAllOrNothing = restored.holds === "nothing" || restored.holds === 0 || restored.holds === all;
    checks.that(`call ${n}: all of it or nothing`, isAllOrNothing && (code !== 0 || restored.holds === all), `${restored.holds} of ${all}`);
  }
  checks.that("control: some were killed before and one was not", all > 0 && seen.has(all) && seen.size > 1, JSON.stringify([...seen]));
});

await checks.story("a disk that lies", async () => {
  let found = 0, tried = 0;
  for (let n = 1; ; ++n) {
    const before = readFileSync(path);
    const { code, wasReached } = backUp(n, { kind: "lies" });
    if (!wasReached) break;
    const after = readFileSync(path);
    if (after.equals(before)) found += 1;
    tried += 1;
    if (code === 0 && !after.equals(before)) checks.that(`call ${n} left out: what was said to be made is whole`, made() !== "");
  }
  checks.that("control: a write that was left out is found by reading again", found > 0 && found < tried, `${found} of ${tried}`);
  const whole = readFileSync(path);
  const spoiled = Buffer.from(whole);
  spoiled[whole.length >> 1] ^= 1;
  writeFileSync(path, spoiled);
  checks.that("control: one byte that is another is told", program.refused("check-backup", path).code !== 0);
});

await program.end();
calls.end();
checks.finish();
