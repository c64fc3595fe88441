"""A whole period, with the real params and example data and a small notebook in place of the real one."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_notebook import report_notebook

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT
from followup.run import period_build
from followup.run.outcome import Outcome, Status
from followup.run.period_build import Result, build
from followup.run.progress import BuildProgress, console
from followup.run.publication import Workspace
from followup.run.published import Published
from followup.run.request import Request, work_list
from tests import workbooks

pytestmark = pytest.mark.slow

# What the small notebook does for a committee that is to fail for another reason than its data.
BREAKS = "from pathlib import Path\n1 / (committee != 'RS' or not Path(data, 'breaks').exists())"


class Run:
    """`followup build` on a copy of the example data; `said` is what stood in the log."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.output = folder / "output"
        self.said = ""
        example = PROJECT / "data" / "example"
        shutil.copytree(example / "2024" / "2024-04", self.data / "2024" / "2024-04")
        for path in (example / "2024").glob("*.xlsx"):
            shutil.copy(path, self.data / "2024")

    def __call__(self, *committees: str, **changes: object) -> Result:
        log = io.StringIO()
        request = replace(Request("2024-04", committees, str(self.data), str(self.output)), **changes)
        with BuildProgress(console(log)) as progress:
            result = build(work_list(request), request, progress)
        self.said = log.getvalue()
        return result

    def report(self, committee: str) -> Path:
        return self.output / "2024-04" / committee


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    from followup.run import period_build

    (tmp_path / "notebooks").mkdir()
    report_notebook(tmp_path / "notebooks" / "uppfoljningsrapport.ipynb", BREAKS)
    monkeypatch.setattr(period_build, "notebooks_folder", lambda: tmp_path / "notebooks")
    return Run(tmp_path)


def statuses(result: Result) -> dict[str, Status]:
    return {outcome.committee: outcome.status for outcome in result.outcomes}


def test_only_what_has_changed_is_built_again(run: Run) -> None:
    first = run("DNKS", "RS")
    # The registry's order, not the order of the question.
    assert list(statuses(first).items()) == [("RS", Status.BUILT), ("DNKS", Status.BUILT)]
    assert first.is_complete
    assert set(statuses(run("DNKS", "RS")).values()) == {Status.UNCHANGED}

    shutil.copy(run.data / "2024" / "2024-04" / "DNKS.xlsx", run.data / "2024" / "2024-04" / "DNKS.old")
    (run.report("RS") / "rapport.pdf").unlink()
    assert statuses(run("DNKS", "RS")) == {"RS": Status.BUILT, "DNKS": Status.UNCHANGED}
    assert (run.report("RS") / "rapport.pdf").exists()

    assert set(statuses(run("DNKS", "RS", force=True)).values()) == {Status.BUILT}


def test_the_region_is_made_when_its_committees_are(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    waves: list[set[str]] = []

    def run_jobs(plan, due, request, progress, with_region) -> Iterator[Outcome]:
        waves.append({job.committee for job in due})
        assert with_region
        yield from (Outcome(job.committee, Status.FAILED, fault="Bara ett prov.") for job in due)

    monkeypatch.setattr(period_build, "_run", run_jobs)
    run("REGION", "DNKS", "RS")
    assert waves == [{"RS", "DNKS"}, {"REGION"}]


def test_a_committee_that_fails_keeps_its_last_report_and_stops_nobody(run: Run) -> None:
    run("DNKS", "RS")
    good = (run.report("DNKS") / "rapport.html").read_bytes()
    workbook = run.data / "2024" / "2024-04" / "DNKS.xlsx"
    workbook.rename(workbook.with_suffix(".borta"))
    (run.data / "breaks").touch()

    result = run("DNKS", "RS", "DNHS", force=True)

    assert statuses(result) == {"RS": Status.FAILED, "DNHS": Status.BUILT, "DNKS": Status.FAILED}
    assert not result.is_complete
    by_committee = {outcome.committee: outcome for outcome in result.outcomes}
    assert [problem.workbook for problem in by_committee["DNKS"].problems] == ["2024/2024-04/DNKS.xlsx"]
    assert by_committee["RS"].problems == ()
    assert by_committee["RS"].fault.startswith("Cell [7] i uppfoljningsrapport.ipynb stannade: ZeroDivisionError")
    assert (run.report("DNKS") / "rapport.html").read_bytes() == good
    for committee, is_there in {"RS": True, "DNKS": True, "DNHS": False}.items():
        assert (run.report(committee) / "failed.ipynb").exists() is is_there

    # The mended workbook is the one that the good report was made of: nothing to build, and the failure is over.
    workbook.with_suffix(".borta").rename(workbook)
    assert statuses(run("DNKS")) == {"DNKS": Status.UNCHANGED}
    assert not (run.report("DNKS") / "failed.ipynb").exists()


def failed_on(result: Result) -> str:
    """What stands above the page's table."""
    page = result.index.read_text(encoding="utf-8")
    return page.partition("Rapporter som inte kunde göras")[2].partition("</section>")[0]


def outcomes_are(monkeypatch: pytest.MonkeyPatch, *outcomes: Outcome) -> None:
    """What the next runs' jobs come to, without running them."""

    def answer(*_: object) -> Iterator[Outcome]:
        yield from outcomes

    monkeypatch.setattr(period_build, "_run", answer)


def test_a_failure_without_a_notebook_is_told_until_a_report_succeeds(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("RS")
    unknown = Problem("notebooks/n.ipynb", found="Parametern x finns inte i rapportens notebook.")
    with monkeypatch.context() as patch:
        outcomes_are(patch, Outcome("RS", Status.FAILED, problems=(unknown,)))
        assert unknown.found in failed_on(run("RS", force=True))
        assert Published.read(run.report("RS")).problems == (unknown,)

        outcomes_are(patch, Outcome("RS", Status.FAILED, fault="Klustret föll."))
        assert "Klustret föll." in failed_on(run("RS", force=True))
    mark = json.loads((run.report("RS") / "failed.json").read_text(encoding="utf-8"))
    assert mark == {"problems": [], "fault": "Klustret föll."}
    assert sorted(path.name for path in run.report("RS").glob("failed.*")) == ["failed.json"]
    # The older report stays beside the mark, and a run about others still tells of it.
    assert (run.report("RS") / "rapport.html").exists()
    assert "Klustret föll." in failed_on(run("DNKS"))

    assert failed_on(run("RS", force=True)) == ""
    assert not (run.report("RS") / "failed.json").exists()


@pytest.mark.parametrize("takes_mark", [True, False])
def test_a_report_that_cannot_be_put_in_place_is_told_on_the_page(
    run: Run, monkeypatch: pytest.MonkeyPatch, takes_mark: bool
) -> None:
    refused = Problem("mappen RS", found="Det går inte att skriva här.")

    def refuses(*_: object) -> None:
        raise ReportError([refused])

    outcomes_are(monkeypatch, Outcome("RS", Status.BUILT))
    monkeypatch.setattr(Workspace, "publish", refuses)
    if not takes_mark:
        monkeypatch.setattr(Workspace, "publish_failure", refuses)
    result = run("RS")

    assert [(one.status, one.problems) for one in result.outcomes] == [(Status.FAILED, (refused,))]
    assert refused.found in failed_on(result)
    assert (run.report("RS") / "failed.json").exists() is takes_mark


@pytest.mark.parametrize("text", ["", "{", "[]", '{"problems": [{}], "fault": ""}', '{"problems": [], "fault": ""}'])
def test_half_a_mark_is_still_a_mark(tmp_path: Path, text: str) -> None:
    (tmp_path / "failed.json").write_text(text)
    found = Published.read(tmp_path)
    assert found.failed
    assert [problem.found for problem in found.problems] == ["Ett fel i programmet hindrade rapporten."]


def test_the_page_lists_every_committee_also_those_of_another_run(run: Run) -> None:
    run("RS")
    result = run("DNKS")
    page = result.index.read_text(encoding="utf-8")

    assert result.index == run.output / "2024-04" / "index.html"
    for link in ("RS/rapport.html", "DNKS/rapport.html"):
        assert link in page
    assert "DNHS/rapport.html" not in page
    assert "Driftnämnd Hallands sjukhus" in page


def test_the_page_links_to_the_review_where_there_is_one(run: Run) -> None:
    page = run("RS").index
    assert "granskning.html" not in page.read_text(encoding="utf-8")
    (run.output / "2024-04" / "granskning.html").touch()
    assert '<a href="granskning.html">Den senaste granskningen av underlaget</a>' in run("RS").index.read_text("utf-8")


def test_the_log_is_plain_lines(run: Run) -> None:
    run("DNKS", "RS", jobs=1)
    lines = run.said.splitlines()

    assert "\x1b" not in run.said
    assert sorted(line.partition("] ")[2].partition(":")[0] for line in lines) == ["DNKS", "RS"]
    assert [line.partition(" ")[0] for line in lines] == ["[1/2]", "[2/2]"]


def test_nothing_but_reports_is_left_in_the_output_folder(run: Run) -> None:
    run("RS")
    assert sorted(path.name for path in run.output.iterdir()) == [".lock", "2024-04", "index.html", "jamfor.html"]
    assert sorted(path.name for path in (run.output / "2024-04").iterdir()) == ["RS", "index.html"]


def test_the_manifest_names_every_workbook_with_its_hash(run: Run) -> None:
    run("RS")
    manifest = json.loads((run.report("RS") / "manifest.json").read_text(encoding="utf-8"))
    inputs = manifest["fingerprint"]["inputs"]
    # The data folder lacks the periods before and Kolada's files: what turns up later is a change too.
    absent = [name for name, digest in inputs.items() if digest == "saknas"]
    assert {name.split("/")[1] for name in absent if not name.startswith("kolada/")} == {
        "2024-02",
        "2023-02",
        "2023-04",
        "2023-08",
        "2023-10",
        "2023-12",
    }
    present = {name: digest for name, digest in inputs.items() if name not in absent}
    assert sorted(present) == [
        "2024/2024-04/RS.xlsx",
        *(workbooks.INDICATORS, workbooks.INVESTMENTS, workbooks.STAFF, workbooks.LEDGER),
        *(workbooks.BUDGET, workbooks.TARGETS),
    ]
    assert all(len(digest) == 64 for digest in present.values())


def test_an_error_in_a_sheet_of_people_stands_on_the_page_without_its_numbers(run: Run) -> None:
    import openpyxl

    path = run.data / "2024" / "2024-04" / "personal.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Sjukfrånvaro"]
    row = next(cells for cells in sheet.iter_rows(min_row=7) if cells[1].value == "RS")
    row[6].value = row[5].value + 1
    book.save(path)
    (outcome,) = run("RS").outcomes
    assert any(f"{row[5].value:,}".replace(",", "\u00a0") in problem.found for problem in outcome.problems)
    page = (run.output / "2024-04" / "index.html").read_text(encoding="utf-8")
    assert "Felet gäller uppgifter om anställda, som inte visas här. Fråga den som bygger rapporterna" in page
    assert str(row[5].value) not in page.replace("\u00a0", "")
