"""Every error Twosource raises, as one tree.

TwosourceError
├── InvalidValueError (also ValueError)   a value breaks its own rule
├── ConfigurationError                    the user asked for what there is not
│   ├── UnknownPartError                  no part of that name stands in the catalogue
│   ├── UnknownSettingError               no setting of that name
│   ├── BadSettingError                   a setting has a value it cannot have
│   ├── MissingExtraError                 a part needs a package that is not installed
│   ├── BadTableError                     a row of a table of outlets is wrong
│   └── OneNotTwoError                    two are asked for, and both names are of one
├── SourceError                           something that was to be read cannot be
│   ├── MissingSourceError                no such file, folder or address
│   ├── EmptySourceError                  nothing to read in it
│   ├── BrokenRecordError                 one record of a file is broken
│   ├── NotAFeedError                     what was to be a feed, sitemap or OPML is none
│   └── FetchError                        an address of the web gave nothing
│       ├── RefusedAddressError           it leads into a private network, or is no web address
│       ├── RobotsError                   the site's robots.txt asks to stay away
│       ├── TooLargeError                 more bytes than the settings allow
│       ├── UnreachableError              no answer: no such host, no connection, too slow
│       ├── AnswerError                   an answer that is no page: 500, a loop of redirects
│       │   ├── GoneError                 there is no such page (any more)
│       │   └── BlockedError              the server does not let us in
│       └── LaterError                    the server asks to be left alone for longer than we wait
├── ExtractError                          a capture gives no article
│   ├── NotTextError                      the bytes are no text: a picture, a program
│   ├── NoBodyError                       a page without an article's text
│   └── NotAnArticleError                 a section front, an index, an about page
├── StoreError                            the store refuses
│   ├── NoStoreError                      there is none to read in
│   ├── NewerSchemaError                  made by a later Twosource
│   ├── NotAStoreError                    some other file
│   ├── StoreLockedError                  another process holds it
│   ├── StoreReadOnlyError                it may not be written
│   ├── StoreFullError                    the disk is full
│   └── NotHeldError                      no such story, article or claim
│       └── SeveralHeldError              several by one name: the versions of a page
└── ContradictionError                    verdicts that cannot both hold
"""

from __future__ import annotations

from twosource.errors.keeping import (
    ContradictionError,
    NewerSchemaError,
    NoStoreError,
    NotAStoreError,
    NotHeldError,
    SeveralHeldError,
    StoreError,
    StoreFullError,
    StoreLockedError,
    StoreReadOnlyError,
)
from twosource.errors.reading import (
    AnswerError,
    BlockedError,
    BrokenRecordError,
    EmptySourceError,
    ExtractError,
    FetchError,
    GoneError,
    LaterError,
    MissingSourceError,
    NoBodyError,
    NotAFeedError,
    NotAnArticleError,
    NotTextError,
    RefusedAddressError,
    RobotsError,
    SourceError,
    TooLargeError,
    UnreachableError,
)
from twosource.errors.root import InvalidValueError, TwosourceError
from twosource.errors.use import (
    BadSettingError,
    BadTableError,
    ConfigurationError,
    MissingExtraError,
    OneNotTwoError,
    UnknownPartError,
    UnknownSettingError,
)

__all__ = [
    "AnswerError",
    "BadSettingError",
    "BadTableError",
    "BlockedError",
    "BrokenRecordError",
    "ConfigurationError",
    "ContradictionError",
    "EmptySourceError",
    "ExtractError",
    "FetchError",
    "GoneError",
    "InvalidValueError",
    "LaterError",
    "MissingExtraError",
    "MissingSourceError",
    "NewerSchemaError",
    "NoBodyError",
    "NoStoreError",
    "NotAFeedError",
    "NotAStoreError",
    "NotAnArticleError",
    "NotHeldError",
    "NotTextError",
    "OneNotTwoError",
    "RefusedAddressError",
    "RobotsError",
    "SeveralHeldError",
    "SourceError",
    "StoreError",
    "StoreFullError",
    "StoreLockedError",
    "StoreReadOnlyError",
    "TooLargeError",
    "TwosourceError",
    "UnknownPartError",
    "UnknownSettingError",
    "UnreachableError",
]
