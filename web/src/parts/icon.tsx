/** Small line drawings; never the only name of a thing. */
const PATHS = {
  gear: "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Zm8 3.5-2.2-.6-.6-1.5 1.2-2-1.8-1.8-2 1.2-1.5-.6L12.5 4h-1l-.6 2.2-1.5.6-2-1.2-1.8 1.8 1.2 2-.6 1.5L4 11.5v1l2.2.6.6 1.5-1.2 2 1.8 1.8 2-1.2 1.5.6.6 2.2h1l.6-2.2 1.5-.6 2 1.2 1.8-1.8-1.2-2 .6-1.5 2.2-.6Z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8c0-4 4-6 8-6s8 2 8 6",
  down: "M12 4v11m-5-4 5 5 5-5M5 20h14",
  close: "m6 6 12 12M18 6 6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.7-1.8L20 20",
  disputed: "M12 4v16M5 7h14M5 7l-2.5 6a3 3 0 0 0 5 0L5 7Zm14 0-2.5 6a3 3 0 0 0 5 0L19 7ZM8 20h8",
  check: "m5 12.5 4.5 4.5L19 7.5",
  sliders: "M4 8h9m4 0h3M4 16h3m4 0h9M13 6v4M9 14v4",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  card: "M4 5h16v14H4zM8 9h8M8 12h8M8 15h5",
} as const;

export function Icon({ name, size = 18 }: { name: keyof typeof PATHS; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
