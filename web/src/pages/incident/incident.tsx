/** One incident: its figures, who says what in which words, its place, what was judged. */
import { useEffect } from "preact/hooks";
import type { Detail } from "../../data/detail.ts";
import { say } from "../../i18n/index.ts";
import { Loaded } from "../../parts/states.tsx";
import { changes } from "../../state/judging.ts";
import { useResource } from "../../state/resource.ts";
import { go } from "../../state/route.ts";
import { Blames } from "./blames.tsx";
import { Claims } from "./claims.tsx";
import { Head } from "./head.tsx";
import { History } from "./history.tsx";
import { Judging } from "./judging.tsx";
import { PlacePanel } from "./place.tsx";
import { Sources } from "./sources.tsx";
import { Updates } from "./updates.tsx";

export function IncidentPage({ id }: { id: string }) {
  const detail = useResource<Detail>(`/api/incidents/${encodeURIComponent(id)}`, changes.value);
  const moved = detail.value?.moved_to;
  useEffect(() => {
    if (moved) go(`/incident/${encodeURIComponent(moved)}`, "replace");
  }, [moved]);
  return <Loaded of={detail}>{(told) => <Shown detail={told} />}</Loaded>;
}

function Shown({ detail }: { detail: Detail }) {
  const { incident } = detail;
  return (
    <article class="incident" aria-label={say("incident")}>
      <Head detail={detail} />
      <div class="incident-main">
        <Claims detail={detail} />
        <Blames detail={detail} />
        <Sources incident={incident} />
      </div>
      <div class="incident-side">
        <Judging detail={detail} />
        <Updates incident={incident} />
        <PlacePanel places={incident.places} words={detail.line.place_words} />
        <History judgements={detail.judgements} />
      </div>
    </article>
  );
}
