"""A pandas table as HTML for a notebook, where words are read and are not mathematics."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_TO_THE_LEFT = '<td style="text-align: left">'


def frame_html(frame: pd.DataFrame, words: Collection[int]) -> str:
    """The table as pandas writes it; `words` are the places of columns that hold no numbers, set to the left.

    JupyterLab sets every cell to the right, which suits numbers alone, and would typeset what somebody wrote between
    two dollar signs.
    """
    import pandas as pd

    with pd.option_context("display.html.use_mathjax", False):
        written = str(frame.to_html())
    place = -1

    def opened(tag: re.Match[str]) -> str:
        nonlocal place
        place = -1 if tag[0] == "<tr>" else place + 1
        return _TO_THE_LEFT if place in words else tag[0]

    return re.sub("<tr>|<td>", opened, written)
