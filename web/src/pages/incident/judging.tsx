/** Judging an incident, value by value, with buttons or keys. */
import { useEffect, useState } from "preact/hooks";
import type { Detail } from "../../data/detail.ts";
import { say } from "../../i18n/index.ts";
import { Icon } from "../../parts/icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { judge, undoLast } from "../../state/judging.ts";
import { mayJudge } from "../../state/session.ts";
import { Name } from "../../text/words.tsx";
import { Correction } from "./correction.tsx";
import { type Judgeable, valuesOf } from "./values.ts";

export function Judging({ detail }: { detail: Detail }) {
  const values = valuesOf(detail);
  const first = Math.max(
    0,
    values.findIndex((value) => value.disputed && !value.judged),
  );
  const [at, setAt] = useState(first);
  const [correcting, setCorrecting] = useState(false);
  const id = detail.incident.id;
  useEffect(() => {
    setAt(first);
    setCorrecting(false);
  }, [id]);
  const now = values[Math.min(at, values.length - 1)] as Judgeable;
  const decide = (verdict: "accept" | "reject") =>
    void judge({ verdict, ids: [id], ...(now.slot && { slot: now.slot }), why: "" });
  const choose = (n: number) => {
    setAt(Math.max(0, Math.min(values.length - 1, n)));
    setCorrecting(false);
  };
  const holding = detail.judgements.filter((one) => one.in_force).at(-1)?.judgement;
  const back = () => void undoLast(holding?.id);
  useKeys({
    KeyA: () => mayJudge.value && decide("accept"),
    KeyR: () => mayJudge.value && decide("reject"),
    KeyC: () => mayJudge.value && now.slot && setCorrecting(true),
    KeyU: () => mayJudge.value && back(),
    ArrowDown: () => choose(at + 1),
    ArrowUp: () => choose(at - 1),
  });
  return (
    <section class="panel judging" aria-label={say("what_judged")}>
      <header>
        <h2>{say("what_judged")}</h2>
        {!mayJudge.value && <span class="quiet">{say("reader_only")}</span>}
      </header>
      <div class="body">
        <ul class="values">
          {values.map((value, n) => (
            <Value key={value.slot} of={value} chosen={n === at} choose={() => choose(n)} />
          ))}
        </ul>
        {mayJudge.value && (
          <Doors of={now} decide={decide} correct={() => setCorrecting(true)} back={back} />
        )}
        {correcting && now.slot && (
          <Correction
            key={`${id} ${now.slot}`}
            detail={detail}
            slot={now.slot}
            done={() => setCorrecting(false)}
          />
        )}
      </div>
    </section>
  );
}

function Value(props: { of: Judgeable; chosen: boolean; choose: () => void }) {
  const { of } = props;
  return (
    <li>
      <button
        type="button"
        class="value"
        aria-pressed={props.chosen}
        data-slot={of.slot}
        onClick={props.choose}
      >
        <span>{of.name}</span>
        <b class="num">
          <Name text={of.now} />
        </b>
        {of.disputed && (
          <span class="badge warn" title={say("disputed")}>
            <Icon name="disputed" size={12} />
            <span class="seen-only-by-readers">{say("disputed")}</span>
          </span>
        )}
        {of.judged && (
          <span class="badge good" title={say("judged")}>
            <Icon name="check" size={12} />
            <span class="seen-only-by-readers">{say("judged")}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function Doors(props: {
  of: Judgeable;
  decide: (verdict: "accept" | "reject") => void;
  correct: () => void;
  back: () => void;
}) {
  return (
    <p class="doors" role="group" aria-label={`${say("what_judged")}: ${props.of.name}`}>
      <button type="button" class="button main" onClick={() => props.decide("accept")}>
        {say("accept")} <kbd>A</kbd>
      </button>
      <button type="button" class="button" disabled={!props.of.slot} onClick={props.correct}>
        {say("correct")} <kbd>C</kbd>
      </button>
      <button type="button" class="button" onClick={() => props.decide("reject")}>
        {say("reject")} <kbd>R</kbd>
      </button>
      <button type="button" class="button plain" onClick={props.back}>
        {say("undo")} <kbd>U</kbd>
      </button>
    </p>
  );
}
