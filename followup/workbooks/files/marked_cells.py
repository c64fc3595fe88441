"""Cells that are more than their value: a failed formula, one that was not computed, a number shown as another."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from followup.ground.wording import spelled
from followup.workbooks.files.number_format import NumberFormat, Shown


@dataclass(frozen=True)
class ErrorCell:
    """A cell whose formula failed: `#REF!`."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True)
class UncomputedFormula:
    """A formula that was saved without its value.

    With `may_be_zero` it was saved as 0, in a workbook that is to be recalculated when it is opened and in which other
    formulas have been computed.
    """

    may_be_zero: bool = False

    def __str__(self) -> str:
        return "en formel"


@dataclass(frozen=True)
class PercentCell:
    """A number shown as a percentage: 0.045 that the sheet shows as 4,5 %."""

    fraction: float

    def __str__(self) -> str:
        return f"{spelled(self.percent)} %"

    @property
    def percent(self) -> Decimal:
        return Decimal(repr(self.fraction)) * 100


@dataclass(frozen=True)
class ShownCell:
    """A number that its format shows in a unit, scaled, as a text, or not at all: 2600000 shown as `2,6`."""

    value: float
    format: NumberFormat

    def __str__(self) -> str:
        return self.format.text(self.value)

    @property
    def shown(self) -> Shown:
        return self.format.shown(self.value)

    @property
    def is_out_of_sight(self) -> bool:
        """Whether nothing of the number itself is seen, or another number that is worth something else."""
        return self.format.hides_number(self.value) or self.shown.divisor != 1

    @property
    def as_text(self) -> float | str:
        """What the cell says where a text is wanted: an account keeps its leading zeros."""
        return str(self) if self.format.is_padding(self.value) else self.value


def marked(value: float, format_: NumberFormat) -> float | PercentCell | ShownCell:
    """The cell of a finite number with its format."""
    shown = format_.shown(value)
    if shown.is_percent and not shown.is_other:
        return PercentCell(value)
    if shown.is_plain and not format_.is_padding(value):
        return value
    return ShownCell(value, format_)
