/** The frame of every page, and which page an address means. */
import { useEffect, useState } from "preact/hooks";
import { ApiError, signedOut } from "./data/client.ts";
import { type Key, say } from "./i18n/index.ts";
import { Card } from "./pages/card.tsx";
import { IncidentPage } from "./pages/incident/incident.tsx";
import { Login } from "./pages/login.tsx";
import { Overview } from "./pages/overview/overview.tsx";
import { PastePage } from "./pages/report/paste.tsx";
import { ReportPage } from "./pages/report/report.tsx";
import { Review } from "./pages/review/review.tsx";
import { Header } from "./parts/header.tsx";
import { Empty, Failed, Loading } from "./parts/states.tsx";
import { Toasts } from "./parts/toasts.tsx";
import { path } from "./state/route.ts";
import { loadMe, me } from "./state/session.ts";

export function App() {
  const [error, setError] = useState<ApiError | null>(null);
  const start = () => {
    setError(null);
    loadMe().catch((told: unknown) =>
      setError(told instanceof ApiError ? told : new ApiError(0, "")),
    );
  };
  useEffect(start, []);
  const locked = signedOut.value || path.value === "/login";
  return (
    <>
      <Header />
      <main id="main" tabIndex={-1}>
        {locked ? (
          <Login done={start} />
        ) : error ? (
          <Failed error={error} again={start} />
        ) : me.value ? (
          <Page />
        ) : (
          <Loading />
        )}
      </main>
      <Toasts />
    </>
  );
}

function Page() {
  const [, page, id, part] = path.value.split("/").map(decodeURIComponent);
  useTitle(page ?? "");
  if (!page) return <Overview />;
  if (page === "incident" && id)
    return part === "card" ? <Card id={id} /> : <IncidentPage key={id} id={id} />;
  if (page === "report") return id ? <ReportPage key={id} id={id} /> : <PastePage />;
  if (page === "review") return <Review />;
  return <Empty title={say("not_found")} hint={path.value} />;
}

const TITLES: Record<string, Key> = {
  "": "overview",
  incident: "incident",
  report: "report",
  review: "review",
};

function useTitle(page: string) {
  const key = TITLES[page];
  const title = `${key ? `${say(key)} · ` : ""}${say("name")}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
