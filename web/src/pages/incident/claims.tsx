/** Every claim with its speaker, outlet, time and words; those that disagree side by side. */
import type { Detail } from "../../data/detail.ts";
import type { Account, Incident } from "../../data/incident.ts";
import { num } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { Claim } from "./claim.tsx";
import { disagreements, opposed as versus } from "./relations.ts";

const LATER = new Set(["part", "repeat", "superseded", "rejected", "open"]);

export function Claims({ detail }: { detail: Detail }) {
  const slots = [...new Set(detail.incident.accounts.map((account) => account.slot))];
  return (
    <section class="panel" aria-labelledby="claims">
      <header>
        <h2 id="claims">{say("claims")}</h2>
        <span class="quiet">{say("claims_help")}</span>
      </header>
      <div class="body claims">
        {!slots.length && <p class="quiet">{say("no_figures")}</p>}
        {slots.map((slot) => (
          <Slot key={slot} slot={slot} detail={detail} />
        ))}
      </div>
    </section>
  );
}

function Slot({ slot, detail }: { slot: string; detail: Detail }) {
  const { incident } = detail;
  const own = incident.accounts
    .map((account, n) => ({ account, n }))
    .filter((a) => a.account.slot === slot);
  const against = disagreements(incident, slot);
  const opposed = own.filter(({ n }) => against.some((r) => r.first === n || r.second === n));
  const rest = own.filter((one) => !opposed.includes(one));
  const standing = rest.filter(({ account }) => !LATER.has(account.standing));
  const others = rest.filter(({ account }) => LATER.has(account.standing));
  return (
    <section class="slot" aria-label={code("slot", slot)}>
      <h3>{code("slot", slot)}</h3>
      {opposed.length > 0 && (
        <div class="opposed">
          <p class="opposed-head">
            <span class="badge bad">{say("disagree")}</span>
            <b>
              {versus(incident, against).map((told, n) => (
                <span key={told}>
                  {n > 0 && ` ${say("against")} `}
                  <bdi class="num">{told}</bdi>
                </span>
              ))}
            </b>
          </p>
          <Grid of={opposed} detail={detail} />
        </div>
      )}
      <Grid of={standing} detail={detail} />
      {others.length > 0 && (
        <details open={!opposed.length && !standing.length}>
          <summary>{summary(others.map(({ account }) => account))}</summary>
          <Grid of={others} detail={detail} />
        </details>
      )}
    </section>
  );
}

function summary(accounts: Account[]): string {
  const counted = new Map<string, number>();
  for (const { standing } of accounts) counted.set(standing, (counted.get(standing) ?? 0) + 1);
  return [...counted]
    .map(([standing, n]) => `${code("standing", standing)}: ${num(n)}`)
    .join(" · ");
}

function Grid({ of, detail }: { of: { account: Account; n: number }[]; detail: Detail }) {
  if (!of.length) return null;
  return (
    <ol class="claim-grid">
      {of.map(({ account, n }) => (
        <Claim
          key={n}
          account={account}
          source={sourceOf(detail.incident, account)}
          passages={detail.texts[account.report]?.passages}
        />
      ))}
    </ol>
  );
}

function sourceOf(incident: Incident, account: Account) {
  return incident.sources.find((source) => source.report === account.report);
}
