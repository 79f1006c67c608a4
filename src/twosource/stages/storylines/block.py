"""Read what a story is known by, and the few keys under which others of its matter find it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from twosource.model.annotated import Annotated
from twosource.model.identity import LanguageCode, StoryId
from twosource.model.storyline import StoryProfile, Trait
from twosource.stages.once import once_per_article
from twosource.text.hashes import as_key
from twosource.text.names import headline_names
from twosource.text.normalize import Words, read_words, stem
from twosource.text.weights import weight

MOST_READ = 12  # reports, the first and the last: a story of 200 is known by no more than they
LEAD_WORDS = 200  # of a body, whose words count: what stands below is background of other matters
NAME_WORDS = 500  # of a body, whose names count
LEAST_WEIGHT = 1.6  # a word that one report in five has tells no matter; who has a surname does
MOST_NAMES, MOST_WORDS = 30, 40
LEAST_NAMES = 0.22  # cosine of the names below which nothing is tied (compare), however many words
IN_HEADLINE, IN_LEAD = 2.0, 1.5

Forms = frozenset[str]


def profile(story: StoryId, headline: str, articles: Sequence[Annotated]) -> StoryProfile:
    """Return what a story is known by, from the headlines, leads and names of its reports.

    Names are found by their capitals, so that every language with capitals fares alike. Each name
    and word weighs by how rare it is in news and in how many of the reports it stands.
    """
    times = (each.article.published for each in articles)
    days = sorted(time.date().isoformat() for time in times if time)
    names, words = _Masses(), _Masses()
    for annotated in _first_and_last(articles):
        for masses, terms in zip((names, words), _read(annotated), strict=True):
            masses.add(terms)
    return StoryProfile(
        story=story,
        headline=headline,
        first=days[0] if days else "",
        last=days[-1] if days else "",
        names=names.traits(MOST_NAMES),
        words=words.traits(MOST_WORDS),
        articles=len(articles),
    )


def block(known: StoryProfile) -> dict[int, float]:
    """Return the keys under which stories of the same matter can be found, with their weights.

    They are all the names: the products of what two stories share add up to the cosine of names,
    and below `LEAST_NAMES` of that no words make one matter of two.
    """
    return {as_key(trait.term): trait.weight for trait in known.names}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """The names, or the words, of one report: how much each tells, and each time it is written."""

    masses: Sequence[tuple[str, float]]
    written: Sequence[tuple[str, str]]


class _Masses:
    """How much each term tells of a story, and how it is written most often."""

    def __init__(self) -> None:
        self._mass: defaultdict[str, float] = defaultdict(float)
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, terms: _Terms) -> None:
        """Take in what one report has."""
        for term, mass in terms.masses:
            if mass:
                self._mass[term] += mass
        for term, form in terms.written:
            self._forms[term][form] += 1

    def traits(self, most: int) -> tuple[Trait, ...]:
        """Return the heaviest terms as a vector of length 1, sorted by term."""
        kept = sorted(self._mass.items(), key=lambda item: (-item[1], item[0]))[:most]
        length = sqrt(sum(mass * mass for _, mass in kept))
        return tuple(
            Trait(term=term, shown=self._shown(term), weight=round(mass / length, 6))
            for term, mass in sorted(kept)
        )

    def _shown(self, term: str) -> str:
        """Return the form of a term that stands most often, the longest of equals; "" for none."""
        forms = self._forms[term]
        return max(forms, key=lambda form: (forms[form], len(form), form), default="")


def _first_and_last(articles: Sequence[Annotated]) -> Sequence[Annotated]:
    half = MOST_READ // 2
    return articles if len(articles) <= MOST_READ else (*articles[:half], *articles[-half:])


@once_per_article
def _read(annotated: Annotated) -> tuple[_Terms, _Terms]:
    """Return the names and the words of a report."""
    # Imported here: it brings numpy, and who only asks how stories are tied needs none of it.
    from twosource.text.cut import cut_up
    from twosource.text.named import names_in

    article = annotated.article
    text = f"{article.deck}\n\n{article.text}" if article.deck else article.text
    cut, title = cut_up(text, article.language), read_words(article.headline)
    body, found = cut.read(), names_in(cut)
    found |= headline_names(article.headline, title, found)
    marked = _marked(annotated)
    surnames = frozenset(form for form, _, is_surname in marked if is_surname)
    written = [(form, name) for form, name, _ in marked] or _capitals(text, body, found)
    masses = _names(body, title, found, surnames, article.language)
    return _Terms(masses=masses, written=written), _words(body, title, found, article.language)


def _names(
    body: Words, title: Words, found: Forms, surnames: Forms, language: LanguageCode
) -> Sequence[tuple[str, float]]:
    in_title, in_lead = frozenset(title.forms), frozenset(body.forms[:LEAD_WORDS])
    counted = Counter(form for form in body.forms[:NAME_WORDS] if form in found)
    counted.update(sorted(in_title & found - counted.keys()))
    masses = []
    for form, count in counted.items():
        place = IN_HEADLINE if form in in_title else IN_LEAD if form in in_lead else 1.0
        own = max(_rarity(form, language), LEAST_WEIGHT * (form in surnames))
        masses.append((form, own * place * (1 + log(count))))
    return masses


def _words(body: Words, title: Words, found: Forms, language: LanguageCode) -> _Terms:
    in_title = frozenset(title.forms)
    told = Counter(form for form in body.forms[:LEAD_WORDS] if form not in found)
    told.update(sorted(in_title - found - told.keys()))
    masses = [
        (stem(form), _rarity(form, language) * place * (1 + log(count)))
        for form, count in told.items()
        if not form.isdigit()
        for place in (IN_HEADLINE if form in in_title else 1.0,)
    ]
    return _Terms(masses=masses, written=tuple((stem(form), form) for form in told))


def _rarity(form: str, language: LanguageCode) -> float:
    own = weight(form, language)
    return own if own >= LEAST_WEIGHT else 0.0


def _marked(annotated: Annotated) -> list[tuple[str, str, bool]]:
    """Return under each of its words every name that is marked, whole, and what is a surname."""
    words = annotated.article.words
    named = Counter((" ".join(words(m.span).split()), m.kind) for m in annotated.mentions)
    persons = [name for name, kind in named if kind == "person"]
    return [
        (form, whole, kind == "person" and form == forms[-1])
        for (name, kind), count in named.items()
        for whole in (_fullest(name, persons) if kind == "person" else name,)
        for forms in (read_words(name).forms,)
        for form in forms * count
    ]


def _capitals(text: str, body: Words, found: Forms) -> list[tuple[str, str]]:
    """Return the names of a report of which none is marked as they are written."""
    places = zip(body.forms, body.starts, body.ends, strict=True)
    return [(form, text[start:end]) for form, start, end in places if form in found]


def _fullest(name: str, persons: Iterable[str]) -> str:
    """Return the longest name of a person that ends with one, where all begin with one word."""
    fuller = [each for each in persons if each.endswith(f" {name}")]
    first_names = {each.split(" ")[0] for each in fuller}
    return max(fuller, key=lambda each: (len(each), each)) if len(first_names) == 1 else name
