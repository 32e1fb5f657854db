/** What the overview asks of the API: a page of rows, counts, clusters. */
import type { Row } from "./incident.ts";

export interface Rows {
  items: Row[];
  next: string | null;
  total: number;
}

export interface Counts {
  total: number;
  disputed: number;
  unreviewed: number;
  type: [code: string, n: number][];
  country: [code: string, n: number][];
  admin1: [country: string, admin1: string, n: number][];
  /** By week, or by day where the days are few. */
  week: [start: string, n: number, disputed: number][];
}

/** An address with a query; empty values are left out. */
export function address(path: string, ...queries: (string | Record<string, string>)[]): string {
  const all = new URLSearchParams();
  for (const query of queries) {
    for (const [name, value] of new URLSearchParams(query)) if (value) all.set(name, value);
  }
  const told = all.toString();
  return told ? `${path}?${told}` : path;
}
