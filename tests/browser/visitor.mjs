// Somebody without a browser window: requests, cookies and forms, nothing else.
import { password } from "./program.mjs";

export class Visitor {
  constructor(address) {
    this.address = address;
    this.cookies = new Map();
  }

  async get(path) {
    return this.ask(path, {});
  }

  /// Posts a form with the hidden fields of the page it stands on.
  async post(page, path, fields, headers = {}) {
    const body = new URLSearchParams(hiddenFields(await (await this.get(page)).text(), path));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.ask(path, { method: "POST", body, headers });
  }

  /// The same with a file, as a form that has one is sent.
  async attach(path, fields, file, name = "file.txt") {
    const form = new FormData();
    const hidden = hiddenFields(await (await this.get(path)).text(), path);
    for (const [field, value] of Object.entries({ ...hidden, ...fields })) form.set(field, value);
    if (file) form.set("file", file, name);
    return this.ask(path, { method: "POST", body: form });
  }

  async ask(path, options) {
    const headers = { ...options.headers, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const response = await fetch(this.address + path, { ...options, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(";")[0].split("=");
      this.cookies.set(name, value);
    }
    return response;
  }

  /// Opens the one-time link, chooses a password, and is signed in.
  async welcome(link) {
    const answer = await this.post(link, link, { password, again: password });
    if (answer.status !== 303) throw new Error(`the link answered ${answer.status}`);
  }
}

/// The hidden fields of the form that is sent to `path`, or of the last form on the page.
export function hiddenFields(html, path) {
  const forms = html.split("<form").slice(1).map((text) => text.split("</form>")[0]);
  const form = forms.find((text) => text.includes(`action="${path}"`)) ?? forms.at(-1) ?? "";
  const fields = {};
  for (const [tag] of form.matchAll(/<input type="hidden"[^>]*>/g))
    fields[/name="([^"]*)"/.exec(tag)[1]] = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
  return fields;
}
