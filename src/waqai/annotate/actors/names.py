"""People's names: how far a name goes from a token on."""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.annotate.actors.tables import PACKAGE, aliases
from waqai.lexicon.table import read_table
from waqai.text.document import Document

# Words that bind the next one into the name: عبد الله، أبو حمزة، بن علي، آل سعود.
_BINDERS: Final = frozenset(
    ("عبد", "ابو", "ابي", "ابا", "بن", "ابن", "ال", "ولد", "ام", "بو", "بنت", "باي")
)
_PARTICLES: Final = frozenset(
    ("دو", "دي", "دا", "فان", "فون", "لو", "دير", "ماك", "سان", "اوغلو", "كي", "اون", "ايل")
)
_SECOND: Final = frozenset(
    ("الله", "الدين", "الرحمن", "الحق", "الاسلام", "النصر", "الزمان", "الله")
)
_OPENERS: Final = frozenset(("ابو", "ابي", "بن", "ابن", "ولد", "ام"))
# Endings of pronouns and of verbs of many.
_NO_NAME: Final = ("هم", "هما", "ها", "وا", "اته")
# Who is told to be a relative by these is named by nobody's name: (سليمان) ابن عم الرئيس.
_KIN: Final = frozenset(("ابن", "عم", "عمه", "خال", "خاله", "اخ", "اخت", "شقيق", "شقيقه"))
# Letters of the present tense after س: ستبدأ, سيعود.
_PRESENT: Final = frozenset("يتن")
_ALI: Final = "علي"
# What ends names of towns, whose first word is often a person's: مظفر آباد.
_TOWN: Final = "اباد"
# على (on) and the name as texts write them that keep them apart, and how much rarer the name is.
_ON: Final = "على "
_NAMED_ALI: Final = "علي "
_OFTEN: Final = 2
# Letters that are words of their own where they stand apart: لـ.
_JOINING: Final = frozenset("وبلك")
_MOST: Final = 6
# Letters of a family name that is told by its ending at least, and what none begins with.
_LONG: Final = 6
_ARTICLES: Final = ("ال", "وال", "بال", "لل", "كال", "فال")
# Letters written with points between them at most: إ.أ.ع.
_LETTERS: Final = 3
_REACH: Final = 7


@cache
def names(cls: str) -> frozenset[str]:
    """The words of a class of the names table: given, weak or family.

    By what one word a table's person is known is a family name too.
    """
    rows = read_table(PACKAGE, "names.tsv", ("class", "keys"), ("keys",))
    found = [key for row in rows if row.cells[0] == cls for key in row.variants(1)]
    if cls == "family":
        people = ((key, row.kind) for key, row in aliases().items() if " " not in key)
        found += [key for key, kind in people if kind == "person"]
    return frozenset(found)


@cache
def _known() -> frozenset[str]:
    """The words of which names are made."""
    return names("given") | names("family") | names("weak")


@cache
def common() -> frozenset[str]:
    """Frequent words that are no names."""
    rows = read_table(PACKAGE, "common.tsv", ("keys",), ("keys",))
    return frozenset(key for row in rows for key in row.variants(0))


@cache
def _origins() -> frozenset[str]:
    """Adjectives of country with the article, which are family names too: المصري."""
    rows = read_table(PACKAGE, "nisba.tsv", ("target", "english", "stems"), ("stems",))
    return frozenset(
        f"ال{stem}"
        for row in rows
        if row.cells[0].isupper()
        for stem in row.variants(2)
        if stem.endswith("ي")
    )


@cache
def _endings() -> tuple[str, ...]:
    """The endings of family names of other lands."""
    return tuple(sorted(names("ending")))


def name_end(doc: Document, i: int, led: bool) -> int | None:
    """Token after the name that begins at token i of `doc`, None where none does.

    A name that is `led` by a title may begin with an unknown word; one without must begin with a
    given name and go on.
    """
    last = min(len(doc.keys), i + _REACH)
    end = _first(doc, i, last, led)
    if end is None:
        return None
    count = 1
    while end < last and count < _MOST:
        after = _next(doc, end, last, led)
        if after is None:
            break
        end, count = after, count + 1
    short = _initials(doc, end)
    return short if led or count > 1 or short > end else None


def _initials(doc: Document, i: int) -> int:
    """Token after the letters that stand for the rest of a name: محمد.ر، علي خ. ع، محمود.إ.أ."""
    end = i
    keys = doc.keys
    while True:
        at = end + (keys[end : end + 1] == ["."])
        key = keys[at] if at < len(keys) else ""
        dotted = at > end
        if dotted and 1 < len(key) <= _LETTERS and "." in doc.text[doc.starts[at] : doc.ends[at]]:
            return at + 1
        if len(key) != 1 or not key.isalpha() or key.isascii() or (not dotted and key in _JOINING):
            return end
        end = at + 1


def foreign(key: str) -> bool:
    """Whether a word ends as family names of other lands do, and no Arabic word: ستولتنبرغ."""
    shaped = len(key) >= _LONG and key.isalpha() and not key.startswith(_ARTICLES)
    return shaped and key.endswith(_endings()) and key not in common()


def is_particle(key: str) -> bool:
    """Whether a word only ever joins the other words of a name."""
    return key in _PARTICLES or key in _SECOND or key in _BINDERS


def is_known(key: str) -> bool:
    """Whether a word is a name by the tables."""
    return key in _known()


def _first(doc: Document, i: int, last: int, led: bool) -> int | None:
    """Token after the first part of a name."""
    if i >= last:
        return None
    keys = doc.keys
    key = keys[i]
    if key in names("given"):
        return i + 1
    if key == "ابو" and not led:
        son = keys[i + 1] if i + 1 < last else ""
        return i + 2 if son in names("given") or son in names("weak") else None
    if key == "عبد":
        return i + 2 if i + 1 < last and _plain(keys[i + 1]) else None
    if not led:  # a leaf says that the word, its clitics apart, is a given name
        return i + 1
    if key in _OPENERS:
        return i + 2 if i + 1 < last and _plain(keys[i + 1]) else None
    if key == _ALI:
        return i + 1 if _is_ali(doc, i) and _goes_on(doc, i + 1) else None
    return i + 1 if is_known(key) or (key[0] != "ي" and _unknown(key)) else None


def _next(doc: Document, i: int, last: int, led: bool) -> int | None:
    """Token after one more part of a name that has begun."""
    if doc.keys[i] == "#" and i + 1 < last and is_known(doc.keys[i + 1]):
        i += 1
    key = doc.keys[i]
    if key == _TOWN:
        return None
    if key == "امين" and doc.keys[i + 1 : i + 2] in (["عام"], ["العام"], ["سر"]):
        return None
    if _accusative(doc, i):
        return None
    if foreign(key):
        return i + 1
    if key[0] == "س" and key[1:2] in _PRESENT and not is_known(key):
        return None
    if key in _BINDERS:
        binds = i + 1 < last and _plain(doc.keys[i + 1]) and doc.keys[i + 1] not in _KIN
        return i + 2 if binds else None
    if key == _ALI:
        return i + 1 if _is_ali(doc, i) else None
    if is_known(key) or key in _SECOND or key in _PARTICLES:
        return i + 1
    if key in names("surname") and _before_surname(doc.keys, i - 1):
        return i + 1
    if key in _origins() and doc.keys[i - 1] in names("given"):
        return i + 1
    if doc.keys[i - 1] in _origins():
        return None
    return i + 1 if _unknown(key) and (led or key[0] not in "يتن") else None


def _is_ali(doc: Document, i: int) -> bool:
    """Whether علي is the name: written so, or على (on) with another name after it."""
    if doc.text[doc.ends[i] - 1] == "ي":
        return True
    return i + 1 < len(doc.keys) and (is_known(doc.keys[i + 1]) or doc.keys[i + 1] in _BINDERS)


def _before_surname(keys: list[str], i: int) -> bool:
    """Whether token i is a given name, with و or without, or whose father one is called."""
    given = names("given")
    return keys[i] in given or keys[i][1:] in given or (i > 0 and keys[i - 1].endswith("ابو"))


def called_father(doc: Document, i: int) -> int | None:
    """Token after a name of أبو alone that begins at token i in quotes: "أبو زيد"."""
    keys = doc.keys
    quoted = keys[i - 1 : i] == ['"'] and keys[i + 2 : i + 3] == ['"']
    return i + 2 if quoted and keys[i] == "ابو" and _plain(keys[i + 1]) else None


def tells_ali(doc: Document) -> bool:
    """Whether a text writes على (on) apart from the name علي, which is the rarer one."""
    return doc.text.count(_ON) > _OFTEN * doc.text.count(_NAMED_ALI)


def is_ali(doc: Document, i: int, after: str) -> bool:
    """Whether علي at token i, in a text that tells the two apart, is the name before `after`."""
    name = doc.text[doc.ends[i] - 1] == "ي" and after not in common()
    return name and (is_known(after) or _unknown(after))


def _goes_on(doc: Document, i: int) -> bool:
    """Whether what follows علي is no common word, before which it would be على."""
    key = doc.keys[i] if i < len(doc.keys) else ""
    return not key.isalpha() or is_known(key) or key in _BINDERS or _unknown(key)


def _accusative(doc: Document, i: int) -> bool:
    """Whether a word bears the mark of the indefinite accusative: اتصالًا."""
    return "\u064b" in doc.text[doc.starts[i] : doc.ends[i] + 1]


def _plain(key: str) -> bool:
    """Letters only."""
    return len(key) > 1 and key.isalpha()


def may_be(key: str) -> bool:
    """Whether a word is one that a name may hold: no frequent word of another sense."""
    return _unknown(key)


def _unknown(key: str) -> bool:
    """A word that no frequent word is, clitics considered: it may be a name."""
    if len(key) < 3 or not key.isalpha() or key in common() or key.isascii():
        return False
    if key[0] == "و" or key.startswith("لل") or key.endswith(_NO_NAME):
        return False
    if key.endswith("ا") and key[:-1] in common():
        return False
    bare = key[1:]
    if key[0] not in "فبلكس":
        return True
    if key[0] in "بل" and key.endswith("ه") and key[1:-1] in common():
        return False  # لإقدامه على، بقيامه
    if bare.startswith("ال") and (key[0] not in "فك" or bare[2:] in common()):
        return False
    return not (bare in common() or key.endswith(("ين", "ون", "ات", "يه")))
