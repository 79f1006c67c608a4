"""Turn one capture into an annotated article, or into the failure that says why not."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.languages import open_language
from twosource.model.acquired import Article, Capture
from twosource.model.annotated import Annotated
from twosource.model.outcome import Failed
from twosource.outlets import load_outlets
from twosource.settings import AnnotateSettings, ExtractSettings
from twosource.stages.annotate import annotate
from twosource.stages.extract import extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Extracts and annotates; small enough to travel to a worker process."""

    extract: ExtractSettings
    annotate: AnnotateSettings
    more_outlets: tuple[str, ...] = ()  # TOML texts beside the bundled table
    marks: bool = True  # off: articles are kept unmarked, and marked when they are linked

    def __call__(self, capture: Capture) -> Annotated | Failed:
        """Return the article with its marks; whatever goes wrong is the answer, not raised."""
        article = self.article(capture)
        if isinstance(article, Failed):
            return article
        return self.marked(article) if self.marks else Annotated(article=article, sentences=())

    def article(self, capture: Capture) -> Article | Failed:
        """Return the article a capture gives, or why it gives none."""
        try:
            return extract(capture, load_outlets(*self.more_outlets), self.extract)
        except Exception as error:  # one bad page never stops a run
            return Failed.by(error, capture.url, "extract", capture.id)

    def marked(self, article: Article) -> Annotated | Failed:
        """Return an article with its marks, or why it has none."""
        try:
            return annotate(article, open_language(article.language, self.annotate))
        except Exception as error:  # nor does one bad text
            return Failed.by(error, article.url, "annotate", article.capture)
