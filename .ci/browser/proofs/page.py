"""The page as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from driver import Browser, Element

from .engine import Engine
from .setting import Failure, Setting

CHOOSER = Path(__file__).with_name("chooser.js").read_text("utf-8")


class Page:
    """One open page, in a language."""

    def __init__(self, browser: Browser, setting: Setting, language: str = "zh") -> None:
        self.browser = browser
        self.file = setting.page
        self.engine = Engine(browser)
        Engine.prepare(browser)
        browser.preload(CHOOSER)
        self.open()
        self.words: dict[str, str] = self.engine.json({"op": "words", "language": language})
        if language != "zh":
            self.turn_to(language)

    def open(self) -> None:
        """From its file, as by double-click, until it can be filled in."""
        self.browser.open(self.file)
        self.browser.wait("the page is ready", self.is_ready)

    def is_ready(self) -> bool:
        failure = self.browser.execute("return document.querySelector('#failure')?.innerText ?? ''")
        if failure:
            raise Failure(f"the page says: {failure}")
        return self.browser.execute(
            "return document.readyState === 'complete' && !document.querySelector('#toolbar').hidden"
        )

    def turn_to(self, language: str) -> None:
        name = {"zh": "中文", "en": "English"}[language]
        self.browser.click(self.browser.find("button", name))
        self.words = self.engine.json({"op": "words", "language": language})

    def button(self, key: str, within: Element | None = None, **values: object) -> Element:
        """The button that bears the page's own word of that key."""
        return self.browser.find("button", self.words[key].format(**values), within)

    def press(self, key: str, within: Element | None = None, **values: object) -> None:
        self.browser.click(self.button(key, within, **values))

    def menu(self, key: str) -> None:
        """Chooses something from the menu at the top."""
        self.browser.click(self.browser.execute("return document.querySelector('#more summary')"))
        self.press(key)

    def dialog(self) -> Element:
        """The dialogue in front of the page."""
        return self.browser.wait(
            "a dialogue", lambda: self.browser.execute("return document.querySelector('.dialog')")
        )

    def has_dialog(self) -> bool:
        return self.browser.execute("return document.querySelector('.dialog') !== null")

    def dialog_text(self) -> str:
        return self.browser.text(self.dialog())

    def press_in_dialog(self, key: str) -> None:
        """A button at the foot of the dialogue."""
        foot = self.browser.execute("return arguments[0].querySelector('.dialog-foot')", self.dialog())
        self.press(key, foot)

    def has_notice(self, key: str) -> bool:
        """Whether a short message of that key is shown; it is closed, so that it is the last one's."""
        return self.browser.execute(
            "const notice = document.querySelector(`#notices [data-key=${arguments[0]}]`);"
            "notice?.remove(); return notice !== null",
            key,
        )

    def screened(self) -> None:
        """Waits for the document of a screening."""
        look = "return document.querySelector('#screening iframe') !== null"
        self.browser.wait("the document of the screening", lambda: self.browser.execute(look))

    # Fields.

    def paths(self) -> list[tuple[str, str]]:
        """The paths and types of all fields, in the order of the page."""
        return self.browser.execute(
            "return [...document.querySelectorAll('[data-path]')].map((field) =>"
            " [field.dataset.path, field.className.match(/type-(\\w+)/)[1]])"
        )

    def field(self, path: str) -> Element:
        """A field in sight; one that is folded away is unfolded by its section's button."""
        found, fold = self.browser.execute(
            "const field = [...document.querySelectorAll('[data-path]')]"
            "  .find((each) => each.dataset.path === arguments[0]);"
            "if (!field) return [null, null];"
            "return [field, field.hidden ? field.closest('section').querySelector('button.fold') : null];",
            path,
        )
        if found is None:
            raise Failure(f"no field for {path}")
        if fold is not None:
            self.browser.click(fold)
        return found

    def message(self, path: str) -> str:
        """What is said of a field at its field."""
        return self.browser.execute(
            "const message = arguments[0].querySelector(':scope > .message');"
            "return message && !message.hidden ? message.innerText : ''",
            self.field(path),
        )

    def choose_all_stages(self) -> None:
        stages = self.browser.execute("return document.querySelector('.stages')")
        for box in self.browser.find_all("checkbox", within=stages):
            if not self.browser.execute("return arguments[0].checked", box):
                self.browser.click(box)

    # What is known.

    def conclusion(self) -> tuple[str, str]:
        """The verdict, and how the page words it."""
        verdict, text = self.browser.execute(
            "const box = document.querySelector('.conclusion');"
            "return [box.className.replace('conclusion', '').trim(), box.innerText]"
        )
        return verdict, text

    def clauses(self) -> list[str]:
        """The verdicts of all clauses, in order."""
        return self.browser.execute(
            "return [...document.querySelectorAll('#verdict .clause')].map((clause) =>"
            " clause.className.match(/pass|fail|unknown/)[0])"
        )

    # Files.

    def take(self, *files: Path) -> None:
        """Opens files by the button at the top."""
        self.press("open")
        self.browser.upload(self.browser.find("file"), *files)

    def save(self) -> Path:
        """The file that is saved by the button at the top."""
        return self.browser.downloaded("the button", lambda: self.press("save"))

    def saved(self) -> Any:
        return json.loads(self.save().read_text("utf-8-sig"))

    def forget(self) -> None:
        """Opens the page anew, without the question about what is not saved."""
        self.browser.execute(
            "window.addEventListener('beforeunload', (e) => e.stopImmediatePropagation(), true)"
        )
        self.open()
