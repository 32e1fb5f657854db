/** Names of places and parties in the reader's language: words of the report in Arabic, else names. */
import type { PartyBrief, Row } from "../data/incident.ts";
import { country, period } from "../i18n/format.ts";
import { say } from "../i18n/index.ts";
import { unit } from "../i18n/units.ts";
import { language } from "../state/prefs.ts";
import { Name, Words } from "../text/words.tsx";

type Placed = Pick<Row, "place" | "place_words" | "admin1" | "country">;

export function Where({ of }: { of: Placed }) {
  if (!of.place) return <span class="quiet">{country(of.country) || say("unknown")}</span>;
  const inArabic = language.value === "ar" && of.place_words;
  const around = [
    of.admin1 && of.admin1 !== of.place ? unit(of.country, of.admin1) : null,
    country(of.country),
  ];
  return (
    <span class="where">
      {inArabic ? <Words text={of.place_words as string} /> : <Name text={of.place} />}
      {around.filter(Boolean).map((name) => (
        <span key={name}>
          {language.value === "ar" ? "، " : ", "}
          <Name text={name ?? ""} />
        </span>
      ))}
    </span>
  );
}

type Dated = Pick<Row, "start" | "end" | "grain" | "assumed">;

export function When({ of }: { of: Dated }) {
  if (!of.start) return <span class="quiet">{say("unknown")}</span>;
  return (
    <time dateTime={of.start}>
      {period(of.start, of.end ?? of.start, of.grain ?? "day")}
      {of.assumed && <span class="quiet"> ({say("assumed")})</span>}
    </time>
  );
}

export function PartyName({ of }: { of: PartyBrief }) {
  return language.value === "ar" ? <Words text={of.words} /> : <Name text={of.name} />;
}
