/** What the API gives of one incident and of one report. */
import type { Incident, Row } from "./incident.ts";

/** A stretch of a report's text around a claim; offsets as in the report. */
export interface Passage {
  start: number;
  end: number;
  text: string;
}

export interface Judgement {
  id: string;
  verdict: string;
  slot: string | null;
  low: number | null;
  high: number | null;
  value: string | null;
  undoes: string | null;
  who: string;
  why: string;
  at: string;
}

/** A judgement, and whether it holds. */
export interface Judged {
  judgement: Judgement;
  in_force: boolean;
}

/** Another incident that could be the same. */
export interface Near {
  line: Row;
  score: number;
  why: string;
}

/** What is told of a report beside an incident: the passages around its claims. */
export interface Told {
  passages: Passage[];
}

export interface Detail {
  incident: Incident;
  line: Row;
  texts: Record<string, Told>;
  judgements: Judged[];
  near: Near[];
  /** Where the incident is now, if what was asked for was joined with another. */
  moved_to: string | null;
}

export interface Mention {
  kind: string;
  start: number;
  end: number;
  text: string;
  value: Record<string, unknown>;
  rules: string[];
}

export interface ReportText {
  id: string;
  title: string | null;
  text: string;
  published: string | null;
  outlet: string | null;
  url: string | null;
}

export interface ReportDetail {
  report: ReportText;
  mentions: Mention[];
  events: unknown[];
  /** Whether a report that was pasted stands in the database now. */
  kept?: boolean;
  incidents: Row[];
}
