"""What Excel shows for a number, by the number format of its cell: `#,##0.0,,` shows 2 600 000 as 2,6.

    NumberFormat.of("#,##0.0,,").shown(2_600_000).divisor      # 1000000
    NumberFormat.of("#,##0.0,,").text(2_600_000)               # 2,6

A format has up to four sections, divided by `;`: for positive numbers, negative ones, zero and texts, or each with a
condition of its own. Only an unquoted, unescaped % multiplies by 100; a comma after the last digit divides by 1,000.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from followup.workbooks.files.format_section import Section, section_of

# The formats that a workbook uses by number without writing them out (ECMA-376, 18.8.30), as far as they show numbers.
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    # The currency is the one of who opens the workbook: kronor.
    5: '#,##0" kr";-#,##0" kr"',
    6: '#,##0" kr";[Red]-#,##0" kr"',
    7: '#,##0.00" kr";-#,##0.00" kr"',
    8: '#,##0.00" kr";[Red]-#,##0.00" kr"',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    42: '_-* #,##0" kr"_-;-* #,##0" kr"_-;_-* "-"" kr"_-;_-@_-',
    44: '_-* #,##0.00" kr"_-;-* #,##0.00" kr"_-;_-* "-"??" kr"_-;_-@_-',
    48: "##0.0E+0",
    49: "@",
    # Thai digits of the same numbers.
    67: "0%",
    68: "0.00%",
}

# What Excel takes.
_LONGEST = 255

# What may stand for a number that is zero: the dash of accounting formats, and nothing.
_ZEROS = {"", "-", "\u2013", "\u2212", "0", "0,0", "0,00"}


@dataclass(frozen=True)
class Shown:
    """How a cell shows its number.

    `divisor` is what the number is divided by before it is shown, `unit` the unit that the format writes out, as in
    UNITS or another currency, and `is_other` whether what is shown is another number or a text for some other reason.
    """

    divisor: int = 1
    unit: str = ""
    is_percent: bool = False
    is_other: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the cell shows its number and nothing more."""
        return self.divisor == 1 and not (self.unit or self.is_percent or self.is_other)


@dataclass(frozen=True)
class NumberFormat:
    """A number format by its code."""

    code: str

    @classmethod
    @lru_cache(maxsize=10_000)
    def of(cls, code: str) -> NumberFormat:
        """The format of a code; the same object for the same code."""
        return cls(code)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(map(section_of, _split(self.code[:_LONGEST])))

    @cached_property
    def is_plain(self) -> bool:
        """Whether every number is shown as it is, apart from rounding."""
        # The reader makes a day of every number whose format begins with one, but for what it takes for AM or PM.
        if self.sections[0].is_date and "a" not in self.code.casefold():
            return True
        return not self.hides_text and all(
            self.shown(value).is_plain and not self.is_padding(value) for value in self._examples
        )

    @cached_property
    def hides_text(self) -> bool:
        """Whether a text in the cell is not to be seen: `;;;`, `0;-0;0;"***"`."""
        return len(self.sections) >= 4 and not self.sections[3].shows_text

    def hides_number(self, value: float) -> bool:
        """Whether words, a date or nothing at all is shown instead of the number."""
        place = self._place(value)
        return place is None or self.sections[place].is_words or self.sections[place].is_date

    def is_padding(self, value: float) -> bool:
        """Whether the number gets leading zeros, as an account 0310 that is stored as 310."""
        place = self._place(value)
        zeros = 0 if place is None else self.sections[place].zeros
        return zeros > 1 and value >= 0 and zeros > len(str(int(value)))

    def text(self, value: float) -> str:
        """What a person sees of a finite number, in Swedish; empty for nothing."""
        place = self._place(value)
        if place is None:
            return "####"
        section = self.sections[place]
        if section.is_words:
            return section.before.strip()
        if section.is_date:
            return "ett datum"
        text = section.written(abs(Decimal(repr(float(value)))))
        return f"\u2212{text}" if value < 0 and not self._is_for_negatives(place) else text

    def shown(self, value: float) -> Shown:
        """How a finite number is shown."""
        kind = (self._place(value), value < 0, value == 0)
        if kind not in self._known:
            self._known[kind] = self._shown(*kind)
        return self._known[kind]

    @cached_property
    def _known(self) -> dict[tuple[int | None, bool, bool], Shown]:
        return {}

    def _shown(self, place: int | None, is_negative: bool, is_zero: bool) -> Shown:
        if place is None:
            return Shown(is_other=True)
        section = self.sections[place]
        if section.is_date:
            return Shown(is_other=True)
        if section.is_words:
            hides_all = all(one.is_words and not one.before.strip() for one in self.sections[:3])
            return Shown(is_other=not is_zero or section.before.strip() not in _ZEROS or hides_all)
        if is_zero:
            return Shown(is_percent=section.percents == 1)
        drops_sign = is_negative and self._is_for_negatives(place)
        sign_is_lost = drops_sign and not (section.has_minus or section.has_colour)
        sign_is_turned = section.has_minus and not drops_sign
        is_other = section.has_other_digits or sign_is_lost or sign_is_turned or section.percents > 1
        is_other |= bool(section.percents and section.scales)
        return Shown(1000**section.scales, section.unit, section.percents == 1, is_other)

    def _place(self, value: float) -> int | None:
        """Which section shows the number; None if none does."""
        numbers = self.sections[:3]
        if not self._has_conditions:
            if value < 0 and len(numbers) > 1:
                return 1
            return 2 if not value and len(numbers) > 2 else 0
        for position, section in enumerate(numbers):
            condition = section.condition
            if not condition and position == 1 and len(numbers) > 2:
                condition = ("<", 0.0)
            if not condition or _holds(condition, value):
                return position
        return None

    @cached_property
    def _has_conditions(self) -> bool:
        return any(section.condition for section in self.sections[:3])

    def _is_for_negatives(self, place: int) -> bool:
        """Whether Excel leaves the minus sign to the section, because only negative numbers come to it."""
        if condition := self.sections[place].condition:
            return condition in (("<", 0.0), ("<=", 0.0))
        first = self.sections[0].condition
        return place == 1 and (first is None or first in ((">", 0.0), (">=", 0.0)))

    @property
    def _examples(self) -> list[float]:
        """A number for each way in which the format may show one."""
        limits = [limit for section in self.sections if section.condition for limit in [section.condition[1]]]
        return [0.0, 1.0, -1.0, *(limit + step for limit in limits for step in (-1.0, 0.0, 1.0))]


def _holds(condition: tuple[str, float], value: float) -> bool:
    operator, limit = condition
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[operator]


_PARTS = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|;|[^;]', re.DOTALL)


def _split(code: str) -> list[list[str]]:
    """The code's sections, each as its smallest parts: a quoted text, an escaped character, a bracket, a character."""
    sections: list[list[str]] = [[]]
    for part in _PARTS.findall(code):
        if part == ";":
            sections.append([])
        else:
            sections[-1].append(part)
    return sections[:4]
