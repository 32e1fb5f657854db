/** Calls of the API: JSON in and out, errors told as the server tells them. */
import { signal } from "@preact/signals";

/** Whether an answer said that nobody is signed in. */
export const signedOut = signal(false);
/** The token that changes must carry; told by /api/me. */
export const csrf = signal("");

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly remedy: string | null = null,
  ) {
    super(message);
  }
}

/** An answer, as JSON. Throws ApiError; status 0 where no server answers. */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  return call<T>(address, { signal: signal ?? null });
}

/** Send a change. A key makes sure that a change sent twice is made once. */
export async function post<T>(address: string, body: unknown, key?: string): Promise<T> {
  const isFile = body instanceof Blob;
  const headers = new Headers({ "X-Waqai-CSRF": csrf.value });
  headers.set("Content-Type", isFile ? "application/octet-stream" : "application/json");
  if (key) headers.set("Idempotency-Key", key);
  return call<T>(address, { method: "POST", headers, body: isFile ? body : JSON.stringify(body) });
}

async function call<T>(address: string, how: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...how });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "");
  }
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  const told = isJson ? await answer.json() : null;
  if (answer.status === 401) signedOut.value = true;
  if (!answer.ok) throw failure(answer.status, told);
  return told as T;
}

function failure(status: number, told: unknown): ApiError {
  const error = (told as { error?: Record<string, unknown> } | null)?.error ?? {};
  const what = typeof error.what === "string" ? error.what : `HTTP ${status}`;
  return new ApiError(status, what, typeof error.do === "string" ? error.do : null);
}
