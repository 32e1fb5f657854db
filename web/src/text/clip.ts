/** The part of a passage near a claim, cut between words. */

import type { Passage } from "../data/detail.ts";
import type { Span } from "../data/incident.ts";
import { unitsOf } from "./segments.ts";

/** At most `reach` code points before and after the span. */
export function clipped(passage: Passage, span: Span, reach: number): Passage {
  const unit = unitsOf(passage.text);
  const first = Math.max(passage.start, span.start - reach);
  const last = Math.min(passage.end, span.end + reach);
  const before = passage.text.slice(unit(first - passage.start), unit(span.start - passage.start));
  const after = passage.text.slice(unit(span.end - passage.start), unit(last - passage.start));
  const words = passage.text.slice(
    unit(span.start - passage.start),
    unit(span.end - passage.start),
  );
  const head = first > passage.start ? before.replace(/^\S*\s/, "") : before;
  const tail = last < passage.end ? after.replace(/\s\S*$/, "") : after;
  const start = span.start - [...head].length;
  const text = head + words + tail;
  return { start, end: start + [...text].length, text };
}
