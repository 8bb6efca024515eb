"""Fills in the form as a person does: down the page, by typing, choosing, ticking and pasting."""

from collections.abc import Mapping
from typing import Any

from driver import Element

from .page import Page
from .setting import Failure
from .vocabulary import Fact, typed

# Shorter lists are typed, cell by cell.
TYPED_ROWS = 2
# Nobody types longer texts than this twice.
LONG = 40


class Filler:
    """Someone with an application on paper in front of a page."""

    def __init__(self, page: Page, facts: Mapping[str, Fact]) -> None:
        self.page = page
        self.browser = page.browser
        self.facts = facts
        # Each value is written in another way than the one before.
        self.turn = 0

    def fill(self, application: dict[str, Any]) -> set[str]:
        """Answers every field for which the application has something; gives their paths."""
        done: set[str] = set()
        # What is chosen above brings fields below; so the page is read again until all is done.
        while next_path := next(
            (path for path, _ in self.page.paths() if path not in done and has(application, path)), None
        ):
            done.add(next_path)
            self.answer(next_path, value_at(application, next_path))
        return done

    def answer(self, path: str, value: Any) -> None:
        fact = self.facts[path]
        field = self.page.field(path)
        self.turn += 1
        match fact.type:
            case "list":
                self.fill_list(fact, field, value)
            case "codes":
                self.tick(field, [fact.codes[code] for code in value])
            case "flag":
                self.choose(field, self.page.words["yes" if value else "no"])
            case "code":
                self.choose(field, fact.codes[value])
            case _:
                self.type(self.browser.find("textbox", within=field), typed(fact, value, self.turn))

    def type(self, box: Element, text: str) -> None:
        """Types; what is long is brought from where it was written."""
        if len(text) > LONG:
            self.browser.focus(box)
            self.browser.paste(text)
        else:
            self.browser.type(box, text)

    def choose(self, field: Element, label: str) -> None:
        """One of several: a radio button or a menu."""
        menus = self.browser.find_all("combobox", within=field)
        if menus:
            self.browser.choose(menus[0], label)
        else:
            self.browser.click(self.browser.find("radio", label, field))

    def tick(self, box: Element, labels: list[str]) -> None:
        for label in labels or [self.page.words["noneOfThese"]]:
            self.browser.click(self.browser.find("checkbox", label, box))

    # Lists.

    def fill_list(self, fact: Fact, field: Element, rows: list[dict[str, Any]]) -> None:
        if len(rows) > TYPED_ROWS:
            self.paste(fact, field, rows)
        else:
            for number, row in enumerate(rows):
                self.row(fact, field, number, row)
        # None at all, or no more: either is said by the same button.
        self.browser.click(self.browser.execute("return arguments[0].querySelector('.declare')", field))

    def row(self, fact: Fact, field: Element, number: int, row: dict[str, Any]) -> None:
        self.page.press("addRow", field)
        for member, value in row.items():
            self.turn += 1
            self.cell(self.facts[f"{fact.path}[].{member}"], f"{fact.path}[{number}].{member}", value)

    def cell(self, fact: Fact, path: str, value: Any) -> None:
        target = self.browser.execute(
            "return [...document.querySelectorAll('[data-cell]')].find((cell) => cell.dataset.cell === arguments[0])",
            path,
        )
        if target is None:
            raise Failure(f"no cell for {path}")
        match fact.type:
            case "flag":
                self.browser.choose(target, self.page.words["yes" if value else "no"])
            case "code":
                self.browser.choose(target, fact.codes[value])
            case "codes":
                self.browser.click(target)
                dialog = self.page.dialog()
                self.tick(dialog, [fact.codes[code] for code in value])
                self.page.press("done", dialog)
            case _:
                self.type(target, typed(fact, value, self.turn))

    def paste(self, fact: Fact, field: Element, rows: list[dict[str, Any]]) -> None:
        """A block as Excel and WPS copy it, every second one with its header line."""
        members = [
            path.removeprefix(f"{fact.path}[].") for path in self.facts if path.startswith(f"{fact.path}[].")
        ]
        members = [member for member in members if any(member in row for row in rows)]
        table = [[self.written(fact, member, row) for member in members] for row in rows]
        if has_header := self.turn % 2 == 0:
            table.insert(0, [self.facts[f"{fact.path}[].{member}"].label for member in members])
        self.page.press("pasteTable", field)
        dialog = self.page.dialog()
        self.browser.focus(self.browser.find("textbox", within=dialog))
        self.browser.paste("".join("\t".join(cells) + "\r\n" for cells in table))
        self.check_preview(dialog, fact, members, has_header)
        self.browser.click(
            self.browser.execute("return arguments[0].querySelector('[data-action=paste]')", dialog)
        )
        self.browser.wait("the end of the dialogue", lambda: not self.page.has_dialog())

    def written(self, fact: Fact, member: str, row: dict[str, Any]) -> str:
        self.turn += 1
        return typed(self.facts[f"{fact.path}[].{member}"], row[member], self.turn) if member in row else ""

    def check_preview(self, dialog: Element, fact: Fact, members: list[str], has_header: bool) -> None:
        """Reads the preview and puts right what it did not understand."""
        box = self.browser.find("checkbox", within=dialog)
        if self.browser.execute("return arguments[0].checked", box) != has_header:
            raise Failure(f"{fact.path}: the header line of what is pasted is taken for {not has_header}")
        for index, member in enumerate(members):
            menu = self.browser.execute(
                "return arguments[0].querySelectorAll('th select')[arguments[1]]", dialog, index
            )
            if self.browser.value(menu) == member:
                continue
            if has_header:
                raise Failure(
                    f"{fact.path}: the column called {member} is taken for {self.browser.value(menu)!r}"
                )
            self.browser.choose(menu, self.facts[f"{fact.path}[].{member}"].label)


def has(application: Any, path: str) -> bool:
    return value_at(application, path) is not None


def value_at(application: Any, path: str) -> Any:
    """What stands at a path of keys, or nothing."""
    for key in path.split("."):
        if not isinstance(application, dict) or key not in application:
            return None
        application = application[key]
    return application
