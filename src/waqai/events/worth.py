"""Worth: whether a draft is an event that a coder would enter, and the report's main one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from waqai.events.compose import merged_type
from waqai.events.scene import Scene
from waqai.events.telling import Draft, Telling, is_definite, sense
from waqai.events.times import _age
from waqai.events.words import word_before

KEPT = 0.45
MAIN = 0.5


def weigh(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that are events, each with its salience."""
    kept = []
    for order, draft in enumerate(drafts):
        found = features(scene, drafts, order)
        draft.kept = scene.scorer("event").probability(found)
        if draft.kept >= KEPT:
            main = scene.scorer("main").probability(found)
            draft.salience = "main" if main >= MAIN else "background"
            kept.append(draft)
    return kept


def features(scene: Scene, drafts: Sequence[Draft], order: int) -> list[str]:
    """What tells events from mere words, and the report's matter from its background."""
    draft = drafts[order]
    first = draft.tellings[0]
    body = next((t for t in draft.tellings if not scene.is_title(t.sentence)), None)
    earlier = drafts[:order]
    return [
        f"type={draft.type}",
        f"status={draft.status}",
        f"typestatus={draft.type}.{draft.status}",
        f"tellings={min(4, len(draft.tellings))}",
        f"titled={scene.is_title(first.sentence)}",
        f"where={_position(scene, body)}",
        f"wheretitled={_position(scene, body)}.{scene.is_title(first.sentence)}",
        f"order={min(order, 4)}",
        f"again={any(other.type == draft.type for other in earlier)}",
        f"titleshare={_title_share(scene, draft)}",
        f"firm={sum(sense(t.head).strength == 'strong' for t in draft.tellings) > 0}",
        f"results={any(sense(n).strength == 'result' for t in draft.tellings for n in t.triggers)}",
        *_of_telling(scene, body or first),
        *_among(scene, drafts, order, body or first),
        *_company(scene, draft),
    ]


# Numbers of body sentences, and of drafts, that are told apart.
_LENGTHS = (1, 2, 4, 8, 16, 32)


def _among(scene: Scene, drafts: Sequence[Draft], order: int, telling: Telling) -> list[str]:
    """How the draft stands among the others of the report, and how long that is."""
    draft = drafts[order]
    length = bisect_left(_LENGTHS, len(scene.doc.sentences) - scene.lead)
    titled = scene.is_title(telling.sentence)
    others = [one for k, one in enumerate(drafts) if k != order]
    body = [one for one in others if not scene.is_title(one.tellings[-1].sentence)]
    related = any(merged_type(draft.type, one.type) for one in body)
    beside = sum(one.tellings[0].sentence == telling.sentence for one in others)
    where = _position(scene, None if titled else telling)
    return [
        f"lengthwhere={length}.{where}",
        f"drafts={bisect_left(_LENGTHS, len(drafts))}.{where}",
        f"only={titled}.{related}.{min(1, len(body))}",
        f"beside={min(2, beside)}.{where}",
        f"named={_named_in_title(scene, draft)}.{where}",
    ]


def _company(scene: Scene, draft: Draft) -> list[str]:
    """Kinds of parties and of figures that the draft's tellings and the whole report name."""
    kinds, slots = set(), set()
    for telling in draft.tellings:
        own = scene.parties_in.get(telling.sentence, ())
        kinds |= {p.kind for p in own if telling.holds(p.node)}
        counts = scene.counts_in.get(telling.sentence, ())
        slots |= {str(n.value.slot) for n in counts if telling.holds(n)}
    armed = min(3, scene.peers.get("armed_group", 0))
    return [
        f"armed={armed}.{draft.type}",
        f"states={min(3, scene.peers.get('state', 0) + scene.peers.get('state_forces', 0))}",
        *(f"has={kind}" for kind in sorted(kinds)),
        *(f"hurt={slot}" for slot in sorted(slots)),
    ]


def _named_in_title(scene: Scene, draft: Draft) -> str:
    """Whether the title tells something, of the draft's type, of a type that goes with it."""
    types = [n.value.type for n in scene.triggers if scene.is_title(scene.sentence(n.i))]
    if not types:
        return "none"
    if draft.type in types:
        return "same"
    return "part" if any(merged_type(draft.type, one) for one in types) else "other"


def _position(scene: Scene, telling: Telling | None) -> str:
    """Which body sentence first tells it, counted from the lead."""
    if telling is None:
        return "title"
    away = telling.sentence - scene.lead
    return str(away) if away < 3 else "3-5" if away < 6 else "6-10" if away < 11 else "late"


def _title_share(scene: Scene, draft: Draft) -> str:
    """Whether the draft's sentences name parties of the title."""
    keys = {
        p.key for t in draft.tellings for p in scene.parties_in.get(t.sentence, ())
    }  # fmt: skip
    return "none" if not scene.titled else str(bool(keys & scene.titled))


def _of_telling(scene: Scene, telling: Telling) -> list[str]:
    """What the first full telling says."""
    head = sense(telling.head)
    counts = [n for n in scene.counts_in.get(telling.sentence, ()) if telling.holds(n)]
    places = [n for n in scene.places_in.get(telling.sentence, ()) if telling.holds(n)]
    parties = [p for p in scene.parties_in.get(telling.sentence, ()) if telling.holds(p.node)]
    dates = [n for n in scene.dates_in.get(telling.sentence, ()) if telling.holds(n)]
    ages = sorted({_age(scene.doc.published, n.value.start) for n in dates}) or ["none"]
    turns = scene.clauses.links(telling.first, telling.head.i + 1)
    held = scene.voices.at(telling.head.i)
    sentence = scene.doc.sentences[telling.sentence]
    before = word_before(scene.keys, telling.head.i)
    definite = is_definite(telling.head)
    return [
        f"lemma={head.lemma}",
        f"form={head.pos}.{head.voice}.{head.tense}.{head.strength}",
        f"number={head.pos}.{head.number}",
        f"statusform={telling.status}.{head.pos}.{head.tense}",
        f"light={_carried(scene, telling)}",
        f"statusacts={telling.status}.{head.pos}.{_acted(scene, telling)}",
        f"definite={head.pos}.{definite}",
        f"typestrength={telling.type}.{head.strength}",
        f"word={before}",
        f"opens={telling.head.i - sentence.first < 3}.{head.pos}",
        f"triggers={min(4, len(telling.triggers))}",
        f"counts={min(2, len(counts))}",
        f"figures={min(2, sum(n.value.low is not None for n in counts))}",
        f"places={min(2, len(places))}",
        f"finest={min((n.value.kind for n in places), key=_FINE.index, default='none')}",
        f"parties={min(2, sum(p.sort == 'actor' for p in parties))}",
        *(f"age={age}" for age in ages),
        f"said={held.how if held else None}",
        f"kind={sentence.kind}",
        *(f"turn={link}" for link in sorted({turn.link for turn in turns})),
    ]


def _carried(scene: Scene, telling: Telling) -> str:
    """The support verb nearest before the head in the telling (أعلن، قرر، نفذ); "" none."""
    own = scene.lights_in.get(telling.sentence, ())
    before = [n for n in own if telling.first <= n.i < telling.head.i]
    return before[-1].value.lemma if before else ""


def _acted(scene: Scene, telling: Telling) -> bool:
    """Whether syntax names a body that acts."""
    return any(
        guess.trigger is telling.head and not guess.inner and guess.role == "by"
        for party, told in scene.guesses_in(telling.sentence).items()
        if party.sort == "actor"
        for guess in told
    )


_FINE = ("point", "district", "town", "area", "province", "country", "region")
