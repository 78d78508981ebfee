// Drives the library failing_calls (failing_calls.cpp): what a program asks of the disk below one
// folder fails, is cut short, kills it, or is said to be done and is not, at the n-th call.
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { binary } from "../browser/program.mjs";

export const library = join(dirname(binary), "libfailing_calls.so");
const kinds = { fails: 1, half: 2, killed: 3, lies: 4 };
const errors = { EIO: 5, ENOSPC: 28 };

export class FailingCalls {
  /// `file` is how the two agree; it outlasts the program. Only what is asked of paths that begin with `below` counts.
  constructor(file, below) {
    this.file = file;
    writeFileSync(file, Buffer.alloc(32));
    this.agreement = openSync(file, "r+");
    this.environment = { LD_PRELOAD: library, FAILING_CALLS: file, FAILING_CALLS_BELOW: below };
  }
  #write(...numbers) {
    const bytes = Buffer.alloc(8 * numbers.length);
    numbers.forEach((number, at) => bytes.writeBigInt64LE(BigInt(number), 8 * at));
    writeSync(this.agreement, bytes, 0, bytes.length, 0);
  }
  /// From now on the n-th call: { kind: "fails" or "half", error: "EIO" or "ENOSPC" }, or { kind: "killed" or "lies" }.
  arm(n, { kind, error = "EIO" }) {
    writeFileSync(`${this.file}.log`, "");
    this.#write(n, 0, kinds[kind], errors[error]);
  }
  /// All is well again; the count goes on from nothing.
  disarm() {
    this.#write(0, 0, 0, 0);
  }
  /// How many calls there were.
  count() {
    const bytes = Buffer.alloc(8);
    readSync(this.agreement, bytes, 0, 8, 8);
    return Number(bytes.readBigInt64LE());
  }
  /// What was done, in its order: { what, path, to }.
  done() {
    const lines = readFileSync(`${this.file}.log`, "utf8").trimEnd().split("\n").filter(Boolean);
    return lines.map((line) => line.split("\t")).map(([what, path, to]) => ({ what, path, to }));
  }
  end() {
    closeSync(this.agreement);
  }
}

export const sayHow = ({ kind, error }) => (error ? `${kind} with ${error}` : kind);
