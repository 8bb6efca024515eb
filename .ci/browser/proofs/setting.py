"""What a test is given, and how it is judged."""

import contextlib
import functools
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from driver import Browser, launch

SECONDS = 240


class Failure(Exception):
    """What a test says does not hold."""


class Complaints:
    """All that does not hold, so that one run shows it all."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.count = 0

    def check(self, holds: bool, complaint: str) -> bool:
        self.count += 1
        if not holds:
            self.found.append(complaint)
        return holds

    def equal(self, found: object, expected: object, what: str) -> bool:
        return self.check(found == expected, f"{what}: {found!r}, not {expected!r}")

    def end(self) -> None:
        if self.found:
            shown = self.found[:20]
            more = [f"and {len(self.found) - len(shown)} more"] if len(self.found) > len(shown) else []
            raise Failure("\n".join([f"{len(self.found)} of {self.count} do not hold:", *shown, *more]))


@dataclass(frozen=True)
class Setting:
    """The browser, the page and the command that a test is about."""

    browser_name: str
    root: Path
    build: Path
    folder: Path
    given_page: Path | None
    pictures: Path | None
    is_quick: bool

    @property
    def samples(self) -> Path:
        return self.root / "samples"

    @property
    def program(self) -> Path:
        return self.built("kczg-check")

    def built(self, name: str) -> Path:
        path = self.build / name
        if not path.exists():
            raise Failure(f"{path} is missing: swift build -c release")
        return path

    @functools.cached_property
    def page(self) -> Path:
        """The page as it is mailed around: alone in a folder, its name Chinese."""
        if self.given_page is not None:
            return self.given_page.resolve()
        file = self.folder / "自查.html"
        subprocess.run([self.built("kczg-page"), "--output", file], check=True, timeout=60)
        return file

    @contextlib.contextmanager
    def browser(self, proxy: str | None = None, language: str = "zh-CN") -> Iterator[Browser]:
        with launch(self.browser_name, proxy, language) as browser:
            yield browser


def holds(name: str, test: Callable[[Setting], str], setting: Setting) -> bool:
    """Runs a test within its time and prints what it says."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Failure(f"not done within {SECONDS} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    begin = time.monotonic()
    fault = None
    said = ""
    try:
        said = test(setting)
    except Failure as failure:
        fault = str(failure)
    except Exception:
        fault = traceback.format_exc()
    finally:
        signal.alarm(0)
    seconds = f"{time.monotonic() - begin:.1f} s"
    line = f"[{setting.browser_name}] {name}: "
    print(line + (f"FAILED, {seconds}\n{fault}" if fault is not None else f"{said}, {seconds}"), flush=True)
    sys.stdout.flush()
    return fault is None
