"""The benches of speed measure the package as a wheel installs it, not the sources beside them."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "build" / "package"


def is_packaged() -> bool:
    """Whether this process imports the package built by `make package`."""
    found = importlib.util.find_spec("waqai")
    return found is not None and str(found.origin).startswith(f"{PACKAGE}{os.sep}")


def run_packaged(bench: str) -> None:
    """Start a bench anew on the package, built where the sources have changed, and end with it.

    Returns where this process is on it already, or where the environment says WAQAI_COMPILE=never:
    then the sources are measured. Raises CalledProcessError where the package cannot be built.
    """
    if is_packaged() or os.environ.get("WAQAI_COMPILE") == "never":
        return
    subprocess.run(["make", "--silent", "package"], cwd=ROOT, check=True, stdout=sys.stderr)
    paths = [str(PACKAGE), str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-m", bench, *sys.argv[1:]]
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)
