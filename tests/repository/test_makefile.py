"""make says of a variable that it does not know, or that is empty, instead of building something else."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from followup.ground.paths import PROJECT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not here")


def made(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "-n", *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("PERIODE=2024-04", "Variabeln PERIODE finns inte. Den närmaste är PERIOD."),
        ("committee=DNHS", "Variabeln committee finns inte. Den närmaste är COMMITTEE."),
        (
            "XYZZY=1",
            "Variabeln XYZZY finns inte. De som finns är PERIOD COMMITTEE DATA OUTPUT SECONDS VENV PYTHON UPGRADE "
            "SHELL.",
        ),
        ("PERIOD=", "Variabeln PERIOD är tom. Ge den ett värde, eller ta bort den."),
        ("DATA= ", "Variabeln DATA är tom. Ge den ett värde, eller ta bort den."),
    ],
)
def test_what_is_misspelt_or_empty_is_refused(word: str, told: str) -> None:
    done = made("help", word)
    assert done.returncode == 2
    assert told in done.stderr


def test_what_is_known_is_taken() -> None:
    done = made("help", "PERIOD=2024-04", "COMMITTEE=DNHS DNKS", "DATA=data/example", "OUTPUT=output", "UPGRADE=")
    assert (done.returncode, done.stderr) == (0, "")


def test_an_empty_variable_of_the_environment_is_refused_too() -> None:
    done = made("check-data", DATA="")
    assert done.returncode == 2
    assert "Variabeln DATA är tom. Ge den ett värde, eller ta bort den." in done.stderr


def test_a_folder_may_have_a_space_in_its_name() -> None:
    done = made("check-data", "PERIOD=2024-04", "DATA=data/skarp april", "OUTPUT=mina rapporter")
    assert '--data "data/skarp april" --output "mina rapporter" --marked' in done.stdout


def test_clean_takes_what_was_built_in_the_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    output = tmp_path / "mina rapporter"
    for folder in (
        output / "2024-04",
        output / ".building-x",
        output / ".egen",
        tmp_path / "mina",
        tmp_path / "rapporter",
    ):
        folder.mkdir(parents=True)
    for name in ("README.md", ".lock"):
        (output / name).touch()
    subprocess.run(
        ["make", "-f", str(PROJECT / "Makefile"), "clean", f"OUTPUT={output}"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert sorted(one.name for one in output.iterdir()) == [".egen", "README.md"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mina", "mina rapporter", "rapporter"]
