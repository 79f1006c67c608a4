"""Somebody who speaks, as far as an article tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.model.identity import CountryCode
from twosource.model.linked import Entity
from twosource.stages.dossier.informants.roles import PRONOUNS
from twosource.stages.dossier.sameness import word_set
from twosource.text.tabled import words_of

# What "according to" and "says" have beside them without anybody speaking.
NOBODYS = words_of("speakers-en.toml", "nobodys")
# What a town or county is called when its government speaks.
SPEAKING_PLACES = word_set("county city council municipality borough parish district")
_TAIL = re.compile(r",| (?:of|in|from|at|for|on|with|who|which|that|by|provided|close) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, as far as the article tells."""

    name: str  # canonical name, else the words; "" where not told
    words: str  # with title and role
    entity: Entity | None = None
    home: CountryCode | None = None  # the country given with the speaker
    key: str = ""  # equal for one body, however it is called; "" where it cannot be known again
    by_colon: bool = False  # only a colon or the marks tell: "Vestby: fire under control"

    @property
    def unknown(self) -> bool:
        """Return whether nobody is named: none told, or a pronoun that may be anybody."""
        return not self.name or self.name.lower() in PRONOUNS

    def can_speak(self, *, quoted: bool) -> bool:
        """Return whether it is somebody: no town, amount or abstraction, and not the outlet.

        Quoted words are somebody's, also where no language is known that tells whose name it is.
        """
        if self.entity is not None:
            nobody = ("place",) if quoted else ("place", "other")
            return self.entity.kind not in nobody or self._is_county
        head = _TAIL.split(self.words.lower())[0].split()
        return not head or head[-1].strip(",.") not in NOBODYS

    @property
    def _is_county(self) -> bool:
        """Return whether a place speaks as a body: "Nairobi County said"."""
        return not self.by_colon and self.words.split()[-1].lower() in SPEAKING_PLACES


NOBODY = Speaker(name="", words="")
