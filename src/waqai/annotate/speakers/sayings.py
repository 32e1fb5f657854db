"""Sayings: where somebody is named as the one who says something, and by which words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.back import Memory, is_person
from waqai.annotate.speakers.elsewhere import THAT, Elsewhere
from waqai.annotate.speakers.opening import (
    LEARNT,
    THAT_ALONE,
    learnt_from,
    names_statement,
    past_relative,
    past_time,
)
from waqai.annotate.speakers.phrase import Phrases
from waqai.annotate.speakers.senses import Senses
from waqai.annotate.speakers.subject import Subjects
from waqai.annotate.speakers.tables import (
    FRAME_TAG,
    HEAD_TAG,
    PARTICIPLE_TAG,
    VERB_TAG,
    Said,
    words,
)
from waqai.annotate.speakers.who import Who
from waqai.text.sentences import Sentence

_COMMAS: Final = frozenset("،,؛;")
_STOPS: Final = frozenset((".", "!", "؟", "؛", "\n"))
_REACH: Final = 14
_TOPIC: Final = 6
# The one named right before what is said is told it (أخبر الشرطة أنه).
_TOLD: Final = ("اخبر", "ابلغ")
# Its object may stand where a subject would.
_DESCRIBED: Final = "وصف"


# A denial that it was somebody himself, and the verbs of it.
DENIAL: Final = "denial"
_DENY: Final = frozenset(("نفي", "انكر"))
_NEAR_PART: Final = 8


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
        self.subjects = Subjects(chart, self.phrases)
        self.memory = Memory(chart, self.phrases)
        self.senses = Senses(chart)
        self.named: list[Node] = []
        self.elsewhere = Elsewhere(chart, self.subjects, self.memory)

    def sayings(self) -> Iterator[Saying]:
        """All sayings, in text order."""
        cues = self._cues()
        heads = {s.first: s for s in self.chart.doc.sentences}
        done = 0
        for i in sorted({*cues, *heads}):
            saying = None
            if i in heads:
                saying = self._headline(heads[i])
            if saying is None and i in cues and i >= done:
                saying = self._cued(cues[i])
            if saying is not None:
                done = max(done, saying.last)
                self.elsewhere.busy = saying.cue
                yield saying

    def _cues(self) -> dict[int, Node]:
        """The longest word or phrase of saying at each token."""
        cues: dict[int, Node] = {}
        inside = {k for n in self.chart.of("actor") for k in range(n.i + 1, n.j)}
        for tag in (FRAME_TAG, VERB_TAG, PARTICIPLE_TAG):
            for node in self.chart.of(tag):
                old = cues.get(node.i)
                if node.i in inside:
                    continue
                if old is None or node.j > old.j:
                    cues[node.i] = node
        return cues

    def _cued(self, cue: Node) -> Saying | None:
        """The saying of a verb or a phrase."""
        sentence = self.chart.doc.sentences[self.chart.doc.sentence_index(cue.i)]
        if cue.kind == VERB_TAG:
            return self._verb(cue, sentence)
        if cue.kind == PARTICIPLE_TAG:
            return self._participle(cue, sentence)
        if cue.value == "what":
            return self._what(cue, sentence)
        if cue.value == "act":
            return self._act(cue, sentence)
        return self._by(cue, sentence)

    def _headline(self, sentence: Sentence) -> Saying | None:
        """X: what is said."""
        if ":" not in self.keys[sentence.first : min(sentence.last, sentence.first + _REACH)]:
            return None
        np = self.phrases.at(sentence.first)
        joined = self.keys[sentence.first].startswith("و") and sentence.kind == "title"
        if np is None or (np.skip and not joined):
            return None
        colon = self._colon(np, sentence)
        if self.subjects.key(colon) != ":" or colon >= sentence.last:
            return None
        if sentence.kind != "title" and self.subjects.key(colon + 1) != '"':
            return None
        return self._saying(np.i, np.i, colon + 1, (np,), False, "colon")

    def _colon(self, np: Node, sentence: Sentence) -> int:
        """Token after whom it was told or what it is about (الوزير عن الهدنة: ...)."""
        quoted = self.subjects.key(np.i - 1) == self.subjects.key(np.j) == '"'
        if self.subjects.key(np.j) != "عن":
            return self.subjects.past_asides(np.j + quoted, sentence)
        last = min(np.j + _TOPIC, sentence.last)
        return next((k for k in range(np.j, last) if self.keys[k] == ":"), np.j)

    def _saying(
        self, cue: int, first: int, last: int, chain: tuple[Node, ...], behind: bool, how: str
    ) -> Saying:
        """A saying of the last of the chain, second mentions resolved and remembered."""
        resolved = tuple(self.memory.resolve(node, behind) for node in chain)
        self.named += chain
        return Saying(cue, first, last, resolved[-1], resolved, behind, how)

    def _verb(self, verb: Node, sentence: Sentence) -> Saying | None:
        """A verb with its subject after it, before it, or in what was said before."""
        said: Said = verb.value
        if said.need == "what" or verb.cut or self.senses.denied(verb, sentence):
            return None
        if said.need == "from" and said.number != "sg":
            return None
        k = self.subjects.past_asides(verb.j, sentence)
        np, first, last, pronoun = self._who(verb, k, sentence)
        if np is None:
            return self._passed(verb, k, sentence) if said.need == "from" else None
        chain = self._passed_on(np, last, said, sentence)
        if chain is None:
            return None
        last = max(last, *(node.j for node in chain[1:]), last)
        part = self._part(said, last, sentence)
        if part is not None:
            return self._saying(verb.i, first, part, chain, False, DENIAL)
        if said.need and said.need != "from" and not self.subjects.fits(said, last, sentence):
            return None
        if said.lemma == _DESCRIBED and not self.elsewhere.describes(np, said):
            return None
        if pronoun:
            return Saying(verb.i, first, last, np, chain, False, "verb alone")
        told = past_relative(self.chart, chain[-1].j, sentence)
        if not told and said.lemma == THAT_ALONE:
            told = past_time(self.chart, last, sentence)
        if told > last:
            first = last = told
        return self._saying(verb.i, first, last, chain, False, "verb")

    def _subject(self, verb: Node, k: int, sentence: Sentence) -> Node | None:
        """Who is named beside a verb as the one who says it; `k` is the token behind its asides."""
        said: Said = verb.value
        same = self.subjects.key(verb.i - 1) in words("same_subject")
        np = self._at_head(verb, sentence)
        if np is None and not self.senses.takes_object(verb, sentence):
            np = self.subjects.after(k, said, sentence, same)
            np = None if np is not None and said.number == "pl" and is_person(np) else np
        if np is not None and np.i >= k and said.lemma in _TOLD:
            after = self.subjects.key(np.j)
            np = None if after in words("that") or after.startswith("ب") else np
        if np is not None and np.i >= k and self.subjects.is_accused(np, said, sentence):
            return None
        return np

    def _who(self, verb: Node, k: int, sentence: Sentence) -> Who:
        """Who says what a verb tells: named behind it or before it, else where was told before."""
        np = self._subject(verb, k, sentence)
        if np is not None and np.i >= k:
            quoted = self.subjects.key(np.i - 1) == self.subjects.key(np.j) == '"'
            return Who(np, verb.i, np.j + quoted)
        if np is None and self.keys[verb.i] not in words("own"):
            np = self.subjects.before(verb, sentence)
        np = np or self.elsewhere.was(verb, sentence) or self.elsewhere.topic(verb, sentence)
        np = np or self.elsewhere.as_for(verb, sentence) or self.elsewhere.but(verb, sentence)
        if np is not None:
            return Who(np, np.i, verb.j)
        if self.elsewhere.shown(verb, sentence):
            return Who(self.elsewhere.first(verb, sentence), verb.i, k)
        if not self.subjects.alone(verb, k, sentence):
            return Who(None, verb.i, k)
        same = self.elsewhere.same_clause(verb, sentence)
        if same is not None:
            return Who(same, verb.i, k)
        last, pronoun = self.elsewhere.last(verb.value, sentence)
        return Who(last, verb.i, k, pronoun)

    def _at_head(self, verb: Node, sentence: Sentence) -> Node | None:
        """Who is named at the head of a clause, up to the verb: البيت الأبيض يتهم س."""
        if verb.skip or verb.i == sentence.first:
            return None
        if sentence.kind == "title":
            return self.subjects.before(verb, sentence)
        np = self.phrases.until(verb.i)
        if np is None or np.skip or np.i < sentence.first:
            return None
        return np if np.i == sentence.first or self.keys[np.i - 1] in THAT else None

    def _part(self, said: Said, i: int, sentence: Sentence) -> int | None:
        """Token after the part in a deed that somebody denies; of the deed itself he tells nothing:
        نفت الحركة ضلوعها في قتل ثلاثة.
        """
        if said.lemma not in _DENY:
            return None
        for k in range(i, min(i + _NEAR_PART, sentence.last)):
            if self.keys[k] in words("part"):
                return k + 1
            if self.keys[k] in words("that"):
                break
        return None

    def _passed(self, verb: Node, k: int, sentence: Sentence) -> Saying | None:
        """One who is passed on by the one who spoke last: ونقلت عن مسؤول قوله."""
        inner = self.phrases.at(k + 1) if self.subjects.key(k) == "عن" else None
        if inner is None or inner.skip or not self.subjects.fits(verb.value, inner.j, sentence):
            return None
        last = self.memory.last(verb.value)
        said = self._saying(verb.i, verb.i, inner.j, (inner,), False, "verb")
        return said if last is None else said._replace(chain=(last, *said.chain))

    def _participle(self, cue: Node, sentence: Sentence) -> Saying | None:
        """مضيفا أن, مشيرا إلى أن: the last one goes on."""
        np = self.memory.last(None)
        if np is None or sentence.kind == "title" or not self.subjects.goes_on(cue.j, sentence):
            return None
        return Saying(cue.i, cue.i, cue.j, np, (np,), False, "participle")

    def _passed_on(
        self, np: Node, last: int, said: Said, sentence: Sentence
    ) -> tuple[Node, ...] | None:
        """The subject and whom it passes on (عن مصدر، نقلا عن مصدر)."""
        for k in range(last, min(last + _REACH, sentence.last)):
            key = self.keys[k]
            if key in words("that") or key == '"':
                break
            frame = any(n.value == "from" for n in self.chart.at(k, FRAME_TAG))
            if frame or (said.need == "from" and key == "عن"):
                at = k + 2 if frame else k + 1
                inner = self.phrases.at(at) or self.phrases.unknown(at)
                if inner is not None and (frame or self._told(inner, said, sentence)):
                    return (np, inner)
        if said.need == "from" and not self.subjects.fits(said, last, sentence):
            return None
        return (np,)

    def _told(self, inner: Node, said: Said, sentence: Sentence) -> bool:
        """Whether what is said follows the one it is passed on from."""
        fits = self.subjects.fits(said, inner.j, sentence)
        return fits or self.subjects.tells(inner.j, sentence)

    def _what(self, frame: Node, sentence: Sentence) -> Saying | None:
        """كما أفاد مصدر، حسب ما ذكرته الوكالة."""
        verb = next((n for n in self.chart.at(frame.j, VERB_TAG) if not n.skip), None)
        if verb is None:
            return None
        k = self.subjects.past_asides(verb.j, sentence)
        if k < sentence.last and self.keys[k] in ("عن", "به", "بها", "عنه", "عنها"):
            k = self.subjects.past_asides(k + 1, sentence)
        if verb.value.lemma == LEARNT:
            return self._learnt(frame, k, sentence)
        np = self.phrases.at(k) or self.phrases.unknown(k)
        if np is None and verb.cut and k == verb.j and self._closed(k, sentence):
            return self._again(frame, verb)
        if np is None or np.skip or np.j > sentence.last:
            return None
        np = self._postponed(np)
        opens = self._opens(frame, sentence, np)
        spoken = np.j < sentence.last and self.keys[np.j] == ":"
        if self.keys[frame.i] in ("كما", "وكما") and not (
            spoken or (not opens and self._closed(np.j, sentence))
        ):
            return None
        chain = self._passed_on(np, np.j, verb.value, sentence) or (np,)
        return self._saying(frame.i, frame.i, chain[-1].j, chain, not opens, "frame")

    def _learnt(self, frame: Node, k: int, sentence: Sentence) -> Saying | None:
        """كما علم من مصدر أمني, بحسب ما علمت «القناة» من مصادر محلية: whom it was learnt from."""
        at = learnt_from(self.chart, k, sentence)
        np = self.phrases.at(at) if at else None
        if np is None or np.skip or np.j > sentence.last:
            return None
        medium = self.phrases.at(k)
        chain = (np,) if medium is None or medium.j >= at or medium.skip else (medium, np)
        behind = not self._opens(frame, sentence, np)
        return self._saying(frame.i, frame.i, np.j, chain, behind, "frame")

    def _postponed(self, np: Node) -> Node:
        """The source behind a reporter who was told: أفاد به مراسل الوكالة بالجهة مصدر مسؤول."""
        if np.value.kind != "media" or np.rule != "speaker.people":
            return np
        at = np.j + self.subjects.key(np.j).startswith("بال")
        later = self.phrases.at(at)
        told = later is not None and not later.skip and later.rule == "speaker.source"
        return later if later is not None and told else np

    def _act(self, cue: Node, sentence: Sentence) -> Saying | None:
        """(بعد) إعلان الشرطة مقتل ثلاثة: what somebody said, told as a noun."""
        np = self.phrases.at(cue.j)
        if np is None or np.skip or np.j >= sentence.last:
            return None
        if not self.subjects.begins(np.j, sentence):
            return None
        return self._saying(cue.i, cue.i, np.j, (np,), False, "act")

    def _again(self, frame: Node, verb: Node) -> Saying | None:
        """وفق ما ذكره: the one who spoke last said what stands before."""
        last = self.memory.last(verb.value)
        if last is None:
            return None
        return Saying(frame.i, frame.i, verb.j, last, (last,), True, "frame")

    def _by(self, frame: Node, sentence: Sentence) -> Saying | None:
        """بحسب مصدر، وفقا لوزارة، نقلا عن، في بيان لوزارة، وجاء في بيانها."""
        k = frame.j
        if k < sentence.last and self.keys[k] == "ل":
            k += 1
        doc = frame.value == "doc"
        if doc and self.elsewhere.busy >= sentence.first and frame.i > sentence.first:
            return None
        how = "doc" if doc else "frame"
        if self._own_statement(k):
            last = self.memory.last(None)
            opens = self._opens(frame, sentence, None)
            if last is None or (doc and not opens):
                return None
            return Saying(frame.i, frame.i, k + 1, last, (last,), not opens, how)
        np = self.phrases.at(k)
        if np is None and not doc and not self._lawful(k):
            np = self.phrases.unknown(k, strict=True)
        if np is None or np.j > sentence.last or (doc and not np.skip and names_statement(frame)):
            return None
        end = np.j + (self.subjects.key(np.j) in words("same"))
        opens = self._opens(frame, sentence, np) and not self._alone(end, sentence)
        return self._saying(frame.i, frame.i, end, (np,), not opens, how)

    def _alone(self, i: int, sentence: Sentence) -> bool:
        """Whether nothing follows in the sentence: (...). بحسب شهود عيان."""
        return all(not key.isalpha() for key in self.keys[i : min(i + 3, sentence.last)])

    def _lawful(self, k: int) -> bool:
        """Whether a law, plan or the like follows (وفقا للدستور): nobody speaks."""
        key = self.subjects.key(k)
        bare = "ال" + key[2:] if key.startswith("لل") else key.removeprefix("ل")
        return key in words("law") or bare in words("law")

    def _own_statement(self, k: int) -> bool:
        """Whether a statement with a pronoun stands here: (جاء في) بيانها."""
        return any(n.cut and n.value.cls == "doc" for n in self.chart.at(k, HEAD_TAG))

    def _opens(self, frame: Node, sentence: Sentence, np: Node | None) -> bool:
        """Whether what is said follows: at the head of a sentence or clause, or before أن."""
        begun = any(key.isalpha() for key in self.keys[max(sentence.first, frame.i - 3) : frame.i])
        if frame.skip or not begun:
            return True
        if np is not None and np.j < sentence.last:
            after = np.j + 1 if self.keys[np.j] in _COMMAS else np.j
            if self.subjects.key(after) in words("that") or self.keys[np.j] == ":":
                return True
        before = self.keys[frame.i - 1]
        return before in (":", '"', "…") and frame.i - sentence.first <= 2

    def _closed(self, i: int, sentence: Sentence) -> bool:
        """Whether a clause ends here."""
        if i >= sentence.last or self.keys[i] in _STOPS or self.keys[i] in _COMMAS:
            return True
        if any(n.value.kind == "media" for n in self.chart.at(i, "actor")):
            return True
        aside = self.subjects.past_asides(i, sentence) > i
        return aside or self.keys[i] in ("في", "عبر", "(", '"', "-")
