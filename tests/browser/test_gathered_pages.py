"""The period's page and the page that compares, in a real browser: search, keyboard, and the same without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gathered_samples
import pytest
from browser_pages import axe, opened

from followup.formats.gathered.compare_page import compare_html
from followup.formats.gathered.index_page import index_html
from followup.formats.gathered.start_page import start_html
from followup.ground.period import Period

pytestmark = pytest.mark.browser

NAMES = {"RS": "Regionstyrelsen", "DNKS": "Kultur och skola", "REGION": "Region Halland"}
SICK = {"table": "sjukfranvaro", "column": "this_year", "heading": "2024", "unit": "%"}
NET = {"table": "utfall-kontoklass", "column": "outcome", "heading": "Utfall"}


def comparing() -> str:
    """Two committees and the region, three figures, two years, with a value that is not shown and a gap."""
    reports = []
    for place, period in enumerate(("2023-08", "2023-12", "2024-02", "2024-08")):
        for code, name in NAMES.items():
            hidden = code == "DNKS" and period == "2024-02"
            figures = [
                gathered_samples.compared(f"-{place},0", -float(place), "Nettokostnad", **NET),
                gathered_samples.compared(f"-{place},5", -place - 0.5, "Personalkostnader", **NET),
            ]
            if hidden:
                figures.append(gathered_samples.compared("skyddas", None, "Totalt", **SICK))
            else:
                figures.append(gathered_samples.compared(f"6,{place}", 6 + place / 10, "Totalt", **SICK))
            reports.append(gathered_samples.told(period, code, *figures, name=name))
    due = frozenset({(one.period, one.code) for one in reports} | {(Period(2024, 4), "RS")})
    return compare_html(reports, due, NAMES)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gathered")
    (folder / "jamfor.html").write_text(comparing(), encoding="utf-8")
    index = index_html(gathered_samples.entries(), "Uppföljningsrapport 1 2024", True, "granskning.html", True)
    (folder / "index.html").write_text(index, encoding="utf-8")
    told = [gathered_samples.told(period, "RS") for period in ("2023-12", "2024-02", "2024-08")]
    (folder / "start.html").write_text(start_html(told), encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Any, pages: Path) -> Iterator[Any]:
    """The browser at jamfor.html, as it is opened; with all that it says on its console looked at."""
    browser.get_log("browser")
    opened(browser, pages, "jamfor", 1280)
    yield browser
    assert browser.get_log("browser") == []
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


def names(browser: Any) -> list[str]:
    """The figures that are to be seen."""
    found = browser.find_elements("css selector", "details.figure .name")
    return [one.text for one in found if one.is_displayed()]


def rows(browser: Any) -> list[str]:
    """The rows that are to be seen, of all open tables."""
    return [one.text for one in browser.find_elements("css selector", "tbody th") if one.is_displayed()]


ALL = ["Utfall hittills i år: Nettokostnad", "Utfall hittills i år: Personalkostnader", "Sjukfrånvaro: Totalt"]


def test_a_search_shows_what_it_is_for_opened_and_says_how_much_is_found(page: Any) -> None:
    assert names(page) == ALL
    assert page.find_element("css selector", ".found").text == "3 uppgifter."
    page.find_element("id", "sok").send_keys("SJUK")
    assert names(page) == ["Sjukfrånvaro: Totalt"]
    assert page.find_element("css selector", ".found").text == "1 av 3 uppgifter visas."
    headings = [one.text for one in page.find_elements("css selector", "h2") if one.is_displayed()]
    assert headings == ["Medarbetare", "Perioder"]
    assert rows(page)[0] == "Regionstyrelsen 2023"
    assert len(rows(page)) == 6
    # The found table says what is not shown, and leads to the report.
    cell = page.find_element("link text", "skyddas")
    assert cell.get_attribute("href").endswith("/2024-02/DNKS/rapport.html#sjukfranvaro")


def test_a_search_for_a_committee_shows_its_rows_of_every_figure(page: Any) -> None:
    page.find_element("id", "sok").send_keys("kultur sjuk")
    assert names(page) == ["Sjukfrånvaro: Totalt"]
    assert rows(page) == ["Kultur och skola 2023", "Kultur och skola 2024"]
    drawn = page.find_elements("css selector", ".lines > li")
    assert [one.text.split("\n")[0] for one in drawn if one.is_displayed()] == ["Kultur och skola"]
    page.find_element("id", "sok").clear()
    page.find_element("id", "sok").send_keys("finns inte")
    assert names(page) == []
    assert page.find_element("css selector", ".found").text == "0 av 3 uppgifter visas."


def test_the_filters_and_the_way_back(page: Any) -> None:
    from selenium.webdriver.support.ui import Select

    Select(page.find_element("id", "namnd")).select_by_visible_text("Region Halland")
    Select(page.find_element("id", "omrade")).select_by_visible_text("Ekonomi")
    assert names(page) == ALL[:2]
    page.find_element("css selector", "summary").click()
    assert rows(page) == ["Region Halland 2023", "Region Halland 2024"]
    page.find_element("id", "rensa").click()
    assert names(page) == ALL
    assert rows(page) == []
    assert page.switch_to.active_element.get_attribute("id") == "sok"


def test_the_keyboard_reaches_everything_and_every_stop_is_seen(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    seen = []
    for _ in range(40):
        page.switch_to.active_element.send_keys(Keys.TAB)
        name, id, outline, hidden = page.execute_script(
            "const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();"
            "return [one.tagName, one.id, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,"
            " document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest('body > *:not(main)')"
            "   && one.closest('main') !== null]"
        )
        if name == "BODY":
            break
        seen.append((name, id, outline))
        # Nothing lies over what has the focus.
        assert not hidden
        if name == "SUMMARY":
            page.switch_to.active_element.send_keys(Keys.ENTER)
    assert [one for one in seen if not one[2]] == []
    assert [id for _, id, _ in seen if id] == ["sok", "namnd", "omrade", "rensa"]
    assert sum(name == "SUMMARY" for name, _, _ in seen) == 3
    # The values of an opened table.
    assert any(name == "A" for name, _, _ in seen[-3:])


def test_without_a_script_the_page_has_the_same_tables_and_no_search(page: Any, pages: Path) -> None:
    whole = [one.get_attribute("textContent") for one in page.find_elements("css selector", "table")]
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    opened(page, pages, "jamfor", 1280)
    assert not page.find_element("css selector", ".search").is_displayed()
    assert names(page) == ALL
    for summary in page.find_elements("css selector", "summary"):
        summary.click()
    assert [one.get_attribute("textContent") for one in page.find_elements("css selector", "table")] == whole
    assert len(rows(page)) == 18
    drawn = page.find_elements("css selector", "svg.line")
    assert len(drawn) == 9
    assert all(one.is_displayed() and one.get_attribute("aria-label") for one in drawn)


def test_an_address_of_a_figure_opens_it(page: Any, pages: Path) -> None:
    page.get("about:blank")
    page.get((pages / "jamfor.html").as_uri() + "#u-sjukfranvaro-totalt")
    assert page.find_element("id", "u-sjukfranvaro-totalt").get_attribute("open") is not None


def test_a_gap_is_no_part_of_a_line(page: Any) -> None:
    page.find_element("id", "sok").send_keys("sjuk")
    drawn = page.find_elements("css selector", "#u-sjukfranvaro-totalt .drawn")
    # Kultur och skola: August to December 2023; 2024 has one value, and one that is not shown.
    assert [one.get_attribute("d").count("M") for one in drawn] == [1, 1, 2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize("name", ["index", "jamfor", "start"])
def test_axe_finds_nothing_in_either_light(browser: Any, pages: Path, name: str, width: int, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
    opened(browser, pages, name, width)
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = axe(browser)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
    reached, shown = browser.execute_script(
        "const page = document.documentElement; return [page.scrollWidth, page.clientWidth]"
    )
    assert reached == shown


@pytest.mark.parametrize("name", ["index", "jamfor", "start"])
def test_a_target_is_at_least_24_pixels(browser: Any, pages: Path, name: str) -> None:
    opened(browser, pages, name, 390)
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    # A link in a sentence is as high as its line, which WCAG excepts.
    small = browser.execute_script(
        "return [...document.querySelectorAll('main a, main summary, main button, main input, main select')]"
        ".filter(one => one.offsetParent && !one.closest('.row-note'))"
        ".map(one => [one.textContent.trim() || one.id, one.getBoundingClientRect()])"
        ".filter(([_, box]) => box.height < 24 || box.width < 24).map(([text, box]) => [text, box.width, box.height])"
    )
    assert small == []


def test_the_cards_of_a_narrow_screen_are_still_a_table(browser: Any, pages: Path) -> None:
    opened(browser, pages, "index", 390)
    table = browser.find_elements("css selector", "table.glances")[1]
    assert table.aria_role == "table"
    assert [one.aria_role for one in table.find_elements("css selector", "tbody tr:first-child > *")][:2] == [
        "rowheader",
        "cell",
    ]
