"""Read pages that only a script would fill: their words stand in them as data."""
