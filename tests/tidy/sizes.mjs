// How long functions, files and lines are. Targets for functions are a median under 10 lines and a
// p90 under 25; the limits are what no reader should have to bear.
import { functionsOf } from "./functions.mjs";
import { isCpp, isTest, read } from "./source.mjs";

export const title = "functions, files and lines are short";

const longest_function = 60, longest_file = 400, longest_line = 100;
const is_code = /\.(cpp|hpp|mjs|sql|cmake|py)$|^bin\//;

// What the program's speed is measured against: one page in one file, as the measure asks.
const one_file_by_design = "bench/handwritten.cpp";

export function check(files) {
  return files.filter((file) => is_code.test(file.path) && file.path !== one_file_by_design).flatMap((file) => {
    const text = file.text, lines = text.split("\n").length - 1;
    const problems = lines > longest_file ? [`${file.path}: ${lines} lines (at most ${longest_file})`] : [];
    return isCpp(file.path) ? [...problems, ...longFunctions(file.path, text), ...longLines(file.path, text)]
      : problems;
  });
}

function longFunctions(path, text) {
  return functionsOf(text).filter(({ lines }) => lines > longest_function).map(({ name, line, lines }) =>
    `${path}:${line}: ${name}() takes ${lines} lines (at most ${longest_function})`);
}

/// Markup and SQL in a raw literal may be longer, and so may a line that holds one sentence for
/// people and nothing else: broken up, it could not be searched for.
function longLines(path, text) {
  const bare = withoutRawLiterals(text).split("\n");
  return text.split("\n").flatMap((line, index) => {
    const long = [...line].length > longest_line && [...bare[index]].length > longest_line;
    const one_sentence = /^[\s({]*(return )?(\w+\()?(\{?\d+, )?"(?:[^"\\]|\\.)*"[^"\w]*$/.test(line);
    return long && !one_sentence ? [`${path}:${index + 1}: ${[...line].length} characters (at most ${longest_line})`] : [];
  });
}

function withoutRawLiterals(text) {
  let left = text;
  for (const { start, end, raw } of read(text).literals.reverse())
    if (raw) left = left.slice(0, start) + left.slice(start, end).replace(/[^\n]/g, "") + left.slice(end);
  return left;
}

/// What is printed beside the verdict: how long functions are outside tests.
export function measure(files) {
  const lengths = files.filter(({ path }) => isCpp(path) && !isTest(path))
    .flatMap((file) => functionsOf(file.text).map(({ lines }) => lines)).sort((a, b) => a - b);
  const part = (share) => lengths[Math.floor(lengths.length * share)] ?? 0;
  return `${lengths.length} functions: median ${part(0.5)} lines, p90 ${part(0.9)}, longest ${lengths.at(-1) ?? 0}`;
}

const cpp = (text) => [{ path: "src/a.cpp", text }];
const long_body = (lines) => "{\n" + "    ++a;\n".repeat(lines - 2) + "}\n";
const long_words = "x".repeat(120);
export const good = [
  cpp(`void f() ${long_body(60)}`),
  cpp(`namespace a {\n${"int b;\n".repeat(80)}}\n`),
  cpp(`constexpr Row rows[] = ${long_body(90)};\n`),
  cpp(`constexpr Query<Row(int)> q{"a.b", R"sql(\n${"SELECT\n".repeat(80)})sql"};\n`),
  cpp(`auto a = R"(${long_words})";\n`),
  cpp(`        "${long_words}"},\n`),
];
export const bad = [
  cpp(`void f() ${long_body(61)}`),
  cpp(`namespace a {\nstruct B {\n    B(int a) : a_{a}, b_(a) ${long_body(61)}};\n}\n`),
  cpp(`struct B {\n    auto operator<=>(const B&) const noexcept ${long_body(61)}};\n`),
  cpp(`template<class T> requires(sizeof(T) > 1) auto f(T a) -> std::vector<T> ${long_body(61)}`),
  cpp(`void f() {\n    g("}", '}'); // }\n${"    ++a;\n".repeat(58)}}\n`),
  cpp("int a;\n".repeat(401)),
  cpp(`int a = ${long_words};\n`),
  cpp(`auto a = f("${"x".repeat(80)}", "${"x".repeat(40)}");\n`),
];
