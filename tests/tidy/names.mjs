// A file is named by what it holds. These names hold anything.
export const title = "no file is a grab bag by its name";

const banned = new Set(["util", "utils", "utilities", "common", "helper", "helpers", "manager",
  "managers", "service", "services", "misc"]);

// "Service navigation" is what GOV.UK calls that component.
const components = /service_navigation/;

export function check(files) {
  return files.flatMap(({ path }) =>
    path.toLowerCase().replace(components, "").split(/[^a-z0-9]+/).filter((word) => banned.has(word))
      .map((word) => `${path}: "${word}" says nothing about what is in it`));
}

export const good = [[{ path: "src/kernel/text.hpp", text: "" }]];
export const bad = [
  [{ path: "src/kernel/text_util.hpp", text: "" }],
  [{ path: "src/core/common/text.hpp", text: "" }],
];
