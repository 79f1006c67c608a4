"""Read which words a verb of speech governs: a clause, a thing, its matter."""

from __future__ import annotations

from twosource.languages.english.cues import Cue, english_list
from twosource.languages.english.speakers import SUBJECTS, misread_content
from twosource.languages.english.tree import Tree
from twosource.languages.english.writers import added_by_writer
from twosource.text.calendar import WEEKDAYS

_NEVER_TOLD = frozenset({"during", "after", "before", "to"})  # "… to reporters after the match"
_MARKS = frozenset({'"', "'", "''", "``"})  # as the parser is given them
_HOURS = ("morning", "afternoon", "evening", "night")
_FINITE = ("VBD", "VBZ", "VBP")


def content_of(tree: Tree, verb: int, cue: Cue, passive: bool) -> set[int]:
    """Return the words that a verb lets somebody say; empty for none.

    `passive`: what is the object else stands before the verb and tells nobody's words.
    """
    frames = cue.frames
    content = _clauses(tree, verb, cue)
    things = "o" in frames or ("d" in frames and _tells_by_document(tree, verb))
    if things and not content and not passive and not _is_aim(tree, verb):
        content = _things(tree, verb)
    if "n" in frames and (not content or "o" in frames):
        content |= _matter(tree, verb)
    if "a" in frames and not content and not passive:
        content = _object_with_its_worth(tree, verb)
    if "f" in frames:
        for child in tree.below(verb, "prep"):
            if tree.words[child].lower == "for" and child > verb:
                content |= tree.subtree(child)
    if not content and {"q", "c"} <= frames:
        content = _clause_around(tree, verb)
    return content - added_by_writer(tree, verb, content)


def _things(tree: Tree, verb: int) -> set[int]:
    """Return the object with what it is called, all that stands between them included."""
    called = tree.below(verb, "oprd")
    parts = (*tree.below(verb, "dobj", "attr", "acomp"), *called)
    things = set().union(*(tree.subtree(each) for each in parts))
    if called and things:
        things = set(range(min(things), max(things) + 1))
    elif tree.words[verb].lower in english_list("calling") and not _is_called(tree, verb, things):
        return set()  # "called the harbour office": by telephone
    for child in tree.below(verb, "conj"):  # "called the hearing and the report a ploy"
        if things and child > max(things) and tree.words[child].tag.startswith("NN"):
            things |= tree.subtree(child)
    return things | _further(tree, verb, max(things, default=len(tree.words)))


def _is_called(tree: Tree, verb: int, things: set[int]) -> bool:
    """Return whether an object holds what it is called: a second noun phrase, or marked words."""
    named = any(tree.words[each].relation in ("appos", "ccomp", "relcl") for each in things)
    return named or any(each.text in _MARKS for each in tree.words[verb:])


def _tells_by_document(tree: Tree, verb: int) -> bool:
    """Return whether figures, a survey or a report show it: a thing that somebody shows is none."""
    subjects = tree.below(verb, *SUBJECTS)
    return any(tree.words[each].lower in english_list("documents") for each in subjects)


def _is_aim(tree: Tree, verb: int) -> bool:
    """Return whether a verb is only what somebody is free, asked or about to do."""
    word = tree.words[verb]
    infinitive = "to" in tree.words_below(verb, "aux")
    done = word.relation == "xcomp" and tree.words[word.head].lower in english_list("doing")
    return infinitive and word.tag == "VB" and not done


def _object_with_its_worth(tree: Tree, verb: int) -> set[int]:
    """Return an object with what it is put at: "the cost at 9 million"; none without a number.

    The parser often hangs the "at 9 million" on a word deep inside the object.
    """
    objects = set().union(*(tree.subtree(each) for each in tree.below(verb, "dobj")))
    worth = [
        at
        for at in sorted(objects) + list(tree.below(verb, "prep"))
        if at > verb
        and tree.words[at].lower in ("at", "as")
        and any(_is_number(tree, each) for each in tree.below(at, "pobj"))
    ]
    if not worth or not objects:
        return set()
    return objects.union(*(tree.subtree(each) for each in worth))


def _is_number(tree: Tree, index: int) -> bool:
    words = (index, *tree.below(index, "nummod", "quantmod"))
    return any(tree.words[each].tag in ("CD", "$") for each in words)


def _clauses(tree: Tree, verb: int, cue: Cue) -> set[int]:
    """Return the clauses a verb governs, of the sort it takes: "that …", or "(him) to …"."""
    content: set[int] = set()
    misread = misread_content(tree, verb)
    by_somebody = tree.below(verb, "agent")  # "is said by Berg to be …"
    for child in _governed(tree, verb, cue):
        infinitive = "to" in tree.words_below(child, "aux")
        wanted = cue.frames & ({"i"} if infinitive else {"c", "q"})
        raised = cue.word == "say" and tree.words[child].relation == "xcomp" and not by_somebody
        if wanted and not raised and child != misread:
            content |= _without_its_day(tree, verb, _from_that(tree, child))
            content |= _goes_on(tree, verb, child)
        if wanted and infinitive:
            content |= _whom(tree, verb, child)
    return content


def _from_that(tree: Tree, clause: int) -> set[int]:
    """Return the words of a clause from its "that" on: "said earlier | that …" tells when."""
    words = tree.subtree(clause)
    thats = [each for each in tree.below(clause, "mark") if tree.words[each].lower == "that"]
    return {each for each in words if each >= thats[0]} if thats else words


def _without_its_day(tree: Tree, verb: int, words: set[int]) -> set[int]:
    """Drop the day on which it is said from what is said: "said | on Monday | it would close".

    Right behind the verb, with a clause after it: the parser hangs it on that clause.
    """
    behind = min(words - {verb}, default=verb)
    if behind > verb + 2 or tree.words[behind].lower != "on":
        return words
    said_on = tree.subtree(behind)
    told = {tree.words[each].lower for each in said_on} - {"on", "early", "late"}
    only_when = told & set(WEEKDAYS) and told <= {*WEEKDAYS, *_HOURS}
    return words - said_on if only_when else words


def _governed(tree: Tree, verb: int, cue: Cue) -> tuple[int, ...]:
    governed = (*tree.below(verb, "ccomp", "csubj", "xcomp"), *_asked_if(tree, verb, cue))
    clauses = tuple(each for each in governed if not _is_parted(tree, verb, each))
    made_clear = tuple(
        told
        for clause in clauses
        if cue.word.startswith("make ") and tree.words[clause].tag == "JJ"
        for told in tree.below(clause, "advcl", "ccomp")
    )
    if made_clear:
        return made_clear  # "made it clear that she would go": not the "it clear"
    return clauses or _misplaced(tree, verb) or _after_aside(tree, verb)


def _is_parted(tree: Tree, verb: int, clause: int) -> bool:
    """Return whether a semicolon ends a clause: "The pier is shut; the port offered another"."""
    if clause > verb:
        return False
    last = max(each for each in tree.subtree(clause) if each < verb)  # others may lie behind it
    return tree.words[last + 1].lower == ";"


def _after_aside(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the clause after "said in a note that …", which the parser hangs on the note."""
    return tuple(
        clause
        for aside in tree.below(verb, "prep")
        if tree.words[aside].lower in ("in", "at", "to")
        for word in sorted(tree.subtree(aside))
        for clause in tree.below(word, "acl", "relcl", "ccomp")
        if clause > verb
        and tree.words[min(tree.subtree(clause))].lower == "that"
        and any(tree.words[each].lower != "that" for each in tree.below(clause, *SUBJECTS))
    )[:1]


def _misplaced(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the clause after "told the court", where the parser takes it for a circumstance."""
    if tree.words[verb].lower not in english_list("addressing"):
        return ()
    return tuple(
        child
        for child in tree.below(verb, "advcl")
        if child > verb
        and tree.words[child].tag in _FINITE
        and tree.below(child, *SUBJECTS)
        and not tree.below(child, "mark", "advmod")
    )


def _whom(tree: Tree, verb: int, clause: int) -> set[int]:
    """Return who is to do it: "the council" in "urged the council to open the port".

    Of what was told to somebody ("told him to leave") he is no part.
    """
    if tree.words[verb].lower in english_list("addressing"):
        return set()
    objects = [each for each in tree.below(verb, "dobj") if verb < each < clause]
    return tree.subtree(objects[0]) if objects else set()


def _further(tree: Tree, verb: int, after: int) -> set[int]:
    """Return what goes on with an object: "the cost | at 9 million", but not "| on Monday"."""
    further: set[int] = set()
    for child in tree.below(verb, "prep"):
        of = tree.words_below(child, "pobj")
        aside = tree.words[child].lower in _NEVER_TOLD or of & english_list("asides")
        # "accused the firm, Berg Water, of …": only what an "of" tells goes on behind a comma
        set_off = tree.words[child - 1].lower == "," and tree.words[child].lower != "of"
        if child > after and not aside and not set_off:
            further |= tree.subtree(child)
    return further


def _asked_if(tree: Tree, verb: int, cue: Cue) -> tuple[int, ...]:
    """Return the question after "asks if", which the parser takes for a condition."""
    conditions = tree.below(verb, "advcl") if cue.sense == "asked" else ()
    return tuple(i for i in conditions if i > verb and "if" in tree.words_below(i, "mark"))


def _goes_on(tree: Tree, verb: int, clause: int) -> set[int]:
    """Return what was said further, where the parser hangs it on the verb.

    "It expects …, and it is …"; "The thefts went on, he said, and came to light in May".
    """
    closed = clause < verb < len(tree.words) - 1 and tree.words[verb + 1].lower == ","
    own = [tree.words[s].lower for s in tree.below(clause, *SUBJECTS)]
    further: set[int] = set()
    for child in tree.below(verb, "conj"):
        subjects = [tree.words[s] for s in tree.below(child, *SUBJECTS)]
        marked = "that" in tree.words_below(child, "mark")
        same = any(s.tag == "PRP" and s.lower in own for s in subjects)
        bare = closed and not subjects and tree.words[child].tag in _FINITE
        if child > clause and (marked or same or bare):
            further |= tree.subtree(child)
    return further


def _matter(tree: Tree, verb: int) -> set[int]:
    """Return what it is about: "of the storm", but not "on Friday"."""
    matter: set[int] = set()
    spoken_to = tree.words[verb].lower in english_list("addressing")
    for child in tree.below(verb, *([] if spoken_to else ["dobj"]), "prep"):
        if child < verb:
            continue
        told = tree.words[child].lower in english_list("about")
        aside = tree.words_below(child, "pobj") & english_list("asides")
        if tree.words[child].relation == "dobj" or (told and not aside):
            matter |= tree.subtree(child)
    return matter


def _clause_around(tree: Tree, verb: int) -> set[int]:
    """Return the clause that a bare "Ross said" stands in: "The plan, Ross said, will fail"."""
    word = tree.words[verb]
    if word.relation not in ("parataxis", "dep") or not tree.below(verb, *SUBJECTS):
        return set()
    return tree.subtree(word.head, cut=verb) | _goes_on(tree, verb, word.head)
