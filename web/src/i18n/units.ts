/** First-level units in Arabic; loaded when the page is first read in Arabic. */

import { units as address } from "virtual:basemap";
import { effect, signal } from "@preact/signals";
import { language } from "../state/prefs.ts";

const arabic = signal<ReadonlyMap<string, string>>(new Map());
let asked = false;

effect(() => {
  if (language.value !== "ar" || asked) return;
  asked = true;
  void load();
});

async function load(): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) return;
  const rows = (await answer.json()) as [country: string, english: string, arabic: string][];
  arabic.value = new Map(rows.map(([country, english, name]) => [`${country}/${english}`, name]));
}

/** The name of a unit in the reader's language; as it is where the table has none. */
export function unit(country: string | null, english: string): string {
  if (language.value !== "ar") return english;
  return arabic.value.get(`${country ?? ""}/${english}`) ?? english;
}
