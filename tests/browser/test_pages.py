"""The pages in a real browser: axe-core's rules, reflow, and the keyboard."""

from __future__ import annotations

import shutil
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
# region's, a plan and the follow-up of one; what a check has found; and what compares them all.
PAGES = ("rapport", "index", "DNHS", "REGION", "plan", "planuppfoljning", "perioden", "granskning", "jamfor")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_output: Path, built_period: Path) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    shutil.copy(built_period / "DNHS" / "rapport.html", folder / "DNHS.html")
    shutil.copy(built_output / "2024-02" / "REGION" / "rapport.html", folder / "REGION.html")
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


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("page", PAGES)
def test_the_page_never_scrolls_sideways(browser: Any, folder: Path, page: str, width: int) -> None:
    opened(browser, folder, page, width)
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    sizes = "const page = document.documentElement; return [page.scrollWidth, page.clientWidth, window.innerWidth]"
    reached, shown, window = browser.execute_script(sizes)
    assert reached == shown
    assert window == width


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


def test_a_wide_table_scrolls_from_the_keyboard_on_a_narrow_screen(browser: Any, folder: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    opened(browser, folder, "rapport", 390)
    region = browser.find_element("css selector", "#resultat-per-kontoklass [role=group]")
    assert region.accessible_name.startswith("Utfall, budget och prognos per kontoklass")
    browser.execute_script("arguments[0].focus()", region)
    assert browser.switch_to.active_element == region
    region.send_keys(*[Keys.ARROW_RIGHT] * 3)
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 10).until(lambda _: browser.execute_script("return arguments[0].scrollLeft", region) > 0)


def test_a_table_with_prose_stacks_and_is_still_a_table(browser: Any, folder: Path) -> None:
    opened(browser, folder, "rapport", 390)
    table = browser.find_element("css selector", "#mal table")
    assert table.rect["width"] <= 390
    assert table.aria_role == "table"
    cells = table.find_elements("css selector", "tbody:first-of-type tr:nth-child(2) > *")
    assert [each.aria_role for each in cells] == [
        "rowheader",
        "cell",
        "cell",
        "cell",
    ]


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
    assert {"A", "DIV", "SUMMARY"} <= {name for name, _ in seen}
    assert [name for name, outline in seen if not outline] == []
