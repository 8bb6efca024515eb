"""Which browsers there are."""

import contextlib
from collections.abc import Iterator

from .browser import Browser
from .chromium import Chromium
from .firefox import Firefox

BROWSERS = {"chromium": Chromium, "firefox": Firefox}


@contextlib.contextmanager
def launch(name: str, proxy: str | None = None, language: str = "zh-CN") -> Iterator[Browser]:
    """A browser that ends with the block. `proxy` is `host:port`; `language` is a person's own."""
    browser = BROWSERS[name](proxy, language)
    try:
        yield browser
    finally:
        browser.close()
