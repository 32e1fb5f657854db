/** The one incident that is chosen: its row, from the list where it is there, else asked for. */
import { effect, signal } from "@preact/signals";
import type { Detail } from "../../data/detail.ts";
import type { Row } from "../../data/incident.ts";
import { changes } from "../../state/judging.ts";
import { useResource } from "../../state/resource.ts";

/** Rows that lists have shown, by id. */
export const seen = signal<ReadonlyMap<string, Row>>(new Map());

// What was judged may have changed any of them.
effect(() => {
  if (changes.value) seen.value = new Map();
});

export function remember(rows: readonly Row[]): void {
  const all = [...seen.value, ...rows.map((row) => [row.id, row] as const)];
  seen.value = new Map(all.slice(-2000));
}

export function useChosen(id: string | null): Row | null {
  const known = id ? seen.value.get(id) : undefined;
  const asks = id !== null && !known;
  const asked = useResource<Detail>(asks ? `/api/incidents/${encodeURIComponent(id)}` : null);
  if (!id) return null;
  return known ?? (asked.value?.line.id === id ? asked.value.line : null);
}
