/** Language at one press; digits and theme in a menu. */
import { type Key, say } from "../i18n/index.ts";
import { type Digits, digits, language, type Theme, theme } from "../state/prefs.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

const THEMES: Theme[] = ["auto", "light", "dark"];
const DIGITS: Digits[] = ["latn", "arab"];

export function Settings() {
  const other = language.value === "ar" ? "en" : "ar";
  return (
    <>
      <button
        type="button"
        class="button plain"
        lang={other}
        onClick={() => {
          language.value = other;
        }}
      >
        {say("language_other")}
      </button>
      <Menu label={say("settings")} icon={<Icon name="gear" />}>
        <Choice
          legend={say("digits")}
          of={DIGITS}
          now={digits.value}
          name={(value) => say(`digits_${value}` as Key)}
          choose={(value) => {
            digits.value = value;
          }}
        />
        <Choice
          legend={say("theme")}
          of={THEMES}
          now={theme.value}
          name={(value) => say(`theme_${value}` as Key)}
          choose={(value) => {
            theme.value = value;
          }}
        />
      </Menu>
    </>
  );
}

function Choice<T extends string>(props: {
  legend: string;
  of: T[];
  now: T;
  name: (value: T) => string;
  choose: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.of.map((value) => (
        <label key={value} class="tick">
          <input
            type="radio"
            name={props.legend}
            checked={value === props.now}
            onChange={() => props.choose(value)}
          />
          {props.name(value)}
        </label>
      ))}
    </fieldset>
  );
}
