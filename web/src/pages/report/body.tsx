/** The text itself: text nodes alone, marks over it; arrows go from mark to mark. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Mention } from "../../data/detail.ts";
import { num } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { type Mark, type Segment, segments } from "../../text/segments.ts";
import { plain } from "../../text/visible.ts";
import { Run } from "../../text/words.tsx";

/** Code points shown at once; a longer report is cut, and says so. */
const MOST = 60_000;

export function Body(props: {
  text: string;
  title: string | null;
  mentions: Mention[];
  at: [number, number] | null;
  show: (mentions: Mention[]) => void;
}) {
  const [pinned, setPinned] = useState<number | null>(null);
  const long = props.text.length > MOST && [...props.text].length > MOST;
  const text = useMemo(
    () => (long ? [...props.text].slice(0, MOST).join("") : props.text),
    [props.text, long],
  );
  const lines = useMemo(() => linesOf(text), [text]);
  const marks = useMemo(() => marksOf(props.mentions, props.at), [props.mentions, props.at]);
  const stop = pinned ?? Math.min(...props.mentions.map((mention) => mention.start));
  const box = useRef<HTMLDivElement>(null);
  useSought(box, props.at);
  const show = (segment: Segment) =>
    props.show(
      segment.marks
        .flatMap((mark) => (mark.id ? [props.mentions[Number(mark.id)] as Mention] : []))
        .reverse(),
    );
  return (
    <div class="text" lang="ar" dir="rtl" ref={box} data-own-keys onKeyDown={walk}>
      {lines.map(({ start, line }, n) => (
        <p key={start} class={n === 0 && props.title ? "text-title" : undefined} dir="auto">
          {segments(line, marks, start).map((segment) => (
            <Piece
              key={segment.start}
              segment={segment}
              pinned={pinned}
              stop={stop}
              pin={setPinned}
              show={show}
            />
          ))}
        </p>
      ))}
      {long && <p class="quiet">{say("too_long", { n: num(MOST) })}</p>}
    </div>
  );
}

function Piece(props: {
  segment: Segment;
  pinned: number | null;
  /** Where the text is entered by Tab: one mark alone. */
  stop: number;
  pin: (start: number | null) => void;
  show: (segment: Segment) => void;
}) {
  const { segment, pinned } = props;
  const inner = segment.marks.filter((mark) => mark.id).at(-1);
  const sought = segment.marks.some((mark) => mark.kind === "sought");
  const claimed = segment.marks.some((mark) => mark.kind === "claim");
  if (!inner)
    return sought ? (
      <mark class="sought">
        <Run text={segment.text} />
      </mark>
    ) : (
      <Run text={segment.text} />
    );
  const choose = () => {
    props.pin(segment.start);
    props.show(segment);
  };
  return (
    <span
      role="button"
      class={`mark k-${inner.kind} ${claimed ? "claimed" : ""} ${sought ? "sought" : ""}`}
      tabIndex={segment.start === props.stop ? 0 : -1}
      aria-label={`${plain(segment.text)} (${code("kind", inner.kind)})`}
      aria-pressed={pinned === segment.start}
      onMouseEnter={() => pinned === null && props.show(segment)}
      onFocus={choose}
      onClick={choose}
    >
      <Run text={segment.text} />
    </span>
  );
}

function linesOf(text: string): { start: number; line: string }[] {
  let start = 0;
  const found: { start: number; line: string }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim()) found.push({ start, line });
    start += [...line].length + 1;
  }
  return found;
}

function marksOf(mentions: Mention[], at: [number, number] | null): Mark[] {
  const told = mentions.map(
    ({ start, end, kind }, n): Mark => ({ start, end, kind, id: String(n) }),
  );
  return at ? [...told, { start: at[0], end: at[1], kind: "sought", id: "" }] : told;
}

/** Left and right go to the next mark as the text runs. */
function walk(event: KeyboardEvent) {
  const all = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>(".mark")];
  const here = all.indexOf(document.activeElement as HTMLElement);
  const isRtl = getComputedStyle(event.target as Element).direction === "rtl";
  const by = { ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1 }[event.key];
  if (!by || here < 0) return;
  event.preventDefault();
  all[here + by]?.focus();
}

function useSought(box: { current: HTMLElement | null }, at: [number, number] | null) {
  useEffect(() => {
    if (at) box.current?.querySelector(".sought")?.scrollIntoView({ block: "center" });
  }, [box, at]);
}
