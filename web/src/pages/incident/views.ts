/** Figures as policies compute them. */
import type { Incident, View } from "../../data/incident.ts";

/** The best view of each slot, of all people. */
export function bestOf(incident: Incident): Partial<Record<string, View>> {
  const views = incident.views.filter((view) => view.policy === "best" && view.people === "all");
  return Object.fromEntries(views.map((view) => [view.slot, view]));
}

/** The other views of a slot that give a figure, those that repeat the best left out. */
export function othersOf(incident: Incident, slot: string): View[] {
  const best = bestOf(incident)[slot];
  const same = (view: View) =>
    view.low === best?.low && view.high === best?.high && view.best === best?.best;
  return incident.views.filter(
    (view) => view.slot === slot && view.low !== null && view !== best && !same(view),
  );
}
