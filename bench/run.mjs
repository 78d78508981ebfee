// What bin/bench does once everything is built: node bench/run.mjs speed|plans|partnership|recommendations|figures|build|all FOLDER
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildTimes } from "./build_times.mjs";
import { prepare } from "./data.mjs";
import { figureLoads, figurePages, figurePagesReport, figurePageTargets, figuresReport, figureTargets } from "./figures.mjs";
import { load } from "./load.mjs";
import { machine, median, out } from "./machine.mjs";
import { partnershipPages, partnershipReport, partnershipTargets } from "./partnership.mjs";
import { planPages, plansReport, planTargets } from "./plans.mjs";
import { pictures, picturesReport, pictureTargets } from "./pictures.mjs";
import { changeOfAll, changeReport, changeTargets, recommendationPages, recommendationsReport, recommendationTargets } from "./recommendations.mjs";
import { buildReport, speedReport, targets } from "./report.mjs";
import { longest, most_memory, rowsOut } from "./rows_out.mjs";
import { differences, furtherAddresses } from "./same.mjs";
import { least, saves } from "./saves.mjs";
import { Server } from "./servers.mjs";

const [what, folder] = process.argv.slice(2);
const seconds = Number(process.env.BENCH_SECONDS ?? 4), rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const names = ["openmasa", "handwritten", "django"];
const open = [];

async function started(name, path) {
  const server = new Server(name, folder);
  open.push(server);
  await server.start(path);
  return server;
}

/// Each in turn, over and over, so that a machine that grows slower does so for all of them.
async function interleaved(servers, options) {
  const measured = Object.fromEntries(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; ++round)
    for (const server of servers) {
      const figures = await load(server, options);
      measured[server.name].push(figures);
      console.log(`  ${server.name}: ${figures.pages.toFixed(0)} pages a second`);
    }
  return measured;
}

/// Milliseconds from the start of the process to its first pages, ten times.
async function coldStarts(name, list) {
  const first = [], listed = [];
  for (let at = 0; at < 10; ++at) {
    const server = new Server(name, folder);
    open.push(server);
    if (name === "openmasa") first.push(await server.start("/sign-in"));
    listed.push(first.length ? await server.answers(list) : await server.start(list));
    await server.stop();
  }
  return { first: first.length ? median(first) : undefined, list: median(listed) };
}

async function comparePages(servers, addresses) {
  const asked = [...addresses.slice(0, 40), ...furtherAddresses(addresses)];
  for (const other of servers.slice(1)) {
    const { found, equal_bytes } = await differences(servers[0], other, asked);
    for (const line of found.slice(0, 5)) console.log(`  not the same: ${line}`);
    if (found.length) throw new Error(`${found.length} of ${asked.length} pages of ${other.name} are not the program's`);
    console.log(`  ${other.name}: ${asked.length} pages show the same, ${equal_bytes} byte for byte`);
  }
}

async function measureSpeed() {
  const addresses = prepare(folder), figures = { cold: {}, idle: {}, size: 0 };
  console.log("Cold starts");
  for (const name of names) figures.cold[name] = await coldStarts(name, addresses[0]);
  const servers = [];
  for (const name of names) servers.push(await started(name, addresses[0]));
  for (const server of servers) figures.idle[server.name] = server.memory();
  console.log("The three pages");
  await comparePages(servers, addresses);
  for (const path of addresses) figures.size += Buffer.byteLength((await servers[0].get(path)).body) / addresses.length;
  servers.splice(1, 0, await started("restricted", addresses[0]));
  console.log(`Under load, ${rounds} rounds of ${seconds} seconds each`);
  for (const server of servers) await load(server, { seconds: 2 });
  figures.load = await interleaved(servers, { seconds });
  console.log("One reader alone");
  figures.alone = {};
  for (const server of servers) figures.alone[server.name] = await load(server, { seconds: 3, connections: 1 });
  console.log("The pictures of a plan");
  figures.pictures = await pictures(servers[0], addresses, rounds);
  return figures;
}

async function main() {
  const reports = [], wanted = [];
  if (what === "plans" || what === "all") {
    const figures = planPages(folder);
    reports.push(plansReport(figures));
    wanted.push(...planTargets(figures));
  }
  if (what === "partnership" || what === "all") {
    const pages = partnershipPages(folder);
    reports.push(partnershipReport(pages));
    wanted.push(...partnershipTargets(pages));
  }
  if (what === "recommendations" || what === "all") {
    const pages = recommendationPages(folder);
    const change = changeOfAll(folder);
    reports.push(recommendationsReport(pages), changeReport(change));
    wanted.push(...recommendationTargets(pages), ...changeTargets(change));
  }
  if (what === "figures" || what === "all") {
    console.log("Loading figures");
    const loads = figureLoads(folder, rounds);
    if (loads) reports.push(figuresReport(loads)), wanted.push(...figureTargets(loads));
    const pages = figurePages(folder);
    reports.push(figurePagesReport(pages)), wanted.push(...figurePageTargets(pages));
  }
  if (what === "speed" || what === "all") {
    const figures = await measureSpeed();
    reports.push(speedReport(figures), picturesReport(figures.pictures));
    console.log("Saves, 64 people at once");
    const saved = saves(folder, rounds, seconds);
    reports.push(`Durable, audited saves, 64 people at once, each read again: ${saved.middle.toFixed(0)} a second (lowest round ${saved.lowest.toFixed(0)}); at least ${least}.`);
    console.log("A spreadsheet of 50,000 rows");
    const sheet = rowsOut(folder, rounds);
    reports.push(`XLSX of 50,000 actions: ${sheet.seconds.toFixed(2)} s, at most ${longest}; ${sheet.memory.toFixed(1)} MB more at its peak than 1,000 rows take, at most ${most_memory}.`);
    wanted.push(...targets(figures), ...pictureTargets(figures.pictures), { words: "XLSX, seconds wanted of those it took", ratio: longest / sheet.seconds, least: 1 },
      { words: "XLSX, memory wanted of what it took", ratio: most_memory / Math.max(sheet.memory, 0.1), least: 1 }, { words: "saves a second, of what is wanted", ratio: saved.middle / least, least: 1 });
  }
  const missed = wanted.filter((target) => target.ratio < target.least);
  if (what === "build" || what === "all") reports.push(buildReport(buildTimes()));
  const about = Object.values(machine()).join("; ");
  const report = [...reports, `${about}.`, ""].join("\n\n");
  writeFileSync(join(out, "last.md"), report);
  console.log(`\n${report}`);
  for (const { words, ratio, least } of missed) console.log(`Missed: ${words} is ${ratio.toFixed(2)}, at least ${least} is wanted.`);
  process.exitCode = missed.length ? 1 : 0;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => { for (const server of open) server.child?.kill("SIGTERM"); process.exit(130); });
try {
  await main();
} catch (error) {
  console.error(String(error.message ?? error));
  process.exitCode = 1;
} finally {
  for (const server of open) await server.stop();
}
