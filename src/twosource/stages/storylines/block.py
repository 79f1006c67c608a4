"""Read what a story is known by, and the few keys under which others of its matter find it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

from twosource.model.acquired import Article
from twosource.model.identity import LanguageCode, StoryId
from twosource.model.storyline import StoryProfile, Trait
from twosource.text.names import headline_names, names_in
from twosource.text.normalize import Words, read_words, stem
from twosource.text.shingles import as_key
from twosource.text.weights import weight

MOST_READ = 12  # reports, the first and the last: a story of 200 is known by no more than they
LEAD_WORDS = 200  # of a body, whose words count: what stands below is background of other matters
NAME_WORDS = 500  # of a body, whose names count
LEAST_WEIGHT = 1.6  # a word that one report in five has tells no matter
MOST_NAMES, MOST_WORDS = 30, 40
LEAST_NAMES = 0.22  # cosine of the names below which nothing is tied (compare), however many words
IN_HEADLINE, IN_LEAD = 2.0, 1.5
MOST_TOGETHER = 3  # words that are shown as one name
SHOWN_TOGETHER = frozenset((" ", "-", "’s ", "'s "))  # what may stand between words of one name


def profile(story: StoryId, headline: str, articles: Sequence[Article]) -> StoryProfile:
    """Return what a story is known by, from the headlines, leads and names of its reports.

    Names are found by their capitals, so that every language with capitals fares alike. Each name
    and word weighs by how rare it is in news and in how many of the reports it stands.
    """
    days = sorted(each.published.date().isoformat() for each in articles if each.published)
    read = _first_and_last(articles)
    names, words = _Masses(), _Masses()
    for article in read:
        _read(article, names, words)
    return StoryProfile(
        story=story,
        headline=headline,
        first=days[0] if days else "",
        last=days[-1] if days else "",
        names=names.traits(MOST_NAMES),
        words=words.traits(MOST_WORDS),
    )


def block(known: StoryProfile) -> dict[int, float]:
    """Return the keys under which stories of the same matter can be found, with their weights.

    They are all the names: the products of what two stories share add up to the cosine of names,
    and below `LEAST_NAMES` of that no words make one matter of two.
    """
    return {as_key(trait.term): trait.weight for trait in known.names}


class _Masses:
    """How much each term tells of a story, and how it is written most often."""

    def __init__(self) -> None:
        self._mass: defaultdict[str, float] = defaultdict(float)
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, term: str, mass: float) -> None:
        self._mass[term] += mass

    def write(self, term: str, form: str) -> None:
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
        """Return the form of a term that stands most often, the longest of equals."""
        forms = self._forms[term]
        return max(forms, key=lambda form: (forms[form], len(form), form), default=term)


def _first_and_last(articles: Sequence[Article]) -> Sequence[Article]:
    if len(articles) <= MOST_READ:
        return articles
    half = MOST_READ // 2
    return (*articles[:half], *articles[-half:])


def _read(article: Article, names: _Masses, words: _Masses) -> None:
    text = f"{article.deck}\n\n{article.text}" if article.deck else article.text
    body, title = read_words(text), read_words(article.headline)
    found = names_in(text, body)
    found |= headline_names(article.headline, title, found)
    in_title, lead = frozenset(title.forms), body.forms[:LEAD_WORDS]
    counted = Counter(form for form in body.forms[:NAME_WORDS] if form in found)
    counted.update(in_title & found - counted.keys())
    in_lead = frozenset(lead)
    for form, count in counted.items():
        if rare := _rarity(form, article.language):
            place = IN_HEADLINE if form in in_title else IN_LEAD if form in in_lead else 1.0
            names.add(form, rare * place * (1 + log(count)))
    told = Counter(form for form in lead if form not in found)
    told.update(in_title - found - told.keys())
    for form, count in told.items():
        if (rare := _rarity(form, article.language)) and not form.isdigit():
            term, place = stem(form), IN_HEADLINE if form in in_title else 1.0
            words.add(term, rare * place * (1 + log(count)))
            words.write(term, form)
    for run in _runs(text, body, found):
        for place in run:
            names.write(body.forms[place], _written(text, body, run, place))


def _rarity(form: str, language: LanguageCode) -> float:
    own = weight(form, language)
    return own if own >= LEAST_WEIGHT else 0.0


def _runs(text: str, words: Words, names: frozenset[str]) -> Iterator[list[int]]:
    """Yield the places of names that stand side by side: "Halden Bay"."""
    run: list[int] = []
    for place, form in enumerate(words.forms):
        if form not in names:
            continue
        if run and run[-1] == place - 1 and _between(text, words, place) in SHOWN_TOGETHER:
            run.append(place)
            continue
        if run:
            yield run
        run = [place]
    if run:
        yield run


def _between(text: str, words: Words, place: int) -> str:
    return text[words.ends[place - 1] : words.starts[place]]


def _written(text: str, words: Words, run: Sequence[int], place: int) -> str:
    """Return a name with the names beside it; alone where they are many, as in a headline."""
    telling = [each for each in run if weight(words.forms[each])]  # not "The"
    if place in telling and telling[-1] - telling[0] < MOST_TOGETHER:
        return text[words.starts[telling[0]] : words.ends[telling[-1]]]
    return text[words.starts[place] : words.ends[place]]
