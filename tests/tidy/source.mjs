// The repository's own files, and C++ told apart into code, comments and literals.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/// Every file below the given folders, as {path, text}; the path is relative to the repository.
export function filesBelow(...folders) {
  return folders.flatMap((folder) => walk(join(root, folder))).map((file) => ({
    path: relative(root, file),
    get text() { return readFileSync(file, "utf8"); },
  }));
}

function walk(folder) {
  let entries = [];
  try { entries = readdirSync(folder, { withFileTypes: true }); } catch { return []; }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

export const isCpp = (path) => /\.(cpp|hpp)$/.test(path);
export const isTest = (path) => path.startsWith("tests/") || /_test\.(cpp|hpp)$|\/test_\w+\.hpp$/.test(path);
export const lineOf = (text, at) => text.slice(0, at).split("\n").length;

/// Reads C++: `code` is the text with comments and the inside of literals blanked (same length,
/// same lines), `literals` and `comments` are what was blanked, as {start, end, raw}.
export function read(text) {
  const code = text.split(""), literals = [], comments = [];
  const blank = (from, to) => {
    for (let at = from; at < to; ++at) if (code[at] !== "\n") code[at] = " ";
  };
  let at = 0;
  while (at < text.length) {
    const found = literalAt(text, at) ?? commentAt(text, at);
    if (!found) { ++at; continue; }
    (found.comment ? comments : literals).push(found);
    blank(found.comment ? found.start : found.start + 1, found.comment ? found.end : found.end - 1);
    at = found.end;
  }
  return { code: code.join(""), literals, comments };
}

function commentAt(text, at) {
  if (text.startsWith("//", at)) return { comment: true, start: at, end: orEnd(text, text.indexOf("\n", at)) };
  if (!text.startsWith("/*", at)) return undefined;
  return { comment: true, start: at, end: orEnd(text, text.indexOf("*/", at + 2), 2) };
}

function literalAt(text, at) {
  const c = text[at];
  if (c === "R" && text[at + 1] === '"' && !/\w/.test(text[at - 1] ?? "")) return rawAt(text, at);
  if (c !== '"' && c !== "'") return undefined;
  if (c === "'" && /[0-9a-fA-F]/.test(text[at - 1] ?? "") && /[0-9a-fA-F]/.test(text[at + 1] ?? "")) return undefined;
  let end = at + 1;
  while (end < text.length && text[end] !== c) end += text[end] === "\\" ? 2 : 1;
  return { start: at, end: Math.min(end + 1, text.length), raw: false };
}

function rawAt(text, at) {
  const open = text.indexOf("(", at);
  const close = `)${text.slice(at + 2, open)}"`;
  return { start: at, end: orEnd(text, text.indexOf(close, open), close.length), raw: true };
}

const orEnd = (text, found, more = 0) => (found < 0 ? text.length : found + more);
