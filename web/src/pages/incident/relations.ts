/** How claims stand to each other, in the reader's language. */
import type { Account, Incident, Relation } from "../../data/incident.ts";
import { bounds } from "../../i18n/format.ts";

/** The contradictions of a slot, each pair of claims once. */
export function disagreements(incident: Incident, slot: string): Relation[] {
  const found = new Map<string, Relation>();
  for (const relation of incident.relations) {
    if (relation.kind !== "contradiction" || relation.slot !== slot) continue;
    const pair = [relation.first, relation.second].sort((a, b) => a - b).join(" ");
    if (!found.has(pair)) found.set(pair, relation);
  }
  return [...found.values()];
}

/** The figures that contradict each other, each once, from the lowest. */
export function opposed(incident: Incident, relations: Relation[]): string[] {
  const places = relations.flatMap(({ first, second }) => [first, second]);
  const accounts = places.map((n) => incident.accounts[n]).filter((one) => one !== undefined);
  const sorted = accounts.sort((a, b) => rank(a) - rank(b));
  return [...new Set(sorted.map(({ low, high }) => bounds(low, high)))];
}

const rank = ({ low, high }: Account) => low ?? high ?? 0;
