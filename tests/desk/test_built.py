"""What is built into the package: small, whole, asking nobody."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import waqai

BUILT = Path(waqai.__file__).parent / "serve" / "web"
MOST_SCRIPT = 450_000


def scripts() -> list[Path]:
    return sorted(BUILT.rglob("*.js"))


def test_the_script_is_small() -> None:
    assert scripts()
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts()) <= MOST_SCRIPT


def test_the_page_and_its_styles_name_no_other_place() -> None:
    for path in (BUILT / "index.html", *sorted(BUILT.rglob("*.css"))):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", text), path
        assert not re.search(r"url\([\"']?(?:https?:)?//", text), path
        assert "@import" not in text, path


def test_nothing_is_written_as_markup_or_evaluated_by_the_pages() -> None:
    own = Path(__file__).parents[2] / "web" / "src"
    for path in (*own.rglob("*.ts"), *own.rglob("*.tsx")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|insertAdjacentHTML|document\.write|dangerously|eval\(", text
        )
