"""Give every sentence of headline and summary the label of what it claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from twosource.model.cited import Citation, Label
from twosource.model.claimed import Carriage, Claim
from twosource.model.dossier import Statement
from twosource.model.identity import BODY, ArticleId, ClaimId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.claims.independence import supporting
from twosource.stages.dossier.claims.labels import label_of, withdrawn_label_of
from twosource.stages.dossier.claims.standing import standing_of
from twosource.stages.dossier.informants.speaker import UNSTATED
from twosource.stages.dossier.marks import Marks
from twosource.stages.dossier.notices.meant import WITHDRAWN, taken_back, why_unsaid
from twosource.stages.dossier.telling.vocabulary import weighed

T = TypeVar("T")

ORDER = ("one report", "informant not stated", "one informant", "corroborated")  # ever stronger
SAID_IN_HEADLINE = 0.6  # of a headline's weight: then it tells a claim of its own article


class SentenceLabels:
    """The labels of a story's sentences; made once per dossier, read only."""

    def __init__(
        self,
        material: StoryMaterial,
        claims: Sequence[Claim],
        statements: Sequence[Statement],
        cite: Cite,
    ) -> None:
        self._material, self._cite = material, cite
        self._standing = standing_of(material)
        self._notices = taken_back(material)
        self._labelled: dict[ArticleId, list[tuple[Span, Label]]] = defaultdict(list)
        claimed: dict[ArticleId, list[tuple[Span, ClaimId]]] = defaultdict(list)
        for claim in claims:
            if claim.kind == "so":
                for position in claim.positions:
                    for carriage in supporting(position.carriages):
                        # Who gives another value is no better borne out by those who give this.
                        self._keep(carriage.citation, position.label)
                        told = carriage.citation.span, claim.id
                        claimed[carriage.citation.article].append(told)
        self._claimed = {article: Marks(told) for article, told in claimed.items()}
        borne = {article: Marks(told) for article, told in self._labelled.items()}
        spoken: dict[ArticleId, list[Span]] = defaultdict(list)
        for statement in statements:
            for wording in statement.wordings:
                for citation in wording.text.citations:
                    article, span = citation.article, citation.span
                    if any(True for _ in _touching(borne, article, span)):
                        continue
                    if not any(span.touches(each) for each in spoken[article]):
                        spoken[article].append(span)
                        self._keep(citation, statement.label)
        self._at = {article: Marks(told) for article, told in self._labelled.items()}

    def of(self, citation: Citation) -> Label:
        """Return the label of the claim a sentence makes, else that of the sentence alone."""
        if citation.span.part == BODY:
            here = [label for _, label in _touching(self._at, citation.article, citation.span)]
            # A sentence with several claims is no better borne out than the least of them.
            return min(here, key=_strength) if here else self._alone(citation)
        labelled = self._labelled[citation.article]
        told = weighed(citation.words)
        shares = [self._shared(told, citation.article, span) for span, _ in labelled]
        best = max(shares, default=0.0)
        return (
            labelled[shares.index(best)][1] if best >= SAID_IN_HEADLINE else self._alone(citation)
        )

    def claims_of(self, article: ArticleId, span: Span) -> frozenset[ClaimId]:
        """Return what a sentence claims to be so."""
        return frozenset(claim for _, claim in _touching(self._claimed, article, span))

    def _keep(self, citation: Citation, label: Label) -> None:
        self._labelled[citation.article].append((citation.span, label))

    def _shared(self, told: dict[str, float], article: ArticleId, span: Span) -> float:
        there = weighed(self._material.article(article).words(span))
        whole = sum(told.values()) or 1.0
        return sum(weight for word, weight in sorted(told.items()) if word in there) / whole

    def _alone(self, citation: Citation) -> Label:
        """Return the label of a sentence of which no claim is made: one passage, one report."""
        carriage = Carriage(
            citation=citation,
            outlet=citation.outlet,
            report=self._standing.report_of(citation.article, citation.span).report,
            informant=UNSTATED,
            stance="asserts",
            supports=True,
        )
        why = why_unsaid(self._notices, citation.article, citation.span, carriage.report)
        label = withdrawn_label_of if why == WITHDRAWN else label_of
        return label((carriage,), self._standing.ground)


def _touching(
    marks: Mapping[ArticleId, Marks[T]], article: ArticleId, span: Span
) -> Iterable[tuple[Span, T]]:
    return marks[article].touching(span) if article in marks else ()


def _strength(label: Label) -> tuple[int, int, str]:
    return (ORDER.index(label.kind), label.reports, label.text)
