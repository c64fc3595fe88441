"""What the formats promise, on the real reports: archivable, readable aloud by a machine, and without a script."""

import html
import re
from collections import defaultdict
from itertools import pairwise

import page
import pypdf


def test_the_pdf_breaks_no_rule_of_pdf_a_3a_or_pdf_ua_1(report_folder):
    data = (report_folder / "rapport.pdf").read_bytes()
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, report


def test_the_page_for_the_meeting_is_one_page_that_takes_a_minute(report_folder):
    """A minute is some 250 words; the running head and foot are not read."""
    pages = pypdf.PdfReader(report_folder / "sida.pdf").pages
    words = re.findall(r"[^\W\d_]{2,}", pages[0].extract_text())
    assert (len(pages), len(words) <= 250) == (1, True), len(words)


def test_the_figures_are_attached_to_the_pdf(report_folder):
    attached = pypdf.PdfReader(report_folder / "rapport.pdf").attachments
    assert attached["figures.csv"][0].decode() == (report_folder / "figures.csv").read_bytes().decode()


def test_the_page_asks_for_nothing_and_runs_nothing(report_folder):
    for path in (report_folder / "rapport.html", report_folder.parent / "index.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text
        assert not re.search(r"""(?:src|srcset)=["'](?!data:)""", text)
        assert not re.search(r"""url\((?!["']?data:)""", text)
        policy = re.search(r"""http-equiv="Content-Security-Policy" content="([^"]*)\"""", text)
        assert policy
        assert html.unescape(policy[1]).startswith("default-src 'none';")


def pages(built_output):
    return {path: path.read_text(encoding="utf-8") for path in sorted(built_output.glob("*/*/rapport.html"))}


def test_the_headings_of_a_page_skip_no_level(report_folder):
    text = (report_folder / "rapport.html").read_text(encoding="utf-8")
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_section_has_one_address_in_all_reports(built_output):
    """A heading of a notebook: its address is made of its words, whatever else the report has."""
    found = defaultdict(set)
    for text in pages(built_output).values():
        for name, words in re.findall(r'<h[23] id="(avsnitt-[^"]+)">(.*?)</h', text):
            found[html.unescape(words)].add(name)
    assert found["Ekonomi"] == {"avsnitt-ekonomi"}
    # The entries of a plan have its codes.
    of_plans = ("avsnitt-status-",)
    twice = {words: names for words, names in found.items() if len(names) > 1 and not min(names).startswith(of_plans)}
    assert twice == {}
    numbered = [name for names in found.values() for name in names if re.search(r"-\d+$", name)]
    assert [name for name in numbered if not name.startswith(of_plans)] == []


def test_a_table_or_chart_has_the_same_address_in_every_period(built_output):
    """No key of a table or a chart has a year or a month in it."""
    for path, text in pages(built_output).items():
        names = re.findall(r'class="(?:table|chart)[^"]*" id="([^"]+)"', text)
        assert names
        # Keys are Kolada's own codes, n79176, and those of plans: plan-2024-1, 2018-konstskolan.
        dated = [name for name in names if re.search(r"(?<![a-z0-9])20\d\d(?!\d|-[a-z])", name)]
        assert [name for name in dated if not name.startswith(("plan-", "tryckta-former-", "anmarkningar-"))] == [], (
            path
        )


def test_a_word_of_the_glossary_leads_to_it(report_folder):
    text = (report_folder / "rapport.html").read_text(encoding="utf-8")
    led = set(re.findall(r'<a class="term" href="#(ord-[^"]+)"', text))
    assert led
    assert led <= set(re.findall(r'<dt id="(ord-[^"]+)"', text))
