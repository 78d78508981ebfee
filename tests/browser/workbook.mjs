// A workbook as somebody changes it in a spreadsheet: cells by the head of their column and the words of another
// column of their row.
import { readFileSync, writeFileSync } from "node:fs";
import JSZip from "jszip";

const sheet = "xl/worksheets/sheet1.xml";
const plain = (xml) => xml.replace(/<[^>]+>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const column = (cell) => /r="([A-Z]+)\d+"/.exec(cell)[1];

function rowsOf(xml) {
  return [...xml.matchAll(/<row [^>]*>.*?<\/row>/gs)].map(([row]) => ({
    row, cells: new Map([...row.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([cell]) => [column(cell), cell])),
  }));
}

/// Changes `changes`, each { row: [head, words], column: head, to: words }, and saves it beside the first.
export async function changeWorkbook(path, changes) {
  const zip = await JSZip.loadAsync(readFileSync(path));
  let xml = await zip.file(sheet).async("string");
  const [head, ...rows] = rowsOf(xml);
  const letters = new Map([...head.cells].map(([letter, cell]) => [plain(cell), letter]));
  for (const change of changes) {
    const [by, words] = change.row;
    const found = rows.find(({ cells }) => plain(cells.get(letters.get(by)) ?? "") === words);
    const letter = letters.get(change.column), number = /r="(\d+)"/.exec(found.row)[1];
    const made = `<c r="${letter}${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(change.to)}</t></is></c>`;
    const cell = found.cells.get(letter);
    const next = [...found.cells.keys()].find((one) => one.length > letter.length || (one.length === letter.length && one > letter));
    const after = cell ? found.row.replace(cell, () => made)
      : next ? found.row.replace(found.cells.get(next), (other) => made + other) : found.row.replace("</row>", () => `${made}</row>`);
    xml = xml.replace(found.row, () => after);
    found.row = after;
    found.cells.set(letter, made);
  }
  zip.file(sheet, xml);
  const saved = path.replace(/(\.\w+)$/, "-changed$1");
  writeFileSync(saved, await zip.generateAsync({ type: "nodebuffer" }));
  return saved;
}
