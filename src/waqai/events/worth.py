"""Worth: whether a draft is an event that a coder would enter, and the report's main one."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.events.scene import Scene
from waqai.events.telling import Draft, Telling, is_definite, sense
from waqai.events.times import _age
from waqai.events.words import word_before

KEPT = 0.35
MAIN = 0.55


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
    ]


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
