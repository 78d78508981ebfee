// The three servers, each started with a port of its own on 127.0.0.1 and stopped by its own
// process id.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { database, restricted_database } from "./data.mjs";
import { cookie, out, root, today, wait } from "./machine.mjs";

const program = (folder, port, records) => [join(folder, "openmasa"), "serve", "--database", `sqlite:${records}`,
  "--listen", `127.0.0.1:${port}`, "--today", today];
const commands = {
  openmasa: (folder, port) => program(folder, port, database),
  restricted: (folder, port) => program(folder, port, restricted_database),
  handwritten: (folder, port) => [join(folder, "handwritten"), database, String(port), today],
  django: (folder, port) => ["/usr/bin/gunicorn", "--workers", "2", "--bind", `127.0.0.1:${port}`,
    "--chdir", join(root, "bench/django"), "--log-level", "warning", "wsgi:application"],
};
const environment = { ...process.env, BENCH_DATABASE: database, BENCH_TODAY: today,
  BENCH_SECRET_KEY: "only-for-the-benchmark", PYTHONPYCACHEPREFIX: join(out, "python") };

export class Server {
  constructor(name, folder) {
    this.name = name;
    this.folder = folder;
  }

  /// Resolves as soon as it answers `path`; gives how many milliseconds that took.
  async start(path) {
    this.port = await freePort();
    this.address = `http://127.0.0.1:${this.port}`;
    const [program, ...words] = commands[this.name](this.folder, this.port);
    this.began = performance.now();
    this.child = spawn(program, words, { env: environment, stdio: ["ignore", "ignore", "inherit"] });
    this.ended = new Promise((done) => this.child.once("exit", done));
    return await this.answers(path);
  }

  /// Asks until it answers 200; milliseconds since the start.
  async answers(path) {
    while (performance.now() - this.began < 30_000) {
      if ((await this.get(path).catch(() => ({}))).status === 200) return performance.now() - this.began;
      if (this.child.exitCode !== null) throw new Error(`${this.name} ended with ${this.child.exitCode}`);
      await wait(0);
    }
    throw new Error(`${this.name} does not answer ${path}`);
  }

  /// As the reader who is signed in; whoever asks for the page to sign in is not.
  get(path) {
    const headers = path === "/sign-in" ? {} : { Cookie: cookie };
    return new Promise((done, fail) => {
      const asked = request(`${this.address}${path}`, { headers, agent: false }, (answer) => {
        let body = "";
        answer.setEncoding("utf8").on("data", (more) => { body += more; });
        answer.on("end", () => done({ status: answer.statusCode, body }));
      });
      asked.on("error", fail).end();
    });
  }

  /// Megabytes, its workers' included: resident (VmRSS), and of these its own (RssAnon), without the
  /// files that are mapped.
  memory() {
    const states = this.#processes().map((pid) => readFileSync(`/proc/${pid}/status`, "utf8"));
    const megabytes = (name) => states.reduce((sum, state) => sum + Number(new RegExp(`${name}:\\s+(\\d+)`).exec(state)[1]), 0) / 1024;
    return { resident: megabytes("VmRSS"), own: megabytes("RssAnon") };
  }

  /// Milliseconds of processor time so far, its workers' included.
  processorTime() {
    return this.#processes().reduce((sum, pid) => {
      const [user, system] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13);
      return sum + (Number(user) + Number(system)) * 10; // a hundred ticks a second on Linux
    }, 0);
  }

  #processes() {
    const children = readFileSync(`/proc/${this.child.pid}/task/${this.child.pid}/children`, "utf8");
    return [this.child.pid, ...children.trim().split(" ").filter(Boolean)];
  }

  async stop() {
    if (!this.child) return;
    this.child.kill("SIGTERM");
    await Promise.race([this.ended, wait(12_000).then(() => this.child.kill("SIGKILL"))]);
    await this.ended;
    this.child = undefined;
  }
}

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
