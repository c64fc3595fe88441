"""Whatever can lie in a folder under a file's name is told in words, and nothing of it makes a run wait for ever."""

import os
import socket

import pytest

from followup.ground import plain_file
from followup.ground.plain_file import UnreadableFile, is_anything_at, read_plain_file

MOST = 1000


def refusal_of(path) -> tuple[str, str, str]:
    with pytest.raises(UnreadableFile) as caught:
        read_plain_file(path, MOST)
    return caught.value.found, caught.value.expected, caught.value.remedy


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bok.xlsx"


def test_a_file_is_read(path):
    path.write_bytes(b"abc")
    assert read_plain_file(path, MOST) == b"abc"


def test_nothing_there(path):
    with pytest.raises(FileNotFoundError):
        read_plain_file(path, MOST)
    assert not is_anything_at(path)


def test_a_folder(path):
    path.mkdir()
    assert refusal_of(path) == (
        "Här ligger en mapp med filens namn.",
        "En fil väntas.",
        "Byt namn på mappen och lägg dit filen.",
    )


OTHER = ("En vanlig fil väntas.", "Ta bort det som ligger här och lägg dit filen.")


def test_a_pipe_is_not_waited_for(path):
    os.mkfifo(path)
    assert refusal_of(path) == ("Här ligger en namngiven pipa med filens namn.", *OTHER)


def test_a_socket(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's whole path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("bok.xlsx")
        assert refusal_of(tmp_path / "bok.xlsx") == ("Här ligger en socket med filens namn.", *OTHER)


def test_a_device(path):
    path.symlink_to("/dev/zero")
    assert refusal_of(path) == ("Här ligger en enhet med filens namn.", *OTHER)


def test_links_that_lead_nowhere(path, tmp_path):
    path.symlink_to(tmp_path / "borta.xlsx")
    assert is_anything_at(path)
    assert refusal_of(path) == (
        "Här ligger en länk till en fil som inte finns.",
        "En fil väntas.",
        "Rätta länken, eller lägg dit själva filen.",
    )
    path.unlink()
    path.symlink_to(path)
    assert refusal_of(path)[0] == "Här ligger en länk som leder tillbaka till sig själv."


def test_a_name_that_is_too_long(tmp_path):
    assert refusal_of(tmp_path / ("x" * 300)) == (
        "Filens namn eller sökväg är för lång för att kunna öppnas.",
        "En kortare sökväg väntas.",
        "Korta namnet, eller lägg datamappen högre upp.",
    )


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (PermissionError(13, "denied"), "Filen kan inte läsas: läsrätt saknas."),
        (OSError(5, "input/output error"), "Filen kan inte läsas: systemet svarar EIO."),
    ],
)
def test_a_file_that_may_not_or_cannot_be_opened(path, monkeypatch, fault, found):
    path.write_bytes(b"abc")

    def refuse(*args):
        raise fault

    # Whoever runs the tests may be allowed to read everything.
    monkeypatch.setattr(plain_file.os, "open", refuse)
    assert refusal_of(path)[0] == found


def test_a_file_that_goes_away_between_two_looks(path, monkeypatch):
    path.write_bytes(b"abc")

    def gone(*args):
        path.unlink()
        raise FileNotFoundError(2, "gone")

    monkeypatch.setattr(plain_file.os, "open", gone)
    with pytest.raises(FileNotFoundError):
        read_plain_file(path, MOST)


def test_a_file_that_changes_while_it_is_read(path, monkeypatch):
    path.write_bytes(b"abc")
    status = os.fstat

    def later(handle):
        found = status(handle)
        path.write_bytes(b"abcdef")
        return found

    monkeypatch.setattr(plain_file.os, "fstat", later)
    assert refusal_of(path) == (
        "Filen ändrades medan den lästes.",
        "Filen ska vara densamma under hela läsningen.",
        "Kör igen när filen är sparad och färdigkopierad.",
    )


def test_a_file_that_is_too_large_is_not_read(path):
    with path.open("wb") as file:
        file.truncate(10**12)  # a terabyte that takes no room
    assert refusal_of(path) == (
        "Filen är 953675 MB stor.",
        "Filen är högst 0 MB.",
        "Kontrollera att det är rätt fil.",
    )
