"""Headings that are months: which of them are one column of the layout, with `{month}` in its heading."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass

from followup.ground.period import MONTHS
from followup.ground.wording import normalised
from followup.params.column_layout import MONTH
from followup.params.heading_words import says_accumulated
from followup.workbooks.shapes.header_matches import without_unit
from followup.workbooks.shapes.headings import Heading
from followup.workbooks.shapes.month_headings import month_in

_NAMES = "|".join(sorted({*MONTHS, *(name[:3] for name in MONTHS), "sept"}, key=len, reverse=True))
_WORD = rf"(?:{_NAMES})\.?(?:[ '-]?(?:20)?[0-9]{{2}})?"
_SPAN = rf"(?:jan(?:uari)?\.? ?-+ ?)?{_WORD}"
_MONTH = re.compile(rf"(?<![a-zåäö])(?:{_SPAN}|20[0-9]{{2}}[-/.]?(?:0[1-9]|1[0-2])(?:-[0-9]{{2}})?)(?![a-zåäö0-9])")
_NUMBER = re.compile(r"0?[1-9]|1[0-2]")
# So many months make them columns of one kind: a single month in a heading is its period.
FEWEST = 2


@dataclass(frozen=True)
class MonthGroup:
    """`pattern` is the layout's heading, `months` the position of each month; `year` that of the headings, or 0.

    `twice` are the positions of months that stand there already, `others` those of another year.
    """

    pattern: str
    group: str
    months: dict[int, int]
    year: int
    is_accumulated: bool
    twice: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


def month_groups(headings: Sequence[Heading], year: int) -> list[MonthGroup]:
    """The headings of months by what else they say; `year` is the report's, for headings without one."""
    by_pattern: dict[tuple[str, str], list[tuple[Heading, str, int]]] = {}
    for one in headings:
        text, _ = without_unit(one.text)
        match = _MONTH.search(text) or _NUMBER.fullmatch(text)
        if match:
            pattern = f"{text[: match.start()]}{MONTH}{text[match.end() :]}"
            said = re.search(r"20[0-9]{2}|(?<=[ '-])[0-9]{2}$", match[0])
            own = int(said[0]) % 100 + 2000 if said and match.re is not _NUMBER else 0
            by_pattern.setdefault((pattern, one.group), []).append((one, text, own))
    if _are_days([match[0] for one in headings if (match := _MONTH.search(without_unit(one.text)[0]))]):
        return []
    groups = [group for key, found in by_pattern.items() if (group := _group(*key, found, year)) is not None]
    return groups if any(len(group.months) >= FEWEST for group in groups) else []


def _group(pattern: str, group: str, found: list[tuple[Heading, str, int]], year: int) -> MonthGroup | None:
    years = sorted({own for _, _, own in found if own})
    latest = year if year in years or not years else years[-1]
    is_accumulated = says_accumulated(pattern) or says_accumulated(group) or _are_since_january(found)
    months: dict[int, int] = {}
    twice: list[int] = []
    others: list[int] = []
    for one, text, _ in found:
        month = month_in(pattern, text, latest, accumulated=is_accumulated)
        (others if not month else twice if month in months else []).append(one.position)
        if month:
            months.setdefault(month, one.position)
    if not months:
        return None
    written = _as_written(pattern, found[0][0].text)
    return MonthGroup(written, group, months, latest if years else 0, is_accumulated, tuple(twice), tuple(others))


def _are_days(months: Sequence[str]) -> bool:
    """Whether they are the last days of months, as `30 september` turned round, and no years."""
    days = [match for month in months if (match := re.fullmatch(rf"({_NAMES})\.?[ '-]?([0-9]{{2}})", month))]
    lasts = [calendar.monthrange(2024 + (match[2] == "28"), _number(match[1]))[1] for match in days]
    return len(days) >= FEWEST and [int(match[2]) for match in days] == lasts


def _number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month[:3] == name[:3])


def _are_since_january(found: list[tuple[Heading, str, int]]) -> bool:
    return any(re.search(r"jan(?:uari)?\.? ?-+ ?[a-z]", text) for _, text, _ in found)


def _as_written(pattern: str, written: str) -> str:
    """The pattern with the letters of the heading: `Utfall {month}` for `Utfall jan`."""
    before, _, after = pattern.partition(MONTH)
    plain = written.strip()
    if normalised(plain[: len(before)]) == normalised(before):
        before = plain[: len(before)]
    return f"{before}{MONTH}{after}"
