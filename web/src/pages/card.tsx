/** An incident on one sheet, to print or to save. */
import type { Detail } from "../data/detail.ts";
import { say } from "../i18n/index.ts";
import { Loaded } from "../parts/states.tsx";
import { useResource } from "../state/resource.ts";
import { Claims } from "./incident/claims.tsx";
import { Head } from "./incident/head.tsx";
import { History } from "./incident/history.tsx";
import { Sources } from "./incident/sources.tsx";
import { standalone } from "./standalone.ts";

export function Card({ id }: { id: string }) {
  const detail = useResource<Detail>(`/api/incidents/${encodeURIComponent(id)}`);
  return (
    <Loaded of={detail}>
      {(told) => (
        <div class="card-page">
          <p class="doors no-print">
            <button type="button" class="button main" onClick={() => print()}>
              {say("print")}
            </button>
            <button type="button" class="button" onClick={() => save(id)}>
              {say("save_card")}
            </button>
            <a class="button" href={`/incident/${encodeURIComponent(id)}`}>
              {say("incident")}
            </a>
          </p>
          <article class="card">
            <Head detail={told} />
            <Claims detail={told} />
            <Sources incident={told.incident} />
            {told.judgements.length > 0 && <History judgements={told.judgements} />}
            <footer class="quiet">
              {say("name")} · <bdi dir="ltr">{told.incident.id}</bdi>
            </footer>
          </article>
        </div>
      )}
    </Loaded>
  );
}

function save(id: string) {
  const card = document.querySelector(".card");
  if (!card) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([standalone(card, id)], { type: "text/html" }));
  link.download = `waqai-${id}.html`;
  link.click();
  URL.revokeObjectURL(link.href);
}
