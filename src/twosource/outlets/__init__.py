"""Who publishes: the outlets of the world, found by address and by name."""

from twosource.outlets.table import (
    NOWHERE,
    Outlets,
    load_outlets,
    outlet_by_id,
    outlet_named,
    outlet_of,
)

__all__ = ["NOWHERE", "Outlets", "load_outlets", "outlet_by_id", "outlet_named", "outlet_of"]
