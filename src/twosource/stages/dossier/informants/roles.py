"""The words that tell what a speaker is: an official, a body, a document, a witness, or nobody."""

from __future__ import annotations

from twosource.text.tabled import table, words_of

_TABLE = "speakers-en.toml"

IN_CHARGE = frozenset("heads leads chairs directs oversees".split())
"""Who does this to something speaks for it: "who leads the dig for the university"."""

STAFF = words_of(_TABLE, "staff")
OFFICIAL = STAFF | words_of(_TABLE, "officials") | IN_CHARGE
"""Whoever is one of these speaks for a body, unless that of a vessel: see `OWN_ACCOUNT`."""

WITNESS = words_of(_TABLE, "witnesses")
AT_HOME = words_of(_TABLE, "at_home")
UNNAMED = words_of(_TABLE, "unnamed")
SPEAKS_FOR = words_of(_TABLE, "speaks_for")
JOURNALIST = words_of(_TABLE, "journalists")
MEDICAL = words_of(_TABLE, "medical")
SOMEBODY = words_of(_TABLE, "somebody")

RULINGS = frozenset("ruling verdict judgment judgement".split())
DOCUMENT = words_of("sources-en.toml", "papers") | RULINGS
"""Papers, pictures and instruments that tell a thing."""

VOICES = words_of(_TABLE, "voices")
COUNTS = words_of(_TABLE, "countings")
AUTHORS = frozenset("authors author researchers scientists team they it".split())
"""Who has written the paper that was cited just before."""

BODY = words_of(_TABLE, "bodies")
COMPANY = words_of(_TABLE, "companies")
EPITHETS = COMPANY | words_of(_TABLE, "epithets")
"""What a body is called that its sentence has named: "World Rowing will not appeal, the federation
said"."""

BARE = EPITHETS | words_of(_TABLE, "bare")
"""Bodies told so barely that only the text before can say which is meant."""

LOCAL = frozenset(table(_TABLE)["local"].replace("\n", " ").split(", "))
"""Bodies that every town has: only a place tells which is meant."""

TOPICS = {word: topic for topic, words in table(_TABLE)["topics"].items() for word in words.split()}
"""What a ministry is about, in the one spelling that its name is given here."""

BY_ROLE = {
    role: body for body, roles in table(_TABLE)["by_role"].items() for role in roles.split(", ")
}
"""The body that is meant where one of these stands, whatever is beside it."""

# Bodies that several states have made: never "the company".
OF_STATES = frozenset(
    """nato eu un who imf wto opec osce iaea unicef unesco unhcr interpol brics asean g7 g20
    europol""".split()
)

# Courts that stories name because somebody goes there next: "the court" is seldom one of them.
HIGHER_COURTS = frozenset("high supreme appeal appeals appellate constitutional".split())

# Seats and nicknames: (name of the body, country).
SEATS = {
    "kremlin": ("presidency", "RU"),
    "white house": ("presidency", "US"),
    "elysee": ("presidency", "FR"),
    "élysée": ("presidency", "FR"),
    "blue house": ("presidency", "KR"),
    "pentagon": ("ministry of defence", "US"),
    "state department": ("ministry of foreign affairs", "US"),
    "foreign office": ("ministry of foreign affairs", "GB"),
    "quai d'orsay": ("ministry of foreign affairs", "FR"),
    "downing street": ("", "GB"),  # the government itself
    "number 10": ("", "GB"),
}

# What ministries are called at home that no "Ministry of …" is.
MINISTRIES_CALLED = {
    ("foreign affairs", "US"): "State Department",
    ("finance", "US"): "Treasury Department",
    ("defence", "US"): "Defense Department",
    ("labour", "US"): "Labor Department",
    ("transport", "US"): "Transportation Department",
    ("foreign affairs", "GB"): "Foreign Office",
    ("interior", "GB"): "Home Office",
    ("finance", "GB"): "Treasury",
}

PRONOUNS = frozenset("he she they it him her them who i we you its his their this that".split())
DETERMINERS = words_of("speakers-en.toml", "determiners")
