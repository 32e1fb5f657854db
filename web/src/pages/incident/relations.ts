/** How claims stand to each other, in the reader's language. */
import type { Account, Incident, Relation } from "../../data/incident.ts";
import { bounds } from "../../i18n/format.ts";
import { say } from "../../i18n/index.ts";

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

/** The figures that contradict each other, each once, from the lowest: `7 against 8`. */
export function opposed(incident: Incident, relations: Relation[]): string {
  const accounts = relations
    .flatMap(({ first, second }) => [first, second])
    .map((n) => incident.accounts[n]);
  const sorted = accounts.filter((a) => a !== undefined).sort((a, b) => rank(a) - rank(b));
  const told = sorted.map(({ low, high }) => `\u2068${bounds(low, high)}\u2069`);
  return [...new Set(told)].join(` ${say("against")} `);
}

const rank = ({ low, high }: Account) => low ?? high ?? 0;
