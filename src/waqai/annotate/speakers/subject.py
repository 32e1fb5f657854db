"""The subject of a verb of saying, and whether what is said follows it."""

from __future__ import annotations

from typing import Final

from waqai.annotate.actors.names import common, is_known
from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.phrase import Phrases
from waqai.annotate.speakers.reader import nisba_like
from waqai.annotate.speakers.tables import HEAD_TAG, VERB_TAG, Said, words
from waqai.text.sentences import Sentence

_OPENERS: Final = frozenset(('"', ":", "،", ",", "\n", ".", "-", "(", "|", "؛", "!", "؟", "…", "/"))
_BEFORE: Final = frozenset(
    (
        "ولكن",
        "غير",
        "اما",
        "واما",
        "يذكر",
        "فيما",
        "بينما",
        "حين",
        "حيث",
        "كما",
        "لكن",
        "اذ",
        "ثم",
        "و",
    )
)
_STOPS: Final = frozenset((".", "!", "؟", "؛", "\n"))
# How far after its subject a verb may have what is said.
_REACH: Final = 14
_ASIDE: Final = 24
_NEAR: Final = 10
_DOC_NEAR: Final = 4
# What a verb is said with, where it is not أن or عن.
_ABOUT: Final = {"شدد": "علي", "لفت": "الي", "حذر": "من"}
_AFTER_NAME: Final = 7
_QUOTED: Final = 8
# What these tell stands behind ب or ل: no unknown name begins with the letter.
_BY: Final = {
    "اعترف": "ب",
    "افاد": "ب",
    "صرح": "ب",
    "اقر": "ب",
    "اخبر": "ب",
    "اشار": "ل",
    "لفت": "ل",
}
_TO: Final = frozenset(("اشار", "لفت", "نوه", "دعا"))
# Verbs of more than speech: what is said must follow at once.
_LOOSE: Final = ("تحدث", "واصل", "تابع")
_SOON: Final = 3
_OWNED: Final = ("اقر", "اعترف")
# Words of a phrase at most that holds no second noun, and what tells of a statement before.
_PLAIN: Final = 2
_IN_IT: Final = frozenset(("فيه", "فيها", "به", "بها"))
_ACCUSE: Final = "اتهم"
_NEWS: Final = frozenset(("trigger", "trigger.word", "count", "number"))


class Subjects:
    """Finds who a verb of saying is said of, in one chart."""

    def __init__(self, chart: Chart, phrases: Phrases) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self.phrases = phrases

    def key(self, i: int) -> str:
        """Folded token i, "" outside the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def past_asides(self, i: int, sentence: Sentence) -> int:
        """Token after times and whom it was told, between verb and subject."""
        while i < sentence.last:
            date = max((n.j for n in self.chart.at(i, "date")), default=i)
            if date > i:
                i = date
            elif self.keys[i] in words("time"):
                i += 1
            elif (heard := self._hearer(i)) > i:
                i = heard
            else:
                break
        return i

    def _hearer(self, i: int) -> int:
        """Token after the medium that it was told to (لرويترز، لصحيفة س)."""
        key = self.keys[i]
        if self.phrases.told_to(i):
            medium = self.phrases.at(i)
            return medium.j if medium is not None and medium.j > i else i + 1
        if key == "ل":
            return self._medium(i + 1) or i
        if not key.startswith("ل"):
            return i
        told = [n.j for n in self.chart.at(i, "actor") if n.skip and n.value.kind == "media"]
        return max(told, default=i)

    def _medium(self, i: int) -> int | None:
        """Token after a medium's name, in quotation marks or bare: (لـ)"الوطن"."""
        if self.key(i) == '"':
            closing = [k for k in range(i + 2, i + 6) if self.key(k) == '"']
            return closing[0] + 1 if closing else None
        return max(
            (n.j for n in self.chart.at(i, "actor") if n.value.kind == "media"), default=None
        )

    def after(self, k: int, said: Said, sentence: Sentence, same: bool) -> Node | None:
        """Who is named right after the verb; nobody unknown where a pronoun is its subject."""
        if k >= sentence.last:
            return None
        np = self.phrases.at(k)
        if np is not None and np.j <= sentence.last:
            if not (np.skip and np.i == k):
                return np
            if not self.key(k).startswith("و"):
                return None
        if said.need or same or self.begins(k, sentence):
            return None
        if self._joined(k, said):
            return None
        np = self.phrases.unknown(k)
        if np is None or np.j > sentence.last:
            return self._before_that(k, sentence)
        if self.key(np.j) == "الي" and said.lemma not in _TO:
            return None
        reach = _ASIDE if self.key(np.j) in words("relative") else _REACH
        named = self.key(k) not in common()
        about = named and self._about(np.j, said, sentence)
        if not (about or self._follows(np.j, sentence, reach)):
            return self._before_that(k, sentence)
        after = self.key(np.j)
        if self.begins(np.j, sentence) or not after.isalpha():
            return np
        aside = after in words("aside") or after in words("relative")
        aside = aside or self.past_asides(np.j, sentence) > np.j
        named = about or (named and self._follows(np.j, sentence, _AFTER_NAME))
        return self._before_that(k, sentence) or (np if aside or named else None)

    def is_accused(self, np: Node, said: Said, sentence: Sentence) -> bool:
        """Whether one named behind a verb is whom it accuses: (يتهم فيه) المدير بخطف ..."""
        if said.lemma != _ACCUSE or self.keys[np.i].endswith("ون"):
            return False
        last = self.keys[np.j - 1]
        open_ = np.j - np.i > _PLAIN and last.startswith("ال") and not nisba_like(last)
        if open_ and said.number != "pl" and self.keys[np.i - 1] not in _IN_IT:
            return False  # the object may be read as part of who accuses
        if any(np.i < n.i and not n.skip for n in self.chart.until(np.j, "place")):
            return False  # (اتهم) الكرملين واشنطن
        k = self._past_joined(np.j, sentence)
        if k >= sentence.last:
            return False
        return self.keys[k].startswith("ب") and not any(True for _ in self.chart.at(k, "place"))

    def _past_joined(self, k: int, sentence: Sentence) -> int:
        """Token after those joined by و and a comma."""
        while k < sentence.last and self.keys[k].startswith("و"):
            more = self.phrases.at(k)
            if more is None or more.j <= k:
                break
            k = more.j
        return k + 1 if k < sentence.last and self.keys[k] in ("،", ",") else k

    def _joined(self, k: int, said: Said) -> bool:
        """Whether a word is what is said with its preposition: (أفاد) بورود, (ذكر) بالاسم."""
        key = self.key(k)
        by = _BY.get(said.lemma)
        return key.startswith("بال") or (by is not None and key[:1] == by and not is_known(key))

    def _about(self, i: int, said: Said, sentence: Sentence) -> bool:
        """Whether what is said follows behind عن or إلى within a few words."""
        link = "الي" if said.lemma in _TO else "عن"
        for k in range(i, min(i + _AFTER_NAME, sentence.last)):
            if self.keys[k] == link:
                return True
            if self.keys[k] in _STOPS:
                break
        return False

    def _before_that(self, k: int, sentence: Sentence) -> Node | None:
        """A person who is named just before أن, described at length after the verb."""
        for i in range(k, min(k + _REACH, sentence.last)):
            if self.keys[i] in words("that"):
                people = [n for n in self.chart.until(i, "actor") if n.value.kind == "person"]
                return self.phrases.at(people[0].i) if people and people[0].i > k else None
            if not self.keys[i].isalpha():
                return None
        return None

    def before(self, verb: Node, sentence: Sentence) -> Node | None:
        """Who is named right before the verb: مصادر قالت، كانت الشرطة قد أعلنت، س الذي قال."""
        j = verb.i
        while j > sentence.first and self.keys[j - 1] in words("lead"):
            j -= 1
        relative = j > sentence.first and self.keys[j - 1] in words("relative")
        j -= relative
        if j > sentence.first and self.keys[j - 1] in ('"', "،", ",", "-"):
            j -= 1
        if verb.skip:
            return None
        named = (self.phrases.until(j), self._before_hearer(j, sentence), self._before_quoted(j))
        for np in named:
            if np is None or np.i < sentence.first:
                continue
            if np.skip and self.key(np.j) in ("،", ","):
                continue  # one of those named before: إلى الوزير، والأمين العام، قالت فيها
            if relative or self._at_head(np, sentence):
                return np
            first = self.phrases.until(np.i) if self.key(np.i).startswith("و") else None
            if first is not None and first.i >= sentence.first and self._at_head(first, sentence):
                return first
        return None

    def _before_quoted(self, j: int) -> Node | None:
        """One with a name in quotation marks behind: وكالة الأنباء "س"، أعلنت."""
        opener = {'"': '"', ")": "("}.get(self.key(j - 1))
        if opener is None:
            return None
        opened = next((k for k in range(j - 2, j - _QUOTED, -1) if self.key(k) == opener), None)
        return self.phrases.until(opened) if opened is not None else None

    def _before_hearer(self, j: int, sentence: Sentence) -> Node | None:
        """One who is named before whom it is told: مصادر خاصة لصحيفة س قالت."""
        for k in range(j - 1, max(sentence.first, j - 5), -1):
            if self.keys[k] == "ل" or self.phrases.told_to(k):
                return self.phrases.until(k)
        return None

    def _at_head(self, np: Node, sentence: Sentence) -> bool:
        """Whether a phrase begins a clause, with no preposition joined to it."""
        if np.skip and not self.key(np.i).startswith("و"):
            return False
        if np.skip and sentence.kind == "title":
            return True  # (مقتل ثلاثة) والشرطة تعلن
        before = self.keys[np.i - 1] if np.i > sentence.first else "\n"
        if before in _OPENERS or before in words("lead") or before in words("that"):
            return True
        return before in _BEFORE

    def begins(self, i: int, sentence: Sentence) -> bool:
        """Whether what is said begins right here: أن، a colon, a quotation, عن, a masdar."""
        key = self.key(i)
        if i >= sentence.last:
            return False
        if key in words("that") or key in (":", '"', "عن", "الي") or key in words("masdar"):
            return True
        return any(True for _ in self.chart.at(i, "trigger"))

    def alone(self, verb: Node, k: int, sentence: Sentence) -> bool:
        """Whether a verb without a subject at the head of a clause goes on with what was said."""
        before = self.key(verb.i - 1) if verb.i > sentence.first else "\n"
        opens = verb.skip > 0 or before in _OPENERS or before in words("lead") or before in _BEFORE
        if not opens or before == '"' or self.key(verb.i) in words("own"):
            return False
        if self.key(sentence.first) in words("was") and verb.i > sentence.first + 1:
            return False  # its own subject stands between: وكانت س، أعلنت
        said: Said = verb.value
        if said.need and self.key(k) in ("عن", "الي") and self.key(k) != _ABOUT.get(said.lemma):
            return False
        return self.goes_on(k, sentence)

    def goes_on(self, i: int, sentence: Sentence) -> bool:
        """Whether what is said follows, at once or after an aside."""
        if self.begins(i, sentence):
            return True
        if self.key(i) in words("aside"):
            return self._follows(i, sentence, _ASIDE)
        return self._follows(i, sentence, 2)

    def _follows(self, i: int, sentence: Sentence, reach: int) -> bool:
        """Whether أن, a colon or a quotation follows within `reach` tokens of one sentence."""
        for k in range(i, min(i + reach, sentence.last)):
            key = self.keys[k]
            if key in words("that") or key == ":" or key == '"':
                return True
            if key in _STOPS:
                break
        return self.begins(i, sentence) or self._after_time(i, sentence)

    def _after_time(self, i: int, sentence: Sentence) -> bool:
        """Whether what is said begins after a time between commas: (الحزب)، الأحد، عن."""
        after = self.past_asides(i + 1, sentence) if self.key(i) in ("،", ",") else i
        return after > i + 1 and self.key(after) in ("،", ",") and self.begins(after + 1, sentence)

    def fits(self, said: Said, i: int, sentence: Sentence) -> bool:
        """Whether a verb of several senses has what is said after it."""
        i = self.past_asides(i, sentence)
        after = i + 1 if self.key(i) in ("،", ",") else i
        if said.need != "doc" and self.key(after) in ("عن", _ABOUT.get(said.lemma)):
            return True
        if said.lemma in _OWNED and self.key(after).startswith("ب") and self._event(after):
            return True
        reach = 2 if said.need == "from" else _NEAR
        near = _SOON if said.lemma in _LOOSE else reach
        for k in range(i, min(i + reach, sentence.last)):
            key = self.keys[k]
            if k > i and any(not n.value.need for n in self.chart.at(k, VERB_TAG)):
                return False
            if key == ":" or (key == '"' and k - i < 2):
                return True
            if key in words("that") and said.need != "doc" and k - i < near:
                return True
            if key == "عن" and self.keys[k - 1] in ("،", ","):
                return True
            if said.need == "news" and self._event(k):
                return True
            if said.need == "doc" and k - i < _DOC_NEAR and self._statement(k):
                return True
        return False

    def tells(self, i: int, sentence: Sentence) -> bool:
        """Whether an event or figure is told right from token i: (نقلت عن مسعف) ارتفاع القتلى."""
        i = self.past_asides(i, sentence)
        start = i + 1 if self.key(i) in ("،", ",") else i
        return any(self._event(k) for k in range(start, min(start + _NEAR, sentence.last)))

    def _event(self, k: int) -> bool:
        """Whether an event or a figure is told here."""
        return any(n.kind in _NEWS for n in self.chart.begins(k))

    def _statement(self, k: int) -> bool:
        """Whether a statement or report is named here."""
        return any(n.value.cls == "doc" for n in self.chart.at(k, HEAD_TAG))
