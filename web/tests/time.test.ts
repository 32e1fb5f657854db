import assert from "node:assert/strict";
import { test } from "node:test";
import { bins, type Counted, iso, shifted, unitFor } from "../src/charts/bins.ts";

test("weeks gather into months and years, and their sums stay", () => {
  const counted: Counted[] = [
    ["2025-01-27", 3, 9, 1],
    ["2025-02-03", 2, 0, 0],
    ["2026-02-02", 1, 1, 1],
  ];
  assert.deepEqual(
    bins(counted, "month").map(({ start, n, disputed }) => [iso(start), n, disputed]),
    [
      ["2025-01-01", 3, 1],
      ["2025-02-01", 2, 0],
      ["2026-02-01", 1, 1],
    ],
  );
  assert.deepEqual(
    bins(counted, "year").map(({ n }) => n),
    [5, 1],
  );
});

test("a day falls into the week of its Monday", () => {
  const [bin] = bins([["2025-05-18", 1, 0, 0]], "week");
  assert.equal(bin && iso(bin.start), "2025-05-12");
  assert.equal(bin && iso(bin.end), "2025-05-19");
});

test("the unit keeps the number of bars readable", () => {
  assert.equal(unitFor("2025-05-01", "2025-06-15"), "day");
  assert.equal(unitFor("2023-01-01", "2025-06-15"), "week");
  assert.equal(unitFor("2010-01-01", "2025-06-15"), "month");
  assert.equal(unitFor("1980-01-01", "2025-06-15"), "year");
});

test("days move across months", () => {
  assert.equal(shifted("2024-02-28", 2), "2024-03-01");
});
