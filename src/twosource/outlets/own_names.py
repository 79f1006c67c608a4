"""Call an outlet that no table knows by the name its own pages give it, where address and name fit.

A page may call itself what it likes. Its name is taken only where the address was plainly made of
it ("nytimes" of "New York Times"), and never one by which the table knows somebody else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.model.acquired import Article, Outlet
from twosource.model.identity import OutletId
from twosource.outlets.addresses import houses
from twosource.outlets.names import named
from twosource.outlets.table import Outlets, outlet_by_id

MOST_WORDS = 7  # a longer "name" is a slogan: "The paper that tells you what the others leave out"
LEAST_LETTERS = 3  # of the word of an address that opens a name; two open too many
_WORD = re.compile(r"[^\W_]+")
_PARTING = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_ENDING = re.compile(r"\.[a-z]{2,4}$", re.IGNORECASE)  # "Harbourpost.no"
# What joins the words of a name, and often has no letter in the address.
_JOINING = frozenset(
    "the of and for in on de la le les el der die das und du des di del al".split()
)
# What an address has beside the name and a name beside the address: news-harbourpost.example.
_BESIDE = ("the", "news", "online", "24", "live", "media", "tv")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})


def own_name(outlet: Outlet, names: Iterable[str], outlets: Outlets) -> str:
    """Return the first of the names on an outlet's page that is plainly its own; "" for none.

    Of a name with a motto behind it ("Harbour Post | News from the quay") each piece may be it. Of
    an outlet that stands in a table, or that has no address, the answer is "".
    """
    if outlet.name != outlet.id:
        return ""
    hosts = [_host_word(domain) for domain in outlet.domains]
    pieces = (" ".join(piece.split()) for name in names for piece in _PARTING.split(name))
    for piece in dict.fromkeys(pieces):
        bare = _ENDING.sub("", piece)
        if (
            piece.casefold() not in outlet.domains
            and any(_is_made_of(host, bare) for host in hosts)
            and named(piece, outlets.names) is None
        ):
            return piece
    return ""


def with_own_names(outlets: Outlets, articles: Iterable[Article]) -> Outlets:
    """Return the table and, beside it, the outlets of these articles under their own names.

    Where pages of one outlet give several, most pages decide, then the alphabet.
    """
    given: defaultdict[OutletId, Counter[str]] = defaultdict(Counter)
    for article in articles:
        if article.outlet_name and article.outlet not in outlets.by_ids:
            given[article.outlet][article.outlet_name] += 1
    if not given:
        return outlets
    called = {
        outlet: replace(
            outlet_by_id(outlet, outlets), name=min(names, key=lambda name: (-names[name], name))
        )
        for outlet, names in given.items()
    }
    return replace(outlets, by_ids=ChainMap(called, dict(outlets.by_ids)))


def may_be_called(outlet: OutletId, words: str) -> bool:
    """Return whether words may be the name of an outlet that is known by its address alone."""
    return "." in outlet and _is_made_of(_host_word(outlet), words)


def _host_word(domain: str) -> str:
    return _letters(list(houses(domain))[-1].partition(".")[0])


def _is_made_of(host: str, name: str) -> bool:
    """Return whether the word of an address was made of a name's words, in their order."""
    forms = [host]
    forms += [host.removeprefix(each) for each in _BESIDE]
    forms += [host.removesuffix(each) for each in _BESIDE]
    spellings = _words(name), _words(name.casefold().translate(_UMLAUTS))
    return any(
        len(words) <= MOST_WORDS and (_opens(each, words) or _is_spelt(each, words))
        for words in spellings
        for each in dict.fromkeys(forms)
    )


def _opens(host: str, words: Sequence[str]) -> bool:
    """Return whether a host is the first words of a name, and the most of it.

    "guardian" is "Guardian Weekly", and no name of "Guardian Angels Insurance Group".
    """
    starts = ["".join(words[: end + 1]) for end in range(len(words))]
    starts += [each.removeprefix("the") for each in starts]
    return len(host) >= LEAST_LETTERS and host in starts and 2 * len(host) >= len("".join(words))


def _is_spelt(host: str, words: Sequence[str]) -> bool:
    """Return whether a host is a beginning of each word of a name, put together in order.

    "nytimes" is N and Y and Times, "dn" Dagens Nyheter. Words that only join may be left out.
    """
    if len(words) < 2:
        return False
    ends = {0}
    for word in words:
        spelt = {
            end + length
            for end in ends
            for length in range(1, len(word) + 1)
            if host.startswith(word[:length], end)
        }
        ends = spelt | ends if word in _JOINING or word in _BESIDE else spelt
    return len(host) in ends


def _words(name: str) -> tuple[str, ...]:
    return tuple(map(_letters, _WORD.findall(name)))


def _letters(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
