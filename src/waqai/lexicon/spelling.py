"""From a vowelled pattern and a root to the folded spelling: the sound laws of weak roots.

The laws work on the pattern, where `2` and `3` still are the places of the root, so that they can
never touch a letter that only looks like one of it.
"""

from __future__ import annotations

import re
from typing import Final

from waqai.lexicon.patterns import Pattern

_THREE: Final = 3
_WEAK: Final = "وي"
_LONG: Final = {"a": "A", "i": "I", "u": "U"}
_VOWELS: Final = "aiuAIU"
_STEADY: Final = ("II", "III", "V", "VI")
_STEADIEST: Final = (*_STEADY, "IX")
# What the ت of form VIII becomes after these first letters.
_EIGHTH: Final = {
    "ص": "صط",
    "ض": "ضط",
    "ط": "طط",
    "ز": "زد",
    "د": "دد",
    "ذ": "دد",
    "ظ": "ظظ",
    "و": "تت",
}


def spell(root: str, shape: Pattern, stem: str, ending: str = "", *, noun: bool = False) -> str:
    """The folded spelling of `stem` + `ending` with the letters of `root`."""
    word = stem + ending
    if shape.form == "VIII":
        word = _eighth(root, word)
    if len(root) == _THREE:
        if root[1] == root[2] and root[2] not in _WEAK:
            word = _doubled(word)
        elif root[1] in _WEAK and root[2] not in _WEAK and shape.form not in _STEADIEST:
            word = _hollow(root, word, noun=noun)
        if root[2] in _WEAK:
            word = _defective(root, shape, word, noun=noun)
    return _write(_first(_fill(root, word)))


def _fill(root: str, word: str) -> str:
    """The root's letters in their places."""
    return "".join(root[int(c) - 1] if c in "1234" else c for c in word)


def _eighth(root: str, word: str) -> str:
    """اتفق, اصطدم, ازداد, ادعى."""
    return word.replace("1ت", _EIGHTH[root[0]], 1) if root[0] in _EIGHTH else word


def _doubled(word: str) -> str:
    """Before a vowel the two like letters join: شنن+a → شن, يشنن+u → يشن."""
    word = re.sub(f"([{_VOWELS}])2[aiu]3(?=[{_VOWELS}]|$)", r"\g<1>23", word)
    return re.sub(f"([^{_VOWELS}2])2([aiu])3(?=[{_VOWELS}]|$)", r"\g<1>\g<2>23", word)


def _hollow(root: str, word: str, *, noun: bool) -> str:
    """A weak middle letter melts into a long vowel: قال يقول قيل, أصاب يصيب إصابة, قائل."""
    word = re.sub("([^aiuAIU])2A3$", r"\g<1>A3aه", word)
    word = word.replace("1A2i3", "1Aءi3").replace("i2A", "iيA")
    word = word.replace("12U3", "1U3" if root[1] == "و" else "1I3")
    word = re.sub("[ui]2i3", "I3", word)
    word = re.sub("a2[aiu]3", "A3", word)
    word = re.sub("([^aiuAIU])2([aiu])3", lambda m: m[1] + _LONG[m[2]] + "3", word)
    # A long vowel cannot stand in a closed syllable: أصاب but أصبن, لم يصب.
    return word if noun else re.sub(f"[AIU]3(?=$|[^{_VOWELS}])", "i3", word)


def _defective(root: str, shape: Pattern, word: str, *, noun: bool) -> str:
    """A weak last letter melts into the ending: رمى رمت رموا, يلقي يلقون, دعا يدعو, إلقاء."""
    if noun:
        return _defective_noun(root, word)
    past = shape.form == "I" and word.startswith("1a2a3")
    alef = "A" if past and root[2] == "و" else "ى"
    keeps = "و" if alef == "A" else "ي"
    laws = (
        ("a3[au]$", alef),
        ("a3aت", "aت"),
        ("a3U", "aو"),
        ("a3", f"a{keeps}" if not word.endswith("3") else "a"),
        ("[iu]3U", "U"),
        ("u3u$", "U"),
        ("i3u$", "I"),
        ("u3$|i3$", ""),
        ("i3", "iي"),
        ("u3", "uو"),
    )
    for law, result in laws:
        word, changed = re.subn(law, result, word)
        if changed:
            return word
    return word


def _defective_noun(root: str, word: str) -> str:
    """Masdars and participles of a weak last letter: إلقاء, تسوية, تحدي, ملاقاة, ملقى."""
    laws = (
        ("A3$", "Aء"),
        ("a3aه$", "Aه"),
        ("I3$", "iيaه"),
        ("U3$", "U" if root[2] == "و" else "I"),
        ("[iu]3$", "I"),
        ("a3$", "ى"),
    )
    for law, result in laws:
        word = re.sub(law, result, word)
    return word


def _first(word: str) -> str:
    """A weak or hamza first letter after a short vowel: إيقاع, آمن, إيواء, استيقاف."""
    word = re.sub(f"iو(?=[^{_VOWELS}])", "I", word)
    word = re.sub(f"uي(?=[^{_VOWELS}])", "U", word)
    return re.sub(f"ء([aiu])ء(?=[^{_VOWELS}])", lambda m: "ء" + _LONG[m[1]], word)


def _write(word: str) -> str:
    """Letters of the sounds: short vowels go, a letter doubled is written once, hamza is seated."""
    written = []
    for index, sound in enumerate(word):
        before = word[index - 1] if index else ""
        if sound in "aiu" or (sound == before and sound not in _VOWELS + "ٱ"):
            continue
        if sound == "ء":
            written.append(_hamza(before, word[index + 1 :], index))
        elif not (sound == "A" and before == "ء" and written[-1] == "ا"):
            written.append(_LETTERS.get(sound, sound))
    return "".join(written)


_LETTERS: Final = {"A": "ا", "I": "ي", "U": "و", "ى": "ي", "ٱ": "ا", "$": "ا"}


def _hamza(before: str, rest: str, index: int) -> str:
    """The folded seat: an alef is ا, every other seat and none is ء."""
    if index == 0:
        return "ا"
    # A short vowel that ends the word is not written and has no say.
    after = rest[:1] if len(rest) > 1 or rest in ("A", "I", "U") else ""
    if before == "a":
        return "ء" if after and after in "iIuU" else "ا"
    return "ا" if after and after in "aA" and before not in ("i", "I", "u", "U", "A") else "ء"
