"""Subjects that do not stand beside their verb: earlier in the sentence, or before it."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.back import Memory
from waqai.annotate.speakers.subject import Subjects
from waqai.annotate.speakers.tables import VERB_TAG, Said, words
from waqai.text.sentences import Sentence

_COMMAS: Final = frozenset("،,؛;")
# A clause shorter than this before a verb has no subject of its own.
_NEAR: Final = 3
# So far from its subject a verb may stand, with what is told of him between.
AWAY: Final = 30
THAT: Final = frozenset(("ان", "فان", "بان", "وان", "لكن", "ولكن"))
_AS_FOR: Final = frozenset(("اما", "واما"))
_BUT: Final = frozenset(("لكن", "ولكن"))
_EXCEPT: Final = frozenset(("غير", "الا", "بيد"))
# Tokens from such a word to the verb of the one named behind it.
_BUT_REACH: Final = 16
_HAD: Final = frozenset(("قد", "كان", "كانت"))


class Elsewhere:
    """Finds the subjects of verbs in one chart that stand away from them."""

    def __init__(self, chart: Chart, subjects: Subjects, memory: Memory) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self.phrases = subjects.phrases
        self.subjects = subjects
        self.memory = memory
        # Where the last saying began: a statement named after it is where it was said.
        self.busy = -1

    def describes(self, np: Node, said: Said) -> bool:
        """Whether it is the one named who calls another so: not (وصفت) الشاب بأنه."""
        return self.memory.agrees(np, said) and not self.subjects.key(np.j).startswith("ب")

    def same_clause(self, verb: Node, sentence: Sentence) -> Node | None:
        """The subject of the verb at the head of a sentence in which nobody has spoken yet."""
        if not verb.skip or self.busy >= sentence.first or verb.i - sentence.first < _NEAR:
            return None
        return self.first(verb, sentence)

    def was(self, verb: Node, sentence: Sentence) -> Node | None:
        """Who is named after كان at the head of the sentence: وكان س، ابن ص، قد أعلن."""
        if self.keys[sentence.first] not in words("was") or verb.skip:
            return None
        if self.busy >= sentence.first or verb.i - sentence.first > AWAY:
            return None
        k = sentence.first + 1
        np = self.phrases.at(k) or self.phrases.unknown(k, strict=True)
        if np is None or np.skip or np.j > verb.i:
            return None
        between = self.keys[np.j : verb.i]
        lead = {"قد"} | set(_COMMAS)
        if all(key in lead for key in between):
            return np
        apart = between[0] in _COMMAS or between[0] in words("relative")
        return np if apart and between[-1] in lead else None

    def topic(self, verb: Node, sentence: Sentence) -> Node | None:
        """Who is named right after أن and told of at length: إن ضابطا يعمل هناك كان قد كشف أن."""
        if verb.skip or self.subjects.key(verb.i - 1) not in _HAD:
            return None
        for k in range(verb.i - 2, max(sentence.first, self.busy, verb.i - AWAY) - 1, -1):
            if self.keys[k] in THAT:
                np = self.phrases.at(k + 1)
                if np is None or np.skip or np.j >= verb.i:
                    return None
                return np if self.memory.agrees(np, verb.value) else None
        return None

    def as_for(self, verb: Node, sentence: Sentence) -> Node | None:
        """Who is named behind أما, up to a verb with ف: أما المرصد فذكر أن."""
        if not verb.skip or not self.keys[verb.i].startswith("ف"):
            return None
        for k in range(verb.i - 1, max(sentence.first, verb.i - AWAY) - 1, -1):
            if self.keys[k] in _AS_FOR:
                np = self.phrases.at(k + 1)
                return np if np is not None and not np.skip and np.j <= verb.i else None
            if self.keys[k] in _COMMAS or self.keys[k] in THAT:
                break
        return None

    def but(self, verb: Node, sentence: Sentence) -> Node | None:
        """Who is named right after لكن or غير أن, with what is told of him before the verb: غير أن
        عضوا في اللجنة تحدث عن; nobody where another verb of saying stands between.
        """
        if verb.skip:
            return None
        first = max(sentence.first, self.busy, verb.i - _BUT_REACH)
        for k in range(verb.i - 2, first - 1, -1):
            if any(True for _ in self.chart.at(k, VERB_TAG)):
                return None
            if self.keys[k] not in THAT:
                continue
            if self.keys[k] not in _BUT and self.subjects.key(k - 1) not in _EXCEPT:
                return None
            np = self.phrases.at(k + 1)
            if np is None or np.skip or np.j > verb.i:
                return None
            return np if self.memory.agrees(np, verb.value) else None
        return None

    def _before_sentence(self, said: Said, sentence: Sentence) -> Node | None:
        """Who acts in the sentence before, where nobody has spoken: استنكر الشيخ س ... وقال."""
        index = self.chart.doc.sentence_index(sentence.first)
        for before in self.chart.doc.sentences[max(0, index - 2) : index][::-1]:
            if before.kind != "body":
                break
            np = self.phrases.at(before.first + 1) or self.phrases.at(before.first)
            if np is not None and not np.skip and np.j < before.last:
                return np if self.memory.agrees(np, said) else None
        return None

    def shown(self, verb: Node, sentence: Sentence) -> bool:
        """Whether what is said is told of pictures or a statement: نشر الجيش صورا قال إنها."""
        if verb.i - sentence.first < _NEAR or verb.skip:
            return False
        shown = self.keys[verb.i - 1] in words("shown")
        return shown and self.subjects.key(verb.j) in words("that")

    def first(self, verb: Node, sentence: Sentence) -> Node | None:
        """The subject of the verb at the head of the sentence, where it agrees with this one."""
        np = self.phrases.at(sentence.first + 1)
        if np is None or np.skip or np.j >= verb.i:
            return None
        return np if self.memory.agrees(np, verb.value) else None

    def last(self, said: Said, sentence: Sentence) -> tuple[Node | None, bool]:
        """Whom a verb alone means, and whether he spoke before: who demands or condemns in the
        sentence before comes first, an unknown name of the headline after who acts there.
        """
        demanding = self._demanding(said, sentence)
        if demanding is not None:
            return demanding, False
        np = self.memory.last(said)
        if np is not None and not (np.rule == "speaker.unknown" and self._in_title(np)):
            return np, True
        acting = self._before_sentence(said, sentence)
        return (acting, False) if acting is not None else (np, np is not None)

    def _demanding(self, said: Said, sentence: Sentence) -> Node | None:
        """Who demands, condemns or claims in the sentence before, where nobody speaks in it:
        وطالب المدير س بالتحقيق. وقال إن ...
        """
        index = self.chart.doc.sentence_index(sentence.first)
        if index == 0 or not self.keys[sentence.first].startswith("و"):
            return None
        before = self.chart.doc.sentences[index - 1]
        if before.kind != "body" or self.busy >= before.first:
            return None
        if self.keys[before.first].removeprefix("و") not in words("demand"):
            return None
        np = self.phrases.at(before.first + 1)
        if np is None or np.skip or np.j >= before.last:
            return None
        return np if self.memory.agrees(np, said) else None

    def _in_title(self, np: Node) -> bool:
        """Whether somebody is named in a headline."""
        doc = self.chart.doc
        return doc.sentences[doc.sentence_index(np.i)].kind == "title"
