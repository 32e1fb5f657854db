"""How much Waqai reads: bounds that keep one bad input from taking the machine."""

from __future__ import annotations

MIB = 1 << 20

# One report of plain text, one line of JSONL, one row of CSV. The longest news report is ~200 KB.
REPORT_BYTES = 4 * MIB
# One HTML page: scripts and inline pictures may outweigh the text by far.
PAGE_BYTES = 16 * MIB
# An archive: members, unpacked bytes in all, and unpacked bytes for each packed one.
ARCHIVE_MEMBERS = 100_000
ARCHIVE_BYTES = 4096 * MIB
ARCHIVE_RATIO = 200
# Archives inside archives.
NESTING = 2
# Bytes looked at to tell what a stream holds.
SNIFFED = 64 * 1024
