/** Another value for a figure, a date or a place; unsaved until it is sent or dropped. */
import { useEffect, useState } from "preact/hooks";
import type { Detail } from "../../data/detail.ts";
import { type Key, say } from "../../i18n/index.ts";
import { Input } from "../../parts/input.tsx";
import { type Decision, judge } from "../../state/judging.ts";
import { noteUnsaved } from "../../state/unsaved.ts";
import { bestOf } from "./views.ts";

interface Field {
  name: Key;
  type: "number" | "date" | "text";
  step?: string;
  required: boolean;
}

const FIGURE: Field[] = [
  { name: "least", type: "number", required: true },
  { name: "most", type: "number", required: false },
];
const DATE: Field[] = [
  { name: "first_day", type: "date", required: true },
  { name: "last_day", type: "date", required: false },
];
const PLACE: Field[] = [
  { name: "place_name", type: "text", required: true },
  { name: "latitude", type: "number", step: "any", required: true },
  { name: "longitude", type: "number", step: "any", required: true },
];

export function Correction(props: { detail: Detail; slot: string; done: () => void }) {
  const { detail, slot } = props;
  const fields = slot === "date" ? DATE : slot === "place" ? PLACE : FIGURE;
  const [first] = useState(() => startOf(detail, slot));
  const [told, setTold] = useState(first);
  const [why, setWhy] = useState("");
  const [saving, setSaving] = useState(false);
  const begun = told.some((value, n) => value !== first[n]) || why !== "";
  useUnsaved(`correction of ${detail.incident.id} ${slot}`, begun);
  const send = async (event: Event) => {
    event.preventDefault();
    setSaving(true);
    const done = await judge({
      ...corrected(slot, told),
      verdict: "correct",
      ids: [detail.incident.id],
      slot,
      why,
    });
    setSaving(false);
    if (done) props.done();
  };
  return (
    <form
      class="correction fade"
      onSubmit={send}
      onKeyDown={(event) => event.key === "Escape" && props.done()}
    >
      {fields.map((field, n) => (
        <label key={field.name} class="field">
          <span>{say(field.name)}</span>
          <Input
            type={field.type}
            step={field.step}
            min={fields === FIGURE ? 0 : undefined}
            required={field.required}
            value={told[n] ?? ""}
            ref={n === 0 ? focusOnce : undefined}
            onInput={(value) => setTold(told.map((old, k) => (k === n ? value : old)))}
          />
        </label>
      ))}
      <label class="field field-why">
        <span>{say("why")}</span>
        <input
          type="text"
          required
          placeholder={say("why_hint")}
          value={why}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
      </label>
      <p class="correction-doors">
        <button type="submit" class="button main" disabled={saving}>
          {say(saving ? "saving" : "save")}
        </button>
        <button type="button" class="button" onClick={props.done}>
          {say("cancel")}
        </button>
      </p>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null) {
  if (!field || field.dataset.focused) return;
  field.dataset.focused = "yes";
  field.focus();
  if (field.type !== "date") field.select();
}

function useUnsaved(what: string, begun: boolean) {
  useEffect(() => {
    noteUnsaved(what, begun);
    return () => noteUnsaved(what, false);
  }, [what, begun]);
}

/** What the fields hold at first: the value as it is now. */
function startOf({ incident }: Detail, slot: string): string[] {
  const date = incident.dates[0];
  const place = incident.places[0]?.value;
  if (slot === "date") return [date?.start.slice(0, 10) ?? "", date?.end.slice(0, 10) ?? ""];
  if (slot === "place")
    return [place?.name ?? "", String(place?.lat ?? ""), String(place?.lon ?? "")];
  const view = bestOf(incident)[slot];
  return [String(view?.best ?? view?.low ?? ""), ""];
}

/** The value as the API takes it: bounds, `FIRST/LAST`, or `LAT,LON,NAME`. */
function corrected(slot: string, told: string[]): Pick<Decision, "low" | "high" | "value"> {
  const [a = "", b = "", c = ""] = told;
  if (slot === "date") return { value: b && b !== a ? `${a}/${b}` : a };
  if (slot === "place") return { value: `${b},${c},${a}` };
  return { low: Number(a), high: b === "" ? Number(a) : Number(b) };
}
