"""Articles a second of kzhu's whole extraction on one core, beside spaCy and quantulum3 where they are installed.

    python benchmarks/accuracy/speed.py [--rounds 5] [--spacy-model en_core_web_sm] [FILE ...]

Reads the five articles that ship with kzhu, or the files named, and made-up ones of about 3 KB. The sides take turns,
a second each; medians of the rounds are compared. Loading knowledge and models is not measured. A spaCy model that has
another name (as copies of it on PyPI have) is named by --spacy-model.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import importlib
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kzhu.extract.article import read_article
from kzhu.knowledge import load_knowledge
from kzhu.readers.text import read_bytes
from kzhu.records import Article

ROOT = Path(__file__).resolve().parents[2]
#: What reads a text, whatever it makes of it.
Reader = Callable[[str], object]
#: Seconds that a side reads in each round.
SHARE = 1.0
MADE_UP = 200


def kzhu_reader() -> Reader:
    """The whole extraction of kzhu: text in, record out."""
    knowledge = load_knowledge([ROOT / "data"])

    def read(text: str) -> object:
        return read_article(Article("a", None, hashlib.sha256(text.encode()).hexdigest(), text), knowledge)

    return read


def spacy_reader(model: str) -> Reader:
    """SpaCy with all of a model's components: tagger, parser, names.

    Raises:
        ImportError: it is not installed.
        OSError: the model is not.
    """
    load: Callable[[str], Reader] = importlib.import_module("spacy").load
    return load(model)


def quantulum_reader() -> Reader:
    """quantulum3's quantities.

    Raises:
        ImportError: it is not installed.
    """
    parse: Reader = importlib.import_module("quantulum3.parser").parse
    return parse


def readers(model: str) -> Iterator[tuple[str, Reader]]:
    """Us, and those of its peers that are installed; the others are told on standard error."""
    yield "kzhu", kzhu_reader()
    for name, make in ((f"spaCy {model}", partial(spacy_reader, model)), ("quantulum3", quantulum_reader)):
        try:
            yield name, make()
        except (ImportError, OSError) as error:
            print(f"{name} is left out: {error}", file=sys.stderr)


def rate(read: Reader, texts: Sequence[str], start: int) -> tuple[float, int]:
    """Articles a second, and where in the texts to go on."""
    started = time.perf_counter()
    at = start
    while time.perf_counter() - started < SHARE:
        read(texts[at % len(texts)])
        at += 1
    return (at - start) / (time.perf_counter() - started), at


def compared(sides: dict[str, Reader], texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Median articles a second of each side, in turns."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    at = dict.fromkeys(sides, 0)
    for read in sides.values():
        for text in texts:
            read(text)
    # What is loaded stays: no side need look through it for garbage again, as kzhu's own processes do not.
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, read in sides.items():
            taken, at[name] = rate(read, texts, at[name])
            found[name].append(taken)
    return {name: statistics.median(each) for name, each in found.items()}


def made_up() -> list[str]:
    """Articles of the benchmarks' own corpus."""
    sys.path.append(str(ROOT / "benchmarks"))
    corpus = importlib.import_module("corpus")
    return [article.text for article in corpus.articles(MADE_UP)]


def main() -> None:
    """Prints a Markdown table."""
    parser = argparse.ArgumentParser(description="Measure how fast articles are read.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--spacy-model", default="en_core_web_sm")
    options = parser.parse_args()
    files = options.files or sorted((ROOT / "seeds").glob("*.txt"))
    read = (read_bytes(path.read_bytes(), path.stem, path.name).article for path in files)
    sets = {"the files" if options.files else "the seeds": [article.text for article in read if article]}
    sets["made up"] = made_up()
    sides = dict(readers(options.spacy_model))
    print(f"One process of {os.cpu_count()} cores, {options.rounds} rounds in turns, medians.\n")
    print("| texts | reader | articles/s | kzhu is so many times as fast |\n| --- | --- | ---: | ---: |")
    for name, texts in sets.items():
        found = compared(sides, texts, options.rounds)
        about = f"{name}: {len(texts)} of {sum(len(text.encode()) for text in texts) / len(texts) / 1000:.1f} KB"
        for reader, taken in found.items():
            print(f"| {about} | {reader} | {taken:,.1f} | {found['kzhu'] / taken:.1f} |")


if __name__ == "__main__":
    main()
