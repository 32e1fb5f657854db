/** A part of the page as a file of its own: its markup, the styles in force, nothing that runs. */

/** HTML that shows `part` anywhere. Links become text, closed details open, buttons go. */
export function standalone(part: Element, title: string): string {
  const copy = part.cloneNode(true) as Element;
  for (const gone of copy.querySelectorAll("button, script, .no-print")) gone.remove();
  for (const details of copy.querySelectorAll("details")) details.setAttribute("open", "");
  for (const link of copy.querySelectorAll("a")) link.removeAttribute("href");
  const file = document.implementation.createHTMLDocument(title);
  file.documentElement.lang = document.documentElement.lang;
  file.documentElement.dir = document.documentElement.dir;
  file.documentElement.dataset.theme = "light";
  const charset = file.createElement("meta");
  charset.setAttribute("charset", "utf-8");
  const style = file.createElement("style");
  style.textContent = styles();
  file.head.append(charset, style);
  file.body.append(file.importNode(copy, true));
  return `<!doctype html>\n${file.documentElement.outerHTML}`;
}

/** Every rule of the page but those that load typefaces. */
function styles(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules
    .filter((rule) => !(rule instanceof CSSFontFaceRule))
    .map((rule) => rule.cssText)
    .join("\n");
}
