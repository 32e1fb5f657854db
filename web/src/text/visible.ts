/** Characters that a reader cannot see or that reorder others, made visible. */

const NAMES: Record<number, string> = {
  173: "SHY",
  1564: "ALM",
  6158: "MVS",
  8203: "ZWSP",
  8206: "LRM",
  8207: "RLM",
  8234: "LRE",
  8235: "RLE",
  8236: "PDF",
  8237: "LRO",
  8238: "RLO",
  8288: "WJ",
  8294: "LRI",
  8295: "RLI",
  8296: "FSI",
  8297: "PDI",
  65279: "BOM",
  65533: "?",
};

/**
 * Controls, format characters, line separators, lone surrogates. Tab and line end are none of
 * them; joiners shape letters and the Arabic signs of numbers and verses are seen.
 */
const HIDDEN =
  /(?![\t\n\u0600-\u0605\u06dd\u08e2]|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffc\ufffd]/gu;

export interface Piece {
  /** What is shown. */
  text: string;
  /** The name of a character that would not be seen, else null. */
  control: string | null;
}

/** The text cut into what can be shown as it is and characters to name. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > last) found.push({ text: text.slice(last, match.index), control: null });
    found.push({ text: match[0], control: name(match[0]) });
    last = match.index + match[0].length;
  }
  if (last < text.length || !found.length) found.push({ text: text.slice(last), control: null });
  return found;
}

/** The text with nothing hidden in it: for titles, labels and attributes. */
export function plain(text: string): string {
  return text.replace(HIDDEN, "");
}

function name(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return NAMES[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
