"""Words: the small words before a naming: prepositions, joined letters, و."""

from __future__ import annotations

from collections.abc import Sequence

_PREPS = frozenset(
    [
        "في",
        "من",
        "الي",
        "علي",
        "عن",
        "مع",
        "ضد",
        "بين",
        "قرب",
        "داخل",
        "خارج",
        "قبل",
        "بعد",
        "خلال",
        "منذ",
        "حتي",
        "عند",
        "لدي",
        "نحو",
        "تجاه",
        "وسط",
        "غرب",
        "شرق",
        "شمال",
        "جنوب",
        "باتجاه",
        "بحق",
        "امام",
        "خلف",
        "حول",
        "قبيل",
        "عقب",
        "اثر",
        "بيد",
        "برصاص",
        "بنيران",
        "بقياده",
        "لدي",
        "ضمن",
        "عبر",
    ]
)
# Two words that name who did it.
_PAIRS = frozenset([("من", "قبل"), ("من", "جانب"), ("علي", "يد"), ("علي", "ايدي")])
# Words that name who stands beside whoever acts, with the preposition behind them or none.
_BESIDE = frozenset(
    [
        "باسناد",
        "باشراف",
        "بالاشتراك",
        "بالتعاون",
        "بالتنسيق",
        "بتعاون",
        "بدعم",
        "برفقه",
        "بمرافقه",
        "بمساعده",
        "بمسانده",
        "بمشاركه",
        "بمءازره",
        "بغطاء",
        "بتغطيه",
        "مدعوما",
        "مدعومه",
        "مدعومين",
        "مسنودا",
        "مسنوده",
        "مسنودين",
    ]
)
# What may stand between such a word and the naming.
_THROUGH = frozenset(("من", "مع", "جوي", "ناري", "مباشر", "عسكري", "قوات"))
BESIDE = "بدعم"
_JOINED = frozenset(("ب", "ل", "ك"))


def preposition(keys: Sequence[str], i: int, skip: int) -> str:
    """What governs the naming at token i after `skip` letters: ب, في, من قبل, ...; "" nothing."""
    if _beside(keys, i):
        return BESIDE
    if skip:
        letters = keys[i][:skip].lstrip("وف")
        if letters[:1] in _JOINED:
            return letters[:1]
    before = keys[i - 1] if i else ""
    if i > 1 and (keys[i - 2].removeprefix("و"), before) in _PAIRS:
        return "علي يد" if before == "ايدي" else f"{keys[i - 2].removeprefix('و')} {before}"
    if before in _PREPS:
        return before
    return before[1:] if before[:1] == "و" and before[1:] in _PREPS else ""


def _beside(keys: Sequence[str], i: int) -> bool:
    """Whether the words right before token i say that the naming stands beside who acts."""
    return any(
        keys[at].removeprefix("و") in _BESIDE
        for at in range(max(0, i - (3 if keys[i - 1] in _THROUGH else 1)), i)
    )


def joins(keys: Sequence[str], i: int, skip: int) -> bool:
    """Whether و stands before the naming at token i, joined or alone."""
    return (skip > 0 and keys[i][:1] == "و") or (i > 0 and keys[i - 1] == "و")


def word_before(keys: Sequence[str], i: int) -> str:
    """The folded token before token i; "" at the start of a line."""
    return keys[i - 1].strip() if i else ""


def words_before(keys: Sequence[str], i: int) -> str:
    """The two folded tokens before token i, fewer at the start of a line or the text."""
    return " ".join(keys[max(0, i - 2) : i]).strip()


def word_after(keys: Sequence[str], j: int) -> str:
    """The folded token that begins at j, behind a naming; "" at the end of a line."""
    return keys[j].strip() if j < len(keys) else ""
