"""The output folder's first page."""

from __future__ import annotations

from html.parser import HTMLParser

from gathered_samples import told

from followup.formats.gathered.start_page import start_html
from followup.formats.gathered.told import Told


class _Links(HTMLParser):
    """The page's links, and its headings, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._of = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._of = tag if tag in ("h2", "a", "span") else ""
        if tag == "a":
            self.found.append(dict(attrs).get("href") or "")

    def handle_data(self, data: str) -> None:
        if self._of and data.strip():
            self.found.append(data.strip().replace("\u00a0", " "))
        self._of = ""


def read(reports: list[Told]) -> list[str]:
    links = _Links()
    links.feed(start_html(reports))
    return links.found


def test_every_period_has_its_link_and_the_newest_stands_first() -> None:
    reports = [told(period, code) for period in ("2023-12", "2024-02", "2024-10", "2024") for code in ("RS", "DNKS")]
    found = read([*reports, told("2024-02", "REGION")])
    assert found[found.index("2024") - 2 :] == [
        "jamfor.html",
        "Jämför perioder och nämnder",
        "2024",
        "2024-10/index.html",
        "Rapport 2024-10",
        "2 rapporter",
        "2024-02/index.html",
        "Rapport 2024-02",
        "3 rapporter",
        "2024/index.html",
        "Rapport 2024",
        "2 rapporter",
        "2023",
        "2023-12/index.html",
        "Rapport 2023-12",
        "2 rapporter",
    ]


def test_a_folder_without_reports_says_so_and_leads_nowhere() -> None:
    page = start_html([])
    assert "Här finns ännu inga rapporter." in page
    assert "jamfor.html" not in page
    assert "<script" not in page
