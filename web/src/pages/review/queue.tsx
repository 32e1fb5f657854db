/** The queue beside what is reviewed: what each incident is, and why it is here. */
import { useEffect, useRef } from "preact/hooks";
import type { Row } from "../../data/incident.ts";
import { code, type Key, say } from "../../i18n/index.ts";
import { Brief } from "../../parts/figures.tsx";
import { Icon } from "../../parts/icon.tsx";
import { When, Where } from "../../parts/where.tsx";
import { changes } from "../../state/judging.ts";

export interface QueueRow extends Row {
  needs: { why: string; points: number }[];
}

export function Queue(props: { items: QueueRow[]; at: number; move: (to: number) => void }) {
  return (
    <ol class="queue-rows" data-changes={changes.value}>
      {props.items.map((row, n) => (
        <Entry key={row.id} row={row} chosen={n === props.at} choose={() => props.move(n)} />
      ))}
    </ol>
  );
}

function Entry({ row, chosen, choose }: { row: QueueRow; chosen: boolean; choose: () => void }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <li ref={item}>
      <button
        type="button"
        class="row-main"
        aria-current={chosen ? "true" : undefined}
        onClick={choose}
      >
        <span class="row-head">
          <b>{code("type", row.type)}</b> <Where of={row} />
          <span class="row-when">
            <When of={row} />
          </span>
        </span>
        <span class="row-figures">
          <Brief figures={row.figures} />
          {row.judged && <Icon name="check" size={14} />}
          <span class="grow" />
          {row.needs.map(({ why: need }) => (
            <span key={need} class={`badge ${need === "disputed" ? "warn" : ""}`}>
              {say(`need_${need}` as Key)}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}
