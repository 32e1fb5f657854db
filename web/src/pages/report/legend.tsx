/** The kinds that are marked, each with its colour and number; a press hides a kind. */
import type { Mention } from "../../data/detail.ts";
import { num } from "../../i18n/format.ts";
import { code, codesOf, say } from "../../i18n/index.ts";

export function Legend(props: {
  mentions: Mention[];
  hidden: ReadonlySet<string>;
  change: (hidden: ReadonlySet<string>) => void;
}) {
  const counted = new Map<string, number>();
  for (const { kind } of props.mentions) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  const kinds = codesOf("kind")
    .filter((kind) => counted.has(kind))
    .reverse();
  const flip = (kind: string) => {
    const next = new Set(props.hidden);
    if (!next.delete(kind)) next.add(kind);
    props.change(next);
  };
  return (
    <ul class="legend" aria-label={say("highlights")}>
      {kinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            class={`key k-${kind}`}
            aria-pressed={!props.hidden.has(kind)}
            onClick={() => flip(kind)}
          >
            {code("kind", kind)} <span class="num">{num(counted.get(kind) ?? 0)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
