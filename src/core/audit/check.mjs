// Checks a part of an OpenMASA audit log that was downloaded with its proof. It needs Node 18 or
// newer and nothing else; it knows nothing of the program that wrote the files.
//   node check.mjs                                 in the folder with the files
//   node check.mjs FOLDER --checkpoint FILE ...    with checkpoints that somebody has kept
// Exit code: 0 all is as it was written, 1 something is not, 2 the files cannot be read.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const groups = (digits) => digits.replace(/(.{4})(?=.)/g, "$1 ");

function readArguments(words) {
  const kept = [];
  let folder = ".";
  for (let at = 0; at < words.length; ++at) {
    if (words[at] === "--checkpoint") kept.push(words[++at]);
    else folder = words[at];
  }
  return { folder, kept };
}

async function* linesOf(path) {
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity }))
    if (line) yield JSON.parse(line);
}

/// Every field of the entry bound to the seal before it. Entries from before the right was kept have
/// none, and are sealed without it.
function sealOf(before, e) {
  const right = e.right === "" ? [] : [e.right];
  return sha256([before, e.sequence, e.at, e.person, e.from, ...right, e.verb, e.kind, e.record, e.version,
    e.commitment].join("\n"));
}

/// "seal: 7f3a 09c1" gives { seal: "7f3a09c1" }.
function readCheckpoint(path) {
  const text = readFileSync(path, "utf8").replace(/\r/g, ""), start = text.indexOf("OpenMASA audit checkpoint 1");
  if (start < 0) throw new Error(`${path} is no checkpoint`);
  const value = (name) => (new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? "").trim();
  const hex = (name) => value(name).replace(/ /g, "");
  return { path, sequence: Number(value("entry")), entries: Number(value("entries")), made: value("made"),
    seal: hex("sealed"), key: hex("key"), signature: hex("signature") };
}

function isSigned(c) {
  const text = `OpenMASA audit checkpoint 1\nentry: ${c.sequence}\nentries: ${c.entries}\nsealed: ${groups(c.seal)}\n` +
    `made: ${c.made}\nkey: ${groups(c.key)}\n`;
  try {
    // An Ed25519 public key as SubjectPublicKeyInfo (RFC 8410): twelve fixed bytes, then the key.
    const der = Buffer.from(`302a300506032b6570032100${c.key}`, "hex");
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return verify(null, Buffer.from(text), key, Buffer.from(c.signature, "hex"));
  } catch {
    return false;
  }
}

function checkpointsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort().map((name) => readCheckpoint(join(folder, name)));
}

/// Goes through the chain once; keeps only what checkpoints and contents ask for.
async function checkChain(path, wanted, faults) {
  const found = new Map();
  let before = { sequence: 0, seal: "" };
  for await (const entry of linesOf(path)) {
    if (entry.sequence !== before.sequence + 1)
      faults.push(`entry ${entry.sequence} follows entry ${before.sequence}`);
    if (sealOf(before.seal, entry) !== entry.seal)
      faults.push(`entry ${entry.sequence}: its seal does not fit; it, or the one before it, was changed`);
    if (wanted.has(entry.sequence)) found.set(entry.sequence, entry);
    before = entry;
  }
  return { found, last: before.sequence };
}

function checkContent(content, entry, faults) {
  const place = `entry ${content.sequence}: version ${content.version} of ${content.kind} ${content.record}`;
  if (!entry || entry.kind !== content.kind || entry.record !== content.record || entry.version !== content.version)
    faults.push(`${place} is not what the entry is about`);
  else if (sha256(`${content.salt}\n${content.content}`) !== entry.commitment)
    faults.push(`${place} is not what was committed to`);
}

function checkCheckpoint(c, chain, key, faults) {
  const entry = chain.found.get(c.sequence);
  if (!isSigned(c)) faults.push(`${c.path}: the signature does not fit`);
  else if (c.key !== key) faults.push(`${c.path}: signed with another key than public-key.txt`);
  else if (!entry) faults.push(`${c.path}: entry ${c.sequence} is missing; the log ends with ${chain.last}`);
  else if (entry.seal !== c.seal) faults.push(`${c.path}: entry ${c.sequence} does not bear the seal that was signed`);
}

async function main() {
  const { folder, kept } = readArguments(process.argv.slice(2));
  const key = /key: ([0-9a-f]{64})/.exec(readFileSync(join(folder, "public-key.txt"), "utf8"))?.[1] ?? "";
  const checkpoints = [...checkpointsIn(join(folder, "checkpoints")), ...kept.map(readCheckpoint)];
  const contents = [], faults = [];
  const wanted = new Set(checkpoints.map(({ sequence }) => sequence));
  for await (const content of linesOf(join(folder, "content.jsonl"))) {
    contents.push(content);
    wanted.add(content.sequence);
  }
  const chain = await checkChain(join(folder, "chain.jsonl"), wanted, faults);
  for (const content of contents) checkContent(content, chain.found.get(content.sequence), faults);
  for (const checkpoint of checkpoints) checkCheckpoint(checkpoint, chain, key, faults);

  for (const fault of faults) console.log(`FAULT: ${fault}`);
  console.log(`Checked ${chain.last} entries, ${contents.length} contents, ${checkpoints.length} checkpoints.`);
  console.log(`Key: ${groups(sha256(key).slice(0, 32))}  (ask each partner whether this is the key they know)`);
  console.log(faults.length ? `Not sound: ${faults.length} faults.` : "Sound: all is as it was written.");
  process.exit(faults.length ? 1 : 0);
}

main().catch((error) => {
  console.log(`The files cannot be read: ${error.message}`);
  process.exit(2);
});
