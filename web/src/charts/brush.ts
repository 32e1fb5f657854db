/** Choosing days on the timeline: by dragging, and by the arrow keys. */
import { iso, shifted } from "./bins.ts";
import type { Drawn } from "./drawing.ts";

export interface Days {
  since: string | null;
  until: string | null;
}

/** Days under two places on the drawing; null where they are too near to be meant. */
export function daysBetween(drawn: Drawn, from: number, to: number): Days | null {
  const [left, right] = from < to ? [from, to] : [to, from];
  if (right - left < 4) return null;
  return { since: iso(drawn.when(left)), until: iso(drawn.when(right)) };
}

/** Where chosen days lie on the drawing, cut to its edges. */
export function extentOf(drawn: Drawn, days: Days, width: number): [number, number] | null {
  if (!days.since && !days.until) return null;
  const inside = (x: number) => Math.min(Math.max(x, 40), width - 12);
  const left = days.since ? drawn.at(new Date(days.since)) : 40;
  const right = days.until ? drawn.at(new Date(shifted(days.until, 1))) : width - 12;
  return [inside(left), inside(right)];
}

/**
 * Days after a key: arrows move them by `step`, with Shift the end alone, Escape clears.
 * Null where the key means nothing here.
 */
export function daysAfterKey(
  event: KeyboardEvent,
  days: Days,
  all: Required<Days>,
  step: number,
): Days | null {
  if (event.key === "Escape") return { since: null, until: null };
  const by = event.key === "ArrowRight" ? step : event.key === "ArrowLeft" ? -step : 0;
  if (!by) return null;
  const since = days.since ?? all.since;
  const until = days.until ?? all.until;
  if (!since || !until) return null;
  if (!event.shiftKey) return { since: shifted(since, by), until: shifted(until, by) };
  const end = shifted(until, by);
  return end < since ? null : { since, until: end };
}
