/** How the figures of each slot changed as reports came. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Told } from "../../charts/drawing.ts";
import { Drawing } from "../../charts/timeline.tsx";
import { useWidth } from "../../charts/width.ts";
import type { Account, Incident } from "../../data/incident.ts";
import { bounds, day } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { digits, language } from "../../state/prefs.ts";

const HEIGHT = 150;

export function Updates({ incident }: { incident: Incident }) {
  const slots = ["killed", "wounded", "arrested"].filter(
    (slot) => toldOf(incident, slot).length > 1,
  );
  if (!slots.length) return null;
  return (
    <section class="panel" aria-label={say("updates")}>
      <header>
        <h2>{say("updates")}</h2>
      </header>
      <div class="body">
        {slots.map((slot) => (
          <Chart key={slot} slot={slot} incident={incident} />
        ))}
      </div>
    </section>
  );
}

type Dated = Account & { told: string; high: number };

function toldOf(incident: Incident, slot: string): Dated[] {
  return incident.accounts.filter(
    (a): a is Dated =>
      a.slot === slot && a.told !== null && a.high !== null && a.standing !== "part",
  );
}

function Chart({ slot, incident }: { slot: string; incident: Incident }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [svg, setSvg] = useState<SVGSVGElement | HTMLElement | null>(null);
  const look = `${language.value} ${digits.value}`;
  useEffect(() => {
    if (!width) return;
    const points = new Map(incident.accounts.map((account, n) => [n, pointOf(account)]));
    const told = toldOf(incident, slot)
      .map(pointOf)
      .filter((one) => one !== null);
    const ties = incident.relations.flatMap(({ kind, first, second, slot: of }) => {
      const [from, to] = [points.get(first), points.get(second)];
      return of === slot && kind !== "part" && from && to ? [{ from, to, kind }] : [];
    });
    import("../../charts/drawing.ts").then(({ updates }) =>
      setSvg(updates(told, ties, width, HEIGHT)),
    );
  }, [incident, slot, width, look]);
  return (
    <figure>
      <figcaption>{code("slot", slot)}</figcaption>
      <div dir="ltr" ref={box}>
        <Drawing drawn={svg && { svg }} />
      </div>
      <ul class="seen-only-by-readers">
        {toldOf(incident, slot).map((account, n) => (
          <li key={n}>{`${day(account.told)}: ${bounds(account.low, account.high)}`}</li>
        ))}
      </ul>
    </figure>
  );
}

function pointOf(account: Account): Told | null {
  if (account.told === null || account.high === null) return null;
  return {
    at: new Date(account.told),
    low: account.low ?? account.high,
    high: account.high,
    stands: account.standing === "current",
    speaker: account.speaker ?? code("speaker", account.speaker_kind),
  };
}
