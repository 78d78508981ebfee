// The write-ahead log: it stays small while people work, however long the program runs; and when it
// cannot be read, one page says so and the program goes on. The control: it did grow in between, so
// that a log that only grew would be seen.
import { existsSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";
import { Visitor } from "../browser/visitor.mjs";

const checks = new Checks("the write-ahead log");
const program = new Program();

await checks.story("the log", async () => {
  program.run("init");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  const [{ id }] = JSON.parse(program.run("export", "actions", "--format", "json"));
  await program.serve();
  const visitor = new Visitor(program.address);
  await visitor.welcome(link);
  const path = `/actions/${id}/evidence`, log = `${program.database.slice("sqlite:".length)}-wal`;

  let largest = 0;
  for (let number = 0; number < 250; ++number) {
    const { status } = await visitor.post(path, path, { title: `piece ${number}`, words: "x".repeat(4000) });
    if (status !== 303) throw new Error(`answered ${status}`);
    largest = Math.max(largest, statSync(log).size);
  }
  // 250 pieces are some 23 MB of log; it is begun anew every 4 MB or so.
  checks.that("the log is begun anew while the program serves", largest < 8 << 20, `${(largest / 2 ** 20).toFixed(1)} MB`);

  checks.that("control: it grew in between", largest > 1 << 20, `${(largest / 2 ** 20).toFixed(1)} MB`);

  truncateSync(log, 32);
  const page = await visitor.get("/plans").catch((error) => ({ status: `no answer: ${error.cause?.code}` }));
  checks.that("a log that cannot be read is answered, or read past", [200, 303, 500].includes(page.status), String(page.status));
  const help = await visitor.get("/help").catch(() => ({ status: "no answer" }));
  checks.that("the program goes on", help.status < 600 && program.child.exitCode === null, String(help.status));
  checks.that("the log is there", existsSync(log));
});

await program.end();
checks.finish();
