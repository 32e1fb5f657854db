/** What an address gives: kept while its successor loads, dropped when another is asked. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError, get } from "../data/client.ts";

export interface Resource<T> {
  value: T | null;
  /** The address that `value` answers; another than was asked while that loads. */
  of: string | null;
  error: ApiError | null;
  loading: boolean;
  again: () => void;
}

/** Load `address`; null loads nothing. A change of `version` loads it anew. */
export function useResource<T>(address: string | null, version = 0): Resource<T> {
  const [state, setState] = useState<Omit<Resource<T>, "again">>({
    value: null,
    of: null,
    error: null,
    loading: address !== null,
  });
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((n) => n + 1), []);
  const last = useRef("");
  useEffect(() => {
    if (address === null) return;
    const stop = new AbortController();
    const isSame = last.current === address;
    last.current = address;
    setState((old) => ({ ...old, error: isSame ? old.error : null, loading: true }));
    get<T>(address, stop.signal).then(
      (value) => setState({ value, of: address, error: null, loading: false }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const told = error instanceof ApiError ? error : new ApiError(0, String(error));
        setState({ value: null, of: null, error: told, loading: false });
      },
    );
    return () => stop.abort();
  }, [address, version, tries]);
  return { ...state, again };
}
