"""What a dossier is made of is gathered from the store, and every outlet has a name to show."""

from __future__ import annotations

from twosource.model.identity import OutletId
from twosource.outlets import NOWHERE, load_outlets
from twosource.pipeline.publish import outlet_by_id


def test_a_text_of_no_address_is_of_an_unknown_outlet() -> None:
    assert outlet_by_id(NOWHERE.id, load_outlets()).name == "unknown outlet"


def test_an_outlet_that_no_table_knows_is_called_by_its_id() -> None:
    found = outlet_by_id(OutletId("harbour.example"), load_outlets())
    assert (found.name, found.country) == ("harbour.example", None)
