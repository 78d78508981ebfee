// What is written in the source, and what it says to people.
import { isCpp, isTest, lineOf, read } from "./source.mjs";

export const title = "headers say what they are for, nothing is left to do, words are calm";

export function check(files) {
  return files.flatMap((file) => {
    const text = file.text, says = (at, what) => `${file.path}:${lineOf(text, at)}: ${what}`;
    return [...leftToDo(text, says), ...(isCpp(file.path) ? ofCpp(file.path, text, says) : [])];
  });
}

function leftToDo(text, says) {
  return [...text.matchAll(/\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/g)].map((found) =>
    says(found.index, `${found[0]}: do it, or write an issue`));
}

function ofCpp(path, text, says) {
  const { literals, comments } = read(text), problems = [];
  if (path.endsWith(".hpp") && !text.startsWith("#pragma once\n"))
    problems.push(says(0, "a header starts with #pragma once"));
  if (path.endsWith(".hpp") && !comments.length)
    problems.push(says(0, "a header says in a comment what it is for"));
  if (isTest(path)) return problems;
  for (const { start, end } of literals) {
    const word = /\b(please|successfully|oops|sorry)\b/i.exec(text.slice(start, end));
    if (word) problems.push(says(start + word.index, `"${word[0]}": say what is so, calmly`));
  }
  return problems;
}

export const good = [[{ path: "src/a.hpp", text: "#pragma once\n// What it is for.\nint please;\n" }]];
export const bad = [
  [{ path: "src/a.cpp", text: "// TO" + "DO: later\n" }],
  [{ path: "src/a.hpp", text: "// No guard.\n" }],
  [{ path: "src/a.hpp", text: "#pragma once\nint a = 1;\n" }],
  [{ path: "src/a.cpp", text: 'auto words = "Please sign in";\n' }],
];
