"""kzhu: a news archive on the command line. Press articles in, typed and traceable facts out.

import kzhu

for article in kzhu.open().articles(since="2023"):
    print(article.id, article.shown_date, article.headline)
"""

from __future__ import annotations

# Nothing else is imported here: every command pays for what this file loads.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike

    from kzhu.archive import Archive
    from kzhu.opening import Progress, Remark

__all__ = ["__version__", "open"]

__version__ = "0.1.0"


def open(  # noqa: A001 -- kzhu.open() reads as gzip.open() does
    path: str | PathLike[str] | None = None,
    *,
    update: bool = True,
    progress: Progress | None = None,
    remark: Remark | None = None,
    warning: Remark | None = None,
) -> Archive:
    """The archive in a folder, its index brought up to date; see `kzhu.archive.open_archive`."""
    from kzhu.archive import open_archive

    return open_archive(path, update=update, progress=progress, remark=remark, warning=warning)
