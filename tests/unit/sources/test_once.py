"""What has been checked is not checked again while nothing has changed, and always when something has."""

from dataclasses import replace

import pytest
import workbooks
from workbooks import DNKS, LEDGER, edit

from followup.checks import registry
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.sources.sources import check_period, load_sources

APRIL = Period(2024, 4)


@pytest.fixture
def asked(monkeypatch):
    """How many times the first rule has been asked."""
    count = []
    first = registry.RULES[0]
    counting = replace(first, check=lambda case: count.append(case.committee.code) or first.check(case))
    monkeypatch.setattr(registry, "RULES", (counting, *registry.RULES[1:]))
    return count


def test_the_same_question_is_answered_once(data, params, asked):
    first = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert load_sources(subject_of(data, APRIL, "DNKS", params)) is first
    check_period(data, APRIL, params)
    assert asked == ["DNKS", "DNKT"]


@pytest.mark.parametrize("name", [DNKS, LEDGER])
def test_a_changed_workbook_is_read_again(data, params, asked, name):
    load_sources(subject_of(data, APRIL, "DNKS", params))
    sheet, cell = ("Kommentarer", "C2") if name == DNKS else ("Huvudbok", "F6")
    edit(data / name, sheet, {cell: "Något annat."})
    again = load_sources(subject_of(data, APRIL, "DNKS", params))
    assert asked == ["DNKS", "DNKS"]
    assert name != DNKS or again.comments.text("comment") == "Något annat."


def test_a_workbook_that_comes_or_goes_is_seen(data, params, asked):
    load_sources(subject_of(data, APRIL, "DNKS", params))
    (data / DNKS).with_name("DNKS ny.xlsx").write_bytes((data / DNKS).read_bytes())
    load_sources(subject_of(data, APRIL, "DNKS", params))
    assert len(asked) == 2


def test_other_params_are_another_question(data, params, tmp_path, asked):
    load_sources(subject_of(data, APRIL, "DNKS", params))
    load_sources(subject_of(data, APRIL, "DNKS", load_params(workbooks.write_params(tmp_path / "others"))))
    assert len(asked) == 2
