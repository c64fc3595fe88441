"""Every generated statement of every built report, held against the report's figures, the ledger and the workbooks."""

from dataclasses import replace

import pytest

from followup.ground.paths import PROJECT
from tests.claims.catalogue import catalogue, examples, sample_statements
from tests.claims.checking import problems, problems_of_page, problems_of_report
from tests.claims.facts import Facts
from tests.claims.grammar import TextForm, forms
from tests.claims.statements import Statement, statements_of
from tests.conftest import BUILT

pytestmark = pytest.mark.slow
FORMS = forms()

# Statements that were true, and what would make them false: each must be found.
FALSE = [
    ("DNHS", "title", "Medicin har störst underskott", "Medicin", "Akut"),
    ("DNHS", "title", "Medicin har störst underskott", " hittills i år", ""),
    ("DNHS", "title", "mål bedöms uppnås", "Sju|7", "8"),
    ("DNHS", "title", "drar ned prognosen mest", "drar ned", "lyfter"),
    ("DNHS", "title", "bättre än det beräknade intervallet", "bättre", "sämre"),
    ("DNHS", "title", "Föreslagna åtgärder", "99,0", "98,0"),
    ("DNHS", "title", "har försämrats sedan", "försämrats", "förbättrats"),
    ("DNHS", "title", "Nettokostnaden var över budget", "över", "under"),
    ("DNHS", "title", "bättre än riket", "bättre än riket", "sämre än riket"),
    ("DNHS", "title", "högst sjukfrånvaro", "Kvinnor", "Män"),
    ("DNHS", "title", "når inte målet", "når inte målet", "når målet"),
    ("DNHS", "sentence", "sämre än prognosen i", "sämre", "bättre"),
    ("DNHS", "tile", "Mål som bedöms uppnås", "Osäkert: ", "Osäkert: 1"),
    ("DNHS", "sentence", "räknar med ett underskott", "120", "121"),
    ("DNHS", "sentence", "räknar med ett underskott", "underskott", "överskott"),
    ("DNHS", "sentence", "väntas i Medicin", "Medicin", "Akut"),
    ("DNADH", "sentence", "Bland kontoklasserna", "4 miljoner", "5 miljoner"),
    ("DNADH", "sentence", "Ord som lästes", "Klarmarkerad", "Utkast"),
    ("DNHS", "sentence", "Nämnden skriver", "överbelagda", "fulla"),
    ("DNHS", "sentence", "Beslutade åtgärder på", "28", "27"),
    ("RS", "sentence", "störst underskott i Läkemedelsförmånen", "(20)", "(21)"),
    ("RS", "sentence", "störst underskott i Läkemedelsförmånen", " och Köpt vård utanför regionen (12)", ""),
    ("DNKT", "sentence", "plus 3,4 men", "men minus 8", "men minus 7"),
    ("DNKT", "sentence", "plus 3,4 men", "plus 3,4 men minus 8 miljoner", "plus 3,4 miljoner"),
    ("DNKT", "sentence", "Ord som lästes", "Bevaka” som ”Osäkert” (3", "Bevaka” som ”Osäkert” (2"),
    ("DNKT", "sentence", "Ord som lästes", "”Förslag” som ”Föreslagen” (1) och ", ""),
    ("DNHS", "sentence", "underskottet saknar åtgärd", "99", "98"),
    ("DNHS", "sentence", "månaderna hittills pekar mot", "bättre", "sämre"),
    ("DNHS", "sentence", "månaderna hittills pekar mot", "128,9", "128,8"),
    ("DNHS", "sentence", "månaderna hittills pekar mot", "underskott", "överskott"),
    ("RS", "sentence", "månaderna hittills pekar mot", "135,1", "135,2"),
    ("DNHS", "sentence", "löften ur Mål och budget", "Inget", "Ett"),
    ("DNHS", "title", "bättre än riket", "67,8", "67,9"),
    ("DNHS", "sentence", "medeltal fel med", "37,7", "37,6"),
    ("DNHS", "sentence", "medeltal fel med", "sämre", "bättre"),
    ("DNHS", "sentence", "Ta ställning till de föreslagna", "18 juni", "19 juni"),
    ("DNHS", "sentence", "Ta ställning till de föreslagna", "21 miljoner", "22 miljoner"),
    ("DNHS", "sentence", "förklarar de här stora", "minus 17,2", "minus 17,3"),
    ("DNHS", "tile", "Avvikelse mot budget", "−48,3", "−48,4"),
    ("DNHS", "tile", "Indikatorer som når målvärdet", "Nära målvärdet: 4", "Nära målvärdet: 5"),
    ("DNHS", "title", "försämring", "försämring", "förbättring"),
    ("DNHS", "alt", "Det senaste värdet visar en försämring", "nära den övre", "nära den undre"),
    ("DNHS", "alt", "styrdiagram", "normal variation ligger mellan ", "normal variation ligger mellan 1"),
    ("DNKT", "alt", "en varaktig ändring", "om från ", "om från maj 2023 och "),
    ("DNKT", "alt", "Det nåddes 3 av", "Det nåddes 3", "Det nåddes 4"),
    ("DNKT", "title", "nåddes 3 av", "nåddes 3", "nåddes 4"),
    ("DNHS", "alt", "till det som återstår", "minus 99,0", "minus 98,0"),
    ("DNHS", "alt", "Linjediagram över nettokostnaden", "januari,", "mars,"),
    ("REGION", "title", "störst underskott i prognosen", "Hallands sjukhus", "Kollektivtrafik"),
    ("REGION", "sentence", "räknar med ett underskott på", "446", "445"),
    ("REGION", "sentence", "bättre än budget", "195", "196"),
    ("REGION", "sentence", "bättre än budget", "147 bättre", "147 sämre"),
    ("REGION", "sentence", "bättre än budget", "147", "148"),
    ("REGION", "sentence", "av budgetens 13 nämnder och poster", "Fyra", "Fem"),
    ("REGION", "sentence", "väntas hos", "Kollektivtrafik (20)", "Psykiatri (20)"),
    ("REGION", "sentence", "Underskotten hos de nämnder", "126,3", "126,2"),
    ("REGION", "sentence", "nås inte i år, men över tid", "soliditeten", "likviditeten"),
    ("REGION", "sentence", "Nämnderna begär", "sex", "fem"),
    ("REGION", "tile", "Nettokostnadens avvikelse", "+3,4", "+3,5"),
    ("REGION", "tile", "Nettokostnadens prognos", "Ändring −21,0", "Ändring −20,0"),
    ("REGION", "sentence", "lika mycket som nämndernas", "minus ", "plus "),
    ("REGION", "sentence", "Resultatet för", "bättre", "sämre"),
    ("REGION", "caption", "det största först", "största", "minsta"),
]


def test_every_statement_has_a_known_form_and_is_true(report_folder, example_data):
    assert problems_of_report(report_folder, example_data, FORMS) == []


@pytest.mark.parametrize("period", BUILT)
def test_every_line_of_a_period_s_page_is_true(period, built_output, example_data):
    assert problems_of_page(built_output / period, example_data, FORMS) == []


@pytest.mark.parametrize(("committee", "place", "says", "true", "false"), FALSE)
def test_a_false_statement_is_found(committee, place, says, true, false, built_period, example_data):
    folder = built_period / committee
    one = next(one for one in statements_of(folder) if one.place == place and says in one.text)
    word = next(word for word in true.split("|") if word in one.text)
    said = replace(one, text=one.text.replace(word, false, 1))
    facts = Facts(folder, example_data)
    assert problems([one], facts, FORMS) == []
    assert len(problems([said], facts, FORMS)) >= 1


def test_an_unknown_statement_says_where_it_stands_and_where_it_is_taught(built_period, example_data):
    unknown = Statement("2024-04/DNHS", "title", "diagram-x", "Medicin är bäst i klassen")
    assert problems([unknown], Facts(built_period / "DNHS", example_data), FORMS) == [
        "2024-04/DNHS, diagram-x (title): Medicin är bäst i klassen\n"
        "    has no known form: teach it in tests/claims/forms"
    ]


def test_every_form_stands_in_a_report_or_has_an_example_by_hand(built_output):
    found = examples(sample_statements(built_output), FORMS)
    without = [form.name for form in FORMS if form.name not in found and not form.example]
    both = [form.name for form in FORMS if form.name in found and form.example and not isinstance(form, TextForm)]
    assert (without, both) == ([], [])


def test_the_catalogue_in_docs_is_the_forms_and_the_reports_(built_output):
    page = (PROJECT / "docs" / "meningar.md").read_text(encoding="utf-8")
    assert page == catalogue(built_output), "make docs"
