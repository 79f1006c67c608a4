"""Name the sorts of places on a page: navigation, caption, byline, body and what is never body.

A place may be several sorts at once, so each is a bit. What sort an element is, its own tag, its
role and the names of its boxes (`box_names.py`) tell.
"""

from __future__ import annotations

NAVIGATION = 1 << 0
HEADER = 1 << 1
FOOTER = 1 << 2
ASIDE = 1 << 3
RELATED = 1 << 4
SHARE = 1 << 5
SIGN_UP = 1 << 6
COMMENTS = 1 << 7
BIO = 1 << 8
CAPTION = 1 << 9
FIGURE = 1 << 10
ADVERT = 1 << 11
BYLINE = 1 << 12
TAGS = 1 << 13
EMBED = 1 << 14
NOTICE = 1 << 15
HIDDEN = 1 << 16
TABLE = 1 << 17
FORM = 1 << 18
DECK = 1 << 19
BODY = 1 << 20
CORRECTION = 1 << 21
HEADLINE = 1 << 22
CREDIT = 1 << 23
SECTION = 1 << 24
WALL = 1 << 25
ENTRY = 1 << 26
KEYPOINTS = 1 << 27
CARD = 1 << 29  # found by its make, not by its name: a box that announces another article
LEAD = 1 << 28  # an opening that some papers set as deck and others as first paragraph

EVERY = (1 << 30) - 1
MAY_BE_BODY = BODY | ENTRY | HEADER | DECK | LEAD | SECTION | TABLE | WALL
NEVER_BODY = EVERY & ~MAY_BE_BODY
# What some sites call a paragraph of the body itself: the free part of a walled text "teaser".
MISNAMED = RELATED | SHARE | ADVERT | FIGURE | BYLINE | TAGS | HEADLINE

TAG_ZONES = {
    "nav": NAVIGATION,
    "menu": NAVIGATION,
    "header": HEADER,
    "footer": FOOTER,
    "aside": ASIDE,
    "figure": FIGURE,
    "figcaption": CAPTION,
    "table": TABLE,
    "form": FORM,
    "dialog": NOTICE,
    "amp-img": FIGURE,
    "amp-ad": ADVERT,
    "amp-sidebar": NAVIGATION,
    "address": BYLINE,
    "h1": HEADLINE,
}
ROLE_ZONES = {
    "navigation": NAVIGATION,
    "banner": HEADER,
    "contentinfo": FOOTER,
    "complementary": ASIDE,
    "dialog": NOTICE,
    "alertdialog": NOTICE,
    "search": FORM,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
    "tooltip": HIDDEN,
}
