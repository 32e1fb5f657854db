"""Sense: all that a word says of the event it tells, beyond type and status."""

from __future__ import annotations

from typing import Literal

from mypy_extensions import mypyc_attr

from waqai.lexicon.morphology import Gender, Number
from waqai.model.codes import CountSlot, EventType, Status

Pos = Literal["verb", "masdar", "participle", "noun"]
Strength = Literal["strong", "weak", "result", "support"]
SenseVoice = Literal["active", "passive", "either"]
SenseTense = Literal["past", "present"]


@mypyc_attr(acyclic=True)
class Sense:
    """What a trigger word says.

    `type` is None for support verbs alone (شن, نفذ, أسفر عن). `lemma` is the past third singular
    of a verb or the singular of a noun, folded. `voice` is `either` where the spelling shows none
    (and for all that is no verb); `tense`, `number`, `gender` are None where the word has none.
    `slot` is the figure that the word gives of people beside it, `frame` names a row of frames.tsv.
    """

    __slots__ = (
        "frame",
        "gender",
        "lemma",
        "number",
        "pos",
        "slot",
        "status",
        "strength",
        "tense",
        "type",
        "voice",
    )

    def __init__(
        self,
        type: EventType | None,
        lemma: str,
        status: Status,
        pos: Pos,
        voice: SenseVoice,
        tense: SenseTense | None,
        number: Number | None,
        gender: Gender | None,
        slot: CountSlot | None,
        frame: str,
        strength: Strength,
    ) -> None:
        self.type = type
        self.lemma = lemma
        self.status = status
        self.pos = pos
        self.voice = voice
        self.tense = tense
        self.number = number
        self.gender = gender
        self.slot = slot
        self.frame = frame
        self.strength = strength

    def copy(self) -> Sense:
        """The same as another one, which whoever makes it may change."""
        return Sense(
            self.type,
            self.lemma,
            self.status,
            self.pos,
            self.voice,
            self.tense,
            self.number,
            self.gender,
            self.slot,
            self.frame,
            self.strength,
        )
