// Finds the functions of a C++ file and how many lines each takes, from its first word to its last
// brace. Lambdas count as part of the function they stand in.
import { lineOf, read } from "./source.mjs";

const scope = /^(?:inline )?(namespace|struct|class|union|extern|enum)\b/;
const body_words = /\b(const|noexcept|override|final|mutable|try)$/;

/// [{name, line, lines}], in the file's order.
export function functionsOf(text) {
  const code = withoutDirectives(read(text).code), found = [];
  let head_start = 0, at = 0;
  while (at < code.length) {
    const c = code[at];
    if (c === ";" || c === "}") head_start = at + 1;
    if (c === "{") {
      const head = code.slice(head_start, at), kind = kindOf(head), end = matching(code, at);
      if (kind === "function") found.push(describe(code, head_start, head, end));
      if (kind === "function") head_start = end + 1;
      if (kind === "scope") { head_start = at + 1; ++at; continue; }
      at = end; // an initialiser's braces belong to the statement around it
    }
    ++at;
  }
  return found;
}

/// What the brace after `head` opens: a scope to look into, a function, or an initialiser.
function kindOf(head) {
  const words = plain(head);
  if (scope.test(words)) return "scope";
  if (!words.includes("(") || words.endsWith("=") || isMemberInitialiser(words)) return "initialiser";
  return /[\w>]$/.test(words) && !body_words.test(words) && !words.includes("->") && !/\)\s*requires\b/.test(words)
    ? "initialiser" : "function";
}

/// Foo::Foo(int a) : a_{a}, b_(b) { }   the brace after "a_" is no body
function isMemberInitialiser(words) {
  return /\)( noexcept)? ?:[^:]/.test(words.replaceAll("::", "  ")) && /[\w>]$/.test(words);
}

/// The head on one line, without template lists, access words and attributes.
function plain(head) {
  let words = head.replace(/\s+/g, " ").replace(/operator ?(<=>|<<=?|>>=?|<=?|>=?|->)/g, "operator");
  for (let before = ""; before !== words;) {
    before = words;
    words = words.replace(/(\w|:|\btemplate ?)<[^<>]*>/g, "$1");
  }
  return words.replace(/\b(public|private|protected):(?!:)/g, "").replace(/\[\[[^\]]*\]\]/g, "")
    .replace(/\btemplate ?(?=[A-Za-z])/g, "").replace(/\btemplate\b/g, "").trim();
}

function describe(code, head_start, head, end) {
  const start = head_start + (head.length - head.trimStart().length);
  const line = lineOf(code, start);
  return { name: /([~\w:]+)\s*\(/.exec(plain(head))?.[1] ?? "?", line, lines: lineOf(code, end) - line + 1 };
}

function matching(code, open) {
  let depth = 0;
  for (let at = open; at < code.length; ++at) {
    if (code[at] === "{") ++depth;
    if (code[at] === "}" && --depth === 0) return at;
  }
  return code.length - 1;
}

function withoutDirectives(code) {
  return code.replace(/^[ \t]*#(?:[^\n\\]|\\[\s\S])*/gm, (text) => text.replace(/[^\n]/g, " "));
}
