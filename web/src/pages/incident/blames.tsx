/** Who claims, denies or is accused of it, and who says so. */
import type { Detail } from "../../data/detail.ts";
import { day } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { Quoted } from "../../text/passage.tsx";
import { Name } from "../../text/words.tsx";
import { SpeakerName } from "./claim.tsx";

export function Blames({ detail }: { detail: Detail }) {
  const told = detail.incident.responsibility;
  if (!told.length) return null;
  return (
    <section class="panel" aria-label={say("responsibility")}>
      <header>
        <h2>{say("responsibility")}</h2>
      </header>
      <ol class="body claim-grid">
        {told.map((blame) => (
          <li key={`${blame.report} ${blame.span.start} ${blame.actor}`} class="claim">
            <p class="claim-head">
              <b>
                <Name text={blame.actor} />
              </b>
              <span class="badge">{code("stance", blame.stance)}</span>
            </p>
            <p class="claim-who">
              <SpeakerName account={blame} />
            </p>
            <Quoted
              words={blame.words}
              span={blame.span}
              passages={detail.texts[blame.report]?.passages}
              kind="actor"
            />
            <p class="claim-foot">
              <a
                href={`/report/${encodeURIComponent(blame.report)}?at=${blame.span.start}-${blame.span.end}`}
              >
                {say("open_report")}
              </a>
              {blame.told && <time dateTime={blame.told}>{day(blame.told)}</time>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
