/** A map in a page: loads the canvas, keeps it in step with language and theme. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../i18n/index.ts";
import { isDark, language } from "../state/prefs.ts";
import type { Box, Canvas, Listeners } from "./canvas.ts";

export type { Box, Canvas } from "./canvas.ts";

export function MapBox(
  props: Listeners & { label: string; start?: Box | null; onReady: (canvas: Canvas) => void },
) {
  const element = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  const [failed, setFailed] = useState(false);
  const told = useRef(props);
  told.current = props;

  useEffect(() => {
    let alive = true;
    let made: Canvas | null = null;
    const listeners: Listeners = {
      onCell: (cell) => told.current.onCell?.(cell),
      onRest: (zoom, view) => told.current.onRest?.(zoom, view),
    };
    const open = async () => {
      await idle();
      const { Canvas } = await import("./canvas.ts");
      if (!alive || !element.current) return;
      made = Canvas.on(
        element.current,
        told.current.label,
        language.peek(),
        listeners,
        told.current.start ?? null,
      );
      setCanvas(made);
      told.current.onReady(made);
    };
    open().catch(() => setFailed(true));
    return () => {
      alive = false;
      made?.remove();
    };
  }, []);

  useRestyle(canvas);
  if (failed) return <p class="state">{say("map_failed")}</p>;
  return (
    <div class="map" role="group" aria-label={props.label}>
      <div class="map-canvas" dir="ltr" ref={element} />
      <div class="map-buttons">
        <button
          type="button"
          class="button"
          aria-label={say("zoom_in")}
          onClick={() => canvas?.zoom(1)}
        >
          +
        </button>
        <button
          type="button"
          class="button"
          aria-label={say("zoom_out")}
          onClick={() => canvas?.zoom(-1)}
        >
          −
        </button>
      </div>
    </div>
  );
}

/** Words come first: a map waits until the page has nothing else to do, but not for long. */
function idle(): Promise<unknown> {
  if (!("requestIdleCallback" in window)) return Promise.resolve();
  return new Promise((done) => requestIdleCallback(done, { timeout: 250 }));
}

/** Draw anew when language or theme change, not when the map is first made. */
function useRestyle(canvas: Canvas | null) {
  const look = `${language.value} ${isDark.value}`;
  const last = useRef(look);
  useEffect(() => {
    if (canvas && last.current !== look) canvas.restyle(language.peek());
    last.current = look;
  }, [canvas, look]);
}
