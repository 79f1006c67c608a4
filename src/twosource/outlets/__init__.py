"""Who publishes: the outlets of the world, found by address and by name."""

from twosource.outlets.own_names import may_be_called, own_name, with_own_names
from twosource.outlets.table import (
    NOWHERE,
    Outlets,
    load_outlets,
    one_outlet,
    outlet_by_id,
    outlet_named,
    outlet_of,
)

__all__ = [
    "NOWHERE",
    "Outlets",
    "load_outlets",
    "may_be_called",
    "one_outlet",
    "outlet_by_id",
    "outlet_named",
    "outlet_of",
    "own_name",
    "with_own_names",
]
