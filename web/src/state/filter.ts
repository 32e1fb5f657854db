/** The one filter of all that is on screen. It lives in the address, so that a link is the view. */
import { computed } from "@preact/signals";
import { query, setQuery } from "./route.ts";

/** Names of the conditions, as the API knows them too. */
export const CONDITIONS = [
  "text",
  "since",
  "until",
  "type",
  "country",
  "admin1",
  "box",
  "status",
  "actor",
  "target",
  "killed",
  "disputed",
  "judged",
  "main",
] as const;

export type Condition = (typeof CONDITIONS)[number];
export type Filter = Partial<Record<Condition, string>>;

export const filter = computed<Filter>(() => {
  const told = CONDITIONS.map((name) => [name, query.value.get(name)] as const);
  return Object.fromEntries(told.filter(([, value]) => value)) as Filter;
});

/** The filter as a query string, always in the same order: what lists, counts and exports ask. */
export const asked = computed(() => new URLSearchParams(filter.value).toString());

export const selected = computed(() => query.value.get("at"));

export function setFilter(changes: Record<string, string | null>): void {
  setQuery({ ...changes, at: null });
}

export function clearFilter(): void {
  setFilter(Object.fromEntries(CONDITIONS.map((name) => [name, null])));
}

/** Set a condition, or take it away where it is set so already. */
export function toggle(name: Condition, value: string): void {
  setFilter({ [name]: filter.value[name] === value ? null : value });
}

/** Choose an incident on the map, in the list or on the timeline: one choice for all of them. */
export function select(id: string | null): void {
  setQuery({ at: id }, "replace");
}
