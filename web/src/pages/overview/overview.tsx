/** What happened, where and when: map, list, timeline and counts of one filter. */
import { useState } from "preact/hooks";
import { Timeline } from "../../charts/timeline.tsx";
import { address, type Counts } from "../../data/overview.ts";
import { num } from "../../i18n/format.ts";
import { type Key, say } from "../../i18n/index.ts";
import type { Cells } from "../../map/cells.ts";
import { asked, filter, selected, setFilter } from "../../state/filter.ts";
import { changes } from "../../state/judging.ts";
import { useResource } from "../../state/resource.ts";
import { useChosen } from "./chosen.ts";
import { Facets } from "./facets.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { List } from "./list.tsx";
import { MapView } from "./map-view.tsx";

type Tab = "map" | "list" | "charts";
/** What is counted of the whole filter; weeks are counted of any time. */
const GROUPS: [string, string][] = [
  ["by", "type"],
  ["by", "country"],
  ["by", "admin1"],
];
const TABS: Tab[] = ["map", "list", "charts"];

export function Overview() {
  const [tab, setTab] = useState<Tab>("list");
  const [zoom, setZoom] = useState(2);
  const now = changes.value;
  const counts = useResource<Counts>(address("/api/counts", asked.value, GROUPS), now);
  const { since: _, until: __, ...anyTime } = filter.value;
  const time = useResource<Counts>(address("/api/counts", anyTime, { by: "week" }), now);
  const cells = useResource<Cells>(address("/api/map", asked.value, { zoom: String(zoom) }), now);
  const chosen = useChosen(selected.value);
  return (
    <div class="overview" data-tab={tab}>
      <h1 class="seen-only-by-readers">{say("overview")}</h1>
      <FilterBar counts={counts.value} />
      <div class="tabs" role="group" aria-label={say("overview")}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-pressed={tab === name}
            onClick={() => setTab(name)}
          >
            {say(name as Key)}
            {name === "list" && counts.value && <span class="num">{num(counts.value.total)}</span>}
          </button>
        ))}
      </div>
      <Facets counts={counts} />
      <MapView cells={cells} zoom={setZoom} chosen={chosen} />
      <div class="panel time">
        <Timeline
          counted={time.value?.week ?? []}
          days={{ since: filter.value.since ?? null, until: filter.value.until ?? null }}
          marked={chosen?.start ?? null}
          choose={(days) => setFilter({ ...days })}
        />
      </div>
      <List total={counts.value?.total ?? null} chosen={chosen} />
    </div>
  );
}
