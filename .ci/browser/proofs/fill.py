"""Whole applications, filled in by hand, are what they are on paper; the command agrees on them."""

import json
import re
from pathlib import Path
from typing import Any

from .command import Question, report
from .engine import Part
from .filling import Filler
from .page import Page
from .setting import Complaints, Setting
from .vocabulary import facts

CODE = re.compile("[a-z-]+")
# One of every type of every programme, and those with all the papers of a submission and a year.
APPLICATIONS = [
    "national-collaboration-pass",
    "national-incubation-pass",
    "national-international-pass",
    "henan-collaboration-pass",
    "henan-incubation-pass",
    "henan-international-pass",
    "most-innovation-park-pass",
    "most-joint-research-centre-pass",
    "most-technology-transfer-centre-pass",
    "most-demonstration-base-pass",
    "national-annual-collaboration-pass",
    "national-incubation-fail",
]


def prove(setting: Setting) -> str:
    complaints = Complaints()
    known = facts(setting.root / "rules")
    answers = 0
    with setting.browser() as browser:
        page = Page(browser, setting)
        for name in APPLICATIONS:
            page.forget()
            filler = Filler(page, known)
            filler.fill(read(setting.samples / f"{name}.json"))
            compare(setting, page, name, complaints)
            answers += filler.turn
        complaints.equal(browser.messages(), [], "the console")
    complaints.end()
    return f"{answers} answers in {len(APPLICATIONS)} applications"


def compare(setting: Setting, page: Page, name: str, complaints: Complaints) -> None:
    """What is saved, what the page says of it, what the command says of it, against the sample."""
    file = page.save()
    sample = json.loads((setting.samples / f"{name}.json").read_text("utf-8"))
    saved = json.loads(file.read_text("utf-8"))
    for difference in differences(in_order(saved), in_order(sample)):
        complaints.check(False, f"{name}: {difference}")
    expected = json.loads((setting.samples / f"expected/{name}.json").read_text("utf-8"))
    found = verdicts(report(setting.program, file.parent, Question(file.name)))
    complaints.equal(found, expected, f"{name}: the command on what was saved")
    on_page = [clause for book in expected["rulebooks"].values() for clause in book["clauses"].values()]
    complaints.equal(page.clauses(), on_page, f"{name}: the clauses in the page")
    everything = page.engine.bytes(
        {"op": "answers", "language": "zh", "format": "text"}, Part(file.read_bytes())
    )
    for text in texts(sample):
        complaints.check(text in everything.decode(), f"{name}: not in the table of answers: {text}")
    all_stages = setting.samples / f"expected/{name}.all.json"
    if all_stages.exists():
        found = verdicts(report(setting.program, file.parent, Question(file.name, stages=("all",))))
        expected = json.loads(all_stages.read_text("utf-8"))
        complaints.equal(found, expected, f"{name}: all stages")
        page.choose_all_stages()
        on_page = [clause for book in expected["rulebooks"].values() for clause in book["clauses"].values()]
        complaints.equal(
            sorted(page.clauses()), sorted(on_page), f"{name}: the clauses of all stages in the page"
        )
    file.unlink()


def texts(value: Any) -> list[str]:
    """All texts that are no codes."""
    if isinstance(value, dict | list):
        return [
            text for each in (value.values() if isinstance(value, dict) else value) for text in texts(each)
        ]
    return [value] if isinstance(value, str) and not value.isascii() else []


def in_order(value: Any) -> Any:
    """The same with lists of codes in one order: boxes that are ticked have none."""
    if isinstance(value, dict):
        return {key: in_order(each) for key, each in value.items()}
    if isinstance(value, list):
        is_codes = all(isinstance(each, str) and CODE.fullmatch(each) for each in value)
        return sorted(value) if is_codes else [in_order(each) for each in value]
    return value


def read(file: Path) -> Any:
    """An application with its figures as they are written."""
    return json.loads(file.read_text("utf-8"), parse_int=str, parse_float=str)


def verdicts(printed: bytes) -> dict[str, Any]:
    """The verdicts of a report, as samples/expected has them."""
    found = json.loads(printed)
    books = {}
    for book in found["rulebooks"]:
        clauses = {clause["id"]: clause["verdict"] for clause in book["clauses"]}
        books[book["id"]] = {"verdict": book["verdict"], "clauses": clauses}
    return {"verdict": found["verdict"], "rulebooks": books}


def differences(found: Any, expected: Any, path: str = "") -> list[str]:
    """Where two values differ."""
    if isinstance(found, dict) and isinstance(expected, dict):
        keys = list(expected) + [key for key in found if key not in expected]
        return [
            each for key in keys for each in differences(found.get(key), expected.get(key), f"{path}.{key}")
        ]
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        pairs = enumerate(zip(found, expected, strict=True))
        return [each for index, pair in pairs for each in differences(*pair, f"{path}[{index}]")]
    return (
        []
        if found == expected and type(found) is type(expected)
        else [f"{path.lstrip('.')}: {found!r}, not {expected!r}"]
    )
