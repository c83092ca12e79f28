"""The line that states an article's date, at the head of its file; lists and hits leave it out."""

from __future__ import annotations

import re

DATE_LINE = re.compile(r"\A\s*date\s+\d{4}-\d\d-\d\d\s+")
