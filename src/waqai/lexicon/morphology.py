"""Written forms of verbs and nouns, generated from root and form or from a singular.

Forms are made in full (with vowels), the sound laws of weak roots are applied, and the result is
written the way folded text is: no vowel marks, hamza on a seat as ء, ى as ي, ة as ه. Verb forms
are of the third person and the first plural, which is what news tells events in; proclitics and
object pronouns are the business of `waqai.text.clitics`.

Roots are three or four letters, hamza written ء, weak letters و and ي (قول, لقي, وضع), a doubled
root with its letter twice (شنن). Within this module `1 2 3 4` stand for the letters of the root,
`a i u` for short vowels, `A I U` for long ones, ٱ for the alef that carries no hamza.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from waqai.lexicon.patterns import ROMAN, Pattern, pattern
from waqai.lexicon.spelling import spell

Tense = Literal["past", "present"]
Voice = Literal["active", "passive"]
Number = Literal["sg", "du", "pl"]
Gender = Literal["m", "f"]
Mood = Literal["jussive"]
Case = Literal["nom", "obl"]

__all__ = [
    "ROMAN",
    "Inflected",
    "NounForm",
    "adjectival",
    "masdar",
    "noun_forms",
    "participle",
    "verb_forms",
    "with_article",
]
# Shorter later words of a phrase are particles (من, بي), which bear no article.
_SHORTEST: Final = 3


class Inflected(NamedTuple):
    """A written verb form; `mood` is `jussive` for the short forms that only a particle brings."""

    key: str
    tense: Tense
    voice: Voice
    person: Literal[1, 3]
    number: Number
    gender: Gender | None
    mood: Mood | None = None


class NounForm(NamedTuple):
    """A written noun form.

    `construct` is true for forms that stand only before a genitive or a pronoun; `case_` is None
    where the spelling shows none; `number` of the oblique -ين is `pl`, which a dual shares.
    """

    key: str
    number: Number
    construct: bool
    case_: Case | None
    gender: Gender


class _Ending(NamedTuple):
    """Prefix and suffix of one person (`$` marks the silent alef), and what it means."""

    before: str
    after: str
    person: Literal[1, 3]
    number: Number
    gender: Gender | None
    mood: Mood | None = None


_PAST: Final = (
    _Ending("", "a", 3, "sg", "m"),
    _Ending("", "aت", 3, "sg", "f"),
    _Ending("", "A", 3, "du", "m"),
    _Ending("", "aتA", 3, "du", "f"),
    _Ending("", "U$", 3, "pl", "m"),
    _Ending("", "U", 3, "pl", "m"),
    _Ending("", "نa", 3, "pl", "f"),
    _Ending("", "نA", 1, "pl", None),
)
_PRESENT: Final = (
    _Ending("ي", "u", 3, "sg", "m"),
    _Ending("ت", "u", 3, "sg", "f"),
    _Ending("ي", "Aنi", 3, "du", "m"),
    _Ending("ي", "A", 3, "du", "m"),
    _Ending("ت", "Aنi", 3, "du", "f"),
    _Ending("ي", "Uنa", 3, "pl", "m"),
    _Ending("ي", "U$", 3, "pl", "m"),
    _Ending("ي", "U", 3, "pl", "m"),
    _Ending("ي", "نa", 3, "pl", "f"),
    _Ending("ن", "u", 1, "pl", None),
    _Ending("ي", "", 3, "sg", "m", "jussive"),
    _Ending("ت", "", 3, "sg", "f", "jussive"),
)


def verb_forms(
    root: str, form: str, vowels: str = "a-u", *, passive: bool = True
) -> tuple[Inflected, ...]:
    """Past and present of a verb, active and (where `passive`) passive, without repetitions.

    `form` is I to X, or Q and QII for four letters; `vowels` are those of form I in past and
    present (`a-u`, `i-a`); other forms ignore them. Both voices are given where they are written
    alike (قتل). Raises ValueError for a form or a root that does not exist.
    """
    shape = pattern(root, form, vowels)
    voices: tuple[Voice, ...] = ("active", "passive") if passive else ("active",)
    found: dict[Inflected, None] = {}
    for voice in voices:
        for ending in _PAST:
            found[_inflect(root, shape, "past", voice, ending)] = None
        for ending in _PRESENT:
            found[_inflect(root, shape, "present", voice, ending)] = None
    full = {form.key for form in found if form.mood is None}
    return tuple(form for form in found if form.mood is None or form.key not in full)


def _inflect(root: str, shape: Pattern, tense: Tense, voice: Voice, ending: _Ending) -> Inflected:
    """One form."""
    stem = shape.stem(tense, voice)
    vowel = shape.prefix_vowel(voice) if tense == "present" else ""
    key = spell(root, shape, ending.before + vowel + stem, ending.after)
    return Inflected(key, tense, voice, ending.person, ending.number, ending.gender, ending.mood)


def masdar(root: str, form: str) -> tuple[str, ...]:
    """Verbal nouns of a derived form (folded); none for form I, whose masdars a table must give."""
    shape = pattern(root, form, "a-u")
    return tuple(dict.fromkeys(spell(root, shape, noun, noun=True) for noun in shape.masdars))


def participle(root: str, form: str, voice: Voice) -> str:
    """Masculine singular of the active or passive participle; `noun_forms` gives its others."""
    shape = pattern(root, form, "a-u")
    return spell(root, shape, shape.participles[voice == "passive"], noun=True)


def noun_forms(
    singular: str,
    plurals: Sequence[str] = (),
    sound: Literal["m", "f"] | None = None,
    feminine: bool = False,
) -> tuple[NounForm, ...]:
    """Singular, dual and plurals of a noun given folded; forms of an adjective or person noun too.

    `plurals` are broken or other plurals as written; `sound` m adds -ون/-ين, f adds -ات;
    `feminine` adds the feminine in -ه with its dual and plural. Construct forms (without ن) and
    the indefinite accusative in -ا are among them. In a phrase of two words the second is given
    as it stands (a genitive) and as an adjective that agrees (هجومين انتحاريين).
    """
    head, space, rest = singular.partition(" ")
    gender: Gender = "f" if head.endswith("ه") else "m"
    found = [*_singular(head, gender), *_dual(head, gender)]
    if sound == "m":
        found += _sound_masculine(head)
    if sound == "f":
        found.append(NounForm(_open(head).removesuffix("ت") + "ات", "pl", False, None, "f"))
    if feminine:
        woman = head + "ه"
        found += [NounForm(woman, "sg", False, None, "f"), *_dual(woman, "f")]
        found.append(NounForm(head + "ات", "pl", False, None, "f"))
    if space:
        found = [_with_rest(form, word) for form in found for word in _agreeing(form, rest)]
    for plural in plurals:
        found += _broken(plural, gender)
    return tuple(dict.fromkeys(found))


def adjectival(form: NounForm, noun: str) -> bool:
    """Whether a construct dual is written like the adjective of the noun: مدفعي, صاروخي."""
    return form.construct and form.key == noun + "ي"


def with_article(phrase: str) -> tuple[str, ...]:
    """A phrase as it is, and with the article on its later words (الغارة الجوية)."""
    first, *rest = phrase.split(" ")
    if not rest or any(word.startswith("ال") or len(word) < _SHORTEST for word in rest):
        return (phrase,)
    return (phrase, " ".join([first, *("ال" + word for word in rest)]))


def _agreeing(form: NounForm, word: str) -> tuple[str, ...]:
    """The second word of a phrase beside a form of the first: unchanged, or agreeing with it."""
    if " " in word or word.startswith("ال") or form.construct or form.number == "pl":
        return (word,)
    if form.number == "du":
        return (word, _open(word) + ("ان" if form.case_ == "nom" else "ين"))
    if form.case_ == "obl" and not word.endswith(("ه", "ا")):
        return (word, word + "ا")
    return (word,)


def _with_rest(form: NounForm, word: str) -> NounForm:
    return form._replace(key=f"{form.key} {word}")


def _open(noun: str) -> str:
    """A noun as it stands before an ending: ta marbuta opens to ت."""
    return noun[:-1] + "ت" if noun.endswith("ه") else noun


def _singular(noun: str, gender: Gender) -> list[NounForm]:
    found = [NounForm(noun, "sg", False, None, gender)]
    if not noun.endswith(("ه", "ا", "اء")):
        found.append(NounForm(noun + "ا", "sg", False, "obl", gender))
    return found


def _dual(noun: str, gender: Gender) -> list[NounForm]:
    stem = _open(noun)
    return [
        NounForm(stem + "ان", "du", False, "nom", gender),
        NounForm(stem + "ين", "du", False, "obl", gender),
        NounForm(stem + "ا", "du", True, "nom", gender),
        NounForm(stem + "ي", "du", True, "obl", gender),
    ]


def _sound_masculine(noun: str) -> list[NounForm]:
    return [
        NounForm(noun + "ون", "pl", False, "nom", "m"),
        NounForm(noun + "ين", "pl", False, "obl", "m"),
        NounForm(noun + "و", "pl", True, "nom", "m"),
        NounForm(noun + "ي", "pl", True, "obl", "m"),
    ]


def _broken(plural: str, gender: Gender) -> list[NounForm]:
    found = [NounForm(plural, "pl", False, None, gender)]
    if " " not in plural and not plural.endswith(("ه", "ا", "اء", "ات", "ون", "ين", "ي")):
        found.append(NounForm(plural + "ا", "pl", False, "obl", gender))
    return found
