// Drives a server with wrk: one thread beside the server on the same cores, 64 connections (or one).
import { spawn } from "node:child_process";
import { join } from "node:path";
import { addresses_file } from "./data.mjs";
import { cookie, root } from "./machine.mjs";

/// Pages a second, milliseconds for half (p50) and for 99 of 100 pages (p99), milliseconds of the
/// server's processor time for each, and the memory towards the end.
export async function load(server, { seconds, connections = 64 }) {
  const before = server.processorTime();
  const wrk = spawn("wrk", ["--threads", "1", "--connections", String(connections), "--duration", `${seconds}s`,
    "--timeout", "20s", "--latency", "--script", join(root, "bench/load.lua"), server.address], {
    env: { ...process.env, BENCH_COOKIE: cookie, BENCH_ADDRESSES: addresses_file },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "", memory;
  wrk.stdout.setEncoding("utf8").on("data", (more) => { said += more; });
  const look = setTimeout(() => { memory = server.memory(); }, seconds * 800);
  await new Promise((done) => wrk.on("close", done));
  clearTimeout(look);
  const answered = Number(/(\d+) requests in/.exec(said)?.[1]);
  return { ...figures(said, server), memory, processor: (server.processorTime() - before) / answered };
}

function figures(said, server) {
  const pages = /Requests\/sec:\s+([\d.]+)/.exec(said);
  const failed = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(said);
  if (!pages || failed) throw new Error(`wrk against ${server.name}: ${failed?.[0] ?? said}`);
  return { pages: Number(pages[1]), p50: time(/ 50%\s+(\S+)/.exec(said)[1]), p99: time(/ 99%\s+(\S+)/.exec(said)[1]) };
}

/// "914.69ms", "1.08s", "350.00us" in milliseconds.
function time(text) {
  const [, number, unit] = /([\d.]+)(us|ms|s|m)/.exec(text);
  return Number(number) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit];
}
