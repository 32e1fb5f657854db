"""Which names are common words too, judged by how they are used in news (counts, no texts).

0 a name wherever it stands; 1 a name only with something in the text for it; 2 a name only behind
a head noun (قرية السلام).
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from waqai.text.clitics import readings
from waqai.text.fold import fold, fold_key
from waqai.text.tokens import Tokens

_HEADS = frozenset(
    fold_key(word)
    for word in [
        "مدينة",
        "بلدة",
        "قرية",
        "محافظة",
        "ريف",
        "مخيم",
        "ناحية",
        "قضاء",
        "مديرية",
        "بلدتي",
        "قريتي",
        "مدينتي",
        "محافظتي",
        "بلدات",
        "قرى",
        "ضاحية",
        "ضواحي",
        "أهالي",
        "سماء",
    ]
)
_HEADED = _HEADS | {clitic + head for clitic in ("ب", "و", "ل", "وب") for head in _HEADS}


# Counts in 34 million words that a name of each importance may have without being suspected.
_FREE = (25, 30, 50, 120, 250, 500, 900, 4000, 40000, 200000)

# Countries whose small places are told of in Arabic reports on conflict.
_NEAR = frozenset(
    [
        "SY",
        "IQ",
        "YE",
        "SA",
        "EG",
        "LY",
        "LB",
        "PS",
        "IL",
        "JO",
        "SD",
        "SS",
        "SO",
        "TN",
        "DZ",
        "MA",
        "MR",
        "KW",
        "QA",
        "BH",
        "AE",
        "OM",
        "DJ",
        "IR",
        "TR",
        "AF",
        "PK",
        "NG",
        "NE",
        "ML",
        "BF",
        "TD",
        "CM",
        "CF",
        "ET",
        "ER",
        "KE",
        "UA",
        "IN",
        "MM",
        "EH",
        "AZ",
        "AM",
    ]
)
# A suspected name more frequent than this is a common word wherever no head noun stands before it.
_COMMON = 1000
# A form more frequent than this is no new name behind a head noun or in a list of places.
_EVERYDAY = 250


@dataclass(slots=True)
class Uses:
    """How often a form stands in news, how often behind a place's head noun."""

    all: int = 0
    headed: int = 0

    @property
    def share(self) -> float:
        """Part of the uses that stand behind a head noun."""
        return self.headed / self.all if self.all else 0.0


class Usage:
    """Counts of the words of news."""

    def __init__(self, lexis: Path, corpus: Path) -> None:
        self.total = _lexis(lexis)
        self.uses: dict[str, Uses] = {}
        self._read(corpus)

    def _read(self, corpus: Path) -> None:
        pairs: Counter[tuple[str, str]] = Counter()
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                keys = Tokens(fold(json.loads(line)["body"])).keys
                pairs.update(zip(["", *keys], keys, strict=False))
                pairs.update(
                    (a, f"{b} {c}") for a, b, c in zip(keys, keys[1:], keys[2:], strict=False)
                )
        for (before, word), count in pairs.items():
            uses = self.uses.setdefault(word, Uses())
            uses.all += count
            uses.headed += count * (before in _HEADED)

    def flag(self, key: str, importance: int, country: str) -> int:
        """0, 1 or 2 for a folded name whose weightiest bearer has this importance.

        Small towns of countries far from the news' conflicts bear people's names: they need more.
        """
        least = 0
        if country not in _NEAR and importance < 6:
            least = 2 if importance < 4 else 1
        return max(least, self._flag(key, importance))

    def _flag(self, key: str, importance: int) -> int:
        if key.count(" ") > 1:
            return 0
        uses = self.uses.get(key, Uses())
        total = self.total.get(key, 0) if " " not in key else uses.all * 8
        free = _FREE[min(importance, 9)]
        if total <= free:
            return 0
        sure = uses.headed >= 3
        if sure and uses.share >= (0.04 if importance >= 4 else 0.15):
            return 0
        return 2 if total > _COMMON or (total > 30 * free and uses.share < 0.01) else 1

    def common(self, names: Container[str]) -> list[str]:
        """Forms too frequent to be a name that no table holds, sorted; none that is one of the
        plain `names` with a letter joined to it, where the name is the more frequent (برفح).
        """
        return sorted(
            word
            for word, count in self.total.items()
            if count > _EVERYDAY
            and word.isalpha()
            and self.uses.get(word, Uses()).share < 0.1
            and not any(n in names and self.total[n] > count for n in _bare(word))
        )

    def shadows(self, key: str) -> list[str]:
        """Other names that a form can be when a clitic is taken off (بحلب: حلب)."""
        return [r.stem for r in readings(key) if r.skip and not r.suffix and not r.article]


def _bare(word: str) -> list[str]:
    """What a form is without a conjunction or preposition: وحلب, برفح, للقاهره."""
    if word.startswith("لل"):
        return [f"ال{word[2:]}"]
    return [word[1:]] if word[0] in "بول" else []


def _lexis(path: Path) -> Counter[str]:
    total: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                conflict, other, _, word = line.rstrip("\n").split("\t")
                total[fold_key(word)] += int(conflict) + int(other)
    return total
