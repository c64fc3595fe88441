"""The pages over many reports, of an output folder with small manifests in it and a data folder that changes."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from gathered_samples import compared, publish

from followup.formats.summary import Summary
from followup.ground.paths import notebooks_folder
from followup.ground.period import Period
from followup.params.loading import load_params
from followup.params.params import Params
from followup.params.subject import subject_of
from followup.run.fingerprint import Fingerprint, fingerprint
from followup.run.gathered import Gathered, publish_pages
from followup.run.outcome import Outcome, Status
from followup.run.publication import Workspace

APRIL = Period(2024, 4)
LATER = date(2024, 6, 1)
BUDGET, OWN = "2024/budget.xlsx", "2024/2024-04/DNKS.xlsx"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the two workbooks that the tests change."""
    folder = tmp_path / "data"
    (folder / "2024" / "2024-04").mkdir(parents=True)
    for name in (BUDGET, OWN):
        (folder / name).write_bytes(b"1")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def taken(data: Path, code: str = "DNKS", period: Period = APRIL) -> Fingerprint:
    """What a report that is built now would be made of."""
    subject = subject_of(data, period, code, load_params())
    parameters = {"committee": code, "period": str(period), "data": str(data)}
    return fingerprint(subject, notebooks_folder() / subject.kind.notebook, parameters)


def gathered(output: Path, data: Path, today: date = LATER, params: Params | None = None) -> Gathered:
    return Gathered(output, data, params or load_params(), today)


def section(page: str, id: str) -> str:
    """The text of a section of the page without its marks, empty if there is none."""
    import html5lib

    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = [node for node in tree.iter("section") if node.get("aria-labelledby") == id]
    return " ".join("".join(found[0].itertext()).split()) if found else ""


def test_a_report_is_out_of_date_when_and_only_when_what_it_was_made_of_has_changed(output: Path, data: Path) -> None:
    publish(output, "2024-04", "DNKS", fingerprint=taken(data))
    assert section(gathered(output, data).index_page(APRIL, {}), "inaktuella") == ""

    (data / OWN).write_bytes(b"two")
    page = gathered(output, data).index_page(APRIL, {})
    assert section(page, "inaktuella").endswith("Driftnämnd Kultur och skola: 2024/2024-04/DNKS.xlsx har ändrats.")
    assert "Rapporten är inaktuell" in page

    # The same bytes again: what counts is what the workbook holds, not when it was saved.
    (data / OWN).write_bytes(b"1")
    os.utime(data / OWN, (1, 1))
    assert section(gathered(output, data).index_page(APRIL, {}), "inaktuella") == ""


@pytest.mark.parametrize(("part", "told"), [("params", "params/"), ("code", "programmet"), ("templates", "templates/")])
def test_what_all_reports_have_in_common_makes_them_out_of_date_too(
    output: Path, data: Path, part: str, told: str
) -> None:
    publish(output, "2024-04", "DNKS", fingerprint=taken(data) | {part: "another"})
    page = gathered(output, data).index_page(APRIL, {})
    assert section(page, "inaktuella").endswith(f"Driftnämnd Kultur och skola: {told} har ändrats.")


def test_a_report_of_other_data_is_not_held_against_these(output: Path, data: Path, tmp_path: Path) -> None:
    found: dict[str, Any] = taken(data)
    publish(output, "2024-04", "DNKS", fingerprint=found | {"parameters": {"data": str(tmp_path / "other")}})
    (data / OWN).write_bytes(b"two")
    assert section(gathered(output, data).index_page(APRIL, {}), "inaktuella") == ""


def test_a_report_that_is_not_there_is_missed_with_its_workbooks_when_its_months_are_over(
    output: Path, data: Path
) -> None:
    publish(output, "2024-04", "RS", fingerprint=taken(data, "RS"))
    page = gathered(output, data).index_page(APRIL, {})
    told = section(page, "sena")
    assert (
        "Driftnämnd Kultur och skola: periodens månader har gått. Saknas i datamappen: "
        "2024/2024-04/indikatorer.xlsx, 2024/2024-04/investeringar.xlsx, 2024/2024-04/personal.xlsx, "
        "2024/2024-04/utfall.xlsx."
    ) in told
    # The region waits for its own workbooks, and each committee's is told of the committee.
    assert "2024/2024-04/REGION.xlsx" in told
    assert told.count("2024/2024-04/DNHS.xlsx") == 1
    assert "Regionstyrelsen:" not in told
    assert "Saknas: 8" in page

    assert section(gathered(output, data, date(2024, 4, 30)).index_page(APRIL, {}), "sena") == ""


def test_the_day_of_the_calendar_decides_when_it_is_late(output: Path, data: Path) -> None:
    params = load_params()
    periods = tuple(
        one.model_copy(update={"due": date(2024, 5, 20)}) if one.period == "2024-04" else one
        for one in params.calendar.periods
    )
    calendar = params.calendar.model_copy(update={"periods": periods})
    known = params.model_copy(update={"calendar": calendar})
    on_the_day = gathered(output, data, date(2024, 5, 20), known).index_page(APRIL, {})
    assert section(on_the_day, "sena") == ""
    after = section(gathered(output, data, date(2024, 5, 21), known).index_page(APRIL, {}), "sena")
    assert "Driftnämnd Kultur och skola: skulle ha varit klar den 20 maj 2024." in after


def test_the_line_is_of_the_year_s_reports_as_they_were_published(output: Path, data: Path) -> None:
    for period, text, number in (("2023-10", "−9,0", -9.0), ("2024-02", "−1,0", -1.0), ("2024-04", "−2,5", -2.5)):
        figure = compared(text, number)
        publish(output, period, "DNKS", Summary(("Nämnden räknar med ett underskott.",), figures=(figure,)))
    # What is later than the page's period is not on it.
    publish(output, "2024-08", "DNKS", Summary(figures=(compared("−7,0", -7.0),)))
    page = gathered(output, data).index_page(APRIL, {})
    assert "Nettokostnadens avvikelse mot budget för helåret i mnkr: februari −1,0; april −2,5." in page
    assert '<span class="said">Nämnden räknar med ett underskott.</span>' in page
    assert "−7,0" not in page


def test_the_page_leads_to_the_year_s_other_periods_and_says_which_are_not_built(output: Path, data: Path) -> None:
    publish(output, "2024-02", "DNKS")
    page = gathered(output, data).index_page(APRIL, {})
    nav = page.partition('<nav aria-labelledby="perioder">')[2].partition("</nav>")[0]
    assert [" ".join(line.split()) for line in nav.splitlines() if "<li" in line] == [
        "<li>Verksamhetsplan 2024: inte gjord</li>",
        '<li><a href="../2024-02/index.html">Månadsrapport februari 2024</a></li>',
        '<li aria-current="page">Uppföljningsrapport 1 2024</li>',
        "<li>Uppföljningsrapport 2 2024: inte gjord</li>",
        "<li>Månadsrapport oktober 2024: inte gjord</li>",
        "<li>Årsredovisning 2024: inte gjord</li>",
    ]


def test_a_committee_that_reports_once_a_year_misses_no_forecast(output: Path, data: Path) -> None:
    december = Period(2024, 12)
    outcome = compared("−2,0", -2.0, table="utfall-kontoklass", column="deviation")
    publish(output, "2024-12", "GNHH", Summary(figures=(outcome,)))
    page = gathered(output, data).index_page(december, {})
    assert "Nettokostnadens avvikelse mot budget för helåret i mnkr: december −2,0 (utfall)." in page


def test_a_failure_of_the_run_stands_on_the_period_s_page(output: Path, data: Path) -> None:
    page = gathered(output, data).index_page(APRIL, {"DNKS": Outcome("DNKS", Status.FAILED, fault="Klustret föll.")})
    assert "Klustret föll." in section(page, "fel")


def test_the_pages_of_the_year_are_written_again_and_no_others(output: Path, data: Path) -> None:
    for period in ("2023-12", "2024-02", "2024-04"):
        publish(output, period, "DNKS", Summary(figures=(compared("−1,0", -1.0),)))
    for period in ("2023-12", "2024-02"):
        (output / period / "index.html").write_text("before")
    with Workspace(output) as workspace:
        found = publish_pages(workspace, gathered(output, data), APRIL, {})
    assert found == output / "2024-04" / "index.html"
    assert (output / "2023-12" / "index.html").read_text() == "before"
    assert (output / "2024-02" / "index.html").read_text(encoding="utf-8") != "before"
    # A period that has no page gets none.
    assert sorted(path.parent.name for path in output.glob("*/index.html")) == ["2023-12", "2024-02", "2024-04"]
    compares = (output / "jamfor.html").read_text(encoding="utf-8")
    assert '<a href="2024-04/DNKS/rapport.html#prognos-kontoklass">−1,0</a>' in compares
    with Workspace(output) as workspace:
        publish_pages(workspace, gathered(output, data, date(2030, 1, 1)), APRIL, {})
    assert (output / "jamfor.html").read_text(encoding="utf-8") == compares


def test_a_manifest_of_another_version_is_a_report_that_says_nothing(output: Path, data: Path) -> None:
    publish(output, "2024-04", "DNKS", Summary(figures=(compared("−1,0", -1.0),)))
    path = output / "2024-04" / "DNKS" / "manifest.json"
    path.write_text(path.read_text().replace('"label"', '"of another version"'))
    assert "−1,0" not in gathered(output, data).compare_page()
    path.write_text(path.read_text().replace('"summary"', '"before there was one"'))
    assert "DNKS/rapport.html" in gathered(output, data).index_page(APRIL, {})
