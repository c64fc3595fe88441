"""Two indicators under each other's code, and one measure that two committees have otherwise."""

from dataclasses import replace

import pytest
from cases import case_of
from tables import source_table

from followup.checks.indicators.indicator_agreement import RULE
from followup.params.loading import load_params

ATTENDANCE, WEEKS = "NARVARO_NATURBRUK", "ELEVVECKOR"


@pytest.fixture(scope="module")
def params():
    return load_params()


def values(last_attendance, last_weeks):
    rows = [(ATTENDANCE, number, 88 + 0.5 * number) for number in range(6)]
    rows += [(WEEKS, number, 80 + number) for number in range(6)]
    lines = ["indicator  committee  period  value"]
    for code, number, value in rows:
        lines.append(f"{code}  DNKS  2023-{number + 1:02d}  {value}")
    lines += [f"{ATTENDANCE}  DNKS  2024-04  {last_attendance}", f"{WEEKS}  DNKS  2024-04  {last_weeks}"]
    return source_table("\n".join(lines))


def told(params, table):
    case = case_of(params=params, indicator_values=table)
    return [problem.message.replace("\xa0", " ") for problem in RULE.check(case)]


def test_the_example_of_the_catalogue(params):
    assert told(params, values(81.5, 90)) == [RULE.example]


@pytest.mark.parametrize("last", [(89, 83), (91.5, 90), (81.5, 84), (95, 86)])
def test_values_that_fit_their_own_or_nobody(params, last):
    assert told(params, values(*last)) == []


def test_the_regions_indicator_is_the_same_for_all(params):
    text = """
        indicator  committee  period   value
        N79221     RS         2023-12  62.1
        N79221     DNHS       2023-12  {}
    """
    for value, count in ((62.1, 0), (26.1, 1)):
        whole = source_table(text.format(value))
        case = case_of(params=params, committee="DNHS", indicator_values=whole)
        case = replace(case, tables={"indicator_values": whole.where(committee="DNHS")})
        assert len(list(RULE.check(case))) == count
