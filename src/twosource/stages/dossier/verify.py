"""Re-read every citation of a dossier: do the words stand where it says they stand?

This says nothing of whether the words are true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

import msgspec

from twosource.canonical import digest_of_text, from_bytes, to_bytes
from twosource.model.acquired import Article
from twosource.model.cited import Citation, CitedText
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier, Revision
from twosource.model.identity import ArticleId
from twosource.stages.dossier.cite import SURROUNDINGS, folded
from twosource.stages.dossier.seal import seal_of

MOST_SHOWN = 160  # code points of a broken sentence that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    sentence: str  # the dossier's sentence that rests on the citation
    citation: Citation


def verify_dossier(dossier: Dossier, articles: Mapping[ArticleId, Article]) -> tuple[str, ...]:
    """Return one sentence for every citation that does not stand in its article; () when all do.

    Each sentence names the dossier's sentence that breaks. Citations of articles that are not
    given are held only against themselves.
    """
    broken = list(_against_itself(dossier))
    for cited in _cited(dossier):
        article = articles.get(cited.citation.article)
        if article is not None:
            broken += [_broken(cited.sentence, why) for why in _faults(cited.citation, article)]
    return tuple(dict.fromkeys(broken))


def verify_bytes(data: bytes) -> tuple[Dossier | None, tuple[str, ...]]:
    """Return an exported dossier and what in it does not fit together, without any article.

    Every citation's words are held against their digest and every sentence shown against its
    words; whatever else was changed, the seal tells. Of a revision its own digest is held as well.
    The bytes themselves are held against those that the dossier in them has: a name of a field
    that was misspelt, or a second value for one, is read over and would go unseen. So a file that
    was laid out anew does not stand either. None and the reason come back where the bytes are no
    dossier.
    """
    try:
        dossier, broken = _read(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        return None, (f"this is no exported dossier: {error}",)
    if dossier.seal != seal_of(dossier):
        broken.append("something in the file was changed after it was sealed")
    return dossier, tuple(dict.fromkeys((*_against_itself(dossier), *broken)))


def citations_of(dossier: Dossier) -> tuple[Citation, ...]:
    """Return every citation of a dossier, in the order of its blocks."""
    return tuple(cited.citation for cited in _cited(dossier))


# ---- against the article -----------------------------------------------------------------------


def _faults(citation: Citation, article: Article) -> Iterator[str]:
    text = article.part_text(citation.span.part)
    where = f"{article.url}, {citation.span.part} {citation.span.start}-{citation.span.end}"
    words = text[citation.span.start : citation.span.end]
    if words != citation.words:
        yield f"{where} reads “{_shown(words)}”"
    elif digest_of_text(text) != citation.text_digest:
        yield f"the {citation.span.part} of {article.url} is not the text that was cited"
    elif article.capture_digest != citation.capture_digest:
        yield f"{article.url} was read from another capture"
    elif not _fits_around(citation, text):
        yield f"{where}: the text round the words is not the one shown"
    if (citation.url, citation.outlet) != (article.url, article.outlet):
        yield f"it is cited from {citation.url}, the article is {article.url}"
    elif citation.published != article.published:
        yield f"{article.url} is dated otherwise than the citation says"


def _fits_around(citation: Citation, text: str) -> bool:
    start, end = citation.span.start, citation.span.end
    before = text[max(0, start - SURROUNDINGS) : start]
    return citation.before == before and citation.after == text[end : end + SURROUNDINGS]


# ---- against itself ----------------------------------------------------------------------------


def _read(data: bytes) -> tuple[Dossier, list[str]]:
    # Imported here: revise would otherwise be loaded by whoever only verifies.
    from twosource.stages.dossier.revise import digest_of

    try:
        dossier = from_bytes(data, Dossier)
        return dossier, _otherwise_written(data, dossier)
    except msgspec.MsgspecError as error:
        if b'"dossier":' not in data:
            raise error from None  # what fails is the dossier, and not that it is no revision
        revision = from_bytes(data, Revision)
    broken = _otherwise_written(data, revision)
    if digest_of(revision.dossier) != revision.digest:
        broken.append("the dossier is not the one this revision was published with")
    return revision.dossier, broken


def _otherwise_written(data: bytes, read: Dossier | Revision) -> list[str]:
    if data.removesuffix(b"\n") == to_bytes(read):
        return []
    return ["the file is not written as it was exported: something in it was changed or laid out"]


def _against_itself(dossier: Dossier) -> Iterator[str]:
    for cited in _cited(dossier):
        citation = cited.citation
        if digest_of_text(citation.words) != citation.words_digest:
            yield _broken(cited.sentence, "the cited words are not those that were digested")
        if len(citation.words) != len(citation.span):
            yield _broken(cited.sentence, "the words are longer or shorter than their stretch")
    for text in _texts(dossier):
        if not text.citations:
            yield _broken(text.text, "it cites nothing")
        elif text.text != folded(text.citations[0].words):
            yield _broken(text.text, f"the source reads “{_shown(text.citations[0].words)}”")
    sentences = {claim.id: claim.text.text for claim in dossier.claims}
    for omission in dossier.left_out:
        if sentences.get(omission.claim) != omission.text:
            yield _broken(omission.text, "no claim of the dossier reads so")


def _broken(sentence: str, why: str) -> str:
    return f"“{_shown(sentence)}”: {why}"


def _shown(words: str) -> str:
    plain = folded(words)
    return plain if len(plain) <= MOST_SHOWN else plain[: MOST_SHOWN - 1] + "…"


# ---- through the dossier -----------------------------------------------------------------------


def _cited(dossier: Dossier) -> Iterator[_Cited]:
    """Yield every citation of a dossier with the sentence that rests on it."""
    for value, sentence in _below(dossier):
        if isinstance(value, Citation):
            yield _Cited(sentence=sentence or value.words, citation=value)


def _texts(dossier: Dossier) -> Iterator[CitedText]:
    return (value for value, _ in _below(dossier) if isinstance(value, CitedText))


def _below(value: object, sentence: str = "") -> Iterator[tuple[object, str]]:
    """Yield every value of a dossier, with the sentence under which it stands."""
    if isinstance(value, tuple):
        for each in value:
            yield from _below(each, sentence)
    elif is_dataclass(value):
        yield value, sentence
        below = _sentence_of(value) or sentence
        for field in fields(value) if not isinstance(value, Citation) else ():
            yield from _below(getattr(value, field.name), below)


def _sentence_of(value: object) -> str:
    if isinstance(value, CitedText):
        return value.text
    return value.text.text if isinstance(value, Claim) else ""
