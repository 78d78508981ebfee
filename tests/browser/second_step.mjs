// The second step as a telephone does it: RFC 6238 with SHA-1, six digits, thirty seconds.
import { createHmac } from "node:crypto";
import { now, password } from "./program.mjs";
import { hiddenFields } from "./visitor.mjs";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The code of a moment, for the key as the page says it.
export function codeOf(key, at = now()) {
  const bits = [...key.replace(/\s/g, "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const digest = createHmac("sha1", bytes).update(counter).digest();
  const start = digest.at(-1) & 15;
  return String((digest.readUInt32BE(start) & 0x7fffffff) % 1000000).padStart(6, "0");
}

/// For somebody who has just signed in: turns it on through the pages; gives the key and the codes
/// to recover with.
export async function turnOnSecondStep(page) {
  await page.goto("/account/two-step");
  await page.getByRole("button", { name: "Set up the second step" }).click();
  if (new URL(page.url()).pathname === "/account/prove") {
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Set up the second step" }).click();
  }
  const key = await page.locator(".om-key-words").textContent();
  await page.getByLabel("Code", { exact: true }).fill(codeOf(key));
  await page.getByRole("button", { name: "Turn on the second step" }).click();
  return { key, codes: await page.locator(".om-codes li").allTextContents() };
}

/// The same for a Visitor, who sends forms without a window.
export async function turnOnSecondStepByForms(visitor) {
  const page = "/account/two-step";
  const begun = await visitor.post(page, page, {});
  if (begun.headers.get("location") !== page) throw new Error(`the second step was not begun: ${begun.status}`);
  const html = await (await visitor.get(page)).text();
  const key = /class="om-key-words">([^<]*)</.exec(html)[1];
  const body = new URLSearchParams({ ...hiddenFields(html, `${page}/confirm`), code: codeOf(key) });
  const confirmed = await visitor.ask(`${page}/confirm`, { method: "POST", body });
  if (!(await confirmed.text()).includes("om-codes")) throw new Error(`the second step was not turned on: ${confirmed.status}`);
}
