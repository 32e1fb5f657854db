"""The forms I to X of the Arabic verb and the two of four letters, as vowelled patterns."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

_STRONG_LENGTH: Final = 3
_QUADRILITERAL: Final = ("Q", "QII")


class Pattern(NamedTuple):
    """Stems of one form: active and passive, past and present; verbal nouns; participles."""

    form: str
    past: str
    past_passive: str
    present: str
    present_passive: str
    masdars: tuple[str, ...]
    participles: tuple[str, str]

    def stem(self, tense: Literal["past", "present"], voice: Literal["active", "passive"]) -> str:
        """The stem that the endings of a tense and voice join."""
        if tense == "past":
            return self.past if voice == "active" else self.past_passive
        return self.present if voice == "active" else self.present_passive

    def prefix_vowel(self, voice: Literal["active", "passive"]) -> str:
        """Vowel of the prefix of the present."""
        return "u" if voice == "passive" or self.form in ("II", "III", "IV", "Q") else "a"


ROMAN: Final[dict[str, Pattern]] = {
    p.form: p
    for p in (
        Pattern("I", "1a2a3", "1u2i3", "12u3", "12a3", (), ("1A2i3", "مa12U3")),
        Pattern(
            "II", "1a22a3", "1u22i3", "1a22i3", "1a22a3", ("تa12I3",), ("مu1a22i3", "مu1a22a3")
        ),
        Pattern("III", "1A2a3", "1U2i3", "1A2i3", "1A2a3", ("مu1A2a3aه",), ("مu1A2i3", "مu1A2a3")),
        Pattern("IV", "ءa12a3", "ءu12i3", "12i3", "12a3", ("ءi12A3",), ("مu12i3", "مu12a3")),
        Pattern(
            "V",
            "تa1a22a3",
            "تu1u22i3",
            "تa1a22a3",
            "تa1a22a3",
            ("تa1a22u3",),
            ("مuتa1a22i3", "مuتa1a22a3"),
        ),
        Pattern(
            "VI",
            "تa1A2a3",
            "تu1U2i3",
            "تa1A2a3",
            "تa1A2a3",
            ("تa1A2u3",),
            ("مuتa1A2i3", "مuتa1A2a3"),
        ),
        Pattern(
            "VII",
            "ٱiن1a2a3",
            "ٱuن1u2i3",
            "ن1a2i3",
            "ن1a2a3",
            ("ٱiن1i2A3",),
            ("مuن1a2i3", "مuن1a2a3"),
        ),
        Pattern(
            "VIII",
            "ٱi1تa2a3",
            "ٱu1تu2i3",
            "1تa2i3",
            "1تa2a3",
            ("ٱi1تi2A3",),
            ("مu1تa2i3", "مu1تa2a3"),
        ),
        Pattern(
            "IX", "ٱi12a33", "ٱu12u33", "12a33", "12a33", ("ٱi12i3A3",), ("مu12a33", "مu12a33")
        ),
        Pattern(
            "X",
            "ٱiستa12a3",
            "ٱuستu12i3",
            "ستa12i3",
            "ستa12a3",
            ("ٱiستi12A3",),
            ("مuستa12i3", "مuستa12a3"),
        ),
        Pattern(
            "Q", "1a23a4", "1u23i4", "1a23i4", "1a23a4", ("1a23a4aه",), ("مu1a23i4", "مu1a23a4")
        ),
        Pattern(
            "QII",
            "تa1a23a4",
            "تu1u23i4",
            "تa1a23a4",
            "تa1a23a4",
            ("تa1a23u4",),
            ("مuتa1a23i4", "مuتa1a23a4"),
        ),
    )
}


def pattern(root: str, form: str, vowels: str) -> Pattern:
    """The pattern of a form, that of form I with its own vowels.

    Raises ValueError where the form is none, the root has other letters than it needs, or the
    vowels are not two of a, i, u.
    """
    if form not in ROMAN:
        raise ValueError(f"no form {form!r}: give I to X, Q or QII")
    if len(root) != _STRONG_LENGTH + (form in _QUADRILITERAL):
        raise ValueError(f"root {root!r} has not the letters of form {form}")
    shape = ROMAN[form]
    if form != "I":
        return shape
    past, _, present = vowels.partition("-")
    if past not in ("a", "i", "u") or present not in ("a", "i", "u"):
        raise ValueError(f"vowels {vowels!r} are not of past and present, like a-u")
    # A first و is lost in the present: وقع يقع, وصل يصل.
    first = "" if root[0] == "و" else "1"
    return shape._replace(past=f"1a2{past}3", present=f"{first}2{present}3")
