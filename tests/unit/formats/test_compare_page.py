"""The page that compares periods, of small published reports."""

from __future__ import annotations

import base64
import hashlib
import re
from xml.etree.ElementTree import Element

import html5lib
from gathered_samples import compared, told

from followup.formats.gathered.compare_page import compare_html
from followup.formats.gathered.drawing import line_svg, ranges
from followup.formats.gathered.told import Told
from followup.ground.period import Period

NAMES = {"RS": "Regionstyrelsen", "DNKS": "Kultur och skola", "REGION": "Region Halland"}
SICK = {"table": "sjukfranvaro", "column": "this_year", "heading": "2024", "unit": "%"}
REPORTS = [
    told("2023-12", "RS", compared("5,9", 5.9, "Totalt", **SICK), name="Regionstyrelsen"),
    told("2024-02", "RS", compared("6,1", 6.1, "Totalt", **SICK), name="Regionstyrelsen"),
    told("2024-08", "RS", compared("6,3", 6.3, "Totalt", **SICK), name="Regionstyrelsen"),
    told("2024-02", "DNKS", compared("skyddas", None, "Totalt", **SICK), name="Kultur och skola"),
    told("2024-08", "DNKS", compared("4,2", 4.2, "Totalt", **SICK), name="Kultur och skola"),
]
NOT_BUILT = (Period(2024, 4), "RS")


def page_of(reports: list[Told]) -> str:
    return compare_html(reports, frozenset({(one.period, one.code) for one in reports} | {NOT_BUILT}), NAMES)


def tree_of(page: str) -> Element:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def text_of(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def test_every_value_stands_in_the_table_as_its_report_shows_it_and_leads_there() -> None:
    tree = tree_of(page_of(REPORTS))
    rows = [[text_of(cell) for cell in row] for row in next(tree.iter("tbody"))]
    # April has no report of either sort here, so no column.
    assert [text_of(cell) for cell in next(tree.iter("thead")).iter("th")] == [
        "Nämnd och år",
        "feb",
        "aug",
        "dec",
    ]
    assert rows == [
        ["Regionstyrelsen 2023", "", "", "5,9"],
        ["Regionstyrelsen 2024", "6,1", "6,3", ""],
        ["Kultur och skola 2024", "skyddas", "4,2", ""],
    ]
    links = [link.get("href") for link in next(tree.iter("tbody")).iter("a")]
    assert links == [
        "2023-12/RS/rapport.html#sjukfranvaro",
        "2024-02/RS/rapport.html#sjukfranvaro",
        "2024-08/RS/rapport.html#sjukfranvaro",
        "2024-02/DNKS/rapport.html#sjukfranvaro",
        "2024-08/DNKS/rapport.html#sjukfranvaro",
    ]
    assert text_of(next(tree.iter("summary"))) == "Sjukfrånvaro: Totalt procent; 2 nämnder, 2023–2024"


def test_a_report_that_is_not_built_is_told_where_its_value_would_stand() -> None:
    reports = [*REPORTS, told("2024-04", "DNKS", compared("4,4", 4.4, "Totalt", **SICK), name="Kultur och skola")]
    rows = [[text_of(cell) for cell in row] for row in next(tree_of(page_of(reports)).iter("tbody"))]
    assert rows[1:] == [
        ["Regionstyrelsen 2024", "6,1", "ingen rapport", "6,3", ""],
        ["Kultur och skola 2024", "skyddas", "4,4", "4,2", ""],
    ]


def test_a_line_says_what_it_shows_and_one_value_is_no_line() -> None:
    tree = tree_of(page_of(REPORTS))
    drawn = [node.get("aria-label") for node in tree.iter() if node.get("role") == "img"]
    assert drawn == [
        "Regionstyrelsen, december 2023 till augusti 2024, med 2\u00a0avbrott: lägst 5,9, högst 6,3, senast 6,3 (%)."
    ]


def test_a_measured_value_says_of_when_it_is_and_what_it_is() -> None:
    given = {"table": "indikatorer", "column": "value", "heading": "Senaste värde", "unit": "%"}
    reports = [
        told(f"{year}-08", "RS", compared(text, number, "N1", measured=f"{year - 1}", definition="Andel.", **given))
        for year, text, number in ((2023, "87,4 %", 87.4), (2024, "86,8 %", 86.8))
    ]
    tree = tree_of(page_of(reports))
    assert [text_of(node) for node in tree.iter("p") if node.get("class") == "newest"] == ["86,8 % (2023)"]
    assert [text_of(cell) for cell in next(tree.iter("tbody")).iter("td")] == ["87,4 %2022", "86,8 %2023"]
    assert [text_of(node) for node in tree.iter("p") if node.get("class") == "note"] == ["Definition: Andel."]


def test_lines_of_shares_have_one_scale_and_of_amounts_each_its_own() -> None:
    def height(reports: list[Told]) -> list[str]:
        tree = tree_of(page_of(reports))
        return [node.get("d", "") for node in tree.iter() if node.get("class") == "drawn"]

    small, large = (("2024-02", "DNKS"), ("2024-08", "DNKS")), (("2024-02", "REGION"), ("2024-08", "REGION"))
    numbers = dict(zip((*small, *large), (1.0, 2.0, 10.0, 20.0), strict=True))
    amounts = [
        told(period, code, compared("x", number, table="utfall-kontoklass", column="outcome"))
        for (period, code), number in numbers.items()
    ]
    # From zero: half of the height, which is 60, and all of it.
    assert height(amounts) == ["M6 36L234 6"] * 2
    assert "Varje linje har sin egen skala, med skalans ändar till vänster." in page_of(amounts)
    shares = [told(*place, compared("x", number, "Totalt", **SICK)) for place, number in numbers.items()]
    # 1, 2, 10 and 20 of 20 above the bottom, which is at 66.
    assert height(shares) == ["M6 63L234 60", "M6 36L234 6"]
    assert "Linjerna har samma skala, med skalans ändar till vänster." in page_of(shares)


def scale_of(column: str, *values: tuple[str, float]) -> tuple[list[str], list[str]]:
    """What a line's scale ends with, from the top, and the zero line's way."""
    reports = [
        told(period, "RS", compared(text, number, table="utfall-kontoklass", column=column))
        for period, (text, number) in zip(("2024-02", "2024-04", "2024-08"), values, strict=False)
    ]
    tree = tree_of(page_of(reports))
    (scaled,) = (node for node in tree.iter("div") if node.get("class") == "scaled")
    zero = [node.get("d", "") for node in scaled.iter() if node.get("class") == "zero"]
    return [text_of(node) for node in scaled.iter("span")], zero


def test_a_line_says_what_its_scale_ends_with_and_has_a_line_at_zero() -> None:
    # Zero is 4 of 9 from the top of 60, below a margin of 6.
    assert scale_of("outcome", ("−5,0", -5.0), ("+4,0", 4.0)) == (["+4,0", "−5,0"], ["M0 32.7H240"])
    assert scale_of("outcome", ("10,0", 10.0), ("20,0", 20.0)) == (["20,0", "0"], ["M0 66H240"])
    # What changes would look as if it did not: the line at zero is outside.
    assert scale_of("outcome", ("100,0", 100.0), ("101,0", 101.0)) == (["101,0", "100,0"], [])
    # But a deviation is above or below its budget.
    assert scale_of("deviation", ("−100,0", -100.0), ("−101,0", -101.0)) == (["0", "−101,0"], ["M0 6H240"])
    assert scale_of("outcome", ("7,0", 7.0), ("7,0", 7.0)) == (["7,0", "0"], ["M0 66H240"])
    assert scale_of("outcome", ("0,0", 0.0), ("0,0", 0.0)) == (["", ""], ["M0 36H240"])


def test_a_figure_of_one_year_says_that_its_line_is_broken_only_where_it_has_another() -> None:
    def notes(*periods: str) -> list[str]:
        reports = [told(period, "RS", compared("1,0", 1.0)) for period in periods]
        return [text_of(node) for node in tree_of(page_of(reports)).iter("p") if node.get("class") == "note"]

    assert notes("2024-02", "2024-08") == []
    assert notes("2023-08", "2024-02") == ["Uppgiften gäller ett år i taget. Linjen bryts därför vid årsskiftet."]


def test_a_drawing_has_no_more_of_a_figure_than_the_digits_that_are_shown() -> None:
    # The numbers are those that the shown digits make: see the test of a summary's figure.
    numbers = [6.1, 6.3, 6.2]
    points = [list(enumerate(numbers))]
    assert line_svg(points, (0, 2), ranges(numbers), "ord") == (
        '<svg class="line" viewBox="0 0 240 72" role="img" aria-label="ord">'
        '<path class="drawn" d="M6 66L120 6L234 36"/>'
        '<path class="dots" d="M6 66h0M120 6h0"/><path class="dot" d="M234 36h0"/></svg>'
    )


def test_its_only_script_is_the_one_that_its_policy_allows() -> None:
    tree = tree_of(page_of(REPORTS))
    (script,) = tree.iter("script")
    assert script.attrib == {}
    policy = next(node.get("content", "") for node in tree.iter("meta") if node.get("http-equiv"))
    digest = base64.b64encode(hashlib.sha256((script.text or "").encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
    assert not re.search(r"\beval\b|Function\(|fetch|XMLHttp|import\(|https?:|innerHTML", script.text or "")
    assert not [node for node in tree.iter() for name in node.attrib if name.startswith("on")]


def test_a_hostile_name_is_only_text() -> None:
    bad = "</summary><script>alert(1)</script>\"'><img src=x>"
    report = told(
        "2024-02", "RS", compared(bad, 1.0, bad, table="verksamheter", column="deviation", unit=bad), name=bad
    )
    tree = tree_of(page_of([report, told("2024-08", "RS", *report.summary.figures, name=bad)]))
    assert len(list(tree.iter("script"))) == 1
    assert not list(tree.iter("img"))


def test_the_same_reports_in_another_order_give_the_same_bytes() -> None:
    assert page_of(REPORTS) == page_of(list(reversed(REPORTS)))


def test_a_folder_without_reports_says_so_and_has_no_script() -> None:
    page = compare_html([], frozenset({NOT_BUILT}), NAMES)
    assert "Här finns ännu inga rapporter." in page
    assert "<script" not in page
