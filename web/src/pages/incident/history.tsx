/** What analysts decided of the incident, in order; each can be undone. */
import type { Judged, Judgement } from "../../data/detail.ts";
import { bounds, day } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { slotName, undo } from "../../state/judging.ts";
import { mayJudge } from "../../state/session.ts";
import { Name } from "../../text/words.tsx";

export function History({ judgements }: { judgements: Judged[] }) {
  return (
    <section class="panel" aria-label={say("history")}>
      <header>
        <h2>{say("history")}</h2>
      </header>
      <ol class="body history">
        {!judgements.length && <li class="quiet">{say("no_history")}</li>}
        {judgements.map((one) => (
          <Entry key={one.judgement.id} of={one.judgement} holds={one.in_force} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ of, holds }: { of: Judgement; holds: boolean }) {
  return (
    <li data-undone={!holds || undefined}>
      <p>
        <b>{code("verdict", of.verdict)}</b> {of.slot && slotName(of.slot)}{" "}
        <Name text={valueTold(of)} />
        {!holds && of.verdict !== "undo" && <span class="badge">{say("undone")}</span>}
      </p>
      <p class="quiet">
        <Name text={of.who} /> · <time dateTime={of.at}>{day(of.at)}</time>
        {of.why && (
          <>
            {" · "}
            <Name text={of.why} />
          </>
        )}
      </p>
      {holds && mayJudge.value && of.verdict !== "undo" && (
        <button type="button" class="button plain" onClick={() => void undo(of.id)}>
          {say("undo")}
        </button>
      )}
    </li>
  );
}

function valueTold({ low, high, value }: Judgement): string {
  if (low !== null) return bounds(low, high ?? low);
  return value ?? "";
}
