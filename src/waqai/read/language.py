"""Which language a report is in, told at once where the letters and the article say Arabic."""

from __future__ import annotations

import re

# As much of a report as decides.
_SAMPLE = 1500
_ARABIC = "ar"
_WORD = re.compile(r"[\u0620-\u06ff\u200c]+")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]+")
# Words that only Arabic writes: the article, ta marbuta, and the commonest particles.
_ARABIC_WORD = re.compile(
    r"(?:[وف]?(?:[بك]?ال|لل)[\u0621-\u064a]{2,}|[\u0621-\u064a]+ة|و?(?:في|من|على|إلى|الى|عن|هذا|هذه))\Z"
)
# Letters of Persian, Urdu, Kurdish and Pashto that Arabic has not.
_FOREIGN = re.compile("[پچژگٹڈڑںےہھڕڵۆێەڤټډړښځڅۍېگڼۀ]|[کی]")
# Languages whose names the identifier spells in several ways.
_NAMES = {"ckb": "ku", "sdh": "ku", "kmr": "ku"}
_ARABIC_SCRIPT = frozenset(("ar", "fa", "ur", "ku", "ps", "ug", "sd"))
_ENOUGH = 0.25


def language(text: str) -> str | None:
    """ISO 639-1 code of the text's language (`ar`, `fa`, `ur`, `ku`, `en`, ...); None: no words."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    arabic_letters = sum(map(len, words))
    latin_letters = sum(map(len, _LATIN.findall(sample)))
    if arabic_letters + latin_letters == 0:
        return None
    if arabic_letters >= latin_letters:
        sure = sum(1 for word in words if _ARABIC_WORD.match(word))
        if sure >= _ENOUGH * len(words) and not _foreign(words, arabic_letters):
            return _ARABIC
    return _identified(sample, arabic_letters >= latin_letters)


def _foreign(words: list[str], letters: int) -> bool:
    """Whether letters that Arabic has not are more than a foreign name would bring."""
    return sum(len(_FOREIGN.findall(word)) for word in words) > 0.06 * letters


def _identified(sample: str, arabic_script: bool) -> str:
    """What the statistical identifier says; it is loaded only when the cheap test is not sure."""
    import py3langid

    for code, _ in py3langid.rank(sample):
        name = _NAMES.get(code, code)
        if (name in _ARABIC_SCRIPT) == arabic_script:
            return str(name)
    return _ARABIC if arabic_script else "und"
