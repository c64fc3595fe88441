"""Which of a report's figures are compared with other reports': a table's column, and what its figures are called.

What a report repeats of earlier ones (last year's column, the forecast before) is not among them: the earlier report
says it itself. Nor is what only one report has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NET = "Nettokostnad"
_SICK_LEAVE = {"Sjukfrånvaro, alla": "Totalt", "Kvinnor": "Kvinnor", "Män": "Män"}
_TURNOVER = "Personalomsättning"
# So far in the year it is the period's, and in the end the year's.
_RESULT = dict.fromkeys(("Periodens resultat", "Årets resultat"), "Resultat")
_ALL_GOALS = {"Alla mål": "Alla mål"}
_WHOLE_PLAN = {"summa": "Hela planen"}


@dataclass(frozen=True)
class ComparedColumn:
    """A column of figures. Several with the same `words` are the same figures, told by different kinds of report.

    `words` say what a row's figure is: "Utfall hittills i år", of the row "Personalkostnader". A figure that starts
    again each year is `yearly`; a `forecast` in the report of a whole year is an earlier one, and left out there.
    `line` says what is followed over time: each "report", the committees that the keys of its rows name ("row"), or
    each of its rows ("both"). `rows` are those that belong here, by key, with their name; empty for all but those that
    `without` matches. `renamed` are rows with another name in reports of another tense, by key. What is better or worse
    as it is above or below `zero` is drawn from there.
    """

    table: str
    column: str
    topic: str
    words: str
    yearly: bool = True
    forecast: bool = False
    line: Literal["report", "row", "both"] = "report"
    rows: Mapping[str, str] = field(default_factory=dict)
    without: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)
    zero: bool = False

    def has(self, key: str) -> bool:
        """Whether the row belongs here, by its key or by the name that `rows` gives it."""
        if self.rows:
            return key in self.rows or key in self.rows.values()
        return not (self.without and re.search(self.without, key))

    def named(self, key: str) -> str | None:
        """The name that a row has here, whatever its report calls it; None where it is called the same."""
        return self.rows.get(key) or self.renamed.get(key)


# The rows that are the sum of the others in their tables.
WHOLES = (NET, "Totalt", "Alla mål", "Hela planen")

_ECONOMY, _ACTIVITIES, _STAFF = "Ekonomi", "Nettokostnad per verksamhet", "Medarbetare"
_GOALS, _INDICATORS, _REGION, _PLANS = "Mål", "Indikatorer", "Regionens ekonomi", "Uppföljning av planer"
_REQUIREMENT = "Balanskravsutredning, prognos eller utfall"
_SAME_AS_ELSEWHERE = "^(PERIODRESULTAT|PROGNOSAVVIKELSE|BUDGETAVVIKELSE)$"
# A row for the rest is of other activities in each report.
_NO_ACTIVITY = rf"^{NET}$|^Övriga verksamheter \("

# In the order of the page that compares.
COMPARED: tuple[ComparedColumn, ...] = (
    ComparedColumn(
        "prognos-kontoklass",
        "forecast_deviation",
        _ECONOMY,
        "Prognosens avvikelse mot budget",
        forecast=True,
        zero=True,
    ),
    ComparedColumn("prognos-kontoklass", "forecast", _ECONOMY, "Prognos för helåret", forecast=True),
    ComparedColumn("utfall-kontoklass", "deviation", _ECONOMY, "Avvikelse mot budget hittills i år", zero=True),
    ComparedColumn("utfall-kontoklass", "outcome", _ECONOMY, "Utfall hittills i år"),
    ComparedColumn(
        "ekonomiska-indikatorer", "value", _ECONOMY, "Ekonomisk indikator", without=_SAME_AS_ELSEWHERE, forecast=True
    ),
    ComparedColumn(
        "verksamheter",
        "forecast_deviation",
        _ACTIVITIES,
        "Prognosens avvikelse per verksamhet",
        forecast=True,
        line="both",
        without=_NO_ACTIVITY,
        zero=True,
    ),
    ComparedColumn(
        "verksamheter",
        "deviation",
        _ACTIVITIES,
        "Avvikelse hittills i år per verksamhet",
        line="both",
        without=_NO_ACTIVITY,
        zero=True,
    ),
    ComparedColumn("fokusomraden", "on_track", _GOALS, "Mål som bedöms uppnås eller uppnåddes", rows=_ALL_GOALS),
    ComparedColumn("fokusomraden", "uncertain", _GOALS, "Mål som är osäkra eller uppnåddes delvis", rows=_ALL_GOALS),
    ComparedColumn(
        "fokusomraden", "off_track", _GOALS, "Mål som inte bedöms uppnås eller inte uppnåddes", rows=_ALL_GOALS
    ),
    ComparedColumn(
        "fokusomraden", "on_track", _GOALS, "Mål som bedöms uppnås eller uppnåddes per fokusområde", line="both"
    ),
    ComparedColumn(
        "fokusomraden", "uncertain", _GOALS, "Mål som är osäkra eller uppnåddes delvis per fokusområde", line="both"
    ),
    ComparedColumn(
        "fokusomraden",
        "off_track",
        _GOALS,
        "Mål som inte bedöms uppnås eller inte uppnåddes per fokusområde",
        line="both",
    ),
    ComparedColumn("indikatorer", "value", _INDICATORS, "Indikator", yearly=False),
    ComparedColumn("verksamhetsmatt", "value", _INDICATORS, "Indikator", yearly=False),
    ComparedColumn("indikatorer", "meets", _INDICATORS, "Indikatorer som når eller nådde målvärdet", line="row"),
    ComparedColumn("sjukfranvaro", "this_year", _STAFF, "Sjukfrånvaro"),
    ComparedColumn("medarbetare", "this_year", _STAFF, "Sjukfrånvaro", rows=_SICK_LEAVE),
    ComparedColumn("medarbetare", "this_year", _STAFF, "Medarbetarmått hittills i år", rows={_TURNOVER: _TURNOVER}),
    ComparedColumn(
        "medarbetarmatt",
        "value",
        _STAFF,
        "Medarbetarmått hittills i år",
        rows={"personalomsattning": _TURNOVER},
    ),
    ComparedColumn(
        "medarbetarmatt", "value", _STAFF, "Årligt medarbetarmått", yearly=False, without="^personalomsattning$"
    ),
    ComparedColumn("arliga-matt", "this_year", _STAFF, "Årligt medarbetarmått", yearly=False),
    ComparedColumn(
        "namnder",
        "forecast_deviation",
        _REGION,
        "Prognosens avvikelse enligt regionen",
        forecast=True,
        line="row",
        zero=True,
    ),
    ComparedColumn("namnder", "deviation", _REGION, "Avvikelse hittills i år enligt regionen", line="row", zero=True),
    ComparedColumn(
        "resultatrakning",
        "forecast",
        _REGION,
        "Resultaträkning, prognos",
        forecast=True,
        line="both",
        renamed=_RESULT,
    ),
    ComparedColumn(
        "resultatrakning", "outcome", _REGION, "Resultaträkning, utfall hittills i år", line="both", renamed=_RESULT
    ),
    ComparedColumn("balanskrav", "forecast", _REGION, _REQUIREMENT, line="both"),
    ComparedColumn("balanskrav", "amount", _REGION, _REQUIREMENT, line="both"),
    # Solidity is a key ratio below, and no figure of one year.
    ComparedColumn(
        "finansiella-mal",
        "now",
        _REGION,
        "Finansiella mål, prognos eller utfall",
        line="both",
        without="^solidity$",
    ),
    ComparedColumn("finansiella-nyckeltal", "closing", _REGION, "Finansiella nyckeltal", yearly=False, line="both"),
    ComparedColumn("balansrakning", "closing", _REGION, "Balansräkning", yearly=False, line="both"),
    ComparedColumn("status-per-del", "all", _PLANS, "Poster i planen", rows=_WHOLE_PLAN),
    ComparedColumn("status-per-del", "done", _PLANS, "Poster som är klara", rows=_WHOLE_PLAN),
    ComparedColumn("status-per-del", "delayed", _PLANS, "Poster som är försenade", rows=_WHOLE_PLAN),
    ComparedColumn("status-per-del", "cancelled", _PLANS, "Poster som är avförda", rows=_WHOLE_PLAN),
    ComparedColumn("matbara-mal", "value", _PLANS, "Mätbart mål", yearly=False),
    ComparedColumn("planens-indikatorer", "value", _PLANS, "Planens indikator"),
    ComparedColumn(
        "driftbudget-uppfoljning",
        "outcome",
        _PLANS,
        "Driftbudget, utfall hittills i år",
        line="both",
        # An activity's sum has no name of its own.
        without=r"^(?!summa$)[^|]*$",
    ),
    ComparedColumn(
        "investeringsbudget-uppfoljning", "outcome", _PLANS, "Investeringar, utfall hittills i år", line="both"
    ),
)

_BY_COLUMN: dict[tuple[str, str], list[ComparedColumn]] = {}
for _one in COMPARED:
    _BY_COLUMN.setdefault((_one.table, _one.column), []).append(_one)


def compared_column(table: str, column: str, row: str) -> ComparedColumn | None:
    """What the figure of a row is compared as; None for what is not compared."""
    return next((one for one in _BY_COLUMN.get((table, column), ()) if one.has(row)), None)
