"""Tables in the shapes of offices: where they are, months, totals, differences."""

from __future__ import annotations

from tests.proposal_cases import column_of, keys_of, proposal, proposals, proposed, written


def test_each_table_of_a_sheet_is_found_by_its_title() -> None:
    first, second = proposals("Drift\nNämnd | Budget\nKultur | 1\n\nInvesteringar\nNämnd | Budget\nKultur | 2")
    assert (first.name, first.keys.get("after"), first.keys["before"]) == ("drift", None, "Investeringar")
    assert (second.name, second.keys["after"], second.keys.get("before")) == ("investeringar", "Investeringar", None)


def test_two_rows_of_headings_are_groups() -> None:
    table = proposal("| 2024 | | 2023\nVerksamhet | Budget | Utfall | Utfall\nBibliotek | 11 | 12 | 10")
    assert table.keys["heading_rows"] == 2
    assert [column.group for column in table.columns] == ["", "2024", "2024", "2023"]


def test_notes_and_titles_are_no_headings() -> None:
    table = proposal("Budget 2024\nBelopp i tkr | Källa: systemet\nNämnd | Budget\nKultur | 1\n* Preliminärt")
    assert table.place == "rubrikraden är rad 3"
    assert "empty" not in keys_of(table, "Budget")


def test_months_are_one_column() -> None:
    table = proposal("Konto | Utfall jan | Utfall feb | Helår\n'4010 | 10 | 20 | 30\n'5010 | 1 | 2 | 3")
    assert keys_of(table, "{month}") == {"type": "period"}
    assert keys_of(table, "Utfall {month}") == {"type": "amount", "sign": "ledger"}
    assert column_of(table, "Helår").left_out == "är summan av månaderna i ”Utfall {month}”"
    assert table.keys["key"] == ["period", "account"]


def test_accumulated_months_are_told_by_their_heading_and_else_asked() -> None:
    told = proposal("Konto | Utfall ack jan | Utfall ack feb\n'4010 | 10 | 20")
    assert keys_of(told, "Utfall ack {month}")["from_accumulated"] is True
    asked = proposal("Konto | jan | feb | mar\n'4010 | 10 | 20 | 30\n'5010 | 1 | 2 | 3")
    assert keys_of(asked, "{month}") == {"type": "period"}
    (months,) = [column for column in asked.columns if len(column.positions) == 3]
    assert months.keys["from_accumulated"] == "FRÅGA"
    assert months.questions[-1] == (
        "Talen växer från månad till månad på nästan varje rad. Är de ackumulerade? Skriv from_accumulated: true om de "
        "är det, annars false."
    )


def test_the_years_amount_beside_months_is_asked_about() -> None:
    table = proposal("Konto | Årsbudget | Utfall jan | Utfall feb\n'4010 | 120 | 11 | 9")
    assert "spread" not in keys_of(table, "Årsbudget")
    assert (
        column_of(table, "Årsbudget").questions[0].startswith("Kolumnen ”Årsbudget” har ett tal för hela tiden bredvid")
    )


def test_months_of_another_year_are_left_out() -> None:
    table = proposal("Konto | 2023-01 | 2024-01 | 2023-02 | 2024-02\n'4010 | 1 | 10 | 2 | 20")
    assert [column.left_out for column in table.columns if column.left_out] == ["är en månad av ett annat år"] * 2


def test_a_sum_in_words_of_its_own_is_told_by_arithmetic() -> None:
    table = proposal("Enhet | Budget | Utfall\nSkola | 20 | 21\nBad | 10 | 11\nHela förvaltningen | 30 | 32")
    assert table.keys["total_row"] == {"column": "unit", "words": ["Hela förvaltningen"]}


def test_a_sum_that_may_be_chance_is_asked_about() -> None:
    table = proposal("Enhet | Budget\nSkola | 20\nBad | 10\nIshall | 30")
    assert "total_row" not in table.keys
    assert table.questions[0] == (
        "Är ”Ishall” en summa av andra rader? Talen stämmer, men det kan vara en slump. Skriv i så fall "
        "total_row: {column: unit, words: [Ishall]}."
    )


def test_the_results_of_a_statement_are_sums_of_all_above() -> None:
    # Hallsbergs kommun, årsredovisning 2019, mnkr.
    table = proposal(
        "Belopp i mnkr | Utfall 2019 | Utfall 2018\nVerksamhetens intäkter | 269 | 522\n"
        "Verksamhetens kostnader | -1116 | -1344\nAvskrivningar | -25 | -31\n"
        "Verksamhetens nettokostnader | -872 | -853\n"
        "Skatteintäkter | 705 | 683\nStatsbidrag och utjämning | 212 | 203\nVerksamhetens resultat | 45 | 33"
    )
    assert table.keys["total_row"]["words"] == ["Verksamhetens nettokostnader", "Verksamhetens resultat"]
    assert keys_of(table, "Utfall 2019") == {"type": "amount", "unit": "mnkr", "sign": "result"}


def test_rows_that_sum_those_below_are_asked_about() -> None:
    table = proposal(
        "Nämnd | Budget | Utfall\nStyrelse | 30 | 31\nLedning | 20 | 21\nIT | 10 | 10\nSkola | 7 | 9\nBad | 5 | 6"
    )
    assert table.questions[0] == (
        "Är ”Styrelse” summan av raderna under? Då räknas de två gånger. Skriv i så fall total_row: {column: "
        "namnd, words: [Styrelse]}."
    )


def test_a_units_row_above_its_parts_is_their_total() -> None:
    table = proposal(
        "Enhet | Underenhet | Budget\nSkola | | 30\nSkola | Lärare | 20\nSkola | Lokaler | 10\n"
        "Bad | | 5\nBad | Hall | 5"
    )
    assert table.keys["total_row"] == {"column": "unit", "blank": "underenhet"}


def test_a_difference_of_other_columns_is_left_out() -> None:
    table = proposal("Verksamhet | Budget | Utfall | Avvikelse\nSkola | 10 | 12 | -2\nBad | 5 | 4 | 1")
    assert column_of(table, "Avvikelse").left_out == (
        "är ”Budget” minus ”Utfall” på varje rad; rapporten räknar ut det själv"
    )


def test_rows_of_another_kind_are_asked_about() -> None:
    table = proposal("Post | Belopp\nIntäkter | 10\nKostnader | -30\nAntal årsarbetare | 7")
    assert table.questions[0] == (
        "”Antal årsarbetare” är av ett annat slag än övriga rader. Ta bort dem ur tabellen i arbetsboken, "
        "eller ge dem en egen."
    )


def test_a_sentence_below_a_table_is_none_of_its_rows() -> None:
    # Simrishamns kommun, årsbokslut 2025, tkr.
    table = proposal(
        "Bidrag, tkr | Bokslut | Bokslut\n | 2024 | 2025\nDriftbidrag | -926 | -925\nUtvecklingsbidrag | -297 | -198\n"
        "Fördelning av föreningsbidrag under 2025."
    )
    assert table.place == "rubrikraden är rad 2 med grupper på rad 1"
    assert [column.keys.get("empty") for column in table.columns] == [None, None, None]


def test_words_alone_on_their_row_are_asked_about() -> None:
    table = proposal("Projekt | Budget\nPågående | \nGarvaren | 3\nHafreborg | 1")
    assert (
        "”Pågående” står utan tal. Är det en rubrik för raderna under: skriv en kolumn med group_row: true. Saknas "
        "talen bara: låt empty: allowed stå."
    ) in table.questions


def test_the_same_word_in_every_column_is_no_heading() -> None:
    table = proposal(
        "Statistik | Bokslut 2024 | Bokslut 2025 | Budget 2025\nAntal besökare | | |\n"
        "Simhallen | Stängt | Stängt | Stängt\nBadet | 7519 | 8035 | 7000"
    )
    assert [column.header for column in table.columns] == ["Statistik", "Bokslut 2024", "Bokslut 2025", "Budget 2025"]


def test_a_sentence_above_the_headings_is_no_group() -> None:
    sentence = "Skatteutgifterna har beräknats som skillnaden mot normen för varje post, och visas som de beslutades"
    table = proposal(f"{sentence} | av riksdagen.\nPost | Utfall | Prognos\nRäntor | 3 | 4\nResor | 1 | 2")
    assert "heading_rows" not in table.keys


def test_the_last_days_of_months_are_no_years() -> None:
    table = proposal("Post | Sep 30 | Nov 30 | Dec 31\nSkatt | 9 | 5 | 6\nAvgifter | 1 | 2 | 3")
    assert [column.header for column in table.columns] == ["Post", "Sep 30", "Nov 30", "Dec 31"]


def test_a_last_row_of_numbers_alone_is_a_total() -> None:
    table = proposal("Enhet | Budget (tkr)\nSkola | 20\nBad | 10\n | 30")
    assert (table.keys["key"], keys_of(table, "Enhet").get("empty")) == (["unit"], None)


def test_what_is_counted_says_no_row() -> None:
    assert proposal("Fylke | Antal lyspunkt\n | 12\n | 14\nOslo | 3").keys["key"] == "FRÅGA"


def test_a_short_table_of_text_may_be_none() -> None:
    table = proposal("Kontakt | Adress\ncontroller | Halmstad")
    assert table.questions == ["Är det en tabell? Den är kort och har bara text. Ska den inte läsas: ta bort den."]


def test_a_question_of_many_columns_names_them_by_letters() -> None:
    table = proposal(
        "Post | 2020 | 2021 | 2022 | 2023 | 2024 | 2025\nDrottningen | 1.5 | 2 | 3 | 4 | 5 | 6\n"
        "Hovet | 1 | 2 | 3 | 4 | 5 | 6"
    )
    assert table.questions[0] == (
        "Kolumn B, C, D, E, F och G: Är talen belopp (amount, med unit och sign), andra tal (number), antal (integer) "
        "eller koder (text)? Skriv type."
    )


def test_amounts_since_a_projects_start_are_no_outcome() -> None:
    table = proposal("Investeringar\nProjekt | Ack. utfall (mnkr) | Budget (mnkr)\nLarm | 3 | 5\nBad | 7 | 9")
    column = column_of(table, "Ack. utfall (mnkr)")
    assert column.keys["accumulated"] == "FRÅGA"
    assert column.questions == [
        "Räknas talen från januari: skriv accumulated: true. Räknas de från projektets start: ta bort kolumnen, de är "
        "inget utfall för året."
    ]


def test_a_total_that_differs_from_its_rows_is_told_with_its_cell(tmp_path) -> None:
    path = written(tmp_path, "Enhet | Kostnader (tkr)\nSkola | 20\nBad | 10\nSumma | 31")
    text = proposed(path).text
    assert "    # Provläst: 2 rader lästa, ingen summa stämmer och 1 gör det inte, inga fel.\n" in text
    assert "    #   B4: här står 31, men raderna är 30.\n" in text
