"""What a scan for counted people asks of a chart: figures, bodies and small words by position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.numbers.tables import particles as small_words
from waqai.annotate.people.edges import tokens
from waqai.annotate.people.lookup import Lookup
from waqai.annotate.people.tables import APART_TAG, CONTEXT_TAG, NOUN_TAG, Person, particles
from waqai.model.values import NumberValue

# Pronouns that make no people noun definite in a report (first and second person, or letters).
_NO_OWNERS: Final = frozenset(("ي", "ك", "كم"))
_ALL: Final = ("كل", "كلا")
_THESE: Final = frozenset(("هذا", "هذه", "هءلاء"))
_PREPOSITIONS: Final = ("عن", "علي")
# Nouns that begin with و of their own.
_WAW: Final = ("وزار", "وكال", "وحد", "ولاي", "وفد", "وسط")
_AGES: Final = frozenset(("سن", "عمر", "عمره", "عمرها", "العمر", "رقم", "بعمر", "لعمر"))
_AFTER: Final = ("اثر", "جراء", "خلال", "عقب", "نتيجه")
_ADJECTIVE: Final = frozenset(("adj", "nation"))
_IN: Final = frozenset(("في", "خلال", "جراء", "اثر", "اثناء"))
_FIRST: Final = ("اول", "اولي")
_UPON: Final = ("اثرها", "اثره")
_SINCE: Final = ("منذ", "خلال", "في")
_ASIDE: Final = frozenset(("،", ",", "-"))
_QUOTES: Final = frozenset(('"', "'", "#"))
_DOERS: Final = frozenset(
    ("state", "state_forces", "armed_group", "unknown", "international", "protesters")
)
# So many of them stand between a verb and those whom it befell.
_ADJUNCTS: Final = 3
_HARM: Final = frozenset(("killed", "wounded", "arrested", "abducted"))
_MANNER: Final = frozenset(("شنقا", "ذبحا", "غدرا"))
_ONES_OWN: Final = ("امه", "اخوه")
# What a rank tells the place of: ثالث أيام العيد.
_DAYS: Final = frozenset(("يوم", "ايام", "ليالي", "ليله", "اسبوع", "شهر"))
_RELATIVES: Final = frozenset(("الذي", "التي", "الذين", "الي", "الا", "القبض"))
_OWNED: Final = frozenset(("kin", "member", "title", "group", "body"))


class Scan(Lookup):
    """Positions of numbers, bodies and people nouns of one chart.

    `words`: token -> the longest node of each of the asked tags that begins there.
    `cardinals`: numbers with the article that count no noun behind them (السجناء العشرون).
    """

    __slots__ = (
        "_pairs",
        "actor_until",
        "actors",
        "cardinals",
        "dated",
        "heads",
        "inner",
        "number_at",
        "number_until",
        "words",
    )

    def __init__(self, chart: Chart, tags: Sequence[str] = ()) -> None:
        super().__init__(chart)
        self._pairs: frozenset[str] | None = None
        self.dated = tokens(node for kind in ("date", "duration") for node in chart.of(kind))
        self.dated -= {node.i for node in chart.of("people.nth") if self._is_one_more(node)}
        self.number_at: dict[int, Node] = {}
        self.number_until: dict[int, Node] = {}
        nouns = {node.i for node in chart.of(NOUN_TAG)}
        for node in chart.of("number"):
            if not (node.i in self.dated or node.i in nouns) and self._counts(node):
                self.number_at[node.i] = node
                self.number_until[node.j] = node
        ranks = (node for node in chart.of("ordinal") if node.rule == "ordinal.cardinal")
        self.cardinals = {node.i: node.parts[0] for node in ranks}
        for number in self.cardinals.values():
            if number.i not in self.dated and self._stands_for(number):
                self.number_at[number.i] = self.number_until[number.j] = number
        self.actors: dict[int, Node] = {}
        self.actor_until: dict[int, Node] = {}
        self.inner: dict[int, Node] = {}
        for node in chart.of("actor"):
            self.actors[node.i] = self.actor_until[node.j] = node
            self.inner.update((k, node) for k in range(node.i + 1, node.j))
        for node in chart.of("place"):
            self.inner.update((k, node) for k in range(node.i, node.j))
        self.heads = self._heads()
        self.words: dict[int, dict[str, Node]] = {}
        for tag in tags:
            for i, node in self._held(tag).items():
                self.words.setdefault(i, {})[tag] = node

    def _counts(self, number: Node) -> bool:
        """Whether people can be so many; no age (سن 23), and none is read apart."""
        value: NumberValue = number.value
        if value.hedge == "none" or self.key(number.i - 1) in _AGES:
            return False
        return all(bound is None or bound == int(bound) for bound in (value.low, value.high))

    def _is_one_more(self, nth: Node) -> bool:
        """جرح ثالث مساء أمس: behind a word of harm a rank is no part of the date behind it."""
        i = nth.i
        if i not in self.dated or i - 1 in self.dated or i + 1 not in self.dated or nth.skip:
            return False
        harmed = any(node.value.slot for node in self.chart.until(i, CONTEXT_TAG))
        return harmed and not self.key(i).startswith("ال") and self.key(i + 1) not in _DAYS

    def _stands_for(self, number: Node) -> bool:
        """عددهم تجاوز الثلاثين, إن الخمسة أطلق سراحهم: of people told of before."""
        if self.key(number.i - 1) in particles("exceeding"):
            return True
        fates = (n for n in self.chart.at(number.j, CONTEXT_TAG) if n.value.slot is not None)
        return any(n.value.pronoun == "هم" or self.key(n.j - 1).endswith("وا") for n in fates)

    def outer(self, i: int) -> Node | None:
        """The body whose name began before token i (عدد من عناصر تنظيم ... read as one)."""
        node = self.inner.get(i)
        return node if node is not None and node.kind == "actor" else None

    def unquoted(self, i: int) -> int:
        """Token i, or the opening quotation mark (or the mark of a keyword) before it."""
        if self.key(i - 1) not in _QUOTES:
            return i
        return i - 1 - (self.key(i - 2) == self.key(i - 1) == "'")

    def pairs(self) -> frozenset[str]:
        """Lemmas of the people nouns that stand in a dual with the article (المجندان)."""
        if self._pairs is None:
            nouns = self.chart.of(NOUN_TAG)
            self._pairs = frozenset(
                node.value.lemma for node in nouns if node.value.number == "du" and definite(node)
            )
        return self._pairs

    def context(self, j: int) -> Node | None:
        """The word that ends before token j (a date between them allowed) and expects people."""
        j = self._past_that(j)
        found = self.before(j, CONTEXT_TAG)
        if found is None and self.key(j - 1) == "عدد":
            j -= 1
            found = self.before(j, CONTEXT_TAG)
        if found is None and (past := self._past_date(j)) < j:
            j = past
            found = self.before(j, CONTEXT_TAG)
        if found is None and self.key(j - 1) == "علي" and j - 2 in self.dated:
            found = self.before(self._past_date(j - 1), CONTEXT_TAG)
        if found is None and (self.key(j - 1) in _THESE or self._is_therein(j - 1)):
            found = self.before(j - 1, CONTEXT_TAG) or self._apart_dated(j - 1)
        if found is not None and self.key(found.j - 1) == "من" and self.key(found.i) in _ALL:
            return self.before(found.i, CONTEXT_TAG) or self._taken(found.i) or found
        found = found or self._taken(j) or self._apart(j) or self._hit(j)
        return found or self._there(j) or self._thereby(j) or self._past_adjuncts(j)

    def _past_adjuncts(self, j: int) -> Node | None:
        """قتل الجيش بالرصاص، الجمعة، ...; قتلوا في كيسمايو الخميس ...: the word of harm before
        when, where and how it was done.
        """
        if self._describes(j):
            return None
        k = j
        for _ in range(_ADJUNCTS):
            before = self._before_adjunct(k)
            if before == k:
                break
            k = before
        if k == j:
            return None
        found = self.before(k, CONTEXT_TAG) or self._taken(k)
        return found if found is not None and found.value.slot in _HARM else None

    def _before_adjunct(self, k: int) -> int:
        """The token that begins a date, a place behind في or how it was done before token k."""
        past = self._past_date(k)
        if past < k:
            return past
        live = self.key(k - 1) == "الحي"
        if self._is_therein(k - 1 - live):
            return k - 1 - live
        place = self.inner.get(k - 1)
        led = place is not None and place.kind == "place" and place.j == k and not place.skip
        return place.i - 1 if place is not None and led and self.key(place.i - 1) == "في" else k

    def _thereby(self, j: int) -> Node | None:
        """قتل في القصف ...: the word of harm before what happened, told before token j."""
        if self.key(j - 1) not in particles("happening") or self.key(j - 2) not in _IN:
            return None
        found = self.before(j - 2, CONTEXT_TAG) if not self._describes(j) else None
        return found if found is not None and found.value.slot in _HARM else None

    def _there(self, j: int) -> Node | None:
        """قتل في حلب ...: the word of harm before the place that stands before token j."""
        place = self.inner.get(j - 1)
        if place is None or place.kind != "place" or place.j != j or self._describes(j):
            return None
        led = not place.skip and self.key(place.i - 1) == "في"
        on_it = self.key(place.i)[: place.skip] == "ب"
        i = place.i - led
        found = self.before(i, CONTEXT_TAG) if led or on_it else None
        found = found or (self._taken(i) if on_it else None)
        return found if found is not None and found.value.slot in _HARM else None

    def _apart_dated(self, j: int) -> Node | None:
        """ألقت القبض أمس على هذا ...: the verb whose preposition stands behind a date."""
        if self.key(j - 1) != "علي" or j - 2 not in self.dated:
            return None
        return self.before(self._past_date(j - 1), CONTEXT_TAG)

    def _is_therein(self, i: int) -> bool:
        """Whether token i stands between a verb and its subject (استشهد فيها عشرات)."""
        shot = self.key(i).startswith("بال") and self._describes(i + 1)
        return self.key(i) in particles("therein") and not shot

    def _past_that(self, j: int) -> int:
        """Token j, or the first of أول, إثر ذلك, على إثرها and the like before it."""
        j -= self.key(j - 1) in _FIRST
        that = self.key(j - 1) == "ذلك" and self.key(j - 2) in _AFTER
        return j - 2 * (that or (self.key(j - 1) in _UPON and self.key(j - 2) == "علي"))

    def _past_date(self, j: int) -> int:
        """Token j, or the first of a date before it, set apart or not (قتل، الأحد، 5)."""
        aside = self.key(j - 1) in _ASIDE and j - 2 in self.dated
        first = j - 1 if aside else j
        while first - 1 in self.dated:
            first -= 1
        first -= (aside or first < j) and self.key(first - 1) in _SINCE
        return first - (aside and self.key(first - 1) in _ASIDE)

    def _taken(self, j: int) -> Node | None:
        """The word that expects people, where its doer stands between (اعتقلت الشرطة ...)."""
        head = self.heads.get(j - 1)
        if head is not None and head.j == j and definite(head) and head.value.number == "pl":
            return self._taking(head.i)
        if (verb := self._taken_by_force(j)) is not None:
            return verb
        doer = self.actor_until.get(j - (self.key(j - 1) in _MANNER))
        if doer is None or doer.skip or doer.value.kind not in _DOERS:
            return None
        return self._taking(doer.i)

    def _taken_by_force(self, j: int) -> Node | None:
        """اعتقلت شرطة الولاية ...: the verb before a force that is told by whose it is."""
        for i in (j - 1, j - 2, j - 3):
            if self.past_force(i) == j and (verb := self._taking(i)) is not None:
                return verb
        return None

    def _taking(self, i: int) -> Node | None:
        """The word before token i between which and those whom it befell who does it may stand."""
        if self.before(i, "people.taking") is None:
            return None
        verb = self.before(i, CONTEXT_TAG)
        return verb if verb is not None and verb.i not in self.heads else None

    def _hit(self, j: int) -> Node | None:
        """أصابت رصاصة ...: the verb of harm whose doer is what hit."""
        if self.key(j - 1) not in particles("hitting"):
            return None
        verb = self.before(j - 1, CONTEXT_TAG)
        return verb if verb is not None and verb.value.slot in ("killed", "wounded") else None

    def _apart(self, j: int) -> Node | None:
        """أفرجت السلطات عن: the verb whose preposition stands behind its doer."""
        if self.key(j - 1) not in _PREPOSITIONS:
            return None
        end = self._past_date(j - 1 - (self.key(j - 2) in _ASIDE and j - 3 in self.dated))
        end -= end < j - 1 and self.key(end - 1) in _ASIDE
        doer = self.actor_until.get(end)
        if doer is not None and (doer.skip or doer.value.kind not in _DOERS):
            return None
        verb = self.before(doer.i if doer is not None else end, APART_TAG)
        released = self.key(j - 1) == "عن"
        return verb if verb is not None and (verb.value.slot == "released") == released else None

    def _describes(self, j: int) -> bool:
        """Whether token j may be an adjective of the noun before it (في القصف الإسرائيلي)."""
        head = self.heads.get(j)
        return head is not None and definite(head) and not head.value.traits.isdisjoint(_ADJECTIVE)

    def _heads(self) -> dict[int, Node]:
        """The people noun at each token: the longest phrase, then the first row that can stand."""
        heads: dict[int, Node] = {}
        for node in self.chart.of(NOUN_TAG):
            held = heads.get(node.i)
            if node.i in self.dated:
                continue
            if (held is None or node.j > held.j) and self._stands(node) and not self._stopped(node):
                heads[node.i] = node
        return heads

    def _stopped(self, node: Node) -> bool:
        """Whether the word is a known look-alike, and nothing before it says otherwise."""
        before = self.key(node.i - 1)
        if before in particles("rank") or (
            node.value.lemma == "طيار" and before in particles("without")
        ):
            return True
        if self.tagged(node.i, "people.stop") is None:
            return self._is_no_person(node)
        if node.value.lemma == "مستوطن" and before in particles("woman"):
            return False
        return node.i not in self.number_until and self.before(node.i, "people.subset") is None

    def _is_no_person(self, node: Node) -> bool:
        """Whether the form is a noun for things: منسوب المياه, أسر عشرة, مسؤولية, مقطع مصور."""
        lemma, number = node.value.lemma, node.value.number
        if lemma == "اسره" and number == "pl" and not definite(node):
            # قتل وأسر مقاتلين: they were captured; أسر الجيش 20 متمردا: the army captured them.
            if node.j in self.number_at or (node.skip > 0 and self._befell(node.i)):
                return True
            return self._captures(node.j)
        if self.key(node.i).endswith(_ONES_OWN):
            # أمه and أخوه are of somebody, أمة and إخوة are none or many.
            his = self.dots() and not self.is_feminine(node) and not definite(node)
            return his is bool(number == "pl")
        if number == "sg" and lemma in ("مشارك", "مشاركه") and node.reading is not None:
            # بمشاركة الجيش, أدين بالمشاركة في هجوم.
            return node.reading.prep == "ب" and self.is_feminine(node)
        if number == "sg" and lemma == "منسوب":
            return not (node.reading is not None and node.reading.suffix)
        if number == "sg" and lemma == "مصور":
            return self.key(node.i - 1).removesuffix("ا") in particles("footage")
        return False

    def _captures(self, j: int) -> bool:
        """Whether who captures stands at token j, and behind it so many or an object."""
        doer = self.actors.get(j)
        fighters = doer is not None and doer.value.kind in ("state_forces", "armed_group")
        end = doer.j if doer is not None and fighters else self.past_force(j) or j
        if end == j or (doer is not None and doer.skip):
            return False
        nouns = self.chart.at(end, NOUN_TAG)
        return end in self.number_at or any(node.value.accusative for node in nouns)

    def past_force(self, i: int) -> int | None:
        """Token after a force that no table holds: شرطة الولاية, عناصر الخدمة السرية, القوة; None
        where none stands at token i.
        """
        if i in self.actors:
            return None
        if self.key(i)[:2] == "ال" and self.key(i)[2:] in particles("force"):
            return i + 1
        if self.key(i) not in particles("force"):
            return None
        known = self.key(i + 1)
        if not known.startswith("ال") or known in _RELATIVES or i + 1 in self.dated:
            return None
        more = self.key(i + 2)
        described = more.startswith("ال") and more.endswith("ه") and known.endswith("ه")
        return i + 2 + (described and more not in _RELATIVES and i + 2 not in self.heads)

    def _befell(self, i: int) -> bool:
        """Whether the word before says what befell people (استشهاد سائقها)."""
        context = self.before(i, CONTEXT_TAG)
        return context is not None and context.value.slot is not None

    def _stands(self, node: Node) -> bool:
        """Whether the form can stand here: a construct form wants what it governs."""
        person: Person = node.value
        suffix = node.reading.suffix if node.reading else ""
        if suffix == "ه" and self.is_feminine(node):
            return False
        if suffix:
            owned = bool(person.number != "sg" or person.age or person.traits & _OWNED)
            # سائقها; a final ه may be a feminine of another sense (مدرسة).
            owned = owned or (suffix != "ه" and self._befell(node.i))
            return suffix not in _NO_OWNERS and owned and not person.accusative
        if person.bare:
            return True
        if not self.key(node.j).isalpha() or (node.reading and node.reading.article):
            return False
        return person.number != "du" or self._is_governed(node.j)

    def _is_governed(self, j: int) -> bool:
        """Whether a dual without its ن (ضابطي صف) governs token j; else it is عمي, رئيسي."""
        key = self.key(j)
        if key in small_words()["particle"] and key not in _THESE:
            return False
        if key.startswith("و") and not key.startswith(_WAW):
            return False
        return not any(n.reading and n.reading.prep for n in self.chart.at(j, NOUN_TAG))


def definite(node: Node) -> bool:
    """Whether a people noun has the article or a pronoun."""
    reading = node.reading
    return reading is not None and (reading.article or bool(reading.suffix))
