"""The pages in a real browser: axe-core's rules, reflow, and the keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gathered_samples
import pytest
import review_samples
import samples
from browser_pages import axe, opened

from followup.document.document import read_document
from followup.formats.gathered.index_page import index_html
from followup.formats.html.page import html_page

pytestmark = pytest.mark.browser

# Two pages with everything that blocks can hold, and some that the command made of the example data: a committee's, the
# region's of a whole report and of a month, a plan and the follow-up of one; what a check has found; and what compares
# them all.
PAGES = ("rapport", "index", "DNHS", "REGION", "manad", "plan", "planuppfoljning", "perioden", "granskning", "jamfor")
REPORTS = ("rapport", "DNHS", "REGION", "manad", "plan", "planuppfoljning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_output: Path, built_period: Path) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    shutil.copy(built_period / "DNHS" / "rapport.html", folder / "DNHS.html")
    shutil.copy(built_period / "REGION" / "rapport.html", folder / "REGION.html")
    shutil.copy(built_output / "2024-02" / "REGION" / "rapport.html", folder / "manad.html")
    shutil.copy(built_output / "2022" / "RS" / "rapport.html", folder / "plan.html")
    shutil.copy(built_output / "2022-12" / "RS" / "rapport.html", folder / "planuppfoljning.html")
    shutil.copy(built_period / "index.html", folder / "perioden.html")
    shutil.copy(built_output / "jamfor.html", folder / "jamfor.html")
    page = html_page(read_document(samples.sample_notebook()))
    (folder / "rapport.html").write_text(page, encoding="utf-8")
    index = index_html(gathered_samples.entries(), "Uppföljningsrapport 1 2024, januari–april", True)
    (folder / "index.html").write_text(index, encoding="utf-8")
    (folder / "granskning.html").write_text(review_samples.review(), encoding="utf-8")
    return folder


# The page that compares has ten thousand elements: test_gathered_pages.py asks of a smaller one.
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", [page for page in PAGES if page != "jamfor"])
def test_axe_finds_nothing(browser: Any, folder: Path, page: str, width: int) -> None:
    opened(browser, folder, page, width)
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = axe(browser)
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert len(found["passes"]) > 20


def unfold(browser: Any) -> None:
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")


def too_wide(browser: Any) -> list[str]:
    """What is wider than its room: the page itself, and the tables in it."""
    return list(
        browser.execute_script(
            "const page = document.documentElement, found = page.scrollWidth > page.clientWidth ? ['sidan'] : [];"
            "for (const table of document.querySelectorAll('.fit > table'))"
            "  if (table.scrollWidth > table.parentElement.clientWidth)"
            "    found.push(table.closest('.table').id || 'tabell');"
            "return found"
        )
    )


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_wider_than_its_room_on_any_screen(browser: Any, folder: Path, page: str) -> None:
    found = {}
    for width in (1280, 1216, 1024, 768, 600, 390, 360, 320):
        opened(browser, folder, page, width)
        unfold(browser)
        assert browser.execute_script("return window.innerWidth") == width
        if wide := too_wide(browser):
            found[width] = wide
    assert found == {}


@pytest.mark.parametrize("width", [768, 390])
@pytest.mark.parametrize("page", ["DNHS", "REGION"])
def test_texts_with_more_space_stay_in_their_room(browser: Any, folder: Path, page: str, width: int) -> None:
    # WCAG 2.2, 1.4.12.
    opened(browser, folder, page, width)
    unfold(browser)
    browser.execute_script(
        "const more = new CSSStyleSheet();"
        "more.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; "
        "word-spacing: .16em !important } p { margin-bottom: 2em !important }');"
        "document.adoptedStyleSheets = [more]"
    )
    # A table may then scroll in its frame, the page not, and nothing is cut off.
    assert "sidan" not in too_wide(browser)
    clipped = (
        "return [...document.querySelectorAll('main p, main li, main h2, main h3, main th, main td')].filter(each =>"
        " getComputedStyle(each).overflowX === 'hidden' && each.scrollWidth > each.clientWidth)"
        ".map(each => each.textContent)"
    )
    assert browser.execute_script(clipped) == []


@pytest.mark.parametrize("page", ["DNHS", "REGION"])
def test_on_a_telephone_a_report_is_no_longer_than_twenty_five_screens(browser: Any, folder: Path, page: str) -> None:
    opened(browser, folder, page, 390)
    assert browser.execute_script("return document.documentElement.scrollHeight") <= 25 * 844


@pytest.mark.parametrize(("width", "columns"), [(390, 2), (600, 2), (768, 2), (1000, 4), (1100, 2), (1280, 4)])
@pytest.mark.parametrize("page", ["DNHS", "REGION"])
def test_no_tile_is_alone_in_its_row(browser: Any, folder: Path, page: str, width: int, columns: int) -> None:
    opened(browser, folder, page, width)
    tiles = "return [...document.querySelectorAll('.tiles > li')].map(each => each.getBoundingClientRect().top)"
    tops = browser.execute_script(tiles)
    assert [tops.count(top) for top in sorted(set(tops))] == [columns] * (4 // columns)


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("page", ["DNHS", "REGION"])
def test_addresses_stand_below_each_other(browser: Any, folder: Path, page: str, width: int) -> None:
    opened(browser, folder, page, width)
    edges = (
        "return [...new Set([...document.querySelectorAll('.address')]"
        ".filter(each => !each.closest('.charts') && !each.closest('.fold:not([open])'))"
        ".map(each => Math.round(each.getBoundingClientRect()[arguments[0]])))]"
    )
    # A box has a line of one pixel around it.
    found = browser.execute_script(edges, "right" if width == 390 else "left")
    assert max(found) - min(found) <= 1
    assert min(found) >= 0


def test_a_number_on_a_card_stands_beside_its_label(browser: Any, folder: Path) -> None:
    opened(browser, folder, "DNHS", 390)
    unfold(browser)
    # A number of seven signs and a bar have room there.
    below = (
        "return [...document.querySelectorAll('.cards tbody td.number')].filter(each => each.textContent"
        " && each.textContent.length < 8 && !each.closest('.charts') && (() => { const range = new Range();"
        " range.selectNodeContents(each); const text = range.getBoundingClientRect(), cell ="
        " each.getBoundingClientRect(); return cell.width && text.top - cell.top > 12 })())"
        ".map(each => [each.dataset.label, each.textContent])"
    )
    assert browser.execute_script(below) == []


def seen(browser: Any, selector: str) -> bool:
    """Whether what is in a fold can be seen."""
    return bool(
        browser.execute_script(
            "return document.querySelector(arguments[0]).checkVisibility({contentVisibilityAuto: true})", selector
        )
    )


def test_parts_are_folded_on_a_narrow_screen_and_open_where_they_are_led_to(browser: Any, folder: Path) -> None:
    part = ".fold:not(.looked-up) .table"
    opened(browser, folder, "DNHS", 1280)
    assert (seen(browser, part), seen(browser, ".fold.looked-up .table")) == (True, False)
    assert not seen(browser, ".fold:not(.looked-up) > summary")
    opened(browser, folder, "DNHS", 390)
    assert (seen(browser, part), seen(browser, ".fold > summary")) == (False, True)
    # By the contents to its heading, and by an address to what stands in it.
    heading = browser.find_element("css selector", ".heading:has(+ .fold .table) > h3").get_attribute("id")
    browser.execute_script("location.hash = arguments[0]", heading)
    assert seen(browser, f".heading:has(> #{heading}) + .fold .table")
    table = browser.find_element("css selector", ".fold.looked-up .table").get_attribute("id")
    browser.execute_script("location.hash = arguments[0]", table)
    assert seen(browser, f"#{table} td")


def test_on_paper_nothing_is_folded(browser: Any, folder: Path) -> None:
    opened(browser, folder, "DNHS", 390)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    hidden = (
        "return [...document.querySelectorAll('main details')]"
        ".filter(each => getComputedStyle(each, '::details-content').contentVisibility !== 'visible')"
        ".map(each => each.textContent)"
    )
    try:
        assert browser.execute_script(hidden) == []
        assert not seen(browser, ".fold > summary")
        # Cards are for screens.
        assert browser.execute_script("return getComputedStyle(document.querySelector('.cards tr')).display") == (
            "table-row"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_the_policy_blocks_nothing_of_ours_and_the_shipped_font_is_used(browser: Any, folder: Path) -> None:
    browser.get_log("browser")
    opened(browser, folder, "rapport", 1280)
    assert browser.get_log("browser") == []
    loaded = "return [...document.fonts].filter(font => font.status === 'loaded').length"
    assert (
        browser.execute_async_script(
            f"const done = arguments[0]; document.fonts.ready.then(() => done((() => {{{loaded}}})()))"
        )
        >= 2
    )
    drawn = "return [...document.images].every(image => image.complete && image.naturalWidth > 0)"
    assert browser.execute_script(drawn)


def test_a_script_in_the_page_would_not_run(browser: Any, folder: Path) -> None:
    page = (folder / "rapport.html").read_text(encoding="utf-8")
    tried = page.replace("</main>", "<script>document.title = 'taken'</script><b style='color:red'>x</b></main>")
    (folder / "tried.html").write_text(tried, encoding="utf-8")
    opened(browser, folder, "tried", 1280)
    assert browser.title.startswith("Uppföljningsrapport 1 2024")
    browser.get_log("browser")


def test_the_first_tab_stop_leads_past_the_head(browser: Any, folder: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    opened(browser, folder, "rapport", 1280)
    browser.find_element("tag name", "body").send_keys(Keys.TAB)
    link = browser.switch_to.active_element
    assert link.text == "Hoppa till rapporten"
    assert link.rect["x"] >= 0
    link.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "rapport"


def test_a_table_of_cards_is_still_a_table(browser: Any, folder: Path) -> None:
    opened(browser, folder, "rapport", 390)
    unfold(browser)
    table = browser.find_element("css selector", "#mal table")
    assert table.rect["width"] <= 390
    assert table.find_element("css selector", "tbody tr:nth-child(2)").value_of_css_property("display") == "grid"
    caption = table.find_element("css selector", "caption strong").text
    # What the browser tells a screen reader, with no role of ours.
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def below(node: Any) -> Iterator[Any]:
        yield node
        for child in node.get("childIds", ()):
            yield from below(by_id[child]) if child in by_id else ()

    (found,) = (
        node
        for node in nodes
        if node.get("role", {}).get("value") == "table" and node["name"]["value"].startswith(caption)
    )
    told = [
        (node["role"]["value"], node["name"]["value"])
        for node in below(found)
        if not node.get("ignored") and node["role"]["value"] in ("columnheader", "rowheader", "cell")
    ]
    assert [name for role, name in told if role == "columnheader"] == ["Mål", "Bedömning", "Trend", "Motivering"]
    rows = table.find_elements("css selector", "tbody tr")
    assert sum(role == "rowheader" for role, _ in told) == len(rows)
    cells = [name for role, name in told if role == "cell"]
    assert len(cells) == 3 * sum("group" not in (row.get_attribute("class") or "") for row in rows)
    # The column is not read twice: what is written on the card before the value is seen alone.
    assert "Bedöms uppnås" in cells
    assert not [name for name in cells if name.startswith(("Trend", "Motivering"))]


@pytest.mark.parametrize("page", REPORTS)
def test_an_address_can_be_pointed_at_and_copied(browser: Any, folder: Path, page: str) -> None:
    opened(browser, folder, page, 390)
    unfold(browser)
    small = (
        "return [...document.querySelectorAll('.address')].filter(each => {"
        " const box = each.getBoundingClientRect(); return box.width < 24 || box.height < 24 })"
        ".map(each => each.hash)"
    )
    assert browser.execute_script(small) == []
    # It is that of what it stands in: of a block, or of the heading before it.
    others = (
        "return [...document.querySelectorAll('.address')].filter(each => each.hash.slice(1) !=="
        " (each.parentElement.id || each.previousElementSibling.id)).map(each => each.hash)"
    )
    assert browser.execute_script(others) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_what_has_the_keyboard_is_seen_and_covered_by_nothing(browser: Any, folder: Path, width: int) -> None:
    from selenium.webdriver.common.keys import Keys

    opened(browser, folder, "rapport", width)
    browser.find_element("tag name", "body").click()
    stops, faults = 0, []
    for _ in range(200):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        name, outline, opacity, covered = browser.execute_script(
            "const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();"
            "const top = document.elementFromPoint(box.x + Math.min(box.width, 20) / 2, box.y + box.height / 2);"
            "return [one.tagName + ' ' + (one.getAttribute('href') || one.className),"
            " style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, style.opacity,"
            " !(top && (one.contains(top) || top.contains(one)))]"
        )
        if name.startswith("BODY"):
            break
        stops += 1
        if not outline or float(opacity) < 1 or covered:
            faults.append((name, outline, opacity, covered))
    assert stops > 20
    assert faults == []


@pytest.fixture
def review(browser: Any, tmp_path: Path) -> Any:
    """The browser at granskning.html, as it is opened."""
    (tmp_path / "granskning.html").write_text(review_samples.review(), encoding="utf-8")
    opened(browser, tmp_path, "granskning", 1280)
    yield browser
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def shown(browser: Any, selector: str) -> list[bool]:
    return [one.is_displayed() for one in browser.find_elements("css selector", selector)]


def test_what_is_the_analysts_is_folded_on_the_screen_and_not_printed(review: Any) -> None:
    assert shown(review, ".confirm") == [True]
    assert shown(review, ".confirm pre") == [False]
    review.find_element("css selector", ".confirm summary").click()
    assert shown(review, ".confirm pre") == [True]
    review.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    # Left out even where somebody has opened it: a section may be printed to be sent.
    assert shown(review, ".confirm, .links") == [False, False, False]


def test_each_sender_has_a_page_of_its_own_that_says_of_what_it_is(review: Any) -> None:
    assert shown(review, ".printed") == [False, False]
    review.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert shown(review, ".printed") == [True, True]
    breaks = "return [...document.querySelectorAll('section')].map(each => getComputedStyle(each).breakBefore)"
    assert review.execute_script(breaks) == ["page", "page"]


def test_every_stop_of_the_keyboard_is_seen(review: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    seen = []
    for _ in range(60):
        review.switch_to.active_element.send_keys(Keys.TAB)
        name, outline = review.execute_script(
            "const one = document.activeElement, style = getComputedStyle(one);"
            "return [one.tagName, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2]"
        )
        if name == "BODY":
            break
        seen.append((name, outline))
    assert {"A", "SUMMARY"} <= {name for name, _ in seen}
    assert [name for name, outline in seen if not outline] == []
