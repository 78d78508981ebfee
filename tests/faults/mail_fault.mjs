// Mails and a real SMTP server that refuses, puts off, breaks off and goes away: nothing is lost,
// nothing is sent twice without need, and no mail tells what is in a record. The control: a count
// that takes a mail that never came for one that did would be noticed.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { Checks } from "../browser/checks.mjs";
import { Program } from "../browser/program.mjs";
import { turnOnSecondStepByForms } from "../browser/second_step.mjs";
import { Visitor } from "../browser/visitor.mjs";

const checks = new Checks("mail by SMTP");
const program = new Program();
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// A certificate for 127.0.0.1 that nobody but this test trusts.
function certificate() {
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(program.folder, name));
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert], { stdio: "ignore" });
  return { file: cert, key: readFileSync(key), cert: readFileSync(cert) };
}

/// A mail server that behaves as `manners` says at the moment.
class MailServer {
  constructor(tls) {
    this.mails = [];
    this.sessions = 0;
    this.manners = {};
    this.tls = tls;
  }
  async start(port = 0) {
    this.server = new SMTPServer({
      key: this.tls.key,
      cert: this.tls.cert,
      authOptional: false,
      onConnect: (session, done) => { this.sessions += 1; done(); },
      onAuth: (auth, session, done) => done(auth.username === "masa" && auth.password === "secret word" ? null : new Error("no"), { user: "masa" }),
      onRcptTo: (address, session, done) => {
        const code = this.manners.recipient?.(address.address);
        done(code ? Object.assign(new Error("refused"), { responseCode: code }) : null);
      },
      onData: (stream, session, done) => this.take(stream, session, done),
    });
    this.server.on("error", () => {});
    await new Promise((done) => this.server.listen(port, "127.0.0.1", done));
    this.port = this.server.server.address().port;
  }
  take(stream, session, done) {
    const pieces = [];
    stream.on("data", (piece) => pieces.push(piece));
    stream.on("end", () => {
      const text = Buffer.concat(pieces).toString();
      const mail = { to: session.envelope.rcptTo[0].address, secure: session.secure, text, id: /^Message-ID: <(.*)>/m.exec(text)?.[1] };
      const manner = this.manners.content?.(mail);
      if (manner === "break") return this.server.connections.forEach((one) => one._socket.destroy());
      this.mails.push(mail);
      if (manner === "take and break") return this.server.connections.forEach((one) => one._socket.destroy());
      done();
    });
  }
  stop() {
    return new Promise((done) => {
      this.server.connections.forEach((one) => one._socket.destroy());
      this.server.close(done);
    });
  }
  to(address) {
    return this.mails.filter((mail) => mail.to === address);
  }
}

const tls = certificate();
const post = new MailServer(tls);

/// Choosing a password tells its owner by a mail of its own, at once.
async function choosePassword(email, name, role = "business-unit") {
  const visitor = new Visitor(program.address);
  await visitor.welcome(program.add(email, name, role));
  return visitor;
}
async function until(what, seconds = 15) {
  for (let tries = 0; tries < seconds * 10; ++tries) {
    if (await what()) return true;
    await wait(100);
  }
  return false;
}
async function serve() {
  Object.assign(program.environment, {
    OPENMASA_SMTP: `smtp://127.0.0.1:${post.port}`, OPENMASA_SMTP_CA: tls.file, OPENMASA_SMTP_USER: "masa",
    OPENMASA_SMTP_PASSWORD: "secret word", OPENMASA_MAIL_FROM: "masa@example.org", OPENMASA_ADDRESS: "https://masa.example.org",
  });
  await program.serve();
}
const outbox = async (visitor) => (await visitor.get("/outbox")).text();

await checks.story("mail", async () => {
  program.run("init", "--partnership", "Example Safeguarding Children Partnership");

  // Without a mail server mails are made, kept and shown.
  await program.serve();
  const unit = await choosePassword("unit@example.org", "Head of delivery", "administrator");
  await turnOnSecondStepByForms(unit); // nothing else opens to an administrator
  checks.that("without a server the outbox says so and shows the mail",
    await until(async () => { const page = await outbox(unit); return page.includes("No mail server is set") && page.includes("unit@example.org"); }));
  await program.stop();

  // With one they go out by themselves, encrypted.
  await post.start();
  await serve();
  unit.address = program.address;
  checks.that("the mail that waited arrives", await until(() => post.to("unit@example.org").length === 1));
  const mail = post.mails[0];
  checks.that("it came over TLS", mail?.secure === true);
  checks.that("it says what and where, and no name", /account was changed/.test(mail?.text) && /https:\/\/masa\.example\.org\/account/.test(mail?.text) && !/Head of delivery/.test(mail?.text), mail?.text);
  checks.that("it comes from the partnership", /^From: "?Example Safeguarding Children Partnership"? <masa@example\.org>/m.test(mail?.text), mail?.text);
  checks.that("the outbox says that it was sent", await until(async () => (await outbox(unit)).includes("Sent: 1")));

  // An address that is refused: given up, shown, tried again by hand.
  post.manners = { recipient: (address) => (address.startsWith("gone@") ? 550 : 0) };
  await choosePassword("gone@example.org", "Somebody");
  checks.that("a refused address is shown as not sent", await until(async () => /Not sent: 1[\s\S]*refused the address \(550\)/.test(await outbox(unit))));
  post.manners = {};
  const dead = /href="(\/outbox\/[a-z0-9]+)">gone@example\.org/.exec(await outbox(unit))[1];
  const again = await unit.post(dead, `${dead}/again`, {});
  checks.that("it can be tried again", again.status === 303, String(again.status));
  checks.that("and then arrives", await until(() => post.to("gone@example.org").length === 1));

  // Put off: it waits its minute; others are not held up.
  post.manners = { recipient: (address) => (address.startsWith("later@") ? 451 : 0) };
  await choosePassword("later@example.org", "Somebody else");
  checks.that("a mail that is put off waits", await until(async () => /put the address off \(451\)/.test(await outbox(unit))));
  await choosePassword("other@example.org", "Another");
  checks.that("others are not held up by it", await until(() => post.to("other@example.org").length === 1));

  // The connection breaks when the server has taken the mail, but not said so.
  post.manners = { content: (one) => (one.to.startsWith("broken@") && post.to("broken@example.org").length === 0 ? "take and break" : "") };
  await choosePassword("broken@example.org", "Somebody broken");
  checks.that("a connection lost mid-way is told", await until(async () => (await outbox(unit)).includes("The connection broke")));
  post.manners = {};

  // The server goes away: mails wait, and go out by themselves when it is back.
  const port = post.port;
  await post.stop();
  const people = ["first", "second", "third"];
  for (const name of people) await choosePassword(`${name}@example.org`, `Office ${name}`);
  checks.that("the outbox says that the server is away", await until(async () => (await outbox(unit)).includes("do not get through")));
  checks.that("no mail was given up", !(await outbox(unit)).includes("Not sent"));
  await program.stop("SIGKILL");
  await post.start(port);
  await serve();
  unit.address = program.address;
  checks.that("all arrive when it is back, and the one that was cut off", await until(() =>
    [...people, "later"].every((name) => post.to(`${name}@example.org`).length > 0) && post.to("broken@example.org").length > 1, 100));
  for (const name of people) checks.that(`${name} came once`, post.to(`${name}@example.org`).length === 1);
  const broken = post.to("broken@example.org");
  checks.that("the mail that was cut off came again under the same message id", broken.length === 2 && broken[0].id === broken[1].id, JSON.stringify(broken.map((one) => one.id)));
  const ids = new Set(post.mails.map((one) => one.id));
  checks.that("every other mail came once", post.mails.length === ids.size + 1, `${post.mails.length} mails, ${ids.size} ids`);
  checks.that("control: a mail that was never written is missed", post.to("nobody@example.org").length === 0);
});

await program.end();
await post.stop().catch(() => {});
checks.finish();
