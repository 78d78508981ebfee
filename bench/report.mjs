// The figures as text: ratios first.
import { median } from "./machine.mjs";

const promised = [["openmasa", "handwritten", "written by hand", 0.6], ["openmasa", "django", "Django", 20],
  ["restricted", "handwritten", "written by hand, 20 records restricted from the reader", 0.6]];

/// What was promised: pages a second of the program against each of the others, as the median of
/// the ratios in each round.
export function targets({ load }) {
  return promised.map(([name, other, words, least]) => {
    const ratios = load[name].map(({ pages }, round) => pages / load[other][round].pages);
    return { words: `pages a second against ${words}`, least, ratio: median(ratios), lowest: Math.min(...ratios) };
  });
}

const middle = (rounds, figure) => median(rounds.map((round) => round[figure]));
const table = (head, rows) => [head, head.map((_, at) => (at ? "---:" : "---")), ...rows]
  .map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const ms = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(1));
const megabytes = (seen) => ["resident", "own"].map((kind) => Math.max(...seen.map((one) => one[kind])).toFixed(0)).join(" (") + ")";
const columns = ["openmasa", "handwritten", "django"];

export function speedReport(figures) {
  const { load, alone, cold, idle, size } = figures;
  const row = (words, value) => [words, ...columns.map(value)];
  const ratios = table(["OpenMASA against", "ratio", "lowest round", "at least"], targets(figures).map(
    ({ words, ratio, lowest, least }) => [words.replace("pages a second against ", ""), ratio.toFixed(2), lowest.toFixed(2), String(least)]));
  const measured = table(["", "OpenMASA", "written by hand", "Django, gunicorn, 2 workers"], [
    row("pages a second, 64 connections", (name) => middle(load[name], "pages").toFixed(0)),
    row("p50, ms", (name) => ms(middle(load[name], "p50"))),
    row("p99, ms", (name) => ms(middle(load[name], "p99"))),
    row("processor time for a page, ms", (name) => middle(load[name], "processor").toFixed(2)),
    row("p50 of one reader alone, ms", (name) => alone[name].p50.toFixed(2)),
    row("p99 of one reader alone, ms", (name) => alone[name].p99.toFixed(2)),
    row("memory idle, MB resident (its own)", (name) => megabytes([idle[name]])),
    row("memory under load, MB resident (its own)", (name) => megabytes(load[name].map(({ memory }) => memory))),
    row("cold start to the sign-in page, ms", (name) => (cold[name].first ? cold[name].first.toFixed(0) : "-")),
    row("cold start to the first list, ms", (name) => cold[name].list.toFixed(0)),
  ]);
  return `${ratios}\n\n${measured}\n\nThe page: ${(size / 1024).toFixed(1)} kB of HTML, 50 rows, on average of the 200 addresses.`;
}

export const buildReport = ({ clean, one_file }) => table(["building (g++, Release, no ccache)", "seconds"], [
  ["clean, the program without tests", clean.toFixed(0)],
  ["after a change in src/plan/actions/list_views.cpp", one_file.toFixed(1)],
]);
