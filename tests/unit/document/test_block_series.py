"""Several blocks from one call, and what a reviewer is shown where there is none."""

import IPython.display

from followup.document.block_series import BlockSeries
from followup.document.blocks import Text


def shown(series: BlockSeries, monkeypatch) -> list[str]:
    """What a notebook's cell shows."""
    found = []
    monkeypatch.setattr(IPython.display, "display", found.append)
    series._ipython_display_()
    return [one.id if isinstance(one, Text) else repr(one) for one in found]


def test_each_block_is_an_output_of_its_own(monkeypatch):
    series = BlockSeries((Text(id="a"), Text(id="b")), why="det inte finns någon plan")
    assert shown(series, monkeypatch) == ["a", "b"]


def test_a_reviewer_is_told_why_nothing_is_shown(monkeypatch):
    assert shown(BlockSeries(why="inget beslut begärs"), monkeypatch) == ["Visas inte, eftersom inget beslut begärs."]
    assert shown(BlockSeries(), monkeypatch) == ["Visas inte, eftersom det inte finns något att visa."]
    assert not BlockSeries(why="inget beslut begärs")
