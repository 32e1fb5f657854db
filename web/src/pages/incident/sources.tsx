/** The reports that tell it, and why they are taken for one incident. */
import type { Incident, Source } from "../../data/incident.ts";
import { day } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { language } from "../../state/prefs.ts";
import { Name, Words } from "../../text/words.tsx";

export function Sources({ incident }: { incident: Incident }) {
  return (
    <section class="panel" aria-label={say("sources")}>
      <header>
        <h2>{say("sources")}</h2>
      </header>
      <ol class="body sources">
        {incident.sources.map((source) => (
          <Report key={source.report} source={source} incident={incident} />
        ))}
      </ol>
    </section>
  );
}

function Report({ source, incident }: { source: Source; incident: Incident }) {
  const first = incident.sources.find((other) => other.group === source.group);
  const members = incident.members.filter((member) => member.report === source.report);
  return (
    <li>
      <p>
        <a href={`/report/${encodeURIComponent(source.report)}`}>
          {source.title ? <Words text={source.title} /> : <Name text={source.report} />}
        </a>
      </p>
      <p class="quiet">
        <Name text={source.outlet ?? source.report} />
        {source.published && (
          <>
            {" · "}
            <time dateTime={source.published}>{day(source.published)}</time>
          </>
        )}
        {first !== source && <> · {say("copies")}</>}
        {members.map((member) => ` · ${code("type", member.type)}`)}
      </p>
      {members.map(
        (member) =>
          member.why && (
            <p
              key={member.event}
              class="why"
              lang="en"
              dir={language.value === "ar" ? "ltr" : undefined}
            >
              {member.why}
            </p>
          ),
      )}
    </li>
  );
}
