/** Days gathered into bars: days, weeks, months or years, whichever gives a readable number. */

/** A week as the API counts it: its Monday, incidents, killed at best, disputed incidents. */
export type Counted = [start: string, n: number, killed: number, disputed: number];

export type Unit = "day" | "week" | "month" | "year";

export interface Bin {
  start: Date;
  end: Date;
  n: number;
  disputed: number;
}

const DAY = 86_400_000;
const MOST = 220;

export function unitFor(first: string, last: string): Unit {
  const days = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  if (days <= 62) return "day";
  if (days / 7 <= MOST) return "week";
  return days / 30.4 <= MOST ? "month" : "year";
}

/** Bars of a unit over what was counted by day or week, in order of time. */
export function bins(counted: Counted[], unit: Unit): Bin[] {
  const found = new Map<string, Bin>();
  for (const [start, n, , disputed = 0] of counted) {
    const [first, end] = around(new Date(`${start}T00:00:00Z`), unit);
    const key = first.toISOString();
    const bin = found.get(key) ?? { start: first, end, n: 0, disputed: 0 };
    found.set(key, { ...bin, n: bin.n + n, disputed: bin.disputed + disputed });
  }
  return [...found.values()].sort((a, b) => a.start.getTime() - b.start.getTime());
}

function around(date: Date, unit: Unit): [Date, Date] {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const of = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d));
  if (unit === "year") return [of(year, 0, 1), of(year + 1, 0, 1)];
  if (unit === "month") return [of(year, month, 1), of(year, month + 1, 1)];
  if (unit === "day") return [date, of(year, month, day + 1)];
  const monday = day - ((date.getUTCDay() + 6) % 7);
  return [of(year, month, monday), of(year, month, monday + 7)];
}

export const iso = (date: Date): string => date.toISOString().slice(0, 10);

export function shifted(day: string, days: number): string {
  return iso(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY));
}
