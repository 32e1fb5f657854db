/** Where the reader is: the path and the query of the address bar, as signals. */
import { computed, signal } from "@preact/signals";
import { mayLeave } from "./unsaved.ts";

const here = signal({ path: location.pathname, query: location.search });

export const path = computed(() => here.value.path);
export const query = computed(() => new URLSearchParams(here.value.query));

addEventListener("popstate", () => {
  here.value = { path: location.pathname, query: location.search };
});

/** Go to an address of the desk; stays where something is unsaved and the reader wants to. */
export function go(address: string, how: "push" | "replace" = "push"): void {
  const url = new URL(address, location.href);
  if (url.pathname !== location.pathname && !mayLeave()) return;
  if (how === "push") history.pushState(null, "", url);
  else history.replaceState(null, "", url);
  const moved = url.pathname !== here.value.path;
  here.value = { path: url.pathname, query: url.search };
  if (moved) scrollTo(0, 0);
}

/** Change parameters of the query; null and "" take one away. */
export function setQuery(changes: Record<string, string | null>, how?: "push" | "replace"): void {
  const next = new URLSearchParams(here.value.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const told = next.toString();
  go(`${here.value.path}${told ? `?${told}` : ""}`, how);
}

/** Links inside the desk change the page without loading it anew. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest?.("a[href]") as HTMLAnchorElement | null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!link || !plain || link.target || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
  event.preventDefault();
  go(link.href);
}
