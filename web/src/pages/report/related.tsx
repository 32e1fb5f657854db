/** The incidents that a report tells of. */
import type { Row } from "../../data/incident.ts";
import { code, say } from "../../i18n/index.ts";
import { Brief } from "../../parts/figures.tsx";
import { When, Where } from "../../parts/where.tsx";

export function Related({ rows }: { rows: Row[] }) {
  return (
    <section class="panel" aria-label={say("related")}>
      <header>
        <h2>{say("related")}</h2>
      </header>
      <ol class="body related">
        {!rows.length && <li class="quiet">{say("no_related")}</li>}
        {rows.map((row) => (
          <li key={row.id}>
            <a class="row-main" href={`/incident/${encodeURIComponent(row.id)}`}>
              <span class="row-head">
                <b>{code("type", row.type)}</b> <Where of={row} />
                <span class="row-when">
                  <When of={row} />
                </span>
              </span>
              <span class="row-figures">
                <Brief figures={row.figures} />
                {row.disputed && <span class="badge warn">{say("disputed")}</span>}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
