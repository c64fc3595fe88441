"""How the tests of the browser open a page, and ask axe-core about it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def opened(browser: Any, folder: Path, page: str, width: int) -> None:
    # A window has a least width; the emulated device has not.
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get((folder / f"{page}.html").as_uri())


def axe(browser: Any) -> dict[str, Any]:
    """What axe-core finds on the open page: `violations` and `passes`."""
    source = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    # The page's policy forbids scripts; the driver's own are not the page's.
    browser.execute_script(source)
    found: dict[str, Any] = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}}).then(done)",
        WCAG,
    )
    return found
