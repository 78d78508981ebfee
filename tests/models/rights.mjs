// Who may what, decided once more, from the words of the rules and not from the program's text.
// Reads cases with the program's decisions, a line of JSON each; says how many it decides
// otherwise.
//   node tests/models/rights.mjs CASES
import { readFileSync } from "node:fs";

const everybody = ["anyone", "own_account", "read_plan", "read_agencies", "read_figures"];
const keeper = ["give_accounts", "edit_settings", "read_audit", "read_rights"];
const partner = [...everybody, "restrict_records", "break_glass"];
/// What a role allows anywhere, and what only for the agency, group or seat that it is held for.
const roles = {
  administrator: { anywhere: [...everybody, ...keeper, "administer"] },
  business_unit: {
    anywhere: [...partner, ...keeper, "update_action", "edit_plan", "review_priority", "import_plan", "edit_agencies", "keep_clocks", "share_views",
      "keep_recommendations", "decide_recommendation", "answer_recommendation", "judge_recommendation", "load_figures"],
  },
  delegated_partner: { anywhere: [...partner, "decide_recommendation", "judge_recommendation"] },
  lead_partner: { anywhere: [...partner, "decide_recommendation"] },
  scrutineer: { anywhere: [...everybody, "judge_recommendation"] },
  group_chair: { anywhere: everybody, there: ["update_action", "answer_recommendation", "review_priority"] },
  group_member: { anywhere: everybody, there: ["update_action", "answer_recommendation"] },
  agency_lead: { anywhere: everybody, there: ["update_action", "answer_recommendation"] },
  analyst: { anywhere: [...everybody, "load_figures"] },
  practitioner: { anywhere: everybody },
  auditor: { anywhere: [...everybody, "read_audit", "read_rights"] },
};

/// What a role can lend on a single record, if it allows it at all.
const onOneRecord = ["read_plan", "update_action", "answer_recommendation"];
const number = (id) => Number(id);
const idOf = (n) => String(n).padStart(26, "0");

/// Owners 3 and 4 are seats in the groups 0 and 1; a role within a seat is held within its group.
const heldWithin = (within) => (within === "" ? [] : number(within) >= 3 ? [within, idOf(number(within) - 3)] : [within]);
/// Records 2n + 1 and 2n + 2 hang on n.
function hangsOn(record, top) {
  if (record === top) return true;
  return number(record) > 0 && hangsOn(idOf(Math.floor((number(record) - 1) / 2)), top);
}
const allows = (role, permission) => [...roles[role].anywhere, ...(roles[role].there ?? [])].includes(permission);

function may({ holdings, permission, owner }) {
  return holdings.some(([role, within, on]) => on === "" && (
    roles[role].anywhere.includes(permission) ||
    (heldWithin(within).includes(owner) && (roles[role].there ?? []).includes(permission))));
}
function mayThere(one) {
  return may(one) || one.holdings.some(([role, , on]) =>
    on !== "" && onOneRecord.includes(one.permission) && allows(role, one.permission) && hangsOn(one.record, on));
}
const single = ({ holdings }) => holdings.length > 0 && holdings.every(([, , on]) => on !== "");
const reads = (one) => !single(one) || one.holdings.some(([, , on]) => hangsOn(one.record, on));

function sees({ names, person, holdings, now, glass_until }) {
  const mine = new Set([`p ${person}`, ...holdings.flatMap(([, within]) => heldWithin(within)).map((owner) => `o ${owner}`)]);
  if (person === "") return "hidden";
  const lists = { allowed: [], denied: [] };
  for (const [kind, id, denied] of names) lists[denied ? "denied" : "allowed"].push(`${kind} ${id}`);
  if (lists.denied.some((name) => mine.has(name))) return "hidden";
  if (lists.allowed.some((name) => mine.has(name))) return "named";
  return glass_until > now ? "broken_glass" : "hidden";
}

const cases = readFileSync(process.argv[2], "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const decided = (one) => [may(one), mayThere(one), single(one), reads(one), sees(one)].join(" ");
const said = (one) => [one.may, one.may_there, one.single, one.reads, one.sees].join(" ");
const different = cases.filter((one) => decided(one) !== said(one));
for (const one of different.slice(0, 3))
  console.log(`model: ${decided(one)}, program: ${JSON.stringify(one)}`);
console.log(`${cases.length} cases, ${different.length} decided otherwise`);
process.exit(different.length === 0 ? 0 : 1);
