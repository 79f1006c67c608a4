"""Tell the versions of one page apart: which came later, and whether the page says so."""

from __future__ import annotations

from twosource.model.acquired import Article


def same_page(one: Article, other: Article) -> bool:
    """Say whether two articles are one outlet's page at two times: they share an address."""
    return one.outlet == other.outlet and not addresses_of(one).isdisjoint(addresses_of(other))


def addresses_of(article: Article) -> frozenset[str]:
    """Return where an article stands: where it was fetched, and what its page calls its own."""
    return frozenset((article.url, article.canonical))


def written(article: Article) -> tuple[str, bool, str]:
    """Return what versions of a page are put in order by; the greatest is the latest.

    A page that was changed keeps its first date, so the time of the change tells; then a
    correction notice; and where the page is silent, the time at which it was read so.
    """
    time = article.changed or article.published
    return time.isoformat() if time else "", corrects(article), article.fetched_at.isoformat()


def corrects(article: Article) -> bool:
    """Say whether the page says itself that it was corrected."""
    return any(part.kind == "correction" for part in article.parts)


def changed_without_notice(earlier: Article, later: Article) -> bool:
    """Say whether a page has other words now while the dates it gives are still the same.

    A notice of correction that was not there before is notice enough. A page without any date
    cannot be held to one.
    """
    dates = (later.published, later.changed)
    told = any(dates) and dates == (earlier.published, earlier.changed)
    silent = not corrects(later) or corrects(earlier)
    return same_page(earlier, later) and other_words(earlier, later) and told and silent


def other_words(earlier: Article, later: Article) -> bool:
    """Say whether two versions read differently; how their paragraphs are parted is no matter."""
    return earlier.text.split() != later.text.split()
