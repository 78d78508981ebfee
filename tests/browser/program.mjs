// Starts the built program on a database of its own, and stops it by its own process id. With
// OPENMASA_TEST_DATABASE (tests/postgresql/server.sh) that is a schema on that server, else a file.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const binary = process.env.OPENMASA_BINARY ?? join(root, "build/release/openmasa");
/// Every journey is on this day, whenever it is run.
export const today = process.env.OPENMASA_TODAY ?? "2026-11-21";
const away = Date.parse(today) - Math.floor(Date.now() / 86400000) * 86400000;
/// Now, as the program has it: milliseconds.
export const now = () => Date.now() + away;
export const password = "three unrelated words";

const server = process.env.OPENMASA_TEST_DATABASE;
let schemas = 0;
function onServer() {
  const schema = `journey_${process.pid}_${++schemas}`;
  execFileSync("psql", ["--quiet", server, "-c", `CREATE SCHEMA ${schema}`]);
  return schema;
}

/// The links of the example's people, by what they are called, from what `init --example` printed.
export function linksOf(printed) {
  const found = printed.matchAll(/^ {2}(\S.*)\n\s+http:\/\/[^/]+(\/welcome\/\S+)/gm);
  return new Map([...found].map(([, name, link]) => [name, link]));
}

export class Program {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "openmasa-journey-"));
    this.environment = { ...process.env, OPENMASA_DATA: this.folder, OPENMASA_TODAY: today };
    this.schema = server ? onServer() : "";
    this.database = server ? `${server}&options=-csearch_path%3D${this.schema}` : `sqlite:${join(this.folder, "journey.db")}`;
  }

  /// Runs a command on this database; gives what it printed. Throws when it does not succeed.
  run(...words) {
    try {
      return execFileSync(binary, [...words, "--database", this.database], {
        encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: this.environment,
      });
    } catch (error) {
      error.stack = `${error.message}\n${error.stdout}`; // what it found wrong is told there
      throw error;
    }
  }

  /// The same for a command that should be refused: its exit code and what it said.
  refused(...words) {
    try {
      this.run(...words);
      return { code: 0, said: "" };
    } catch (error) {
      return { code: error.status, said: String(error.stderr) };
    }
  }

  /// All records as they are now, to be put back: the file, or what pg_dump says of the schema.
  keepCopy(path) {
    if (this.schema) execFileSync("pg_dump", [server, `--schema=${this.schema}`, `--file=${path}`]);
    else copyFileSync(this.database.slice("sqlite:".length), path);
  }

  /// Behind the program's back, as somebody would who has the file or the server.
  putBack(path) {
    if (!this.schema) return copyFileSync(path, this.database.slice("sqlite:".length));
    const quiet = ["--quiet", "--set=ON_ERROR_STOP=1", server];
    execFileSync("psql", [...quiet, "-c", `DROP SCHEMA ${this.schema} CASCADE`], { stdio: ["ignore", "ignore", "ignore"] });
    execFileSync("psql", [...quiet, "-f", path], { stdio: ["ignore", "ignore", "inherit"] });
  }

  /// A person with an account; gives the path of the one-time link.
  add(email, name, role, ...more) {
    const { link } = JSON.parse(this.run("user", "add", email, "--name", name, "--role", role, "--json", ...more));
    return new URL(link).pathname;
  }

  /// Serves on a free port unless told which; resolves once it answers.
  async serve(...options) {
    if (!options.includes("--listen")) options.unshift("--listen", "127.0.0.1:0");
    this.child = spawn(binary, ["serve", "--database", this.database, ...options], {
      stdio: ["ignore", "pipe", "inherit"], env: this.environment,
    });
    this.address = await new Promise((done, fail) => {
      let said = "";
      this.child.stdout.on("data", (bytes) => {
        said += bytes;
        const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (found) done(found[0]);
      });
      this.child.on("exit", (code) => fail(new Error(`the program ended with ${code} before it served`)));
    });
    return this.address;
  }

  async stop(signal = "SIGTERM") {
    if (!this.child) return;
    const isOver = () => this.child.exitCode !== null || this.child.signalCode !== null;
    const gone = new Promise((done) => this.child.once("exit", done));
    this.child.kill(signal);
    if (!isOver()) await gone;
    this.child = undefined;
  }

  async end() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
