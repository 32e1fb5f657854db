/** A text cut where marked spans begin and end. Offsets are code points, as the record has them. */

export interface Mark {
  start: number;
  end: number;
  kind: string;
  /** What the mark stands for; given back with its segments. */
  id: string;
}

export interface Segment {
  text: string;
  start: number;
  end: number;
  /** The marks over the segment, the outermost (longest) first. */
  marks: Mark[];
}

/** JavaScript counts UTF-16 units; this gives the unit at which each code point begins. */
export function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (point) => Math.min(point, text.length);
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (point) => units[point] ?? text.length;
}

/**
 * Segments of `text`, whose first code point is at `from` in its report; marks outside are left
 * out. Segments cover the text in order, without holes.
 */
export function segments(text: string, marks: readonly Mark[], from = 0): Segment[] {
  const unit = unitsOf(text);
  const length = [...text].length;
  const kept = inside(marks, from, from + length);
  const cuts = new Set([from, from + length]);
  for (const mark of kept) cuts.add(mark.start).add(mark.end);
  const at = [...cuts].sort((a, b) => a - b);
  const open: Mark[] = [];
  let next = 0;
  return at.slice(0, -1).map((start, n) => {
    const end = at[n + 1] ?? start;
    for (let k = open.length - 1; k >= 0; k--) if ((open[k]?.end ?? 0) <= start) open.splice(k, 1);
    while (next < kept.length && (kept[next]?.start ?? end) <= start)
      open.push(kept[next++] as Mark);
    return { text: text.slice(unit(start - from), unit(end - from)), start, end, marks: [...open] };
  });
}

function inside(marks: readonly Mark[], first: number, last: number): Mark[] {
  return marks
    .filter((mark) => mark.start < last && mark.end > first && mark.end > mark.start)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, first), end: Math.min(mark.end, last) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
