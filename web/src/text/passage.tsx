/** A stretch of a report with a claim's words marked in it. */

import type { Passage } from "../data/detail.ts";
import type { Span } from "../data/incident.ts";
import { clipped } from "./clip.ts";
import { segments } from "./segments.ts";
import { Run } from "./words.tsx";

/** Code points shown before and after the words. */
const REACH = 120;

export function Quoted(props: {
  words: string;
  span: Span;
  passages: Passage[] | undefined;
  kind?: string;
}) {
  const { span } = props;
  const whole = props.passages?.find((one) => one.start <= span.start && span.end <= one.end);
  if (!whole) {
    return (
      <blockquote class="quoted" lang="ar" dir="rtl">
        <mark class={`k-${props.kind ?? "claim"}`}>
          <Run text={props.words} />
        </mark>
      </blockquote>
    );
  }
  const around = clipped(whole, span, REACH);
  const mark = { ...span, kind: props.kind ?? "claim", id: "" };
  return (
    <blockquote class="quoted" lang="ar" dir="rtl">
      {around.start > 0 && "… "}
      {segments(around.text, [mark], around.start).map((part) =>
        part.marks.length ? (
          <mark key={part.start} class={`k-${mark.kind}`}>
            <Run text={part.text} />
          </mark>
        ) : (
          <Run key={part.start} text={part.text} />
        ),
      )}
      {" …"}
    </blockquote>
  );
}
