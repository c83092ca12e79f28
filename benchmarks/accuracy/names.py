"""Write kzhu's answer for each pair of a table of names: `label TAB a TAB b`, label "same" or "different".

    python benchmarks/accuracy/names.py FILE.tsv > answers.tsv

FILE.tsv has a label, two names and perhaps a note on each line; how many labels agree is told on standard error.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kzhu.names import same_name


def main() -> None:
    """Answer for every pair of the file named on the command line."""
    right = merged = total = 0
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        if not line.strip():
            continue
        label, a, b = line.split("\t")[:3]
        answer = "same" if same_name(a, b) else "different"
        total += 1
        right += answer == label
        merged += answer == "same" and label == "different"
        print(answer, a, b, sep="\t")
    print(f"{right} of {total} as labelled, {merged} wrong merges", file=sys.stderr)


if __name__ == "__main__":
    main()
