// A restart while people read and save: with a listening socket that outlives the process (as
// systemd hands it over) no request fails and nothing is lost. The control: the same restart with a
// socket of the program's own, where requests do fail.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, binary, root } from "../browser/program.mjs";
import { Visitor } from "../browser/visitor.mjs";

const restarts = Number(process.env.RESTARTS ?? 4);
const people = 6;
const checks = new Checks("a restart under way");
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// Saves and reads until told to stop; keeps what was acknowledged and what failed.
async function work(visitor, action, seen) {
  const path = `/actions/${action}/evidence`;
  for (let number = 0; !seen.over; ++number) {
    const title = `${visitor.name}-${number}`;
    try {
      const { status } = await visitor.post(path, path, { title, words: "said during a restart" });
      if (status === 303) seen.saved.push({ action, title });
      else seen.failed.push(`answered ${status}`);
    } catch (error) {
      seen.failed.push(error.cause?.code ?? String(error));
      await wait(20);
    }
    seen.asked += 1;
  }
}

/// Runs people against `address` while `restart` is called again and again.
async function underLoad(address, cookies, actions, restart) {
  const seen = { saved: [], failed: [], asked: 0, over: false };
  const working = Array.from({ length: people }, (_, at) => {
    const visitor = new Visitor(address);
    visitor.cookies = new Map(cookies);
    visitor.name = `${Math.round(performance.now())}-${at}`;
    return work(visitor, actions[at], seen);
  });
  for (let round = 0; round < restarts; ++round) {
    await wait(200);
    await restart();
  }
  await wait(200);
  seen.over = true;
  await Promise.all(working);
  return seen;
}

/// Holds a listening socket and starts the program behind it again whenever it has ended, as systemd
/// does; says each one's process id.
const keeper = 'while [ ! -e "$0/over" ]; do sh -c \'LISTEN_PID=$$ LISTEN_FDS=1; export LISTEN_PID LISTEN_FDS; exec "$@"\' program "$@" & echo "pid $!"; wait; done';

class Kept {
  constructor(program) {
    this.program = program;
  }
  async start() {
    const listener = createServer();
    listener.listen(0, "127.0.0.1");
    await once(listener, "listening");
    this.address = `http://127.0.0.1:${listener.address().port}`;
    const command = [binary, "serve", "--database", this.program.database];
    this.child = spawn("sh", ["-c", keeper, this.program.folder, ...command], { stdio: ["ignore", "pipe", "inherit", listener._handle.fd], env: this.program.environment });
    this.child.stdout.setEncoding("utf8");
    listener.close(); // the keeper has its own copy; nobody else may answer
    await this.served();
  }
  async served() {
    for (let said = ""; !said.includes("serves"); ) {
      const [words] = await once(this.child.stdout, "data");
      said += words;
      this.pid = Number(/pid (\d+)/.exec(said)?.[1] ?? this.pid);
    }
  }
  async restart() {
    const again = this.served();
    process.kill(this.pid, "SIGTERM");
    await again;
  }
  async end() {
    writeFileSync(join(this.program.folder, "over"), "");
    process.kill(this.pid, "SIGTERM");
    if (this.child.exitCode === null) await once(this.child, "exit");
  }
}

await checks.story("restarts", async () => {
  const program = new Program();
  program.run("init");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  const actions = JSON.parse(program.run("export", "actions", "--format", "json")).map((action) => action.id);

  await program.serve();
  const first = new Visitor(program.address);
  await first.welcome(link);
  const port = new URL(program.address).port;
  const own = await underLoad(program.address, first.cookies, actions, async () => {
    await program.stop();
    await program.serve("--listen", `127.0.0.1:${port}`);
  });
  checks.that("with a socket of its own requests fail, so the check can tell", own.failed.length > 0);
  await program.stop();

  const kept = new Kept(program);
  await kept.start();
  const handed = await underLoad(kept.address, first.cookies, actions, () => kept.restart());
  checks.that(`none of ${handed.asked} saves failed in ${restarts} restarts`, handed.failed.length === 0, handed.failed.join(" "));
  checks.that("people went on saving", handed.saved.length > people * restarts, String(handed.saved.length));

  first.address = kept.address;
  const pages = new Map();
  for (const action of actions.slice(0, people)) pages.set(action, await (await first.get(`/actions/${action}`)).text());
  const lost = handed.saved.filter(({ action, title }) => !pages.get(action).includes(title));
  checks.that("every save that was acknowledged is there", lost.length === 0, lost.map((one) => one.title).join(" "));
  await kept.end();
  await program.end();
});

checks.finish();
