"""Bring a figure to its base unit, so that miles and kilometres can be laid side by side."""

from __future__ import annotations

from typing import Literal

Dimension = Literal[
    "length", "area", "mass", "volume", "speed", "temperature", "energy", "power", "time", "other"
]

# Factor to the base unit of the dimension (exact by definition where one is).
_FACTORS: dict[str, tuple[Dimension, float]] = {
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "nautical mile": ("length", 1852.0),
    "m2": ("area", 1.0),
    "km2": ("area", 1e6),
    "hectare": ("area", 1e4),
    "acre": ("area", 4046.8564224),
    "square foot": ("area", 0.09290304),
    "square mile": ("area", 2589988.110336),
    "g": ("mass", 0.001),
    "kg": ("mass", 1.0),
    "tonne": ("mass", 1000.0),
    "ton": ("mass", 907.18474),  # the American short ton; a British text means 1016
    "pound": ("mass", 0.45359237),
    "ounce": ("mass", 0.028349523125),
    "litre": ("volume", 1.0),
    "millilitre": ("volume", 0.001),
    "m3": ("volume", 1000.0),
    "gallon": ("volume", 3.785411784),  # American; the British one is 4.546
    "barrel": ("volume", 158.987294928),
    "km/h": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "m/s": ("speed", 3.6),
    "knot": ("speed", 1.852),
    "kWh": ("energy", 1.0),
    "MWh": ("energy", 1e3),
    "GWh": ("energy", 1e6),
    "TWh": ("energy", 1e9),
    "kW": ("power", 1.0),
    "MW": ("power", 1e3),
    "GW": ("power", 1e6),
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "week": ("time", 604800.0),
}

_NAMES = {
    "kilometre": "km", "kilometer": "km", "kilometres": "km", "kilometers": "km",
    "metre": "m", "meter": "m", "metres": "m", "meters": "m",
    "centimetre": "cm", "centimeter": "cm", "millimetre": "mm", "millimeter": "mm",
    "miles": "mile", "mi": "mile", "feet": "foot", "ft": "foot", "inches": "inch", "in": "inch",
    "yards": "yard", "nmi": "nautical mile", "nautical miles": "nautical mile",
    "square metre": "m2", "square meter": "m2", "square kilometre": "km2",
    "square kilometer": "km2", "ha": "hectare", "hectares": "hectare", "acres": "acre",
    "square feet": "square foot", "square miles": "square mile",
    "gram": "g", "kilogram": "kg", "kilograms": "kg", "kilo": "kg",
    "tonnes": "tonne", "t": "tonne", "metric ton": "tonne", "metric tons": "tonne",
    "tons": "ton", "lb": "pound", "lbs": "pound", "pounds": "pound", "oz": "ounce",
    "liter": "litre", "liters": "litre", "litres": "litre", "l": "litre", "ml": "millilitre",
    "cubic metre": "m3", "cubic meter": "m3", "gallons": "gallon", "gal": "gallon",
    "barrels": "barrel", "bbl": "barrel", "kph": "km/h", "kmh": "km/h", "knots": "knot",
    "kilometres per hour": "km/h", "miles per hour": "mph", "kt": "knot",
    "kilowatt-hour": "kWh", "megawatt-hour": "MWh", "gigawatt-hour": "GWh",
    "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "megawatts": "MW", "gigawatts": "GW",
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week",
}  # fmt: skip

_CELSIUS = frozenset({"°c", "c", "celsius", "degc", "degree celsius", "degrees celsius"})
_FAHRENHEIT = frozenset(
    {"°f", "f", "fahrenheit", "degf", "degree fahrenheit", "degrees fahrenheit"}
)


def to_base(value: float, unit: str | None) -> tuple[str, float]:
    """Return dimension and value in the dimension's base unit (m, m², kg, litre, km/h, °C …).

    A unit that is not converted is its own dimension: "USD", "percent", "person"; a bare number
    has the dimension "".
    """
    if unit is None:
        return "", value
    low = unit.strip().casefold()
    if low in _CELSIUS:
        return "temperature", value
    if low in _FAHRENHEIT:
        return "temperature", (value - 32) * 5 / 9
    name = _NAMES.get(low, unit.strip())
    known = _FACTORS.get(name) or _FACTORS.get(name.casefold())
    if known is None:
        return low, value
    dimension, factor = known
    return dimension, value * factor
