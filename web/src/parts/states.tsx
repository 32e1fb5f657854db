/** What stands where there is nothing to show yet: loading, an error, an empty answer. */
import type { ComponentChildren } from "preact";
import type { ApiError } from "../data/client.ts";
import { say } from "../i18n/index.ts";
import type { Resource } from "../state/resource.ts";
import { Name } from "../text/words.tsx";

export function Loading() {
  return (
    <div class="state" role="status">
      <span class="bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{say("loading")}</span>
    </div>
  );
}

export function Failed({ error, again }: { error: ApiError; again: () => void }) {
  const away = error.status === 0;
  const gone = error.status === 404;
  const remedy = away ? say("offline_do") : gone ? say("not_found_do") : error.remedy;
  return (
    <div class="state" role="alert">
      <strong>{say(away ? "offline" : gone ? "not_found" : "failed")}</strong>
      {!away && !gone && <Name text={error.message} />}
      {remedy && <Name class="quiet" text={remedy} />}
      {gone ? (
        <a class="button" href="/">
          {say("to_overview")}
        </a>
      ) : (
        <button type="button" class="button" onClick={again}>
          {say("retry")}
        </button>
      )}
    </div>
  );
}

export function Empty({ title, hint }: { title: string; hint: string }) {
  return (
    <div class="state">
      <strong>{title}</strong>
      <span class="quiet">{hint}</span>
    </div>
  );
}

/** The value of a resource, or what stands in for it. */
export function Loaded<T>(props: { of: Resource<T>; children: (value: T) => ComponentChildren }) {
  const { value, error, again } = props.of;
  if (error) return <Failed error={error} again={again} />;
  return value === null ? <Loading /> : props.children(value);
}
