"""Imports run one way: a package imports only itself and packages to its left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import waqai

ROOT = Path(waqai.__file__).parent
# Left to right; each may import those before it. The command line sees everything.
ORDER = (
    ("errors",),
    ("model",),
    ("text",),
    ("lexicon",),
    ("read",),
    ("annotate",),
    ("events",),
    ("link",),
    ("store",),
    ("export",),
    ("serve",),
    ("cli", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
MODULES = sorted(ROOT.rglob("*.py"))


def package_of(path: Path) -> str:
    """The top-level part of the package that a module belongs to ("" for waqai itself)."""
    top = path.relative_to(ROOT).parts[0]
    return "" if top == "__init__.py" else top.removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Dotted names of waqai that a module imports, also inside functions and under checks."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("waqai"))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            if node.module == "waqai":
                yield from (f"waqai.{alias.name}" for alias in node.names)
            elif node.module and node.module.startswith("waqai."):
                yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_left(path: Path) -> None:
    own = package_of(path)
    if not own:
        assert not list(imported(path)), "waqai/__init__.py stays empty so that start-up is fast"
        return
    assert own in RANK, f"{own} has no place in the flow"
    for name in imported(path):
        other = name.split(".")[1]
        if other == "__version__":
            continue
        assert RANK[other] <= RANK[own], f"{path.name} imports {name}, to its right"


def test_desk_serves_without_the_extractor() -> None:
    """All but the module that reads what is pasted, and that one only in a process of its own."""
    for path in (ROOT / "serve").rglob("*.py"):
        for name in imported(path):
            right = name.split(".")[1] not in ("annotate", "events")
            assert right or path.name == "extraction.py", path


def test_dimensions_read_only_earlier_dimensions() -> None:
    """A dimension may look at what an earlier one found, never at a later one."""
    from waqai.annotate.pipeline import DIMENSIONS

    order = [module.__name__.rsplit(".", 1)[1] for module in DIMENSIONS]
    for path in MODULES:
        parts = path.relative_to(ROOT).parts
        if parts[0] != "annotate" or len(parts) < 3:
            continue
        for name in imported(path):
            words = name.split(".")
            if words[1] == "annotate" and len(words) > 2 and words[2] in order:
                assert order.index(words[2]) <= order.index(parts[1]), f"{path} imports {name}"
