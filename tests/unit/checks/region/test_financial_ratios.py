"""Printed ratios of the region's own document."""

from followup.checks.region import financial_ratios
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import load_sources


def test_the_example_of_the_catalogue():
    sources = load_sources(subject_of(PROJECT / "data" / "example", Period(2024, 4), "REGION", load_params()))
    assert financial_ratios.RULE.example in [problem.message.replace("\xa0", " ") for problem in sources.problems]
