"""The icons of variation and assurance, drawn after those of NHS England's "Making Data Count", for every format.

An icon says the same as the word beside it, which is what a screen reader reads. They differ in shape and not in
colour alone: what is good or ordinary is a ring, what is bad a filled disc. H and L are high and low values, as in NHS
England's own; P, F and ? whether the target, a dashed line, is passed, failed, or hit or missed.
"""

from __future__ import annotations

_RING = '<circle cx="12" cy="12" r="11" fill="PAPER" stroke="TONE" stroke-width="2"/>'
_DISC = '<circle cx="12" cy="12" r="12" fill="TONE"/>'
_STROKE = 'fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round"'


def _dots(color: str, *places: tuple[float, float]) -> str:
    path = " ".join(f"{x} {y}" for x, y in places)
    line = f'<path d="M{path}" {_STROKE.format(color, 1)}/>'
    return line + "".join(f'<circle cx="{x}" cy="{y}" r="1.6" fill="{color}"/>' for x, y in places)


def _lines(color: str, path: str, width: float = 2) -> str:
    return f'<path d="{path}" {_STROKE.format(color, width)}/>'


def _rising(color: str) -> str:
    return _dots(color, (5, 17.5), (9.5, 17), (14, 14.5), (18, 9.5))


def _falling(color: str) -> str:
    return _dots(color, (5.5, 7), (10, 7.5), (14.5, 10), (18.5, 15))


def _high(color: str) -> str:
    return _rising(color) + _lines(color, "M6 6v6.5M11 6v6.5M6 9.25h5")


def _low(color: str) -> str:
    return _falling(color) + _lines(color, "M7 12v6.5h4.5")


def _target(color: str, *pieces: tuple[float, float], height: float) -> str:
    return _lines(color, "".join(f"M{start} {height}H{end}" for start, end in pieces), 1.6)


_ACROSS = ((3.5, 6), (9, 11), (14, 16), (19, 20.5))
_PASS = "M9.5 13.5v-8h3.5a2.4 2.4 0 0 1 0 4.8H9.5"
_FAIL = "M9.5 19v-8h5.5M9.5 15h4.5"
_QUESTION = "M9 8.6a3.1 3.1 0 1 1 4.6 2.8c-1.1.7-1.5 1.3-1.5 2.6M12.1 17.6v.1"

# In a box of 24; TONE and PAPER stand for colours.
_DRAWINGS = {
    "common_cause": _RING
    + _lines("TONE", "M4 7h16M4 17h16", 1.2)
    + _dots("TONE", (5, 13), (8.5, 10), (12, 14), (15.5, 10), (19, 12.5)),
    "no_variation": _RING + _dots("TONE", (5, 12), (8.5, 12), (12, 12), (15.5, 12), (19, 12)),
    "improvement_high": _RING + _high("TONE"),
    "improvement_low": _RING + _low("TONE"),
    "concern_high": _DISC + _high("PAPER"),
    "concern_low": _DISC + _low("PAPER"),
    "change_high": _RING + _rising("TONE") + _lines("TONE", "M8.5 13V5.5M5.5 8.5l3-3 3 3"),
    "change_low": _RING + _falling("TONE") + _lines("TONE", "M8.5 11v7.5M5.5 15.5l3 3 3-3"),
    "passes": _RING + _lines("TONE", _PASS) + _target("TONE", *_ACROSS, height=17),
    "fails": _DISC + _lines("PAPER", _FAIL) + _target("PAPER", *_ACROSS, height=7),
    "hit_or_miss": _RING + _lines("TONE", _QUESTION, 2.2) + _target("TONE", (2.5, 6), (18, 21.5), height=12),
}
ICONS = tuple(_DRAWINGS)


def drawing(name: str, tone: str, paper: str) -> str:
    """What stands inside an SVG whose box is 24 by 24, in two colours."""
    return _DRAWINGS[name].replace("TONE", tone).replace("PAPER", paper)


def icon_files() -> dict[str, str]:
    """Each icon as an SVG of its own with TONE and PAPER where its colours stand: for the PDF's template."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    return {name: f"{head}{inner}</svg>" for name, inner in _DRAWINGS.items()}
