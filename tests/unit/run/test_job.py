"""One report from notebook to files: the same bytes on both ways of execution, and nothing lost when it fails."""

from __future__ import annotations

import errno
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from tiny_notebook import MakeJob

from followup.analysis import economy
from followup.formats import files
from followup.ground.errors import Problem, ReportError, Severity
from followup.ground.paths import PROJECT
from followup.reports.open import read_report
from followup.run.fingerprint import content_hash
from followup.run.job import Job
from followup.run.manifest import NAME as MANIFEST
from followup.run.outcome import Outcome, Status
from followup.run.pool import run_all
from tests.figure_tables import without_the_first

pytestmark = pytest.mark.slow

SAME_BYTES = sorted(file.name for file in files.FILES)
FILES = sorted([*SAME_BYTES, MANIFEST])


def run(job: Job) -> Outcome:
    """In a process of its own, as always."""
    (outcome,) = run_all([job], workers=1, timeout=300)
    return outcome


def errors_of(job: Job) -> list[dict]:
    notebook = json.loads((job.folder / "failed.ipynb").read_text(encoding="utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    return [output for output in outputs if output["output_type"] == "error"]


def test_a_report_is_its_files_and_a_second_run_gives_the_same_bytes(make_job: MakeJob) -> None:
    job = make_job()
    first = run(job)
    files = {name: (job.folder / name).read_bytes() for name in SAME_BYTES}

    assert (first.status, first.problems, first.fault) == (Status.BUILT, (), "")
    assert sorted(path.name for path in job.folder.iterdir()) == FILES
    run(job)
    assert {name: (job.folder / name).read_bytes() for name in SAME_BYTES} == files


def test_a_plain_kernel_gives_the_same_bytes(make_job: MakeJob) -> None:
    # Text for the reviewer: the frame's form, the display hook and the count of cells must not differ either.
    cells = ("import pandas as pd\npd.DataFrame({'a': [1.5, None], 'b': ['å', 'ö']})", "object()", "committee")
    forked, kernels = make_job(*cells), make_job(*cells, plain_kernel=True)

    assert (run(forked).status, run(kernels).status) == (Status.BUILT, Status.BUILT)
    for name in SAME_BYTES:
        assert (forked.folder / name).read_bytes() == (kernels.folder / name).read_bytes(), name
    manifests = [json.loads((job.folder / "manifest.json").read_text(encoding="utf-8")) for job in (forked, kernels)]
    assert [manifest["execution"] for manifest in manifests] == ["process", "kernel"]


def test_the_notebook_holds_no_trace_of_the_run(make_job: MakeJob) -> None:
    job = make_job()
    run(job)
    text = (job.folder / "rapport.ipynb").read_text(encoding="utf-8")
    notebook = json.loads(text)

    assert notebook["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {
            "file_extension": ".py",
            "mimetype": "text/x-python",
            "name": "python",
            "pygments_lexer": "ipython3",
        },
        "papermill": {"parameters": job.parameters},
    }
    ids = [cell["id"] for cell in notebook["cells"]]
    assert ids == ["title", "parameters", "injected-parameters", "cell-0", "cell-1", "cell-2", "cell-3"]
    assert str(job.folder) not in text
    assert not re.search(r"20\d\d-\d\d-\d\dT", text)


def test_the_notebook_says_first_which_report_it_made(make_job: MakeJob) -> None:
    job = make_job()
    run(job)
    first = json.loads((job.folder / "rapport.ipynb").read_text(encoding="utf-8"))["cells"][0]
    assert first["metadata"]["tags"] == ["reviewer"]
    assert "".join(first["source"]).split("\n\n") == [
        "# Uppföljningsrapport 1 2024: Driftnämnd Kultur och skola, januari–april 2024",
        "Det här är notebooken som gjorde rapporten, med allt som den visade. Den första cellen med parametrar har "
        "notebookens förval; den andra har rapportens, och de gäller.",
        "*Run all* gör rapporten igen. Det kräver paketet `followup` och mappen `data/example` med underlaget. En "
        "relativ sökväg söks i mappen där notebooken körs, och annars i programmets mapp.",
    ]


def test_the_manifest_says_what_the_report_is_made_of(make_job: MakeJob, sources: SimpleNamespace) -> None:
    doubtful = Problem("2024/2024-04/utfall.xlsx", "Huvudbok", "H7", "Här står text.", severity=Severity.WARNING)
    sources.problems = (doubtful,)
    job = make_job()
    outcome = run(job)
    manifest = json.loads((job.folder / "manifest.json").read_text(encoding="utf-8"))

    assert outcome.warnings == 1
    assert manifest["warnings"] == [doubtful.as_dict()]
    assert manifest["fingerprint"] == job.fingerprint
    assert sorted(manifest["files"]) == SAME_BYTES
    assert manifest["tiles"][0]["main"]["text"] == "−1,5 mnkr"
    assert list(manifest["timings"]["stages"]) == [
        "underlag",
        "notebook",
        "dokument",
        *(one.key for one in files.FORMATS),
    ]
    assert manifest["started"] <= manifest["finished"]


@pytest.mark.parametrize("cells", [(), ("from pathlib import Path\nPath({path!r}).write_bytes(b'sparad')",)])
def test_a_workbook_that_is_saved_during_the_run_stops_the_report(
    make_job: MakeJob, sources: SimpleNamespace, tmp_path: Path, cells: tuple[str, ...]
) -> None:
    """Before it is read, or while the notebook runs: the manifest must not name the workbook that was."""
    workbook = tmp_path / "utfall.xlsx"
    workbook.write_bytes(b"first")
    before = content_hash(workbook)
    job = make_job(*(cell.format(path=str(workbook)) for cell in cells))
    job.fingerprint["inputs"]["utfall.xlsx"] = before
    sources.files = (SimpleNamespace(workbook="utfall.xlsx", sha256=before if cells else "annan"),)
    outcome = run(job)

    assert outcome.status is Status.FAILED
    assert [str(ReportError([problem])) for problem in outcome.problems] == [
        "utfall.xlsx: Arbetsboken ändrades medan rapporten byggdes. Underlaget ska vara detsamma under hela körningen. "
        "Kör igen när arbetsboken är sparad och stängd."
    ]
    assert not (job.folder / "manifest.json").exists()


@pytest.mark.parametrize("plain_kernel", [False, True])
def test_errors_in_the_sources_stop_the_report_with_every_problem(
    make_job: MakeJob, sources: SimpleNamespace, plain_kernel: bool
) -> None:
    problems = [
        Problem("2024/2024-04/utfall.xlsx", "Huvudbok", "H7", "Här står ”x”.", "Ett tal väntas.", "Skriv ett tal."),
        Problem("2024/2024-04/DNKS.xlsx", found="Arbetsboken saknas.\nPå två rader."),
    ]
    sources.error = ReportError(problems)
    stops = f"from followup.ground.errors import Problem, ReportError\nraise ReportError({problems!r})".replace(
        "<Severity.ERROR: 'fel'>", "'fel'"
    )
    job = make_job(stops, plain_kernel=plain_kernel)
    outcome = run(job)

    assert (outcome.status, outcome.fault) == (Status.FAILED, "")
    assert outcome.problems == tuple(problems)
    (error,) = errors_of(job)
    # The reader of failed.ipynb sees the problems, and no call stack.
    assert error["traceback"] == [
        "2024/2024-04/utfall.xlsx, blad Huvudbok, cell H7: Här står ”x”. Ett tal väntas. Skriv ett tal.",
        "2024/2024-04/DNKS.xlsx: Arbetsboken saknas.\nPå två rader.",
    ]


@pytest.mark.parametrize("plain_kernel", [False, True])
def test_problems_that_only_the_notebook_meets_reach_the_parent(make_job: MakeJob, plain_kernel: bool) -> None:
    stops = (
        "from followup.ground.errors import Problem, ReportError\n"
        "raise ReportError([Problem('a.xlsx', 'B', 'C1', 'Fel.')])"
    )
    outcome = run(make_job(stops, plain_kernel=plain_kernel))

    assert outcome.status is Status.FAILED
    assert [(problem.place, problem.message) for problem in outcome.problems] == [("a.xlsx, blad B, cell C1", "Fel.")]


@pytest.mark.parametrize("plain_kernel", [False, True])
def test_a_fault_in_a_cell_is_one_sentence_and_the_rest_stands_in_the_notebook(
    make_job: MakeJob, plain_kernel: bool
) -> None:
    job = make_job("1 / 0", "'aldrig'", plain_kernel=plain_kernel)
    outcome = run(job)

    assert (outcome.status, outcome.problems) == (Status.FAILED, ())
    assert outcome.fault == (
        "Cell [7] i DNKS.ipynb stannade: ZeroDivisionError: division by zero. Hela felet står i failed.ipynb."
    )
    assert [error["ename"] for error in errors_of(job)] == ["ZeroDivisionError"]
    assert sorted(path.name for path in job.folder.iterdir() if path.name != "draft.ipynb") == ["failed.ipynb"]


def test_a_fault_in_the_rendering_leaves_its_call_stack_in_a_log(
    make_job: MakeJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    from followup.formats.excel import workbook as excel

    def breaks(_: object) -> bytes:
        raise RuntimeError("arket är fullt")

    monkeypatch.setattr(excel, "workbook_bytes", breaks)
    job = make_job()
    outcome = run(job)

    assert outcome.fault == "Ett fel i programmet: RuntimeError: arket är fullt. Hela felet står i failed.log."
    assert "in breaks" in (job.folder / "failed.log").read_text(encoding="utf-8")
    assert (job.folder / "failed.ipynb").exists()
    assert not (job.folder / "rapport.html").exists()


def test_a_full_disk_is_said_wherever_it_is_met(make_job: MakeJob, monkeypatch: pytest.MonkeyPatch) -> None:
    from followup.formats.excel import workbook as excel

    def no_room(_: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(excel, "workbook_bytes", no_room)
    job = make_job()
    assert [str(ReportError([problem])) for problem in run(job).problems] == [
        f"mappen {job.folder}: Det går inte att skriva här. Disken är full. Frigör utrymme och kör igen."
    ]


def test_text_from_a_run_in_the_notebook_is_refused(make_job: MakeJob) -> None:
    outcome = run(make_job("print('kvarglömd')"))

    assert outcome.status is Status.FAILED
    assert len(outcome.problems) == 1


def test_a_parameter_that_the_notebook_does_not_declare_is_refused(make_job: MakeJob, monkeypatch) -> None:
    job = make_job()
    job.parameters["comittee"] = "DNKS"
    outcome = run(job)

    assert [problem.message for problem in outcome.problems] == [
        "Parametern comittee finns inte i rapportens notebook. "
        "Notebooken tar emot committee, period och data. Menades ”committee”?"
    ]


def test_tables_that_disagree_stop_the_report_before_anything_is_published(tmp_path, monkeypatch) -> None:
    """A frame that loses a row in the report's process, as a fault of the program would: the notebook itself stops."""
    whole = economy.by_activity
    monkeypatch.setattr(economy, "by_activity", lambda *args, **more: without_the_first(whole(*args, **more)))
    data = PROJECT / "data" / "example"
    sources = read_report("DNKS", "2024-04", data).sources
    read = (*sources.files, *sources.earlier_files)
    job = Job(
        period="2024-04",
        committee="DNKS",
        name="DNKS",
        notebook=PROJECT / "notebooks" / "uppfoljningsrapport.ipynb",
        data=data,
        folder=tmp_path / "DNKS",
        parameters={"committee": "DNKS", "period": "2024-04", "data": str(data)},
        fingerprint={"inputs": {file.workbook: file.sha256 for file in read}, "parameters": {}},
    )
    outcome = run(job)
    assert (outcome.status, outcome.fault) == (Status.FAILED, "")
    assert [problem.workbook for problem in outcome.problems][:1] == ["rapporten DNKS, 2024-04"]
    assert outcome.problems[0].found.startswith(
        "Två tabeller i rapporten går isär (utfall): raderna i tabellen per verksamhet ger "
    )
    assert not {path.name for path in job.folder.iterdir()} & set(FILES)
