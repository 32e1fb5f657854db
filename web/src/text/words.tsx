/** Words of a report: text nodes alone, isolated from the text around, controls made visible. */
import { say } from "../i18n/index.ts";
import { pieces } from "./visible.ts";

/** A run of report text; inherits the direction of what holds it. */
export function Run({ text }: { text: string }) {
  return (
    <>
      {pieces(text).map(({ text, control }, n) =>
        control ? (
          <span key={n} class="control" title={say("hidden_character")}>
            {control}
          </span>
        ) : (
          text
        ),
      )}
    </>
  );
}

/** Words in a line of the interface: their own direction, the report's typeface. */
export function Words({ text, class: name = "" }: { text: string; class?: string }) {
  return (
    <bdi class={`words ${name}`} lang="ar">
      <Run text={text} />
    </bdi>
  );
}

/** A name in a line of the interface, in whatever script it comes. */
export function Name({ text, class: name }: { text: string; class?: string }) {
  return (
    <bdi class={name}>
      <Run text={text} />
    </bdi>
  );
}
