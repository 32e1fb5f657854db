/** Signing in, where the desk has accounts. */
import { useState } from "preact/hooks";
import { ApiError, csrf, post, signedOut } from "../data/client.ts";
import { say } from "../i18n/index.ts";
import { go, path } from "../state/route.ts";

export function Login({ done }: { done: () => void }) {
  const [error, setError] = useState("");
  const send = async (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    try {
      const told = await post<{ csrf?: string }>("/api/login", {
        name: form.get("name"),
        password: form.get("password"),
      });
      csrf.value = told.csrf ?? csrf.value;
      signedOut.value = false;
      if (path.value === "/login") go("/", "replace");
      done();
    } catch (told) {
      const isWrong = told instanceof ApiError && told.status === 401;
      setError(
        isWrong
          ? say("wrong_login")
          : told instanceof ApiError && told.message
            ? told.message
            : say("offline"),
      );
    }
  };
  return (
    <form class="panel login" onSubmit={send}>
      <h1 class="h2">{say("locked")}</h1>
      <label class="field">
        <span>{say("user")}</span>
        <input name="name" autocomplete="username" required />
      </label>
      <label class="field">
        <span>{say("password")}</span>
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      {error && <p role="alert">{error}</p>}
      <button type="submit" class="button main">
        {say("sign_in")}
      </button>
    </form>
  );
}
