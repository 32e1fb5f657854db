/** Keys of a page, by their place on the keyboard, so that they hold under an Arabic layout too. */
import { useLayoutEffect, useRef } from "preact/hooks";

/** Run what `keys` says of a key's code, but not while the reader types or chooses in a field. */
export function useKeys(keys: Record<string, () => unknown>): void {
  const now = useRef(keys);
  now.current = keys;
  // At once, so that no key is lost between what is seen and what listens.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element | null;
      const isField = target?.closest?.("input, select, textarea, [data-own-keys]");
      if (isField || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      const run = now.current[event.code];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
