"""Find what an article tells of somebody beside the name: a title, an epithet, an apposition."""

from __future__ import annotations

import re

from twosource.languages.english.cues import english_verbs
from twosource.model.annotated import Annotated, Mention, MentionKind
from twosource.model.identity import Span
from twosource.stages.dossier.informants.roles import EPITHETS
from twosource.text.nouns import is_person, is_plural, singular
from twosource.text.tabled import words_of

MOST_WORDS = 14  # of an apposition; what is longer tells a life
MOST_BEFORE = 5  # words of an epithet before the title: "the disgraced former film producer"
LOOK_BEHIND = 160  # code points after a name in which its apposition must end

# What a body, a place, a thing is when an apposition says so; of persons `is_person` knows.
_BODIES = EPITHETS | words_of("speakers-en.toml", "also_bodies")
_PLACES = words_of("speakers-en.toml", "also_places")
_THINGS = words_of("speakers-en.toml", "also_things")
_NOUNS = {"organization": _BODIES, "place": _PLACES, "country": _PLACES, "other": _THINGS}

_RUNS = "leads|heads|runs|chairs|directs|oversees|commands|represents|founded|coaches|manages|owns"
_BEHIND = re.compile(
    r"(?: \(\d{1,3}\))?,\s+(?:(?:aged )?\d{1,3},\s+)?"
    rf"(?P<who>who (?:is |was |(?={_RUNS})))?"
    r"(?P<told>(?:[^.,;:!?()\n\"“”—]|(?<=\b[A-Z])\.|(?<=\d)[.,](?=\d)|[\"“][^\"“”\n]{1,60}[\"”])+)"
    r"(?P<close>[.,;:!?)\n\"”—]|$)"
)
# Where an apposition goes on as a clause: what stands before is the apposition.
_CLAUSE = re.compile(
    r"\s+(?:who|which|that|whose|whom|where|when|but|as|after|before|while|because|since|said|says|"
    r"told|announced|added|confirmed|explained|wrote|–|-)\b.*"
)
_SPEAKS = re.compile(
    r"^(?:(?!\b(?:who|which|that|whose|whom|where|when|but|as|after|before|while|because|since)\b).)+"
    r"\b(?:said|says|told|announced|added|confirmed|explained|wrote)\b"
)
_ARTICLE = re.compile(
    r"(?:an?|the|its|his|her|their|one of"
    r"|(?!(?:s?he|it|that|there|who|what|here)['’])[\w’'.-]+['’]s?)\s+",
    re.IGNORECASE,
)
# A woman's or man's office in capitals; other capitals in -man are surnames.
_IN_MAN = re.compile(
    r"(?:chair|spokes|congress|council|assembly|alder|front|fore)(?:wo)?man$", re.I
)
_LINK = re.compile(
    r"\s(?:of|for|at|in|on|from|with|to|by|behind|near|based|and|under|against|off|over|outside)\b"
)
_SECOND = re.compile(r"\band (?:an? |the |[A-Z])")  # "the mayor and the bishop": a list
_OPENING = re.compile(
    r"(?:in|at|on|for|from|to|by|with|with|like|unlike|after|before|under|near|as|besides|despite|"
    r"since|until|according to|outside|across|when|while|if|and|but)\b",
    re.IGNORECASE,
)
SHORT_OPENING = 6  # words: "In northern Norway, the government said" has no verb before the name
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do|"
    r"said|says|told|met|made|took|came|went|saw|got|gave|sent|won|lost|led|became|began|held|"
    r"kept|left|put|ran|sold|bought|spoke|stood|struck|fell|rose|grew|sued|not|never|\w+ly \w+ed)\b"
)
_SMALL = frozenset(
    """how both all here there now also then even only just yet so such some any each every many
    most two three four five several other another this that these those what why no or
    than""".split()
)
_IN_ING = frozenset("operating managing acting leading founding ruling outgoing incoming".split())
# "The mayor, Ada Lund,", "said their lawyer, Ada Lund."
_ROLE_BEFORE = re.compile(
    r"(?:^|(?<=[.,;:!?”\"\n] )|(?<=\n)|(?<=\bsaid ))"
    r"(?P<told>(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) |(?=[A-Z][\w-]+['’]s ))"
    r"(?P<role>[^.,;:!?\n\"“”()]{3,80})), $"
)
_BEFORE = re.compile(r"(\S+)[ \u00a0]+$")


def described(annotated: Annotated, mention: Mention, kind: MentionKind) -> Span:
    """Return a name with what is told of it on either side, else the name alone.

    "The disgraced producer X" and "X, a fisherman from Bergen," are wholly told; a relative
    clause only as far as it tells an office ("X, who leads the council"). `kind` is what the
    story takes the name for, since of a body other nouns are told than of a person.
    """
    text = annotated.article.part_text(mention.span.part)
    start = _start(text, mention) if kind == "person" else mention.span.start
    if kind == "person" and start == mention.span.start:
        start = _before_comma(text, mention.span)
    behind = _behind(text, mention.span, kind)
    end = behind if behind is not None else mention.span.end
    return Span(part=mention.span.part, start=start, end=end)


def _behind(text: str, name: Span, kind: MentionKind) -> int | None:
    """Return where the apposition after a name ends, None where none does."""
    found = _BEHIND.match(text, name.end, name.end + LOOK_BEHIND)
    if not found or _opens(text, name.start, found):
        return None
    told = found["told"].rstrip()
    if _SPEAKS.search(told):  # "A bid for Norda, the companies said"
        return None
    cut = _CLAUSE.sub("", told)
    if (not found["close"] and cut == told) or len(cut.split()) > MOST_WORDS:
        return None
    runs = found["who"] is not None and re.match(_RUNS, cut) is not None
    if not runs and not _tells(cut, kind, article=found["who"] is None):
        return None
    return found.start("told") + len(cut)


def _opens(text: str, start: int, found: re.Match[str]) -> bool:
    """Return whether the name may end an opening phrase: "In Oslo, the mayor opened the hall."

    A name that begins its sentence has an apposition only between commas.
    """
    sentence = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "” ", "? ", "! ")) + 1
    before = text[sentence:start].strip()
    short = len(before.split()) <= SHORT_OPENING
    opens = short and _OPENING.match(before) is not None
    return opens or (not before and found["close"] != ",")


def _tells(told: str, kind: MentionKind, *, article: bool) -> bool:
    """Return whether words are a noun phrase for one of that kind, and no clause or list."""
    begins = _ARTICLE.match(told)
    if article and begins is None and kind != "person":
        return False
    if _FINITE.search(told) or _SECOND.search(told):
        return False
    core = _LINK.split(told[begins.end() if begins else 0 :], maxsplit=1)[0].split()
    if not core or len(core) > MOST_BEFORE + 2:
        return False
    if begins is None and (not _is_of(core[-1], kind) or not _modifies(core[0])):
        return False
    if _LINK.fullmatch(f" {told.split()[-1]}"):
        return False  # it goes on behind a mark
    head = next((at for at, word in enumerate(reversed(core)) if _is_of(word, kind)), None)
    if head is None:
        return False
    behind = core[len(core) - head :]
    return all(word.lower().endswith(("ed", "ing", "ly")) for word in behind)


def _is_of(word: str, kind: MentionKind) -> bool:
    if kind == "person":
        surname = word[:1].isupper() and word.endswith("man") and not _IN_MAN.match(word)
        return is_person(word) and not is_plural(word) and not surname
    return word.islower() and singular(word) in _NOUNS[kind]  # in capitals it is another name


def _start(text: str, mention: Mention) -> int:
    """Return where the title before a name starts, with the epithet before that.

    An epithet goes back to its article ("the disgraced film producer X"); without one as far as
    words can stand in it ("Roc Nation chief operating officer X").
    """
    name, title = mention.span, mention.title
    if title is None or title.part != name.part or title.start > name.start:
        return name.start
    at = start = title.start
    if not is_person(text[title.start : title.end].split()[-1]):  # "Mr"
        return start
    must_begin = False
    for _ in range(MOST_BEFORE):
        found = _BEFORE.search(text, max(0, at - 30), at)
        if not found or "\n" in found.group():
            break
        word = found[1]
        if _ARTICLE.fullmatch(f"{word} "):
            return at
        if must_begin or not _modifies(word):
            break
        at = found.start(1)
        must_begin = (
            word.endswith("ed") and "-" not in word
        )  # "the ousted president", but "dating ousted president"
        if word[0].isupper():
            start = at
    return start


def _before_comma(text: str, name: Span) -> int:
    """Return where a role starts that commas part from its name: "the mayor, Ada Lund, wept"."""
    found = _ROLE_BEFORE.search(text, max(0, name.start - LOOK_BEHIND), name.start)
    if found is None or text[name.end : name.end + 1] not in (",", "."):
        return name.start
    return found.start("role") if _tells(found["told"], "person", article=True) else name.start


def _modifies(word: str) -> bool:
    """Return whether a word may stand in an epithet: no verb, no preposition, no mark."""
    lower = word.lower()
    if not re.fullmatch(r"[a-z][\w-]*", lower) or lower in english_verbs() or lower in _SMALL:
        return False
    if lower.endswith("ing") and lower not in _IN_ING:
        return False
    return not (
        _FINITE.fullmatch(lower) or _LINK.fullmatch(f" {lower}") or _CLAUSE.match(f" {lower}")
    )
