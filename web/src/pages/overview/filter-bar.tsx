/** The conditions of the filter: the usual ones at hand, the others in a menu, those set as chips. */
import { useEffect, useState } from "preact/hooks";
import type { Counts } from "../../data/overview.ts";
import { country, digitsOf, period } from "../../i18n/format.ts";
import { code, codesOf, type Group, type Key, say } from "../../i18n/index.ts";
import { Icon } from "../../parts/icon.tsx";
import { Input } from "../../parts/input.tsx";
import { Menu } from "../../parts/menu.tsx";
import { type Condition, clearFilter, filter, setFilter } from "../../state/filter.ts";
import { plain } from "../../text/visible.ts";
import { Name } from "../../text/words.tsx";

export function FilterBar({ counts }: { counts: Counts | null }) {
  const [open, setOpen] = useState(false);
  const countries = counts?.country?.flatMap(([iso]) => iso ?? []) ?? [];
  return (
    <search class="filter-bar">
      <button
        type="button"
        class="button filter-door"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="sliders" size={16} /> {say("filters")}
      </button>
      <form
        class="conditions"
        data-open={open || undefined}
        aria-label={say("filters")}
        onSubmit={(event) => event.preventDefault()}
      >
        <Typed name="text" label={say("search_reports")} type="search" />
        <Chosen
          name="type"
          label={say("type")}
          of={codesOf("type")}
          told={(value) => code("type", value)}
        />
        <Chosen name="country" label={say("country")} of={countries} told={(iso) => country(iso)} />
        <Typed name="since" label={say("since")} type="date" />
        <Typed name="until" label={say("until")} type="date" />
        <Yes name="disputed" value="yes" label={say("disputed")} />
        <Yes name="judged" value="no" label={say("unreviewed")} />
        <Menu
          label={say("more_filters")}
          icon={
            <>
              <Icon name="sliders" size={16} /> {say("more_filters")}
            </>
          }
        >
          <Chosen
            name="status"
            label={say("status")}
            of={codesOf("status")}
            told={(value) => code("status", value)}
          />
          <Typed name="admin1" label={say("governorate")} type="text" />
          <Typed name="actor" label={say("actor")} type="text" />
          <Chosen
            name="target"
            label={say("target")}
            of={codesOf("target")}
            told={(value) => code("target", value)}
          />
          <Typed name="killed" label={say("killed_least")} type="number" />
          <Yes name="main" value="yes" label={say("main_only")} />
        </Menu>
      </form>
      <Chips />
    </search>
  );
}

/** A field whose value is asked for when it is left or Enter is pressed; days at once. */
function Typed({
  name,
  label,
  type,
}: {
  name: Condition;
  label: string;
  type: "search" | "date" | "text" | "number";
}) {
  const now = filter.value[name] ?? "";
  const [value, setValue] = useState(now);
  useEffect(() => setValue(now), [now]);
  const ask = (told: string) => told !== now && setFilter({ [name]: told.trim() || null });
  return (
    <label class={`field field-${name}`}>
      <span>{label}</span>
      <Input
        type={type}
        min={type === "number" ? 0 : undefined}
        value={value}
        onInput={setValue}
        onChange={() => ask(value)}
        onKeyDown={(event: KeyboardEvent) => event.key === "Enter" && ask(value)}
      />
    </label>
  );
}

function Chosen(props: {
  name: Condition;
  label: string;
  of: string[];
  told: (value: string) => string;
}) {
  const now = filter.value[props.name] ?? "";
  const all = now && !props.of.includes(now) ? [now, ...props.of] : props.of;
  return (
    <label class={`field field-${props.name}`}>
      <span>{props.label}</span>
      <select
        value={now}
        onChange={(event) => setFilter({ [props.name]: event.currentTarget.value || null })}
      >
        <option value="">{say("any")}</option>
        {all.map((value) => (
          <option key={value} value={value}>
            {props.told(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Yes({ name, value, label }: { name: Condition; value: string; label: string }) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={filter.value[name] === value}
        onChange={(event) => setFilter({ [name]: event.currentTarget.checked ? value : null })}
      />
      {label}
    </label>
  );
}

/** What is set, each with a button that takes it away. */
function Chips() {
  const { since, until, ...rest } = filter.value;
  const set = Object.entries(rest) as [Condition, string][];
  if (!set.length && !since && !until) return null;
  const days =
    since && until
      ? period(since, until)
      : since
        ? `${say("since")} ${period(since, since)}`
        : until
          ? `${say("until")} ${period(until, until)}`
          : "";
  return (
    <ul class="chips">
      {days && <Chip told={days} drop={() => setFilter({ since: null, until: null })} />}
      {set.map(([name, value]) => (
        <Chip key={name} told={told(name, value)} drop={() => setFilter({ [name]: null })} />
      ))}
      <li>
        <button type="button" class="button plain" onClick={clearFilter}>
          {say("clear_all")}
        </button>
      </li>
    </ul>
  );
}

function Chip({ told, drop }: { told: string; drop: () => void }) {
  return (
    <li>
      <button
        type="button"
        class="chip"
        aria-label={`${say("clear")}: ${plain(told)}`}
        onClick={drop}
      >
        <Name text={told} /> <Icon name="close" size={12} />
      </button>
    </li>
  );
}

const TRUTHS: Partial<Record<Condition, [yes: Key, no: Key]>> = {
  disputed: ["disputed", "undisputed"],
  judged: ["reviewed", "unreviewed"],
  main: ["main_only", "main_only"],
};
const CODED: Partial<Record<Condition, Group>> = {
  type: "type",
  status: "status",
  target: "target",
};

function told(name: Condition, value: string): string {
  const truth = TRUTHS[name];
  if (truth) return say(truth[value === "yes" ? 0 : 1]);
  if (name === "box") return say("area");
  if (name === "country") return country(value);
  const group = CODED[name];
  if (group) return code(group, value);
  return name === "killed" ? `${say("killed_least")} ${digitsOf(value)}` : value;
}
