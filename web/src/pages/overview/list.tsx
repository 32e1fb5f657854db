/** The incidents of the filter, a page at a time; the chosen one is open in its place. */
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, get } from "../../data/client.ts";
import type { Row } from "../../data/incident.ts";
import { address, type Rows } from "../../data/overview.ts";
import { num } from "../../i18n/format.ts";
import { say } from "../../i18n/index.ts";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { toast } from "../../parts/toasts.tsx";
import { asked, clearFilter } from "../../state/filter.ts";
import { changes } from "../../state/judging.ts";
import { query, setQuery } from "../../state/route.ts";
import { remember } from "./chosen.ts";
import { Export } from "./export.tsx";
import { ListRow } from "./row.tsx";

const SIZE = "50";
const ORDERS = [
  ["-date", "sort_newest"],
  ["date", "sort_oldest"],
  ["-killed", "sort_toll"],
] as const;

export function List({ total, chosen }: { total: number | null; chosen: Row | null }) {
  const pages = usePages();
  const rows = pages.rows;
  const first = chosen && rows && !rows.some((row) => row.id === chosen.id) ? chosen : null;
  return (
    <section class="panel list" aria-label={say("list")}>
      <header>
        <h2>
          {say("list")} {total !== null && <span class="num quiet">{num(total)}</span>}
        </h2>
        <Order />
        <Export />
      </header>
      {pages.error ? (
        <Failed error={pages.error} again={pages.again} />
      ) : !rows ? (
        <Loading />
      ) : !rows.length ? (
        <Nothing />
      ) : (
        <ol class="rows" onKeyDown={walk}>
          {first && <ListRow key={first.id} row={first} />}
          {rows.map((row) => (
            <ListRow key={row.id} row={row} />
          ))}
          {pages.next && (
            <li class="more">
              <button type="button" class="button" disabled={pages.loading} onClick={pages.more}>
                {say(pages.loading ? "loading" : "load_more")}
              </button>
            </li>
          )}
        </ol>
      )}
    </section>
  );
}

function Nothing() {
  if (!asked.value) return <Empty title={say("empty")} hint={say("empty_do")} />;
  return (
    <div>
      <Empty title={say("nothing")} hint={say("nothing_do")} />
      <p class="more">
        <button type="button" class="button" onClick={clearFilter}>
          {say("clear_all")}
        </button>
      </p>
    </div>
  );
}

function Order() {
  const now = query.value.get("sort") ?? "-date";
  return (
    <label class="order">
      <span class="seen-only-by-readers">{say("sort")}</span>
      <select value={now} onChange={(event) => setQuery({ sort: event.currentTarget.value })}>
        {ORDERS.map(([value, key]) => (
          <option key={value} value={value}>
            {say(key)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Up and down arrows go from row to row. */
function walk(event: KeyboardEvent) {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!by) return;
  const all = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>(".row-main")];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + by];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function usePages() {
  const sort = query.value.get("sort") ?? "-date";
  const first = address("/api/incidents", asked.value, { sort, limit: SIZE });
  const [state, setState] = useState<{
    rows: Row[] | null;
    next: string | null;
    error: ApiError | null;
    loading: boolean;
  }>({ rows: null, next: null, error: null, loading: true });
  const [tries, setTries] = useState(0);
  const wanted = useRef("");
  const load = async (url: string, before: Row[]) => {
    setState((old) => ({ ...old, loading: true, error: null }));
    try {
      const page = await get<Rows>(url);
      if (wanted.current !== first) return;
      remember(page.items);
      setState({ rows: [...before, ...page.items], next: page.next, error: null, loading: false });
    } catch (error) {
      if (wanted.current !== first) return;
      const told = error instanceof ApiError ? error : new ApiError(0, String(error));
      if (before.length) toast(told.message || say("offline"), { bad: true });
      setState((old) => ({ ...old, error: before.length ? null : told, loading: false }));
    }
  };
  useEffect(() => {
    wanted.current = first;
    void load(first, []);
  }, [first, tries, changes.value]);
  const more = () =>
    state.next && void load(`${first}&cursor=${encodeURIComponent(state.next)}`, state.rows ?? []);
  return { ...state, more, again: () => setTries((n) => n + 1) };
}
