"""Make src/waqai/link/frequent.tsv: words that news uses often, by how little they tell.

python -m tools.build_frequent COUNTS, a gzipped table of word forms with how often they stand in
conflict reports and in others (tab-separated: count, count, anything, form). Counts, no texts.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import Counter
from pathlib import Path

from waqai.link.words import RAREST, WORD, bare
from waqai.text.fold import fold

TARGET = Path(__file__).parent.parent / "src" / "waqai" / "link" / "frequent.tsv"
HEAD = """\
# Words that news uses often, folded and without proclitics; made by tools/build_frequent.py.
# rarity: what a word tells that two stories share: the logarithm of how rarely it is used
# (0 nothing; words that are not here 4); words
"""
# Reports that the counts may be of, and the logarithm up to which a word tells nothing.
_REPORTS, _NOTHING = 113_000, 1.0
_A_LINE = 16


def counted(path: Path) -> Counter[str]:
    """How often each bare word stands in the counted texts."""
    found: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            conflict, others, _, form = line.rstrip("\n").split("\t")
            for word in set(map(bare, WORD.findall(fold(form).text))) - {""}:
                found[word] += int(conflict) + int(others)
    return found


def rarity(count: int) -> int:
    """What a word of this count tells, 0 to RAREST."""
    return max(0, min(RAREST, round(math.log(_REPORTS / count) - _NOTHING)))


def main(path: Path) -> None:
    """Write the table."""
    by_rarity: dict[int, list[str]] = {}
    for word, count in sorted(counted(path).items()):
        if rarity(count) < RAREST:
            by_rarity.setdefault(rarity(count), []).append(word)
    rows = [
        f"{degree}\t{'|'.join(words[k : k + _A_LINE])}\n"
        for degree, words in sorted(by_rarity.items())
        for k in range(0, len(words), _A_LINE)
    ]
    TARGET.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
