"""YAML 1.2 scalars, line numbers, and what is refused."""

import os

import pytest

from followup.ground.errors import Problem
from followup.params.yaml_file import read_yaml


def read(tmp_path, text):
    path = tmp_path / "x.yml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path, "params/x.yml")


@pytest.mark.parametrize(
    "text", ["NO", "off", "yes", "012", "12:30", "1_000", "0x1F", "1e3", ".5", "2024-04", "=", "<<"]
)
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(tmp_path, text):
    assert read(tmp_path, f"key: {text}").content == {"key": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-12", -12),
        ("0", 0),
        ("1.5", 1.5),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ('"12"', "12"),
        ("'true'", "true"),
    ],
)
def test_plain_scalars(tmp_path, text, value):
    found = read(tmp_path, f"key: {text}").content["key"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_texts_and_lists_are_tuples(tmp_path):
    assert read(tmp_path, "2024: [a, 1]\nno: {off: x}").content == {"2024": ("a", 1), "no": {"off": "x"}}


def test_every_entry_knows_its_line(tmp_path):
    file = read(tmp_path, "# comment\nfirst:\n  - code: A\n    name: b\n  - code: B\n")
    assert file.line(("first", 0, "name")) == 4
    assert file.line(("first", 1)) == 5
    # What does not exist has the line of what is around it.
    assert file.line(("first", 1, "name")) == 5


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            Problem(
                "params/x.yml",
                cell="rad 3",
                found="Nyckeln ”a” står två gånger, första gången på rad 1.",
                expected="Varje nyckel får stå en gång.",
                remedy="Ta bort den ena.",
            ),
        ),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            Problem(
                "params/x.yml",
                cell="rad 1",
                found="Värdet har taggen ”tag:yaml.org,2002:python/object/apply:os.system”.",
                expected="Taggar används inte i params.",
                remedy="Ta bort taggen.",
            ),
        ),
        (
            "a: &x [1]\nb: [*x, *x]\n",
            Problem(
                "params/x.yml",
                found="Filen använder alias (”*namn”).",
                expected="Varje värde skrivs ut.",
                remedy="Skriv ut värdet där det används.",
            ),
        ),
        (
            "a:\n  " + "[" * 1_000 + "]" * 1_000 + "\n",
            Problem(
                "params/x.yml",
                cell="rad 2",
                found="Fler än 40 listor eller grupper ligger inuti varandra.",
                expected="Filen har den form som de andra filerna i params har.",
                remedy="Rätta indragen.",
            ),
        ),
        (
            "a: [1, 2\nb: 3\n",
            Problem(
                "params/x.yml",
                cell="rad 2",
                found="Filen kan inte läsas som YAML från och med den här raden.",
                expected="Indrag, kolon, citattecken och klamrar ska följa YAML.",
                remedy="Jämför med raderna ovanför, som går att läsa.",
            ),
        ),
    ],
)
def test_what_is_refused(tmp_path, text, problem):
    assert read(tmp_path, text).problems == [problem]


def test_a_missing_file_and_another_encoding(tmp_path):
    (tmp_path / "latin.yml").write_bytes("a: å".encode("latin-1"))
    assert read_yaml(tmp_path / "none.yml", "params/none.yml").problems == [
        Problem(
            "params/none.yml",
            found="Filen saknas.",
            expected="Filen måste finnas för att rapporten ska kunna byggas.",
            remedy="Lägg tillbaka filen i params.",
        )
    ]
    assert read_yaml(tmp_path / "latin.yml", "params/latin.yml").problems == [
        Problem(
            "params/latin.yml",
            found="Filen är inte sparad som UTF-8.",
            expected="Parameterfiler sparas som UTF-8.",
            remedy="Spara om filen med kodningen UTF-8.",
        )
    ]


MANY = "Rätta talet, eller sätt citattecken kring det om det är en kod."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("9" * 5000, "9" * 29 + "…"),
        ("1234567890123456", "1234567890123456"),
        ("1." + "1" * 400, "1." + "1" * 27 + "…"),
        ("9" * 400 + ".0", "9" * 29 + "…"),
        ("1.0e999", "1.0e999"),
        ("-1.5e15", "-1.5e15"),
    ],
)
def test_a_number_that_nothing_can_hold(tmp_path, text, shown):
    path = tmp_path / "f.yml"
    path.write_text(f"year: 2024\nlimit: {text}\n", encoding="utf-8")
    file = read_yaml(path, "params/f.yml")
    assert file.problems == [
        Problem(
            "params/f.yml",
            "",
            "rad 2",
            f"Talet ”{shown}” har fler än 15 siffror.",
            "Ett tal i params har högst 15 siffror.",
            MANY,
        )
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("123456789012345", 123456789012345), ("1e3", "1e3"), ("1.5e3", 1500.0), ("0.1", 0.1)]
)
def test_a_number_of_fifteen_digits(tmp_path, text, value):
    path = tmp_path / "f.yml"
    path.write_text(f"limit: {text}\n", encoding="utf-8")
    assert read_yaml(path, "params/f.yml").content == {"limit": value}


def test_half_a_character(tmp_path):
    path = tmp_path / "f.yml"
    path.write_text('name: "a\\ud800b"\n', encoding="utf-8")
    file = read_yaml(path, "params/f.yml")
    assert [problem.cell for problem in file.problems] == ["rad 1"]


def test_a_folder_a_pipe_and_a_huge_file(tmp_path):
    path = tmp_path / "f.yml"
    path.mkdir()
    assert read_yaml(path, "f").problems[0].found == "Här ligger en mapp med filens namn."
    path.rmdir()
    os.mkfifo(path)
    assert read_yaml(path, "f").problems[0].found == "Här ligger en namngiven pipa med filens namn."
    path.unlink()
    path.write_bytes(b"#" * (2**21 + 1))
    assert read_yaml(path, "f").problems[0].message == (
        "Filen är 3 MB stor. Filen är högst 2 MB. Kontrollera att det är rätt fil."
    )
