// What is remembered is lent (Db::remembered): where nothing can be remembered, inside a transaction or on an earlier
// day, the book is gone at the end of the statement that asked for it. Whoever keeps a pointer into it keeps the book.
export const title = "a book is kept as long as what points into it";

const pointer = /auto\s*[*&]\s*\w+\s*=[^;{}]*\b\w+_book\([^()]*\)\s*->/g;
const loop = /\bfor\s*\([^;(){}]*:[^;{}]*?\b\w+_book\([^()]*\)\s*->/g;

export function check(files) {
  return files.filter(({ path }) => /\.[ch]pp$/.test(path)).flatMap(({ path, text }) =>
    [...text.matchAll(pointer), ...text.matchAll(loop)].map(({ index }) =>
      `${path}:${text.slice(0, index).split("\n").length}: name the book first, then point into it`));
}

const one = (text) => [{ path: "src/a.cpp", text }];
export const good = [
  one("const auto book = term_book(db);\nconst auto* term = book->find(id);\n"),
  one("if (term_book(db)->find(id)) return;\n"),
  one("auto back = *term_book(db)->find(id);\n"),
];
export const bad = [
  one("const auto* term = id ? term_book(db)->find(*id) : nullptr;\n"),
  one("if (const auto* rule =\n        rule_book(context.db)->find(name)) fill(*rule);\n"),
  one("for (const auto& term : terms::term_book(db)->all()) show(term);\n"),
];
