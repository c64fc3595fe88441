"""params/page.yml: the glossary, and who is told of what cannot be read."""

import pytest
import samples
import workbooks

from followup.document.blocks import Heading, Text
from followup.document.document import Document, read_document
from followup.formats.html.page import html_page
from followup.formats.pdf.words import printed_words
from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT
from followup.params.loading import load_params

HEAD = 'accessibility: {contact: "webbansvarig"}\nglossary:\n'
TERM = "  - {code: ram, term: Ram, forms: [ram, ramen], text: Pengar för året.}\n"


def problems(tmp_path, page: str) -> list[Problem]:
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "params", page=page))
    return list(caught.value.problems)


def problem(line: int, found: str, expected: str, remedy: str) -> Problem:
    return Problem("params/page.yml", cell=f"rad {line}", found=found, expected=expected, remedy=remedy)


def test_a_code_and_a_form_are_one_word_s(tmp_path):
    assert problems(tmp_path / "a", HEAD + TERM + TERM) == [
        problem(2, "Koden ”ram” står två gånger.", "Varje kod och form hör till ett ord.", "Ta bort den ena.")
    ]
    again = "  - {code: budgetram, term: Budgetram, forms: [budgetram, Ramen], text: Pengar för året.}\n"
    assert problems(tmp_path / "b", HEAD + TERM + again) == [
        problem(2, "Formen ”ramen” står två gånger.", "Varje kod och form hör till ett ord.", "Ta bort den ena.")
    ]


@pytest.mark.parametrize(
    ("page", "line", "found", "expected", "remedy"),
    [
        (
            HEAD + TERM.replace("ramen", '"ram <b>"'),
            3,
            "Formen ”ram <b>” kan inte sökas.",
            "Ord med bokstäver, mellanslag och bindestreck väntas.",
            "Rätta den.",
        ),
        (
            HEAD.replace("}", ", statement: regionen.se}") + TERM,
            1,
            "Adressen är ingen webbadress.",
            "En adress som https://exempel.se/sida väntas.",
            "Rätta den.",
        ),
        (
            HEAD.replace("}", ", mail: regionen}") + TERM,
            1,
            "Adressen är ingen e-postadress.",
            "En adress som namn@exempel.se väntas.",
            "Rätta eller ta bort den.",
        ),
    ],
)
def test_what_cannot_be_searched_or_followed_is_refused(tmp_path, page, line, found, expected, remedy):
    assert problems(tmp_path, page) == [problem(line, found, expected, remedy)]


def test_an_unknown_key_is_refused(tmp_path):
    (found,) = problems(tmp_path, HEAD + TERM.replace("text:", "texts: x, text:"))
    assert (found.workbook, found.cell) == ("params/page.yml", "rad 3")
    assert "texts" in found.found


def page_with(tmp_path, monkeypatch, written: str) -> str:
    folder = workbooks.write_params(tmp_path / "params", page=written)
    monkeypatch.setenv("FOLLOWUP_PARAMS", str(folder))
    return html_page(read_document(samples.sample_notebook()))


def test_a_new_word_of_the_glossary_is_in_the_report_that_uses_it(tmp_path, monkeypatch):
    # A recipe of DEVELOPERS.md.
    unused = "  - {code: lan, term: Lån, forms: [boklån], text: Böcker.}\n"
    page = page_with(tmp_path, monkeypatch, HEAD + TERM.replace("ram, ramen", "budget") + unused)
    assert '<dt id="ord-ram">Ram</dt><dd>Pengar för året.</dd>' in page
    assert '<a class="term" href="#ord-ram">budget</a>' in page
    assert "Böcker." not in page


def test_a_printed_word_is_explained_on_paper_in_a_report_that_is_looked_up(tmp_path, monkeypatch):
    written = HEAD + TERM.replace("text:", "printed: true, text:")
    written += "  - {code: lan, term: Lån, forms: [lån], text: Böcker.}\n"
    monkeypatch.setenv("FOLLOWUP_PARAMS", str(workbooks.write_params(tmp_path / "params", page=written)))
    said = Text("t", paragraphs=(["Nämndens ram och dess lån."],))
    headings = [Heading(f"h{number}", f"Avsnitt {number}") for number in range(10)]

    def words(*blocks):
        (found,) = printed_words(Document(samples.cover(), blocks)) or [None]
        return found

    assert words(said, *headings).items == (["Ram: pengar för året."],)
    assert words(*headings) is None
    # A report of a few pages has no such list.
    assert words(said, *headings[:9]) is None


def test_a_report_without_any_of_the_words_has_no_glossary(tmp_path, monkeypatch):
    page = page_with(tmp_path, monkeypatch, HEAD + TERM.replace("ram, ramen", "boklån"))
    assert "Ordlista" not in page


def test_the_foot_says_whom_to_tell_and_where_the_statement_is(tmp_path, monkeypatch):
    first = page_with(tmp_path / "a", monkeypatch, HEAD + TERM)
    assert "Tala om det för webbansvarig, gärna med adressen till stället." in first
    assert "organisationens tillgänglighetsredogörelse. Fråga efter den på samma ställe." in first
    given = HEAD.replace("}", ", mail: webb@region.example, statement: https://region.example/redogorelse}")
    second = page_with(tmp_path / "b", monkeypatch, given + TERM)
    assert "Tala om det för webbansvarig, webb@region.example, gärna" in second
    assert 'står i vår tillgänglighetsredogörelse: <a href="https://region.example/redogorelse"' in second


def test_the_words_of_the_project_are_explained_without_each_other_s_codes_changing():
    # Addresses that others have copied: a code is added, never changed.
    assert {
        "anslagshallare", "avvikelse", "balanskrav", "beraknat-forslag", "budgetram", "geh", "intervall", "kontoklass",
        "malvarde", "mnkr", "nettokostnad", "normal-variation", "prognos", "riket", "samma-takt",
        "sjalvfinansieringsgrad", "soliditet", "styrdiagram", "utfall",
    } <= {term.code for term in load_params(PROJECT / "params").page.glossary}  # fmt: skip
