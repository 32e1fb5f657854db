/** A report pasted or a file chosen, read on the spot; nothing of it is kept. */
import { useRef, useState } from "preact/hooks";
import { ApiError, post } from "../../data/client.ts";
import type { ReportDetail } from "../../data/detail.ts";
import { address } from "../../data/overview.ts";
import { num } from "../../i18n/format.ts";
import { say } from "../../i18n/index.ts";
import { Failed } from "../../parts/states.tsx";
import { changes } from "../../state/judging.ts";
import { mayJudge } from "../../state/session.ts";
import { ReportView } from "./view.tsx";

export function PastePage() {
  const form = useRef<HTMLFormElement>(null);
  const [read, setRead] = useState<ReportDetail[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event?: Event) => {
    event?.preventDefault();
    if (!form.current) return;
    setBusy(true);
    setError(null);
    try {
      const found = await sent(new FormData(form.current));
      setRead(found);
      if (found.some((one) => one.kept)) changes.value += 1;
    } catch (told) {
      setError(told instanceof ApiError ? told : new ApiError(0, String(told)));
    }
    setBusy(false);
  };
  return (
    <div class="paste">
      <section class="panel">
        <header>
          <h1 class="h2">{say("paste_title")}</h1>
        </header>
        <form class="body paste-form" ref={form} onSubmit={send}>
          <label class="field">
            <span>{say("paste_text")}</span>
            <textarea name="text" rows={9} lang="ar" dir="rtl" aria-describedby="paste-hint" />
          </label>
          <p class="quiet" id="paste-hint">
            {say("paste_hint")}
          </p>
          <div class="paste-fields">
            <label class="field">
              <span>{say("published")}</span>
              <input type="date" name="published" />
            </label>
            <label class="field">
              <span>{say("outlet")}</span>
              <input type="text" name="outlet" />
            </label>
            <label class="field">
              <span>{say("file")}</span>
              <input type="file" name="file" accept=".txt,.html,.htm,.json,.jsonl,.csv" />
            </label>
            {mayJudge.value && (
              <label class="tick">
                <input type="checkbox" name="keep" />
                {say("keep")}
              </label>
            )}
            <button type="submit" class="button main" disabled={busy}>
              {say(busy ? "reading" : "read")}
            </button>
          </div>
        </form>
      </section>
      {error && <Failed error={error} again={() => void send()} />}
      {read?.map((detail) => (
        <section key={detail.report.id} aria-label={say("result")}>
          <p class="quiet">
            {say(detail.kept ? "kept" : "not_kept")}{" "}
            {detail.events.length
              ? say("events_n", { n: num(detail.events.length) })
              : say("no_events")}
          </p>
          <ReportView detail={detail} at={null} />
        </section>
      ))}
    </div>
  );
}

/** The first line is the title where an empty line follows it, as `waqai read` has it. */
function cut(text: string): { title: string | null; body: string } {
  const found = text.match(/^[^\S\n]*(\S[^\n]*)\n[^\S\n]*\n([\s\S]+)$/);
  return found ? { title: found[1] ?? null, body: found[2] ?? "" } : { title: null, body: text };
}

async function sent(form: FormData): Promise<ReportDetail[]> {
  const [published, outlet] = [String(form.get("published")), String(form.get("outlet"))];
  const keep = form.get("keep") !== null;
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    const to = address("/api/read/file", { name: file.name, published, keep: keep ? "yes" : "no" });
    return (await post<{ reports: ReportDetail[] }>(to, file)).reports;
  }
  const told = cut(String(form.get("text")).replace(/\r\n?/g, "\n"));
  const body = { ...told, published: published || null, outlet: outlet || null, keep };
  return [await post<ReportDetail>("/api/read", body)];
}
