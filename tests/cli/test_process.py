"""The command as a process of its own: start-up, locale, a closed pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = [sys.executable, "-m", "waqai"]


def test_version_loads_no_table_and_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['waqai', '--version']\n"
        "from waqai.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({m.split('.')[0] for m in sys.modules}))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    for heavy in ("rich", "msgspec", "sqlalchemy", "trafilatura", "lxml", "py3langid", "numpy"):
        assert f"'{heavy}'" not in out.stdout, heavy


def test_arabic_comes_out_in_any_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [*COMMAND, "explain", str(EXAMPLES / "telafar-market.jsonl")]
    out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert "تلعفر" in out.decode("utf-8")


def test_a_reader_that_leaves_ends_it_quietly() -> None:
    command = [*COMMAND, "annotate", str(EXAMPLES / "reports.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
        assert process.wait(timeout=60) in (0, 1)
    assert "Traceback" not in told
