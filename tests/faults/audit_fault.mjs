// The audit log outside the program: checkpoints that partners keep find an old copy that was put
// back; an inspector's download passes the checker that comes with it, and a tampered one does not.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";

const checks = new Checks("the audit log");
const program = new Program();
const at = (name) => join(program.folder, name);

function isSound(...kept) {
  const words = ["verify", "--json", ...kept.flatMap((name) => ["--checkpoint", at(name)])];
  try {
    return JSON.parse(program.run(...words));
  } catch (error) {
    return JSON.parse(error.stdout);
  }
}

/// The files of a ZIP, by its central directory.
function unzip(path, folder) {
  const bytes = readFileSync(path), end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
  let place = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left; --left) {
    const [packed, names, extra, comment] = [bytes.readUInt32LE(place + 20), ...[28, 30, 32].map((n) => bytes.readUInt16LE(place + n))];
    const method = bytes.readUInt16LE(place + 10), local = bytes.readUInt32LE(place + 42);
    const name = bytes.toString("utf8", place + 46, place + 46 + names);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), method === 8 ? inflateRawSync(content) : content);
    place += 46 + names + extra + comment;
  }
}

const check = (folder, ...more) => spawnSync(process.execPath, ["check.mjs", ".", ...more], { cwd: folder, encoding: "utf8" });

await checks.story("checkpoints that are kept", async () => {
  program.run("init", "--partnership", "Example Partnership");
  checks.that("the key is for its own user alone", (statSync(at("audit.key")).mode & 0o777) === 0o600);
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const printed = program.run("checkpoint", "--out", at("first.txt"));
  checks.that("--out writes a file and says nothing", printed === "" && readFileSync(at("first.txt"), "utf8").startsWith("OpenMASA audit checkpoint 1\n"));
  const fingerprint = /fingerprint: ([0-9a-f ]+)/.exec(program.run("checkpoint", "--key"))[1];
  checks.that("the key has a fingerprint to read aloud", fingerprint.length === 39, fingerprint);
  checks.that("the log agrees with the checkpoint", isSound("first.txt").sound === true);
  program.keepCopy(at("old"));
  program.run("user", "add", "unit@example.org", "--name", "Head of delivery", "--role", "business-unit");
  program.run("checkpoint", "--out", at("second.txt"));
  const entries = isSound("first.txt", "second.txt");
  checks.that("and with the next one", entries.sound && entries.checkpoints >= 4, JSON.stringify(entries));

  program.keepCopy(at("now"));
  program.putBack(at("old"));
  checks.that("an old copy is sound by itself", isSound("first.txt").sound === true);
  const old = isSound("first.txt", "second.txt");
  checks.that("the newer checkpoint tells that it is old", !old.sound && old.faults.some((words) => words.includes("an old copy")), old.faults.join(" "));
  checks.that("and which entries are missing", old.audit_entries_at_fault.length === 1 && old.audit_entries_at_fault[0].last === entries.audit_entries, JSON.stringify(old.audit_entries_at_fault));
  program.run("user", "add", "other@example.org", "--name", "Somebody else", "--role", "lead-partner");
  program.run("user", "link", "other@example.org");
  const other = isSound("second.txt");
  checks.that("work that went on from an old copy is told, too", !other.sound, JSON.stringify(other));
  program.putBack(at("now"));
  checks.that("the true one is sound again", isSound("first.txt", "second.txt").sound === true);

  writeFileSync(at("forged.txt"), readFileSync(at("first.txt"), "utf8").replace(/entry: \d+/, "entry: 1"));
  const forged = program.refused("verify", "--checkpoint", at("forged.txt"));
  checks.that("a forged checkpoint is refused in a sentence", forged.code === 1 && forged.said.includes("changed after it was signed"), forged.said);
});

await checks.story("an inspector's download", async () => {
  const said = program.run("inspection", "--out", at("log.zip"));
  checks.that("it says how much is in it", /: \d+ entries with their proof/.test(said), said);
  const folder = at("log");
  unzip(at("log.zip"), folder);
  const sound = check(folder, "--checkpoint", at("first.txt"), "--checkpoint", at("second.txt"));
  checks.that("the checker needs nothing of ours and finds it sound", sound.status === 0 && sound.stdout.includes("Sound:"), sound.stdout + sound.stderr);
  checks.that("it says what it checked", /Checked \d{2,} entries, \d{2,} contents, [45] checkpoints/.test(sound.stdout), sound.stdout);
  checks.that("the chain holds no words of the plan", !readFileSync(join(folder, "chain.jsonl"), "utf8").includes("Vulnerable"));
  checks.that("the content does", readFileSync(join(folder, "content.jsonl"), "utf8").includes("Vulnerable"));

  const spoiled = (name, change) => {
    const path = join(folder, name), whole = readFileSync(path, "utf8");
    writeFileSync(path, change(whole));
    const { status } = check(folder, "--checkpoint", at("second.txt"));
    writeFileSync(path, whole);
    return status === 1;
  };
  const lines = (text) => text.trimEnd().split("\n"), joined = (all) => all.join("\n") + "\n";
  const count = lines(readFileSync(join(folder, "chain.jsonl"), "utf8")).length;
  let found = 0, tried = 0;
  const tamper = (name, change) => {
    tried += 1;
    found += spoiled(name, change) ? 1 : 0;
  };
  for (let number = 0; number < count; number += Math.ceil(count / 12)) {
    tamper("chain.jsonl", (text) => joined(lines(text).filter((_, line) => line !== number)));
    for (const key of ["at", "person", "from", "right", "verb", "kind", "record", "commitment", "seal"])
      tamper("chain.jsonl", (text) => joined(lines(text).map((line, place) =>
        place === number ? JSON.stringify({ ...JSON.parse(line), [key]: `${JSON.parse(line)[key]}1` }) : line)));
  }
  tamper("chain.jsonl", (text) => joined(lines(text).slice(0, -1)));
  tamper("chain.jsonl", (text) => joined(lines(text).map((line, place, all) => all[place === 2 ? 3 : place === 3 ? 2 : place])));
  for (let number = 0; number < 12; ++number)
    tamper("content.jsonl", (text) => joined(lines(text).map((line, place) =>
      place === number ? JSON.stringify({ ...JSON.parse(line), content: "{}" }) : line)));
  const checkpoint = `checkpoints/${/entry: (\d+)/.exec(readFileSync(at("first.txt"), "utf8"))[1].padStart(9, "0")}.txt`;
  tamper(checkpoint, (text) => text.replace(/sealed: ..../, "sealed: 0000"));
  tamper("public-key.txt", (text) => text.replace(/key: ..../, "key: 0000"));
  checks.that("each of its files, tampered with, is found out", found === tried && tried > 100, `${found} of ${tried}`);

  const { id } = JSON.parse(program.run("export", "actions", "--format", "json"))[0];
  program.run("inspection", "--out", at("one.zip"), "--record", `action/${id}`);
  unzip(at("one.zip"), at("one"));
  const contents = lines(readFileSync(join(at("one"), "content.jsonl"), "utf8")).map(JSON.parse);
  checks.that("one record's download has its content alone", contents.length > 0 && contents.every(({ record }) => record === id));
  checks.that("and checks", check(at("one")).status === 0);
  const slip = program.refused("inspection", "--out", at("none.zip"), "--record", "nothing");
  checks.that("a record that is none is refused in words", slip.code === 1 && slip.said.includes("KIND/ID"), slip.said);
  execFileSync(process.execPath, ["--check", join(folder, "check.mjs")]);
});

rmSync(at("log"), { recursive: true, force: true });
await program.end();
checks.finish();
