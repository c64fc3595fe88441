"""What the formats promise, on the real reports: archivable, readable aloud by a machine, and without a script."""

import html
import re

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
