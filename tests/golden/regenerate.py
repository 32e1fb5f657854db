"""Write the golden records anew: `make golden`. Read the difference; it is the review.

Each file of examples/ and tests/golden/lookalikes.jsonl has one golden file here: the records as
an analyst would see them, indented so that a changed value is one changed line. Beside them stand
the cards of the incidents that the six reports of telafar-market.jsonl tell, and what ACLED's table
of the examples had to drop or force; and the README has the record of its sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tests.golden import readme
from waqai.errors import InputError
from waqai.events.extract import Extractor
from waqai.export.acled import Losses, acled
from waqai.export.gold import gold
from waqai.export.incident_card import card
from waqai.export.occurrences import alone
from waqai.export.told import Told
from waqai.export.withheld import withheld
from waqai.link.stories import incidents
from waqai.model.incident import Incident
from waqai.read import reports

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
CARD = HERE / "telafar-market.card.txt"
LOSSES = HERE / "examples.acled.txt"
# A moment for a column that has one.
_MADE = "2025-01-01T00:00:00+00:00"


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


def card_lines(told: Iterable[Incident]) -> str:
    """The cards of incidents, names withheld as for any reader."""
    return "".join("\n".join(card(withheld(incident))) + "\n\n" for incident in told)


def told_by(source: Path, extractor: Extractor) -> list[Incident]:
    """The incidents of a source. Raises InputError for bad input."""
    stories = []
    for report in reports(str(source)):
        if isinstance(report, InputError):
            raise report
        stories.append((report, extractor.record(report)))
    return incidents(stories)


def examples() -> list[Path]:
    """The example reports, in the order in which `make run` reads them."""
    return [*sorted(EXAMPLES.glob("*.jsonl")), *sorted(EXAMPLES.glob("*.txt"))]


def losses(extractor: Extractor) -> str:
    """What ACLED's table of the examples drops and forces. Raises InputError for bad input."""
    counted = Losses()
    for source in examples():
        for report in reports(str(source)):
            if isinstance(report, InputError):
                raise report
            made = extractor.record(report)
            told = Told(report, made, report.title, 1, "", "", _MADE)
            list(acled(alone(told), counted))
    return counted.text() + "\n"


def main() -> None:
    """Write every golden file, and the record in the README."""
    extractor = Extractor()
    readme.write(extractor)
    found = told_by(EXAMPLES / "telafar-market.jsonl", extractor)
    CARD.write_text(card_lines(found), encoding="utf-8")
    LOSSES.write_text(losses(extractor), encoding="utf-8")
    for source in sources():
        golden(source).write_text(rendered(source, extractor), encoding="utf-8")


if __name__ == "__main__":
    main()
