"""A section that both kinds of follow-up have needs no more than both have."""

import inspect
from dataclasses import fields

import pytest

from followup.document.tables import Sourced
from followup.reports.committee import Report
from followup.reports.plan import PlanReport
from followup.reports.region import RegionReport
from followup.sections.shared.needs import Addressed, Compared, WithSickLeave


@pytest.mark.parametrize(
    ("need", "kind"),
    [
        *((need, kind) for need in (Sourced, Addressed) for kind in (Report, RegionReport, PlanReport)),
        *((need, kind) for need in (Compared, WithSickLeave) for kind in (Report, RegionReport)),
    ],
)
def test_every_kind_that_has_the_section_has_what_it_needs(need, kind):
    wanted = {name for name, _ in inspect.getmembers(need, lambda member: isinstance(member, property))}
    assert wanted
    assert wanted <= {*dir(kind), *(field.name for field in fields(kind))}
