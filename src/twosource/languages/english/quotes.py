"""Join what stands in quotation marks with the clause of its sentence that tells who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.languages.english.around import with_words_before
from twosource.languages.english.beside import clause_beside, clause_by_colon
from twosource.languages.english.clauses import Clause, stretches
from twosource.languages.english.cues import english_verbs
from twosource.languages.english.mended import mended
from twosource.languages.english.own_words import in_own_words
from twosource.languages.english.quotations import inside, is_speech, is_utterance, merged, to_marks
from twosource.languages.english.said import clauses_of
from twosource.languages.english.set_off import breaking_in, closing_clause
from twosource.languages.english.tree import Tree
from twosource.languages.language import Said, Sentence, Stretch

MOST_BETWEEN = 3  # words between two quotations that are one utterance
RIGHT_BESIDE = 2  # code points: a comma or colon and a blank
FEWEST_LEFT = 3  # words of a clause whose quotation is another's
FAR = 60  # code points between a quotation and its cue; beyond it they rarely belong together


def said_in(sentence: Sentence, tree: Tree) -> tuple[Said, ...]:
    """Return everything the sentence says somebody said, quoted or not.

    A clause that leads in words of the next sentence ("Ross put it so:") comes without content.
    A cue inside quotation marks belongs to the quoted words and tells nothing of its own.
    """
    tree = mended(tree)
    found = [
        _heard(clause, tree, sentence.quoted)
        for clause in clauses_of(tree)
        if not inside(tree.words[clause.cue].start, sentence.quoted)
    ]
    if not sentence.quoted:
        found = [breaking_in(clause, found, tree) for clause in found]
        found = [c for c in found if not any(_closed_by(other, c, tree) for other in found)]
    clauses = _without_nested(found)
    added: dict[int, list[Stretch]] = {}
    own: list[Said] = []
    for place, quote in enumerate(sentence.quoted):
        at = _by_place(quote, clauses, tree, sentence)
        if at is None and place:
            at = _going_on(sentence.quoted[place - 1], quote, added, clauses, tree)
        if at is not None:
            added.setdefault(at, []).append(quote)
        elif (told := in_own_words(sentence.text, quote)) is not None:
            own.append(told)
    if sentence.text.endswith(":") and not any(c.open_to_quotes and c.speaker for c in clauses):
        lead_in = clause_beside(tree, (len(sentence.text), len(sentence.text)), sentence.quoted)
        clauses += [lead_in] if lead_in else []
    by_clauses = (
        _said(tree, clause, added.get(index, []), sentence) for index, clause in enumerate(clauses)
    )
    return (*(said for said in by_clauses if said is not None), *own)


def _by_place(quote: Stretch, clauses: list[Clause], tree: Tree, sentence: Sentence) -> int | None:
    """Return the clause of a quotation; a whole utterance asks the words right beside it first."""
    utterance = is_utterance(quote, sentence.text)
    colon = clause_by_colon(tree, quote) if utterance else None
    if colon is not None:
        clauses.append(colon)
        return len(clauses) - 1
    at = _clause_of(quote, clauses, tree, sentence.text)
    if not utterance:
        return at
    beside = clause_beside(tree, quote, sentence.quoted)
    if beside is None or (at is not None and _agree(clauses[at], beside)):
        return at
    for index, clause in enumerate(clauses):
        if clause.cue == beside.cue:
            clauses[index] = beside
            return index
    if at is not None and clauses[at].speaker:
        if not _apart(clauses[at], beside, quote, tree, sentence.quoted):
            return at
        clauses[at] = _without(clauses[at], beside, quote, tree)
    clauses.append(beside)
    return len(clauses) - 1


def _apart(
    clause: Clause, beside: Clause, quote: Stretch, tree: Tree, quoted: Sequence[Stretch]
) -> bool:
    """Return whether the words right beside a quotation tell it for themselves.

    `"…," he said, according to the interpreter`; "Lund said …, and Berg replied, “…”";
    `"…," said Berg, to whom Lund replied: "…"`. In "Lund recalled that Berg said, “…”" they are a
    part of what Lund recalled.
    """
    words = beside.cue_words | beside.speaker
    near = min(
        abs(tree.words[min(words)].start - quote[1]), abs(quote[0] - tree.words[max(words)].end)
    )
    path = [beside.cue, *tree.up(beside.cue)]
    below = path[path.index(clause.cue) - 1] if clause.cue in path[1:] else None
    joined = below is None or tree.words[below].relation == "conj"
    told = joined or any(_closes_before(each, clause, tree) for each in quoted if each != quote)
    return near <= RIGHT_BESIDE and tree.words[beside.cue].lower in english_verbs() and told


def _without(clause: Clause, beside: Clause, quote: Stretch, tree: Tree) -> Clause:
    """Return a clause without what another clause has: its words and its quotation."""
    quoted = {i for i, w in enumerate(tree.words) if quote[0] <= w.start < quote[1]}
    left = clause.content - quoted - beside.cue_words - beside.speaker
    told = sum(any(map(str.isalnum, tree.words[each].text)) for each in left)
    content = left if told >= FEWEST_LEFT else frozenset()
    return replace(clause, content=content, open_to_quotes=False)


def _agree(clause: Clause, beside: Clause) -> bool:
    """Return whether the parse and the words beside a quotation tell the same speaker."""
    return clause.cue == beside.cue and not clause.speaker.isdisjoint(beside.speaker)


def _going_on(
    before: Stretch,
    quote: Stretch,
    added: dict[int, list[Stretch]],
    clauses: Sequence[Clause],
    tree: Tree,
) -> int | None:
    """Return the clause of the quotation before, if this one goes on with it: `"…," and "…"`."""
    between = [w.lower for w in tree.words if before[1] <= w.start and w.end <= quote[0]]
    if len(between) > MOST_BETWEEN or not {"and", "or", "but", ",", "then"}.issuperset(between):
        return None
    for index, clause in enumerate(clauses):
        inside = any(before[0] <= tree.words[c].start < before[1] for c in clause.content)
        if inside or before in added.get(index, []):
            return index
    return None


def _heard(clause: Clause, tree: Tree, quoted: Sequence[Stretch]) -> Clause:
    """Return the clause without a speaker who stands inside quotation marks: he is spoken of."""
    if clause.speaker and inside(tree.words[min(clause.speaker)].start, quoted):
        return replace(clause, speaker=frozenset())
    return clause


def _without_nested(clauses: Sequence[Clause]) -> list[Clause]:
    """Drop a clause that lies in the content of another: "he said that Ross thinks so" is one."""
    return [
        clause
        for clause in clauses
        if not any(
            clause.cue in other.content and len(other.content) > len(clause.content)
            for other in clauses
            if other is not clause
        )
    ]


def _closed_by(closing: Clause, clause: Clause, tree: Tree) -> bool:
    """Return whether a clause that closes the sentence reports another that the parse hangs it on.

    "The firm expects losses, its chief told analysts": the firm does not expect that he told them.
    """
    if closing.content or not closing.open_to_quotes or closing.cue not in clause.content:
        return False
    told = closing_clause(closing, tree, ()).content
    return clause.cue in told and max(told) < closing.cue


def _clause_of(quote: Stretch, clauses: Sequence[Clause], tree: Tree, text: str) -> int | None:
    """Return the clause a quotation belongs to: the one that holds it, else the nearest open."""
    held = {
        index
        for index, word in enumerate(tree.words)
        if quote[0] <= word.start < quote[1] and any(c.isalnum() for c in word.text)
    }
    overlaps = [len(held & clause.content) for clause in clauses]
    if overlaps and max(overlaps) > 0:
        return overlaps.index(max(overlaps))
    near = [
        (_distance(quote, tree, clause), index)
        for index, clause in enumerate(clauses)
        if clause.open_to_quotes and clause.speaker and held.isdisjoint(clause.speaker)
    ]
    if not near or not is_speech(quote, text):
        return None
    distance, index = min(near)
    return index if distance <= FAR else None


def _distance(quote: Stretch, tree: Tree, clause: Clause) -> int:
    word = tree.words[clause.cue]
    return max(quote[0] - word.end, word.start - quote[1], 0)


def _said(tree: Tree, clause: Clause, quotes: Sequence[Stretch], sentence: Sentence) -> Said | None:
    quoted = sentence.quoted
    if not quotes and clause.open_to_quotes:
        clause = closing_clause(clause, tree, quoted)
    told = [to_marks(piece, quoted) for piece in stretches(tree, clause.content)]
    for quote in quotes:
        if _closes_before(quote, clause, tree):
            told = [piece for piece in told if piece[0] < quote[1] or piece in quoted]
    pieces = merged([*told, *quotes])
    pieces = with_words_before(pieces, clause, tree, quoted, sentence.text)
    if not quotes and len(pieces) == 1 and _points_elsewhere(pieces[0], tree):
        pieces = ()
    if not pieces and not (clause.open_to_quotes and clause.speaker):
        return None
    speaker, cue = stretches(tree, clause.speaker), stretches(tree, clause.cue_words)
    return Said(
        content=pieces,
        speaker=to_marks((speaker[0][0], speaker[-1][1]), quoted) if speaker else None,
        cue=(cue[0][0], cue[-1][1]) if cue else None,
        sense=clause.sense,
    )


def _closes_before(quote: Stretch, clause: Clause, tree: Tree) -> bool:
    """Return whether the cue or the speaker follows right on a whole quotation: `"…," said Berg`.

    What comes after them then tells of the speaker and is nothing that was said.
    """
    beside = min(clause.cue_words | clause.speaker)
    return quote[0] < quote[1] <= tree.words[beside].start <= quote[1] + 1


def _points_elsewhere(piece: Stretch, tree: Tree) -> bool:
    """Return whether a content is one word that tells nothing by itself: "what", "so", "that"."""
    words = [word for word in tree.words if piece[0] <= word.start < piece[1]]
    return len(words) == 1 and words[0].tag in ("WP", "WDT", "DT", "PRP", "RB", "IN", "WRB")
