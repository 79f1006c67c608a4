"""Find in running text whom an article says that its words were said to, in other languages."""

from __future__ import annotations

import re

from twosource.stages.extract.reading.calls import any_of

_TO = r"[^.!?\"“”„«»]{0,60}?\b"
_PAPER = """
    nachrichtenagentur
    zeitung
    sender
    agence
    agenzia
    agencia
    quotidien
    diario
    journal
    jornal
    nyhetsbyrån
    avisen
    krant
"""
# "siger hun til Norda", "sagte sie der Zeitung Norda", "a-t-elle dit à Norda", "dijo a Norda".
SAID_TO = rf"""
    (?:siger|fortæller|sagde|oplyser|sier|forteller|opplyser|säger|berättar|sade|uppger){_TO}till?
    (?:sagte|sagt|erklärte|berichtete|bestätigte){_TO}(?:der|dem|gegenüber(?: de[rm])?)
    (?:dit|déclaré|indiqué|expliqué|confié|affirmé|assuré|raconté){_TO}(?:à(?: la)?|au|à l['’])
    (?:dijo|declaró|explicó|aseguró|contó|afirmó|señaló){_TO}(?:al?|a la)
    (?:disse|declarou|afirmou|contou|explicou){_TO}(?:ao?|à)
    (?:detto|dichiarato|raccontato|spiegato|riferito){_TO}(?:al?|alla|all['’])
    (?:zei|zegt|vertelde|vertelt|verklaarde|meldt){_TO}(?:tegen|aan)(?: het| de)?
"""
TOLD_ELSEWHERE = re.compile(
    rf"\b(?i:{any_of(SAID_TO)})\s?(?i:(?:(?:{any_of(_PAPER)})\s)?)"
    r"(?P<words>[A-ZÀ-Þ][\w&’'-]*(?: (?:[A-ZÀ-Þ][\w&’'-]*|de|of|und|y|og)){0,4})"
)
