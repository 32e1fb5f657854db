/** Decisions of the reader: sent at once, kept as unsaved until the server has them, undone. */
import { signal } from "@preact/signals";
import { ApiError, post } from "../data/client.ts";
import type { Judgement } from "../data/detail.ts";
import { code, say } from "../i18n/index.ts";
import { toast } from "../parts/toasts.tsx";
import { noteUnsaved } from "./unsaved.ts";

export interface Decision {
  verdict: "accept" | "correct" | "reject" | "merge" | "split";
  ids: string[];
  others?: string[];
  slot?: string;
  low?: number;
  high?: number;
  value?: string;
  why: string;
}

export interface Made {
  judgement: Judgement;
  /** The incidents that now hold what was judged. */
  incidents: string[];
}

/** Goes up with every change: what is on screen is asked for anew. */
export const changes = signal(0);
/** Ids of judgements made here, the last one last. */
export const made = signal<readonly string[]>([]);

/** Save a decision. Null where it could not be saved: it is then kept, and offered again. */
export async function judge(decision: Decision): Promise<Made | null> {
  const done = await send("/api/judgements", decision, told(decision));
  if (done) {
    made.value = [...made.value, done.judgement.id];
    const action = { name: say("undo"), run: () => void undo(done.judgement.id) };
    toast(say("saved", { what: told(decision) }), { action });
  }
  return done;
}

/** Take a judgement back, or bring back one that was taken back. */
export async function undo(id: string): Promise<Made | null> {
  const done = await send(
    `/api/judgements/${encodeURIComponent(id)}/undo`,
    { why: "" },
    say("undo"),
  );
  if (done) {
    made.value = made.value.filter((one) => one !== id);
    toast(say("undone_told", { what: code("verdict", done.judgement.verdict) }));
  }
  return done;
}

/** Undo what was last decided here, else the `other` judgement. */
export async function undoLast(other?: string): Promise<Made | null> {
  const last = made.value.at(-1) ?? other;
  return last ? undo(last) : null;
}

async function send(
  address: string,
  body: unknown,
  what: string,
  key = fresh(),
): Promise<Made | null> {
  noteUnsaved(key, true);
  try {
    const done = await post<Made>(address, body, key);
    noteUnsaved(key, false);
    changes.value += 1;
    return done;
  } catch (error) {
    const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
    const message = error instanceof ApiError && error.message ? error.message : say("offline");
    if (refused) noteUnsaved(key, false);
    const again = { name: say("retry"), run: () => void send(address, body, what, key) };
    toast(`${what}: ${message}`, refused ? { bad: true } : { bad: true, action: again });
    return null;
  }
}

function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function told({ verdict, slot }: Decision): string {
  return slot ? `${code("verdict", verdict)} · ${slotName(slot)}` : code("verdict", verdict);
}

/** A slot that can be judged: a figure, the date, the place. */
export function slotName(slot: string): string {
  if (slot === "date" || slot === "place") return say(slot);
  return code("slot", slot);
}
