"""Read a story's figures as quantities: what is measured, of whom, in which unit, by whom told."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.annotated import Annotated, Change, Figure
from twosource.model.dossier import StoryMaterial
from twosource.model.identity import ArticleId, EntityId, OutletId, Span
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.sameness import content_words, word_set
from twosource.stages.dossier.units import to_base

# Words that mean one outcome for people; two quantities of one outcome may be compared.
OUTCOMES: dict[str, frozenset[str]] = {
    "dead": word_set(
        "dead died die death deaths killed kill kills fatality fatalities perished toll bodies"
    ),
    "injured": word_set("injured injury injuries hurt wounded wounds casualties"),
    "in hospital": word_set("hospital hospitals hospitalised hospitalized treated"),
    "missing": word_set("missing unaccounted"),
    "rescued": word_set("rescued saved"),
    "evacuated": word_set("evacuated evacuate evacuation"),
    "arrested": word_set("arrested detained arrests custody"),
    "aboard": word_set("aboard board passengers passenger"),
    "crew": word_set("crew crewmen sailors"),
}  # fmt: skip
PEOPLE = word_set("person people persons human casualty victim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One figure at its place, ready to be compared with others."""

    article: ArticleId
    outlet: OutletId
    place: int  # of its article in the story
    published: str  # ISO time of its article, "" where undated
    sentence: Span
    figure: Figure
    words: str  # as it stands
    dimension: str
    base: float
    base_high: float | None
    of: frozenset[str]  # stems of what is measured
    outcome: str  # "dead", "injured"; "" for anything else
    context: frozenset[str]  # stems of the sentence without the figure
    names: frozenset[EntityId]
    issuer: str
    in_lead: bool

    @property
    def change(self) -> Change | None:
        """Return the change told; a rise by so much is another quantity than a level."""
        return self.figure.change


def quantities(material: StoryMaterial, reading: Reading) -> list[Quantity]:
    """Return the figures of the matter in bodies and headlines of the newest versions."""
    found = []
    for annotated in reading.articles:
        for figure in annotated.figures:
            if figure.matter and figure.span.part in ("body", "headline", "deck"):
                found.append(_quantity(annotated, figure, reading))
    return sorted(found, key=lambda each: (each.place, each.figure.span))


def _quantity(annotated: Annotated, figure: Figure, reading: Reading) -> Quantity:
    article = annotated.article
    sentence = sentence_of(annotated, figure.span)
    text = article.part_text(sentence.part)
    around = f"{text[sentence.start : figure.span.start]} {text[figure.span.end : sentence.end]}"
    dimension, base = to_base(figure.value, figure.unit)
    near = f"{figure.of or ''} {_near(text, sentence, figure.span)}"
    outcome = _outcome(figure.of or "") or (_outcome(near) if _of_people(figure) else "")
    return Quantity(
        article=article.id,
        outlet=article.outlet,
        place=reading.place(article.id),
        published=article.published.isoformat() if article.published else "",
        sentence=sentence,
        figure=figure,
        words=folded(article.words(figure.span)),
        dimension="" if dimension in PEOPLE else dimension,
        base=base,
        base_high=None if figure.high is None else to_base(figure.high, figure.unit)[1],
        of=content_words(figure.of or "") - content_words(" ".join(sorted(PEOPLE))),
        outcome=outcome,
        context=content_words(around),
        names=frozenset(e.id for e in reading.entities_in(article.id, sentence)),
        issuer=_issuer(annotated, figure, reading),
        in_lead=sentence.part != "body" or sentence.start < 400,
    )


def _near(text: str, sentence: Span, figure: Span, reach: int = 48) -> str:
    """Return the words just round the figure within its sentence: "14 people were killed"."""
    start, end = (
        max(sentence.start, figure.start - reach // 2),
        min(sentence.end, figure.end + reach),
    )
    return f"{text[start : figure.start]} {text[figure.end : end]}"


def _of_people(figure: Figure) -> bool:
    words = set((figure.of or "").split()) | {figure.unit or ""}
    return figure.unit in (None, *PEOPLE) and (not figure.of or bool(words & PEOPLE))


def _outcome(words: str) -> str:
    lowered = words.lower().replace(",", " ").replace(".", " ").split()
    for word in lowered:
        for outcome, forms in OUTCOMES.items():
            if word in forms:
                return outcome
    return ""


def _issuer(annotated: Annotated, figure: Figure, reading: Reading) -> str:
    if figure.issuer is None:
        return ""
    named = reading.entities_in(annotated.article.id, figure.issuer)
    return named[-1].name if named else folded(annotated.article.words(figure.issuer))
