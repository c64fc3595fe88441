"""The papermill engine `followup`: a notebook's cells run in this very process instead of in a kernel of its own.

papermill loads this module by its entry point while papermill itself is being imported, so nothing else imports it:
ask `papermill.engines` for the engine by name.

The shell is ipykernel's own and its messages are made into outputs by nbclient, so a notebook gets the outputs that
a kernel would have given it. Only the socket between the two is missing: `Delivery` hands each message over at once.
State (modules, rcParams, warnings already shown) stays in the process. Whoever uses the engine gives every notebook a
process of its own: see `followup.run.pool`.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.displayhook import ZMQShellDisplayHook
from ipykernel.zmqshell import ZMQDisplayPublisher, ZMQInteractiveShell
from jupyter_client.session import Session
from nbclient import NotebookClient
from papermill.engines import Engine
from traitlets import Any as AnyTrait
from traitlets.config import Config

INLINE_BACKEND = "module://matplotlib_inline.backend_inline"


class InProcessShell(ZMQInteractiveShell):
    """ipykernel's shell without a kernel. The name of its base class is how pandas knows that a notebook is asking."""

    def init_environment(self) -> None:
        """Leaves the environment alone: a kernel sets colour variables there, and this process is not a kernel's."""

    def enable_gui(self, gui: Any = None) -> None:
        """Does nothing: there is no event loop to hand over."""


class Delivery(Session):
    """A Jupyter session whose messages go straight to the cell that is running."""

    receive = AnyTrait()

    def send(
        self,
        stream: object,
        msg_or_type: dict[str, Any] | str,
        content: dict[str, Any] | None = None,
        parent: dict[str, Any] | None = None,
        *_: object,
        **__: object,
    ) -> dict[str, Any]:
        """Hands a message over. `stream`, the socket, is always None here."""
        message = msg_or_type if isinstance(msg_or_type, dict) else self.msg(msg_or_type, content, parent)
        self.receive(message)
        return message


class _Stream(io.TextIOBase):
    """stdout or stderr of a cell: what is written becomes a stream message when something else is shown."""

    def __init__(self, name: str, session: Delivery) -> None:
        self.name = name
        self._session = session
        self._parts: list[str] = []

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._parts.append(text)
        return len(text)

    def flush(self) -> None:
        text, self._parts = "".join(self._parts), []
        if text:
            self._session.send(None, "stream", {"name": self.name, "text": text})


class InProcessEngine(Engine):  # type: ignore[misc]
    """Runs the cells one after another in a fresh shell, without the user's configuration, startup files or history."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Fills in outputs and execution counts in `nb_man.nb`. Stops at the first cell that fails.

        A cell tagged `raises-exception` may fail and one tagged `skip-execution` is passed over, as in nbclient.
        """
        client = NotebookClient(nb_man.nb)
        client.reset_execution_trackers()
        session = Delivery()
        with _shell(session) as shell:
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                try:
                    if _runs(cell) and not _run(shell, session, client, cell, index):
                        nb_man.cell_exception(cell, cell_index=index)
                        break
                finally:
                    nb_man.cell_complete(cell, cell_index=index)


def _runs(cell: Any) -> bool:
    if cell.cell_type != "code" or not cell.source.strip():
        return False
    return "skip-execution" not in cell.metadata.get("tags", [])


def _run(shell: InProcessShell, session: Delivery, client: NotebookClient, cell: Any, index: int) -> bool:
    """True if the notebook goes on after this cell."""
    cell.outputs = []
    client.clear_before_next_output = False
    cell.execution_count = shell.execution_count
    session.receive = lambda message: client.process_message(message, cell, index)
    result = shell.run_cell(cell.source, store_history=True)  # type: ignore[no-untyped-call]
    sys.stdout.flush()
    sys.stderr.flush()
    return result.success or "raises-exception" in cell.metadata.get("tags", [])


@contextmanager
def _shell(session: Delivery) -> Iterator[InProcessShell]:
    """A shell that stands in for the kernel's, with stdout and stderr of the process; all is put back afterwards."""
    settings = Config()
    settings.HistoryManager.enabled = False
    kept = sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"], os.environ.get("MPLBACKEND")
    with tempfile.TemporaryDirectory(prefix="followup-shell-") as folder:
        InProcessShell.clear_instance()
        shell = InProcessShell.instance(config=settings, ipython_dir=folder, compiler_class=XCachingCompiler)
        hook, publisher = shell.displayhook, shell.display_pub
        # ipykernel's shell has ipykernel's own two, which send what is shown to the session.
        assert isinstance(hook, ZMQShellDisplayHook)
        assert isinstance(publisher, ZMQDisplayPublisher)
        hook.session = publisher.session = session
        sys.stdout, sys.stderr = _Stream("stdout", session), _Stream("stderr", session)
        os.environ.setdefault("MPLBACKEND", INLINE_BACKEND)
        _show_open_charts(shell)
        try:
            yield shell
        finally:
            sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"] = kept[:4]
            if kept[4] is None:
                os.environ.pop("MPLBACKEND", None)
            InProcessShell.clear_instance()


def _show_open_charts(shell: InProcessShell) -> None:
    """Tells pyplot to show charts after each cell, where it was imported before the shell existed.

    Where it was not, it finds the shell by itself when a cell imports it.
    """
    if "matplotlib.pyplot" in sys.modules:
        shell.enable_matplotlib("inline")  # type: ignore[no-untyped-call]
