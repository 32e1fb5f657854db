/** The queue of what needs an analyst, one incident after the other, by keys alone where one likes. */
import { useEffect, useState } from "preact/hooks";
import type { Detail } from "../../data/detail.ts";
import { address } from "../../data/overview.ts";
import { num } from "../../i18n/format.ts";
import { type Key, say } from "../../i18n/index.ts";
import { useKeys } from "../../parts/keys.ts";
import { Empty, Failed, Loaded, Loading } from "../../parts/states.tsx";
import { asked, clearFilter } from "../../state/filter.ts";
import { changes } from "../../state/judging.ts";
import { useResource } from "../../state/resource.ts";
import { query, setQuery } from "../../state/route.ts";
import { mayLeave } from "../../state/unsaved.ts";
import { Claims } from "../incident/claims.tsx";
import { Head } from "../incident/head.tsx";
import { History } from "../incident/history.tsx";
import { Judging } from "../incident/judging.tsx";
import { PlacePanel } from "../incident/place.tsx";
import { NearPanel } from "./near.tsx";
import { Queue, type QueueRow } from "./queue.tsx";

const NEEDS = ["need", "disputed", "confidence", "toll"] as const;

interface Queued {
  items: QueueRow[];
  total: number;
}

export function Review() {
  const by = query.value.get("need") ?? "need";
  const queue = useResource<Queued>(address("/api/queue", asked.value, { by, limit: "100" }));
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [by, asked.value]);
  const items = queue.value?.items ?? [];
  const move = (to: number) => to >= 0 && to < items.length && mayLeave() && setAt(to);
  useKeys({
    KeyN: () => move(at + 1),
    KeyJ: () => move(at + 1),
    KeyP: () => move(at - 1),
    KeyK: () => move(at - 1),
  });
  const now = items[at];
  return (
    <div class="review">
      <section class="panel queue" aria-label={say("queue")}>
        <header>
          <h1 class="h2">{say("queue")}</h1>
          {items.length > 0 && (
            <span class="quiet num">
              {say("queue_position", { n: num(at + 1), total: num(queue.value?.total ?? 0) })}
            </span>
          )}
          <Needs now={by} />
        </header>
        {queue.error ? (
          <Failed error={queue.error} again={queue.again} />
        ) : queue.value ? (
          <Queue items={items} at={at} move={move} />
        ) : (
          <Loading />
        )}
      </section>
      {now ? (
        <Current key={now.id} id={now.id} move={(by) => move(at + by)} />
      ) : (
        queue.value && <Done />
      )}
    </div>
  );
}

function Done() {
  return (
    <div class="panel">
      <Empty title={say("queue_done")} hint={say("queue_done_do")} />
      {asked.value && (
        <p class="more">
          <button type="button" class="button" onClick={clearFilter}>
            {say("clear_all")}
          </button>
        </p>
      )}
    </div>
  );
}

function Needs({ now }: { now: string }) {
  return (
    <div class="needs" role="group" aria-label={say("queue_by")}>
      {NEEDS.map((need) => (
        <button
          key={need}
          type="button"
          class="button"
          aria-pressed={now === need}
          onClick={() => setQuery({ need }, "replace")}
        >
          {say(`need_${need}` as Key)}
        </button>
      ))}
    </div>
  );
}

function Current({ id, move }: { id: string; move: (by: number) => void }) {
  const detail = useResource<Detail>(`/api/incidents/${encodeURIComponent(id)}`, changes.value);
  return (
    <div class="current">
      <Loaded of={detail}>
        {(told) => (
          <>
            <div class="current-main">
              <Head detail={told} />
              <Claims detail={told} />
            </div>
            <div class="current-side">
              <Judging detail={told} />
              <p class="doors steps">
                <button type="button" class="button" onClick={() => move(-1)}>
                  {say("previous")} <kbd>P</kbd>
                </button>
                <button type="button" class="button main" onClick={() => move(1)}>
                  {say("next")} <kbd>N</kbd>
                </button>
              </p>
              <NearPanel detail={told} />
              <PlacePanel places={told.incident.places} words={told.line.place_words} />
              <History judgements={told.judgements} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
