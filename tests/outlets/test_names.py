"""Hold how an outlet is recognised by the words that name it."""

from __future__ import annotations

import pytest

from twosource.model.acquired import Outlet
from twosource.model.identity import OutletId
from twosource.outlets import load_outlets, outlet_named
from twosource.outlets.names import in_its_name, index_names, named, named_by_host, names_itself

BUNDLED = load_outlets()


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("AP", "ap"),
        ("The AP", "ap"),
        ("The Associated Press", "ap"),
        ("THE ASSOCIATED PRESS", "ap"),
        ("Associated Press", "ap"),
        ("REUTERS", "reuters"),
        ("(Reuters)", "reuters"),
        ("Reuters Staff", "reuters"),
        ("AP Photo", "ap"),
        ("AP Photo/Jane Roe", "ap"),
        ("Jane Roe/AP", "ap"),
        ("AFP via Getty Images", "afp"),
        ("Photo by Jane Roe | Getty Images", "getty-images"),
        ("By Jane Roe, Reuters", "reuters"),
        ("Jane Roe of Sky News", "sky-news"),
        ("By Jane Roe for The Canadian Press", "canadian-press"),
        ("told The Wall Street Journal", "wsj"),
        ("according to the New York Times", "nyt"),
        ("the Wall Street Journal's report", "wsj"),
        ("told the Epoch Times", "epoch-times"),
        ("Kyodo news agency", "kyodo"),
        ("Agence France-Presse", "afp"),
        ("dpa", "dpa"),
        ("The Times of India", "times-of-india"),
        ("The Times", "the-times"),
        ("Time", "time"),
        ("Le Monde", "le-monde"),
        ("Sueddeutsche Zeitung", "sz"),
    ],
)
def test_a_credit_or_attribution_names_its_outlet(words: str, outlet: str) -> None:
    found = outlet_named(words, BUNDLED)
    assert found is not None
    assert found.id == outlet


@pytest.mark.parametrize(
    "words",
    [
        "time",
        "people",
        "ap",
        "map",
        "the times",
        "a focus group",
        "Michael Bloomberg",
        "Sky Williams",
        "Nature Photographers Inc",
        "Buffalo Evening News Standard",
        "the Ministry of Foreign Affairs",
        "Old Financial Times Building",
        "Jane Roe",
        "The",
        "",
        "…",
    ],
)
def test_common_words_persons_and_longer_names_are_no_outlet(words: str) -> None:
    assert outlet_named(words, BUNDLED) is None


def test_a_name_that_two_outlets_claim_names_neither() -> None:
    twins = "".join(
        f'[[outlet]]\nid = "echo-{n}"\nname = "Quay Echo {n}"\naliases = ["Quay Echo"]\n'
        for n in (1, 2)
    )
    outlets = load_outlets(twins)
    assert outlet_named("Quay Echo", outlets) is None
    assert outlet_named("QUAY ECHO", outlets) is None
    found = outlet_named("Quay Echo 2", outlets)
    assert found is not None
    assert found.id == "echo-2"


def test_every_bundled_name_names_its_own_outlet_or_is_shared() -> None:
    lost = {
        form
        for outlet in BUNDLED.rows
        for form in (outlet.name, *outlet.aliases)
        if outlet_named(form, BUNDLED) not in {outlet, None}
    }
    assert lost == set()


def test_no_bundled_name_is_shared() -> None:
    shared = [o.name for o in BUNDLED.rows if outlet_named(o.name, BUNDLED) is None]
    assert shared == []


def test_an_outlet_that_no_table_knows_is_named_as_its_host_writes_it() -> None:
    index = index_names([Outlet(id=OutletId("algarvedaily.example"), name="algarvedaily.example")])
    assert named_by_host("the Algarve Daily", index) is not None
    assert named_by_host("algarve daily", index) is None
    assert named_by_host("Algarve Daily Mirror", index) is None
    assert named("Algarve Daily", index) is None


@pytest.mark.parametrize(
    ("words", "name", "itself"),
    [
        ("the Post", "The Harbour Post", True),
        ("The Harbour Post", "Harbour Post", True),
        ("HARBOUR POST", "The Harbour Post", True),
        ("Post of Harbour", "Harbour Post", False),
        ("the Morning Post", "New Harbour Morning Post", True),
        ("Norda Press", "Norda Press Agency", True),
        ("Norda", "Norda", True),
        ("NORDA", "Norda", True),
        ("norda", "Norda", False),
        ("", "The Harbour Post", False),
        ("The", "The Harbour Post", False),
        ("The ", "The Harbour Post", False),
        ("Harbour", "The Harbour Post", False),
        ("The Harbour", "The Harbour Post", False),
        ("New Harbour", "New Harbour Post", False),
        ("Independent", "Harbour Independent", False),
        ("the independent", "Harbour Independent", False),
        ("Norda Press", "Norda Press of Westland", False),
    ],
)
def test_an_outlet_is_itself_by_its_name_or_by_how_that_ends(
    words: str, name: str, itself: bool
) -> None:
    own = Outlet(id=OutletId("own"), name=name)
    assert names_itself(words, own) is itself


def test_a_bare_word_of_an_outlets_name_is_told_from_another_name() -> None:
    own = Outlet(id=OutletId("own"), name="The Harbour Post", aliases=("HP",))
    assert in_its_name("Post", own)
    assert in_its_name("Harbour", own)
    assert not in_its_name("The Post", own)
    assert not in_its_name("Norda", own)
