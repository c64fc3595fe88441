"""Kolada's cached files: what they say is read as it stands, and everything that is wrong is told with its cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from followup.ground.figure import Cells
from followup.ground.paths import PROJECT
from followup.ground.wording import quoted
from followup.params.kolada_params import ComparedIndicator, KoladaFile
from followup.params.params_problems import validated
from followup.params.yaml_file import read_yaml
from followup.tables.kolada import kolada_files, load_kolada

FETCH = "Hämta filen på nytt från Kolada; ändra inget för hand."
FILES = {
    "kolada_regioner_lang.csv": "kpi,region_id,region,ar,varde\nN1,0000,Riket,2022,80\nN1,0013,Halland,2022,85.5\n",
    "kolada_enheter.csv": "id,title,type\n0000,Riket,L\n0013,Region Halland,L\n1380,Halmstad,K\n",
    "kolada_kpi_meta_urval.csv": "kpi,namn,titel,enhet,beskrivning\nN1,Tid,Tid till vård,andel (%),Andel i tid.\n",
    "kolada_kpi_katalog_regioner_L.csv": "id,title,publ_period,publication_date\nN1,Tid,2022,2023-03-06\n",
}


def chosen(**changes) -> KoladaFile:
    one = ComparedIndicator(
        kpi="N1", group="6", name="I tid", unit="%", decimals=1, direction="higher", committees=("DNHS",)
    )
    return KoladaFile(region="0013", country="0000", plan=2024, groups={}, indicators=(one,)).model_copy(update=changes)


@pytest.fixture
def read(tmp_path):
    """Reads a folder with the files above, some of them changed or (None) left out."""

    def _read(files: dict[str, str | bytes | None] | None = None, params: KoladaFile | None = None):
        folder = tmp_path / "kolada"
        folder.mkdir(exist_ok=True)
        for name, text in {**FILES, **(files or {})}.items():
            if text is not None:
                (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_kolada(tmp_path, params or chosen())

    return _read


def messages(kolada) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in kolada.problems]


def test_a_value_knows_its_cell(read):
    kolada = read()
    figure = kolada.values.where(kpi="N1", region="0013", year="2022").figure("value")
    assert figure.value == 85.5
    assert figure.origin == (Cells("kolada/kolada_regioner_lang.csv", "", "E", ((3, 3),)),)
    assert kolada.regions == {"0013": "Region Halland"}
    assert kolada.problems == ()
    assert [file.name for file in kolada.files] == [
        "kolada/kolada_regioner_lang.csv",
        "kolada/kolada_enheter.csv",
        "kolada/kolada_kpi_meta_urval.csv",
        "kolada/kolada_kpi_katalog_regioner_L.csv",
    ]
    assert sorted(file.name for file in kolada.files) == kolada_files()


def test_columns_may_stand_in_another_order(read):
    kolada = read({"kolada_regioner_lang.csv": "varde,ar,region_id,kpi\n80,2022,0000,N1\n85.5,2022,0013,N1\n"})
    figure = kolada.values.where(region="0013").figure("value")
    assert (figure.value, figure.origin[0].address) == (85.5, "A3")


def test_an_empty_value_is_missing(read):
    kolada = read({"kolada_regioner_lang.csv": FILES["kolada_regioner_lang.csv"] + "N1,0013,Halland,2023,\n"})
    assert kolada.problems == ()
    assert kolada.values.where(year="2023", region="0013").figure("value").is_missing


def test_definitions_and_the_day_of_publication(read):
    kolada = read()
    assert (kolada.definitions["N1"].title, kolada.definitions["N1"].description) == ("Tid till vård", "Andel i tid.")
    assert kolada.published_on("N1") == date(2023, 3, 6)
    assert kolada.published_on("N2") is None


def test_a_publication_to_come_is_not_the_day_of_what_is_there(read):
    kolada = read({"kolada_kpi_katalog_regioner_L.csv": "id,publ_period,publication_date\nN1,2023,2024-03-06\n"})
    assert kolada.published_on("N1") is None
    assert kolada.definitions["N1"].published_on == date(2024, 3, 6)


def test_without_the_folder_there_is_nothing_to_compare(tmp_path):
    kolada = load_kolada(tmp_path, chosen())
    assert not kolada.is_there
    assert kolada.problems == ()


def test_every_cell_that_cannot_be_read_is_told_with_its_place(read):
    values = FILES["kolada_regioner_lang.csv"] + (
        'N1,0099,Atlantis,2021,80\nN1,0013,Halland,21,80\nN1,0013,Halland,2021,"80,5"\n,0013,Halland,2021,80\n'
        "N1,0013,Halland,2022,86\nN1,0013,2020,80\n"
    )
    kolada = read({"kolada_regioner_lang.csv": values})
    place = "kolada/kolada_regioner_lang.csv, cell"
    assert messages(kolada) == [
        f"{place} B4: Regionen ”0099” i kolumnen ”region_id” finns inte. Regionerna i kolada/kolada_enheter.csv har id "
        f"från 0000 till 0013. {FETCH}",
        f"{place} D5: Året ”21” i kolumnen ”ar” är inget år. Ett år skrivs med fyra siffror. {FETCH}",
        f"{place} E6: Värdet ”80,5” i kolumnen ”varde” är inget tal. Kolada skriver tal med decimalpunkt, som 86.8. "
        f"{FETCH}",
        f"{place} A7: Nyckeltalets id saknas i kolumnen ”kpi”. Varje rad har ett id, som N79173. {FETCH}",
        f"{place} A8: Nyckeltalet N1 står två gånger för region 0013 år 2022, första gången på rad 3. Varje region har "
        f"ett värde per nyckeltal och år. {FETCH}",
        f"{place} A9: Raden har 4 kolumner. Varje rad har 5 kolumner. {FETCH}",
    ]


@pytest.mark.parametrize("value", ["nan", "inf", "1e5", "1 200", "..", "80.5 %", "0x10", "9" * 400])
def test_only_plain_numbers_are_values(read, value):
    kolada = read({"kolada_regioner_lang.csv": f"kpi,region_id,ar,varde\nN1,0013,2022,{value}\n"})
    assert messages(kolada)[0].startswith(
        f"kolada/kolada_regioner_lang.csv, cell D2: Värdet {quoted(value)} i kolumnen ”varde” är inget tal."
    )


def test_a_row_is_counted_as_a_spreadsheet_counts_it(read):
    text = 'id,title,publ_period,publication_date\nN0,"två\nrader",2022,2023-03-06\nN1,Tid,2022,6 mars\n'
    assert messages(read({"kolada_kpi_katalog_regioner_L.csv": text})) == [
        "kolada/kolada_kpi_katalog_regioner_L.csv, cell D3: Här står ”6 mars” i kolumnen ”publication_date”. Ett datum "
        f"som 2026-03-06 väntas. {FETCH}"
    ]


def test_a_column_or_a_file_that_is_missing(read):
    kolada = read({"kolada_regioner_lang.csv": "kpi,region,ar,varde\nN1,0013,2022,80\n", "kolada_enheter.csv": None})
    assert messages(kolada) == [
        f"kolada/kolada_enheter.csv: Filen saknas. Den behövs för jämförelsen. {FETCH}",
        "kolada/kolada_regioner_lang.csv, rad 1: Kolumnen ”region_id” saknas. Rubriker som behövs är kpi, region_id, "
        "ar och varde; här står kpi, region, ar och varde. Menades ”region”?",
    ]


def test_another_coding(read):
    assert messages(read({"kolada_enheter.csv": "id,title,type\n0014,Västra,L\n".encode("latin-1")})) == [
        f"kolada/kolada_enheter.csv: Filen är inte sparad som UTF-8. Filen ska ha kodningen UTF-8. {FETCH}"
    ]


@pytest.mark.parametrize(
    ("end", "message"),
    [
        (
            # A text that never ends: the module of the language refuses it.
            '"' + "x" * 200_000,
            "Filen kan inte delas upp i rader och kolumner. Varje citattecken som inleder en text avslutar den också.",
        ),
        ("x" * 20 * 1024**2, "Filen är 20 MB. En fil från Kolada är högst 20 MB."),
    ],
)
def test_a_file_that_is_no_table_or_too_large(read, end, message):
    assert messages(read({"kolada_enheter.csv": FILES["kolada_enheter.csv"] + end})) == [
        f"kolada/kolada_enheter.csv: {message} {FETCH}"
    ]


def test_a_file_that_cannot_be_opened(read, tmp_path):
    (tmp_path / "kolada" / "kolada_enheter.csv").mkdir(parents=True)
    assert messages(read({"kolada_enheter.csv": None})) == [
        "kolada/kolada_enheter.csv: Här ligger en mapp med filens namn. En fil väntas. Byt namn på mappen och lägg dit "
        "filen."
    ]


def test_a_heading_that_stands_twice(read):
    assert messages(read({"kolada_enheter.csv": "id,title,type,id\n0000,Riket,L,1\n"})) == [
        "kolada/kolada_enheter.csv, rad 1: Kolumnen ”id” står två gånger. Varje rubrik får stå en gång. " + FETCH
    ]


def test_control_characters_are_left_out(read):
    kolada = read(
        {"kolada_kpi_meta_urval.csv": "kpi,namn,titel,enhet,beskrivning\nN1,Tid,Tid\x00 till\u202e vård,%,A\n"}
    )
    assert kolada.definitions["N1"].title == "Tid till vård"


def test_what_params_ask_for_and_the_files_lack(read):
    other = ComparedIndicator(
        kpi="N9", group="6", name="Annat", unit="%", decimals=1, direction="lower", committees=("DNHS",)
    )
    kolada = read(params=chosen(region="0014", indicators=(*chosen().indicators, other)))
    assert messages(kolada) == [
        "kolada/kolada_enheter.csv: Id ”0014” finns inte bland regionerna. params/kolada.yml har det som region. Rätta "
        "id:t i params/kolada.yml.",
        "kolada/kolada_regioner_lang.csv: Nyckeltalet ”N9”, Annat, har inga värden. params/kolada.yml har med det i "
        "jämförelsen. Hämta dess värden från Kolada, eller ta bort det ur params/kolada.yml.",
    ]
    assert [str(problem.severity) for problem in kolada.problems] == ["fel", "varning"]


def test_a_changed_file_is_read_again(read, tmp_path):
    before = read()
    assert load_kolada(tmp_path, chosen()) is before
    after = read({"kolada_regioner_lang.csv": FILES["kolada_regioner_lang.csv"] + "N1,0013,Halland,2023,86\n"})
    assert len(after.values) == 3


# The files in data/example -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def project() -> KoladaFile:
    file = read_yaml(PROJECT / "params" / "kolada.yml", "params/kolada.yml")
    return validated(file, KoladaFile, file.content)


def test_the_example_s_files_are_whole(project):
    kolada = load_kolada(PROJECT / "data" / "example", project)
    assert kolada.problems == ()
    assert len(kolada.regions) == 21
    # By hand, in the files: `grep ^N79221,0013,.*,2023` and the like.
    known = {("N79221", "0013", "2023"): 86.8, ("N63133", "0000", "2022"): -1.2, ("U79119", "0013", "2025"): 31.5}
    for (kpi, region, year), value in known.items():
        assert kolada.values.where(kpi=kpi, region=region, year=year).figure("value").value == value


def test_an_origin_points_at_the_line_of_the_value(project):
    kolada = load_kolada(PROJECT / "data" / "example", project)
    figure = kolada.values.where(kpi="N79221", region="0013", year="2023").figure("value")
    lines = Path(PROJECT, "data", "example", figure.origin[0].workbook).read_text(encoding="utf-8").splitlines()
    assert lines[figure.origin[0].rows[0][0] - 1] == "N79221,0013,Region Halland,2023,86.8"


def test_the_region_has_all_indicators_and_a_committee_its_own(project):
    assert [one.kpi for one in project.of("DNPSH")] == ["U79049", "U79119", "N74000"]
    assert project.of("REGION") == list(project.indicators)
    assert project.of("DNKS") == []
