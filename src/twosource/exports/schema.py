"""Write the JSON Schema of what Twosource puts out: Article, Annotated and Dossier.

`python -m twosource.exports.schema dossier` prints one; docs/schema holds them all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from twosource.canonical import schema_of
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.dossier import Dossier

DIALECT = "https://json-schema.org/draft/2020-12/schema"

PUBLISHED: Mapping[str, type[Any]] = MappingProxyType(
    {"article": Article, "annotated": Annotated, "dossier": Dossier}
)


def schema_bytes(name: str) -> bytes:
    """Return the JSON Schema of a published value, indented for people, with a line break.

    It is made from the classes that write the output, so the two cannot part. Raises KeyError for
    a name that is not in PUBLISHED.
    """
    schema = {"$schema": DIALECT, **schema_of(PUBLISHED[name])}
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(schema_bytes(sys.argv[1]))
