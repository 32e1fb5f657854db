/** What the reader has begun and not saved; the page is not left without a question. */
import { computed, signal } from "@preact/signals";
import { say } from "../i18n/index.ts";

const open = signal<ReadonlySet<string>>(new Set());

export const anyUnsaved = computed(() => open.value.size > 0);

/** Note that `what` is begun (`true`), or saved or dropped. */
export function noteUnsaved(what: string, begun: boolean): void {
  if (open.peek().has(what) === begun) return;
  const next = new Set(open.peek());
  if (begun) next.add(what);
  else next.delete(what);
  open.value = next;
}

/** Whether the page may be left: asks where something is unsaved. */
export function mayLeave(): boolean {
  if (!anyUnsaved.peek()) return true;
  const leaves = confirm(say("leave_unsaved"));
  if (leaves) open.value = new Set();
  return leaves;
}

addEventListener("beforeunload", (event) => {
  if (anyUnsaved.peek()) event.preventDefault();
});
