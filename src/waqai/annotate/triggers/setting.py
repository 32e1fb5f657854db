"""What stands around the triggers of a report: means, vetoing words, cues of status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, cast

from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.words import PACKAGE, WORD_TAG, forms
from waqai.lexicon.morphology import noun_forms
from waqai.lexicon.table import Lazy, Row, by_first, read_table
from waqai.lexicon.vocabulary import FREE, NAME, NOUN, Entry
from waqai.model.codes import EventType, Status

MEANS_TAG: Final = "trigger.means"
NEAR_TAG: Final = "trigger.near"
CUE_TAG: Final = "trigger.cue"
# Classes of contexts.tsv that are asked for by the bare word, for speed: they are everywhere.
BY_KEY: Final = (
    "preposition", "governor", "lam", "soon", "occurrence", "any", "if", "undertake",
    "about", "letter",
)  # fmt: skip
# What people die of: types of events, lemmas of results that tell none, classes of means.
_VIOLENCE: Final[frozenset[str | None]] = frozenset(
    ("attack", "clash", "assassination", "bombing", "explosion", "shelling", "air_strike", "mine",
     "suicide_attack", "abduction", "execution", "riot", "crackdown", "protest")
)  # fmt: skip
_NATURAL: Final = frozenset(("توفي", "اصاب", "صرع"))
_ARMS: Final = frozenset(("artillery", "bomb", "mine", "suicide", "armed", "torture", "air"))
_CUE_COLUMNS: Final = ("status", "side", "form", "vowels", "root", "words")


class Cue(NamedTuple):
    """A word of status: of what is told before it (`side` before), else of what is after it.

    `fixed` where it is written in the table, no form of a verb.
    """

    status: Status
    side: str
    negation: bool
    verb: bool
    fixed: bool


def keys_of(name: str) -> frozenset[str]:
    """The words of a class of contexts.tsv that is asked for by key; KeyError for no class."""
    return _KEYS[name]


def _read() -> dict[str, frozenset[str]]:
    return by_first(_contexts())


_KEYS: Final = Lazy(_read)


def _contexts() -> list[Row]:
    return read_table(PACKAGE, "contexts.tsv", ("class", "key"), ("key",))


def entries() -> Iterator[tuple[str, Entry]]:
    """Entries of means, contexts and cues."""
    for row in read_table(PACKAGE, "means.tsv", ("means", "singular", "plurals"), ("singular",)):
        for noun in noun_forms(row.cells[1], row.variants(2)):
            yield noun.key, Entry(MEANS_TAG, row.cells[0], f"{MEANS_TAG}:{row.cells[1]}", FREE)
    for row in _contexts():
        if row.cells[0] not in BY_KEY:
            for key in (form for word in row.variants(1) for form in _adjective(word)):
                yield key, Entry(NEAR_TAG, row.cells[0], f"{NEAR_TAG}:{key}", NOUN)
    for row in read_table(PACKAGE, "cues.tsv", _CUE_COLUMNS, ("root", "words")):
        yield from _cue(row)


def _adjective(word: str) -> tuple[str, ...]:
    """A word as written and, where it may be one, as an indefinite accusative (لاذعا)."""
    bare = " " in word or word.startswith("ال") or word.endswith(("ه", "ا"))
    return (word,) if bare else (word, word + "ا")


def _cue(row: Row) -> Iterator[tuple[str, Entry]]:
    """Entries of a row of cues: the forms of its verb, or its words as written."""
    status, side, form, vowels, root, _ = row.cells
    if not form:
        cue = Cue(cast(Status, status), side, status == "denied", False, True)
        for word in row.variants(5):
            clitics = NAME if status == "denied" else NOUN
            yield word, Entry(CUE_TAG, cue, f"{CUE_TAG}:{word}", clitics)
        return
    cells = ("", "", "", "", status, form, vowels, "vmi", root, row.cells[5])
    for written in forms(Row(cells, row.where)):
        if not written.jussive:
            cue = Cue(cast(Status, status), side, False, written.pos == "verb", False)
            clitics = written.clitics if written.pos == "verb" else FREE
            yield written.key, Entry(CUE_TAG, cue, f"{CUE_TAG}:{written.sense.lemma}", clitics)


class Veto(NamedTuple):
    """A row of vetoes.tsv; an empty set holds for all."""

    types: frozenset[str]
    where: str
    cls: str
    unless: str
    lemmas: frozenset[str]


class Retype(NamedTuple):
    """A row of retype.tsv."""

    means: str
    to: EventType
    reach: int
    side: str
    lemmas: frozenset[str]


@cache
def vetoes(kind: EventType, lemma: str) -> tuple[Veto, ...]:
    """The rows of vetoes.tsv that hold for a type and lemma."""
    return tuple(
        veto
        for veto in _vetoes()
        if (not veto.types or kind in veto.types) and (not veto.lemmas or lemma in veto.lemmas)
    )


@cache
def _vetoes() -> tuple[Veto, ...]:
    columns = ("types", "where", "class", "unless", "lemmas")
    return tuple(
        Veto(
            _some(row.variants(0)), row.cells[1], row.cells[2], row.cells[3], _some(row.variants(4))
        )
        for row in read_table(PACKAGE, "vetoes.tsv", columns, ("lemmas",))
    )


def _some(names: Sequence[str]) -> frozenset[str]:
    return frozenset() if list(names) == ["*"] else frozenset(names)


@cache
def retypes() -> dict[str, tuple[Retype, ...]]:
    """Type -> its rows of retype.tsv in order."""
    found: dict[str, list[Retype]] = {}
    columns = ("from", "means", "to", "reach", "side", "lemmas")
    for row in read_table(PACKAGE, "retype.tsv", columns, ("lemmas",)):
        kind, means, to, reach, side, _ = row.cells
        found.setdefault(kind, []).append(
            Retype(means, cast(EventType, to), int(reach), side, _some(row.variants(5)))
        )
    return {kind: tuple(ways) for kind, ways in found.items()}


class Setting:
    """Lookups by token over one chart: classes of vetoing words, means, cues."""

    __slots__ = ("_violence", "chart", "cue_at", "means", "near")

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.means = _spread(chart.of(MEANS_TAG))
        self.near = _spread(chart.of(NEAR_TAG))
        self.cue_at: dict[int, list[Node]] = {}
        for cue in chart.of(CUE_TAG):
            self.cue_at.setdefault(cue.i, []).append(cue)
        self._violence: frozenset[int] | None = None

    def bounds(self, token: int) -> tuple[int, int]:
        """Tokens of the sentence around a token."""
        sentence = self.chart.doc.sentences[self.chart.doc.sentence_index(token)]
        return sentence.first, sentence.last

    def violent(self, token: int) -> bool:
        """Whether a word of violence stands in the sentence of a token or in one near it."""
        if self._violence is None:
            tokens = {node.i for node in self.chart.of(WORD_TAG) if _is_violent(node.value.sense)}
            for arms in _ARMS:
                tokens.update(self.means.get(arms, ()))
            tokens.update(self.near.get("wound", ()))
            self._violence = frozenset(map(self.chart.doc.sentence_index, tokens))
        here = self.chart.doc.sentence_index(token)
        return not self._violence.isdisjoint(range(here - 2, here + 2))

    def told(self, where: dict[str, list[int]], name: str, first: int, last: int) -> bool:
        """Whether a word of a class stands in tokens [first, last)."""
        held = where.get(name)
        if held is not None:
            for k in held:
                if first <= k < last:
                    return True
        return False


def _is_violent(sense: Sense | None) -> bool:
    """Whether a sense tells, surely enough, what people die of."""
    if sense is None or sense.type not in _VIOLENCE or sense.strength == "weak":
        return False
    # Who died or fell ill need not have been struck.
    return sense.strength != "result" or sense.lemma not in _NATURAL


def _spread(nodes: Sequence[Node]) -> dict[str, list[int]]:
    """Value -> tokens on which the nodes of it lie."""
    found: dict[str, list[int]] = {}
    for node in nodes:
        held = found.get(node.value)
        if held is None:
            held = found[node.value] = []
        held += range(node.i, node.j)
    return found
