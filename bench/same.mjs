// Whether the pages that are compared are the same page. What a reader sees must be equal; of the
// page written by hand it is also told whether every byte is, apart from form tokens.

/// Other filters than those that are measured: orders, the last page, nothing found.
export function furtherAddresses(addresses) {
  const queries = ["", "?page=3", "?page=99", "?owner=none&sort=owner", "?evidence=missing",
    "?words=%3Cb%3E%20%26", "?due=none&sort=status", "?words=protocol&status=done&status=stopped",
    "?due=late&page=2", "?status=done&evidence=missing&due=none"];
  return queries.map((query, at) => addresses[at].replace(/\?.*/, "") + query);
}

/// What differs, in words; empty when nothing does.
export async function differences(ours, other, addresses) {
  const found = [];
  let equal_bytes = 0;
  for (const path of addresses) {
    const [one, two] = await Promise.all([ours.get(path), other.get(path)]);
    const seen = textOf(one.body), seen_there = textOf(two.body);
    if (one.status !== 200 || two.status !== 200 || seen !== seen_there)
      found.push(`${path}: ${ours.name} (${one.status}) shows ...${difference(seen, seen_there)}, ` +
        `${other.name} (${two.status}) ...${difference(seen_there, seen)}`);
    equal_bytes += withoutTokens(one.body) === withoutTokens(two.body);
  }
  return { found, equal_bytes };
}

const entities = { amp: "&", lt: "<", gt: ">", quot: "\"", nbsp: "", ndash: "–", ctdot: "⋯" };

/// The visible text without its white space: where a browser breaks it is not what is compared.
function textOf(page) {
  return page.replace(/<[^>]*>/g, "")
    .replace(/&#(x?)([0-9a-f]+);/gi, (all, hex, digits) => String.fromCodePoint(parseInt(digits, hex ? 16 : 10)))
    .replace(/&(\w+);/g, (all, name) => entities[name] ?? all).replace(/\s+/g, "");
}

function difference(text, other) {
  let at = 0;
  while (at < text.length && text[at] === other[at]) ++at;
  return text.slice(Math.max(0, at - 30), at + 30);
}

const withoutTokens = (page) => page.replace(/name="form_token" value="[^"]*"/g, "").replace(/\.css\?\w+/g, ".css");
