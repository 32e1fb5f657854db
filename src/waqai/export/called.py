"""Names of persons in a text, and whether each is a public figure's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from waqai.annotate.actors.names import common, is_known, is_particle, may_be, name_end, names
from waqai.annotate.actors.tables import aliases
from waqai.export.led import led_to
from waqai.export.listed import listed
from waqai.export.offices import (
    ends_in_office,
    is_told,
    joined_before,
    joined_behind,
    length,
    phrases,
)
from waqai.export.offices import words as roles
from waqai.export.origins import is_origin
from waqai.text.document import Document

_PROCLITICS: Final = frozenset("وبلف")
_FATHERS: Final = frozenset(("عبد", "ابو", "ابي", "ابا"))
_PAUSES: Final = frozenset(("،", ",", "(", "[", '"', "”", "“", "»"))
_STOPS: Final = frozenset((".", "،", ",", "\n", "؛"))
_QUOTES: Final = frozenset(('"', "”", "“", "«", "»"))
# على (on) folds to the name علي.
_ON: Final = "لى"
_OLDEST: Final = 110
# Words of a name, and of a public figure's name, at most; tokens to a word over names.
_MOST, _LONGEST, _NEAR, _LONG, _SHORT = 5, 6, 4, 8, 3


class Name(NamedTuple):
    """A person's name: tokens [i, end) less `skip` letters, and whether it is a public figure's."""

    i: int
    end: int
    skip: int
    public: bool


def called(doc: Document) -> list[Name]:
    """The names in a text; one that is public once is so everywhere."""
    found = list(_called(doc))
    public = {written(doc.keys, name) for name in found if name.public}
    public |= {written(doc.keys, name) for name in _of_forces(doc.keys, found)}
    told = [n._replace(public=n.public or written(doc.keys, n) in public) for n in found]
    return _with_listed(doc.keys, told)


def _with_listed(keys: Sequence[str], found: list[Name]) -> list[Name]:
    """The names, with those of lists that were missed, in order."""
    private = {name.i: name.end for name in found if not name.public}
    more = list(listed(keys, private, {name.i for name in found if name.public}))
    if not more:
        return found
    inside = {k for i, end in more for k in range(i, end)}
    added = [
        Name(i, end, int(not is_known(keys[i]) and keys[i][0] == "و"), False) for i, end in more
    ]
    return sorted([name for name in found if name.i not in inside] + added)


def _of_forces(keys: Sequence[str], found: Sequence[Name]) -> Iterator[Name]:
    """Names of those who have forces: قوات فلان الفلاني, also by the family's name alone."""
    pairs = pairwise(keys)
    lone = {key for before, key in pairs if before in roles("forces")}
    for name in found:
        behind = name.i > 0 and keys[name.i - 1] in roles("forces")
        if behind or keys[name.end - 1] in lone:
            yield name


def written(keys: Sequence[str], name: Name) -> str:
    """The name in one word, as عبد الله and عبدالله are one."""
    return "".join(keys[name.i : name.end])[name.skip :]


def _called(doc: Document) -> Iterator[Name]:
    """The names in a text, in order."""
    ages, i = _aged(doc), 0
    last = None
    while i < len(doc.keys):
        name = ages.get(i) or _at(doc, i)
        if name is None:
            i += 1
            continue
        last = name = _joined(doc, name, last)
        yield name
        i = max(i + 1, name.end)


def _joined(doc: Document, name: Name, last: Name | None) -> Name:
    """The name, public behind another under one title (القياديان فلان وفلان), from its first word.

    Words such as رمضان begin a name where another of its words follows.
    """
    keys = doc.keys
    many = any(_any_form(key, roles("many")) for key in keys[max(0, name.i - _LONG) : name.i])
    first = many and name.i > 0 and keys[name.i - 1] in roles("among")
    with_last = last is not None and last.public and keys[name.i][0] == "و" and name.skip > 0
    near = last is not None and name.i == last.end
    i = name.i
    while i and not name.skip and (last is None or i > last.end) and _is_weak(doc, i - 1):
        i -= 1
    return Name(i, name.end, name.skip, name.public or first or (many and with_last and near))


def _is_weak(doc: Document, k: int) -> bool:
    """Whether token k is a name that is a word too, and not the word."""
    keys = doc.keys
    if _is_on(doc, k):
        return False
    if keys[k] not in names("first") and keys[k] not in names("weak"):
        return False
    return not (k and keys[k - 1] in roles("month"))


def _at(doc: Document, i: int) -> Name | None:
    """The name that begins with token i."""
    keys = doc.keys
    led = led_to(keys, i)
    skip = 0 if led else _given(keys[i])
    if skip is None or not keys[i].isalpha() or _is_on(doc, i) or _is_no_name(keys, i):
        return None
    end = _end(doc, i, led)
    if end is None or _is_prose(keys, i, end, skip, led):
        return None
    if ends_in_office(keys, end) and end > i + 1:
        return Name(i, end - 1, skip, True)
    name = Name(i, end, skip, False)
    return name._replace(public=_is_public(keys, name))


def _is_on(doc: Document, i: int) -> bool:
    """Whether token i is written as على."""
    return doc.text[doc.starts[i] : doc.ends[i]].endswith(_ON)


def _end(doc: Document, i: int, led: bool) -> int | None:
    """Token after the name that begins with token i."""
    end = name_end(doc, i, led)
    if doc.keys[i][0] in _PROCLITICS and doc.keys[i][1:] in _FATHERS:
        end = _behind_father(doc, i)
    if end is None and i and doc.keys[i - 1] in roles("surely"):
        return _strange(doc.keys, i)
    if end is None or not led or end > i + 1:
        return end
    return end + 1 if _is_from(doc.keys, end) or _is_last(doc.keys, end) else end


def _is_last(keys: Sequence[str], k: int) -> bool:
    """Whether token k, behind a given name, ends the clause: it is no word of another sense (الناشط
    يوسف المحافظة).
    """
    if k + 1 < len(keys) and keys[k + 1] not in _STOPS:
        return False
    key = keys[k] if k < len(keys) else ""
    family = key.startswith("ال") and keys[k - 1] in names("given")
    return family and not is_told(key) and not is_origin(key)


def _is_from(keys: Sequence[str], k: int) -> bool:
    """Whether token k, behind an unknown word, is a family's name that a country's people bear."""
    key = keys[k] if k < len(keys) else ""
    plain = is_told(keys[k - 1]) or is_origin(keys[k - 1])
    return key.startswith("ال") and key.endswith("ي") and is_origin(key) and not plain


def _behind_father(doc: Document, i: int) -> int | None:
    """Token after a name that begins with و and عبد or أبو, which the name's own rule misses."""
    goes_on = i + 2 < len(doc.keys) and is_known(doc.keys[i + 2])
    rest = name_end(doc, i + 2, True) if goes_on else None
    return rest or (name_end(doc, i + 1, True) if doc.keys[i][1:] != "عبد" else None)


def _strange(keys: Sequence[str], i: int) -> int | None:
    """Token after a word that is a name as a family's name follows: عودة الهذالين."""
    after = keys[i + 1] if i + 1 < len(keys) else ""
    bare = not keys[i].startswith(("ال", "لل", "ب", "في", "من")) and len(keys[i]) > 2
    return i + 2 if bare and after.startswith("ال") and may_be(after) else None


def _given(key: str) -> int | None:
    """Letters before the given name that a word is (و and prepositions), None where it is none."""
    if key in names("given") or key in _FATHERS:
        return 0
    bare = key[1:]
    return 1 if key[0] in _PROCLITICS and (bare in names("given") or bare in _FATHERS) else None


def _is_prose(keys: Sequence[str], i: int, end: int, skip: int, led: bool) -> bool:
    """Whether what looks like a name is words of the language: يزيد التوحد, شاب فلسطيني."""
    if led:
        told = all(is_origin(key) or is_told(key) for key in keys[i:end])
        told = told or _is_charge(keys, i)
        return told or (end == i + 1 and not is_known(keys[i]) and _is_loose(keys, i))
    if i and keys[i - 1] in roles("verb") and keys[i][skip:] in roles("ambiguous"):
        return True
    homonym = keys[i][skip:] in roles("ambiguous")
    return homonym and not any(is_known(key) or key.endswith("ي") for key in keys[i + 1 : end])


def _is_charge(keys: Sequence[str], i: int) -> bool:
    """Whether token i tells, behind ب, what is said of one: المتهم بانتفاء الأدلة."""
    plain = keys[i].startswith("با") and len(keys[i]) > _LONGEST and not is_known(keys[i])
    return plain and keys[i - 1] not in roles("calling")


def _is_loose(keys: Sequence[str], i: int) -> bool:
    """Whether a lone word behind a role is no name: لعائلة الصبيين, تدعي زورا."""
    ended = keys[i].endswith(("ا", "ين", "ون", "ات")) or keys[i][0] == "ل"
    family = keys[i].startswith("ال") and not keys[i].endswith(("ون", "ات"))
    calling = keys[i - 1] in roles("calling")
    return ended and not (family and len(keys[i]) > _LONG) if calling else ended


def _is_no_name(keys: Sequence[str], i: int) -> bool:
    """Whether token i is in a phrase that holds a name's word and is no person's: إسلام آباد."""
    return any(length(_no_names(), keys, k) > i - k for k in (i, i - 1) if k >= 0)


@cache
def _no_names() -> dict[str, list[tuple[str, ...]]]:
    return phrases(roles("no_name"))


def _aged(doc: Document) -> dict[int, Name]:
    """Names before an age, by their first tokens: فلان الفلاني، 29 عاما."""
    found = {}
    for t in range(1, len(doc.keys) - 1):
        told = doc.keys[t].isdigit() and doc.keys[t + 1] in names("age")
        if told and int(doc.keys[t]) <= _OLDEST and doc.keys[t - 1] in _PAUSES:
            name = _before_age(doc, t)
            if name is not None:
                found[name.i] = name
    return found


def _before_age(doc: Document, t: int) -> Name | None:
    """The name before the mark before the age at token t."""
    keys, end = doc.keys, t
    while end and t - end < 2 and keys[end - 1] in _PAUSES:
        end -= 1
    i, skip = end, 0
    while i and end - i < _MOST and not skip:
        given = _given(keys[i - 1])
        if _is_on(doc, i - 1) or (given is None and not _part(keys, i - 1, end)):
            break
        i, skip = i - 1, given or 0
    while i < end and keys[i].startswith("ال"):
        i += 1
    named = any(_given(key) is not None for key in keys[i:end])
    if i == end or not (named or end - i > 1) or is_told(keys[i]):
        return None
    return Name(i, end, skip, False)


def _part(keys: Sequence[str], k: int, end: int) -> bool:
    """Whether token k may belong to a name that ends before token `end`."""
    key = keys[k]
    if is_told(key) or is_origin(key):
        return False
    last = k == end - 1 and k > 0 and keys[k - 1] in names("given")
    return (last and key.isalpha()) or is_known(key) or is_particle(key) or may_be(key)


def _is_public(keys: Sequence[str], name: Name) -> bool:
    """Whether a name is a public figure's, or that of a street, a camp, a brigade."""
    conjoined = name.skip and keys[name.i][0] == "و"
    led = led_to(keys, name.i)
    if is_figure(keys, name) and not (led and _is_plain(keys, name)):
        return True
    if _is_thing(keys, name):
        return True
    before = not conjoined and not led and joined_before(keys, _first(keys, name.i))
    return before or joined_behind(keys, name.end)


def _first(keys: Sequence[str], i: int) -> int:
    """The first token of a name, of which token i may be the second: ، آلان بيتر."""
    return i - 1 if i > 1 and keys[i - 2] in ("،", ",") and _names_one(keys[i - 1]) else i


def _is_plain(keys: Sequence[str], name: Name) -> bool:
    """Whether a name is only given names, as many are called: محمد مصطفى."""
    return all(key in names("given") for key in keys[name.i : name.end])


def is_figure(keys: Sequence[str], name: Name) -> bool:
    """Whether the actor tables hold the name, whole or beside the words around it."""
    whole = written(keys, name)
    if whole in _figures():
        return True
    first = max(0, name.i - 2)
    for i in range(first, name.end):
        least = i + 3 if i > name.i and keys[i] in _FATHERS else i + 2
        for end in range(max(least, name.i + 1), min(len(keys), i + _LONGEST) + 1):
            text = "".join(keys[i:end])
            if text[name.skip if i == name.i else 0 :] in _figures() or text[1:] in _figures():
                return True
    return False


@cache
def _figures() -> frozenset[str]:
    """Names of the persons of the actor tables, each in one word."""
    known = (key for key, row in aliases().items() if row.kind == "person")
    return frozenset(key.replace(" ", "") for key in known)


def _is_thing(keys: Sequence[str], name: Name) -> bool:
    """Whether a word for what is named after persons, or that has a name of its own, is before."""
    before = keys[max(0, name.i - _NEAR) : name.i]
    if len(before) > 1 and before[-1] in _QUOTES and keys[name.end : name.end + 1] == [before[-1]]:
        before = before[:-1]  # منطقة "سلطان بيلي"
    if before and _any_form(before[-1], roles("thing")) and not _is_act(keys, name.i - 1):
        return True
    if any(_any_form(key, roles("firm")) for key in before[-2:]):
        return True
    inside = [k for k, key in enumerate(before) if _any_form(key, roles("things"))]
    return bool(inside) and all(key.isalpha() and not is_told(key) for key in before[inside[-1] :])


def _is_act(keys: Sequence[str], k: int) -> bool:
    """Whether the word for a thing tells an act, as no preposition is before: حكم بسجن فلان."""
    behind_preposition = k > 0 and keys[k - 1] in roles("inside")
    return _any_form(keys[k], roles("act")) and not behind_preposition


def _any_form(key: str, known: frozenset[str]) -> bool:
    """Whether a word, و or a preposition apart, is among the known."""
    bare = key[1:] if key[0] in "وفبلك" and len(key) > 3 else key
    return key in known or bare in known


def parts(keys: Sequence[str], name: Name) -> frozenset[str]:
    """The words of a name that tell whose it is where they stand alone."""
    bare = [keys[name.i][name.skip :], *keys[name.i + 1 : name.end], ""]
    joined = zip(["", *bare], bare, bare[1:], strict=False)
    return frozenset(
        key
        for before, key, after in joined
        if _tells(key) and before not in _FATHERS and (after in _FATHERS or not is_particle(after))
    )


def _tells(key: str) -> bool:
    """Whether a word is a name, and nothing else."""
    if len(key) < _SHORT or not key.isalpha() or key in common() or is_particle(key):
        return False
    weak = key in names("first") or key in names("weak") or key in roles("ambiguous")
    return not (weak or _is_word(key) or key in _figures())


def holds_name(doc: Document) -> bool:
    """Whether words hold a name: one that is known, or that no word of the language is."""
    return bool(called(doc)) or any(_names_one(key) for key in doc.keys)


def _names_one(key: str) -> bool:
    """Whether a word is a name, or unknown."""
    return key.isalpha() and not _is_word(key) and (is_known(key) or may_be(key))


def _is_word(key: str) -> bool:
    """Whether a word tells what a person is or whence, also in the accusative: يهوديا متطرفا."""
    accusative = key.endswith("يا") and not is_known(key)
    return accusative or any(is_told(f) or is_origin(f) for f in (key, key.removesuffix("ا")))
