"""The commands that both browsers have in common."""

import base64
import contextlib
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import keys
from .connection import ELEMENT, Connection
from .faults import BrowserFault

LOCATE = Path(__file__).with_name("locate.js").read_text("utf-8")
DROP = Path(__file__).with_name("drop.js").read_text("utf-8")


@dataclass(frozen=True)
class Element:
    """Something on a page, by the browser's own name for it."""

    id: str


@dataclass(frozen=True)
class Message:
    """What a browser writes in its console: a fault of a script, a breach of the policy."""

    level: str
    text: str


class Browser(ABC):
    """A browser with one page open. Every command ends within a time limit."""

    name: str
    connection: Connection

    def __init__(self, downloads: Path) -> None:
        self.downloads = downloads

    # The page.

    def open(self, page: Path | str) -> None:
        """Opens a file (by double-click: from file://), or an address."""
        self.connection.command("Navigate", url=page.as_uri() if isinstance(page, Path) else page)

    @abstractmethod
    def preload(self, script: str) -> None:
        """A script that runs in every page before the page's own, whatever the page's policy."""

    def execute(self, script: str, *arguments: Any) -> Any:
        """What a script (the body of a function) returns."""
        answer = self.connection.command("ExecuteScript", script=script, args=written(arguments))
        return read(answer)

    def execute_async(self, script: str, *arguments: Any) -> Any:
        """What a script gives to `done(…)`, its last argument by that name."""
        body = f"const done = arguments[arguments.length - 1];\n{script}"
        answer = self.connection.command("ExecuteAsyncScript", script=body, args=written(arguments))
        return read(answer)

    def wait(self, what: str, look: Callable[[], Any], seconds: float = 20) -> Any:
        """What `look` returns as soon as it is true."""
        end = time.monotonic() + seconds
        while not (found := look()):
            if time.monotonic() > end:
                raise BrowserFault(f"{self.name}: {what}: not within {seconds} s")
            time.sleep(0.02)
        return found

    def frame(self, element: Element | None) -> None:
        """Goes into a frame, or back to the page."""
        self.connection.command("SwitchToFrame", id=element and written(element))

    # Finding.

    def find_all(
        self, role: str, name: str | None = None, within: Element | None = None, part: bool = False
    ) -> list[Element]:
        """All visible ones of a role (`textbox`, `button`, …) and accessible name (or part of it)."""
        return self.execute(LOCATE, within, role, name, not part)

    def find(
        self, role: str, name: str | None = None, within: Element | None = None, part: bool = False
    ) -> Element:
        """The only visible one; a fault if there is none, or more than one."""
        found = self.find_all(role, name, within, part)
        if len(found) != 1:
            raise BrowserFault(f"{self.name}: {len(found)} of role {role} are called {name!r}")
        return found[0]

    def label(self, element: Element) -> str:
        """The accessible name, as the browser tells it to a screen reader."""
        return self.connection.command("GetComputedLabel", id=element.id)

    def role(self, element: Element) -> str:
        return self.connection.command("GetComputedRole", id=element.id)

    def text(self, element: Element) -> str:
        return self.execute("return arguments[0].innerText", element)

    def value(self, element: Element) -> str:
        return self.execute("return arguments[0].value", element)

    # Doing.

    def click(self, element: Element) -> None:
        self.connection.command("ElementClick", id=element.id)

    def type(self, element: Element, text: str) -> None:
        """Types at the end of what stands there, key by key."""
        self.connection.command("ElementSendKeys", id=element.id, text=text)

    def replace(self, element: Element, text: str) -> None:
        """Goes there, marks all and types over it."""
        self.focus(element)
        self.press("Control+a")
        if text:
            self.type(element, text)
        else:
            self.press("Delete")

    def focus(self, element: Element) -> None:
        self.execute("arguments[0].focus()", element)

    def press(self, *combinations: str) -> None:
        """Presses keys, such as `Tab` or `Control+a`, where the focus is."""
        actions = [action for each in combinations for action in keys.press(each)]
        board = {"type": "key", "id": "keyboard", "actions": actions}
        self.connection.command("PerformActions", actions=[board])

    def choose(self, element: Element, text: str) -> None:
        """Chooses in a <select> what reads so, with the events a person's choice has."""
        found = self.execute(
            "const [box, text] = arguments;"
            "const index = [...box.options].findIndex((option) => option.text.trim() === text);"
            "if (index < 0) return [...box.options].map((option) => option.text);"
            "box.focus(); box.selectedIndex = index;"
            "box.dispatchEvent(new Event('input', {bubbles: true}));"
            "box.dispatchEvent(new Event('change', {bubbles: true})); return null;",
            element,
            text,
        )
        if found is not None:
            raise BrowserFault(f"{self.name}: no choice reads {text!r}, but {found}")

    def paste(self, text: str) -> None:
        """Pastes where the focus is, by the clipboard and Ctrl+V."""
        self.copy(text)
        self.press("Control+v")

    @abstractmethod
    def copy(self, text: str) -> None:
        """Puts text into the clipboard."""

    @abstractmethod
    def compose(self, steps: list[str], text: str) -> None:
        """Writes with an input method where the focus is: what stands there meanwhile, then a text."""

    def upload(self, element: Element, *files: Path) -> None:
        """Chooses files in an <input type=file>."""
        self.type(element, "\n".join(str(file.resolve()) for file in files))

    def drop(self, target: Element, *files: Path) -> None:
        """Drops files on an element. (No driver can drag from outside; the events are made.)"""
        given = [{"name": file.name, "bytes": base64.b64encode(file.read_bytes()).decode()} for file in files]
        self.execute(DROP, target, given)

    def downloaded(self, what: str, do: Callable[[], None]) -> Path:
        """The file that is saved when something is done."""
        before = self.saved_files()
        do()

        def look() -> Path | None:
            new = {file for file, time in self.saved_files().items() if before.get(file) != time}
            done = [file for file in new if file.suffix not in (".part", ".crdownload", ".tmp")]
            # Firefox makes an empty file first.
            return done[0] if len(new) == len(done) == 1 and done[0].stat().st_size else None

        return self.wait(f"a file saved by {what}", look)

    def saved_files(self) -> dict[Path, int]:
        """What has been saved, and when: one of the same name takes the place of the other."""
        found = {}
        for file in self.downloads.iterdir():
            # Those that are not done yet may go meanwhile.
            with contextlib.suppress(FileNotFoundError):
                found[file] = file.stat().st_mtime_ns
        return found

    # Dialogs.

    def dialog(self) -> str:
        """The text of the dialog that is open."""
        return self.connection.command("GetAlertText")

    def answer_dialog(self, accept: bool) -> None:
        self.connection.command("AcceptAlert" if accept else "DismissAlert")

    # Looking.

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """The size of the viewport, in CSS pixels."""

    @abstractmethod
    def screenshot(self, whole: bool = False) -> bytes:
        """A picture (PNG) of the viewport, or of the whole page."""

    def print_pdf(self) -> bytes:
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self.connection.command("Print", page=page, background=True))

    @abstractmethod
    def messages(self) -> list[Message]:
        """What has been written in the console since the last look."""

    # The end.

    @abstractmethod
    def close(self) -> None:
        """Ends the browser, whatever state it is in."""


def written(value: Any) -> Any:
    """Arguments as JSON, elements by the standard's name."""
    match value:
        case Element(id):
            return {ELEMENT: id}
        case dict():
            return {key: written(each) for key, each in value.items()}
        case list() | tuple():
            return [written(each) for each in value]
    return value


def read(value: Any) -> Any:
    """An answer with its elements."""
    match value:
        case {"element-6066-11e4-a52e-4f735466cecf": id}:
            return Element(id)
        case dict():
            return {key: read(each) for key, each in value.items()}
        case list():
            return [read(each) for each in value]
    return value
