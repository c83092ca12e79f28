"""Write the mentions of people that kzhu finds in each document of a JSON Lines file with "doc" and "text".

    python benchmarks/accuracy/people.py FILE.jsonl > people.jsonl

Each line of the answer: {"doc": ..., "people": [{"start": ..., "end": ...}]}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kzhu.extract.article import prepare
from kzhu.extract.people import read_people
from kzhu.knowledge import load_knowledge
from kzhu.records import Article, Source

DATA = Path(__file__).resolve().parents[2] / "data"


def main() -> None:
    """Read every document of the file named on the command line."""
    knowledge = load_knowledge([DATA])
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        if not line.strip():
            continue
        entry = json.loads(line)
        ready = prepare(Article(entry["doc"], None, "", entry["text"]), knowledge)
        people = read_people(ready.document, ready.places, ready.published, Source(), knowledge)
        spans = sorted({(span.start, span.end) for person in people for span in person.mentions})
        print(json.dumps({"doc": entry["doc"], "people": [{"start": start, "end": end} for start, end in spans]}))


if __name__ == "__main__":
    main()
