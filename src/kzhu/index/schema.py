"""The tables of the index, and how its file is opened.

One SQLite file with everything in it; base tables are narrow and named in the singular, the views in the plural are
for people who open it with sqlite3 or Datasette. An article's `number` is its day (proleptic Gregorian ordinal of
`earliest`, 0 where unknown) shifted left by `bits`, plus a place within the day in order of ids: so articles stand in
order of time, and "newest first" needs no sort. Text and record are packed (see `kzhu.index.pack`).
"""

from __future__ import annotations

import sqlite3

#: "kzhu" in ASCII; tells our files from others (PRAGMA application_id).
APPLICATION_ID = 0x6B7A6875
#: Goes up with every change to the tables; an index of another version is built anew.
VERSION = 5
#: Bytes of a page: with 16 KiB index and text take a seventh less than with SQLite's 4.
PAGE_SIZE = 16384
#: Seconds that a process waits for another one to finish writing.
PATIENCE = 60.0
#: No day before this one is taken for the day of an article (it is in the year 548): undated articles, however many,
#: have their numbers below it.
FIRST_DAY = 200_000
#: `last_day` of an article that nothing bounds from above, and of one whose date is unknown.
OPEN_END = 3_652_059
UNKNOWN = -1
#: First and last day, in `article_series`, of what stands on no day: behind all that does.
UNDATED = OPEN_END + 1

#: What is filled apart from the rest when an index is new; see `kzhu.index.texts`.
BODY = (
    "CREATE TABLE body("
    "number INTEGER PRIMARY KEY, text BLOB NOT NULL, record BLOB NOT NULL, twin INTEGER NOT NULL, dating BLOB)"
)
BODY_TWIN = "CREATE INDEX body_twin ON body(twin)"

TABLES = f"""
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
-- What the index was built from, to see whether it still holds. kind: article, correction, knowledge.
CREATE TABLE file(
    kind TEXT, path TEXT, size INTEGER, mtime_ns INTEGER, sha256 TEXT, PRIMARY KEY(kind, path)) WITHOUT ROWID;
CREATE TABLE folder(path TEXT PRIMARY KEY, mtime_ns INTEGER) WITHOUT ROWID;
-- about: the file whose reading left it behind.
CREATE TABLE problem(about TEXT, place TEXT, what TEXT, fatal INTEGER, PRIMARY KEY(about, place, what)) WITHOUT ROWID;

CREATE TABLE article(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT, sha256 TEXT NOT NULL,
    date TEXT, basis TEXT NOT NULL, earliest TEXT, latest TEXT, last_day INTEGER NOT NULL,
    dateline TEXT, headline TEXT NOT NULL,
    people INTEGER NOT NULL, figures INTEGER NOT NULL, events INTEGER NOT NULL, outlet INTEGER, origin INTEGER);
{BODY};
CREATE TABLE source(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL);
CREATE TABLE person(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, country TEXT, role TEXT,
    known INTEGER NOT NULL, articles INTEGER NOT NULL, mentions INTEGER NOT NULL, first TEXT, last TEXT);
-- Each identity that some record gives someone ('' for no country), and the person of the archive that it is.
CREATE TABLE named(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, person INTEGER NOT NULL,
    UNIQUE(id, name, country));
-- How often an identity is told of in a role, and by which spellings.
CREATE TABLE named_role(named INTEGER, role TEXT, articles INTEGER NOT NULL, PRIMARY KEY(named, role)) WITHOUT ROWID;
CREATE TABLE named_surface(
    named INTEGER, surfaces TEXT, articles INTEGER NOT NULL, PRIMARY KEY(named, surfaces)) WITHOUT ROWID;
CREATE TABLE spelling(person INTEGER, text TEXT, PRIMARY KEY(person, text)) WITHOUT ROWID;
-- Keys of kzhu.names; folded words behind "~"; all words of a name, sorted, behind "=".
CREATE TABLE name_key(key TEXT, person INTEGER, PRIMARY KEY(key, person)) WITHOUT ROWID;
CREATE TABLE appearance(
    article INTEGER, named INTEGER, person INTEGER NOT NULL, role TEXT, surfaces TEXT NOT NULL,
    counts TEXT NOT NULL,
    mentions INTEGER NOT NULL, start INTEGER, "end" INTEGER, PRIMARY KEY(article, named)) WITHOUT ROWID;
-- The figures of an article, a line each (see `kzhu.index.figures`, and the view).
CREATE TABLE figure(article INTEGER PRIMARY KEY, told TEXT NOT NULL);
CREATE TABLE article_metric(metric TEXT, article INTEGER, PRIMARY KEY(metric, article)) WITHOUT ROWID;
-- Figures that stand on one line of time, how many there are ('' for no country); and on which days rows of that
-- line may stand for what an article tells: those of a period, and of a growth's base.
CREATE TABLE series(
    number INTEGER PRIMARY KEY, metric TEXT NOT NULL, parties TEXT NOT NULL, from_country TEXT NOT NULL,
    to_country TEXT NOT NULL, figures INTEGER NOT NULL, UNIQUE(metric, parties, from_country, to_country));
CREATE TABLE article_series(
    series INTEGER, first_day INTEGER, last_day INTEGER, article INTEGER,
    PRIMARY KEY(series, first_day, last_day, article)) WITHOUT ROWID;
-- The first rows of the timeline of each metric's fullest series, and the days that what they are drawn from ends on.
CREATE TABLE leading(series INTEGER PRIMARY KEY, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL);
CREATE TABLE leading_row(
    series INTEGER, n INTEGER, period TEXT, status TEXT NOT NULL, measure TEXT NOT NULL, value REAL NOT NULL,
    value_high REAL, unit TEXT NOT NULL, bound TEXT NOT NULL, percent REAL, base TEXT, articles TEXT NOT NULL,
    note TEXT NOT NULL, PRIMARY KEY(series, n)) WITHOUT ROWID;
CREATE TABLE event(
    article INTEGER, n INTEGER, type TEXT NOT NULL, plover TEXT, date TEXT, first_day INTEGER, last_day INTEGER,
    status TEXT NOT NULL, place TEXT, people TEXT NOT NULL, countries TEXT NOT NULL, start INTEGER, "end" INTEGER,
    PRIMARY KEY(article, n)) WITHOUT ROWID;
CREATE TABLE event_person(article INTEGER, n INTEGER, named INTEGER, PRIMARY KEY(article, n, named)) WITHOUT ROWID;
-- By what an article is found that announces a happening (hints: 0), or hints at one (1); see `kzhu.analysis.dating`.
CREATE TABLE dating_key(article INTEGER, key TEXT, hints INTEGER NOT NULL, PRIMARY KEY(article, key)) WITHOUT ROWID;
CREATE TABLE article_country(country TEXT, article INTEGER, PRIMARY KEY(country, article)) WITHOUT ROWID;
-- What the knowledge files know, for filters and completion. kind: country, metric, event.
CREATE TABLE word(kind TEXT, folded TEXT, key TEXT, label TEXT, PRIMARY KEY(kind, folded, key)) WITHOUT ROWID;
"""

INDEXES = f"""
CREATE UNIQUE INDEX article_id ON article(id);
CREATE INDEX article_outlet ON article(outlet) WHERE outlet IS NOT NULL;
CREATE INDEX article_origin ON article(origin) WHERE origin IS NOT NULL;
{BODY_TWIN};
CREATE INDEX dating_key_key ON dating_key(key, hints, article);
CREATE INDEX person_rank ON person(articles DESC, name, id);
CREATE INDEX named_person ON named(person);
CREATE INDEX appearance_person ON appearance(person, article, mentions);
CREATE INDEX event_type ON event(type, article);
CREATE INDEX event_day ON event(first_day, last_day, article);
CREATE INDEX event_person_named ON event_person(named, article);
"""

#: What a figure is kept as, in this order.
FIGURE = (
    "metric", "kind", "parties", "value", "value_high", "unit", "bound", "period", "percent", "times", "base",
    "from_country", "to_country", "start", "end",
)  # fmt: skip
#: How the table of words is made; `{}` is where it reads its text again.
WORDS = "CREATE VIRTUAL TABLE words USING fts5(text, {}, tokenize='unicode61 remove_diacritics 2')"
FULL_TEXT = f"""
CREATE VIEW plain AS SELECT number, unpack(text) AS text FROM body;
{WORDS.format("content='plain', content_rowid='number'")};
"""

_NUMBERS = frozenset({"value", "value_high", "percent", "times"})
#: The lines of figures as JSON, for SQLite to take apart.
_JSON = """'[["' || replace(replace(f.told, char(9), '","'), char(10), '"],["') || '"]]'"""
_FIGURES = ", ".join(
    f'CAST({value} AS {"REAL" if field in _NUMBERS else "INTEGER"}) AS "{field}"'
    if field in _NUMBERS | {"start", "end"}
    else f"{value} AS {field}"
    for place, field in enumerate(FIGURE)
    for value in (f"nullif(json_extract(t.value, '$[{place}]'), '')",)
)
VIEWS = f"""
CREATE VIEW articles AS
    SELECT a.id, a.date, a.basis, a.earliest, a.latest, o.name AS outlet, r.name AS origin, a.dateline, a.headline,
        a.people, a.figures, a.events, a.path
    FROM article a LEFT JOIN source o ON o.number = a.outlet LEFT JOIN source r ON r.number = a.origin;
CREATE VIEW people AS
    SELECT id, name, country, role, articles, mentions, first, last, known FROM person;
CREATE VIEW appearances AS
    SELECT p.id AS person, p.name, a.id AS article, a.date, x.role,
        nullif(n.country, '') AS country, replace(x.surfaces, char(10), '; ') AS surfaces, x.mentions
    FROM appearance x JOIN person p ON p.number = x.person JOIN named n ON n.number = x.named
        JOIN article a ON a.number = x.article;
CREATE VIEW figures AS
    SELECT a.id AS article, a.date, {_FIGURES}
    FROM figure f JOIN article a ON a.number = f.article JOIN json_each({_JSON}) t;
CREATE VIEW events AS
    SELECT a.id AS article, a.date AS published, e.type, e.plover, e.date, e.status, e.place,
        replace(e.people, char(10), '; ') AS people, e.countries, e.start, e."end"
    FROM event e JOIN article a ON a.number = e.article;
CREATE VIEW problems AS SELECT place, what, fatal FROM problem;
"""


def connect(path: str) -> sqlite3.Connection:
    """A connection to an index file, or to a new one in memory for ":memory:"."""
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    connection.create_function("unpack", 1, _unpack, deterministic=True)
    return connection


def create(connection: sqlite3.Connection) -> None:
    """Makes the tables and views in an empty file; `INDEXES` come when the tables are filled."""
    connection.executescript(
        f"PRAGMA page_size = {PAGE_SIZE}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
        + TABLES
        + FULL_TEXT
        + VIEWS
    )


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a file is an index of this version.

    Raises:
        sqlite3.DatabaseError: it is no SQLite file, or a broken one.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(application == APPLICATION_ID and version == VERSION)


def _unpack(packed: bytes) -> bytes:
    # Only now: lists need no text.
    from kzhu.index.pack import unpack_bytes

    # Which FTS5 reads as the text that they are: a string would be made of them only to be taken apart again.
    return unpack_bytes(packed)
