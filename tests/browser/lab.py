"""JupyterLab on a folder, and what somebody does there in the browser: opens a notebook, chooses in a menu, waits.

Nothing waits for a time. JupyterLab gives its application to the page (`--expose-app-in-browser`), which knows when a
notebook is open, when its cells have been executed and whether it is trusted.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from followup.ground.paths import PROJECT

TOKEN = "endast-for-prov"
PATIENCE = 120
# What is a person's own or asks the network: nothing of it may stand between the test and the notebook.
SETTINGS = {"notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True}}
OWN = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "JUPYTERLAB_WORKSPACES_DIR")
# The notebook that `opened` opened.
NOTEBOOK = "window.notebook"


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, and the folder that it shows."""

    url: str
    folder: Path


@contextmanager
def running(folder: Path, home: Path) -> Iterator[Lab]:
    """JupyterLab on `folder`, with `home` for all that it keeps of its own. Its processes are gone afterwards."""
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    for name, content in SETTINGS.items():
        (settings / f"{name}.jupyterlab-settings").write_text(json.dumps(content), encoding="utf-8")
    own = {name: str(home / name.lower()) for name in OWN} | {"JUPYTERLAB_SETTINGS_DIR": str(home / "settings")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--no-browser", "--allow-root", "--expose-app-in-browser", f"--ServerApp.root_dir={folder}"]
    address = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    with (home / "lab.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *words, *address],
            env=os.environ | own | {"PYTHONPATH": str(PROJECT), "LC_ALL": "C.UTF-8"},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield Lab(f"http://127.0.0.1:{port}", folder)
    finally:
        _ended(process)


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Asks the server to end, which ends its kernels; whatever of its group is left is ended after that."""
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
    finally:
        # A group without processes is what is hoped for.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(browser: Any, asked: Any) -> Any:
    """What `asked` gives when it gives something: a function, or a text that is an expression in the page."""
    from selenium.common.exceptions import StaleElementReferenceException
    from selenium.webdriver.support.ui import WebDriverWait

    ask = asked if callable(asked) else lambda: browser.execute_script(f"return {asked}")
    waiting = WebDriverWait(browser, PATIENCE, ignored_exceptions=(StaleElementReferenceException,))
    return waiting.until(lambda _: ask(), message=str(asked))


def opened(browser: Any, lab: Lab, notebook: str, theme: str = "JupyterLab Light") -> None:
    """The notebook in JupyterLab, alone, with a kernel that answers."""
    until(browser, lambda: _answers(lab))
    browser.get(f"{lab.url}/lab?token={TOKEN}&reset")
    until(browser, "window.jupyterapp !== undefined")
    told(browser, "jupyterapp.restored")
    told(browser, f"jupyterapp.commands.execute('apputils:change-theme', {{theme: '{theme}'}})")
    until(browser, f"document.body.dataset.jpThemeName === '{theme}'")
    widget = f"jupyterapp.commands.execute('docmanager:open', {{path: '{notebook}'}})"
    told(browser, f"{widget}.then(opened => {{ {NOTEBOOK} = opened; return opened.context.ready }})")
    until(browser, f"{NOTEBOOK}.context.sessionContext.session?.kernel?.status === 'idle'")


def told(browser: Any, promise: str) -> None:
    """Waits for a promise in the page. Raises AssertionError with what it was refused by."""
    refused = browser.execute_async_script(
        f"const done = arguments[0]; Promise.resolve({promise}).then(() => done(''), error => done(`${{error}}`))"
    )
    assert refused == "", promise


def _answers(lab: Lab) -> bool:
    try:
        with urlopen(f"{lab.url}/api?token={TOKEN}") as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError):
        return False


def choose(browser: Any, *labels: str) -> None:
    """Clicks through a menu: its label in the bar, then an entry or a submenu and its entry."""
    first, *others = labels
    browser.execute_script(f"jupyterapp.shell.activateById({NOTEBOOK}.id)")
    until(browser, f"jupyterapp.shell.currentWidget === {NOTEBOOK}")
    until(browser, lambda: _named(browser, ".lm-MenuBar-itemLabel", first)).click()
    for label in others:
        until(browser, lambda label=label: _named(browser, ".lm-Menu-itemLabel", label)).click()


def _named(browser: Any, selector: str, label: str) -> Any:
    found = browser.find_elements("css selector", selector)
    return next((one for one in found if one.text == label and one.is_displayed()), None)


def run_all(browser: Any) -> None:
    """Run > Run All Cells, until every cell has been executed or one of them has failed."""
    choose(browser, "Run", "Run All Cells")
    cells = f"[...{NOTEBOOK}.content.model.cells].filter(cell => cell.type === 'code')"
    failed = "cell.outputs.toJSON().some(output => output.output_type === 'error')"
    done = f"({cells}.every(cell => cell.executionCount !== null) || {cells}.some(cell => {failed}))"
    until(browser, f"{done} && {NOTEBOOK}.context.sessionContext.session.kernel.status === 'idle'")


def outputs(browser: Any) -> list[dict[str, Any]]:
    """Every output of the open notebook as JSON, in order."""
    told: list[dict[str, Any]] = browser.execute_script(
        f"return [...{NOTEBOOK}.content.model.cells].flatMap(cell => cell.outputs ? cell.outputs.toJSON() : [])"
    )
    return told
