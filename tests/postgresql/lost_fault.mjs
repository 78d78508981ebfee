// PostgreSQL stops while the program serves: a clear page that keeps what was typed, nothing told
// "saved" that is not, and the next request works once the server is back. Needs a server of its own:
//   tests/postgresql/server.sh run node tests/postgresql/lost_fault.mjs
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Checks } from "../browser/checks.mjs";
import { Program, root } from "../browser/program.mjs";
import { Visitor, hiddenFields } from "../browser/visitor.mjs";

const folder = process.env.OPENMASA_TEST_SERVER;
const server = (what) => execFileSync(join(root, "tests/postgresql/server.sh"), [what, folder], { stdio: ["ignore", "ignore", "inherit"] });
const checks = new Checks("PostgreSQL is lost and comes back");
const program = new Program();

await checks.story("lost and found", async () => {
  program.run("init");
  program.run("import", "plan", join(root, "example/business-plan-2026-27.docx"), "--confirm");
  const link = program.add("unit@example.org", "Head of delivery", "business-unit");
  const action = JSON.parse(program.run("export", "actions", "--format", "json"))[0].id;
  await program.serve();
  const visitor = new Visitor(program.address);
  await visitor.welcome(link);
  const page = `/actions/${action}/evidence`;
  const fields = new URLSearchParams(hiddenFields(await (await visitor.get(page)).text(), page));
  fields.set("title", "Minutes of the board");
  fields.set("words", "Typed with care & kept: <b>");
  const send = () => visitor.ask(page, { method: "POST", body: fields, headers: { "sec-fetch-site": "same-origin" } });

  checks.that("control: while the server is there, the same page is well", (await visitor.get("/")).status === 200);
  server("stop");
  const lost = await visitor.get("/");
  checks.that("a page says so while the server is gone", lost.status === 503, String(lost.status));
  const words = await lost.text();
  checks.that("in words, not in the server's", words.includes("Not possible for a moment") && !/libpq|socket|PGSQL/i.test(words));
  checks.that("the page has its look all the same", (await visitor.get(/href="(\/assets\/openmasa[^"]*)"/.exec(words)[1])).status === 200);
  const refused = await send();
  checks.that("a form is not told saved", refused.status === 503, String(refused.status));
  checks.that("what was typed is on the page", (await refused.text()).includes("Typed with care &amp; kept: &lt;b&gt;"));
  const again = new Visitor(program.address);
  const sign_in = await again.ask("/sign-in", { method: "POST", body: new URLSearchParams({ email: "unit@example.org", password: "three unrelated words" }), headers: { "sec-fetch-site": "same-origin" } });
  checks.that("a password is never on it", !(await sign_in.text()).includes("unrelated"));

  server("again");
  const saved = await send();
  checks.that("the same form, sent again, is saved", saved.status === 303, String(saved.status));
  const twice = await send();
  checks.that("sent twice, it is led to where the first went", twice.status === 303 && twice.headers.get("location") === saved.headers.get("location"));
  const shown = await (await visitor.get(`/actions/${action}`)).text();
  checks.that("it is there once", shown.split("Minutes of the board</h3>").length === 2);
  const answers = await Promise.all(Array.from({ length: 24 }, () => visitor.get("/")));
  checks.that("every worker works again at once", answers.every((one) => one.status === 200), answers.map((one) => one.status).join(" "));

  for (let round = 0; round < 3; ++round) {
    server("stop");
    server("again");
    const first = await visitor.get(`/actions/${action}`);
    checks.that(`restarted ${round}: the first request already works`, first.status === 200, String(first.status));
  }
  checks.that("all of it is sound", program.run("verify").startsWith("Sound"));
});

await program.end();
checks.finish();
