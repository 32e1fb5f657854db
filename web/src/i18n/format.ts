/** Numbers and days as the reader wants them: language and digits. */
import { computed } from "@preact/signals";
import type { Bounds } from "../data/incident.ts";
import { digits, language } from "../state/prefs.ts";
import { say } from "./index.ts";

const locale = computed(() => {
  const base = language.value === "ar" ? "ar-EG" : "en-GB";
  return `${base}-u-ca-gregory-nu-${digits.value}`;
});
const numbers = computed(() => new Intl.NumberFormat(locale.value));
const percents = computed(() => new Intl.NumberFormat(locale.value, { style: "percent" }));
const days = computed(() => dates({ day: "numeric", month: "short", year: "numeric" }));
const months = computed(() => dates({ month: "long", year: "numeric" }));
const shortMonths = computed(() => dates({ month: "short", year: "2-digit" }));
const dayMonths = computed(() => dates({ day: "numeric", month: "short" }));
const years = computed(() => dates({ year: "numeric" }));
const regions = computed(() => new Intl.DisplayNames([locale.value], { type: "region" }));

function dates(how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale.value, { ...how, timeZone: "UTC" });
}

export const num = (value: number): string => numbers.value.format(value);

/** A share of one, in percent. */
export const percent = (share: number): string => percents.value.format(share);

/** Digits inside a told string (times, coordinates), in the reader's digits. */
export function digitsOf(told: string): string {
  if (digits.value === "latn") return told;
  return told.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}

const asDate = (iso: string) => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

/** `2025-05-17` or `2025-05-17T14:30…` as a day, with the time where it has one. */
export function day(iso: string): string {
  const date = asDate(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const time = iso.match(/T(\d\d:\d\d)/)?.[1];
  const told = days.value.format(date);
  return time ? `${told} ${digitsOf(time)}` : told;
}

/** First to last day, as short as its grain allows. */
export function period(start: string, end: string, grain = "day"): string {
  if (grain === "month") return months.value.format(asDate(start));
  if (grain === "year") return years.value.format(asDate(start));
  const [first, last] = [day(start), day(end)];
  return first === last || start.slice(0, 10) === end.slice(0, 10) ? first : `${first} – ${last}`;
}

/** A tick of a time axis. */
export function tick(date: Date, unit: "day" | "month" | "year"): string {
  const how = unit === "day" ? dayMonths : unit === "month" ? shortMonths : years;
  return how.value.format(date);
}

/** An ISO 3166-1 code in words. */
export function country(iso: string | null): string {
  if (!iso) return "";
  try {
    return regions.value.of(iso) ?? iso;
  } catch {
    return iso;
  }
}

/** A figure by a view: as bounds, `32+` where as many are told at least. */
export function figured(of: Bounds | undefined): string {
  const told = bounds(of?.low ?? null, of?.high ?? null);
  return of?.open ? `${told}+` : told;
}

/** `3`, `3–5`, `≥ 3`, or unknown; to stand in an element that runs from left to right. */
export function bounds(low: number | null, high: number | null): string {
  if (low === null && high === null) return say("unknown");
  if (low === null) return `≤ ${num(high as number)}`;
  if (high === null) return `≥ ${num(low)}`;
  return low === high ? num(low) : `${num(low)}–${num(high)}`;
}
