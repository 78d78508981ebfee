// A real browser: Debian's Chromium, driven by playwright-core.
import { chromium } from "playwright-core";
import { password } from "./program.mjs";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

export async function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
}

/// A fresh visitor. Scripts are off unless a check needs them: the product must not.
export async function visitor(browser, address, options = {}) {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false, viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15000);
  const page = await context.newPage();
  clicksEndWithTheirPage(page);
  return page;
}

const taught = new WeakSet();

/// A click that leads to a page is over when that page was read to its end. By itself it is over at the answer's first
/// byte: what a check counts right after it would then depend on how much of the page had come.
function clicksEndWithTheirPage(page) {
  const locators = Object.getPrototypeOf(page.locator("body"));
  if (taught.has(locators)) return;
  taught.add(locators);
  const { click } = locators;
  locators.click = async function (options) {
    await click.call(this, options);
    await this.page().waitForLoadState("load");
  };
}

/// Opens the one-time link and chooses a password, as a person does.
export async function welcome(page, link) {
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("The same password again").fill(password);
  await page.getByRole("button", { name: "Save the password and sign in" }).click();
}

export async function signIn(page, email, word = password) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(word);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signOut(page) {
  await page.getByRole("button", { name: "Sign out" }).first().click();
}

/// The example partnership's business plan that runs, at its actions: it is one of several plans.
export async function openBusinessPlan(page) {
  await page.goto("/plans");
  await page.getByRole("link", { name: "Business plan 2026 to 2027" }).click();
}
