/** Words of the interface in the language that the reader chose. */
import { language } from "../state/prefs.ts";
import { ar } from "./ar.ts";
import { codesAr } from "./codes.ar.ts";
import { codesEn, type Group } from "./codes.en.ts";
import { en, type Key } from "./en.ts";

export type { Group, Key };

/** The words of a key, its `{holes}` filled. */
export function say(key: Key, values: Record<string, string> = {}): string {
  const words: string = (language.value === "ar" ? ar : en)[key];
  return words.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

/** A code of the record in words; a code that is not known stays as it is. */
export function code(group: Group, value: string): string {
  const table: Record<string, string> = (language.value === "ar" ? codesAr : codesEn)[group];
  return table[value] ?? value;
}

/** All codes of a group, in the order of the record. */
export function codesOf(group: Group): string[] {
  return Object.keys(codesEn[group]);
}
