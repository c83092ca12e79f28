"""JSON lines: one article a line, as an object with "id" and "text" and what else is known of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from kzhu.periods import is_period
from kzhu.readers.decode import clean
from kzhu.records import Article, Problem

#: Fields beside "id" and "text", all optional: what a file states beside the text counts as stated.
OPTIONAL = ("headline", "date", "outlet", "url", "language")


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Article | Problem]:
    """The articles of JSON lines, in order; a Problem for each line that holds none. Empty lines are passed over.

    Args:
        lines: the lines, as reading a binary file gives them.
        name: what to call the file in problems, which add ":line".
    """
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if line.isspace() or not line:
            continue
        try:
            article = read_line(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        except WrongLineError as error:
            yield Problem(f"{name}:{number}", str(error))
            continue
        if article.id in seen:
            yield Problem(f"{name}:{number}", f"the id {article.id!r} stands on an earlier line too")
            continue
        seen.add(article.id)
        yield article


class WrongLineError(ValueError):
    """A line that holds no article."""


def read_line(line: bytes, unnamed: str | None = None) -> Article:
    """The article on a line.

    Args:
        line: the line.
        unnamed: the id of an article that gives none; None where it must give one.

    Raises:
        WrongLineError: there is none.
    """
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise WrongLineError("is no UTF-8") from error
    except json.JSONDecodeError as error:
        raise WrongLineError(f"is no JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise WrongLineError("is no article: nested too deeply") from error
    if not isinstance(data, dict):
        raise WrongLineError('must be an object with "id" and "text"')
    text = clean(_field(data, "text") or "")
    if not text.strip():
        raise WrongLineError('"text" is missing or empty')
    article_id = data.get("id")
    if article_id is None:
        article_id = unnamed
    if isinstance(article_id, int) and not isinstance(article_id, bool):
        article_id = str(article_id)
    if not isinstance(article_id, str) or not article_id.strip():
        raise WrongLineError('"id" is missing or empty')
    date = _field(data, "date")
    if date is not None and not is_period(date):
        raise WrongLineError(f'"date" must be such as 2023-07-13 (EDTF), not {date!r}')
    return Article(
        id=clean(article_id).strip(),
        path=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        headline=_field(data, "headline"),
        published=date,
        outlet=_field(data, "outlet"),
        url=_field(data, "url"),
        language=_field(data, "language"),
    )


def _field(data: dict[str, object], key: str) -> str | None:
    value = data.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise WrongLineError(f'"{key}" must be a text, not {value!r:.40}')
    return clean(value).strip() or None if key != "text" else value
