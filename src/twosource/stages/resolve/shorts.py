"""Say whom a short form stands for in its article: "Putin", "Home Depot", "the Commission"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from twosource.model.identity import ArticleId
from twosource.stages.resolve.longer import Known, longer_forms
from twosource.stages.resolve.named import Form, Tokens
from twosource.stages.resolve.wordlists import BODY_WORDS, TITLE_MODIFIERS

_FAR = 10_000_000  # beyond any offset


class Shorts:
    """Finds the full name that a short form stands for, mention by mention."""

    def __init__(self, forms: Mapping[Tokens, Form], full: Mapping[Tokens, Tokens]) -> None:
        self._forms, self._full = forms, full
        known = Known(forms)
        self._longer = {tokens: longer_forms(tokens, known) for tokens in forms}

    def everywhere(self, tokens: Tokens) -> Tokens | None:
        """Return the head of the group that a name belongs to in each article.

        None where several may be meant, or where it is whichever the article has named.
        """
        return None if _is_common(tokens) else self._only(tokens)

    def here(self, article: ArticleId, place: int, tokens: Tokens) -> Tokens:
        """Return the head of the group that a name belongs to at a place of an article.

        A full name that the article itself gives goes before one that other reports give; of two
        such the last given before the mention, of two elsewhere the more frequent.
        """
        meant = self._only(tokens, article) if _is_common(tokens) else None
        return meant or self._nearest(tokens, article, place)

    def _only(self, tokens: Tokens, article: ArticleId | None = None) -> Tokens | None:
        """Return the head of the one group that may be meant, None where there are several."""
        heads = {self._full[each] for each in self._candidates(tokens, article)}
        if not heads or self._full[tokens] in heads:
            return self._full[tokens]
        return self._end(heads.pop()) if len(heads) == 1 else None

    def _candidates(self, tokens: Tokens, article: ArticleId | None) -> list[Tokens]:
        """Return the full names that may be meant, in an article only those it gives."""
        return [
            each
            for each in self._longer[tokens]
            if self._goes_by(tokens, each)
            and (article is None or article in self._forms[each].places)
        ]

    def _nearest(self, tokens: Tokens, article: ArticleId, place: int) -> Tokens:
        """Return the last of several given before, else the one most often given in the story."""
        candidates = self._candidates(tokens, article if _is_common(tokens) else None)
        near = [
            (self._last_before(candidate, article, place), self._full[candidate])
            for candidate in candidates
            if article in self._forms[candidate].places
        ]
        if near:
            return self._end(max(near)[1])
        support: Counter[Tokens] = Counter()
        for candidate in candidates:
            support[self._full[candidate]] += self._forms[candidate].count
        return self._end(max(support, key=lambda head: (support[head], head)))

    def _goes_by(self, tokens: Tokens, candidate: Tokens) -> bool:
        """Return whether a person may be meant by the beginning of the name alone.

        Only where some article has both, as with "Kim" for Kim Jong Un: the "Michel" of one report
        is not the president Michel of another.
        """
        begins = len(tokens) == 1 and candidate[0] == tokens[0] and candidate[-1] != tokens[0]
        begins = begins and not self._forms[tokens].name.titled  # "Dr Wu" is Wu Jianguo
        if not begins or self._forms[candidate].kind != "person":
            return True
        return not self._forms[tokens].places.keys().isdisjoint(self._forms[candidate].places)

    def _end(self, head: Tokens) -> Tokens:
        """Follow a short form's own longer form: "Kim" to "Kim Jong" to "Kim Jong Un"."""
        for _ in range(3):
            further = sorted({self._full[c] for c in self._longer.get(head, ())} - {head})
            if len(further) != 1 or _is_common(head):
                break
            head = further[0]
        return head

    def _last_before(self, candidate: Tokens, article: ArticleId, place: int) -> int:
        """Return where the candidate was last given before; one that comes later counts least."""
        positions = self._forms[candidate].places[article]
        return max((p for p in positions if p <= place), default=-_FAR - min(positions))


def _is_common(tokens: Tokens) -> bool:
    """Return whether a name is only words that many bodies share: "Commission", "Board"."""
    return all(
        token in BODY_WORDS or token in TITLE_MODIFIERS or len(token) == 1 for token in tokens
    )
