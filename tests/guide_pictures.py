"""Makes README's and the guide's pictures again.

    .venv/bin/python -m tests.guide_pictures

They are a report's first page, a review (granskning.html) in a browser, and a marked workbook as it is opened. Needs
Chromium with chromedriver, LibreOffice and pdftoppm. The review's faults are those that the guide's text speaks of.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from followup.ground.paths import PROJECT
from followup.run.check import checked
from followup.run.request import Request, work_list
from followup.run.review_files import write_review
from tests import workbooks
from tests.conftest import run_followup

_PICTURES = PROJECT / "docs" / "bilder"
_OWN = "2024/2024-04/DNHS.xlsx"
_LEDGER, _INVESTMENTS = "2024/2024-04/utfall.xlsx", "2024/2024-04/investeringar.xlsx"
_WIDTH, _HEIGHT = 1280, 1180
# Numbers as an office sees them.
_IN_SWEDISH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop></item></oor:items>
"""


def main() -> None:
    """Writes forsta-sidan.png, granskning.png and markerad.png."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        run_followup("build", "--period", "2024-04", "--committee", "DNHS", "--output", str(folder / "built"))
        _of_page_one(folder / "built" / "2024-04" / "DNHS" / "rapport.pdf", _PICTURES / "forsta-sidan.png")
        shutil.copytree(PROJECT / "data" / "example", folder / "data")
        cells = {"C7": "ej klar", "C9": "kommer sen", "C12": 99_999}
        workbooks.edit(folder / "data" / _OWN, "Prognos", cells)
        workbooks.edit(folder / "data" / _LEDGER, "Huvudbok", {"H5001": "?"})
        workbooks.edit(folder / "data" / _INVESTMENTS, "Investeringar", {"H20": "1.234"})
        work = work_list(Request("2024-04", (), str(folder / "data")))
        page = write_review(work, checked(work), folder / "output", marked=True)
        _of_page(page, _PICTURES / "granskning.png")
        _of_workbook(page.parent / "granskning" / "DNHS-markerad.xlsx", folder, _PICTURES / "markerad.png")


def _of_page_one(report: Path, picture: Path) -> None:
    where = ["-png", "-singlefile", "-r", "90"]
    subprocess.run(["pdftoppm", *where, str(report), str(picture.with_suffix(""))], check=True)


def _of_page(page: Path, picture: Path) -> None:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for flag in ("headless", "no-sandbox", "disable-gpu", "hide-scrollbars"):
        options.add_argument(f"--{flag}")
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    size = {"width": _WIDTH, "height": _HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(page.as_uri())
    browser.save_screenshot(str(picture))
    browser.quit()


def _of_workbook(copy: Path, folder: Path, picture: Path) -> None:
    """The first rows of the sheet with the marks, with the comments open as one is when one points at its cell."""
    shown = folder / "visad.xlsx"
    with zipfile.ZipFile(copy) as source, zipfile.ZipFile(shown, "w") as target:
        for name in source.namelist():
            target.writestr(name, _opened(name, source.read(name)))
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_IN_SWEDISH, encoding="utf-8")
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(shown),
    ]
    subprocess.run(command, check=True, capture_output=True)
    where = ["-png", "-singlefile", "-r", "150", "-x", "95", "-y", "130", "-W", "1500", "-H", "340"]
    subprocess.run(["pdftoppm", *where, str(folder / "visad.pdf"), str(picture.with_suffix(""))], check=True)


def _opened(name: str, part: bytes) -> bytes:
    if name == "xl/workbook.xml":
        # LibreOffice prints the sheets that are shown.
        part = part.replace(b' state="visible"', b"").replace(b'activeTab="0"', b'activeTab="2"')
        return re.sub(rb'<sheet (?=[^>]*name="(?!Prognos"))', rb'<sheet state="hidden" ', part)
    if name.endswith(".vml"):
        part = part.replace(b"visibility:hidden", b"visibility:visible", 1)
        return part.replace(b"<x:MoveWithCells/>", b"<x:Visible/><x:MoveWithCells/>", 1)
    if name == "xl/worksheets/sheet3.xml":
        part = re.sub(rb"<sheetPr[^>]*?(?:/>|>.*?</sheetPr>)", b"", part, flags=re.DOTALL)
        part = re.sub(rb"(<worksheet[^>]*>)", rb'\1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', part, count=1)
        page = b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0" cellComments="asDisplayed"/>'
        part = re.sub(rb"<pageSetup[^>]*/>", b"", part)
        part = re.sub(rb"(<pageMargins[^>]*/>)", rb"\1" + page, part, count=1)
    return part


if __name__ == "__main__":
    main()
