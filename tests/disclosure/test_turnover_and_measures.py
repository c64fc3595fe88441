"""Nobody's leaving and nobody's answers can be worked out either."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import openpyxl
import pytest
from attacker import Attacker
from people import OCCASIONS, REGION, WORKBOOK, so_far

INDICATORS = {"HME": 1.0, "OSA": 1.0, "HELTID": 0.1, "ARBETSBELASTNING": 1.0}


@cache
def sheet(name: str) -> list[tuple]:
    """The rows below the headings, and above what is noted below them."""
    rows = list(openpyxl.load_workbook(WORKBOOK, read_only=True, data_only=True)[name].iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] in ("Period", "Månad", "År"))
    return [row for row in rows[head + 1 :] if row[2] is not None]


def turnovers(published) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """(unit, months, per cent) of every published turnover in a table."""
    years = {"this_year": 0, "value": 0, "last_year": 1, "previous": 1}
    for (period, code), rows in published.items():
        for row in rows:
            if row["column"] not in years or not row["value"]:
                continue
            months = tuple(so_far(f"{int(period[:4]) - years[row['column']]}{period[4:]}"))
            if row["table"] == "personalomsattning-namnder":
                yield row["row"], months, float(row["value"])
            elif row["table"] == "medarbetarmatt" and row["row"] == "personalomsattning":
                yield code, months, float(row["value"])


def test_who_left_cannot_be_worked_out(published):
    people = {(code, month): (permanent, leavers) for month, code, permanent, leavers in sheet("Personalomsättning")}
    codes = list(dict.fromkeys(code for code, _ in people))
    attacker = Attacker()
    for key, (permanent, _) in people.items():
        attacker.wonders(key, permanent)

    def months_of(unit: str, months) -> list[tuple[str, str]]:
        keys = [(code, month) for code in (codes if unit == REGION else [unit]) for month in months]
        return [key for key in keys if key in people]

    told = set(turnovers(published))
    assert {unit for unit, _, _ in told} == {*codes, REGION} - {"PN"}
    for unit, months, percent in told:
        mean = sum(people[key][0] for key in months_of(unit, months)) / len(months)
        found = dict.fromkeys(months_of(unit, months), 1.0)
        attacker.learns(found, mean * (percent - 0.05) / 100 - 1e-9, mean * (percent + 0.05) / 100 + 1e-9)
    for period in OCCASIONS:
        left = sum(people[key][1] for key in months_of("PN", so_far(period)))
        low, high = attacker.interval(dict.fromkeys(months_of("PN", so_far(period)), 1.0))
        assert high - low > left, (period, left, low, high)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_what_the_few_answered_cannot_be_worked_out(published, indicator):
    words = {"Alla": "all", "Kvinnor": "women", "Män": "men"}
    truth = {
        (str(year), code, words[sex]): (people, value)
        for year, code, name, sex, people, value in (row[:6] for row in sheet("Årliga mått"))
        if name == indicator
    }
    step, attacker = INDICATORS[indicator], Attacker()
    for key, (people, _) in truth.items():
        attacker.wonders(key, 100.0 * people)
    told = 0
    for (period, code), rows in published.items():
        for row in rows:
            found = _measure(period, code, row, indicator)
            if found is None or not row["value"]:
                continue
            unit, sex, year = found
            keys = [key for key in truth if key[0] == year and key[2] == sex and unit in (REGION, key[1])]
            people = sum(truth[key][0] for key in keys)
            value = float(row["value"])
            attacker.learns(dict.fromkeys(keys, 1.0), people * (value - step / 2), people * (value + step / 2))
            told += 1
    assert told > 30
    for key, (people, value) in truth.items():
        if 0 < people <= 10:
            low, high = attacker.interval({key: 1.0})
            # A share of 100 per cent has no room above it: then most of what is below must be possible.
            assert high - low > min(people * value, 90 * people), (key, people * value, low, high)


def _measure(period: str, code: str, row, indicator: str) -> tuple[str, str, str] | None:
    """Unit, sex and year of a yearly measure in a table; None for another figure."""
    year = int(period[:4])
    if row["table"] == "arliga-matt" and row["row"].startswith(f"{indicator}-"):
        earlier = {"this_year": 0, "last_year": 1}.get(row["column"])
        return None if earlier is None else (code, row["row"].split("-")[1], str(year - earlier))
    if row["table"] == "arliga-matt-namnder" and row["column"].startswith(f"{indicator}-"):
        return row["row"], row["column"].split("-")[1], str(year)
    return None
