"""Lines of the budget table that no holder has, or that two have."""

from __future__ import annotations

from dataclasses import replace

from region_case import case, with_committee, with_rows

from followup.checks.budget import budget_frame, unclaimed_frames

__all__ = ["case"]


def test_the_example_is_accounted_for(case):
    assert list(unclaimed_frames.check(case)) == []


def test_the_example_of_the_catalogue(case):
    line = {"line": "Personalpolitiska satsningar", "year_0": -25e6}
    (problem,) = unclaimed_frames.check(with_rows(case, "frames", line))
    assert problem.message == unclaimed_frames.RULE.example
    assert problem.message == (
        "Ramen ”Personalpolitiska satsningar” på 25 mnkr hör inte till någon nämnd eller post. Varje ram hör till "
        "någon i params/committees.yml. Annars räknas den i ramarnas summa, men inte hos någon. Skriv raden under "
        "frames för den som har ramen. Är raden en summa: lägg till dess ord i params/totals.yml."
    )
    # A line of nothing makes no sum false.
    assert list(unclaimed_frames.check(with_rows(case, "frames", line | {"year_0": 0.0}))) == []


def test_a_frame_that_two_have(case):
    two = with_committee(case, "REV", frames=("Revision", "Driftnämnd Kultur och skola"))
    (problem,) = unclaimed_frames.check(two)
    assert problem.found == "Ramen ”Driftnämnd Kultur och skola” på 183 mnkr hör till både DNKS och REV."


def test_a_misspelt_frame_is_told_where_its_holder_misses_it(case):
    frames = case.tables["frames"]
    lines = frames.frame.assign(line=frames.frame["line"].replace("Revision", "Revisionen"))
    changed = replace(case, tables={**case.tables, "frames": replace(frames, frame=lines)})
    assert list(unclaimed_frames.check(changed)) == []
    (problem,) = budget_frame.check(changed)
    assert problem.found.startswith(
        "Raden ”Revision” saknas bland budgetramarna. Raderna är ”Patientnämnd”, ”Revisionen”"
    )
