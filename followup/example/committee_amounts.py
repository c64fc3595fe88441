"""The amounts in a committee's texts: placeholders that are filled in with what its report shows, in Swedish words.

A text says `{deviation}` and never "minus 13,4 mnkr", so that it cannot contradict the tables. In the text on an
activity they are the activity's amounts, else the committee's.

| placeholder | becomes |
|---|---|
| `{deviation}` | the period's deviation: `minus 13,4 mnkr`, `plus 2,4 mnkr`, `0,0 mnkr` |
| `{forecast}` | the forecast deviation of the year, in the annual report the last one that was given |
| `{previous}` | the forecast before that |
| `{change}` | `35,0 mnkr sämre än föregående prognos`; in the annual report the outcome against the last forecast |
| `{movement}` | the same in other words: `en försämring med 35,0 mnkr sedan föregående prognos` |
| `{size}` | the deviation without its sign: `13,4 mnkr` |
| `{balance}`, `{Balance}` | `överskottet` or `underskottet`, after the period's deviation |
| `{decided}` | what the decided measures give in the year: `28,0 mnkr` |
| `{goals}`, `{met}`, `{partly}` | how many goals there are, are (expected to be) met, are uncertain or met in part |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from followup.ground.period import Period

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Amounts:
    """What a text may speak of, in mnkr with + better than budget. `previous` is None where no forecast was before."""

    period: Period
    deviation: float
    forecast: float
    previous: float | None
    # Words that are not of the story but counted in the committee's own sheets.
    counted: Mapping[str, str] = field(default_factory=dict)

    def words(self) -> dict[str, str]:
        """Every placeholder with its words."""
        balance = "överskottet" if self.deviation > 0 else "underskottet"
        words = {
            **self.counted,
            "deviation": signed(self.deviation),
            "size": unsigned(self.deviation),
            "forecast": signed(self.forecast),
            "balance": balance,
            "Balance": balance.capitalize(),
        }
        if self.previous is not None:
            words["previous"] = signed(self.previous)
        if self.period.is_year_end:
            words |= _compared(self.deviation - self.forecast, "prognosen i oktober")
        elif self.previous is not None:
            words |= _compared(self.forecast - self.previous, "föregående prognos")
        return words


def filled(text: str, amounts: Amounts) -> str:
    """The text with its amounts. Raises ValueError for a placeholder that the period does not have."""
    words = amounts.words()

    def word(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise ValueError(f"{amounts.period}: {match[0]} in {text!r}")
        return words[match[1]]

    return _PLACEHOLDER.sub(word, text)


def signed(mnkr: float) -> str:
    """`minus 13,4 mnkr`, `plus 2,4 mnkr`, `0,0 mnkr`."""
    rounded = round(mnkr, 1)
    sign = "plus " if rounded > 0 else "minus " if rounded < 0 else ""
    return f"{sign}{unsigned(rounded)}"


def unsigned(mnkr: float) -> str:
    """`13,4 mnkr`"""
    return f"{abs(round(mnkr, 1)):.1f} mnkr".replace(".", ",")


def _compared(difference: float, other: str) -> dict[str, str]:
    rounded = round(difference, 1)
    if not rounded:
        return {"change": f"oförändrat jämfört med {other}", "movement": f"oförändrat sedan {other}"}
    better = rounded > 0
    return {
        "change": f"{unsigned(rounded)} {'bättre' if better else 'sämre'} än {other}",
        "movement": f"en {'förbättring' if better else 'försämring'} med {unsigned(rounded)} sedan {other}",
    }
