"""make says of a variable that it does not know, or that is empty, instead of building something else."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from followup.ground.paths import PROJECT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not here")


def made(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", "-n", "help", *words], cwd=PROJECT, capture_output=True, text=True, check=False)


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
    done = made(word)
    assert done.returncode == 2
    assert told in done.stderr


def test_what_is_known_is_taken() -> None:
    done = made("PERIOD=2024-04", "COMMITTEE=DNHS DNKS", "DATA=data/example", "OUTPUT=output", "UPGRADE=")
    assert (done.returncode, done.stderr) == (0, "")
