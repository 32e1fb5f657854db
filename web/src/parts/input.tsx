/** A field whose type is told by data, where elements know only types that are written out. */
import type { InputHTMLAttributes } from "preact";

interface Props {
  type: "text" | "number" | "date" | "search";
  value: string;
  onInput: (value: string) => void;
  [attribute: string]: unknown;
}

export function Input({ onInput, ...rest }: Props) {
  const told = rest as InputHTMLAttributes<HTMLInputElement>;
  return <input {...told} onInput={(event) => onInput(event.currentTarget.value)} />;
}
