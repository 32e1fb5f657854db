/** Who is reading: name, role, and whether private names are shown. */
import { computed, signal } from "@preact/signals";
import { csrf, get, signedOut } from "../data/client.ts";

export interface Me {
  name: string | null;
  role: "reader" | "analyst" | "admin" | null;
  csrf: string;
  names_shown: boolean;
  accounts: boolean;
}

export const me = signal<Me | null>(null);
export const mayJudge = computed(() => me.value?.role === "analyst" || me.value?.role === "admin");

/** Ask who is signed in. Throws ApiError where no server answers. */
export async function loadMe(): Promise<void> {
  const told = await get<Me>("/api/me");
  csrf.value = told.csrf;
  me.value = told;
  signedOut.value = told.accounts && told.role === null;
}
