// The pictures of a plan of 500 actions, one reader alone: milliseconds of the server's processor time for each.
import { median } from "./machine.mjs";

/// What each may take at the most; the timeline draws every action.
export const most = { timeline: 25, year: 10, board: 10 };

/// Of each picture the median of several rounds over 40 plans.
export async function pictures(server, addresses, rounds) {
  const plans = addresses.slice(0, 40).map((path) => path.split("?")[0].replace(/\/actions$/, ""));
  const figures = {};
  for (const name of Object.keys(most)) figures[name] = median(await inRounds(server, plans.map((plan) => `${plan}/${name}`), rounds));
  return figures;
}

async function inRounds(server, paths, rounds) {
  const taken = [];
  for (let round = 0; round < rounds; ++round) {
    const before = server.processorTime();
    for (const path of paths) {
      const { status } = await server.get(path);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    }
    taken.push((server.processorTime() - before) / paths.length);
  }
  return taken;
}

export const picturesReport = (figures) => `Pictures of a plan of 500 actions, milliseconds of processor time: ${Object.keys(most).map((name) => `${name} ${figures[name].toFixed(1)} (at most ${most[name]})`).join(", ")}.`;

export const pictureTargets = (figures) => Object.keys(most).map((name) => (
  { words: `${name}, milliseconds wanted of those it took`, ratio: most[name] / figures[name], least: 1 }));
