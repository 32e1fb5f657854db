/** Figures of people: the best in large, low and high beside it. */
import type { Bounds } from "../data/incident.ts";
import { figured, num } from "../i18n/format.ts";
import { code, say } from "../i18n/index.ts";

const ORDER = [
  "killed",
  "wounded",
  "arrested",
  "abducted",
  "missing",
  "released",
  "displaced",
  "protesters",
];

/** The slots that are told, in the order of the record. */
export function slotsOf(figures: Partial<Record<string, Bounds>>): string[] {
  return ORDER.filter((slot) => figures[slot] && figures[slot]?.high !== null);
}

/** One line: `7–8 killed`. */
export function Brief({ figures }: { figures: Partial<Record<string, Bounds>> }) {
  const slots = slotsOf(figures).slice(0, 3);
  if (!slots.length) return null;
  return (
    <span class="brief">
      {slots.map((slot) => (
        <span key={slot} class={`brief-${slot}`}>
          <b class="num" dir="ltr">
            {figured(figures[slot])}
          </b>{" "}
          {code("slot", slot).toLowerCase()}
        </span>
      ))}
    </span>
  );
}

/** A figure in large with what is lowest and highest, as a bar. */
export function Figure({ slot, of, judged }: { slot: string; of: Bounds; judged: boolean }) {
  const best = of.best ?? of.low ?? of.high;
  const differs = of.low !== of.high && of.low !== null && of.high !== null;
  return (
    <div class="figure" data-slot={slot}>
      <span class="figure-slot">{code("slot", slot)}</span>
      <strong class="num figure-best">{best === null ? say("unknown") : more(best, of)}</strong>
      {differs ? (
        <span class="figure-range">
          {say("low_high", { low: num(of.low as number), high: more(of.high as number, of) })}
          <Scale of={of} />
        </span>
      ) : (
        <span class="figure-range quiet">{say("undisputed")}</span>
      )}
      {judged && <span class="badge good">{say("judged")}</span>}
    </div>
  );
}

/** A number, with `+` where it is the highest told and more are meant. */
function more(value: number, of: Bounds): string {
  return of.open && value === of.high ? `${num(value)}+` : num(value);
}

function Scale({ of }: { of: Bounds }) {
  const [low, high] = [of.low ?? 0, of.high ?? 1];
  const at = (100 * ((of.best ?? low) - low)) / Math.max(1, high - low);
  return (
    <span class="scale" aria-hidden="true">
      <i style={{ insetInlineStart: `${at}%` }} />
    </span>
  );
}
