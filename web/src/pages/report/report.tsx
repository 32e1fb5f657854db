/** One report of the database: its text with all that was read in it. */
import type { ReportDetail } from "../../data/detail.ts";
import { Loaded } from "../../parts/states.tsx";
import { useResource } from "../../state/resource.ts";
import { query } from "../../state/route.ts";
import { ReportView } from "./view.tsx";

export function ReportPage({ id }: { id: string }) {
  const detail = useResource<ReportDetail>(`/api/reports/${encodeURIComponent(id)}`);
  return (
    <Loaded of={detail}>
      {(told) => <ReportView detail={told} at={spanOf(query.value.get("at"))} />}
    </Loaded>
  );
}

/** `34-50` as a span of the text; null where it is none. */
function spanOf(told: string | null): [number, number] | null {
  const found = told?.match(/^(\d+)-(\d+)$/);
  return found ? [Number(found[1]), Number(found[2])] : null;
}
