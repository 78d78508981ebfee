// Who may what, decided once more, from the words of the rules and not from the program's text.
// Reads cases with the program's decisions, a line of JSON each; says how many it decides
// otherwise.
//   node tests/models/rights.mjs CASES
import { readFileSync } from "node:fs";

const everybody = ["anyone", "own_account", "read_plan", "read_agencies"];
const keeper = ["give_accounts", "edit_settings", "read_audit", "read_rights"];
const partner = [...everybody, "restrict_records", "break_glass"];
/// What a role allows anywhere, and what only for the agency or group that it is held for.
const roles = {
  administrator: { anywhere: [...everybody, ...keeper, "administer"] },
  business_unit: {
    anywhere: [...partner, ...keeper, "update_action", "edit_plan", "import_plan", "edit_agencies", "keep_clocks", "share_views"],
  },
  delegated_partner: { anywhere: partner },
  lead_partner: { anywhere: partner },
  scrutineer: { anywhere: everybody },
  group_chair: { anywhere: everybody, there: ["update_action"] },
  group_member: { anywhere: everybody, there: ["update_action"] },
  agency_lead: { anywhere: everybody, there: ["update_action"] },
  analyst: { anywhere: everybody },
  practitioner: { anywhere: everybody },
  auditor: { anywhere: [...everybody, "read_audit", "read_rights"] },
};

function may({ holdings, permission, owner }) {
  return holdings.some(([role, within]) =>
    roles[role].anywhere.includes(permission) ||
    (within !== "" && within === owner && (roles[role].there ?? []).includes(permission)));
}

function sees({ names, person, holdings, now, glass_until }) {
  const mine = new Set([`p ${person}`, ...holdings.filter(([, within]) => within).map(([, within]) => `o ${within}`)]);
  if (person === "") return "hidden";
  const lists = { allowed: [], denied: [] };
  for (const [kind, id, denied] of names) lists[denied ? "denied" : "allowed"].push(`${kind} ${id}`);
  if (lists.denied.some((name) => mine.has(name))) return "hidden";
  if (lists.allowed.some((name) => mine.has(name))) return "named";
  return glass_until > now ? "broken_glass" : "hidden";
}

const cases = readFileSync(process.argv[2], "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const different = cases.filter((one) => may(one) !== one.may || sees(one) !== one.sees);
for (const one of different.slice(0, 3))
  console.log(`model: ${may(one)} ${sees(one)}, program: ${JSON.stringify(one)}`);
console.log(`${cases.length} cases, ${different.length} decided otherwise`);
process.exit(different.length === 0 ? 0 : 1);
