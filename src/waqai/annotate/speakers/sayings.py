"""Sayings: where somebody is named as the one who says something, and by which words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.back import Memory
from waqai.annotate.speakers.phrase import Phrases
from waqai.annotate.speakers.tables import FRAME_TAG, HEAD_TAG, VERB_TAG, Said, words
from waqai.text.sentences import Sentence

_COMMAS = frozenset("،,؛;")
_OPENERS = frozenset(('"', ":", "،", ",", "\n", ".", "-", "(", "|", "؛", "!", "؟", "…", "/"))
_STOPS = frozenset((".", "!", "؟", "؛", "\n"))
# How far after its subject a verb may have what is said, or the one it is passed on from.
_REACH = 14
_NEAR = 6


class Saying(NamedTuple):
    """Tokens [first, last) name `speaker` (the cue stands at `cue`); `behind`: after what is said.

    `chain` holds who passes it on, the speaker last.
    """

    cue: int
    first: int
    last: int
    speaker: Node
    chain: tuple[Node, ...]
    behind: bool
    how: str


class Sayings:
    """Reads the sayings of a chart in text order; `named` gathers the speakers it meets."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self.phrases = Phrases(chart)
        self.memory = Memory(chart, self.phrases)
        self.named: list[Node] = []

    def sayings(self) -> Iterator[Saying]:
        """All sayings, in text order."""
        cues: dict[int, Node] = {}
        for tag in (FRAME_TAG, VERB_TAG):
            for node in self.chart.of(tag):
                old = cues.get(node.i)
                if old is None or node.j > old.j:
                    cues[node.i] = node
        heads = {s.first: s for s in self.chart.doc.sentences}
        done = 0
        for i in sorted({*cues, *heads}):
            saying = None
            if i in heads:
                saying = self._headline(heads[i])
            if saying is None and i in cues and i >= done:
                saying = self._cued(cues[i])
            if saying is not None:
                done = saying.last if saying.cue >= saying.first else done
                self.named += [node for node in saying.chain if node not in self.named]
                yield saying

    def _cued(self, cue: Node) -> Saying | None:
        """The saying of a verb or a phrase."""
        sentence = self.chart.doc.sentences[self.chart.doc.sentence_index(cue.i)]
        if cue.kind == VERB_TAG:
            return self._verb(cue, sentence)
        if cue.value == "what":
            return self._what(cue, sentence)
        return self._by(cue, sentence)

    def _headline(self, sentence: Sentence) -> Saying | None:
        """X: what is said."""
        np = self.phrases.at(sentence.first)
        if np is None or np.skip or np.j >= sentence.last or self.keys[np.j] != ":":
            return None
        quoted = np.j + 1 < sentence.last and self.keys[np.j + 1] == '"'
        if sentence.kind != "title" and not quoted:
            return None
        return self._saying(np.i, np.i, np.j + 1, (np,), False, "colon")

    def _saying(
        self, cue: int, first: int, last: int, chain: tuple[Node, ...], behind: bool, how: str
    ) -> Saying | None:
        """A saying of the last of the chain, second mentions resolved and remembered."""
        resolved = tuple(self.memory.resolve(node) for node in chain)
        return Saying(cue, first, last, resolved[-1], resolved, behind, how)

    # what the verb needs

    def _verb(self, verb: Node, sentence: Sentence) -> Saying | None:
        """A verb with its subject after it, before it, or in what was said before."""
        said: Said = verb.value
        if self._denied(verb, sentence):
            return None
        k = self._past_asides(verb.j, sentence)
        np = self._subject(k, said, sentence)
        first, last = verb.i, k
        if np is not None:
            last = np.j
        else:
            np = self._before(verb, sentence)
            if np is not None:
                first, last = np.i, verb.j
            elif self._told(k, sentence, 2) and not self._impersonal(verb):
                np = self.memory.last(said)
        if np is None:
            return None
        chain = self._passed_on(np, last, said, sentence)
        if chain is None:
            return None
        last = max(last, *(node.j for node in chain[1:]), last)
        if said.need and said.need != "from" and not self._fits(said, last, sentence):
            return None
        return self._saying(verb.i, first, last, chain, False, "verb")

    def _denied(self, verb: Node, sentence: Sentence) -> bool:
        """Whether the words before say that nobody says it."""
        before = self.keys[verb.i - 1] if verb.i > sentence.first else ""
        said: Said = verb.value
        if before in ("ان", "بان") and not said.past:
            return True
        return before in words("negator")

    def _impersonal(self, verb: Node) -> bool:
        """It is said that (يذكر أن): nobody is named."""
        key = self.keys[verb.i]
        return key in words("own")

    def _past_asides(self, i: int, sentence: Sentence) -> int:
        """Token after times, "in a statement" and whom it was told, between verb and subject."""
        while i < sentence.last:
            key = self.keys[i]
            date = max((n.j for n in self.chart.at(i, "date")), default=i)
            if date > i:
                i = date
            elif key in words("time"):
                i += 1
            elif (heard := self._hearer(i)) > i:
                i = heard
            else:
                break
        return i

    def _hearer(self, i: int) -> int:
        """Token after the medium or person it was told to (لرويترز، للصحفيين)."""
        for node in self.chart.at(i, "actor"):
            if node.skip and node.value.kind == "media" and self.keys[i].startswith("ل"):
                return node.j
        if self.keys[i] == "ل" and i + 1 < len(self.keys):
            inner = [n.j for n in self.chart.at(i + 1, "actor") if n.value.kind == "media"]
            return max(inner, default=i)
        return i

    def _subject(self, k: int, said: Said, sentence: Sentence) -> Node | None:
        """Who is named right after the verb."""
        if k >= sentence.last:
            return None
        np = self.phrases.at(k)
        if np is not None and np.j <= sentence.last:
            return np if not np.skip else None
        if said.need == "" and not self._told(k, sentence, 1):
            np = self.phrases.unknown(k)
            if np is not None and self._told(np.j, sentence, _NEAR):
                return np
        return None

    def _before(self, verb: Node, sentence: Sentence) -> Node | None:
        """Who is named right before the verb: مصادر محلية قالت، كانت الشرطة قد أعلنت، س الذي قال."""
        j = verb.i
        while j > sentence.first and self.keys[j - 1] in words("lead"):
            j -= 1
        relative = j > sentence.first and self.keys[j - 1] in words("relative")
        if relative:
            j -= 1
        if j > sentence.first and self.keys[j - 1] in ('"', "،", ","):
            j -= 1
        np = self.phrases.until(j)
        if np is None or np.i < sentence.first or verb.skip:
            return None
        prep = np.skip > 0 and self.keys[np.i][0] != "و"
        if relative:
            return np
        before = self.keys[np.i - 1] if np.i > sentence.first else "\n"
        opens = before in _OPENERS or before in words("lead") or before in words("that")
        opens = opens or before in ("يذكر", "فيما", "بينما", "حين")
        return np if opens and not prep else None

    def _told(self, i: int, sentence: Sentence, reach: int) -> bool:
        """Whether what is said begins within `reach` tokens: أن، a colon, a quotation, عن."""
        for k in range(i, min(i + reach, sentence.last)):
            key = self.keys[k]
            if key in words("that") or key in (":", '"'):
                return True
            if key in ("عن", "الي") and k == i:
                return True
            if key in _STOPS:
                return False
        return i < sentence.last and any(True for _ in self.chart.at(i, "trigger"))

    def _fits(self, said: Said, i: int, sentence: Sentence) -> bool:
        """Whether a verb of several senses has what is said after it."""
        for k in range(i, min(i + _REACH, sentence.last)):
            key = self.keys[k]
            if key in words("that") or key == ":" or (key == '"' and k - i < 2):
                return True
            if said.need == "news" and k - i < _NEAR:
                if any(n.kind in ("trigger", "count", "number") for n in self.chart.begins(k)):
                    return True
        return False

    def _passed_on(
        self, np: Node, last: int, said: Said, sentence: Sentence
    ) -> tuple[Node, ...] | None:
        """The subject and whom it passes on (عن مصدر، نقلا عن مصدر)."""
        limit = min(last + _REACH, sentence.last)
        for k in range(last, limit):
            key = self.keys[k]
            if key in words("that") or key == '"':
                break
            frame = any(n.value == "from" for n in self.chart.at(k, FRAME_TAG))
            if frame or (said.need == "from" and key == "عن"):
                inner = self.phrases.at(k + (2 if frame else 1))
                if inner is None:
                    inner = self.phrases.unknown(k + (2 if frame else 1))
                if inner is not None:
                    return (np, inner)
        if said.need == "from" and not self._fits(said, last, sentence):
            return None
        return (np,)

    # phrases

    def _what(self, frame: Node, sentence: Sentence) -> Saying | None:
        """كما أفاد مصدر, حسب ما ذكرته الوكالة: of what stands before; at the head, of what follows."""
        verbs = [n for n in self.chart.at(frame.j, VERB_TAG) if not n.skip]
        if not verbs:
            return None
        verb = verbs[0]
        k = self._past_asides(verb.j, sentence)
        if k < sentence.last and self.keys[k] in ("عن", "به", "بها", "عنه"):
            k = self._past_asides(k + 1, sentence)
        np = self.phrases.at(k) or self.phrases.unknown(k)
        if np is None or np.skip:
            return None
        also = self.keys[frame.i] in ("كما", "وكما")
        opens = self._opens(frame, sentence)
        if also and (opens or not self._closed(np.j, sentence)):
            return None
        chain = self._passed_on(np, np.j, verb.value, sentence) or (np,)
        return self._saying(frame.i, frame.i, chain[-1].j, chain, not opens, "frame")

    def _by(self, frame: Node, sentence: Sentence) -> Saying | None:
        """بحسب مصدر، وفقا لوزارة، نقلا عن، في بيان لوزارة."""
        k = frame.j
        if k < sentence.last and self.keys[k] == "ل":
            k += 1
        np = self.phrases.at(k)
        if np is None:
            np = self.phrases.unknown(k) if frame.value != "doc" else None
        if np is None or np.j > sentence.last:
            return None
        if frame.value == "doc" and not np.skip and frame.rule.endswith(" بيان"):
            return None
        opens = self._opens(frame, sentence)
        how = "doc" if frame.value == "doc" else "frame"
        return self._saying(frame.i, frame.i, np.j, (np,), not opens, how)

    def _opens(self, frame: Node, sentence: Sentence) -> bool:
        """Whether a phrase stands at the head of its sentence (or of a clause joined by و)."""
        if frame.i == sentence.first or frame.skip:
            return True
        before = self.keys[frame.i - 1]
        return before in (":", '"', "…") and frame.i - sentence.first <= 2

    def _closed(self, i: int, sentence: Sentence) -> bool:
        """Whether a clause ends here."""
        if i >= sentence.last or self.keys[i] in _STOPS or self.keys[i] in _COMMAS:
            return True
        return self._hearer(i) > i or self.keys[i] in words("time") or self.keys[i] in ("في", "عبر")
