// Turns files into what the program carries inside itself: the stylesheet and images (plain and
// gzipped, named by their content), and every migration in the order of its date.
//   node cmake/embed.mjs assets FOLDER       node cmake/embed.mjs migrations FOLDER FILE...
//   node cmake/embed.mjs checker FOLDER FILE      what checks a downloaded part of the audit log
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");

async function stylesheet() {
  const sass = await import("sass");
  const options = { style: "compressed", charset: false, loadPaths: [root, join(root, "node_modules")], quietDeps: true };
  const look = join(root, "src/web/look");
  return ["application.scss", "openmasa.css", "charts.css"].map((file) => sass.compile(join(look, file), options).css).join("\n");
}

function asset(path, type, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { path, type, content, zipped: gzipSync(content, { level: 9 }), hash };
}

async function assets(folder) {
  const image = (from) => readFileSync(join(root, from));
  const moj = "node_modules/@ministryofjustice/frontend/moj/assets/images";
  const list = [
    asset("openmasa.css", "text/css; charset=utf-8", Buffer.from(await stylesheet())),
    asset("mark.svg", "image/svg+xml", image("src/web/look/mark.svg")),
    asset("images/icon-tag-remove-cross.svg", "image/svg+xml", image(`${moj}/icon-tag-remove-cross.svg`)),
    asset("images/icon-tag-remove-cross-white.svg", "image/svg+xml", image(`${moj}/icon-tag-remove-cross-white.svg`)),
  ];
  mkdirSync(folder, { recursive: true });
  let assembly = '    .section .note.GNU-stack,"",@progbits\n    .section .rodata\n';
  let declarations = "", rows = "";
  list.forEach((one, at) => {
    for (const [kind, bytes] of [["plain", one.content], ["zipped", one.zipped]]) {
      const name = `openmasa_asset_${at}_${kind}`, file = join(folder, `${name}.bin`);
      writeFileSync(file, bytes);
      assembly += `    .global ${name}\n    .balign 16\n${name}:\n    .incbin "${file}"\n    .byte 0\n`;
      declarations += `extern "C" const char ${name}[];\n`;
    }
    const view = (kind, size) => `{openmasa_asset_${at}_${kind}, ${size}}`;
    rows += `    {"${one.path}", "${one.type}", "${one.hash}", ${view("plain", one.content.length)}, ${view("zipped", one.zipped.length)}},\n`;
  });
  writeFileSync(join(folder, "embedded_assets.S"), assembly);
  writeFileSync(join(folder, "embedded_assets.cpp"),
    `#include "web/pages/assets.hpp"\n${declarations}namespace openmasa::pages {\nnamespace {\nconst Asset assets[] = {\n${rows}};\n}\n` +
    `std::span<const Asset> embedded_assets() { return assets; }\n}\n`);
}

function migrations(folder, files) {
  files.sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const rows = files.map((file) => {
    const sql = readFileSync(file, "utf8");
    if (sql.includes(')sql"')) throw new Error(`${file} ends the literal it is carried in`);
    return `    {"${basename(file, ".sql")}", R"sql(${sql})sql"},\n`;
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "embedded_migrations.cpp"),
    `#include "store/migrations.hpp"\nnamespace openmasa::store {\nnamespace {\nconstexpr Migration migrations[] = {\n${rows.join("")}};\n}\n` +
    `std::span<const Migration> embedded_migrations() { return migrations; }\n}\n`);
}

function checker(folder, file) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "embedded_checker.cpp"),
    `#include "core/audit/inspection.hpp"\nnamespace openmasa::audit {\nstd::string_view checker_script() {\n    ` +
    `return R"script(${readFileSync(file, "utf8")})script";\n}\n}\n`);
}

const [kind, folder, ...files] = process.argv.slice(2);
if (kind === "assets") await assets(folder);
else if (kind === "checker") checker(folder, files[0]);
else migrations(folder, files);
