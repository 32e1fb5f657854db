/** One claim: the figure, who says it and where, and its words in the report. */
import type { Passage } from "../../data/detail.ts";
import type { Account, Source } from "../../data/incident.ts";
import { bounds, day, percent } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { language } from "../../state/prefs.ts";
import { Quoted } from "../../text/passage.tsx";
import { Name, Words } from "../../text/words.tsx";

export function Claim(props: {
  account: Account;
  source: Source | undefined;
  passages: Passage[] | undefined;
}) {
  const { account, source } = props;
  const at = `${account.span.start}-${account.span.end}`;
  return (
    <li class="claim" data-standing={account.standing}>
      <p class="claim-head">
        <strong class="num claim-figure" dir="ltr">
          {bounds(account.low, account.high)}
        </strong>
        <span>{whom(account)}</span>
        {account.hedge !== "exact" && <span class="badge">{code("hedge", account.hedge)}</span>}
        {account.standing !== "current" && (
          <span class="badge">{code("standing", account.standing)}</span>
        )}
      </p>
      <p class="claim-who">
        <SpeakerName account={account} />
      </p>
      <Quoted words={account.words} span={account.span} passages={props.passages} />
      <p class="claim-foot">
        <a href={`/report/${encodeURIComponent(account.report)}?at=${at}`}>
          <Name text={source?.outlet ?? account.report} />
        </a>
        {account.told && <time dateTime={account.told}>{day(account.told)}</time>}
        <span class="quiet" title={say("confidence")}>
          {say("confidence")} <span class="num">{percent(account.confidence)}</span>
        </span>
      </p>
    </li>
  );
}

export function SpeakerName({
  account,
}: {
  account: Pick<Account, "speaker" | "speaker_kind"> & Partial<Account>;
}) {
  if (!account.speaker) return <span>{say("own_voice")}</span>;
  const inArabic = language.value === "ar" && account.speaker_words;
  return (
    <>
      <b>
        {inArabic ? (
          <Words text={account.speaker_words as string} />
        ) : (
          <Name text={account.speaker} />
        )}
      </b>{" "}
      <span class="quiet">({code("speaker", account.speaker_kind)})</span>
    </>
  );
}

/** The people counted, in words. */
export function whom({ whom }: Account): string {
  const more = [whom.age && code("age", whom.age), whom.sex && code("sex", whom.sex)];
  return [code("whom", whom.class), ...more]
    .filter(Boolean)
    .join(language.value === "ar" ? "، " : ", ");
}
