import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces, plain } from "../src/text/visible.ts";

test("every control of direction is named", () => {
  for (const code of [
    0x200e, 0x200f, 0x61c, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
  ]) {
    const [before, control, after] = pieces(`قتل${String.fromCodePoint(code)}خمسة`);
    assert.equal(before?.text, "قتل");
    assert.match(control?.control ?? "", /^[A-Z]{3}$/);
    assert.equal(after?.text, "خمسة");
  }
});

test("what is not seen has a name, by its number where it has no other", () => {
  assert.equal(pieces("\u0000")[0]?.control, "U+0000");
  assert.equal(pieces("\u2028")[0]?.control, "U+2028");
  assert.equal(pieces("\u{e0041}")[0]?.control, "U+E0041");
  assert.equal(pieces("\ud800")[0]?.control, "U+D800");
});

test("letters, vowel marks, joiners, tab and line end are left as they are", () => {
  const text = "قُتِلَ خمسة\tمدنيين\nفي نی\u200cها و\u0600١٢";
  assert.deepEqual(pieces(text), [{ text, control: null }]);
  assert.equal(plain(`a\u202eb`), "ab");
});
