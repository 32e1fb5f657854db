/** What the overview asks of the API: a page of rows, counts, clusters. */
import type { Row } from "./incident.ts";

export interface Rows {
  items: Row[];
  next: string | null;
  total: number;
}

/** Counts of a filter; those that were not asked for are not there. */
export interface Counts {
  total: number;
  disputed: number;
  unreviewed: number;
  type?: [code: string, n: number][];
  country?: [code: string | null, n: number][];
  admin1?: [country: string | null, admin1: string | null, n: number][];
  week?: [start: string, n: number, killed: number, disputed: number][];
}

/** An address with a query; empty values are left out. */
export function address(
  path: string,
  ...queries: (string | Record<string, string> | [string, string][])[]
): string {
  const all = new URLSearchParams();
  for (const query of queries) {
    for (const [name, value] of new URLSearchParams(query)) if (value) all.append(name, value);
  }
  const told = all.toString();
  return told ? `${path}?${told}` : path;
}
