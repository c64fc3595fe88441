"""granskning.html: a section with an address for each sender, what is wrong in the order of its weight, no script."""

from __future__ import annotations

import re
from html import unescape

from tests.review_samples import review

PAGE = review()


def test_each_sender_has_a_section_with_an_address_in_the_contents_and_the_table() -> None:
    addresses = re.findall(r'<h2 id="([^"]+)">', PAGE)
    assert addresses == ["dnhs", "ekonomi"]
    for address in addresses:
        assert PAGE.count(f'href="#{address}"') == 3


def test_errors_come_before_warnings_and_remarks_and_what_is_confirmed() -> None:
    captions = re.findall(r"<caption[^>]*><span><strong>([^<]+)</strong>", PAGE)
    assert captions == [
        "Vem som kan rätta vad",
        "Fel, som stoppar rapporten",
        "Varningar, som står i rapporten om de är kvar",
        "Redan bekräftat, och inget att göra åt",
        "Fel, som stoppar rapporten",
        "Påpekanden, som inte står i rapporten",
    ]


def test_a_row_says_where_what_stands_there_what_is_expected_and_how_to_mend_it() -> None:
    row = re.search(r'<tr role="row"><th scope="row".*?</tr>', PAGE.partition('id="dnhs-fel"')[2])
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


def test_copies_are_linked_and_what_has_none_says_why() -> None:
    assert '<a href="granskning/DNHS-markerad.xlsx">2024/2024-04/DNHS.xlsx med cellerna märkta</a>' in PAGE
    assert "Ingen märkt kopia av 2024/2024-04/utfall.xlsx: Filen är skadad." in PAGE


def test_it_is_one_page_in_swedish_without_scripts_that_asks_for_nothing() -> None:
    assert '<html lang="sv">' in PAGE
    assert "<script" not in PAGE
    assert not re.search(r'(?:src|href)="(?:https?:)?//', PAGE)
    assert review() == PAGE
