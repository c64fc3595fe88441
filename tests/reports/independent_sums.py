"""Figures worked out from the example workbooks with openpyxl and nothing of ours.

A second way to the same numbers: plain loops over cells, no layouts, no frames. What it gives is keyed as figures.csv
is: (table, row, column). Amounts in mnkr with revenue + and cost −, shares in per cent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import openpyxl

Key = tuple[str, str, str]


def _folder(data: Path, period: str) -> Path:
    return data / period[:4] / period


def _rows(path: Path, sheet: str, first_heading: str) -> list[dict[str, object]]:
    """The rows below the heading row, to the first empty one, as dictionaries."""
    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = list(workbook[sheet].iter_rows(values_only=True))
    start = next(number for number, row in enumerate(rows) if row and row[0] == first_heading)
    headings = [str(heading) for heading in rows[start] if heading is not None]
    found = []
    for row in rows[start + 1 :]:
        if all(value is None for value in row):
            break
        found.append(dict(zip(headings, row, strict=False)))
    return found


def _text_number(value: object) -> float:
    if isinstance(value, str):
        value = value.replace("\u2212", "-").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    return float(value)  # type: ignore[arg-type]


@cache
def ledger(data: Path, period: str) -> list[dict[str, object]]:
    """Every row of the ledger as it was for the period."""
    return _rows(_folder(data, period) / "utfall.xlsx", "Huvudbok", "Period")


def forecasts(data: Path, period: str, committee: str) -> list[tuple[str, float]]:
    """The activity and the forecast net cost in mnkr of every row of the committee's own sheet."""
    found = []
    for row in _rows(_folder(data, period) / f"{committee}.xlsx", "Prognos", "Verksamhet"):
        if row["Kontoklass"] is not None:  # the sheet's own total row has none
            activity, _, forecast, *_ = row.values()
            found.append((str(activity), _text_number(forecast)))
    return found


def turnover(data: Path, period: str, committee: str, year: int) -> float | None:
    """Leavers of the months so far in per cent of the mean number of permanent employees; None where it has none."""
    rows = [
        (float(row["Avgångar"]), float(row["Antal tillsvidareanställda"]))  # type: ignore[arg-type]
        for row in _rows(_folder(data, period) / "personal.xlsx", "Personalomsättning", "Månad")
        if row["Nämnd"] == committee and str(row["Månad"])[:4] == str(year) and str(row["Månad"])[-2:] <= period[-2:]
    ]
    return _percent(sum(left for left, _ in rows), sum(staff for _, staff in rows) / len(rows)) if rows else None


def planned_investments(data: Path, year: str) -> float:
    """What the decided plan of investments has for its first year, its rows summed without their total."""
    rows = _rows(data / year / "budget.xlsx", "Investeringsplan", "Investeringar totalt")
    return sum(float(row[year]) for row in rows if row["Investeringar totalt"] != "Summa investeringar totalt")  # type: ignore[arg-type]


def promises(data: Path, period: str, committee: str) -> dict[str, str]:
    """The status of each of the plan's promises (`L1 Medarbetarstöd` …) that the committee reports on."""
    rows = _rows(_folder(data, period) / f"{committee}.xlsx", "Uppdrag", "Uppdrag")
    return {str(row["Uppdrag"]): str(row["Status"]) for row in rows if re.match(r"L\d+ ", str(row["Uppdrag"]))}


def asked_decisions(data: Path, period: str, committee: str) -> list[dict[str, object]]:
    """The rows of the sheet Beslut; none in a workbook without it."""
    return _sheet(_folder(data, period) / f"{committee}.xlsx", "Beslut", "Förslag till beslut")


def economy_comment(data: Path, period: str, committee: str) -> str:
    """What the committee writes on its economy as a whole, without marks of bold type; empty of none."""
    rows = _sheet(_folder(data, period) / f"{committee}.xlsx", "Kommentarer", "Avsnitt")
    found = [str(row["Kommentar"]) for row in rows if row["Avsnitt"] == "Ekonomi" and not row["Avser"]]
    return " ".join(found[0].replace("*", "").split()) if found else ""


def forecast_record(data: Path, period: str, committee: str) -> dict[str, float]:
    """Every forecast deviation and, of a December, every outcome that the committee tells of, in mnkr by period."""
    rows = _sheet(_folder(data, period) / f"{committee}.xlsx", "Prognoshistorik", "Period")
    return {str(row["Period"]): _text_number(list(row.values())[2]) for row in rows}


def proposed_effect(data: Path, period: str, committee: str) -> float:
    """The effect in the year of the measures that the committee proposes, in mnkr."""
    rows = _sheet(_folder(data, period) / f"{committee}.xlsx", "Åtgärder", "Åtgärd")
    return sum(_text_number(list(row.values())[3]) for row in rows if row["Beslutsläge"] in ("Föreslagen", "Förslag"))


def indicator_targets(data: Path, year: str, committee: str) -> dict[str, float | None]:
    """The year's targets of the committee's quality indicators by code; None where none is set."""
    found = {}
    for row in _rows(data / year / "malvarden.xlsx", "Målvärden", "Indikator"):
        if row["Nämnd"] == committee:
            target = row[f"Målvärde {year}"]
            found[str(row["Indikator"])] = None if target is None else _text_number(target)
    return found


def indicator_values(data: Path, period: str, committee: str) -> dict[str, dict[str, float]]:
    """What has been measured to the period's end, by the indicator's code and by month."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in _rows(_folder(data, period) / "indikatorer.xlsx", "Utfall", "Indikator"):
        month = str(row["Mätperiod"])
        if row["Nämnd"] == committee and row["Värde"] is not None and month <= period:
            found[str(row["Indikator"])][month] = _text_number(row["Värde"])
    return found


def _sheet(path: Path, sheet: str, first_heading: str) -> list[dict[str, object]]:
    """As `_rows`; none of a workbook without the sheet."""
    has_it = sheet in openpyxl.load_workbook(path, read_only=True).sheetnames
    return _rows(path, sheet, first_heading) if has_it else []


def status_of(path: Path) -> str:
    """What a committee says of its own report: `Klar`, `Utkast`."""
    sheet = openpyxl.load_workbook(path, read_only=True)["Rapport"]
    return next(str(value) for name, value, *_ in sheet.iter_rows(values_only=True) if name == "Status")


def economy(ledger_rows: list[dict[str, object]], data: Path, period: str, committee: str) -> dict[Key, float]:
    """Both tables per account class: nine figures for each class and for the net cost."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in ledger_rows:
        if row["Nämnd"] != committee:
            continue
        month = int(str(row["Period"])[-2:])
        for name in (str(row["Kontoklass"]), "Nettokostnad"):
            part = sums[name]
            part["year_budget"] -= float(row["Budget"])  # type: ignore[arg-type]
            if month <= int(period[-2:]):
                part["budget"] -= float(row["Budget"])  # type: ignore[arg-type]
                part["outcome"] -= float(row["Utfall"])  # type: ignore[arg-type]
                part["previous_year"] -= float(row["Utfall föregående år"])  # type: ignore[arg-type]
    for row in _rows(_folder(data, period) / f"{committee}.xlsx", "Prognos", "Verksamhet"):
        if row["Kontoklass"] is None:
            continue  # the sheet's own total row
        # By place: one committee heads its forecast with a synonym.
        _, _, forecast, previous, *_ = row.values()
        for name in (str(row["Kontoklass"]), "Nettokostnad"):
            sums[name]["forecast"] -= 1e6 * _text_number(forecast)
            sums[name]["previous_forecast"] -= 1e6 * _text_number(previous)
    found: dict[Key, float] = {}
    for name, part in sums.items():
        for third, first, second in (
            ("deviation", "outcome", "budget"),
            ("forecast_deviation", "forecast", "year_budget"),
            ("forecast_change", "forecast", "previous_forecast"),
        ):
            part[third] = part[first] - part[second]
        for column in ("outcome", "budget", "deviation", "previous_year"):
            found["utfall-kontoklass", name, column] = part[column] / 1e6
        # A share of a net that is 0 over the year is not shown, nor growth since less than 5 mnkr.
        if abs(part["year_budget"]) > 0.005 and abs(part["previous_year"]) >= 5e6:
            change = 100 * (part["outcome"] - part["previous_year"]) / part["previous_year"]
            found["utfall-kontoklass", name, "change"] = change
        for column in ("year_budget", "forecast", "forecast_deviation", "previous_forecast", "forecast_change"):
            found["prognos-kontoklass", name, column] = part[column] / 1e6
    return found


def _percent(part: float, whole: float) -> float:
    """With one decimal, half upwards: as ratios of people are written everywhere."""
    return float((100 * Decimal(part) / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def sickness(data: Path, period: str, committee: str) -> dict[Key, float]:
    """Sick leave of all staff this year and last, and the share of long spells."""
    hours: dict[tuple[int, str], float] = defaultdict(float)
    for row in _rows(_folder(data, period) / "personal.xlsx", "Sjukfrånvaro", "Period"):
        year, month = int(str(row["Period"])[:4]), int(str(row["Period"])[-2:])
        if row["Nämnd"] == committee and month <= int(period[-2:]):
            for heading in (
                "Ordinarie arbetstid (timmar)",
                "Sjukfrånvaro (timmar)",
                "varav 60 dagar eller mer (timmar)",
            ):
                hours[year, heading] += float(row[heading])  # type: ignore[arg-type]
    found = {}
    for year, column in ((int(period[:4]), "this_year"), (int(period[:4]) - 1, "last_year")):
        worked, sick = hours[year, "Ordinarie arbetstid (timmar)"], hours[year, "Sjukfrånvaro (timmar)"]
        found["sjukfranvaro", "Totalt", column] = _percent(sick, worked)
        long_spells = _percent(hours[year, "varav 60 dagar eller mer (timmar)"], sick)
        found["sjukfranvaro", "Andel av sjukfrånvaron som är 60 dagar eller mer", column] = long_spells
    return found


def investments(data: Path, period: str, committee: str) -> dict[Key, float]:
    """The sums over the committee's projects."""
    columns = {"year_budget": f"Budget {period[:4]}", "outcome": "Utfall", "forecast": f"Prognos {period[:4]}"}
    sums = dict.fromkeys(columns, 0.0)
    for row in _rows(_folder(data, period) / "investeringar.xlsx", "Investeringar", "Period"):
        if row["Nämnd"] == committee and str(row["Period"]).replace("-", "") == period.replace("-", ""):
            for column, heading in columns.items():
                sums[column] += float(row[heading])  # type: ignore[arg-type]
    sums["forecast_deviation"] = sums["year_budget"] - sums["forecast"]
    return {("investeringar", "Summa investeringar", column): value for column, value in sums.items()}


def all_figures(ledger_rows: list[dict[str, object]], data: Path, period: str, committee: str) -> dict[Key, float]:
    """Every figure that is worked out here for one committee."""
    parts = (economy(ledger_rows, data, period, committee), sickness(data, period, committee))
    return parts[0] | parts[1] | investments(data, period, committee)
