"""granskning.html: a section with an address for each sender, what is wrong in the order of its weight, no script."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from followup.ground.errors import Problem
from followup.params.loading import load_params
from followup.review.review import review_of
from followup.review.review_page import review_page
from tests.review_samples import OWN, review

PAGE = review()


def test_each_sender_has_a_section_with_an_address_in_the_contents_and_the_table() -> None:
    addresses = re.findall(r'<h2 id="([^"]+)">', PAGE)
    assert addresses == ["ekonomi", "dnhs"]
    for address in addresses:
        assert PAGE.count(f'href="#{address}"') == 3


def test_errors_come_before_warnings_and_remarks_and_what_is_confirmed() -> None:
    captions = re.findall(r"<caption[^>]*><span><strong>([^<]+)</strong>", PAGE)
    assert captions == [
        "Vem som kan rätta vad",
        "Fel, som stoppar rapporten",
        "Påpekanden, som inte står i rapporten",
        "Fel, som stoppar rapporten",
        "Varningar, som står i rapporten om de är kvar",
        "Redan bekräftat, och inget att göra åt",
    ]


def test_the_table_has_a_column_for_what_there_is() -> None:
    table = PAGE.partition("<thead>")[2].partition("</table>")[0]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', table) == ["Avsändare", "Fel", "Varningar", "Påpekanden"]
    assert re.findall(r'<td class="number"[^>]*>([0-9]+)</td>', table) == ["1", "0", "1", "1", "1", "0"]
    without = page_of(Problem(OWN, "Prognos", "C7", "Fel."))
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', without.partition("</thead>")[0]) == ["Avsändare", "Fel"]


def test_a_row_says_where_what_stands_there_what_is_expected_and_how_to_mend_it() -> None:
    row = re.search(r'<tr><th scope="row".*?</tr>', PAGE.partition('id="dnhs-fel"')[2])
    assert row is not None
    assert re.sub(r"<[^>]+>", "|", row[0].replace("<br>", " / ")).strip("|").split("||") == [
        "2024/2024-04/DNHS.xlsx / blad Prognos, cell C7,C8",
        "C7: Här står ”ej klar”. / C8: Här står ”senare”.",
        "Ett tal väntas.",
        "Skriv talet.",
    ]


def test_what_may_be_confirmed_has_the_lines_to_paste() -> None:
    (lines,) = re.findall(r"<pre[^>]*>(.*?)</pre>", PAGE, re.DOTALL)
    assert unescape(lines) == (
        '  - workbook: "2024/2024-04/DNHS.xlsx"\n'
        '    sheet: "Prognos"\n'
        '    cell: "C9"\n'
        '    rule: "prognosens-storlek"\n'
        '    value: "−100 mnkr"\n'
        '    why: ""\n'
        '    decided_by: ""\n'
        '    decided_on: ""'
    )


def page_of(*problems: Problem) -> str:
    return review_page(review_of({"DNHS": problems}, load_params()), "Rapport", "1 fel.", {}, {})


def test_what_is_the_analysts_is_folded_and_the_sender_is_asked_to_answer() -> None:
    """Closed on the screen, and left out on paper: tests/browser has the rest."""
    folded = re.search(r'<details class="text confirm">\s*<summary>([^<]+)</summary>(.*?)</details>', PAGE, re.DOTALL)
    assert folded is not None
    assert folded[1] == "För den som bygger rapporterna: om något av det är rätt ändå"
    assert "<pre" in folded[2]
    asked = "Är något av det rätt ändå: svara med skälet och vilken funktion som svarar för det."
    assert asked in PAGE[: folded.start()]
    assert "params/" not in PAGE.replace(folded[0], "")


def test_a_way_in_params_is_the_analysts() -> None:
    remedy = "Ta bort raden, eller lägg till ”Delsumma” under words i params/totals.yml."
    page = page_of(Problem(OWN, "Prognos", "A7", "Här står Delsumma.", "En verksamhet väntas.", remedy))
    sender, _, analyst = page.partition("</nav>")[2].partition("<details")
    assert "Ta bort raden." in sender
    assert "params" not in sender
    assert re.sub(r"\s+", " ", analyst.partition("</summary>")[2].partition("</details>")[0]).strip() == (
        f'<p class="place">{OWN}, blad Prognos, cell A7</p> <p>{remedy}</p>'
    )


def test_each_cell_to_confirm_is_named_by_its_own_place() -> None:
    first = Problem(OWN, "Prognos", "C9", "Talet är osannolikt.", "Ett mindre väntas.", "Rätta det.")
    both = [replace(first, cell=cell, rule="prognosens-storlek", value=cell) for cell in ("C9", "C12")]
    page = page_of(*both)
    assert re.findall(r'<p class="place">([^<]+)</p>', page) == [
        f"{OWN}, blad Prognos, cell C9",
        f"{OWN}, blad Prognos, cell C12",
    ]


def test_copies_are_linked_and_what_has_none_says_why() -> None:
    assert '<a href="granskning/DNHS-markerad.xlsx">2024/2024-04/DNHS.xlsx med cellerna märkta</a>' in PAGE
    assert "Ingen märkt kopia av 2024/2024-04/utfall.xlsx: Filen är skadad." in PAGE


def test_it_is_one_page_in_swedish_without_scripts_that_asks_for_nothing() -> None:
    assert '<html lang="sv">' in PAGE
    assert "<script" not in PAGE
    assert not re.search(r'(?:src|href)="(?:https?:)?//', PAGE)
    assert review() == PAGE
