"""The small words round a name: titles, honorifics, company endings, short first names."""

from __future__ import annotations

from twosource.text.tabled import table


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    """
    mr mrs ms miss mx messrs dr prof sir dame rev sheikh ayatollah pope fr msgr hon
    """
)

# A name that begins with one of these, after words of TITLE_MODIFIERS, is a person's.
TITLE_HEADS = (
    _words(
        """
    president premier chancellor minister king queen prince princess emperor duke duchess
    secretary gen lt lieutenant col colonel maj capt captain cmdr commander adm admiral sgt
    sergeant cpl corporal pvt private marshal senator sen rep representative congressman
    congresswoman gov governor mayor ambassador envoy judge justice attorney prosecutor
    counsel inspector detective officer constable sheriff commissioner director chairman
    chairwoman chair chairperson chief ceo founder editor correspondent reporter analyst
    spokesman spokeswoman spokesperson leader dictator speaker coach manager captain
    candidate lawyer adviser advisor economist professor cardinal archbishop bishop pastor
    father mp mep msp designate elect harbourmaster harbormaster coordinator superintendent
    baroness baron lord lady actor actress singer author coordinator nominee striker
    midfielder defender goalkeeper quarterback officials official
    """
    )
    | HONORIFICS
)

TITLE_MODIFIERS = _words(
    """
    vice deputy prime foreign defence defense interior finance economy energy health
    transport trade education justice home state treasury acting former ex interim then
    incoming outgoing late senior junior assistant under national security special crown
    general major executive managing press opposition party city district team army navy air
    force police fire house senate majority minority republican democratic labour
    conservative u.s us
    """
)

GENERATION_MARKS = _words(
    """
    jr sr ii iii iv phd md qc kc mbe obe cbe
    """
)

COMPANY_ENDINGS = _words(
    """
    inc incorporated corp corporation co company ltd limited llc llp plc ag sa gmbh spa nv
    bv oy ab as asa kk holdings fc fk afc cf
    """
)

# Left out of initials and of the comparison of bodies' names.
LINK_WORDS = _words(
    """
    the of for and in on to at a an & de la le du des der die das von van
    """
)

# Words that many bodies share: two names alike only in these are not alike.
BODY_WORDS = _words(
    """
    ministry department office agency council commission committee authority service bureau
    board court parliament senate congress house government administration party union
    university college institute school hospital bank group association federation
    organization organisation league club team police army navy force forces guard news
    times post network international national united european american central federal state
    supreme high general world global new north south east west northern southern eastern
    western company security foundation center centre society academy exchange corporation
    fund
    """
)

# What a river or a desert is called besides its name, and called without.
GROUND_WORDS = _words("river desert peninsula village province isle of")

FULL_FIRST_NAMES = {
    short: frozenset(full.split()) for short, full in table("names-en.toml")["first_names"].items()
}

STATE_ABBREVIATIONS: dict[str, str] = table("names-en.toml")["states"]
