/** Incidents that could be the same, beside the one that is reviewed; one key says which. */
import { useState } from "preact/hooks";
import type { Detail, Near } from "../../data/detail.ts";
import { code, say } from "../../i18n/index.ts";
import { Brief } from "../../parts/figures.tsx";
import { useKeys } from "../../parts/keys.ts";
import { When, Where } from "../../parts/where.tsx";
import { judge } from "../../state/judging.ts";
import { mayJudge } from "../../state/session.ts";
import { Words } from "../../text/words.tsx";

export function NearPanel({ detail }: { detail: Detail }) {
  const [at, setAt] = useState(0);
  const now = detail.near[Math.min(at, detail.near.length - 1)];
  const decide = (verdict: "merge" | "split", near: Near | undefined) => {
    if (!near || !mayJudge.value) return;
    const [ids, others] =
      verdict === "merge"
        ? [[detail.incident.id, near.line.id], []]
        : [[near.line.id], [detail.incident.id]];
    void judge({ verdict, ids, others, why: "" });
  };
  useKeys({ KeyS: () => decide("merge", now), KeyD: () => decide("split", now) });
  if (!detail.near.length) return null;
  return (
    <section class="panel" aria-label={say("similar")}>
      <header>
        <h2>{say("similar")}</h2>
      </header>
      <ol class="body near">
        {detail.near.map((near, n) => (
          <li key={near.line.id} data-chosen={near === now || undefined}>
            <button
              type="button"
              class="row-main"
              aria-pressed={near === now}
              onClick={() => setAt(n)}
            >
              <span class="row-head">
                <b>{code("type", near.line.type)}</b> <Where of={near.line} />
                <span class="row-when">
                  <When of={near.line} />
                </span>
              </span>
              <Brief figures={near.line.figures} />
              {near.line.title && <Words text={near.line.title} />}
            </button>
            {near === now && mayJudge.value && (
              <p class="doors">
                <button type="button" class="button" onClick={() => decide("merge", near)}>
                  {say("same")} <kbd>S</kbd>
                </button>
                <button type="button" class="button" onClick={() => decide("split", near)}>
                  {say("not_same")} <kbd>D</kbd>
                </button>
                <a class="button plain" href={`/incident/${encodeURIComponent(near.line.id)}`}>
                  {say("open")}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
