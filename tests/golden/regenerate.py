"""Write the golden records anew: `make golden`. Read the difference; it is the review.

Each file of examples/ and tests/golden/lookalikes.jsonl has one golden file here: the records as
an analyst would see them, indented so that a changed value is one changed line.
"""

from __future__ import annotations

import json
from pathlib import Path

from waqai.errors import InputError
from waqai.events.extract import Extractor
from waqai.export.gold import gold
from waqai.read import reports

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"


def sources() -> list[Path]:
    """The files that have golden records, in order."""
    found = [*EXAMPLES.glob("*.jsonl"), *EXAMPLES.glob("*.txt"), *HERE.glob("*.jsonl")]
    return sorted(found, key=lambda path: path.name)


def golden(source: Path) -> Path:
    """The golden file of a source."""
    return HERE / f"{source.stem}.json"


def rendered(source: Path, extractor: Extractor) -> str:
    """The records of a source as the golden file holds them. Raises InputError for bad input."""
    rows = []
    for report in reports(str(source)):
        if isinstance(report, InputError):
            raise report
        row = gold(report, extractor.record(report))
        # The id of a text without one is a hash; the name of its file says more.
        rows.append({**row, "report": row["report"] if source.suffix == ".jsonl" else source.name})
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write every golden file."""
    extractor = Extractor()
    for source in sources():
        golden(source).write_text(rendered(source, extractor), encoding="utf-8")


if __name__ == "__main__":
    main()
