// A mail server on this machine that keeps what it is given: what people find in their mail.
import { createServer } from "node:net";

const text_of = (letter) => letter.slice(letter.indexOf("\r\n\r\n") + 4).replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

export class Mailbox {
  constructor() {
    this.mails = [];
  }

  /// The address to give to the program as OPENMASA_SMTP.
  async open() {
    this.server = createServer((socket) => this.talk(socket));
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    return `smtp://127.0.0.1:${this.server.address().port}`;
  }

  talk(socket) {
    let received = "", letter = null, to = "";
    const say = (line) => socket.write(`${line}\r\n`);
    socket.on("error", () => {});
    say("220 mailbox");
    socket.on("data", (bytes) => {
      received += bytes.toString("latin1");
      for (let end; (end = received.indexOf("\r\n")) >= 0;) {
        const line = received.slice(0, end);
        received = received.slice(end + 2);
        if (letter !== null) {
          if (line !== ".") { letter += `${line.replace(/^\.\./, ".")}\r\n`; continue; }
          this.mails.push({ to, text: text_of(letter) });
          letter = null;
          say("250 kept");
        } else if (/^QUIT/i.test(line)) { say("221 bye"); socket.end(); }
        else if (/^DATA/i.test(line)) { letter = ""; say("354 go on"); }
        else {
          if (/^RCPT/i.test(line)) to = /<(.*)>/.exec(line)[1];
          say("250 yes");
        }
      }
    });
  }

  /// The newest mail to that address, once there are `number` of them.
  async wait(to, number = 1) {
    for (let tries = 0; tries < 80; ++tries) {
      const found = this.mails.filter((mail) => mail.to === to);
      if (found.length >= number) return found.at(-1).text;
      await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`no mail for ${to}`);
  }

  close() {
    this.server.close();
  }
}
