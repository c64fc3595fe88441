"""The same report from workbooks that LibreOffice has saved in another form: the numbers are those of the example.

Only the names of the files and their sums differ. Without LibreOffice there is nobody to convert them.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import run_followup

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice"),
]

PERIOD, CODE = "2024-04", "DNKS"
YEAR, FOLDER = Path("2024"), Path("2024/2024-04")
# Semicolons, quotation marks, UTF-8, numbers as in Swedish and not as they are shown.
CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1053,false,false"
ONE_SHEET = (YEAR / "malvarden", FOLDER / "utfall", FOLDER / "indikatorer", FOLDER / "investeringar")
ALL = (*ONE_SHEET, YEAR / "budget", YEAR / "finansiella_mal", FOLDER / "personal", FOLDER / CODE)


def report(folder: Path, data: Path) -> dict[str, str]:
    """What a build from the data folder gives, without what tells one form from another."""
    done = run_followup(
        *("build", "--period", PERIOD, "--committee", CODE, "--data", str(data), "--output", str(folder / "output")),
        FOLLOWUP_CACHE=str(folder / "cache"),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    built = folder / "output" / PERIOD / CODE
    texts = {name: (built / name).read_text(encoding="utf-8") for name in ("figures.csv", "rapport.html")}
    return {name: re.sub(r"\.(?:xlsx|xls|ods|csv)\b|\b[0-9a-f]{12}…", "", text) for name, text in texts.items()}


def converted(data: Path, names: tuple[Path, ...], form: str, profile: Path) -> None:
    for folder in {name.parent for name in names}:
        files = [data / f"{name}.xlsx" for name in names if name.parent == folder]
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation={profile.as_uri()}",
                "--convert-to",
                form,
                "--outdir",
                str(data / folder),
                *map(str, files),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        for file in files:
            assert file.with_suffix("." + form.partition(":")[0]).exists()
            file.unlink()


@pytest.fixture(scope="module")
def from_xlsx(tmp_path_factory, example_data) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("xlsx")
    shutil.copytree(example_data, folder / "data")
    return report(folder, folder / "data")


@pytest.mark.parametrize(("form", "names"), [("xls", ALL), ("ods", ALL), (CSV, ONE_SHEET)], ids=["xls", "ods", "csv"])
def test_the_report_is_the_same(tmp_path, example_data, from_xlsx, form, names):
    data = tmp_path / "data"
    shutil.copytree(example_data, data)
    converted(data, names, form, tmp_path / "profile")
    made = report(tmp_path, data)
    for name, text in from_xlsx.items():
        assert made[name].replace(str(tmp_path), "") == re.sub(r"/\S*/xlsx\d+", "", text), name
