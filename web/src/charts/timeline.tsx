/** Incidents over time. The days chosen on it are the filter's. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { period } from "../i18n/format.ts";
import { type Key, say } from "../i18n/index.ts";
import { digits, language } from "../state/prefs.ts";
import { type Bin, bins, type Counted, iso, shifted, type Unit, unitFor } from "./bins.ts";
import { type Days, daysAfterKey, daysBetween, extentOf } from "./brush.ts";
import type { Drawn } from "./drawing.ts";
import { useWidth } from "./width.ts";

const HEIGHT = 116;
const STEPS: Record<Unit, number> = { day: 1, week: 7, month: 30, year: 365 };

export function Timeline(props: {
  counted: Counted[];
  days: Days;
  marked: string | null;
  choose: (days: Days) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const first = props.counted[0]?.[0] ?? "";
  const last = props.counted.at(-1)?.[0] ?? "";
  const unit = unitFor(first, last);
  const data = useMemo(() => bins(props.counted, unit), [props.counted, unit]);
  const drawn = useDrawn(data, unit, width);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const all = { since: first || null, until: lastDay(data) };
  const chosen = drag ?? (drawn && extentOf(drawn, props.days, width));
  const x = (event: PointerEvent) =>
    event.clientX - (box.current?.getBoundingClientRect().left ?? 0);

  const finish = () => {
    if (!drag || !drawn) return;
    setDrag(null);
    props.choose(daysBetween(drawn, ...drag) ?? { since: null, until: null });
  };
  return (
    <figure class="timeline" aria-label={say(`by_${unit}` as Key)}>
      <div
        class="timeline-box"
        dir="ltr"
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={`${say(`by_${unit}` as Key)}. ${daysTold(props.days)} ${say("timeline_help")}`}
        title={say("timeline_help")}
        onPointerDown={(event) => {
          (event.currentTarget as Element).setPointerCapture(event.pointerId);
          setDrag([x(event), x(event)]);
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], x(event)])}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(null)}
        onKeyDown={(event) => {
          const days = daysAfterKey(event, props.days, all, STEPS[unit]);
          if (!days) return;
          event.preventDefault();
          props.choose(days);
        }}
      >
        <Drawing drawn={drawn} />
        {chosen && <Shade at={chosen} />}
        {drawn && props.marked && <Pin left={drawn.at(new Date(props.marked))} />}
      </div>
    </figure>
  );
}

/** The last day of the last bar. */
function lastDay(data: Bin[]): string | null {
  const end = data.at(-1)?.end;
  return end ? shifted(iso(end), -1) : null;
}

function daysTold({ since, until }: Days): string {
  return since && until ? period(since, until) : "";
}

function Shade({ at: [left, right] }: { at: [number, number] }) {
  const style = { left: `${Math.min(left, right)}px`, width: `${Math.abs(right - left)}px` };
  return <span class="brush" style={style} />;
}

function Pin({ left }: { left: number }) {
  return <span class="pin" style={{ left: `${left}px` }} />;
}

/** What Plot drew, put into the page. */
export function Drawing({ drawn }: { drawn: Pick<Drawn, "svg"> | null }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (drawn) holder.current?.replaceChildren(drawn.svg);
  }, [drawn]);
  return <div class="drawing" aria-hidden="true" ref={holder} />;
}

function useDrawn(data: ReturnType<typeof bins>, unit: Unit, width: number): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const look = `${language.value} ${digits.value}`;
  useEffect(() => {
    if (!data.length || !width) return setDrawn(null);
    let wanted = true;
    import("./drawing.ts").then(({ timeline }) => {
      if (wanted) setDrawn(timeline(data, unit, width, HEIGHT));
    });
    return () => {
      wanted = false;
    };
  }, [data, unit, width, look]);
  return drawn;
}
