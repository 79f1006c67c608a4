"""The bundled example: pages of invented outlets on invented events, and the truth about them."""

from pathlib import Path

EXAMPLE_ROOT = Path(__file__).parent
