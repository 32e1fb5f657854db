/** Tab-separated tables of the project, as rows of cells. */
import { readFileSync } from "node:fs";

export function rowsOf(path: string): string[][] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
}
