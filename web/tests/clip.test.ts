import assert from "node:assert/strict";
import { test } from "node:test";
import { clipped } from "../src/text/clip.ts";

const TEXT = "وقالت المصادر الطبية إن قتل خمسة مدنيين في قصف استهدف السوق صباح اليوم";
const AT = [...TEXT].join("").indexOf("قتل");
const passage = { start: 100, end: 100 + [...TEXT].length, text: TEXT };
const span = { start: 100 + AT, end: 100 + AT + [..."قتل خمسة مدنيين"].length };

test("a clip holds the words at their offsets and ends between words", () => {
  const { start, text } = clipped(passage, span, 12);
  assert.equal(text.slice(span.start - start, span.end - start), "قتل خمسة مدنيين");
  assert.equal(text, "الطبية إن قتل خمسة مدنيين في قصف");
});

test("what is near both ends is kept whole", () => {
  assert.deepEqual(clipped(passage, span, 500), passage);
});
