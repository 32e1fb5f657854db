"""Forms of a people noun as counting needs them: one reading of each written form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from waqai.lexicon import morphology

# `dp`: dual or sound plural, which are written alike (مدنيين).
Number = Literal["sg", "du", "dp", "pl"]


class PeopleForm(NamedTuple):
    """A written form: `bare` is False for one that must have a genitive or a pronoun after it.

    `accusative` marks the indefinite in -ا (جنديا), which can have none.
    """

    key: str
    number: Number
    bare: bool = True
    accusative: bool = False
    feminine: bool = False


def people_forms(
    singulars: Sequence[str], plurals: Sequence[str], sound: str
) -> Iterator[PeopleForm]:
    """All forms of a noun; `sound` holds m for a plural in -ون/-ين, f for a feminine in -ه.

    `singulars` are spellings of one word, the last of which bears its dual.
    """
    for singular in singulars:
        last = singular == singulars[-1]
        found: dict[str, list[morphology.NounForm]] = {}
        plural: Literal["m"] | None = "m" if "m" in sound else None
        for written in morphology.noun_forms(
            singular, plurals if last else (), plural, "f" in sound
        ):
            if " " not in written.key or _counts(written):
                found.setdefault(written.key, []).append(written)
        for forms in found.values():
            form = _reading(forms, feminine="f" in sound and not singular.endswith("ه"))
            if last or form.number != "du":
                yield form
        if "m" in sound and _misspelt(singular) not in found and singular + "ي" not in singulars:
            yield PeopleForm(_misspelt(singular), "pl")


def _counts(form: morphology.NounForm) -> bool:
    """Whether a form of a phrase names people: رجلا أمن, not the adjective's رجلان أمنيان."""
    return form.construct if form.number == "du" else form.case_ is None or form.number == "pl"


def _reading(forms: Sequence[morphology.NounForm], *, feminine: bool) -> PeopleForm:
    """What forms that are written alike say of people."""
    key = forms[0].key
    whole = [form for form in forms if not form.construct or " " in key]
    numbers = {form.number for form in whole or forms}
    number: Number = "dp" if whole and {"du", "pl"} <= numbers else (whole or forms)[-1].number
    accusative = any(f.case_ == "obl" and key.endswith("ا") for f in whole) and " " not in key
    woman = feminine and all(form.gender == "f" for form in forms)
    return PeopleForm(key, number, bool(whole), accusative, woman)


def _misspelt(singular: str) -> str:
    """The sound plural as reports often misspell it: مواطنيين, مدنين."""
    return singular.removesuffix("ي") + ("ين" if singular.endswith("ي") else "يين")
