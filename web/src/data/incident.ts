/** What the API gives of incidents; the fields are those of docs/incidents.md. */

export interface Bounds {
  low: number | null;
  best: number | null;
  high: number | null;
  /** `high` is told as the least there may be. */
  open: boolean;
}

export interface PartyBrief {
  name: string;
  words: string;
  kind: string;
}

/** An incident in a list. */
export interface Row {
  id: string;
  type: string;
  status: string;
  salience: string;
  start: string | null;
  end: string | null;
  grain: string | null;
  assumed: boolean;
  country: string | null;
  admin1: string | null;
  place: string | null;
  place_words: string | null;
  /** The kind of the place. */
  kind: string | null;
  lat: number | null;
  lon: number | null;
  figures: Partial<Record<string, Bounds>>;
  by: PartyBrief[];
  to: PartyBrief[];
  reports: number;
  sources: number;
  disputed: boolean;
  judged: boolean;
  confidence: number;
  title: string | null;
}

export interface PlaceValue {
  name: string;
  country: string | null;
  admin1: string | null;
  lat: number | null;
  lon: number | null;
  kind: string;
  container: string | null;
  candidates: Candidate[];
}

export interface Candidate {
  name: string;
  country: string | null;
  lat: number;
  lon: number;
  score: number;
}

export interface Span {
  start: number;
  end: number;
}

export interface Account {
  slot: string;
  low: number | null;
  high: number | null;
  hedge: string;
  whom: { class: string; side: string; age: string | null; sex: string | null };
  who: string | null;
  speaker: string | null;
  speaker_kind: string;
  speaker_words: string | null;
  report: string;
  event: string;
  salience: string;
  told: string | null;
  span: Span;
  words: string;
  standing: string;
  confidence: number;
}

export interface Relation {
  kind: string;
  slot: string;
  people: string;
  first: number;
  second: number;
  why: string;
}

export interface View extends Bounds {
  policy: string;
  slot: string;
  people: string;
  accounts: number[];
  judgement: string | null;
}

export interface DateOption {
  start: string;
  end: string;
  grain: string;
  assumed: boolean;
  reports: string[];
  judgement: string | null;
}

export interface PlaceOption {
  value: PlaceValue;
  reports: string[];
  judgement: string | null;
}

export interface Party extends PartyBrief {
  id: string | null;
  reports: string[];
}

export interface Source {
  report: string;
  published: string | null;
  outlet: string | null;
  url: string | null;
  title: string | null;
  group: number;
}

export interface Member {
  event: string;
  report: string;
  type: string;
  status: string;
  salience: string;
  score: number | null;
  why: string;
}

export interface Blame {
  actor: string;
  stance: string;
  speaker: string | null;
  speaker_kind: string;
  report: string;
  told: string | null;
  span: Span;
  words: string;
}

export interface Incident {
  id: string;
  type: string;
  status: string;
  salience: string;
  dates: DateOption[];
  places: PlaceOption[];
  by: Party[];
  to: Party[];
  targets: string[];
  weapons: string[];
  sources: Source[];
  members: Member[];
  accounts: Account[];
  relations: Relation[];
  views: View[];
  responsibility: Blame[];
  disputed: boolean;
  judgements: string[];
}
