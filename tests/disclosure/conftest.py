"""What is published for the periods whose reports stand beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from people import OCCASIONS, PERIODS, WORKBOOK, Attack, People, people_in
from publications import Row, about_people, figures_of, figures_without_building

from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from tests.conftest import BUILT


@pytest.fixture(scope="session")
def published(built_output: Path) -> dict[tuple[str, str], list[Row]]:
    """The figures about people of every report of PERIODS, by period and committee.

    From the files of those that are built for the tests (`make nightly`: all of them), and else from the cells of
    their notebooks.
    """
    params = load_params()
    found = {}
    for text in PERIODS:
        period = Period.parse(text)
        for one in params.reporting(period):
            if one.code in BUILT.get(text, ()):
                rows = figures_of(built_output / text / one.code)
            else:
                notebook = PROJECT / "notebooks" / params.kind_of(period, one.code).notebook
                rows = figures_without_building(notebook, text, one.code)
            found[text, one.code] = about_people(rows)
    return found


@pytest.fixture(scope="session")
def people() -> People:
    """The truth of the three years that the reports tell of."""
    return people_in(WORKBOOK)


@pytest.fixture
def attack(people: People) -> Attack:
    """Before anything is learnt."""
    return Attack(people, OCCASIONS)
