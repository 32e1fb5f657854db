"""Words: the small words before a naming: prepositions, joined letters, و."""

from __future__ import annotations

from typing import Final

from waqai.lexicon.table import Lazy, by_first, read_table

# Two words that name who did it.
_PAIRS: Final = frozenset([("من", "قبل"), ("من", "جانب"), ("علي", "يد"), ("علي", "ايدي")])
_SECONDS: Final = frozenset(("قبل", "جانب", "يد", "ايدي"))
_DOERS: Final = frozenset(("من قبل", "من جانب", "علي يد"))
# What governs a naming of whoever loses it, in whatever words.
LOST: Final = "من يد"
# What governs a naming of whoever stands beside whoever acts, in whatever words.
BESIDE: Final = "بدعم"
# Words before a hospital among which it is told that somebody is brought there.
_CARRY: Final = 8
# Words before a date among which منذ stands where the date is a period.
_SINCE: Final = 2
# Words before منذ among which it is told that there was no such thing.
_RECORD: Final = 4
# Words behind a word that tells an event, or from the start of a passage.
_BEHIND: Final = 4
# Words between a day that is kept and that of which it is (الذكرى السنوية الأولى لمقتل).
_KEPT: Final = 5
# Words of a wish before those whom it is for, and behind them.
_WISHED: Final = 5
_WISHED_BEHIND: Final = 2
_HOSPITALS: Final = ("مستشفي", "مشفي", "مجمع")
# Letters of a word that tells what a line is about.
_LONG: Final = 4
_JOINED: Final = frozenset(("ب", "ل", "ك"))


def _read() -> dict[str, frozenset[str]]:
    """The words of each set of particles.tsv."""
    return by_first(read_table("waqai.events", "particles.tsv", ("set", "key"), ("key",)))


_PARTICLES: Final = Lazy(_read)


def preposition(keys: list[str], i: int, skip: int) -> str:
    """What governs the naming at token i after `skip` letters: ب, في, من قبل, ...; "" nothing."""
    if _beside(keys, i):
        return BESIDE
    if skip:
        letters = keys[i][:skip].lstrip("وف")
        if letters[:1] in _JOINED:
            return letters[:1]
    before = keys[i - 1] if i else ""
    if i > 1 and before in _SECONDS and (_alone(keys[i - 2]), before) in _PAIRS:
        return "علي يد" if before == "ايدي" else f"{_alone(keys[i - 2])} {before}"
    if i > 1 and before in _PARTICLES["hold"] and _alone(keys[i - 2]) == "من":
        return LOST
    known = _PARTICLES["preposition"]
    if before in known:
        return before
    return before[1:] if before[:1] == "و" and before[1:] in known else ""


def is_doer(keys: list[str], i: int, skip: int) -> bool:
    """Whether the naming at token i is of who did it: على يد رجلين, من قبل مسلحين."""
    return preposition(keys, i, skip) in _DOERS


def is_cause(key: str) -> bool:
    """Whether a word opens that for which something is done (احتجاجا على, ردا على)."""
    return key in _PARTICLES["cause"]


def cause_before(keys: list[str], first: int, i: int) -> int | None:
    """The last of tokens [first, i) that opens that for which something is done; None for none."""
    causes = _PARTICLES["cause"]
    for at in range(i - 1, first - 1, -1):
        if keys[at] in causes:
            return at
    return None


def is_after(keys: list[str], i: int) -> bool:
    """Whether what stands at token i came before what is told by it (بعد مقتل, بعد أن قتل,
    احتجاجا على مقتل, تنديدا بمقتل).
    """
    if i < 1:
        return False
    before = keys[i - 1]
    if before == "ان" and i > 1:
        before = keys[i - 2]
    if before.removeprefix("و") in _PARTICLES["after"]:
        return True
    return keys[i].startswith("ب") and is_cause(before.removeprefix("و"))


def is_remembered(keys: list[str], i: int) -> bool:
    """Whether what stands at token i is long past, its day being kept (الذكرى العاشرة لقصف, ذكرى
    مرور عام على مقتل).
    """
    if not (keys[i].startswith("ل") or (i and keys[i - 1] in _PARTICLES["memory"] | {"علي"})):
        return False
    memory = _PARTICLES["memory"]
    return any(key.removeprefix("و") in memory for key in keys[max(0, i - _KEPT) : i])


def is_sparked(keys: list[str], first: int, i: int) -> bool:
    """Whether a word of [first, i), near token i, says that what stands there was set off (ما فجر
    احتجاجات).
    """
    near = keys[max(first, i - _BEHIND) : i]
    sparked = _PARTICLES["sparked"]
    if any(key.removeprefix("و") in sparked for key in near):
        return True
    return "اندلاع" in near[1:] and near[near.index("اندلاع") - 1] == "الي"


def is_relative(key: str) -> bool:
    """Whether a word is a relative pronoun (التي, اللذان)."""
    return key in _PARTICLES["relative"]


def is_another(keys: list[str], i: int) -> bool:
    """Whether the words from token i on tell of another event (غارة أخرى, قصف مماثل)."""
    another = _PARTICLES["another"]
    return any(key.removeprefix("ال") in another for key in keys[i : i + _BEHIND])


def is_another_one(keys: list[str], i: int) -> bool:
    """Whether the word at token i tells that what stands before it is another one (قصف مماثل); a
    new one may be the news itself.
    """
    key = keys[i].removesuffix("ا") if i < len(keys) else ""
    return key in _PARTICLES["another"] and not key.startswith("جديد")


def is_overall(keys: list[str], first: int, last: int) -> bool:
    """Whether the tokens [first, last) name a whole country or regions (في عموم البلاد)."""
    overall = _PARTICLES["overall"]
    return any(keys[k] in overall for k in range(first, last))


def is_beside_news(keys: list[str], i: int) -> bool:
    """Whether what begins at token i is told beside other news (كما أصيب, سبقه قصف)."""
    beside = _PARTICLES["beside_news"]
    return any(key in beside or key.removeprefix("و") in beside for key in keys[i : i + _BEHIND])


def speaks_of(key: str) -> bool:
    """Whether a verb or noun speaks of what happened, as that itself never is told (دان, بيان)."""
    spoken = _PARTICLES["speaks_of"]
    return key in spoken or key.removeprefix("و") in spoken


def stops_speaking(key: str) -> bool:
    """Whether what stands behind a word may be of another day than that of the speech before it."""
    return key in _PARTICLES["stops"]


def announces(key: str) -> bool:
    """Whether a verb tells what is as new as its telling (أعلن)."""
    return key.removeprefix("و") in _PARTICLES["announces"]


def is_since_such(keys: list[str], i: int) -> bool:
    """Whether the date at token i tells since when there was no such thing (للمرة الأولى منذ عام,
    أعنف قصف منذ أشهر).
    """
    at = i if keys[i] == "منذ" else i - 1
    if at < 1 or keys[at] != "منذ":
        return False
    record = _PARTICLES["record"]
    return any(key in record for key in keys[max(0, at - _RECORD) : at])


def is_dated(keys: list[str], i: int) -> bool:
    """Whether the date at token i is that of a paper (الرسالة المؤرخة في 5 مارس)."""
    at = i - 1 - (keys[i - 1] in ("في", "ب", "بتاريخ"))
    return at >= 0 and keys[at] in _PARTICLES["dated"]


def has_ending(key: str) -> bool:
    """Whether a verb's own ending is its subject, so that no noun behind it is (قتلوا, يقتلون)."""
    return key.endswith(("وا", "ون"))


def _beside(keys: list[str], i: int) -> bool:
    """Whether the words right before token i say that the naming stands beside who acts."""
    reach = 3 if i and keys[i - 1] in _PARTICLES["through"] else 1
    beside = _PARTICLES["beside"]
    return any(_alone(key) in beside for key in keys[max(0, i - reach) : i])


def until(keys: list[str], i: int) -> bool:
    """Whether what stands at token i ends a period (حتى الثلاثاء)."""
    return i > 0 and keys[i - 1].removeprefix("و") in _PARTICLES["until"]


def since(keys: list[str], i: int, j: int) -> bool:
    """Whether the date at tokens [i, j) is told as a period that lasts (منذ مطلع العام)."""
    near = keys[max(0, i - _SINCE) : i + 1]
    lasting = any(key.removeprefix("و") in _PARTICLES["since"] for key in near)
    return lasting and not any(key in _PARTICLES["hours"] for key in keys[i:j])


def is_plain(noun: str) -> bool:
    """Whether a noun says that people are civilians, whatever is told around them: مدني, راعي."""
    return noun in _PARTICLES["plain"]


def is_terror(key: str) -> bool:
    """Whether a word tells of terror (إرهابي, بالإرهاب) or of an attack by whatever means."""
    return key in _PARTICLES["terror"]


def is_anyone(noun: str) -> bool:
    """Whether a noun says nothing of who people are: شخص, فرد."""
    return noun in _PARTICLES["anyone"]


def links(keys: list[str], i: int) -> bool:
    """Whether a line that begins at token i links to a report: رابط الخبر, اقرأ أيضا."""
    return " ".join(keys[i : i + 2]) in _PARTICLES["link"]


def those_deeds(keys: list[str], i: int) -> bool:
    """Whether deeds told before stand at token i: هذه الهجمات."""
    if i + 1 >= len(keys):
        return False
    return keys[i].removeprefix("و") in ("هذه", "تلك") and keys[i + 1] in _PARTICLES["deeds"]


def recalls(keys: list[str], i: int) -> bool:
    """Whether what was before is told from token i on: بعد ساعات من, قبل يومين."""
    key = keys[i].removeprefix("و")
    if key not in ("بعد", "قبل") or i + 2 >= len(keys):
        return False
    spans = _PARTICLES["span"]
    after = next((k for k in (i + 1, i + 2) if keys[k] in spans), None)
    if after is None:
        return False
    return key == "قبل" or (after + 1 < len(keys) and keys[after + 1] == "من")


def launched(keys: list[str], i: int) -> bool:
    """Whether fire comes from what stands at token i (أقلعت من, من اتجاه, مصدره, من معسكر)."""
    if i < 2:
        return False
    early, late = keys[i - 2 : i]
    if late == "من":
        based = keys[i] in _PARTICLES["base"] and early not in _PARTICLES["close"]
        return based or early.removeprefix("و") in _PARTICLES["launched"]
    return (late in _PARTICLES["aloft"] and early == "من") or late in _PARTICLES["source"]


def stationed(keys: list[str], i: int, skip: int = 0) -> str:
    """Whether forces stand at what is named at token i after `skip` letters: "stand" (المتمركزة
    في), "from" where they act from there (من مواقعها في, من مواقعها القريبة من), else "".
    """
    at = _governed(keys, i, skip)
    if at < 1:
        return ""
    before, noun = keys[at - 1], keys[at].removeprefix("و")
    if before == "من" and (noun in _PARTICLES["bases"] or noun in _PARTICLES["stationed"]):
        return "from"
    return "stand" if noun in _PARTICLES["stationed"] else ""


def _governed(keys: list[str], i: int, skip: int) -> int:
    """The token before what says that something is at the place at token i: في, ب on it, قرب,
    القريبة من; -1 where nothing does.
    """
    if skip and keys[i][skip - 1] == "ب":
        return i - 1
    if i > 1 and keys[i - 1] == "من" and keys[i - 2] in _PARTICLES["close"]:
        return i - 3
    return i - 2 if i and keys[i - 1] in _PARTICLES["at"] else -1


def ward(keys: list[str], i: int, skip: int) -> bool:
    """Whether the hospital at token i after `skip` letters, or the town of that before it, is where
    the hurt are brought.
    """
    within = int(skip == 0 and i > 1 and keys[i - 1] == "في")
    behind = i > within and keys[i - 1 - within] in _PARTICLES["hospital"]
    at = keys[i][skip:] in _PARTICLES["hospital"] and preposition(keys, i, skip) in ("الي", "ل")
    return (at or behind) and any(
        key.removeprefix("و") in _PARTICLES["carried"] for key in keys[max(0, i - _CARRY) : i]
    )


def is_near(keys: list[str], i: int) -> bool:
    """Whether what is told lies near what stands at token i (قرب مدرسة, شمال شرقي القاعدة)."""
    held = _PARTICLES["near"]
    at = i - 2 if i > 1 and keys[i - 1] == "من" else i - 1
    return at >= 0 and keys[at].removeprefix("و") in held


def is_unused(keys: list[str], i: int, drives: bool) -> bool:
    """Whether a weapon at token i is only spoken of (خبير صواريخ, برنامج الأسلحة, ليس بأسلحة), or
    one that drives is what was destroyed (تدمير آليات).
    """
    words = _PARTICLES["unused"] | _PARTICLES["wrecked"] if drives else _PARTICLES["unused"]
    return i > 0 and keys[i - 1].removeprefix("و") in words


def riding(keys: list[str], i: int) -> bool:
    """Whether the people counted at token i are those that a vehicle carries (سيارة تقل خمسة)."""
    return i > 0 and keys[i - 1].removeprefix("و") in _PARTICLES["riding"]


def is_wish(keys: list[str], i: int, j: int) -> bool:
    """Whether recovery or mercy is wished to the people at tokens [i, j): الشفاء العاجل للجرحى,
    أن يتغمد الشهداء; no hospital of that name (مستشفى الشفاء).
    """
    if any(key in _PARTICLES["wishing"] for key in keys[j : j + _WISHED_BEHIND]):
        return True
    for k in range(i - 1, max(i - 1 - _WISHED, -1), -1):
        if not keys[k].isalpha():
            return False
        if keys[k] in _PARTICLES["wish"]:
            return k == 0 or not keys[k - 1].endswith(_HOSPITALS)
    return False


def joins(keys: list[str], i: int, skip: int) -> bool:
    """Whether و stands before the naming at token i, joined or alone."""
    return (skip > 0 and keys[i][:1] == "و") or (i > 0 and keys[i - 1] == "و")


def bare(key: str) -> str:
    """A folded word without the article."""
    return key[2:] if key.startswith("ال") else key


def _alone(key: str) -> str:
    """A folded word without a و before it."""
    return key[1:] if key.startswith("و") else key


def content(keys: list[str], bared: list[str]) -> set[str]:
    """The words that tell what a line is about, bare of the article (as in `bared`): no short ones,
    which are particles or too common.
    """
    return {bared[k] for k, key in enumerate(keys) if len(key) >= _LONG}


def word_before(keys: list[str], i: int) -> str:
    """The folded token before token i; "" at the start of a line."""
    return keys[i - 1].strip() if i else ""


def words_before(keys: list[str], i: int) -> str:
    """The two folded tokens before token i, fewer at the start of a line or the text."""
    return " ".join(keys[max(0, i - 2) : i]).strip()


def word_after(keys: list[str], j: int) -> str:
    """The folded token that begins at j, behind a naming; "" at the end of a line."""
    return keys[j].strip() if j < len(keys) else ""
