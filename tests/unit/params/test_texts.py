"""params/texts.yml: the sentences of a report, and the words in braces that it fills them with."""

import pytest
import workbooks

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT
from followup.params.filled_text import FilledText, FixedText
from followup.params.loading import load_params
from followup.params.params_problems import Entry
from followup.params.texts import LargeDeviationWords

WRITTEN = (PROJECT / "params" / "texts.yml").read_text(encoding="utf-8")
LINE = next(number for number, line in enumerate(WRITTEN.splitlines(), 1) if line.startswith("reading_large_deviation"))
TEXT = (
    "En avvikelse räknas som stor när den är minst {amount} och minst {percent} procent av budgeten. Där budgeten är "
    "noll\n  gäller bara beloppet."
)
HAS = "Texten har {amount} och {percent}."


def large_deviation(tmp_path, text: str) -> list[Problem]:
    assert WRITTEN.count(TEXT) == 1
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "params", texts=WRITTEN.replace(TEXT, text)))
    return list(caught.value.problems)


def problem(found: str, expected: str, remedy: str, line: int = LINE) -> Problem:
    return Problem("params/texts.yml", cell=f"rad {line}", found=found, expected=expected, remedy=remedy)


def test_a_text_is_filled_with_the_words_of_the_report(params):
    assert params.texts.reading_large_deviation.filled(LargeDeviationWords("1 mnkr", "2,0")) == (
        "En avvikelse räknas som stor när den är minst 1 mnkr och minst 2,0 procent av budgeten. Där budgeten är noll "
        "gäller bara beloppet."
    )


def test_a_new_text_is_a_field_with_its_words():
    class More(Entry):
        thanks: FixedText
        late: FilledText[LargeDeviationWords]

    texts = More(thanks="Tack.", late="{amount} för sent,\n  {percent} procent.")
    assert texts.thanks == "Tack."
    assert texts.late.filled(LargeDeviationWords("1 mnkr", "2")) == "1 mnkr för sent, 2 procent."


def test_a_line_break_is_a_space_and_a_brace_is_written_twice(tmp_path):
    written = WRITTEN.replace(TEXT, "\n  Minst {amount}\n\n  {{och}}  {percent}.\n\n")
    texts = load_params(workbooks.write_params(tmp_path / "params", texts=written)).texts
    filled = texts.reading_large_deviation.filled(LargeDeviationWords("1\u00a0mnkr", "2"))
    assert filled == "Minst 1\u00a0mnkr {och} 2."


@pytest.mark.parametrize(
    ("text", "found", "expected", "remedy"),
    [
        (
            "Minst {amount} och {procent} procent.",
            "Texten har ”{procent}”, som inte finns.",
            HAS,
            "Menades ”percent”?",
        ),
        ("Minst {amount:.1f}, {percent}.", "Texten har ”{amount:.1f}”, som inte finns.", HAS, "Menades ”amount”?"),
        ("Minst {amount!r}, {percent}.", "Texten har ”{amount!r}”, som inte finns.", HAS, "Menades ”amount”?"),
        (
            "Minst {}, {percent}.",
            "Texten har ”{}”, som inte finns.",
            HAS,
            "Ta bort det, eller skriv ett av dem som finns.",
        ),
        ("Minst {amount}.", "Texten saknar {percent}.", HAS, "Skriv in det som saknas."),
        ("En stor.", "Texten saknar {amount} och {percent}.", HAS, "Skriv in det som saknas."),
        (
            "Minst {amount}, {percent.",
            "Texten har en klammer för mycket eller för lite.",
            HAS,
            "Rätta klamrarna. En klammer som ska synas skrivs två gånger.",
        ),
        ("", "Texten är tom.", "En text har minst en mening.", "Skriv texten."),
    ],
)
def test_what_no_report_can_fill_is_refused_with_its_line(tmp_path, text, found, expected, remedy):
    assert large_deviation(tmp_path, text) == [problem(found, expected, remedy)]


def test_a_text_without_words_to_fill_has_no_braces(tmp_path):
    sentence = "Bedömningen av målen är nämndens egen."
    texts = WRITTEN.replace(sentence, "Visas i {unit}.")
    line = next(number for number, one in enumerate(WRITTEN.splitlines(), 1) if sentence in one)
    with pytest.raises(ReportError) as caught:
        load_params(workbooks.write_params(tmp_path / "params", texts=texts))
    assert list(caught.value.problems) == [
        problem(
            "Texten har ”{unit}”, som inte finns.",
            "Texten har inga ord inom klamrar.",
            "Ta bort det, eller skriv ett av dem som finns.",
            line,
        )
    ]
