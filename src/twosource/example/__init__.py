"""The bundled example: news pages of invented outlets about invented events, and the truth about them."""

from pathlib import Path

EXAMPLE_ROOT = Path(__file__).parent
