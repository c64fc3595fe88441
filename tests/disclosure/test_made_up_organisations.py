"""Organisations that nobody has seen: whoever is protected in them cannot be worked out from what is published.

Sizes and changes are drawn around the limit. Everything that the rule allows is published, of every committee and the
region, at every period, with as many digits as are shown.
"""

from __future__ import annotations

import os

import pandas as pd
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from people import AGES, ALL, REGION, SEXES, Attack, Published, people_of, so_far

from followup.analysis.people import staff, staff_protection
from followup.ground.figure import Figure
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.workbooks.source_table import SourceTable
from tests.tables import PEOPLE

PERIODS = ("2024-02", "2024-04", "2024-06")
# Those of the project: what is tried is what is used.
LIMITS = load_params(PROJECT / "params").rules.people
MONTHS = so_far(PERIODS[-1])
NAMES = {**staff.SEXES, **staff.AGE_GROUPS}
COLUMNS = ("period", "committee", "sex", "age_group", "employees", "scheduled_hours", "sick_hours", "long_sick_hours")
CELLS = [(sex, age) for sex in SEXES for age in AGES]

# A committee: people per sex and age, how many hours in a thousand are absence, and the change of a cell in a month.
SIZES = st.one_of(st.integers(0, 6), st.integers(0, 25), st.integers(20, 400))
COMMITTEE = st.tuples(
    st.lists(SIZES, min_size=6, max_size=6),
    st.lists(st.integers(5, 150), min_size=6, max_size=6),
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5), st.integers(-8, 8)), max_size=3),
)


def rows_of(committees) -> list[tuple]:
    """(month, committee, sex, age, employees, scheduled, sick, long)"""
    found = []
    for number, (sizes, rates, changes) in enumerate(committees):
        for month, text in enumerate(MONTHS):
            for place, (sex, age) in enumerate(CELLS):
                count = sizes[place] + sum(by for since, where, by in changes if since <= month and where == place)
                count = max(count, 0)
                hours = count * (140 + 3 * ((month + place + number) % 5))
                # Not all months alike, as sick leave is not.
                sick = round(hours * rates[place] * (0.8 + 0.4 * ((month * 7 + place) % 6) / 5) / 1000)
                found.append((text, f"N{number}", sex, age, count, hours, sick, sick // 3))
    return found


def source_table_of(rows: list[tuple]) -> SourceTable:
    coded = [(month, code, SEXES[sex], AGES[age], *numbers) for month, code, sex, age, *numbers in rows]
    frame = pd.DataFrame(coded, columns=COLUMNS, index=range(5, 5 + len(coded)))
    letters = dict(zip(COLUMNS, "ABCDEFGH", strict=True))
    return SourceTable("sickness", "personal.xlsx", "Sjukfrånvaro", letters, frame, people=PEOPLE)


def publish(table: SourceTable) -> list[Published]:
    """Every table of every committee and the region, at each period, as the reports' frames have them."""
    protection = staff_protection.of_sickness([table], 2024, LIMITS)
    found = []

    def tell(unit: str, group: str, months: tuple[str, ...], figure: Figure, long: bool = False) -> None:
        if figure.value is not None:
            found.append(Published(unit, group, tuple(months), figure.value, 0.1, long))

    for text in PERIODS:
        period = Period.parse(text)
        # Whoever is asked at a period does not know what comes after it.
        known = table.where(period=period.so_far)
        for unit in [*table.values("committee"), REGION]:
            own = known if unit == REGION else known.where(committee=unit)
            withheld = staff_protection.of_sickness([known], 2024, LIMITS).of(unit)
            # The rest of the year changes nothing in what an earlier period hides.
            for month in period.so_far:
                assert withheld(ALL, [month]) == protection.of(unit)(ALL, [month])
            rates = staff.sickness_rates(own, period, withheld).column("this_year")
            tell(unit, ALL, period.so_far, rates[staff.TOTAL])
            tell(unit, ALL, period.so_far, rates[staff.LONG_SPELLS], long=True)
            for group, name in NAMES.items():
                tell(unit, group, period.so_far, rates[name])
            by_month = staff.sickness_by_month(own, period, withheld)
            for month, figure in zip(period.so_far, by_month.figures("this_year"), strict=False):
                tell(unit, ALL, (month,), figure)
    return found


# The same few every time; `make nightly` tries many, and others each time.
EXAMPLES = int(os.environ.get("FOLLOWUP_EXAMPLES", "40"))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="FOLLOWUP_EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(st.lists(COMMITTEE, min_size=1, max_size=5))
# Groups of ten and of one, and one that shrinks under the limit when it has been shown.
@example([([10, 0, 30, 1, 0, 30], [60] * 6, []), ([12, 20, 20, 12, 20, 20], [60] * 6, [(3, 0, -8), (3, 3, -8)])])
# The committee that is hidden beside a small one is another one when the year goes on.
@example([([3, 2, 1, 0, 0, 0], [60] * 6, []), ([15] * 6, [50] * 6, [(3, 0, 20)]), ([18] * 6, [70] * 6, [])])
def test_nobody_can_be_worked_out(committees):
    rows = rows_of(committees)
    people, published = people_of(rows), publish(source_table_of(rows))
    attack = Attack(people, PERIODS)
    attack.learns(published)
    for unit, group, months in dict.fromkeys(attack.protected(published, PERIODS)):
        value = people.sum("sick", unit, group, months)
        low, high = attack.interval(unit, group, months)
        assert high - low > value, (unit, group, months, value, low, high)
