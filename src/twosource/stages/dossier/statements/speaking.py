"""Keep who speaks in the articles of a story while all that tells so stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.informants.read_before import Passages
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.who_speaks import speakers_of
from twosource.stages.once import kept_per_story


class Speaking:
    """Who speaks in each article of a story, handed from one revision to the next."""

    def __init__(self) -> None:
        self._last: dict[ArticleId, tuple[Passages, Sequence[Speaker]]] = {}

    def __call__(
        self, articles: Sequence[Annotated], reading: Reading, informants: Informants
    ) -> list[Sequence[Speaker]]:
        """Return the speaker of every quote of every article."""
        last, now = self._last, dict[ArticleId, tuple[Passages, Sequence[Speaker]]]()
        for annotated in articles:
            article = annotated.article.id
            passages, known = informants.passages(article), last.get(article)
            if known is None or known[0] is not passages:
                known = (passages, speakers_of(annotated, reading, informants))
            now[article] = known
        self._last = now
        return [speakers for _, speakers in now.values()]


@kept_per_story
def speaking() -> Speaking:
    """Return what knows who speaks in a story."""
    return Speaking()
