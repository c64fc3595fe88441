"""Printed ratios of the region's own document."""

from cases import case_of

from followup.checks.region import financial_ratios
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.reader_tables import table_of_period

APRIL = Period(2024, 4)


def test_the_example_of_the_catalogue():
    params = load_params()
    region = subject_of(PROJECT / "data" / "example", APRIL, "REGION", params)
    history = table_of_period(region, APRIL, "financial_history")
    found = financial_ratios.RULE.check(case_of("2024-04", params, "region", "REGION", financial_history=history))
    assert financial_ratios.RULE.example in [problem.message.replace("\xa0", " ") for problem in found]
