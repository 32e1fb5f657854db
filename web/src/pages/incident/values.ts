/** The values of an incident that can be judged, as they are now. */
import type { Detail } from "../../data/detail.ts";
import { figured, period } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { slotsOf } from "../../parts/figures.tsx";
import { language } from "../../state/prefs.ts";
import { bestOf } from "./views.ts";

export interface Judgeable {
  /** A count slot, `date`, `place`; "" for the incident as a whole. */
  slot: string;
  name: string;
  now: string;
  disputed: boolean;
  judged: boolean;
}

export function valuesOf(detail: Detail): Judgeable[] {
  const { incident } = detail;
  const best = bestOf(incident);
  const figures = slotsOf(best).map((slot): Judgeable => {
    const view = best[slot];
    const disputed = incident.relations.some((r) => r.slot === slot && r.kind === "contradiction");
    const now = figured(view);
    return { slot, name: code("slot", slot), now, disputed, judged: view?.judgement != null };
  });
  const date = incident.dates[0];
  const place = incident.places[0];
  return [
    {
      slot: "",
      name: say("whole_incident"),
      now: code("type", incident.type),
      disputed: false,
      judged: false,
    },
    ...figures,
    {
      slot: "date",
      name: say("date"),
      now: date ? period(date.start, date.end, date.grain) : say("unknown"),
      disputed: false,
      judged: date?.judgement != null,
    },
    {
      slot: "place",
      name: say("place"),
      now: placeName(detail) ?? say("unknown"),
      disputed: false,
      judged: place?.judgement != null,
    },
  ];
}

/** The best place, in Arabic by the words of a report. */
function placeName({ incident, line }: Detail): string | null {
  const inArabic = language.value === "ar" ? line.place_words : null;
  return inArabic ?? incident.places[0]?.value.name ?? line.place;
}
