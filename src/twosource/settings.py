"""Every setting on one page: a frozen tree with its defaults, read from `twosource.toml`.

A function gets the branch it needs and no more. An unknown key is an error that names the
nearest known one.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from typing import Any, ClassVar, Literal, Protocol, TypeVar

import msgspec

from twosource.errors import BadSettingError, UnknownSettingError


class _Branch(Protocol):
    """A part of the tree: any of the dataclasses below."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


T = TypeVar("T", bound=_Branch)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractSettings:
    """How pages become articles."""

    least_body_words: int = 25  # a page with fewer has no article's text
    most_page_bytes: int = 20_000_000  # larger pages are refused unread


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateSettings:
    """How names, quotes, figures and dates are marked."""

    model: str = ""  # name of an installed spaCy English model; "" takes the best one there is


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageSettings:
    """When one text counts as made from another."""

    horizon_days: int = 30  # articles further apart are not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterSettings:
    """When two reports tell of one event."""

    horizon_hours: int = 72  # dated articles further apart are not compared
    most_compared: int = 32  # earlier articles that a new one is compared with at most
    patience: int = 6  # of those in a row that cannot be of its story, after which it is enough
    most_at_once: int = 400  # articles of the stories that are decided anew with each new one


@dataclass(frozen=True, slots=True, kw_only=True)
class StorylineSettings:
    """When two stories are of one running matter."""

    horizon_days: int = 120  # between the end of one and the beginning of the other: no more, or
    # what comes round each year (an election, a final) would be one matter with the last


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSettings:
    """How long the blocks of a dossier are."""

    summary_sentences: int = 6
    most_claims: int = 24  # that several reports tell
    most_alone: int = 12  # that one report alone tells; more where the others leave room
    most_statements: int = 80  # a story of 14 outlets holds some 65; pages fold what is long


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How pages are fetched from the web: politely, and never from a private network."""

    contact: str = ""  # an address or mail that webmasters can write to; sent with each request
    robots: bool = True  # robots.txt is obeyed
    private_addresses: bool = False  # True lets sources of your own network be read
    seconds_between: float = 1.0  # requests to one host; its robots.txt may ask for more
    most_wait_seconds: float = 60.0  # that a run waits when a host asks for it
    first_wait_seconds: float = 1.0  # before the second try, doubled with each further one
    most_tries: int = 3
    connect_seconds: float = 10.0
    whole_seconds: float = 60.0  # for one request with its answer
    most_redirects: int = 5
    most_bytes: int = 20_000_000  # of one answer, unpacked; archives are read in pieces
    hosts_at_once: int = 8
    pages_per_run: int = 500  # of one source; the rest comes with the next runs
    revisit_hours: tuple[int, ...] = (2, 12, 48)  # after which a page is looked at for edits
    least_check_minutes: int = 10  # between two looks at a source
    most_check_hours: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole tree."""

    store: str = "sqlite:twosource.db"
    engine: str = "processes"
    summarizer: str = "extractive"
    outlets: str = ""  # path of a TOML table of further outlets; "" for the bundled one alone
    independence: Literal["strict", "normal", "loose"] = "normal"
    fetch: FetchSettings = FetchSettings()
    extract: ExtractSettings = ExtractSettings()
    annotate: AnnotateSettings = AnnotateSettings()
    lineage: LineageSettings = LineageSettings()
    cluster: ClusterSettings = ClusterSettings()
    storylines: StorylineSettings = StorylineSettings()
    dossier: DossierSettings = DossierSettings()


def read_settings(toml_text: str, path: str = "twosource.toml") -> Settings:
    """Return the settings a TOML text asks for, defaults elsewhere.

    Raises UnknownSettingError with the nearest known name, BadSettingError for a wrong value.
    """
    try:
        table = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettingError(path, f"is no TOML: {error}") from error
    return _overlaid(Settings(), table, path)


def _overlaid(branch: T, table: Mapping[str, Any], path: str) -> T:
    known = {field.name: getattr(branch, field.name) for field in fields(branch)}
    changes: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise UnknownSettingError(path, name, near[0] if near else None)
        if is_dataclass(known[name]):
            if not isinstance(value, Mapping):
                raise BadSettingError(f"{path}: {name}", "is a table of settings, not one value")
            changes[name] = _overlaid(known[name], value, f"{path}: {name}")
        else:
            changes[name] = value
    changed = replace(branch, **changes)
    try:
        return msgspec.convert(msgspec.to_builtins(changed), type(branch))
    except msgspec.ValidationError as error:
        reason, _, at = str(error).partition(" - at `$.")
        raise BadSettingError(f"{path}: {at.rstrip('`')}", reason) from error
