"""Entries of the trigger tables: every written form of every verb, noun and phrase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from waqai.annotate.triggers.sense import Pos, Sense, SenseTense, SenseVoice, Strength
from waqai.errors import TableError
from waqai.lexicon.morphology import (
    Gender,
    Inflected,
    Number,
    adjectival,
    masdar,
    noun_forms,
    participle,
    verb_forms,
    with_article,
)
from waqai.lexicon.table import Row, read_table
from waqai.lexicon.vocabulary import CONJ, FREE, SUFFIX, VERB, Entry
from waqai.model.codes import CountSlot, EventType, Status

PACKAGE: Final = "waqai.annotate.triggers"
WORD_TAG: Final = "trigger.word"
SUPPORT_TAG: Final = "trigger.support"
HEAD_TAG: Final = "trigger.head"
_COMMON: Final = ("type", "slot", "frame", "strength", "status")
_VERB: Final = ("form", "vowels", "flags", "root", "masdars")


class Word(NamedTuple):
    """A written form as a trigger; `jussive` forms need a particle before them.

    Without a sense the word only looks like a form of a trigger.
    """

    sense: Sense | None
    jussive: bool = False


class Head(NamedTuple):
    """A verb (or its masdar) that tells an event with one of `rests` after it.

    `apart` where its subject may stand between.
    """

    sense: Sense
    rests: dict[str, tuple[tuple[str, ...], ...]]
    apart: bool
    jussive: bool = False


class Form(NamedTuple):
    """A written form of a verb row with what the spelling shows."""

    key: str
    pos: Pos
    sense: Sense
    jussive: bool
    clitics: int


def entries() -> Iterator[tuple[str, Entry]]:
    """All entries of verbs, nouns and phrases, in the order of the tables.

    Of forms of one row that are written alike and are the same part of speech the first stands.
    """
    seen: set[tuple[str, str, Pos | None]] = set()
    for key, entry in _entries():
        assert isinstance(entry.value, Word | Head)
        sense = entry.value.sense
        mark = (key, entry.row, sense.pos if sense else None)
        if mark not in seen:
            seen.add(mark)
            yield key, entry


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from _verbs()
    yield from _nouns()
    yield from _phrases()
    for row in read_table(PACKAGE, "lookalikes.tsv", ("key",), ("key",)):
        for key in row.variants(0):
            yield key, Entry(WORD_TAG, Word(None), f"{WORD_TAG}:{key}", FREE)


def _verbs() -> Iterator[tuple[str, Entry]]:
    for row in read_table(PACKAGE, "verbs.tsv", (*_COMMON, *_VERB), ("root", "masdars")):
        for form in forms(row):
            tag = WORD_TAG if form.sense.type else SUPPORT_TAG
            word = Word(form.sense, form.jussive)
            yield form.key, Entry(tag, word, f"{tag}:{form.sense.lemma}", form.clitics)


def _nouns() -> Iterator[tuple[str, Entry]]:
    columns = (*_COMMON, "sound", "singular", "plurals")
    for row in read_table(PACKAGE, "nouns.tsv", columns, ("singular", "plurals")):
        sound, singular = row.cells[5], row.cells[6]
        for noun in noun_forms(singular, row.variants(7), "f" if sound == "f" else None):
            if adjectival(noun, singular):
                continue
            sense = _sense(row, singular, "noun", number=noun.number, gender=noun.gender)
            for key in with_article(noun.key):
                yield key, Entry(WORD_TAG, Word(sense), f"{WORD_TAG}:{singular}", FREE)


def _phrases() -> Iterator[tuple[str, Entry]]:
    columns = (*_COMMON, *_VERB, "rest")
    for row in read_table(PACKAGE, "phrases.tsv", columns, ("root", "masdars", "rest")):
        rests = _rests(row.variants(10))
        apart = "x" in row.cells[7]
        first = row.variants(10)[0]
        for form in forms(row):
            sense = form.sense.copy()
            sense.lemma = f"{sense.lemma} {first}"
            head = Head(sense, rests, apart, form.jussive)
            yield form.key, Entry(HEAD_TAG, head, f"{HEAD_TAG}:{sense.lemma}", form.clitics)


def _rests(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word (bare, with the article, as an object) -> the words after it, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split(" ")
        # One word alone may be an indefinite object (زرع ألغاما).
        object_ = () if rest or first[-1] in "هايء" else (first + "ا",)
        for key in (first, "ال" + first, *object_):
            found.setdefault(key, []).append(tuple(rest))
    return {key: tuple(sorted(ways, key=len, reverse=True)) for key, ways in found.items()}


def forms(row: Row) -> Iterator[Form]:
    """The written forms of a verb row. Raises TableError where root or form cannot be."""
    form, vowels, flags, root = row.cells[5:9]
    try:
        inflected = verb_forms(root, form, vowels or "a-u", passive="i" not in flags)
        nouns = row.variants(9) or list(masdar(root, form))
        participles = [participle(root, form, "active")] if "a" in flags else []
        if "p" in flags:
            participles.append(participle(root, form, "passive"))
    except ValueError as error:
        raise TableError(str(error), row.where, "correct the root or the form") from None
    lemma = inflected[0].key
    if "v" in flags:
        yield from _finite(row, lemma, [f for f in inflected if _kept(f, lemma, flags)])
    if "m" in flags:
        yield from _verbal_nouns(row, lemma, nouns)
    for noun in participles:
        yield from _participles(row, lemma, noun)


def _kept(form: Inflected, lemma: str, flags: str) -> bool:
    """Whether the flags leave a form in: no bare past (n), the passive (P) or past (t) alone."""
    if ("P" in flags and form.voice == "active") or ("t" in flags and form.tense != "past"):
        return False
    return not ("n" in flags and form.key == lemma)


def _finite(row: Row, lemma: str, inflected: list[Inflected]) -> Iterator[Form]:
    """Finite forms, both voices in one where they are written alike."""
    by_key: dict[str, list[Inflected]] = {}
    for form in inflected:
        by_key.setdefault(form.key, []).append(form)
    for key, alike in by_key.items():
        first = alike[0]
        voices = {form.voice for form in alike}
        voice: SenseVoice = first.voice if len(voices) == 1 else "either"
        sense = _sense(
            row, lemma, "verb", voice, first.tense, number=first.number, gender=first.gender
        )
        yield Form(key, "verb", sense, first.mood == "jussive", VERB)


def _verbal_nouns(row: Row, lemma: str, nouns: list[str]) -> Iterator[Form]:
    for noun in dict.fromkeys(nouns):
        for form in noun_forms(noun, sound="f"):
            if not adjectival(form, noun):
                sense = _sense(row, lemma, "masdar", number=form.number, gender=form.gender)
                yield Form(form.key, "masdar", sense, False, FREE)


def _participles(row: Row, lemma: str, noun: str) -> Iterator[Form]:
    for form in noun_forms(noun, sound="m", feminine=True):
        sense = _sense(row, lemma, "participle", number=form.number, gender=form.gender)
        if sense.strength == "strong":
            sense.strength = "weak"
        yield Form(form.key, "participle", sense, False, CONJ | SUFFIX)


def _sense(
    row: Row,
    lemma: str,
    pos: Pos,
    voice: SenseVoice = "either",
    tense: SenseTense | None = None,
    *,
    number: Number | None,
    gender: Gender | None,
) -> Sense:
    """The sense of a form of a row."""
    kind, slot, frame, strength, status = row.cells[:5]
    return Sense(
        cast(EventType, kind) if kind else None,
        lemma,
        cast(Status, status),
        pos,
        voice,
        tense,
        number,
        gender,
        cast(CountSlot, slot) if slot else None,
        frame,
        cast(Strength, strength),
    )
