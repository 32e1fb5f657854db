import assert from "node:assert/strict";
import { test } from "node:test";
import { type Mark, segments, unitsOf } from "../src/text/segments.ts";

const mark = (start: number, end: number, kind = "claim"): Mark => ({ start, end, kind, id: kind });

test("segments cover the text in order and without holes", () => {
  const text = "قتل خمسة مدنيين في غارة";
  const found = segments(text, [mark(0, 15), mark(4, 8, "number"), mark(19, 23, "trigger")]);
  assert.equal(found.map((one) => one.text).join(""), text);
  assert.deepEqual(
    found.map((one) => one.marks.map((m) => m.kind)),
    [["claim"], ["claim", "number"], ["claim"], [], ["trigger"]],
  );
});

test("offsets are code points, not UTF-16 units", () => {
  const text = "😀😀 قتل 𝟓 مدنيين";
  const [before, marked] = segments(text, [mark(7, 8)]);
  assert.equal(before?.text, "😀😀 قتل ");
  assert.equal(marked?.text, "𝟓");
  assert.equal(unitsOf("ab")(9), 2);
});

test("a passage keeps the offsets of its report", () => {
  const found = segments("خمسة مدنيين", [mark(104, 111), mark(900, 910)], 100);
  assert.deepEqual(
    found.map(({ start, end }) => [start, end]),
    [
      [100, 104],
      [104, 111],
    ],
  );
});

test("marks that cross each other are both kept", () => {
  const found = segments("abcdef", [mark(0, 4, "a"), mark(2, 6, "b")]);
  assert.deepEqual(
    found.map((one) => one.marks.map((m) => m.kind).join("")),
    ["a", "ab", "b"],
  );
});

test("empty and reversed spans mark nothing", () => {
  assert.equal(segments("abc", [mark(1, 1), mark(3, 2)]).length, 1);
});
