"""The main job on the example data: everything is there, and the same input gives the same bytes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from followup.document.blocks import MIME
from followup.ground.paths import PROJECT
from followup.run.manifest import NAME as MANIFEST
from tests.conftest import COMMITTEES, FILES, bytes_of, run_followup


def blocks_of(path: Path) -> list[dict]:
    """The blocks that an executed notebook shows, in order."""
    notebook = nbformat.read(path, as_version=4)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [output["data"][MIME] for output in outputs if MIME in output.get("data", {})]


def test_every_committee_that_reports_has_every_file(built_period):
    found = {
        path.name: sorted(file.name for file in path.iterdir()) for path in built_period.iterdir() if path.is_dir()
    }
    assert found == {code: sorted([*FILES, MANIFEST]) for code in (*COMMITTEES, "REGION")}
    index = (built_period / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{code}/rapport.html"' in index for code in COMMITTEES)


def test_the_same_input_gives_the_same_bytes_again_also_by_a_plain_kernel(built_period, tmp_path):
    done = run_followup("build", "--period", "2024-04", "--committee", "DNKS", "--output", str(tmp_path / "again"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert bytes_of(tmp_path / "again" / "2024-04" / "DNKS") == bytes_of(built_period / "DNKS")
    done = run_followup(
        "build", "--period", "2024-04", "--committee", "DNKS", "--kernel", "--output", str(tmp_path / "kernel")
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert bytes_of(tmp_path / "kernel" / "2024-04" / "DNKS") == bytes_of(built_period / "DNKS")


def test_only_the_manifest_knows_the_clock_and_the_machine(built_period):
    manifest = json.loads((built_period / "DNKS" / "manifest.json").read_text(encoding="utf-8"))
    moment, host = manifest["started"], manifest["platform"]["host"]
    for name in ("rapport.html", "rapport.ipynb", "figures.csv"):
        text = (built_period / "DNKS" / name).read_text(encoding="utf-8")
        assert moment[:10] not in text
        assert f'"{host}"' not in text
        assert str(PROJECT) not in text


def test_bare_papermill_gives_the_blocks_of_the_build(built_period, tmp_path):
    executed = tmp_path / "out.ipynb"
    notebook = PROJECT / "notebooks" / "uppfoljningsrapport.ipynb"
    parameters = ["-p", "committee", "DNKT", "-p", "period", "2024-04"]
    command = [sys.executable, "-m", "papermill", str(notebook), str(executed), *parameters]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    assert blocks_of(executed) == blocks_of(built_period / "DNKT" / "rapport.ipynb")


@pytest.mark.parametrize(("exporter", "suffix"), [("followup_html", "html"), ("followup_pdf", "pdf")])
def test_nbconvert_gives_the_files_of_the_build(exporter, suffix, built_period, tmp_path):
    shutil.copy(built_period / "DNPSH" / "rapport.ipynb", tmp_path)
    command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", exporter, str(tmp_path / "rapport.ipynb")]
    subprocess.run(command, check=True, capture_output=True)
    made = (tmp_path / f"rapport.{suffix}").read_bytes()
    assert made == (built_period / "DNPSH" / f"rapport.{suffix}").read_bytes()


@pytest.mark.parametrize(("exporter", "suffix"), [("followup_html", "html"), ("followup_pdf", "pdf")])
def test_nbconvert_executes_the_notebook_of_the_repository(exporter, suffix, built_period, tmp_path):
    shutil.copy(PROJECT / "notebooks" / "uppfoljningsrapport.ipynb", tmp_path)
    done = nbconvert("--execute", "--to", exporter, str(tmp_path / "uppfoljningsrapport.ipynb"))
    assert done.returncode == 0, done.stderr
    made = (tmp_path / f"uppfoljningsrapport.{suffix}").read_bytes()
    assert made == (built_period / "DNKS" / f"rapport.{suffix}").read_bytes()


NO_SUCH_COMMITTEE = (
    "parametern committee: Nämnden ”DNXX” finns inte. Nämnderna år 2024 är RS, DNHS, DNADH, DNPSH, DNNSVH, DNKS, DNKT, "
    "DNRGS, PN, GNHH, REV, RHF, RGK och REGION. Välj en av dem eller lägg till nämnden i params/committees.yml."
)
A_FAULT = (
    "Notebooken stannade: ZeroDivisionError: division by zero. Öppna den i JupyterLab och kör alla celler för att se "
    "var."
)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [('\\"DNKS\\"', '\\"DNXX\\"', NO_SUCH_COMMITTEE), ("first_page.tiles(report)", "1 / 0", A_FAULT)],
    ids=["source", "fault"],
)
def test_nbconvert_tells_what_stopped_it_and_shows_no_call_stack(before, after, told, tmp_path):
    text = (PROJECT / "notebooks" / "uppfoljningsrapport.ipynb").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "rapport.ipynb").write_text(text.replace(before, after), encoding="utf-8")
    done = nbconvert("--execute", "--to", "followup_html", str(tmp_path / "rapport.ipynb"))
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == told
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.ipynb"]


def nbconvert(*words):
    command = [sys.executable, "-m", "jupyter", "nbconvert", *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_notebook_is_the_report(built_period):
    """Its blocks are what the formats show: at least six kinds of chart, and no frame or print among them."""
    for code in COMMITTEES:
        shown = blocks_of(built_period / code / "rapport.ipynb")
        charts = {block["id"] for block in shown if block["kind"] == "chart"}
        assert len(charts) >= 6
        assert [block["kind"] for block in shown[:4]] == ["cover", "text", "tiles", "text"]
        assert all(chart["alt"] and chart["title"] and chart["source"] for chart in shown if chart["kind"] == "chart")
