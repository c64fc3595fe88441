"""One entry of a table, a tile or a sentence: what every format shows of a figure or a word, and where it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from followup.document.content import Content, Json
from followup.document.prose import Prose
from followup.ground import swedish
from followup.ground.figure import KRONOR, PERCENT, Figure
from followup.ground.formula import Making, making_of

_ESCAPE = re.compile("%(?=[0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Cell(Content):
    """One entry of a table, a tile or a sentence.

    `text` is what every reader sees ("−10,4"). A number also has `value`, in `unit`, and `decimals`. It is unrounded,
    unless a difference that is shown as that of its terms would be shown as another by it; then `exact` is unrounded.
    `origin` is its cells as (workbook, sheet, address), and `made` how it is made of them, by the names of the columns
    of figures.csv: `followup.ground.formula` has the words. `symbol` and `tone` mark a graded word: the symbol is drawn
    beside the text and never stands alone. A cell with `prose` shows that instead of `text`, which then is its plain
    form.
    """

    text: str
    value: float | None = None
    unit: str = ""
    decimals: int = 0
    symbol: str = ""
    tone: str = ""
    prose: Prose | None = None
    origin: tuple[tuple[str, str, str], ...] = ()
    made: dict[str, str] = field(default_factory=dict)
    # A missing figure (text "–" or "skyddas") is still a figure: it is listed in figures.csv with its reason.
    why_missing: str = ""
    exact: float | None = None

    @property
    def is_figure(self) -> bool:
        return self.value is not None or bool(self.why_missing)

    def as_json(self) -> Json:
        """Only what is set: a report has thousands of cells."""
        found: Json = {"text": self.text}
        if self.is_figure:
            found |= {"value": self.value, "unit": self.unit, "decimals": self.decimals}
        if self.exact is not None:
            found["exact"] = self.exact
        for name in ("symbol", "tone", "prose", "why_missing"):
            if value := getattr(self, name):
                found[name] = value
        if self.origin:
            found["origin"] = [list(cells) for cells in self.origin]
        if self.made:
            found["made"] = self.made
        return found


# A sentence is a list of texts and of cells with figures in them.
Inline = str | Cell
Sentence = list[Inline]


def plain_sentence(sentence: Sentence) -> str:
    """A sentence as text, its figures as they are shown."""
    return "".join(part if isinstance(part, str) else part.text for part in sentence)


def cell_of(
    figure: Figure,
    decimals: int = 1,
    scale: str = swedish.MILLIONS,
    signed: bool = False,
    prose: bool = False,
    with_unit: bool = False,
) -> Cell:
    """A figure as the cell that all formats show, with its origin.

    Kronor are shown in `scale` ("mnkr", "kr", or "" for as they stand); other units are kept and ignore `scale`.
    `signed` writes "+" above zero, or "plus" in `prose`, where the sign is a word and the unit always stands there.
    In a table the column or the unit line gives the unit, so it is written only `with_unit`. A missing figure is
    "–", or "skyddas" where it is withheld, with the reason in `why_missing`. Raises ValueError for a figure that
    tells too much of people; see `Figure.showable`.
    """
    millions = figure.unit == KRONOR and scale == swedish.MILLIONS
    unit = swedish.MILLIONS if millions else figure.unit
    given = figure.value if millions else figure.showable.value
    if given is None:
        why = figure.why or "saknas"
        text = swedish.PROTECTED if why == swedish.PROTECTED_WHY else swedish.MISSING
        origin, made = _made(making_of(figure))
        return Cell(text, unit=unit, decimals=decimals, origin=origin, made=made, why_missing=why)
    value = swedish.in_millions(given) if millions else float(given)
    # The exact value of a difference may round to another than what its shown terms make.
    exact = None
    if (shown := figure.as_shown(decimals, millions)) != swedish.rounded(value, decimals):
        value, exact = float(shown), value
    origin, made = _made(making_of(figure, millions))
    if prose and millions:
        text = swedish.prose_amount(1_000_000 * value, decimals, plus=signed)
    elif prose:
        text = swedish.joined(swedish.in_prose(value, decimals, plus=signed), "procent" if unit == PERCENT else unit)
    else:
        text = (swedish.signed if signed else swedish.number)(value, decimals)
        text = swedish.joined(text, unit) if with_unit else text
    return Cell(text, value=value, exact=exact, unit=unit, decimals=decimals, origin=origin, made=made)


def _made(making: Making) -> tuple[tuple[tuple[str, str, str], ...], dict[str, str]]:
    """The cells of a figure, and how it is made of them: lists have an entry for each of the parts."""
    parts = making.parts
    origin = tuple((part.cells.workbook, part.cells.sheet, part.cells.address) for part in parts)
    made = {
        "operation": making.operation,
        "formula": making.formula,
        "flipped": ";".join("yes" if part.flipped else "no" for part in parts),
        "source_unit": in_list(part.unit for part in parts),
        "filter": in_list(part.rows for part in parts),
    }
    # Most figures are read, of a column without a unit: what says nothing is left out.
    return origin, {name: text for name, text in made.items() if text}


def in_list(names: Iterable[str]) -> str:
    """Names as one text, divided by `;`, which in a name is written %3B, and as %25 a % that could be taken for such.

    A unit of per cent is `%` still.
    """
    return ";".join(_ESCAPE.sub("%25", name).replace(";", "%3B") for name in names)
