"""Find everything that is told as somebody's words, quoted or not, and whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twosource.languages import Language, Said, Sentence, Stretch
from twosource.model.annotated import Quote, QuoteKind, Sense
from twosource.model.identity import HEADLINE
from twosource.stages.annotate.marks import Marked, cut_to, find_marked
from twosource.stages.annotate.named_lines import (
    Line,
    region,
    said_by_colon,
    signed_lines,
    transcript_lines,
)
from twosource.stages.annotate.parts import Passage, after_opening
from twosource.stages.annotate.questions import is_question

LEAST_LONE_WORDS = 4  # a quotation without speaker that has fewer is a title or a scare quote
LONGEST_TITLE = 5  # words: "army spokesman Col"
LONGEST_RANK = 5  # letters of what is cut short: "Col", "Supt"


@dataclass(slots=True)
class _Statement:
    """A statement while it is gathered from the sentences it goes through."""

    content: list[Stretch]
    speaker: Stretch | None
    cue: Stretch | None
    sense: Sense
    sentence: int
    quoted: list[Marked] = field(default_factory=list)


def find_quotes(passages: Sequence[Passage], language: Language) -> tuple[Quote, ...]:
    """Return the statements of an article, part by part in reading order.

    Speakers are the words as they stand; `antecedents.resolve_pronouns` looks behind "he said".
    """
    marked = [find_marked(passage.text, language.marks) for passage in passages]
    sentences = [
        Sentence(text=passage.cased[start:end], quoted=cut_to(marks, (start, end)))
        for passage, marks in zip(passages, marked, strict=True)
        for start, end in _opened(passage)
    ]
    said = iter(language.find_said(sentences))
    return tuple(
        quote
        for passage, marks in zip(passages, marked, strict=True)
        for quote in _quotes_of(passage, marks, [next(said) for _ in passage.sentences], language)
    )


def _opened(passage: Passage) -> Iterator[Stretch]:
    return (after_opening(passage.text, sentence) for sentence in passage.sentences)


def _quotes_of(
    passage: Passage,
    marks: Sequence[Marked],
    said: Sequence[Sequence[Said]],
    language: Language,
) -> Iterator[Quote]:
    lines = [
        *transcript_lines(passage.text, language.labels),
        *signed_lines(passage.text, marks, language.name_words),
    ]
    told = [region(line) for line in lines]
    marks = [mark for mark in marks if not _touches((mark.start, mark.end), told)]
    statements = [
        _placed(each, index, sentence[0])
        for index, (found, sentence) in enumerate(zip(said, _opened(passage), strict=True))
        for each in found
        if not _touches(sentence, told)
    ]
    if passage.part == HEADLINE and not any(each.content for each in statements):
        colon = said_by_colon(passage.text, language)
        statements += [_placed(colon, 0, 0)] if colon else []
    _widen(statements, marks)
    _take_in_standing(passage, statements, marks)
    for each in statements:
        _give_title_to_speaker(passage.text, each)
    found = [_quote(passage, each, marks) for each in statements if each.content]
    found += [_line(passage, line) for line in lines]
    yield from sorted(found, key=lambda quote: quote.content[0])


def _touches(stretch: Stretch, others: Sequence[Stretch]) -> bool:
    return any(start < stretch[1] and stretch[0] < end for start, end in others)


def _line(passage: Passage, line: Line) -> Quote:
    """Return a line of a transcript, or a signed one: direct speech, in quotation marks or not.

    One that ends in a question waits for the next line's answer, so it asks whatever stands before.
    """
    asks = passage.text[: line.words[1]].rstrip("\"”’' )").endswith("?")
    return Quote(
        content=(passage.span(line.words),),
        speaker=passage.span(line.speaker),
        kind="direct",
        sense="asked" if asks else "asserted",
    )


def _placed(said: Said, sentence: int, start: int) -> _Statement:
    def moved(stretch: Stretch | None) -> Stretch | None:
        return (stretch[0] + start, stretch[1] + start) if stretch else None

    return _Statement(
        content=[(left + start, right + start) for left, right in said.content],
        speaker=moved(said.speaker),
        cue=moved(said.cue),
        sense=said.sense,
        sentence=sentence,
    )


def _widen(statements: Sequence[_Statement], marks: Sequence[Marked]) -> None:
    """Let a statement that holds a part of a quotation hold all of it."""
    for each in statements:
        pieces: list[Stretch] = []
        for start, end in each.content:
            for mark in marks:
                if mark.start < end and start < mark.end:
                    start, end = min(start, mark.start), max(end, mark.end)
                    each.quoted.append(mark)
            if pieces and start < pieces[-1][1]:
                pieces[-1] = pieces[-1][0], max(end, pieces[-1][1])
            else:
                pieces.append((start, end))
        each.content = pieces


def _give_title_to_speaker(text: str, statement: _Statement) -> None:
    """Give the words between a quotation and its speaker to him: "…," chief officer | Ada Lund.

    And a title that was cut at its stop: "The bridge is open, police chief Lt | . Una Lund said."
    """
    if statement.speaker is None:
        return
    start, end = statement.speaker
    for place, piece in enumerate(statement.content):
        mark = next((m for m in statement.quoted if piece[0] <= m.start and m.end < piece[1]), None)
        behind = piece[1] <= start and not text[piece[1] : start].strip()
        if mark and behind and text[: mark.end].endswith((',"', ",”")):
            statement.content[place] = piece[0], mark.end
            statement.speaker = mark.end + 1, end
        elif text[piece[1] : start] == ". ":
            comma, _, title = text[piece[0] : piece[1]].rpartition(", ")
            words = title.split()
            if comma and len(words) <= LONGEST_TITLE and len(words[-1]) <= LONGEST_RANK:
                statement.content[place] = piece[0], piece[0] + len(comma)
                statement.speaker = piece[1] - len(title), end


def _take_in_standing(
    passage: Passage, statements: list[_Statement], marks: Sequence[Marked]
) -> None:
    """Give every quotation that stands as sentences of its own to whom it belongs to."""
    taken = {mark.start: each for each in statements for mark in each.quoted}
    for index, mark in enumerate(marks):
        if mark.start in taken or not _stands_alone(passage, mark):
            continue
        owner = _owner(passage, mark, marks[:index], taken, statements)
        if owner is None:
            later = next(iter(marks[index + 1 :]), None)
            if later and (later.goes_on or _same_paragraph(passage.text, mark, later)):
                owner = taken.get(later.start)
        if owner is None:
            owner = _from_before(passage, mark, statements)
        if owner is None:
            if len(passage.text[mark.start : mark.end].split()) < LEAST_LONE_WORDS:
                continue
            owner = _Statement([], None, None, "asserted", _sentence_at(passage, mark.start))
            statements.append(owner)
        owner.content.append((mark.start, mark.end))
        owner.content.sort()
        owner.quoted.append(mark)
        taken[mark.start] = owner


def _stands_alone(passage: Passage, mark: Marked) -> bool:
    touched = [s for s in passage.sentences if s[0] < mark.end and mark.start < s[1]]
    if not touched:
        return False
    outside = passage.text[touched[0][0] : mark.start] + passage.text[mark.end : touched[-1][1]]
    return sum(map(str.isalnum, outside)) <= 2


def _same_paragraph(text: str, one: Marked, other: Marked) -> bool:
    return "\n" not in text[one.start : other.end]


def _owner(
    passage: Passage,
    mark: Marked,
    before: Sequence[Marked],
    taken: dict[int, _Statement],
    statements: Sequence[_Statement],
) -> _Statement | None:
    """Return the statement a quotation goes on with: the quotation before it, or a lead-in."""
    lead_in = [
        each
        for each in statements
        if not each.content and passage.sentences[each.sentence][1] <= mark.start
    ]
    if lead_in:
        end = passage.sentences[lead_in[-1].sentence][1]
        if passage.text[end - 1] == ":" and not passage.text[end : mark.start].strip():
            return lead_in[-1]
    if not before:
        return None
    last = before[-1]
    if mark.goes_on:
        return taken.get(last.start)
    if not _same_paragraph(passage.text, last, mark):
        return None
    newer = [each for each in statements if each.speaker and each.cue and last.end < each.cue[0]]
    if any(each.cue and each.cue[1] <= mark.start and not each.quoted for each in newer):
        return None  # somebody else has spoken in between, without marks
    return taken.get(last.start)


def _from_before(passage: Passage, mark: Marked, statements: list[_Statement]) -> _Statement | None:
    """Return a new statement of the one who spoke in the sentence or paragraph just before."""
    here = _sentence_at(passage, mark.start)
    spoke = [each for each in statements if each.speaker and here - 2 <= each.sentence < here]
    if not spoke:
        return None
    last = max(spoke, key=lambda each: each.sentence)
    found = _Statement([], last.speaker, None, "asserted", here)
    statements.append(found)
    return found


def _sentence_at(passage: Passage, offset: int) -> int:
    return next((i for i, (start, end) in enumerate(passage.sentences) if start <= offset < end), 0)


def _quote(passage: Passage, statement: _Statement, marks: Sequence[Marked]) -> Quote:
    kind = _kind(passage.text, statement.content, marks)
    words = " ".join(passage.text[start:end] for start, end in statement.content)
    sense = statement.sense
    if kind == "direct" and sense == "denied" and _is_led_in(passage, statement.content[0][0]):
        sense = "asserted"  # "Berg denied it: “I was at sea”" says that he was
    asked = kind == "direct" and sense == "asserted" and is_question(words)
    return Quote(
        content=tuple(map(passage.span, statement.content)),
        speaker=passage.span(statement.speaker) if statement.speaker else None,
        cue=passage.span(statement.cue) if statement.cue else None,
        kind=kind,
        sense="asked" if asked else sense,
    )


def _is_led_in(passage: Passage, start: int) -> bool:
    """Return whether quoted words are a saying of their own: behind a colon, a sentence's first."""
    opens = any(start == sentence for sentence, _ in passage.sentences)
    return opens or passage.text[:start].rstrip().endswith(":")


def _kind(text: str, content: Sequence[Stretch], marks: Sequence[Marked]) -> QuoteKind:
    """Return "direct" for words all but wholly in marks, "indirect" for none, else "mixed"."""
    letters = sum(_letters(text[start:end]) for start, end in content)
    quoted = sum(
        _letters(text[max(start, mark.start) : min(end, mark.end)])
        for start, end in content
        for mark in marks
        if mark.start < end and start < mark.end
    )
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.95 * letters else "mixed"


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
