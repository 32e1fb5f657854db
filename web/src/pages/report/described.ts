/** The value of a mention in words: pairs of a name and what it is. */
import type { Mention } from "../../data/detail.ts";
import { bounds, country, digitsOf, num, period } from "../../i18n/format.ts";
import { code, type Group, say } from "../../i18n/index.ts";
import { unit } from "../../i18n/units.ts";

type Pairs = [name: string, value: string][];
type Value = Record<string, unknown>;

export function described({ kind, value }: Mention): Pairs {
  const make = BY_KIND[kind] ?? other;
  return make(value ?? {}).filter(([, told]) => told !== "");
}

const BY_KIND: Record<string, (value: Value) => Pairs> = {
  number: (v) => [
    [say("value"), bounds(figure(v.low), figure(v.high))],
    [say("precision"), coded("hedge", v.hedge)],
  ],
  ordinal: (v) => [[say("value"), num(Number(v.n))]],
  date: (v) => [
    [
      say("date"),
      v.start ? period(text(v.start), text(v.end ?? v.start), text(v.grain)) : text(v.partial),
    ],
    ["", ""],
  ],
  place: (v) => [
    [
      say("place"),
      [text(v.name), unit(text(v.country), text(v.admin1)), country(text(v.country))]
        .filter(Boolean)
        .join(" · "),
    ],
    [say("precision"), coded("place", v.kind)],
    [say("map"), typeof v.lat === "number" ? digitsOf(`${v.lat}, ${v.lon}`) : say("no_point")],
    [say("runners_up"), runners(v.candidates)],
  ],
  actor: (v) => [
    [say("value"), text(v.name)],
    [say("type"), coded("actor", v.kind)],
    [say("country"), country(text(v.country))],
  ],
  speaker: (v) => [
    [say("value"), text(v.name)],
    [say("type"), coded("speaker", v.kind)],
  ],
  trigger: (v) => [
    [say("type"), coded("type", v.type)],
    [say("status"), coded("status", v.status)],
    [say("value"), text(v.lemma)],
  ],
  weapon: (v) => [
    [say("value"), text(v.name)],
    [say("type"), text(v.kind)],
  ],
  target: (v) => [
    [say("value"), text(v.name)],
    [say("type"), coded("target", v.kind)],
  ],
  responsibility: (v) => [
    [say("actor"), text(v.actor)],
    [say("responsibility"), coded("stance", v.stance)],
    [say("sources"), speaker(v.speaker)],
  ],
  claim: (v) => [
    [coded("slot", v.slot), bounds(figure(v.low), figure(v.high))],
    [say("people"), coded("whom", (v.whom as Value | undefined)?.class)],
    [say("precision"), coded("hedge", v.hedge)],
    [say("sources"), speaker(v.speaker)],
  ],
};

function other(value: Value): Pairs {
  return Object.entries(value).map(([name, told]) => [name, text(told)]);
}

const figure = (value: unknown) => (typeof value === "number" ? value : null);
const coded = (group: Group, value: unknown) =>
  typeof value === "string" ? code(group, value) : "";

function text(value: unknown): string {
  return value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : digitsOf(String(value));
}

function runners(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return value
    .slice(0, 4)
    .map((one: Value) => `${text(one.name)} (${country(text(one.country))})`)
    .join(" · ");
}

function speaker(value: unknown): string {
  const told = value as Value | string | null | undefined;
  if (!told) return say("own_voice");
  return typeof told === "string" ? told : text(told.name ?? told.text);
}
