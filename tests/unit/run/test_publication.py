"""The output folder: a half report never exists, whatever happens and whoever else is writing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from followup.ground.errors import ReportError
from followup.run.publication import Workspace, writing

HOLDER = """
import sys, time
from pathlib import Path
from followup.run.publication import Workspace
with Workspace(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def built(workspace: Workspace, committee: str, text: str) -> None:
    folder = workspace.building / committee
    folder.mkdir()
    (folder / "rapport.html").write_text(text)


def content(output: Path) -> dict[str, str]:
    """Every visible file below output with its text."""
    files = [path for path in output.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(output).as_posix(): path.read_text() for path in files}


def test_a_published_report_replaces_the_last_one_whole(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        built(workspace, "RS", "ny")
        old = tmp_path / "2024-04" / "RS"
        old.mkdir(parents=True)
        for name in ("rapport.html", "failed.ipynb", "failed.json", "utgången.txt"):
            (old / name).write_text("gammal")
        workspace.publish("2024-04", "RS")

    assert content(tmp_path) == {"2024-04/RS/rapport.html": "ny"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "2024-04"]


def test_a_failed_run_keeps_the_last_good_report(tmp_path: Path) -> None:
    good = tmp_path / "2024-04" / "RS"
    good.mkdir(parents=True)
    (good / "rapport.html").write_text("god")
    (good / "failed.log").write_text("förra gången")
    with Workspace(tmp_path) as workspace:
        left = workspace.building / "failed.ipynb"
        left.write_text("så långt")
        workspace.publish_failure("2024-04", "RS", "märket", {"failed.ipynb": left})

    assert content(tmp_path) == {
        "2024-04/RS/rapport.html": "god",
        "2024-04/RS/failed.ipynb": "så långt",
        "2024-04/RS/failed.json": "märket",
    }


def test_a_failure_without_files_has_its_mark_until_it_is_cleared(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        workspace.publish_failure("2024-04", "RS", "märket", {})
        assert content(tmp_path) == {"2024-04/RS/failed.json": "märket"}
        workspace.clear_failure("2024-04", "RS")
        assert content(tmp_path) == {}


def test_what_a_killed_run_left_is_tidied_by_the_next(tmp_path: Path) -> None:
    period = tmp_path / "2024-04"
    # Killed between the two renames: the old report stands aside and nothing stands in its place.
    (period / ".RS.previous").mkdir(parents=True)
    (period / ".RS.previous" / "rapport.html").write_text("RS, god")
    # Killed after both: the report set aside was only to be removed.
    (period / ".DNKS.previous").mkdir()
    (period / ".DNKS.previous" / "rapport.html").write_text("DNKS, gammal")
    (period / "DNKS").mkdir()
    (period / "DNKS" / "rapport.html").write_text("DNKS, ny")
    (tmp_path / ".building-abc" / "DNHS").mkdir(parents=True)
    (tmp_path / ".building-abc" / "DNHS" / "rapport.html").write_text("halv")

    with Workspace(tmp_path):
        pass

    assert content(tmp_path) == {"2024-04/RS/rapport.html": "RS, god", "2024-04/DNKS/rapport.html": "DNKS, ny"}


def test_a_report_that_cannot_be_moved_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "2024-04" / "RS"
    old.mkdir(parents=True)
    (old / "rapport.html").write_text("god")
    real = Path.replace

    def full_when_moving_in(self: Path, target: Path) -> Path:
        if ".building-" in str(self):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, target)

    with Workspace(tmp_path) as workspace:
        built(workspace, "RS", "ny")
        monkeypatch.setattr(Path, "replace", full_when_moving_in)
        with pytest.raises(ReportError) as caught:
            workspace.publish("2024-04", "RS")

    assert str(caught.value) == (
        f"mappen {old}: Det går inte att skriva här. Disken är full. Frigör utrymme och kör igen."
    )
    assert content(tmp_path) == {"2024-04/RS/rapport.html": "god"}


def test_two_runs_cannot_write_in_the_same_folder_and_a_dead_one_does_not_count(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    try:
        with pytest.raises(ReportError) as caught, Workspace(tmp_path):
            pass
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()

    first, _, rest = str(caught.value).partition(f" (process {holder.pid}, startad ")
    assert first == f"mappen {tmp_path}: En annan körning skriver just nu i mappen"
    assert rest.partition("). ")[2] == (
        "Bara en körning i taget får skriva i samma mapp. "
        "Vänta tills den är klar, eller ange en annan mapp med --output."
    )
    with Workspace(tmp_path):
        assert len(list(tmp_path.glob(".building-*"))) == 1


def test_an_output_that_is_a_file_is_told_so(tmp_path: Path) -> None:
    taken = tmp_path / "output"
    taken.write_text("")
    with pytest.raises(ReportError) as caught, Workspace(taken):
        pass
    assert str(caught.value) == (
        f"mappen {taken}: Det går inte att skriva här. En fil står där en mapp behövs. "
        "Flytta filen eller ange en annan mapp med --output."
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "Behörighet att skriva saknas. Be om skrivrättighet eller ange en annan mapp med --output."),
        (errno.EROFS, "Disken är skrivskyddad. Ange en annan mapp med --output."),
        (
            errno.EIO,
            "Systemet säger: Input/output error. Stäng filen om den är öppen i ett annat program och kör igen.",
        ),
    ],
)
def test_the_system_s_refusals_are_said_in_swedish(number: int, words: str) -> None:
    with pytest.raises(ReportError) as caught, writing(Path("ut")):
        raise OSError(number, os.strerror(number))
    assert str(caught.value) == f"mappen ut: Det går inte att skriva här. {words}"
