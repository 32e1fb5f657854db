/** The map of the overview: clusters of the filter, the chosen incident ringed. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Row } from "../../data/incident.ts";
import { num } from "../../i18n/format.ts";
import { say } from "../../i18n/index.ts";
import type { Cell, Cells } from "../../map/cells.ts";
import { CONTEXT, extent, points } from "../../map/cells.ts";
import { type Box, type Canvas, MapBox } from "../../map/map.tsx";
import { filter, select, setFilter } from "../../state/filter.ts";
import { digits } from "../../state/prefs.ts";
import type { Resource } from "../../state/resource.ts";

const CLOSEST = 12;
/** Degrees within which places are one on the map, and what is added around one. */
const POINT = 0.004;
const HAIR = 0.001;

export function MapView(props: {
  cells: Resource<Cells>;
  zoom: (zoom: number) => void;
  chosen: Row | null;
}) {
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  const [view, setView] = useState<Box | null>(null);
  const cells = props.cells.value?.cells ?? null;
  const drawn = useRef<Cell[]>([]);
  useCells(canvas, cells, props.cells.of, drawn);
  useRing(canvas, props.chosen);
  const rest = (zoom: number, seen: Box) => {
    setView(seen);
    props.zoom(Math.max(1, Math.min(CLOSEST, Math.floor(zoom))));
  };
  return (
    <section class="panel map-panel" aria-label={say("map")}>
      {(cells || props.cells.error) && (
        <MapBox
          start={cells && extent(cells)}
          label={say("map_label")}
          onReady={setCanvas}
          onRest={rest}
          onCell={(n) => press(canvas, drawn.current[n])}
        />
      )}
      <div class="map-foot">
        {props.cells.value && props.cells.value.unlocated > 0 && (
          <span class="map-note">{say("unlocated", { n: num(props.cells.value.unlocated) })}</span>
        )}
        <span class="grow" />
        {view && !filter.value.box && (
          <button type="button" class="button" onClick={() => setFilter({ box: boxOf(view) })}>
            {say("use_area")}
          </button>
        )}
        {cells && cells.length > 0 && (
          <button type="button" class="button" onClick={() => show(canvas, cells)}>
            {say("whole_view")}
          </button>
        )}
      </div>
    </section>
  );
}

/** A cell of one incident chooses it; one of many at one point asks for that point; else closer. */
function press(canvas: Canvas | null, cell: Cell | undefined): void {
  if (cell?.id) {
    select(cell.id);
  } else if (cell) {
    const [south, west, north, east] = cell.box;
    const isPoint = Math.max(north - south, east - west) < POINT;
    if (isPoint) setFilter({ box: boxOf([south - HAIR, west - HAIR, north + HAIR, east + HAIR]) });
    else canvas?.fit(cell.box, 13);
  }
}

const boxOf = (box: Box) => box.map((degrees) => degrees.toFixed(3)).join(",");

function show(canvas: Canvas | null, cells: Cell[]): void {
  const all = extent(cells);
  if (all) canvas?.fit(all, CONTEXT);
}

/** Draw the cells that answer the address `of`; when it asks by another filter, move to them. */
function useCells(
  canvas: Canvas | null,
  cells: Cell[] | null,
  of: string | null,
  drawn: { current: Cell[] },
) {
  const shown = useRef<string | null>(null);
  const filtered = of?.replace(/zoom=\d+/, "") ?? null;
  const look = digits.value;
  useEffect(() => {
    if (!canvas || !cells) return;
    drawn.current = cells;
    canvas.draw("cells", points(cells, num));
    const all = extent(cells);
    if (shown.current === filtered || !all) return;
    canvas.fit(all, CONTEXT, shown.current !== null);
    shown.current = filtered;
  }, [canvas, cells, look]);
}

function useRing(canvas: Canvas | null, chosen: Row | null) {
  useEffect(() => {
    if (!canvas) return;
    const placed = chosen?.lat != null && chosen.lon != null;
    const at = placed ? [chosen.lon as number, chosen.lat as number] : null;
    canvas.draw("marks", {
      type: "FeatureCollection",
      features: at
        ? [
            {
              type: "Feature",
              geometry: { type: "Point", coordinates: at },
              properties: { kind: "chosen" },
            },
          ]
        : [],
    });
    if (at) canvas.reveal(at[1] as number, at[0] as number);
  }, [canvas, chosen]);
}
