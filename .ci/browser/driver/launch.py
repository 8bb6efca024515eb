"""Which browsers there are."""

import contextlib
from collections.abc import Iterator

from .browser import Browser
from .chromium import Chromium
from .firefox import Firefox
from .process import program

BROWSERS = {"chromium": Chromium, "firefox": Firefox}
# The programs that each takes, and Debian's packages of them.
PACKAGES = {
    "chromium": {"chromium": "chromium", "chromedriver": "chromium-driver"},
    "firefox": {"firefox-esr": "firefox-esr"},
}


def require(name: str) -> None:
    """Raises `BrowserMissing` where a browser cannot be started, with what to install."""
    for program_name, package in PACKAGES[name].items():
        program(program_name, package)


@contextlib.contextmanager
def launch(name: str, proxy: str | None = None, language: str = "zh-CN") -> Iterator[Browser]:
    """A browser that ends with the block. `proxy` is `host:port`; `language` is a person's own."""
    browser = BROWSERS[name](proxy, language)
    try:
        yield browser
    finally:
        browser.close()
