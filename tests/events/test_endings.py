"""A text may end anywhere: behind any word that the tables know, and within any sentence."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from waqai.events.extract import Extractor
from waqai.model.report import Report

ANNOTATE = files("waqai.annotate")
# Of so many words each so-many-th is tried, with the frames in turn.
STEP = 5
FRAMES = ("{}", "قصف الجيش {}", "قتل مدنيان في {}", '"{}"', "اعتقل {}،")


def tables() -> Iterator[tuple[Traversable, list[str]]]:
    """The tables of the dimensions with their rows."""
    folders = sorted((f for f in ANNOTATE.iterdir() if f.is_dir()), key=lambda f: f.name)
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".tsv"):
                lines = file.read_text(encoding="utf-8").splitlines()
                yield file, [line for line in lines if line and not line.startswith("#")]


def ends() -> list[str]:
    """Texts that end behind a word of a table, or in the midst of a case."""
    words, cut = set(), []
    for file, rows in tables():
        last = [row.split("\t")[-1] for row in rows]
        if file.name.startswith(("cases", "misses")):
            parts = [text.split(" ") for text in last]
            cut += [" ".join(one[: 1 + k % len(one)]) for k, one in enumerate(parts)]
        else:
            words |= {word for cell in last for word in cell.split("|")}
    framed = [FRAMES[k % len(FRAMES)].format(w) for k, w in enumerate(sorted(words)[::STEP])]
    return [*framed, *cut[::2]]


@pytest.mark.parametrize("part", range(4))
def test_any_end_is_read(part: int) -> None:
    extractor = Extractor()
    texts = ends()[part::4]
    assert len(texts) > 2_000
    for text in texts:
        record = extractor.record(Report(id="r", title=None, body=text, published="2020-05-01"))
        for event in record.events:
            assert event.evidence.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "خرج المتظاهرون إلى شوارع",
        "أمام مقر محافظة",
        "مدينة المحلة الكبرى، بمحافظة الغربية،",
        "وقع الهجوم الساعة التاسعة مساء بتوقيت",
        "نددت الجبهة الديمقراطية لتحرير",
        'خرجوا في "جمعة"',
        "أعلن مسلحون تابعون للتنظيم مسؤوليتهم عن",
        '"اثنين"',
    ],
)
def test_these_ends_are_read(text: str) -> None:
    assert Extractor().record(Report(id="r", title=None, body=text, published="2020-05-01"))
