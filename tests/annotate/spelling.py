"""Integers and ranks spelled out in Arabic, in any gender, case and spelling."""

from __future__ import annotations

from typing import NamedTuple

_MASCULINE = ("", "واحد", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_SCALES = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
)
_RANKS = ("", "حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")


class Style(NamedTuple):
    """How to spell: of a feminine noun, in the oblique case, with which hundred and which و."""

    feminine: bool = False
    oblique: bool = False
    hundred: str = "مئة"
    hundred_apart: bool = False
    and_: str = " و"


def spelled(n: int, style: Style) -> str:
    """The integer 0 <= n < 10**15 in words."""
    if n == 0:
        return "صفر"
    parts = []
    for size, one, many in _SCALES:
        count, n = divmod(n, size)
        if count:
            parts.append(_scaled(count, one, many, style))
    if n:
        parts.append(_group(n, style, style.feminine))
    return style.and_.join(parts)


def _scaled(count: int, one: str, many: str, style: Style) -> str:
    if count == 1:
        return one
    if count == 2:
        return one + ("ين" if style.oblique else "ان")
    last = count % 100
    if count == 200:
        return f"{style.hundred[:-1]}{'تي' if style.oblique else 'تا'} {one}"
    counted = one if last in (0, 1, 2) else many if last <= 10 else one + "ا"
    return f"{_group(count, style, False)} {counted}"


def _group(n: int, style: Style, feminine: bool) -> str:
    """1..999."""
    hundreds, rest = divmod(n, 100)
    parts = [_hundreds(hundreds, style)] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest, style, feminine))
    return style.and_.join(parts)


def _hundreds(count: int, style: Style) -> str:
    if count == 1:
        return style.hundred
    if count == 2:
        return style.hundred[:-1] + ("تين" if style.oblique else "تان")
    stem = "ثمان" if count == 8 and not style.hundred_apart else _MASCULINE[count]
    return f"{stem} {style.hundred}" if style.hundred_apart else stem + style.hundred


def _below_hundred(n: int, style: Style, feminine: bool) -> str:
    tens, units = divmod(n, 10)
    if n <= 10:
        return _unit(n, style, feminine)
    if tens == 1:
        ten = "عشرة" if feminine else "عشر"
        if units == 1:
            return f"{'إحدى' if feminine else 'أحد'} {ten}"
        if units == 2:
            return ("اثنت" if feminine else "اثن") + ("ي " if style.oblique else "ا ") + ten
        return f"{_unit(units, style, feminine)} {ten}"
    whole = _TENS[tens] + ("ين" if style.oblique else "ون")
    if not units:
        return whole
    first = "إحدى" if feminine and units == 1 else _unit(units, style, feminine)
    return f"{first}{style.and_}{whole}"


def _unit(n: int, style: Style, feminine: bool) -> str:
    if n == 1:
        return "واحدة" if feminine else "واحد"
    if n == 2:
        return ("اثنت" if feminine else "اثن") + ("ين" if style.oblique else "ان")
    return _MASCULINE[n] + ("" if feminine else "ة")


def rank(n: int, *, feminine: bool = False, oblique: bool = False) -> str:
    """The rank 1 <= n <= 99 with the article."""
    ending = "ة" if feminine else ""
    tens, units = divmod(n, 10)
    if n == 1:
        return "الأولى" if feminine else "الأول"
    if n <= 10:
        return f"ال{_RANKS[n]}{ending}"
    whole = _TENS[tens] + ("ين" if oblique else "ون")
    if not units:
        return f"ال{whole}"
    if tens == 1:
        return f"ال{_RANKS[units]}{ending} عشر{ending}"
    return f"ال{_RANKS[units]}{ending} وال{whole}"
