/** What the reader chose of the interface: language, digits, theme; kept in this browser. */
import { computed, effect, signal } from "@preact/signals";

export type Language = "ar" | "en";
export type Digits = "latn" | "arab";
export type Theme = "auto" | "light" | "dark";

const STORE = "waqai.prefs";

function kept(): { language?: Language; digits?: Digits; theme?: Theme } {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "{}");
  } catch {
    return {};
  }
}

const first = kept();
const browser: Language = navigator.language.startsWith("en") ? "en" : "ar";

export const language = signal<Language>(first.language ?? browser);
export const digits = signal<Digits>(first.digits ?? "latn");
export const theme = signal<Theme>(first.theme ?? "auto");
const dark = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(dark.matches);
dark.addEventListener("change", (event) => {
  systemDark.value = event.matches;
});

export const direction = computed(() => (language.value === "ar" ? "rtl" : "ltr"));
export const isDark = computed(() =>
  theme.value === "auto" ? systemDark.value : theme.value === "dark",
);

effect(() => {
  const root = document.documentElement;
  root.lang = language.value;
  root.dir = direction.value;
  root.dataset.theme = isDark.value ? "dark" : "light";
  const chosen = { language: language.value, digits: digits.value, theme: theme.value };
  try {
    localStorage.setItem(STORE, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
});
