/** The charts that Observable Plot draws; loaded when a page first needs one. */
import { axisX, axisY, dot, link, plot, rectY, ruleX, ruleY } from "@observablehq/plot";
import { num, tick } from "../i18n/format.ts";
import type { Bin, Unit } from "./bins.ts";

const DAY = 86_400_000;
/** The class of every chart; its rules stand in the styles of the page. */
const PLOT_CLASS = "chart";

export interface Drawn {
  svg: SVGSVGElement | HTMLElement;
  /** Pixels of a time from the left of the drawing, and back. */
  at: (date: Date) => number;
  when: (pixels: number) => Date;
}

export function timeline(data: Bin[], unit: Unit, width: number, height: number): Drawn {
  const domain = domainOf(data);
  const isLong = domain[1] - domain[0] > 120 * DAY;
  const label = unit === "year" || unit === "month" ? unit : isLong ? "month" : "day";
  const drawn = plot({
    className: PLOT_CLASS,
    width,
    height,
    marginLeft: 40,
    marginRight: 12,
    marginTop: 10,
    marginBottom: 24,
    x: { type: "utc", domain },
    y: { grid: false, nice: true, zero: true },
    marks: [
      axisX({
        tickFormat: (d: Date) => tick(d, label),
        ticks: Math.max(2, Math.floor(width / 110)),
        label: null,
      }),
      axisY({
        ticks: 3,
        label: null,
        tickSize: 0,
        tickFormat: (n: number) => (Number.isInteger(n) ? num(n) : ""),
      }),
      rectY(data, {
        x1: "start",
        x2: "end",
        y: "n",
        fill: "var(--accent)",
        fillOpacity: 0.55,
        insetRight: 0.5,
      }),
      rectY(data, { x1: "start", x2: "end", y: "disputed", fill: "var(--warn)", insetRight: 0.5 }),
      ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  });
  return withScale(drawn);
}

/** From the first to the last bar, eight weeks at least. */
function domainOf(data: Bin[]): [number, number] {
  const first = data[0]?.start.getTime() ?? 0;
  const last = data.at(-1)?.end.getTime() ?? first;
  const pad = Math.max(0, (56 * DAY - (last - first)) / 2);
  return [first - pad, last + pad];
}

/** Without the style element that Plot writes: the page's policy allows none. */
function bare<T extends Element>(drawn: T): T {
  drawn.querySelector("style")?.remove();
  return drawn;
}

function withScale(drawn: ReturnType<typeof plot>): Drawn {
  bare(drawn);
  const scale = drawn.scale("x");
  const invert = scale?.invert as ((n: number) => Date) | undefined;
  return {
    svg: drawn,
    at: (date) => Number(scale?.apply(date) ?? 0),
    when: (pixels) => invert?.(pixels) ?? new Date(0),
  };
}

export interface Told {
  at: Date;
  low: number;
  high: number;
  stands: boolean;
  speaker: string;
}

export interface Tie {
  from: Told;
  to: Told;
  kind: string;
}

/** Figures of one slot as they were told over time; an update is a line, a contradiction a red one. */
export function updates(
  told: Told[],
  ties: Tie[],
  width: number,
  height: number,
): SVGSVGElement | HTMLElement {
  const colour = (of: Told) => (of.stands ? "var(--accent)" : "var(--ink-3)");
  const days = told.map((one) => one.at.getTime());
  const short = Math.max(...days) - Math.min(...days) < 40 * DAY;
  return bare(
    plot({
      className: PLOT_CLASS,
      width,
      height,
      marginLeft: 36,
      marginRight: 26,
      marginTop: 14,
      marginBottom: 24,
      x: { type: "utc", inset: 14 },
      y: { zero: true, nice: true, grid: true },
      marks: [
        axisX({
          label: null,
          tickFormat: (d: Date) => tick(d, short ? "day" : "month"),
          ticks: Math.max(2, Math.floor(width / 120)),
        }),
        axisY({
          label: null,
          ticks: 4,
          tickSize: 0,
          tickFormat: (n: number) => (Number.isInteger(n) ? num(n) : ""),
        }),
        ruleY([0], { stroke: "var(--line-strong)" }),
        link(ties, {
          x1: (t: Tie) => t.from.at,
          y1: (t: Tie) => t.from.high,
          x2: (t: Tie) => t.to.at,
          y2: (t: Tie) => t.to.high,
          stroke: (t: Tie) => (t.kind === "contradiction" ? "var(--bad)" : "var(--accent)"),
          strokeOpacity: 0.7,
          strokeDasharray: "3,3",
        }),
        ruleX(
          told.filter((one) => one.low !== one.high),
          { x: "at", y1: "low", y2: "high", stroke: colour, strokeWidth: 2 },
        ),
        dot(told, {
          x: "at",
          y: "high",
          r: 5,
          fill: (t: Told) => (t.stands ? "var(--accent)" : "var(--panel)"),
          stroke: colour,
          strokeWidth: 2,
          title: (t: Told) => `${num(t.high)} · ${t.speaker}`,
        }),
      ],
    }),
  );
}
