"""What is claimed in a story: the passages that carry it, their informants and positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.cited import Citation, CitedText, Flag, Label
from twosource.model.identity import (
    ClaimId,
    CountryCode,
    EntityId,
    LineageId,
    OutletId,
    Span,
    StoryId,
)

InformantKind = Literal["person", "body", "document", "witness", "unnamed", "unstated"]
Stance = Literal["asserts", "denies", "asks", "supposes"]
ClaimKind = Literal["said", "so"]
Dial = Literal["strict", "normal", "loose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Informant:
    """Whom a passage says it knows from. Equal `key` means one informant."""

    kind: InformantKind
    key: str  # "body:ministry of transport of norway", "state:US", "unnamed", "unstated"
    name: str  # as shown: "Norway's coast guard"
    entity: EntityId | None = None
    country: CountryCode | None = None
    words: str = ""  # as the passage gives it; "" where unstated
    span: Span | None = None
    inherited: bool = False  # taken from its own article, or from the report it copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriage:
    """One passage that carries a claim: by whom, out of which report, known from whom."""

    citation: Citation
    outlet: OutletId
    report: LineageId
    informant: Informant
    stance: Stance
    supports: bool  # False for opinion, satire, sponsored text, withdrawn or superseded passages
    why: str = ""  # why it does not support, or how its report or informant was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One way a claim is told: the value where it has one, and the passages that tell it so."""

    value: str  # "19", "19 to 21"; "" where the claim has no value
    as_of: str  # ISO date the value holds for, "" where not told
    label: Label  # how well it is carried so; the claim wears that of its first position
    carriages: tuple[Carriage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something reported, with who carries it and how independent they are."""

    id: ClaimId
    text: CitedText
    kind: ClaimKind
    speaker: str | None = None  # of a "said" claim
    positions: tuple[Position, ...]
    label: Label  # at the normal setting of the dial
    independent: tuple[tuple[Dial, int], ...]  # N at strict, normal, loose
    flags: tuple[Flag, ...] = ()
    denied_by: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()  # why not (more) corroborated, one sentence each


@dataclass(frozen=True, slots=True, kw_only=True)
class InformantVerdict:
    """A person's word on whether two informants of a claim are one."""

    claim: ClaimId
    left: str  # informant keys
    right: str
    verdict: Literal["same", "different"]
    # By both the claim is known once its id is another; unset where it was judged before they were.
    told: str = ""  # in a source's words
    story: StoryId | None = None  # other stories may be told in the same words

    def is_of_the_two_of(self, other: InformantVerdict) -> bool:
        """Return whether another is on the same two of the same claim, whatever its id is now."""
        told_alike = bool(self.told) and (self.story, self.told) == (other.story, other.told)
        two = (self.left, self.right) == (other.left, other.right)
        return two and (self.claim == other.claim or told_alike)
