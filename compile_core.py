"""Compiles what reads a text into machine code: `python compile_core.py FOLDER`.

The modules stay Python and mean the same; mypyc turns them into extension modules, which read
about twice as fast. Run by hatch_build.py for wheels; needs mypy, setuptools and a C compiler.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).resolve().parent / "src"
PACKAGES = ("text", "lexicon", "model", "annotate", "events", "link")
# mypyc hands on no keywords of a class (frozen, gc), knows no cached properties, and takes numbers
# that may be whole or not for floats.
LEFT = ("(msgspec.Struct", "(Struct", "cached_property", "float | int")
# More costs twice the time to compile and gains nothing: most of the work is in the interpreter's
# own dictionaries and strings.
LEVEL = "1"
# Floats must come out the same on machines that fuse a product with a sum. What nobody calls from
# outside is called directly, and what runs on errors alone stands apart from the rest, so that more
# of what runs fits the processor's cache.
FLAGS = ("-ffp-contract=off", "-fvisibility=hidden", "-fno-plt")
# Other compilers know no such words.
OF_GCC = ("-freorder-blocks-algorithm=stc", "-freorder-blocks-and-partition")
# Told before all else: what runs on errors alone, and shorter ways to what is asked all the time.
INCLUDED = ("-include", str(Path(__file__).resolve().with_suffix(".h")))


def modules() -> Iterator[str]:
    """Paths under src/ of the modules to compile, in a fixed order."""
    for package in PACKAGES:
        for path in sorted((SOURCES / "waqai" / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if not any(mark in text for mark in LEFT):
                yield path.relative_to(SOURCES).as_posix()


def compile_into(folder: Path) -> None:
    """Write the extension modules under a folder, laid out as in src/.

    Raises setuptools.errors.BaseError where there is no compiler or it fails.
    """
    from mypyc.build import mypycify

    os.chdir(SOURCES)
    with tempfile.TemporaryDirectory() as made:
        # Whoever builds without the dependencies at hand builds the same.
        options = ["--ignore-missing-imports", f"--cache-dir={made}/mypy"]
        extensions = mypycify(
            [*options, *modules()],
            opt_level=LEVEL,
            debug_level="0",
            multi_file=True,
            target_dir=f"{made}/c",
            group_name="waqai",
        )
        if os.name != "nt":
            compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or ""
            flags = (*FLAGS, *OF_GCC) if "gcc" in compiler else FLAGS
            for extension in extensions:
                given = [flag for flag in extension.extra_compile_args if flag != "-Werror"]
                extension.extra_compile_args = [*given, *flags]
        _build(extensions, str(folder), f"{made}/o")


def _build(extensions: list[Any], into: str, objects: str) -> None:
    """Compile and link extensions."""
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext
    from setuptools.extension import Extension

    class OnAllCores(build_ext):
        """Compiles the files of an extension beside each other; all but few are of one."""

        def build_extension(self, ext: Extension) -> None:
            def compiled(source: str) -> list[str]:
                # mypyc's own library is compiled as it is.
                ours = os.name != "nt" and Path(source).name.startswith("__native")
                return self.compiler.compile(
                    [source],
                    output_dir=self.build_temp,
                    include_dirs=ext.include_dirs,
                    extra_postargs=[*ext.extra_compile_args, *(INCLUDED if ours else ())],
                    depends=ext.depends,
                )

            with ThreadPoolExecutor(os.cpu_count()) as cores:
                for made in cores.map(compiled, ext.sources):
                    ext.extra_objects += made
            ext.sources = []
            super().build_extension(ext)

    command = OnAllCores(Distribution({"name": "waqai", "ext_modules": extensions}))
    command.build_lib, command.build_temp = into, objects
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    compile_into(Path(sys.argv[1]).resolve())
