"""Start here: from a committee and a period to the figures that its notebook shows.

    report = open_report("DNKS", "2024-04")        # followup.reports.committee: one committee's follow-up
    region = open_report("REGION", "2024-08")      # followup.reports.region: the region, summed from them
    plan = open_report("RS", "2022")               # followup.reports.plan: a plan as a document, or its follow-up

Each reads its sources once and computes each table when it is first asked for. None of them decides anything about
looks: `followup.sections` turns their tables into blocks.
"""

from __future__ import annotations

import os

import pandas as pd

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import project_path
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.subject import Subject, subject_of
from followup.reports.agreement.assertion import assert_agreement
from followup.reports.committee import Report
from followup.reports.own_notebook import assert_own_notebook
from followup.reports.plan import PlanReport
from followup.reports.region import RegionReport
from followup.sources.printed_totals import printed_totals
from followup.sources.region_sources import load_region
from followup.sources.sources import load_sources

# What a notebook's parameters are; an empty path would be the project's own folder.
_COMMITTEE = ("committee", "Nämnden", "En nämnds kod väntas, till exempel DNKS, eller REGION.")
_DATA = ("data", "Datamappen", "Mappen med arbetsböcker väntas, till exempel data/example.")


def open_report(
    committee: str, period: str, data: str | os.PathLike[str] = "data/example", *, notebook: str = ""
) -> Report | RegionReport | PlanReport:
    """Read and check everything that the report of this committee and period rests on, and that its tables agree.

    The committee REGION gives the region's own report; a period that is a year gives the plan as a document. A notebook
    gives its own file name, and is refused what is not its to report. Raises ReportError with every error that was
    found, not only the first.
    """
    subject = _subject(committee, period, data)
    if notebook:
        assert_own_notebook(subject, notebook)
    report = _read(subject)
    assert_agreement(report)
    return report


def read_report(
    committee: str, period: str, data: str | os.PathLike[str] = "data/example"
) -> Report | RegionReport | PlanReport:
    """As `open_report`, without computing the tables: for whoever wants the sources alone and shows no number."""
    return _read(_subject(committee, period, data))


def _subject(committee: str, period: str, data: str | os.PathLike[str]) -> Subject:
    _assert_text(committee, *_COMMITTEE)
    _assert_text(os.fspath(data) if isinstance(data, os.PathLike) else data, *_DATA)
    return subject_of(project_path(data), Period.parse(period), committee, load_params())


def _assert_text(value: object, name: str, what: str, expected: str) -> None:
    """A notebook's parameters may be given as anything: papermill makes a number of `-p committee 12`."""
    if isinstance(value, str) and value.strip():
        return
    found = "tom" if value is None or isinstance(value, str) else f"{value!r}, som inte är en text"
    remedy = f"Rätta {name} och kör igen."
    raise ReportError([Problem(f"parametern {name}", found=f"{what} är {found}.", expected=expected, remedy=remedy)])


def _read(subject: Subject) -> Report | RegionReport | PlanReport:
    _show_whole_frames()
    if subject.reader == "region":
        return _region(subject)
    sources = load_sources(subject)
    return Report(sources) if subject.reader == "committee" else PlanReport(sources)


def _region(subject: Subject) -> RegionReport:
    """The region's sources with the report of every committee that reports for the period."""
    sources, committees = load_region(subject)
    reports = {code: Report(own) for code, own in committees.items()}
    return RegionReport(sources, reports, printed_totals(subject, "budget"))


def _show_whole_frames() -> None:
    # pandas would cut a frame to the width of a terminal where there is one: a reviewer wants every column, and the
    # executed notebook must not depend on where it was run.
    pd.set_option("display.max_columns", 20, "display.max_colwidth", 200, "display.width", 160)
    # "$5 och $7" is two prices, and JupyterLab would typeset what stands between them.
    pd.set_option("display.html.use_mathjax", False)
