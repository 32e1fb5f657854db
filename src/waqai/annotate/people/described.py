"""How far the words go on that tell which people are meant: رجلان يرتديان زيا عسكريا.

Only verbs and participles of a state or a role do; what people are told to have done is an event.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.people.construct import agreeing, genitive, made_up, taking_part
from waqai.annotate.people.phrases import PREPOSITIONS, SHORT, is_known, noun, whole
from waqai.annotate.people.tables import particles

# What forces serve within tells of a campaign, not which they are: القوات العاملة ضمن التحالف.
_WITHIN: Final = "ضمن"
_TWO: Final = frozenset(("اثنين", "اثنان"))
_ON: Final = "علي"
_LEADING: Final = "بقياده"
# Those told of before whom a vehicle carries: حافلة كانت تقلهم.
_THEM: Final = "هم"
_MEN: Final = ("ين", "ون")
_FEMININE: Final = ("ه", "ات")


def described(chart: Chart, i: int, j: int) -> int:
    """Token after the description of the people named by tokens [i, j); j where there is none.

    It is as definite as they are: behind الجرحى, موجودين is what is said of them.
    """
    known = is_known(chart.doc.keys, i, j)
    keys = chart.doc.keys
    if j + 1 >= len(keys):
        return j
    if keys[j] in _TWO:
        return max(j + 1, described(chart, i, j + 1))
    if keys[j] in particles("age_of") and keys[j + 2 : j + 3]:
        return j + 3 if keys[j + 2] in particles("years") else j
    if keys[j] == "من":
        return _from(chart, i, j, known=known)
    # How those came of whom it is said that nobody knows them tells no more of them.
    if keys[j - 1] in particles("unknown") and _rides(keys, j):
        return j
    if (end := attributed(chart, i, j)) > j:
        return end
    if keys[j] == _ON and keys[j + 1] in particles("riding"):
        return j + 2 + (keys[j + 2 : j + 3] != [] and keys[j + 2] in particles("ridden"))
    if keys[j - 1] in particles("armed") and (end := _thought(chart, j)) > j:
        return end
    if keys[j - 1] in particles("armed") and keys[j].startswith("ب"):
        return max((weapon.j for weapon in chart.at(j, "weapon")), default=j)
    if any(_accused(word) for word in keys[i:j]):
        return _charge(chart, j, single=keys[j - 1].endswith(tuple(particles("charged_one"))))
    if (end := _is_doing(chart, i, j, known=known)) > j:
        return end
    return max(genitive(chart, i, j), agreeing(chart, i, j), taking_part(chart, j))


def _rides(keys: list[str], j: int) -> bool:
    """Whether token j begins what people came on: (مجهولون) يستقلون سيارة، على دراجة نارية."""
    at = j + (keys[j] in particles("was"))
    return at < len(keys) and (keys[at] == _ON or keys[at] in particles("rides"))


def _thought(chart: Chart, j: int) -> int:
    """Token after who gunmen are thought to be: (مسلحون) يعتقد أنهم متشددون; j where nobody is."""
    keys = chart.doc.keys
    at = j + 1
    if keys[j] not in particles("thought"):
        return j
    at += keys[at] == "في"
    if keys[at : at + 1] and keys[at] in particles("that") and at + 1 < len(keys):
        at += 1 + (keys[at + 1] in PREPOSITIONS)
        end = noun(chart, at)
        return end if end > at else j
    return j


def _is_doing(chart: Chart, i: int, j: int, *, known: bool) -> int:
    """Token after a verb of a state with its complement, or an age: (رجلان) في العشرينات."""
    keys = chart.doc.keys
    if known:
        return j
    if keys[j] == "في" and keys[j + 1] in particles("aged"):
        return j + 2
    verb = j + (keys[j] in particles("was"))
    if verb + 1 >= len(keys) or keys[verb] not in particles("state"):
        return j
    # No one is many: خطف مهندسين وسائقا (يعملون في ..).
    one = keys[j - 1].endswith("ا") and not any(chart.until(i, "number"))
    if one and keys[verb].endswith("ون"):
        return j
    at = verb + 1 + (keys[verb + 1] in PREPOSITIONS)
    end = noun(chart, at)
    return end if end > at else j


def _from(chart: Chart, i: int, j: int, *, known: bool) -> int:
    """Token after whom or where people are from, told behind من."""
    keys = chart.doc.keys
    if keys[j + 1] in particles("origin"):
        return noun(chart, j + 1)
    if known:
        return j
    if keys[j + 1] in particles("home"):
        return noun(chart, j + 1)
    return made_up(chart, i, j)


def attributed(chart: Chart, i: int, j: int) -> int:
    """Token after a participle with its complement behind the tokens [i, j), as definite as they.

    الوحدات المكلفة بالحراسة, المليشيا الداعمة لها; j where there is none.
    """
    keys = chart.doc.keys
    if j + 1 >= len(keys):
        return j
    key = keys[j].removeprefix("ال")
    if key not in particles("role") or is_known(keys, i, j) != (key != keys[j]):
        return j
    many = keys[j - 1].endswith(_MEN)
    if key.endswith("ه") and many:
        return j
    # Men are no part of a feminine: فرقت الشرطة المشاركين في المسيرة.
    feminine = keys[i].endswith(_FEMININE) and keys[i] not in particles("of_men")
    if key.endswith(_MEN) and not many and feminine:
        return j
    at = j + 1
    if keys[at] == _WITHIN:
        return j
    if keys[at] in particles("pronoun"):
        return at + 1
    joined = keys[at].startswith(("ب", "ل")) and len(keys[at]) > SHORT
    if keys[at] not in PREPOSITIONS and not joined:
        return j
    end = whole(chart, at) if keys[at].startswith("ب") else noun(chart, at + (not joined))
    return end if end > at + (not joined) else j


def holding(chart: Chart, i: int, j: int) -> int:
    """Token after what an indefinite thing of tokens [i, j) is told to hold: مدرسة تؤوي نازحين."""
    keys = chart.doc.keys
    if j + 1 >= len(keys) or is_known(keys, i, j):
        return j
    verb = j + (keys[j] in particles("was"))
    if keys[verb] not in particles("holding"):
        return j
    if keys[verb] in particles("holding_them"):
        return verb + 1
    end = noun(chart, verb + 1)
    return end if end > verb + 1 else j


def _accused(key: str) -> bool:
    """Whether a word, what is written on its front apart, is one for who is accused."""
    if not key.endswith(_ends()):
        return False
    return any(
        key.endswith(word) and len(key) - len(word) <= SHORT for word in particles("accused")
    )


@cache
def _ends() -> tuple[str, ...]:
    """The words for who is accused."""
    return tuple(sorted(particles("accused")))


def _operates(chart: Chart, i: int) -> bool:
    """Whether an operation of forces stands at token i, no deed: (مشتبه بهم في) عملية أمنية."""
    keys = chart.doc.keys[i : i + 2]
    return (
        keys[:1] != []
        and keys[0] in particles("operation")
        and keys[1:] != []
        and (keys[1].removeprefix("ال") in particles("operating"))
    )


def _charge(chart: Chart, j: int, *, single: bool) -> int:
    """Token after what somebody is accused of: (المتهمين) في الأحداث، (متهما) بقتل الشاب.

    Behind a singular, which a figure counts, في tells of the case: (حبس 12 متهما) في الأحداث.
    """
    key = chart.doc.keys[j]
    if key == "في" and _operates(chart, j + 1):
        return j
    if key == "في" and not single and chart.doc.keys[j + 1] not in particles("no_charge"):
        end = whole(chart, j + 1)
        return end if end > j + 1 else j
    joined = key.startswith("ب") and len(key) > SHORT and not any(chart.at(j, "place"))
    return whole(chart, j) if joined and key not in particles("no_charge") else j


def led(chart: Chart, j: int) -> int:
    """Token after who leads the body that ends before token j: (القوات) بقيادة اللواء فلان."""
    if chart.doc.keys[j : j + 1] != [_LEADING]:
        return j
    people = (node for node in chart.at(j + 1, "actor") if node.value.kind == "person")
    return max((node.j for node in people if not node.skip), default=j)
