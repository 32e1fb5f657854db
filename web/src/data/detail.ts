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
  in_force: boolean;
}

/** Another incident that could be the same. */
export interface Near {
  row: Row;
  score: number;
  why: string;
}

export interface Detail {
  incident: Incident;
  row: Row;
  passages: Record<string, Passage[]>;
  judgements: Judgement[];
  near: Near[];
}

export interface Mention {
  kind: string;
  start: number;
  end: number;
  text: string;
  value: Record<string, unknown>;
  rule: string;
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
  incidents: Row[];
}
