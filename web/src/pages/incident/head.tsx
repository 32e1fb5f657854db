/** What the incident is, and its best figures in large. */
import type { ComponentChildren } from "preact";
import type { Detail } from "../../data/detail.ts";
import type { Incident, Party } from "../../data/incident.ts";
import { num } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { Figure, slotsOf } from "../../parts/figures.tsx";
import { Icon } from "../../parts/icon.tsx";
import { PartyName, When, Where } from "../../parts/where.tsx";
import { Name } from "../../text/words.tsx";
import { bestOf } from "./views.ts";

export function Head({ detail }: { detail: Detail }) {
  const { incident, line: row } = detail;
  return (
    <header class="incident-head">
      <p class="badges">
        <span class="badge">{code("status", incident.status)}</span>
        {incident.disputed && (
          <span class="badge warn">
            <Icon name="disputed" size={13} /> {say("disputed")}
          </span>
        )}
        {row.judged && (
          <span class="badge good">
            <Icon name="check" size={13} /> {say("reviewed")}
          </span>
        )}
        <span class="grow" />
        <a class="button" href={`/incident/${encodeURIComponent(incident.id)}/card`}>
          <Icon name="card" size={16} /> {say("card")}
        </a>
      </p>
      <h1>
        {code("type", incident.type)} · <Where of={row} />
      </h1>
      <Facts detail={detail} />
      <Figures incident={incident} />
    </header>
  );
}

function Facts({ detail }: { detail: Detail }) {
  const { incident, line: row } = detail;
  const groups = new Set(incident.sources.map((source) => source.group)).size;
  return (
    <dl class="pairs facts">
      <Pair name={say("date")}>
        <When of={row} />
      </Pair>
      <Parties name={say("by")} of={incident.by} />
      <Parties name={say("to")} of={incident.to} />
      {incident.targets.length > 0 && (
        <Pair name={say("targets")}>
          {incident.targets.map((target) => code("target", target)).join(" · ")}
        </Pair>
      )}
      {incident.weapons.length > 0 && (
        <Pair name={say("weapons")}>
          <Name text={incident.weapons.join(" · ")} />
        </Pair>
      )}
      <Pair name={say("sources")}>
        <span class="num">{num(incident.sources.length)}</span>
        <span class="quiet"> ({say("independent", { n: num(groups) })})</span>
      </Pair>
    </dl>
  );
}

export function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Parties({ name, of }: { name: string; of: Party[] }) {
  if (!of.length) return null;
  return (
    <Pair name={name}>
      {of.map((party, n) => (
        <span key={party.name}>
          {n > 0 && " · "}
          <PartyName of={party} /> <span class="quiet">({code("actor", party.kind)})</span>
        </span>
      ))}
    </Pair>
  );
}

export function Figures({ incident }: { incident: Incident }) {
  const best = bestOf(incident);
  const slots = slotsOf(best);
  if (!slots.length) return <p class="quiet">{say("no_figures")}</p>;
  return (
    <div class="figures">
      {slots.map((slot) => {
        const view = best[slot];
        return view && <Figure key={slot} slot={slot} of={view} judged={view.judgement !== null} />;
      })}
    </div>
  );
}
