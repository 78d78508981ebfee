// Who may include whom: kernel <- store, web <- core <- areas <- modules, command line. Inside an
// area a feature may include the area's own record at the area's root, never another feature
// (docs/decisions/0003). Each outside library stays behind the few files that need it.
import { isCpp, isTest, lineOf } from "./source.mjs";

export const title = "every include goes down the house";

/// Folder below src/ -> folders it may include. Areas (anything not named here) come below.
const floors = {
  kernel: ["kernel"],
  store: ["kernel", "store"],
  "web/http": ["kernel", "web/http"],
  "web/ui": ["kernel", "web/ui", "web/html.hpp"],
  web: ["kernel", "web"],
  core: ["kernel", "store", "web", "core"],
};
const below_areas = ["kernel", "store", "web", "core"];

/// Outside library -> the places that may name it.
const keepers = [
  [/^boost\/pfr/, ["src/store/query.hpp"]],
  [/^boost\/math\//, ["src/kernel/statistics/distributions.cpp"]],
  [/^boost\//, ["src/web/http/server.cpp", "src/web/http/server_inside.hpp", "src/web/http/server_sockets.cpp"]],
  [/^sqlite3\.h$/, ["src/store/sqlite/", "bench/handwritten.cpp"]],
  [/^libpq/, ["src/store/postgres/"]],
  [/^sodium/, ["src/core/access/secret.cpp", "src/core/audit/signing_key.cpp", "src/core/backup/sealed_file.cpp"]],
  [/^liboath/, ["src/core/accounts/one_time_code.cpp"]],
  [/^qrencode/, ["src/core/accounts/qr_code.cpp"]],
  [/^rapidjson\//, ["src/kernel/json", "src/core/exchange/", "src/core/history/content.cpp", "src/core/clocks/bank_holiday_list.cpp"], "tests too"],
  [/^(zip|zlib)\.h$/, ["src/core/exchange/", "src/core/backup/compression.cpp"], "tests too"],
  [/^pugixml/, ["src/core/exchange/"], "tests too"],
  [/^libxml\//, ["src/core/exchange/"]],
  [/^xlsxwriter/, ["src/core/exchange/"]],
  [/^CLI\//, ["src/command_line/words.cpp"]],
  [/^(gtest|gmock)\//, [], "tests too"],
];

export function check(files) {
  return files.filter((file) => isCpp(file.path)).flatMap((file) =>
    includesOf(file.text).flatMap(({ name, quoted, line }) => {
      const why = quoted ? whyNotOurs(file.path, name, files) : whyNotOutside(file.path, name);
      return why ? [`${file.path}:${line}: ${why}`] : [];
    }));
}

function includesOf(text) {
  return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm)]
    .map((found) => ({ name: found[2], quoted: found[1] === '"', line: lineOf(text, found.index) }));
}

function whyNotOutside(path, name) {
  for (const [library, places, tests] of keepers) {
    if (!library.test(name)) continue;
    if (places.some((place) => path.startsWith(place)) || (tests && isTest(path))) return "";
    return `<${name}> belongs behind ${places.join(", ") || "tests"}`;
  }
  return "";
}

function whyNotOurs(path, name, files) {
  for (const folder of ["tests", "bench"])
    if (path.startsWith(`${folder}/`) && files.some((file) => file.path === `${folder}/${name}`)) return "";
  if (name.includes("..") || !files.some((file) => file.path === `src/${name}`))
    return `"${name}" is not a path from src/`;
  if (!path.startsWith("src/")) return "";
  return may(path.slice(4), name) ? "" : `${path.slice(4)} may not include "${name}"`;
}

function may(from, to) {
  if (!from.includes("/") || from.startsWith("command_line/")) return true;
  const floor = Object.keys(floors).find((folder) => from.startsWith(`${folder}/`));
  if (floor) return floors[floor].some((folder) => to === folder || to.startsWith(`${folder}/`));
  const [area, feature, ...rest] = from.split("/");
  if (below_areas.some((folder) => to.startsWith(`${folder}/`))) return true;
  const [to_area, to_feature, ...to_rest] = to.split("/");
  if (area !== to_area) return false;
  return to_rest.length === 0 || (rest.length > 0 && feature === to_feature);
}

const at = (path, include, ...others) =>
  [{ path, text: `#include ${include}\n` }, ...others.map((other) => ({ path: other, text: "" }))];
export const good = [
  at("src/plan/actions/a.cpp", '"plan/plan.hpp"', "src/plan/plan.hpp"),
  at("src/plan/actions/a.cpp", '"plan/actions/b.hpp"', "src/plan/actions/b.hpp"),
  at("src/modules.cpp", '"plan/actions/b.hpp"', "src/plan/actions/b.hpp"),
  at("src/store/query.hpp", "<boost/pfr/core.hpp>"),
];
export const bad = [
  at("src/kernel/a.cpp", '"store/db.hpp"', "src/store/db.hpp"),
  at("src/store/a.cpp", '"web/html.hpp"', "src/web/html.hpp"),
  at("src/web/ui/a.cpp", '"web/pages/layout.hpp"', "src/web/pages/layout.hpp"),
  at("src/core/access/a.cpp", '"plan/plan.hpp"', "src/plan/plan.hpp"),
  at("src/plan/actions/a.cpp", '"plan/imports/b.hpp"', "src/plan/imports/b.hpp"),
  at("src/plan/plan.cpp", '"plan/imports/b.hpp"', "src/plan/imports/b.hpp"),
  at("src/plan/plan.cpp", '"meetings/meeting.hpp"', "src/meetings/meeting.hpp"),
  at("src/plan/plan.cpp", '"plan/gone.hpp"'),
  at("src/plan/plan.cpp", '"../core/b.hpp"', "src/core/b.hpp"),
  at("src/web/http/form.cpp", "<boost/beast.hpp>"),
  at("src/core/audit/audit.cpp", "<sqlite3.h>"),
  at("src/core/accounts/actions.cpp", "<sodium.h>"),
  at("src/plan/plan.cpp", "<gtest/gtest.h>"),
];
