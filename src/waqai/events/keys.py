"""Keys: the folded words by which all namings of one party in a report are known."""

from __future__ import annotations

from waqai.text.document import Document


def form_of(key: str) -> str:
    """Folded words less what case and articles change: مسجدا لقوات, مسجد القوات."""
    head, space, rest = key.partition(" ")
    for ending in ("ون", "ين", "ا"):
        if head.endswith(ending):
            head = head.removesuffix(ending)
            break
    told = (word.removeprefix("ل").removeprefix("ال").removeprefix("ل") for word in rest.split())
    return f"{head}{space}{' '.join(told)}"


def words_of(doc: Document, first: int, last: int, skip: int) -> str:
    """Folded words of a naming, without article and attached letters of the first."""
    head = doc.keys[first][skip:].removeprefix("ال")
    return " ".join((head, *doc.keys[first + 1 : last]))
