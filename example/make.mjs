// Makes the example partnership's plans as Word files of the kind that partnerships publish: an
// owner row inside the table, blank cells for "the objective above", "cont." rows, a heading split
// from its text, bullets in rows of their own, several dates in a cell, seasons, and cells without a
// date. The words are ours; offices are named, never people.
//   node example/make.mjs
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BorderStyle, Document, HeadingLevel, Packer, PageOrientation, Paragraph, ShadingType, Table, TableCell,
  TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import { other_plans } from "./other-plans.mjs";
import * as older from "./plan-2022.mjs";
import * as newer from "./plan.mjs";

const widths = [4200, 6700, 1900, 1900];
const grey = { type: ShadingType.CLEAR, color: "auto", fill: "E7EDEE" };
const line = { style: BorderStyle.SINGLE, size: 4, color: "7B868E" };

/// "• words" becomes an item of one of Word's own lists, "**words**" bold.
function paragraph(text) {
  const is_bullet = text.startsWith("• "), words = is_bullet ? text.slice(2) : text;
  const runs = words.split("**").map((part, at) => new TextRun({ text: part, bold: at % 2 === 1 }));
  return new Paragraph({ children: runs, spacing: { after: 60 }, ...(is_bullet ? { bullet: { level: 0 } } : {}) });
}

function cell(lines, width, more = {}) {
  const texts = [lines ?? ""].flat();
  return new TableCell({ children: texts.map(paragraph), width: { size: width, type: WidthType.DXA }, ...more });
}

function row(cells, more = {}) {
  return new TableRow({ children: cells, cantSplit: true, ...more });
}

function headerRow(columns) {
  const words = ["**Objective**", "**Action**", "**Target date**", ""].slice(0, columns);
  return row(words.map((text, at) => cell(text, widths[at], { shading: grey })));
}

function table(section) {
  const columns = section.owner ? 4 : 3, rows = [];
  if (section.owner)
    rows.push(row(["**Owner:**", section.owner, "**Chair:**", section.chair].map((text, at) => cell(text, widths[at]))));
  rows.push(headerRow(columns));
  for (const [objective, action, date] of section.rows)
    rows.push(objective === "HEADER" ? headerRow(columns)
      : row([objective, action, date, ""].slice(0, columns).map((text, at) => cell(text, widths[at]))));
  const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
  return new Table({ rows, borders, columnWidths: widths.slice(0, columns), layout: TableLayoutType.FIXED });
}

const heading = (text, level) => new Paragraph({ text, heading: level, spacing: { before: 240, after: 120 } });

function chapter(section) {
  const difference = section.difference.length === 0 ? [] : [
    heading("What difference will we see?", HeadingLevel.HEADING_4),
    ...section.difference.map((text) => paragraph(`• ${text}`)),
  ];
  return [heading(section.name, HeadingLevel.HEADING_2), ...difference, table(section), paragraph("")];
}

/// What stands above the chapters; `contents` is a list of them, as older plans had it.
function opening(front, sections, contents) {
  return [
    paragraph(`**${front.partnership}**`),
    heading(front.title, HeadingLevel.HEADING_1),
    paragraph(`**${front.edition}**`),
    ...(contents ? ["Table of contents", "Introduction", ...sections.map(({ name }) => name)].map(paragraph) : []),
    ...front.introduction.map(paragraph),
    heading("Delivery plan", HeadingLevel.HEADING_1),
  ];
}

async function write(file, { front, sections }, contents = false) {
  const size = { orientation: PageOrientation.LANDSCAPE };
  const document = new Document({
    title: front.title, creator: "The OpenMASA authors", description: "An example: made up, in the shape of a real one.",
    styles: { default: { document: { run: { font: "Arial", size: 20 } } } },
    sections: [{ properties: { page: { size, margin: { top: 900, bottom: 900, left: 900, right: 900 } } },
      children: [...opening(front, sections, contents), ...sections.flatMap(chapter)] }],
  });
  const path = join(dirname(fileURLToPath(import.meta.url)), file);
  writeFileSync(path, await Packer.toBuffer(document));
  console.log(path);
}

await write("business-plan-2026-27.docx", newer);
await write("business-plan-2022-23.docx", older, true);
for (const plan of other_plans) await write(plan.file, plan);
