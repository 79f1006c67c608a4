"""Feeds of every kind, written for tests: the same two entries in each."""

from __future__ import annotations

WORDS = " ".join(f"The ferry lay on rock number {n} until the tide came." for n in range(20))
WHOLE = f"<p>{WORDS}</p><p>{WORDS}</p>"


def rss(*items: str, head: str = "") -> str:
    """Return an RSS 2.0 feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Harbour Post</title>{head}{''.join(items)}</channel></rss>"
    )


def item(link: str, title: str = "Ferry aground", **more: str) -> str:
    """Return one RSS item; `more` are elements by name, with `_` for the colon."""
    rest = "".join(f"<{n.replace('_', ':')}>{v}</{n.replace('_', ':')}>" for n, v in more.items())
    return f"<item><title>{title}</title><link>{link}</link>{rest}</item>"


def whole(html: str = WHOLE) -> str:
    """Return a whole text as it stands inside content:encoded."""
    return f"<![CDATA[{html}]]>"


TIME = "Tue, 03 Mar 2026 11:00:00 +0100"
BY_KIND = {
    "RSS 0.91": '<?xml version="1.0"?><rss version="0.91"><channel><title>Harbour Post</title>'
    "<item><title>One &amp; all</title><link>https://post.example/1</link></item>"
    "<item><title>Two</title><link>https://post.example/2</link></item></channel></rss>",
    "RSS 0.90": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Harbour Post</title></channel>'
    "<item><title>One &amp; all</title><link>https://post.example/1</link></item>"
    "<item><title>Two</title><link>https://post.example/2</link></item></rdf:RDF>",
    "RSS 1.0": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<channel rdf:about="https://post.example/"><title>Harbour Post</title></channel>'
    '<item rdf:about="https://post.example/1"><title>One &amp; all</title>'
    "<link>https://post.example/1</link><dc:date>2026-03-03T10:00:00Z</dc:date></item>"
    "<item><title>Two</title><link>https://post.example/2</link></item></rdf:RDF>",
    "RSS 2.0": rss(
        item("/1", "One &amp; all", pubDate=TIME, guid="7"),
        '<item><title>Two</title><guid isPermaLink="true">https://post.example/2</guid></item>',
    ),
    "Atom 0.3": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour Post</title>'
    '<entry><title>One &amp; all</title><link rel="alternate" type="text/html" href="/1"/>'
    "<issued>2026-03-03T10:00:00Z</issued></entry>"
    '<entry><title>Two</title><link href="https://post.example/2"/></entry></feed>',
    "Atom 1.0": '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/x/">'
    '<title>Harbour Post</title><entry><title type="html">One &amp;amp; &lt;b&gt;all&lt;/b&gt;'
    '</title><link rel="replies" href="no"/><link href="../1"/>'
    "<published>2026-03-03T10:00:00Z</published></entry>"
    "<entry><title>Two</title><id>https://post.example/2</id></entry></feed>",
    "JSON Feed": '{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post",'
    '"items": [{"id": 1, "url": "https://post.example/1", "title": "One & all",'
    '"date_published": "2026-03-03T11:00:00+01:00"}, {"id": "https://post.example/2",'
    '"title": "Two", "content_text": "x"}, "no entry"]}',
}
