"""The tables of speakers as words of the vocabulary: verbs, phrases, nouns, adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple, cast, get_args

from waqai.errors import TableError
from waqai.lexicon.morphology import Gender, Number, noun_forms, participle, verb_forms
from waqai.lexicon.table import Lazy, by_first, read_table
from waqai.lexicon.vocabulary import CONJ, FREE, NAME, NOUN, VERB, Entry
from waqai.model.codes import SpeakerKind

PACKAGE: Final = "waqai.annotate.speakers"
VERB_TAG: Final = "speaker.verb"
FRAME_TAG: Final = "speaker.frame"
HEAD_TAG: Final = "speaker.head"
QUALIFIER_TAG: Final = "speaker.qualifier"
PARTICIPLE_TAG: Final = "speaker.participle"

Need = Literal["", "that", "news", "from", "doc", "what"]
Side = Literal["by", "what", "from", "doc", "act"]
HeadClass = Literal["source", "person", "people", "org", "doc"]


class Said(NamedTuple):
    """A written form of a verb of saying; `need` as in verbs.tsv."""

    lemma: str
    need: Need
    number: Number
    gender: Gender | None
    past: bool


class SpeakerHead(NamedTuple):
    """A noun that names who says something."""

    cls: HeadClass
    kind: SpeakerKind


def entries() -> Iterator[tuple[str, Entry]]:
    """Every key of this dimension with its entry."""
    yield from _verbs()
    for row in read_table(PACKAGE, "frames.tsv", ("side", "keys"), ("keys",)):
        if row.cells[0] not in get_args(Side):
            raise TableError(f"unknown side {row.cells[0]!r}", row.where)
        for key in row.variants(1):
            yield key, Entry(FRAME_TAG, row.cells[0], f"{FRAME_TAG}:{key}", CONJ)
    for row in read_table(PACKAGE, "heads.tsv", ("cls", "kind", "keys"), ("keys",)):
        cls, kind, _ = row.cells
        if cls not in get_args(HeadClass) or kind not in get_args(SpeakerKind):
            raise TableError(f"unknown class {cls!r} or kind {kind!r}", row.where)
        head = SpeakerHead(cast(HeadClass, cls), cast(SpeakerKind, kind))
        for key in row.variants(2):
            clitics = NAME if key.startswith("ال") else FREE if cls == "doc" else NOUN
            yield key, Entry(HEAD_TAG, head, f"{HEAD_TAG}:{key}", clitics)
    for row in read_table(PACKAGE, "qualifiers.tsv", ("kind", "keys"), ("keys",)):
        for key in row.variants(1):
            if " " in key:
                yield key, Entry(QUALIFIER_TAG, row.cells[0], f"{QUALIFIER_TAG}:{key}", NOUN)
                continue
            for form in noun_forms(key, sound="m", feminine=True):
                if form.number == "sg" and form.case_ == "obl":
                    continue  # an adverb (سابقا)
                yield form.key, Entry(QUALIFIER_TAG, row.cells[0], f"{QUALIFIER_TAG}:{key}", NOUN)


def _verbs() -> Iterator[tuple[str, Entry]]:
    """Finite forms, and the participles that go on with what was said (مضيفا)."""
    for row in read_table(PACKAGE, "verbs.tsv", ("need", "form", "vowels", "root"), ("root",)):
        need, form, vowels, root = row.cells
        if need not in get_args(Need):
            raise TableError(f"unknown need {need!r}", row.where)
        try:
            inflected = verb_forms(root, form, vowels or "a-u", passive=False)
            active = participle(root, form, "active")
        except ValueError as error:
            raise TableError(str(error), row.where, "correct the root or the form") from None
        lemma = inflected[0].key
        seen: set[str] = set()
        for one in inflected:
            if one.mood is None and one.person == 3 and one.key not in seen:
                seen.add(one.key)
                past = one.tense == "past"
                said = Said(lemma, cast(Need, need), one.number, one.gender, past)
                yield one.key, Entry(VERB_TAG, said, f"{VERB_TAG}:{lemma}", VERB)
        endings = ("ا", "ه", "ين") if lemma in words("participle") else ()
        for key in (active + ending for ending in endings):
            yield key, Entry(PARTICIPLE_TAG, lemma, f"{PARTICIPLE_TAG}:{lemma}", CONJ)


def words(use: str) -> frozenset[str]:
    """The folded words of a use, as words.tsv defines them. Raises KeyError for no use."""
    return _WORDS[use]


def _read() -> dict[str, frozenset[str]]:
    return by_first(read_table(PACKAGE, "words.tsv", ("use", "keys"), ("keys",)))


_WORDS: Final = Lazy(_read)


@cache
def cues() -> dict[str, SpeakerKind]:
    """Word in an office -> kind of speaker."""
    rows = read_table(PACKAGE, "cues.tsv", ("kind", "keys"), ("keys",))
    return {key: cast(SpeakerKind, row.cells[0]) for row in rows for key in row.variants(1)}


@cache
def kinds() -> dict[str, SpeakerKind]:
    """Actor id (or `*` and the end of one, or the name of those of no id) -> kind of speaker."""
    rows = read_table(PACKAGE, "kinds.tsv", ("actor", "kind"))
    return {row.cells[0]: cast(SpeakerKind, row.cells[1]) for row in rows}
