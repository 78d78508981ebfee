// Which units may be compiled as one, because none of them defines a name of its own that another one uses:
//     node cmake/together.mjs MOST FOLDERS FILE...     one line each: the number of its batch, and the file
// FOLDERS, with ":" between them, are where #include "..." looks. A name of one's own is what stands at the
// beginning of a line inside a namespace: clang-format leaves nothing else there.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [most, folders, ...files] = process.argv.slice(2);

const declaration = [
  /^(?:template<.*> )?(?:struct|class|enum class|enum|union) (\w+)/,
  /^using (\w+) =/,
  /^ {4}(\w+)\{"/, // of a query whose type took the line before
];
const noDeclaration = /^(?:TEST|INSTANTIATE|MATCHER|using [\w:]+;|namespace )/;

function ownNames(text) {
  const names = new Set();
  let depth = 0;
  for (const line of text.split("\n")) {
    if (/^namespace.*\{$/.test(line)) depth += 1;
    else if (line.startsWith("} // namespace")) depth -= 1;
    else if (depth > 0 && !noDeclaration.test(line)) {
      const name = nameIn(line);
      if (name) names.add(name);
    }
  }
  return names;
}

function nameIn(line) {
  for (const pattern of declaration) {
    const found = pattern.exec(line);
    if (found) return found[1];
  }
  if (!/^[A-Za-z]/.test(line)) return undefined;
  return /([A-Za-z_]\w*)(?:\(|\{| =|\[|;|$)/.exec(line.replace(/<[^()]*>/g, ""))?.[1];
}

/// Names that are looked up: not members, not what a namespace is named for.
function addWords(words, text) {
  const code = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/\/\/.*$/gm, "");
  for (const found of code.matchAll(/(?<![\w.:>])(\w+)/g)) words.add(found[1]);
}

/// Of a unit and of the headers that it names.
function wordsOf(file, text) {
  const words = new Set();
  addWords(words, text);
  for (const [, header] of text.matchAll(/#include "(.*)"/g)) {
    const found = [...folders.split(":"), dirname(file)].map((folder) => join(folder, header)).find(existsSync);
    if (found) addWords(words, readFileSync(found, "utf8"));
  }
  return words;
}

const apart = (names, words) => [...names].every((name) => !words.has(name));
const addAll = (set, more) => more.forEach((one) => set.add(one));

const batches = [];
for (const file of [...files].sort()) {
  const text = readFileSync(file, "utf8");
  const names = ownNames(text);
  const words = wordsOf(file, text);
  const fits = (batch) => batch.files.length < Number(most) && apart(names, batch.words) && apart(batch.names, words);
  let batch = batches.find(fits);
  if (!batch) batches.push((batch = { files: [], names: new Set(), words: new Set() }));
  batch.files.push(file);
  addAll(batch.names, names);
  addAll(batch.words, words);
}
batches.forEach((batch, number) => batch.files.forEach((file) => console.log(`${number} ${file}`)));
