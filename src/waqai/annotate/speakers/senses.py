"""Verbs of saying that say nothing where they stand: denied, to come, another sense or object."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.tables import Said, words
from waqai.text.sentences import Sentence

_BETWEEN: Final = 8


class Senses:
    """Tells for the verbs of one chart whether somebody says something by them."""

    __slots__ = ("keys",)

    def __init__(self, chart: Chart) -> None:
        self.keys = chart.doc.keys

    def key(self, i: int) -> str:
        """Folded token i, "" outside the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def denied(self, verb: Node, sentence: Sentence) -> bool:
        """Whether the word before says that nobody says it (لم يعلن), or it is still to be said."""
        before = self.keys[verb.i - 1] if verb.i > sentence.first else ""
        said: Said = verb.value
        if verb.reading is not None and verb.reading.prep == "س":
            return True
        if said.lemma == "كتب" and self.key(verb.j) == "-":
            return True
        if self.keys[verb.i] == "وبين" and self._between(verb, sentence):
            return True
        if self.keys[verb.i] in words("notverb"):
            return verb.i > sentence.first or self.keys[verb.i] != "بين"
        if before in words("preposition"):
            return True
        done = verb.i - 2 >= sentence.first and self.keys[verb.i - 2] == "قبل"
        unsaid = (before in ("ان", "بان") and not done) or before in words("maybe")
        return before in words("negator") or (unsaid and not said.past)

    def _between(self, verb: Node, sentence: Sentence) -> bool:
        """Whether وبين is no verb: بينهم وبين."""
        before = self.keys[max(sentence.first, verb.i - _BETWEEN) : verb.i]
        return any(key.removeprefix("و").removeprefix("ما").startswith("بين") for key in before)

    def takes_object(self, verb: Node, sentence: Sentence) -> bool:
        """Whether what follows a verb is no subject: its own stands before it in a headline."""
        if sentence.kind != "title" or verb.skip or not verb.value.need:
            return False
        before = self.key(verb.i - 1)
        return verb.i > sentence.first and before.isalpha() and before not in words("lead")
