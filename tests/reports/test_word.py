"""The Word files of real reports: whole as files, with every figure and text that is printed, and no other number."""

import re
from collections import Counter
from dataclasses import replace

import html5lib
import nbformat
from word_files import W, alternatives, body_of, faults, style_of, text_of, whole_text

from followup.document.decisions import Decisions
from followup.document.document import read_document
from followup.document.markdown import plain_of
from followup.formats.csv.figures import figures
from followup.formats.docx.pictures import charts_in
from followup.formats.docx.report import APPENDIX
from followup.formats.html.page import html_page
from followup.formats.pdf.elsewhere import elsewhere
from followup.ground.swedish import day_of

FILES = ("rapport.docx", "tjansteskrivelse.docx")
# What the page has and the Word file has not: what opens the numbers of a chart, to which Word has its own way.
ON_THE_PAGE = ("Siffrorna i diagrammet", "Period", "Status")
SIGNS = str.maketrans("", "", "●▲◆○↗→↘▶◀")
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
LEAVES = (*HEADINGS, "p", "li", "td", "th", "figcaption", "caption", "dd")
# What leads on from a decision, around the name of a section. The letter has no sections to lead to.
WAYS = (" Se avsnittet {}.", ", i avsnittet {}")

# A shorter line may be a heading, or what is to be filled in.
LONG_LINE = 40


def squeezed(text):
    return re.sub(r"\s", "", text.translate(SIGNS))


def numbers(text):
    """All numbers as they are shown: `1 234,5`, `2024`, `3`. Signs and units are left to the figures."""
    return {squeezed(found) for found in re.findall(r"\d(?:[\d\u00a0]*\d)?(?:,\d+)?", text)}


# What the page has for a screen: addresses to copy, what unfolds a part, its glossary with the links to it.
FOR_A_SCREEN = (
    r'<a class="address".*?</a>',
    r'<details class="fold[^"]*"><summary>.*?</summary>',
    r'<div class="heading"><h2 id="ordlista">.*?</dl>',
    r'<a class="term"[^>]*>(.*?)</a>',
)


# A longer table behind a chart stands in the workbook alone.
MOST_NUMBERS = 13


def document_of(folder):
    """What Word has of the report: what is printed, and the words that name the rest."""
    document = read_document(nbformat.read(folder / "rapport.ipynb", as_version=4))
    return replace(document, items=(*document.printed, *elsewhere(document)), appendix=(), unprinted=())


def page_in_word(folder):
    """The page as it would be of that alone, without the long tables behind charts."""
    page = page_of(folder, html_page(document_of(folder)))
    for details in [one for one in page.iter("details") if one.find(".//table") is not None]:
        if len(list(details.iter("tr"))) > MOST_NUMBERS + 1:
            details.clear()
    return page


def page_of(folder, text=""):
    text = text or (folder / "rapport.html").read_text(encoding="utf-8")
    for what in FOR_A_SCREEN:
        text = re.sub(what, lambda match: match[1] if match.re.groups else "", text, flags=re.DOTALL)
    return html5lib.parse(text, namespaceHTMLElements=False)


def parts_of(element, *tags):
    """The parts of these kinds, in order."""
    return [one for one in element.iter() if one.tag in tags]


def lines_of(element):
    """The texts of a part, each by itself."""
    for part in element.iter():
        yield from (line for line in (part.text, part.tail if part is not element else "") if line and line.strip())


def text_of_page(element):
    """The text as it is read, pictures by their alternative text, with a line end after each part."""
    parts = []
    for one in element.iter():
        if one.tag not in ("style", "title"):
            parts += ["\n" if one.tag in (*LEAVES, "br", "div", "tr") else "", one.text or "", one.get("alt", "")]
        parts.append(one.tail or "")
    return "".join(parts)


def titles_of(data):
    """(style, text) of all headings and captions of the Word file, in order."""
    found = ((style_of(one), " ".join(text_of(one).split())) for one in body_of(data).iter(f"{W}p"))
    return [(style, text) for style, text in found if style == "Caption" or style.startswith("Heading")]


def titles_of_page(page):
    """The page's headings as the Word file has them: the title of a chart is its caption there."""
    charts = {id(one) for figure in page.iter("figure") if figure.get("class") == "chart" for one in figure.iter()}
    for one in parts_of(page, *HEADINGS):
        style = "Caption" if id(one) in charts else f"Heading{one.tag[1]}"
        yield style, " ".join("".join(one.itertext()).split())


def without_ways(element):
    """The text of a part of the page, without its ways to other parts."""
    text = "".join(element.itertext())
    for link in element.iter("a"):
        if link.get("href").startswith("#"):
            (way,) = (way for one in WAYS if (way := one.format("".join(link.itertext()))) in text)
            text = text.replace(way, "", 1)
    return text


def test_nothing_is_wrong_with_the_files(report_folder):
    for name in FILES:
        assert faults((report_folder / name).read_bytes()) == [], name


def test_every_figure_stands_in_the_text_as_often_as_it_is_listed(report_folder):
    text = squeezed(whole_text((report_folder / "rapport.docx").read_bytes()))
    document = document_of(report_folder)
    long = {one.data.id for one in charts_in(document.items) if len(one.data.rows) > MOST_NUMBERS}
    listed = Counter(squeezed(row["shown"]) for row in figures(document) if row["table"] not in long)
    for shown, times in listed.items():
        assert text.count(shown) >= times, shown


def test_no_number_stands_there_that_the_page_does_not_have(report_folder):
    known = numbers(text_of_page(page_of(report_folder)))
    for name in FILES:
        data = (report_folder / name).read_bytes()
        said = "\n".join((whole_text(data), *alternatives(data)))
        assert sorted(numbers(said) - known) == [], name


def test_every_text_of_the_page_stands_there_under_its_heading(report_folder):
    data = (report_folder / "rapport.docx").read_bytes()
    text = squeezed(whole_text(data))
    page = page_in_word(report_folder)
    for place in parts_of(page, "header", "main"):
        for one in parts_of(place, *LEAVES):
            for line in lines_of(one) if one.get("class") != "banner" else ():
                assert line.strip() in ON_THE_PAGE or squeezed(line) in text, line
    # The page's headings stand there in their order, among the captions of tables and what Word has besides.
    found = iter(titles_of(data))
    for wanted in titles_of_page(page):
        assert wanted in found, wanted


def test_every_table_of_the_page_is_a_table_there_with_the_same_cells_in_the_same_order(report_folder):
    data = (report_folder / "rapport.docx").read_bytes()
    _, *found = [
        [[squeezed(text_of(cell)) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in body_of(data).iter(f"{W}tbl")
    ]
    shown, behind_charts = [], []
    page = page_in_word(report_folder)
    inside = {id(table) for details in page.iter("details") for table in details.iter("table")}
    for table in page.iter("table"):
        rows = [[squeezed("".join(cell.itertext())) for cell in parts_of(row, "th", "td")] for row in table.iter("tr")]
        (behind_charts if id(table) in inside else shown).append(rows)
    assert len(found) == len(shown) + len(behind_charts)
    for table, rows in zip(found, shown + behind_charts, strict=True):
        assert len(table) == len(rows)
        for cells, wanted in zip(table, rows, strict=True):
            # The row that heads a group has one cell on the page; the numbers of a list are text there.
            assert [re.sub(r"^(?:\d+[.)])+", "", cell) for cell in cells if cell] == [
                re.sub(r"^(?:\d+[.)])+", "", cell) for cell in wanted if cell
            ]
    assert (APPENDIX.lower() in whole_text(data).lower()) == bool(behind_charts)


def test_the_letter_says_what_the_first_page_says(report_folder):
    data = (report_folder / "tjansteskrivelse.docx").read_bytes()
    text = squeezed(whole_text(data))
    page = page_of(report_folder)
    ids = {name: one for one in page.iter() if (name := one.get("id"))}
    for name in ("omdome", "i-korthet", "namndens-sammanfattning", "regionens-sammanfattning"):
        for one in parts_of(ids[name], *HEADINGS, "p", "li", "td") if name in ids else ():
            said = without_ways(one)
            assert squeezed(said) in text, said
    # What is asked for is said as the sheet says it, but for the beginning of a clause and the end of its sentence.
    for block in read_document(nbformat.read(report_folder / "rapport.ipynb", as_version=4)).items:
        for asked in (*block.entries, *block.unlisted) if isinstance(block, Decisions) else ():
            words = squeezed(plain_of(asked.decision)).removesuffix(".")
            assert words[len("Nämndenbehöverbesluta") :] in text, words
            assert squeezed(f"Om beslutet inte fattas: {asked.consequence}") in text, asked.consequence
            assert asked.amount is None or squeezed(f"gäller {asked.amount.text}.") in text, asked.amount
            assert squeezed(f"beslutas senast {day_of(asked.due)}.") in text, asked.due
    # No sentence of it stands twice.
    found = Counter(line for line in whole_text(data).split("\n") if len(line) > LONG_LINE)
    assert [line for line, times in found.items() if times > 1] == []
