/** How many incidents of each type and governorate; a press sets the filter. */
import { type Bar, Bars } from "../../charts/bars.tsx";
import type { Counts } from "../../data/overview.ts";
import { country } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { unit } from "../../i18n/units.ts";
import { Loaded } from "../../parts/states.tsx";
import { filter, setFilter, toggle } from "../../state/filter.ts";
import type { Resource } from "../../state/resource.ts";

const MOST = 12;

export function Facets({ counts }: { counts: Resource<Counts> }) {
  return (
    <section class="panel facets" aria-label={say("charts")}>
      <Loaded of={counts}>{(told) => <Both counts={told} />}</Loaded>
    </section>
  );
}

function Both({ counts }: { counts: Counts }) {
  const types = (counts.type ?? []).slice(0, MOST);
  const units = (counts.admin1 ?? []).filter(([, admin1]) => admin1).slice(0, MOST);
  const several = new Set(units.map(([iso]) => iso)).size > 1;
  const bars = units.map(([iso, admin1, n]): Bar => {
    const told = unit(iso, admin1 ?? "");
    const name = several ? `${told} · ${country(iso)}` : told;
    return { key: `${iso ?? ""}/${admin1}`, n, name };
  });
  const chosen = filter.value.admin1 && `${filter.value.country ?? ""}/${filter.value.admin1}`;
  return (
    <>
      <Bars
        title={say("by_type")}
        bars={types.map(([key, n]) => ({ key, n, name: code("type", key) }))}
        chosen={filter.value.type}
        choose={(key) => toggle("type", key)}
      />
      <Bars
        title={say("by_governorate")}
        bars={bars}
        chosen={chosen}
        choose={(key) => choose(key, key === chosen)}
      />
    </>
  );
}

/** A governorate is chosen with its country, for names repeat across borders. */
function choose(key: string, isChosen: boolean): void {
  const [iso, admin1] = key.split(/\/(.*)/s);
  setFilter(
    isChosen ? { admin1: null, country: null } : { country: iso || null, admin1: admin1 ?? null },
  );
}
