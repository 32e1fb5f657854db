/** Saving what the filter shows, in the formats of others. */
import { address } from "../../data/overview.ts";
import { say } from "../../i18n/index.ts";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";
import { asked } from "../../state/filter.ts";
import { query } from "../../state/route.ts";

const FORMATS = [
  ["csv", "CSV"],
  ["xlsx", "Excel"],
  ["jsonl", "JSON Lines"],
  ["geojson", "GeoJSON"],
] as const;

export function Export() {
  const sort = query.value.get("sort") ?? "-date";
  return (
    <Menu
      label={say("export")}
      icon={
        <>
          <Icon name="down" size={16} /> {say("export")}
        </>
      }
    >
      <span class="quiet">{say("export_this")}</span>
      {FORMATS.map(([format, name]) => (
        <a
          key={format}
          href={address("/api/export", asked.value, { format, sort })}
          download={`waqai.${format}`}
        >
          {name}
        </a>
      ))}
    </Menu>
  );
}
