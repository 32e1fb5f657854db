/** How claims stand to each other, in the reader's language. */
import type { Incident, Relation } from "../../data/incident.ts";
import { bounds } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { language } from "../../state/prefs.ts";

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

/** `8 (Radio) against 7 (White Helmets)`. */
export function sentence(incident: Incident, relation: Relation): string {
  const [first, second] = [relation.first, relation.second].map((n) => told(incident, n));
  return `${first} ${say("against")} ${second}`;
}

function told(incident: Incident, n: number): string {
  const account = incident.accounts[n];
  if (!account) return "";
  const outlet = incident.sources.find((source) => source.report === account.report)?.outlet;
  const inArabic = language.value === "ar" ? account.speaker_words : account.speaker;
  const voice = inArabic ?? outlet ?? code("speaker", account.speaker_kind);
  return `\u2068${bounds(account.low, account.high)}\u2069 (\u2068${voice}\u2069)`;
}
