"""Nobody can be worked out from all that the reports of two years publish together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction

import openpyxl
import pytest
from attacker import whole_hours
from people import AGES, ALL, GROUPS, OCCASIONS, PERIODS, REGION, SEXES, Attack, People, Published, so_far
from publications import rates, withheld

from tests.conftest import BUILT

YEAR = tuple(so_far("2024-12"))


def worked_out(attack: Attack, published: list[Published]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is protected and yet known to less than its own size."""
    attack.learns(published)
    found = []
    for unit, group, months in dict.fromkeys(attack.protected(published, OCCASIONS)):
        kinds = {"sick": group} | ({"long": "long"} if group == ALL else {})
        for column, name in kinds.items():
            value = attack.people.sum(column, unit, group, months)
            low, high = attack.interval(unit, name, months)
            assert low - 1e-3 <= value <= high + 1e-3, "the attacker is wrong"
            if high - low <= value:
                found.append((unit, name, months))
    return found


def as_it_was_published_before(people: People) -> Iterator[Published]:
    """The rule that each report had for itself: all digits, and a committee's own report beside the region's.

    A group of ten or fewer was hidden with the smallest of the others, in each report; the region's table hid PN, and
    GNHH for its sake. PN and GNHH report at the year's end alone.
    """
    step = 1e-13
    for period in ("2023-12", "2024-04", "2024-08", "2024-12"):
        for months in (so_far(period), so_far(f"{int(period[:4]) - 1}{period[4:]}")):
            if months[0] < "2023":
                continue
            for unit in [*people.committees, REGION]:
                if unit == "PN" or (unit == "GNHH" and not period.endswith("-12")):
                    continue
                shown = [ALL, *_shown_alone(people, unit, months)]
                for group in shown:
                    percent = (
                        100 * people.sum("sick", unit, group, months) / people.sum("scheduled", unit, group, months)
                    )
                    yield Published(unit, group, tuple(months), percent, step)
                for month in so_far(f"{months[0][:4]}-12" if months[0] < period[:4] else period):
                    percent = 100 * people.sum("sick", unit, ALL, [month]) / people.sum("scheduled", unit, ALL, [month])
                    yield Published(unit, ALL, (month,), percent, step)


def _shown_alone(people: People, unit: str, months: list[str]) -> Iterator[str]:
    for groups in (SEXES.values(), AGES.values()):
        fewest = {group: min(people.sum("employees", unit, group, [month]) for month in months) for group in groups}
        order = sorted(groups, key=fewest.__getitem__)
        hidden = [group for group in order if fewest[group] <= 10]
        yield from (group for group in order if group not in (order[:2] if hidden else []))


def test_nobody_can_be_worked_out(published, attack):
    told = [one for (period, code), rows in published.items() for one in rates(period, code, rows)]
    # Every committee, the region's own groups and its table, the months of both years.
    assert len(set(told)) > 1000
    assert {one.unit for one in told} == {*attack.people.committees, REGION} - {"PN"}
    assert worked_out(attack, told) == []


def test_the_same_attacker_works_out_what_was_published_before(people, attack):
    found = worked_out(attack, list(as_it_was_published_before(people)))
    low, high = attack.interval("PN", "men", YEAR)
    # 80 of 3558 hours
    assert (round(low, 3), round(high, 3)) == (80.0, 80.0)
    assert people.sum("scheduled", "PN", "men", YEAR) == 3558
    assert ("PN", "men", YEAR) in found
    assert ("PN", "from_30_to_49", YEAR) in found
    months = [span for unit, group, span in found if (unit, group) == ("PN", ALL) and len(span) == 1]
    assert len(months) > 9


def test_hours_can_be_had_from_all_the_digits_and_not_from_those_that_are_shown(people):
    sick, hours = (int(people.sum(column, "GNHH", "men", YEAR)) for column in ("sick", "scheduled"))
    assert whole_hours(100 * sick / hours, 100_000) == Fraction(sick, hours)
    assert whole_hours(round(100 * sick / hours, 1), 100_000) != Fraction(sick, hours)


def test_what_is_hidden_in_one_report_is_hidden_in_all(published):
    shown, hidden = set(), set()
    for (period, code), rows in published.items():
        shown |= {(one.unit, one.group, one.months) for one in rates(period, code, rows) if not one.long}
        hidden |= {place for place in withheld(period, code, rows) if place[1] in (ALL, *GROUPS.values())}
    assert shown & hidden == set()
    # Patientnämnden is six people. Nobody else is hidden as a whole.
    assert {unit for unit, group, _ in hidden if group == ALL} == {"PN"}
    assert {(unit, group) for unit, group, _ in hidden if group != ALL and unit != "PN"} == {
        ("GNHH", "under_30"),
        ("GNHH", "from_50"),
        ("DNKT", "under_30"),
        ("DNKT", "from_50"),
    }


def test_figures_of_people_have_no_more_digits_than_are_shown(published):
    for (period, code), rows in published.items():
        assert rows or code == "PN"
        for row in rows:
            if row["value"]:
                digits = row["value"].partition(".")[2]
                shown = row["shown"].replace("\u00a0", " ").partition(",")[2].split(" ")[0]
                assert len(digits) <= len(shown), (period, code, row)
                assert row["unit"] in ("%", "procentenheter", "index"), (period, code, row)


OF_PEOPLE = [(period, code) for period in PERIODS for code in BUILT.get(period, ())]


@pytest.mark.parametrize(("period", "code"), OF_PEOPLE)
def test_no_file_has_more_digits_than_figures_csv(built_output, period, code):
    folder = built_output / period / code
    notebook = json.loads((folder / "rapport.ipynb").read_text(encoding="utf-8"))
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    cells = [*_cells_of_people(notebook), *_cells_of_people(manifest)]
    assert cells or code == "PN"
    for cell in cells:
        assert cell["value"] is None or cell["value"] == round(cell["value"], cell["decimals"]), cell
        assert cell["decimals"] <= 1
    book = openpyxl.load_workbook(folder / "rapport.xlsx", data_only=True)
    figures = list(book["Figurer"].iter_rows(min_row=6, values_only=True))
    values = [row[4] for row in figures if row[8] and "personal.xlsx" in row[8] and row[4] is not None]
    staff = [cell for row in book["Medarbetare"].iter_rows(values_only=True) for cell in row]
    for value in [*values, *(cell for cell in staff if isinstance(cell, float))]:
        assert value == round(value, 1)


def _cells_of_people(content: object) -> Iterator[dict]:
    """Every figure of a block that comes from personal.xlsx, wherever in the JSON it stands."""
    if isinstance(content, dict):
        origin = content.get("origin")
        if "value" in content and isinstance(origin, list) and any("personal.xlsx" in str(part) for part in origin):
            yield content
        for part in content.values():
            yield from _cells_of_people(part)
    elif isinstance(content, list):
        for part in content:
            yield from _cells_of_people(part)
