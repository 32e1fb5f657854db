/** What the marks under the hand stand for: value, rule, words, offsets. */
import type { Mention } from "../../data/detail.ts";
import { num } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { Name, Words } from "../../text/words.tsx";
import { described } from "./described.ts";

export function Inspector({ mentions }: { mentions: Mention[] }) {
  return (
    <section class="panel inspector" aria-live="polite" aria-label={say("value")}>
      {!mentions.length && <p class="body quiet hint">{say("what_is_this")}</p>}
      {mentions.map((mention) => (
        <div key={`${mention.kind} ${mention.start} ${mention.rules[0]}`} class="body mention">
          <h2 class={`key k-${mention.kind}`}>{code("kind", mention.kind)}</h2>
          <p class="mention-words">
            <Words text={mention.text} />
          </p>
          <dl class="pairs">
            {described(mention).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Name text={value} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{say("rule")}</dt>
              <dd>
                <bdi class="rule" dir="ltr">
                  {mention.rules.join(" ← ")}
                </bdi>
              </dd>
            </div>
          </dl>
          <p class="quiet num">
            {say("offsets", { start: num(mention.start), end: num(mention.end) })}
          </p>
        </div>
      ))}
    </section>
  );
}
