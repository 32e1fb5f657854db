/** A report's text, what is marked in it, and what the mark under the hand means. */
import { useState } from "preact/hooks";
import type { Mention, ReportDetail } from "../../data/detail.ts";
import { day, num } from "../../i18n/format.ts";
import { say } from "../../i18n/index.ts";
import { me } from "../../state/session.ts";
import { Name, Words } from "../../text/words.tsx";
import { Body } from "./body.tsx";
import { Inspector } from "./inspector.tsx";
import { Legend } from "./legend.tsx";
import { Related } from "./related.tsx";

export function ReportView({ detail, at }: { detail: ReportDetail; at: [number, number] | null }) {
  const { report, mentions } = detail;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [under, setUnder] = useState<Mention[]>([]);
  const shown = mentions.filter((mention) => !hidden.has(mention.kind));
  return (
    <article class="report" aria-label={say("report")}>
      <header class="report-head">
        <p class="quiet">
          <Name text={report.outlet ?? report.id} />
          {report.published && (
            <>
              {" · "}
              <time dateTime={report.published}>{day(report.published)}</time>
            </>
          )}
          <Original url={report.url} />
        </p>
        <h1>{report.title ? <Words text={report.title} /> : say("report")}</h1>
        {me.value?.names_shown === false && <p class="quiet">{say("masked")}</p>}
      </header>
      <div class="report-main">
        <Legend mentions={mentions} hidden={hidden} change={setHidden} />
        <Body text={report.text} title={report.title} mentions={shown} at={at} show={setUnder} />
      </div>
      <div class="report-side">
        <Inspector mentions={under} />
        <Related rows={detail.incidents} />
        <p class="quiet num">
          {say("offsets", { start: num(0), end: num([...report.text].length) })}
        </p>
      </div>
    </article>
  );
}

/** The page the report came from; only web addresses become links. */
function Original({ url }: { url: string | null }) {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  return (
    <>
      {" · "}
      <a href={url} target="_blank" rel="noreferrer noopener" title={say("new_tab")}>
        {say("original")}
      </a>
    </>
  );
}
