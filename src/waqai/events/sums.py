"""Sums: counts that are no figure of one event, or not of one people."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Final

from waqai.annotate.chart import Node
from waqai.annotate.people.tables import particles
from waqai.events.barred import is_barred
from waqai.events.regions import is_of_region
from waqai.events.scene import Scene
from waqai.events.telling import Draft, is_one_more, sense
from waqai.events.words import is_doer, is_wish, recalls, riding, since, those_deeds
from waqai.model.codes import CountSlot

# The rule of a count of nobody.
NOBODY: Final = "nobody"
# What befalls people who are told of one by one, and what they were who are set free.
_MET: Final = frozenset(("killed", "wounded", "arrested", "abducted"))
HELD: Final = frozenset(("arrested", "abducted"))
# Before whom somebody accuses.
_ACCUSED: Final = frozenset(("باتهام", "باتهامه", "باتهامها", "باتهامهم"))
# Tokens within which بين قتيل وجريح follows the people of whom it is told.
_BETWEEN: Final = 3
# Behind a verb: some of those told before.
_OF_THEM: Final = frozenset(("منهم", "منهن", "منهما"))
# Days from which a date is a period that tolls are summed over.
_LONG: Final = 20
# An earlier event's toll is so many times, or so many people more than that of the news.
_TIMES: Final = 1.5
_APART: Final = 2
# Tokens from people to a verb of their own.
_VERB: Final = 2
# Before how many there were, of whom so many are counted (100 شخص من بين 500).
_OUT_OF: Final = frozenset((("من", "بين"), ("من", "اصل"), ("من", "مجموع"), ("من", "اجمالي")))
# Before a death that a toll takes in.
_AFTER: Final = frozenset(("بعد", "عقب", "اثر"))
# Words at the beginning of a sentence, and of a line of a list.
_BEGINS: Final = 4
_HEAD: Final = 2
# Counts of a sentence among which its sum is looked for.
_MOST: Final = 8


def is_no_figure(scene: Scene, order: int) -> bool:
    """Whether a count is of no people whom something befell, or of people counted beside it."""
    node = scene.counts[order]
    return (
        is_divided(scene, order)
        or riding(scene.keys, node.i)
        or _is_wished(scene, node)
        or (order > 0 and _is_merely_whole(scene, scene.counts[order - 1], node))
        or _is_taken_in(scene, order)
    )


def _is_taken_in(scene: Scene, order: int) -> bool:
    """Whether who died since is in the toll told right before: 11 قتيلا، بعد وفاة جريحين."""
    node, keys = scene.counts[order], scene.keys
    after = node.i > 1 and keys[node.i - 1] in particles("dying") and keys[node.i - 2] in _AFTER
    number = scene.sentence(node.i)
    return after and any(
        "killed" in (one.value.slot, one.value.context) and scene.sentence(one.i) == number
        for one in scene.counts[:order]
    )


def met_other(node: Node, slot: CountSlot) -> bool:
    """Whether the word right before people tells another fate than a slot: وأسر 12 جنديا are no
    dead. Whom one side arrests the other one may call abducted.
    """
    told = node.value.context if node.value.slot is None else None
    if told not in _MET or slot not in _MET:
        return False
    return told != slot and not {told, slot} <= HELD


def is_one_of_none(scene: Scene, order: int) -> bool:
    """Whether a count is of nobody under the negation of one beside it (لا قتلى ولا جرحى)."""
    near = pairwise(scene.counts[max(0, order - 1) : order + 2])
    return any(one.rule == NOBODY == other.rule and one.j == other.i for one, other in near)


def is_out_of(scene: Scene, part: Node, whole: Node) -> bool:
    """Whether a count is of how many there were of whom one before it is: 100 من بين 500 عنصر."""
    if part.j != whole.i - 2 or tuple(scene.keys[part.j : whole.i]) not in _OUT_OF:
        return False
    return (part.value.low or 0) < (whole.value.low or 0)


def _is_merely_whole(scene: Scene, part: Node, node: Node) -> bool:
    """Whether nothing but how many there were is told: no verb of what befell them or of protest
    stands behind (100 من بين 500 عنصر, not 15 من بين 63 قتلوا).
    """
    if node.value.slot is not None or not is_out_of(scene, part, node):
        return False
    told = scene.triggers_in.get(scene.sentence(node.i), ())
    return not any(0 <= one.i - node.j < _VERB and sense(one).slot for one in told)


def _is_wished(scene: Scene, node: Node) -> bool:
    """Whether someone wishes the people well: متمنيا الشفاء العاجل للجرحى, بالشفاء للمصابين."""
    value = node.value
    return node.rule == "plural" and value.definite and is_wish(scene.keys, node.i, node.j)


def is_divided(scene: Scene, order: int) -> bool:
    """Whether a count is of killed and wounded together (30 شخصا بين قتيل وجريح), or of people of
    whom some are told to be harmed (ثلاثة أطفال، قتل منهم طفل).
    """
    node = scene.counts[order]
    after = scene.counts[order + 1 : order + 2]
    if any(other.rule == "between" and 0 < other.i - node.j < _BETWEEN for other in after):
        return True
    untold = node.value.slot is None and node.value.context is None and not node.value.subset
    return untold and any(_is_harmed_part(scene, node, other) for other in after)


def _is_harmed_part(scene: Scene, node: Node, part: Node) -> bool:
    """Whether a count is of some of those before it, behind a verb of its own of what they met."""
    value = part.value
    told = value.subset and value.slot is None and value.context in ("killed", "wounded")
    verb = told and scene.keys[part.i - 1] in _OF_THEM
    return verb and scene.sentence(part.i) == scene.sentence(node.i)


def is_subject(scene: Scene, node: Node) -> bool:
    """Whether the people counted are the subject of a verb that is no passive (اغتال مسلحون)."""
    first = node.value.who[0] if node.value.who else node.i
    told = [
        guess
        for party, held in scene.guesses_in(scene.sentence(node.i)).items()
        for guess in held
        if party.first == first and not guess.inner
    ]
    acts = any(g.role == "by" and g.how.startswith("subject.active") for g in told)
    return acts and not any(guess.role in ("to", "victim") for guess in told)


def is_unharmed(scene: Scene, node: Node) -> bool:
    """Whether the people counted do what befalls others, or are whom somebody accuses of it (قام
    جريح باتهام 3 من جيرانه).
    """
    accused = node.i > 0 and scene.keys[node.i - 1] in _ACCUSED
    acts = node.value.acts or is_subject(scene, node)
    return accused or acts or is_doer(scene.keys, node.i, node.skip)


def is_of_another(scene: Scene, node: Node, draft: Draft) -> bool:
    """Whether a count stands behind the word for another event than the draft, which was told
    before: وشهدت المدينة انفجارا مماثلا أسفر عن مقتل ثلاثة.
    """
    number = scene.sentence(node.i)
    before = (one.sentence for one in draft.tellings if one.sentence < number)
    if all(scene.is_title(one) for one in before):
        return False
    told = [one for one in scene.triggers_in.get(number, ()) if one.j <= node.i]
    return any(is_one_more(scene.keys, one) for one in told)


def has_own(scene: Scene, trigger: Node, node: Node) -> bool:
    """Whether another count stands right beside a verb: ناس قتلوا وأصيب آخرون."""
    if sense(trigger).pos != "verb":
        return False
    own = scene.counts_in.get(scene.sentence(node.i), ())
    return any(n is not node and trigger.i - 1 <= n.j and n.i <= trigger.j for n in own)


def is_none_of(scene: Scene, node: Node, slot: CountSlot, draft: Draft) -> bool:
    """Whether a count is no figure of the draft: a sum, one of an earlier or another event, or of
    what befalls nobody in such an event.
    """
    return (
        is_barred(draft.type, slot)
        or is_summed(scene, node, slot, draft)
        or is_history(scene, node, slot, draft)
        or is_of_another(scene, node, draft)
        or is_of_region(scene, node, slot, draft)
    )


def is_summed(scene: Scene, node: Node, slot: CountSlot, draft: Draft) -> bool:
    """Whether a count sums weeks or more (منذ مطلع العام قتل 90) and the event is news of a day.

    What a lead tells is the news, whatever period it names, unless the title tells of fewer; one
    person alone is no sum. Whom it counts as a part goes with its whole.
    """
    number = scene.sentence(node.i)
    if node.value.subset and (whole := _whole(scene, node, number)) is not None:
        node = whole
    if draft.salience != "main" or (
        number <= scene.lead and not _is_beyond_title(scene, node, slot)
    ):
        return False
    if draft.when is not None and _covers_weeks(draft.when.node):
        return False
    lasting = _lasts(scene, number) or (_takes_up(scene, number) and _lasts(scene, number - 1))
    counts = scene.counts_in[number][:_MOST] if lasting else ()
    return any((one.value.high or one.value.low or 0) > 1 for one in counts)


def _lasts(scene: Scene, number: int) -> bool:
    """Whether a sentence tells of weeks or more: منذ مطلع العام, or - الشهر الثالث at its head."""
    head = scene.doc.sentences[number].first + _HEAD
    weeks = [one for one in scene.dates_in.get(number, ()) if _covers_weeks(one)]
    return any(one.i < head or since(scene.keys, one.i, one.j) for one in weeks)


def _takes_up(scene: Scene, number: int) -> bool:
    """Whether a sentence begins with deeds told before: وأدت هذه الهجمات إلى."""
    first = scene.doc.sentences[number].first
    return number > 0 and any(those_deeds(scene.keys, k) for k in range(first, first + _BEGINS))


def _is_beyond_title(scene: Scene, node: Node, slot: CountSlot) -> bool:
    """Whether the title tells of far fewer whom the same befell."""
    low = node.value.low
    if scene.is_title(scene.sentence(node.i)) or low is None:
        return False
    titled = scene.overview.titled_figures.get(slot)
    return titled is not None and low > max(_TIMES * titled, titled + _APART)


def is_history(scene: Scene, node: Node, slot: CountSlot, draft: Draft) -> bool:
    """Whether a count is of an earlier event than the report's matter, though told beside it.

    It is greater than what title and lead tell of, and its sentence turns to what was before
    (وكان قد قتل خمسة) or names an older day. Whom it counts as a part goes with its whole.
    """
    number = scene.sentence(node.i)
    if draft.salience != "main" or number <= scene.lead:
        return False
    if node.value.subset:
        whole = _whole(scene, node, number)
        return whole is not None and is_history(scene, whole, slot, draft)
    own = scene.counts_in[number][:_MOST]
    return _is_old_toll(scene, node, slot, draft) or any(
        _is_old_toll(scene, other, other.value.slot or other.value.context, draft)
        for other in own
        if other.i < node.i and not other.value.subset
    )


def _is_old_toll(scene: Scene, node: Node, slot: CountSlot | None, draft: Draft) -> bool:
    """Whether a figure beyond that of the news stands behind a turn or beside an older day."""
    number, low = scene.sentence(node.i), node.value.low
    news = _news(scene, slot, number)
    if low is None or news is None or low <= news:
        return False
    far = low > max(_TIMES * news, news + _APART)
    return (far and _turns(scene, number, node.i)) or _is_older(scene, number, draft)


def _news(scene: Scene, slot: CountSlot | None, number: int) -> int | None:
    """The figure of what befell a count's people that title, deck and lead tell, no dead where they
    tell of wounded alone; without any the first of the body.
    """
    told = scene.overview.headed
    if slot is None or slot in told:
        return told.get(slot) if slot else None
    harm = scene.overview.harm
    alive = slot == "killed" and "wounded" in harm and "killed" not in harm
    return 0 if alive else scene.overview.told_first(slot, number)


def _turns(scene: Scene, number: int, i: int) -> bool:
    """Whether a sentence turns to what was before, before token i: وكان قد, بعد يوم من غارة."""
    first = scene.doc.sentences[number].first
    if any(turn.link == "past" for turn in scene.clauses.links(first, i)):
        return True
    return any(recalls(scene.keys, k) for k in range(first, i))


def _whole(scene: Scene, node: Node, number: int) -> Node | None:
    """The count of the sentence that another is a part of."""
    own = [n for n in scene.counts_in[number][:_MOST] if n.i < node.i and not n.value.subset]
    return own[-1] if own else None


def _is_older(scene: Scene, number: int, draft: Draft) -> bool:
    """Whether all days that a sentence names end before the day of the draft."""
    when = draft.when.node.value.start if draft.when is not None else None
    days = [node.value.end or node.value.start for node in scene.dates_in.get(number, ())]
    told = [day[:10] for day in days if day]
    return bool(when and told) and max(told) < str(when)[:10]


def _covers_weeks(node: Node) -> bool:
    start, end = node.value.start, node.value.end
    if start is None or end is None:
        return False
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days >= _LONG
