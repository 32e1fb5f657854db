/** Short notes of what was done, told to screen readers too; one may carry a button. */
import { signal } from "@preact/signals";
import { say } from "../i18n/index.ts";
import { Name } from "../text/words.tsx";

interface Toast {
  id: number;
  text: string;
  bad: boolean;
  action: { name: string; run: () => void } | null;
}

const toasts = signal<Toast[]>([]);
let last = 0;

/** Show a note for some seconds; what went wrong stays until it is closed. */
export function toast(text: string, how: { bad?: boolean; action?: Toast["action"] } = {}): void {
  const id = ++last;
  toasts.value = [
    ...toasts.value.slice(-2),
    { id, text, bad: how.bad ?? false, action: how.action ?? null },
  ];
  if (!how.bad) setTimeout(() => drop(id), 8000);
}

function drop(id: number) {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

function run({ id, action }: Toast) {
  action?.run();
  drop(id);
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div key={toast.id} class={`toast fade ${toast.bad ? "bad" : ""}`}>
          <Name text={toast.text} />
          {toast.action && (
            <button type="button" class="button plain" onClick={() => run(toast)}>
              {toast.action.name}
            </button>
          )}
          <button
            type="button"
            class="button plain"
            aria-label={say("close")}
            onClick={() => drop(toast.id)}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
