"""Archives: each member of a zip, and the one stream of a gzip file, within bounds."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

from waqai.errors import DecodeError, InputError, LimitError
from waqai.read.limits import ARCHIVE_BYTES, ARCHIVE_MEMBERS, ARCHIVE_RATIO, MIB

# Below this many unpacked bytes no ratio is a danger.
_HARMLESS = 64 * MIB
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


def members(stream: IO[bytes], source: str) -> Iterator[tuple[str, BinaryIO] | InputError]:
    """Name and stream of each file of a zip, by name; what is broken or too large as an error."""
    try:
        with zipfile.ZipFile(stream) as archive:
            found = _checked(archive, source)
            for info in found:
                yield from _member(archive, info, source)
    except InputError as error:
        yield error
    except _BROKEN as error:
        yield InputError(f"broken archive: {error}", source, "unpack it and read the folder")


def _checked(archive: zipfile.ZipFile, source: str) -> list[zipfile.ZipInfo]:
    """The members to read. Raises LimitError for a bomb, DecodeError for an Office document."""
    found = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.filename == "[Content_Types].xml" for info in found):
        raise DecodeError("an Office document, not text", source, "save it as text or CSV")
    unpacked = sum(info.file_size for info in found)
    packed = sum(info.compress_size for info in found)
    if len(found) > ARCHIVE_MEMBERS or unpacked > ARCHIVE_BYTES:
        raise LimitError(
            f"archive of {len(found)} files, {unpacked // MIB} MiB", source, "split it"
        )
    if unpacked > _HARMLESS and unpacked > ARCHIVE_RATIO * packed:
        what = f"archive that unpacks to {unpacked // max(1, packed)} times its size"
        raise LimitError(what, source, "unpack it and read the folder")
    return sorted((info for info in found if not _hidden(info.filename)), key=lambda i: i.filename)


def _hidden(name: str) -> bool:
    """What file managers add to archives."""
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str
) -> Iterator[tuple[str, BinaryIO] | InputError]:
    where = f"{source}/{info.filename}"
    if info.flag_bits & 1:
        yield InputError("encrypted", where, "unpack it with its password")
        return
    try:
        with archive.open(info) as stream:
            yield where, io.BufferedReader(_Guarded(stream, where))
    except _BROKEN as error:
        yield InputError(f"broken archive member: {error}", where)


def unzipped(stream: BinaryIO, source: str) -> BinaryIO:
    """The bytes of a gzip stream, bounded; reading it raises InputError where it is broken."""
    return io.BufferedReader(_Guarded(gzip.open(stream), source))


class _Guarded(io.RawIOBase):
    """An unpacked stream that ends in an InputError instead of a library's own, and in bounds."""

    def __init__(self, inner: IO[bytes] | gzip.GzipFile, source: str) -> None:
        self._inner = inner
        self._source = source
        self._given = 0

    def readable(self) -> bool:
        """Always; what BufferedReader asks first."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer`; 0 at the end. Raises InputError where the archive is broken."""
        try:
            data = self._inner.read(len(buffer))
        except _BROKEN as error:
            raise InputError(f"broken archive: {error}", self._source) from None
        self._given += len(data)
        if self._given > ARCHIVE_BYTES:
            raise LimitError(f"unpacks to more than {ARCHIVE_BYTES // MIB} MiB", self._source)
        buffer[: len(data)] = data
        return len(data)
