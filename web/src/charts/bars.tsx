/** How many of each: a bar a line, each a button that sets the filter; mirrored with the page. */
import { num } from "../i18n/format.ts";

export interface Bar {
  key: string;
  name: string;
  n: number;
}

export function Bars(props: {
  title: string;
  bars: Bar[];
  chosen: string | undefined;
  choose: (key: string) => void;
}) {
  const most = Math.max(1, ...props.bars.map((bar) => bar.n));
  return (
    <section class="facet">
      <h2>{props.title}</h2>
      <ul>
        {props.bars.map((bar) => (
          <li key={bar.key}>
            <button
              type="button"
              aria-pressed={props.chosen === bar.key}
              onClick={() => props.choose(bar.key)}
            >
              <span class="facet-bar" style={{ inlineSize: `${(100 * bar.n) / most}%` }} />
              <span class="facet-name">{bar.name}</span>
              <span class="num">{num(bar.n)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
