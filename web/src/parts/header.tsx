/** The bar above every page: where one is, and how one reads. */
import { say } from "../i18n/index.ts";
import { asked } from "../state/filter.ts";
import { path } from "../state/route.ts";
import { anyUnsaved } from "../state/unsaved.ts";
import { Account } from "./account.tsx";
import { Settings } from "./settings.tsx";

export function Header() {
  const filter = asked.value ? `?${asked.value}` : "";
  return (
    <header class="top">
      <a class="skip" href="#main">
        {say("skip_to_content")}
      </a>
      <a class="brand" href="/" aria-label={`${say("name")}: ${say("overview")}`}>
        <Mark />
        <span>{say("name")}</span>
      </a>
      <nav aria-label={say("name")}>
        <Tab to={`/${filter}`} at="/" name={say("overview")} />
        <Tab to={`/review${filter}`} at="/review" name={say("review")} />
        <Tab to="/report" at="/report" name={say("read_report")} />
      </nav>
      <span class="grow" />
      {anyUnsaved.value && <span class="badge warn">{say("saving")}</span>}
      <Settings />
      <Account />
    </header>
  );
}

function Tab({ to, at, name }: { to: string; at: string; name: string }) {
  const here = path.value === at;
  return (
    <a href={to} aria-current={here ? "page" : undefined}>
      {name}
    </a>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#1f5f66" />
      <circle cx="11" cy="20" r="5" fill="#fff" />
      <circle cx="21" cy="12" r="5" fill="none" stroke="#f2b34b" stroke-width="2.6" />
      <path d="M13.5 17.5 18 14" stroke="#fff" stroke-width="1.6" />
    </svg>
  );
}
