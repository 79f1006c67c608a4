"""Keep who speaks in the articles of a story while all that tells so stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from twosource.model.annotated import Annotated
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.who_speaks import speakers_of
from twosource.stages.once import Known


class Speaking:
    """Who speaks in each article of a story, handed from one revision to the next."""

    def __init__(self) -> None:
        self._speakers = Known[Sequence[Speaker]]()

    def __call__(
        self, articles: Sequence[Annotated], reading: Reading, informants: Informants
    ) -> Iterator[tuple[Annotated, Sequence[Speaker]]]:
        """Yield each article with the speakers of its quotes: the same value while all are."""
        self._speakers.anew()
        for each in articles:
            article = each.article.id
            given = informants.leaning(article), informants.passages(article)
            yield (
                each,
                self._speakers.of(
                    partial(speakers_of, each, reading, informants), each, given=given
                ),
            )
