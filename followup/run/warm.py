"""What every report's process needs, done once in the parent before the first is forked."""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import pkgutil
import signal
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from followup.ground.paths import cache_folder

if TYPE_CHECKING:
    from followup.params.subject import Subject

# What a report uses, also what its modules import only when they need it. Whole packages: a module that is missing here
# is imported, and read anew from its source, by every process.
_PACKAGES = ("followup.document", "followup.charts", "followup.sections", "followup.formats")
_MODULES = (
    "papermill",
    "docx",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.magics.ast_mod",
    "IPython.core.magics.execution",
    "fontTools.pens.recordingPen",
    "fontTools.ttLib.tables._c_m_a_p",
    "fontTools.ttLib.tables._h_e_a_d",
    "fontTools.ttLib.tables._h_h_e_a",
    "fontTools.ttLib.tables._h_m_t_x",
    "fontTools.ttLib.tables._m_a_x_p",
    "fontTools.ttLib.tables._p_o_s_t",
    "fontTools.ttLib.ttFont",
    "jinja2",
    "matplotlib_inline.backend_inline",
    "matplotlib.backends.backend_svg",
    "mistune",
    "pandas.io.formats.html",
    "pandas.io.formats.string",
    "seaborn",
    "xlsxwriter",
    "followup.run.execution",
    "followup.run.manifest",
    "followup.reports.open",
    # Imported only: a first compilation would start threads here.
    "typst",
)


def usable_cores() -> int:
    """The cores that this process may use, which in a container can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def quick_imports() -> None:
    """Settings that must stand before the first heavy import, and that leave every result as it is."""
    # One report is one process: more threads in its numerics library would only fight over the same cores, and their
    # mere existence makes a fork unsafe.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    # jsonschema imports this only to be able to check addresses of the kind IRI, which no notebook has, and the import
    # compiles a grammar for more than a second; the next two are for durations, and for widgets in a notebook. None
    # means "not installed", which jsonschema and seaborn allow for.
    for name in ("rfc3987_syntax", "isoduration", "ipywidgets"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]


def warm_up() -> None:
    """Imports everything heavy, and builds what is built once for a process."""
    quick_imports()
    # Nothing that is imported becomes garbage, and looking for it takes a tenth of the time.
    gc.disable()
    try:
        for name in _MODULES:
            importlib.import_module(name)
        for package in _PACKAGES:
            for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
                importlib.import_module(module.name)
        importlib.import_module("followup.document.kinds").prepare()
    finally:
        gc.enable()
    # Compiles the schema of notebooks.
    nbformat = sys.modules["nbformat"]
    nbformat.validate(nbformat.v4.new_notebook())


def preload_sources(subjects: Iterable[Subject]) -> None:
    """Reads the reports' workbooks, once those who read ahead are done, so that the processes find them in memory.

    What is wrong in them is left for the reports that it concerns: they meet it again and tell about it.
    """
    from followup.sources.sources import preload

    for reader in multiprocessing.active_children():
        reader.join()
    # A fault in the program, too: the report that it concerns has a log of its own to tell it in.
    with suppress(Exception):
        preload(subjects)


def decide_protection(subjects: Iterable[Subject]) -> None:
    """Decides what is hidden of people, once for all the processes: they find it in memory.

    It is the same for all committees, so the first whose sources can be read will do. What goes wrong is met again by
    the reports, which tell about it.
    """
    from followup.analysis.people import staff_protection
    from followup.sources.sources import load_sources

    for subject in subjects:
        with suppress(Exception):
            sources = load_sources(subject)
            if sources.everyone:
                staff_protection.decided(sources.everyone, subject.period, subject.params)
            return


def read_ahead(subjects: Sequence[Subject]) -> None:
    """Starts parsing the workbooks on another core while this one imports, where none has been parsed before.

    The result comes by way of the cache on disk. Whatever goes wrong there is met again by `preload_sources` here.
    """
    if usable_cores() > 1 and not any(cache_folder().glob("*")):
        # Before the heavy imports: this process is still small and has no threads.
        context = multiprocessing.get_context("fork")
        context.Process(target=_read_quietly, args=(subjects,), daemon=True).start()


def _read_quietly(subjects: Sequence[Subject]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Exception):
        from followup.sources.sources import parse

        parse(subjects)


def settle() -> None:
    """Last before forking: what is in memory now stays shared, since the collector never touches it again."""
    gc.collect()
    gc.freeze()
