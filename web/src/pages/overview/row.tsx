/** An incident in the list; open where it is chosen. */
import { useEffect, useRef } from "preact/hooks";
import type { Row } from "../../data/incident.ts";
import { num } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { Brief } from "../../parts/figures.tsx";
import { Icon } from "../../parts/icon.tsx";
import { PartyName, When, Where } from "../../parts/where.tsx";
import { select, selected } from "../../state/filter.ts";
import { Words } from "../../text/words.tsx";

export function ListRow({ row }: { row: Row }) {
  const isChosen = selected.value === row.id;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <li class="row" ref={item} data-id={row.id} data-chosen={isChosen || undefined}>
      <button
        type="button"
        class="row-main"
        aria-expanded={isChosen}
        onClick={() => select(isChosen ? null : row.id)}
      >
        <span class="row-head">
          <b>{code("type", row.type)}</b>
          {row.status !== "happened" && <span class="badge">{code("status", row.status)}</span>}
          <Where of={row} />
          <span class="row-when">
            <When of={row} />
          </span>
        </span>
        <span class="row-figures">
          <Brief figures={row.figures} />
          {row.disputed && (
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
          <span class="quiet num">{say("reports_n", { n: num(row.reports) })}</span>
        </span>
      </button>
      {isChosen && <Open row={row} />}
    </li>
  );
}

function Open({ row }: { row: Row }) {
  const sides = [
    ["by", row.by],
    ["to", row.to],
  ] as const;
  return (
    <div class="row-open fade">
      {row.title && (
        <p>
          <Words text={row.title} />
        </p>
      )}
      <dl class="pairs">
        {sides.map(
          ([side, parties]) =>
            parties.length > 0 && (
              <div key={side}>
                <dt>{say(side)}</dt>
                <dd>
                  {parties.slice(0, 3).map((party, n) => (
                    <span key={party.name}>
                      {n > 0 && (document.dir === "rtl" ? "، " : ", ")}
                      <PartyName of={party} />
                    </span>
                  ))}
                </dd>
              </div>
            ),
        )}
      </dl>
      <p class="row-doors">
        <a class="button main" href={`/incident/${encodeURIComponent(row.id)}`}>
          {say("open")}
        </a>
        <a class="button" href={`/incident/${encodeURIComponent(row.id)}/card`}>
          {say("card")}
        </a>
      </p>
    </div>
  );
}
