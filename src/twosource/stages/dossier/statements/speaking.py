"""Keep who speaks in the articles of a story while all that tells so stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.who_speaks import speakers_of
from twosource.stages.once import Known


class Speaking:
    """Who speaks in each article of a story, handed from one revision to the next."""

    def __init__(self) -> None:
        self._speakers = Known[Sequence[Speaker]]()
        self._last: dict[ArticleId, Sequence[Speaker]] = {}

    def __call__(
        self, articles: Sequence[Annotated], reading: Reading, informants: Informants
    ) -> Iterator[tuple[Annotated, Sequence[Speaker]]]:
        """Yield each article with the speakers of its quotes: the same value while all are."""
        self._speakers.anew()
        before, self._last = self._last, {}
        for each in articles:
            article = each.article.id
            leaning, passages = informants.leaning(article), informants.passages(article)
            make = partial(_speakers, each, reading, informants, before.get(article))
            self._last[article] = self._speakers.of(make, each, leaning, passages)
            yield each, self._last[article]


def _speakers(
    annotated: Annotated,
    reading: Reading,
    informants: Informants,
    before: Sequence[Speaker] | None,
) -> Sequence[Speaker]:
    found = speakers_of(annotated, reading, informants)
    return before if before is not None and before == found else found
