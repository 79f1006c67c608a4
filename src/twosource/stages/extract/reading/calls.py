"""Know by their first words the lines that call the reader to do something or serve the page.

The lists hold what many newsrooms print in the same words, in the languages most news is written
in. A line is judged by how it begins, never by a word somewhere inside it.
"""

from __future__ import annotations

import re

from twosource.stages.extract.reading.calls_abroad import ABROAD


def any_of(patterns: str) -> str:
    """Return the alternation of patterns that stand one a line; a blank in them is a blank."""
    return "|".join(line.strip() for line in patterns.splitlines() if line.strip())


# What calls the reader to do something, or belongs to the machinery of the page.
ENGLISH_CALLS = r"""
    advertisement
    advertising
    story continues (?:below|after)
    article continues
    continue reading
    scroll (?:down|to continue)
    sign up\b.{0,120}(?:newsletter|inbox|email|daily|alerts?|updates?)
    sign up (?:for|to|here|now)
    subscribe (?:to|for|now|here|today)
    subscribe\W*$
    get (?:the )?(?:latest|our|all the|more).{0,80}(?:inbox|newsletter|app|email|alerts?)
    get [\w ]{3,40} delivered\b
    join our\b
    join the (?:conversation|discussion)
    follow (?:us|me|him|her|them|@)
    follow [\w .'’]{3,60} on (?:twitter|facebook|instagram|x\b|social|google)
    like us on
    find us on
    listen to (?:this|the) (?:article|story)
    watch (?:now|live|more)\b
    click here\b
    tap here\b
    download (?:the|our)\b.{0,60}\bapp\b
    share this\b
    share on\b
    (?:like|enjoy(?:ed|ing)?) this (?:story|article)
    if you (?:like|liked|enjoyed) (?:this|the) (?:article|story|post)
    share\W*$
    print\W*$
    (?:read|see|watch|also|related|more)\b[\w ]{0,20}: ?\S?.{0,160}$
    read (?:more|next|also|the full|our)\b
    also read\b
    related (?:stories|articles|news|content|topics|posts|coverage)\b
    more (?:from|on|stories|news)\b.{0,60}$
    see also\b
    recommended\b.{0,30}$
    you (?:may|might) also like
    don['’]t miss\b.{0,40}$
    \[/?[a-z_]{3,20}(?: \w{1,20}=[^\]]{0,120}){1,6}\]
    listen to [\w ]{2,30} (?:live|on (?:bbc|spotify|apple|itunes))\b
    trending\W*$
    most read\W*$
    what to read next
    up next\W*$
    explore further\W*$
    source link\W*$
    have a (?:tip|story|news tip)
    got a (?:tip|story)
    do you (?:have|know)\b.{0,80}(?:tip|story|email|contact|get in touch)
    email [\w .'’-]{3,50} at\b
    contact (?:the )?(?:reporter|writer|author|us|[A-Z][\w.'’-]+ [A-Z][\w.'’-]+)\b
    reach [\w .'’]{3,40} at\b
    get in touch with (?:us|our|the)\b
    write to [\w .'’]{3,40} at\b
    [\w .'’-]{3,40} (?:can|may) be reached\b
    (?:copyright|©|\(c\)|all rights reserved)
    (?:first|originally) published (?:in|by|on|at)\b.{0,60}$
    this (?:material|story|article) may not be
    this (?:material|story|article|post|piece|report) (?:was )?(?:first|originally) (?:ap|pu|po)
    this document is subject to
    this (?:content|article|story) is (?:reserved|for subscribers|available|only)
    subscribe now\b
    you have (?:full|free) access
    our standards\b
    report (?:a )?(?:typo|error|mistake|this ad)
    (?:leave|post|add|write) a (?:reply|comment)
    your email address will
    required fields
    save my name
    this site uses (?:akismet|cookies)
    be the first to comment
    (?:view|show|load|read|see|hide) (?:all |more |the )?comments?
    comments?\W*(?:\(\d+\))?\W*$
    \d+ comments?\W*$
    (?:by )?(?:clicking|signing up|subscribing|submitting)\b.{0,80}(?:agree|terms|privacy)
    by providing your
    support (?:our|independent|quality|local)\b
    donate\b
    become a (?:member|subscriber)
    already a (?:member|subscriber)
    log in\b.{0,40}$
    register\b.{0,40}$
    skip to\b
    placeholder image
    for more stories like this\b
    this is a (?:breaking|developing) (?:news? )?story\b.{0,80}$
    follow .{2,40} coverage of\b
    back to top
    filed under\b
    tags? ?:
    topics? ?:
    posted in\b
    categories ?:
    we (?:want|would like|['’]d like) to hear (?:from you|what)
    let us know\b.{0,60}comments
    what do you think\b.{0,80}$
    want more\b.{0,80}\?$
    (?:hide|show|toggle) captions?\W*$
    \d{1,3} of \d{1,3}\W*$
    thank(?:s| you) for reading\b
    \[(?:video|photos?|images?|gallery|embed|iframe|tweet|map|gambas|foto|bild)\b[^\[\]]{0,60}\]$
    (?:for )?more (?:information|info|details) ?:
"""
CALL = re.compile(
    r"^\W*(?:" + "|".join(any_of(calls) for calls in (ENGLISH_CALLS, *ABROAD)) + ")",
    re.I,
)

# What ends or fills a call that opens with words of its own: "For all of it, sign up to our …".
CALLS_INSIDE = r"""
    \bsign(?:ing)? up (?:for|to) (?:our|the|their)\b.{0,40}\bnewsletters?\b
    \bnewsletters?\b.{0,120}\b(?:postfach|inbox)\b
    \bsubscribe now\W*$
    \bclick here\W*$
    \bread our privacy policy\b
    \bin unserem live-?blog\W*$
"""
CALL_INSIDE = re.compile(any_of(CALLS_INSIDE), re.I)

# Titles of other articles in one line, each with its label: "Tug sold [VIDEO] She sank [INSIGHT]".
LABELLED = re.compile(r"\[[A-Z ]{4,20}\].{10,120}\[[A-Z ]{4,20}\]")


def is_call(text: str) -> bool:
    """Return whether a line calls the reader to do something or belongs to the page's machinery."""
    if CALL.match(text):
        return len(text) <= 500
    if len(text) > 350:
        return False
    return (
        CALL_INSIDE.search(text) is not None
        or "is a reader-supported publication" in text
        or ("[" in text and LABELLED.search(text) is not None)
    )
