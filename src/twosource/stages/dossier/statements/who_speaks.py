"""Say who speaks a quote: the person or body if unambiguous, else the words as they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.model.annotated import Annotated, Quote
from twosource.model.claimed import Informant
from twosource.model.identity import Span
from twosource.model.linked import Entity
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.informants.callings import is_bare_company, is_somebody
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.marks import names_in
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import STOP_WORDS, words_of
from twosource.stages.dossier.statements.speaker import NOBODY, Speaker
from twosource.stages.dossier.statements.speaking_bodies import body_speaking
from twosource.text.nouns import is_person, is_plural
from twosource.text.standing import places_of

_DATE_LINK = re.compile(r"[\s,;(–—-]*(?:\b(?:on|of|in|since|dated))?\s*$")
FEWEST_DESCRIBING = 4  # words; "the farmer" may be any, "the retired Halifax teacher" is hardly
_LINKS = frozenset({"the", "of", "and", "for", "a", "an", "in", "its", "his", "her", "their"})
_SPOKE = re.compile(
    r"\b(?:sa(?:y|ys|id)|tells?|told|add(?:s|ed)|according|announce[sd]?|explain(?:s|ed)|repl(?:y|ies|"
    r"ied)|insist(?:s|ed)|warn(?:s|ed)|confirm(?:s|ed)|den(?:y|ies|ied)|report(?:s|ed))\b"
)
_DEFINITE = re.compile(r"(?i)the ([\w-]+)")
_WHOSE_BEFORE = re.compile(r"\b(?:of|for|in|at|to|by|with|near) (?:\w+\.? )?\Z")
_WHOSE_BEHIND = re.compile(r"['’]s? \w")


def speakers_of(annotated: Annotated, reading: Reading, informants: Informants) -> list[Speaker]:
    """Return the speaker of every quote of an article, in the order of its quotes.

    Whom "the embassy", "the minister", "the company" mean the informants know; failing that, it is
    the last speaker of whom the article said more ("Russia's embassy in Oslo"). "It" is the body
    that has just spoken in its paragraph; where there is none, the words stand as they are.
    """
    found: list[Speaker] = []
    for quote in annotated.quotes:
        speaker = _known_again(_speaker(annotated, quote, reading), annotated, quote, informants)
        speaker = _introduced(speaker, found)
        speaker = body_speaking(speaker, found, annotated, informants)
        found.append(somebody_before(speaker, quote, annotated))
    return found


def _known_again(
    speaker: Speaker, annotated: Annotated, quote: Quote, informants: Informants
) -> Speaker:
    """Return a speaker with the body that the words mean: "Norway's energy ministry".

    Where the article names the body before, it has that name: "the company". An outlet is
    nobody here: that it has reported something is a report, no statement.
    """
    named = speaker.entity is not None and speaker.entity.kind != "organization"
    if quote.speaker is None or named or speaker.unknown:
        return speaker
    informant = informants.at(annotated.article.id, quote.speaker)
    if informant.kind == "unstated":
        return speaker if _is_heard(speaker, annotated, quote, informants) else NOBODY
    person = informants.entities.get(informant.entity) if informant.entity else None
    if informant.kind == "person" and speaker.entity is None and person is not None:
        return _described(speaker, person)
    sure = informant.kind == "body" and not informant.key.startswith(("state:", "unsure:"))
    body = _body_meant(speaker, informant, informants)
    if body is not None and (sure or is_bare_company(speaker.words)):
        return replace(speaker, name=body.name, entity=body, key=informant.key if sure else "")
    if not sure:
        return speaker
    definite = _DEFINITE.fullmatch(speaker.words)
    named = definite is not None and informant.name.lower() not in STOP_WORDS | {
        definite[1].lower()
    }
    return replace(speaker, name=informant.name if named else speaker.name, key=informant.key)


def _body_meant(speaker: Speaker, informant: Informant, informants: Informants) -> Entity | None:
    """Return the body with a name that "the ministry" is, None for other words."""
    if speaker.entity is not None or informant.entity is None:
        return None
    body = informants.entities[informant.entity]
    definite = _DEFINITE.fullmatch(speaker.words) is not None
    return body if definite and body.kind == "organization" else None


def _is_heard(speaker: Speaker, annotated: Annotated, quote: Quote, informants: Informants) -> bool:
    """Return whether words that tell of no informant speak all the same: "said the carrier".

    Quoted words are somebody's, and who "said" a thing is somebody; but "the rocket showed". An
    outlet's name before its own headline says nothing.
    """
    cue = annotated.article.words(quote.cue).lower() if quote.cue else ""
    said = quote.kind == "direct" or _SPOKE.search(cue) is not None
    return said and not informants.names.is_outlet(speaker.words)


def _described(speaker: Speaker, person: Entity) -> Speaker:
    """Return the person whom "the retired teacher" describes; not who is named beside."""
    words = speaker.words.lower().split()
    definite = words[0] == "the" and len(words) >= FEWEST_DESCRIBING
    if person.kind != "person" or not definite or not is_somebody(speaker.words):
        return speaker
    return replace(speaker, name=person.name, entity=person, home=speaker.home or person.country)


def _introduced(speaker: Speaker, before: list[Speaker]) -> Speaker:
    """Return the last speaker of whom the article said more: "China's space agency"."""
    definite = _DEFINITE.fullmatch(speaker.name)
    if definite is None:
        return speaker
    noun = definite[1].lower()
    told = (each for each in reversed(before) if noun in words_of(each.words))
    return next((each for each in told if not _DEFINITE.fullmatch(each.words)), speaker)


def _speaker(annotated: Annotated, quote: Quote, reading: Reading) -> Speaker:
    """Return the speaker by the names among the words.

    One person named there is the speaker. A body or country is only when nothing but its name
    stands there: "a coast guard spokesman" is somebody else than the body.
    """
    if quote.speaker is None:
        return NOBODY
    spoken = _undated(annotated, quote.speaker)
    words = folded(annotated.article.words(spoken))
    whole = _with_title(annotated, spoken)
    shown = folded(annotated.article.words(whole))
    named = reading.entities_in(annotated.article.id, whole)
    home = next((each.country for each in named if each.kind == "country"), None)
    entity = _meant(words, named)
    if entity is not None and entity.kind == "person":
        home = home or entity.country
    return Speaker(
        name=entity.name if entity else words,
        words=shown,
        entity=entity,
        home=home,
        by_colon=quote.cue is None or annotated.article.words(quote.cue) == ":",
    )


def _meant(words: str, named: tuple[Entity, ...]) -> Entity | None:
    persons = [entity for entity in named if entity.kind == "person"]
    if persons and not _is_whose(words, persons[0]):
        return persons[0] if len(persons) == 1 else None
    bodies = [entity for entity in named if entity.kind == "organization"]
    known = {word for e in named for form in (e.name, *e.aliases) for word in words_of(form)}
    own = {word for word in words_of(words) if word not in _LINKS}
    if named and own <= known and len(bodies or named) == 1 and " and " not in words:
        return (bodies or list(named))[0]
    return None


def _is_whose(words: str, person: Entity) -> bool:
    """Return whether the name only says whose: "a spokesman for X", "police in X", "X's lawyer"."""
    for form in {person.name, *person.aliases, person.name.split()[-1]}:
        if any(_WHOSE_BEFORE.search(words, 0, place) for place in places_of(form, words)):
            return True
        if any(_WHOSE_BEHIND.match(behind) for behind in words.split(form)[1:]):
            return True
    return False


def _undated(annotated: Annotated, speaker: Span) -> Span:
    """Return the speaker's words without a date behind them: "police, 4 March 2026"."""
    for time in annotated.times:
        if time.type == "DATE" and speaker.holds(time.span) and time.span.start > speaker.start:
            before = annotated.article.part_text(speaker.part)[speaker.start : time.span.start]
            return Span(
                part=speaker.part,
                start=speaker.start,
                end=speaker.start + len(_DATE_LINK.sub("", before)),
            )
    return speaker


def _with_title(annotated: Annotated, speaker: Span) -> Span:
    """Return the speaker's words with the title before them, which may name the country."""
    for place, mention in names_in(annotated).touching(speaker):
        if mention.title and speaker.holds(place) and mention.title.part == speaker.part:
            start = min(speaker.start, mention.title.start)
            return Span(part=speaker.part, start=start, end=speaker.end)
    return speaker


# "A senior French negotiator"; but who was shot by a soldier is not the soldier.
_PHRASE = re.compile(
    r"(?<!\bby )(?<!\bfor )(?<!\bwith )(?<!\bagainst )(?<!\babout )\b"
    r"(?:[Aa]n?|[Tt]he|[Oo]ne)(?: [\w’'-]+){1,5}"
)


def somebody_before(speaker: Speaker, quote: Quote, annotated: Annotated) -> Speaker:
    """Return the one person that the sentence before describes, if "he" or "she" means nobody else.

    Only within the paragraph, and only where that sentence names no person.
    """
    here = quote.speaker
    if here is None or speaker.name.lower() not in ("he", "she"):
        return speaker
    before = _sentence_before(here, quote, annotated)
    if before is None or any(
        mention.kind == "person" and before.touches(mention.span) for mention in annotated.mentions
    ):
        return speaker
    phrases = _PHRASE.findall(annotated.article.words(before))
    described = [found for phrase in phrases if (found := _up_to_person(phrase))]
    if len(described) != 1:
        return speaker
    return replace(speaker, name=described[0], words=described[0])


def _up_to_person(phrase: str) -> str:
    """Return a phrase up to its first word for one person, "" where it has none."""
    words = phrase.split()
    for at, word in enumerate(words[1:], 2):
        if word.islower() and is_person(word) and not is_plural(word):
            return " ".join(words[:at])
    return ""


def _sentence_before(speaker: Span, quote: Quote, annotated: Annotated) -> Span | None:
    """Return the sentence before the pronoun's, or before its quote, in the same paragraph."""
    starts = [each.start for each in quote.content if each.part == speaker.part]
    begins = min([speaker.start, *starts])
    text = annotated.article.part_text(speaker.part)
    earlier = [
        sentence
        for sentence in annotated.sentences
        if sentence.part == speaker.part and sentence.end <= begins
    ]
    if not earlier or "\n" in text[earlier[-1].end : begins]:
        return None
    return earlier[-1]
