"""The one list of a report's files: what makes each can be found, and no two have the same name."""

from __future__ import annotations

from pkgutil import resolve_name

import pytest
import samples

from followup.document.document import Document
from followup.formats.files import FILES, FORMATS, NOTEBOOK, PAGE, ReportFile, linked_files
from followup.run.manifest import NAME as MANIFEST
from followup.run.publication import TRACES


@pytest.mark.parametrize("file", FORMATS, ids=lambda file: file.key)
def test_what_makes_a_format_is_there(file: ReportFile) -> None:
    assert callable(resolve_name(file.made_by))
    assert file.label


def test_a_text_is_written_as_utf_8() -> None:
    document = Document(samples.cover(), (samples.cover(),))
    figures = next(file for file in FORMATS if file.key == "figures")
    assert figures.made(document) == resolve_name(figures.made_by)(document).encode("utf-8")


def test_no_two_files_in_a_report_s_folder_have_the_same_name() -> None:
    names = [*(file.name for file in FILES), MANIFEST, *TRACES]
    assert len(set(names)) == len(names)
    assert len({file.key for file in FILES}) == len(FILES)


def test_the_page_links_to_every_file_but_itself_and_last_to_what_they_are_made_from() -> None:
    assert set(linked_files()) == set(FILES) - {PAGE}
    assert linked_files()[-1] == NOTEBOOK
