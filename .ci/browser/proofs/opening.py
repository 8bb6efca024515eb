"""What is opened is what is saved again; files with faults are told where, and do no harm."""

import copy
import json
import re
import subprocess
from pathlib import Path
from typing import Any

from .engine import Part
from .fill import differences
from .page import Page
from .setting import Complaints, Setting

UNKNOWN = {
    "备注": {"a": [1, {"b": None}], "c": "1.50"},
    "x-note": ["留着"],
    "__proto__": {"polluted": True},
    "constructor": 1,
}
HOSTILE = [
    "<script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 2'>",
    '"><svg onload=window.pwned=3>',
    "javascript:window.pwned=4",
    "</textarea></script><script>window.pwned = 5</script>",
    "\u202egnp.exe\u2066\u2069\u200f",
    "\u001b[31m\u0007\u0000\u009b",
    '=HYPERLINK("http://a.example")',
    "{{constructor.constructor('window.pwned=6')()}}",
    "__proto__",
    "𠮷\ufffe\ud7ff" + "长" * 5000,
]
UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Where an application has any text.
FREE = {
    "name", "title", "description", "profile", "address", "site", "baseName", "content", "goal", "duties",
    "introduction",
}  # fmt: skip
# Of the fixtures, those that are opened by hand; the engine is asked about all of them.
BY_HAND = 8


def prove(setting: Setting) -> str:
    complaints = Complaints()
    samples = sorted(setting.samples.glob("*.json"))
    with setting.browser() as browser:
        page = Page(browser, setting)
        for sample in samples:
            again(page, sample, json.loads(sample.read_text("utf-8")), complaints)
        unknown_keys(setting, page, samples, complaints)
        encodings(setting, page, samples, complaints)
        count = ill_formed(setting, page, complaints)
        complaints.equal(browser.messages(), [], "the console")
        hostile(setting, page, complaints)
    complaints.end()
    return f"{len(samples)} samples opened and saved, {count} bad files, {len(HOSTILE)} hostile texts in every place"


def again(page: Page, file: Path, expected: Any, complaints: Complaints, *pressed: str) -> None:
    """Opens a file, answers the dialogue as told, saves, compares."""
    page.take(file)
    for key in pressed:
        page.press_in_dialog(key)
    page.browser.wait(f"{file.name} is open", lambda: page.has_notice("opened"))
    if page.has_dialog():
        complaints.check(False, f"{file.name}: a dialogue is open: {page.dialog_text()}")
    saved = page.save()
    # A byte-order mark stays too.
    found = json.loads(saved.read_text("utf-8-sig"))
    for difference in differences(found, expected):
        complaints.check(False, f"{file.name}, saved again: {difference}")
    complaints.equal(keys(found), keys(expected), f"{file.name}: keys in their order")
    saved.unlink()


def keys(value: Any) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def unknown_keys(setting: Setting, page: Page, samples: list[Path], complaints: Complaints) -> None:
    """Keys that nobody knows stay where they are, in lists too."""
    for sample in samples[::6]:
        value = json.loads(sample.read_text("utf-8"))
        value |= copy.deepcopy(UNKNOWN)
        value["applicant"] |= copy.deepcopy(UNKNOWN)
        for rows in value.values():
            if isinstance(rows, list) and rows and isinstance(rows[0], dict):
                rows[0] |= copy.deepcopy(UNKNOWN)
        file = setting.folder / f"unknown-{sample.name}"
        file.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        again(page, file, value, complaints, "openAnyway")
    polluted = page.browser.execute("return ({}).polluted ?? null")
    complaints.equal(polluted, None, "a key of all objects")


def encodings(setting: Setting, page: Page, samples: list[Path], complaints: Complaints) -> None:
    """GBK, as old Chinese editors save it; UTF-16; a byte-order mark."""
    text = samples[0].read_text("utf-8").replace("’", "'")
    for name, label in [("gb18030", "GBK"), ("utf-16", "UTF-16")]:
        file = setting.folder / f"{name}.json"
        file.write_bytes(text.encode(name))
        page.take(file)
        words = page.words["readAsEncoding"].format(encoding=label)
        page.browser.click(page.browser.find("button", words, page.dialog()))
        page.browser.wait("it is open", lambda: page.has_notice("opened"))
        complaints.equal(page.saved(), json.loads(text), f"a file in {label}")
    file = setting.folder / "mark.json"
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    again(page, file, json.loads(text), complaints)


def ill_formed(setting: Setting, page: Page, complaints: Complaints) -> int:
    """Each fault is told as by the command, at its place; what can be kept is an application again."""
    cases = []
    for fixture in sorted((setting.root / "Tests/kczg-checkTests/Fixtures/bad-input").glob("*.json")):
        if fixture.name != "accepted.json":
            cases += json.loads(fixture.read_text("utf-8"))["cases"]
    cases = [case for case in cases if "arguments" not in case]
    by_hand = set(range(0, len(cases), len(cases) // BY_HAND))
    for index, case in enumerate(cases):
        data = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode("utf-8", "surrogatepass")
        file = setting.folder / "坏.json"
        file.write_bytes(data)
        expected = diagnostics(setting, file)
        opened = page.engine.json({"op": "open", "language": "zh"}, Part(data, file.name))
        found = [
            (each["severity"], each["line"], each["column"], each["text"]) for each in opened["messages"]
        ]
        complaints.equal(sorted(found), sorted(expected), f"{case['name']}: messages")
        if opened["text"] is not None:
            kept = json.loads(opened["text"].removeprefix("\ufeff"))
            complaints.check(isinstance(kept, dict), f"{case['name']}: what is kept is no application")
            view(page, opened["text"])
        if index in by_hand and expected:
            shown(page, file, expected, opened, complaints, case["name"])
    return len(cases)


def diagnostics(setting: Setting, file: Path) -> list[tuple[str, int, int, str]]:
    """What the command has against a file."""
    command = [str(setting.program), "--format", "json", "--color", "never", file.name]
    done = subprocess.run(command, cwd=file.parent, capture_output=True, timeout=60)
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    found = [
        re.match(rf"{file.name}:(\d+):(\d+): (error|warning): (.*) \[([a-z0-9-]+)\]$", line) for line in lines
    ]
    # That the type of the base is still missing is no fault of a file: the form asks for it.
    told = [each for each in found if each and each[5] != "missing-base-type"]
    return [(each[3], int(each[1]), int(each[2]), each[4]) for each in told]


def view(page: Page, text: str) -> Any:
    header: dict[str, Any] = {"op": "view", "language": "zh", "stages": [], "today": None, "edits": []}
    return page.engine.json(header, Part(text.encode()))


def shown(
    page: Page, file: Path, expected: list[Any], opened: Any, complaints: Complaints, name: str
) -> None:
    """The same by hand: the dialogue shows the place; then what is kept is opened and saved."""
    page.take(file)
    text = page.dialog_text()
    for _, line, column, message in expected[:3]:
        complaints.check(f"{line}:{column}" in text, f"{name}: {line}:{column} is not shown: {text}")
        complaints.check(message in text, f"{name}: {message} is not shown: {text}")
    if opened["text"] is None:
        page.press_in_dialog("cancel")
        return
    page.press_in_dialog("keepReadable" if opened["setAside"] else "openAnyway")
    page.browser.wait("it is open", lambda: page.has_notice("opened"))
    complaints.equal(
        page.saved(),
        json.loads(view(page, opened["text"])["text"].removeprefix("\ufeff")),
        f"{name}: what is kept",
    )


def hostile(setting: Setting, page: Page, complaints: Complaints) -> None:
    """Texts that want to be more than texts, in every place that has text, in all that comes out."""
    browser = page.browser
    base = json.loads((setting.samples / "national-call-incubation-pass.json").read_text("utf-8"))
    for number, text in enumerate(HOSTILE):
        file = setting.folder / f"hostile-{number}.json"
        value = replaced(base, text)
        value[text] = {text: text}
        file.write_text(json.dumps(value), "utf-8")
        page.take(file)
        page.press_in_dialog("openAnyway")
        browser.wait("it is open", lambda: page.has_notice("opened"))
        page.press("showReport")
        page.dialog()
        page.press_in_dialog("close")
        page.menu("showAnswers")
        page.dialog()
        page.press_in_dialog("close")
        saved = page.saved()
        for difference in differences(saved, value):
            complaints.check(False, f"hostile text {number}: {difference[:300]}")
        seen = browser.execute("return document.body.innerText")
        unseen = set(UNSEEN.findall(seen))
        complaints.equal(unseen, set(), f"hostile text {number}: characters that cannot be seen")
        harm = browser.execute(
            "return window.pwned ?? ({}).polluted ?? document.querySelectorAll('img, svg[onload]').length"
        )
        complaints.equal(harm, 0, f"hostile text {number} has run")
        complaints.equal(browser.messages(), [], f"hostile text {number}: the console")


def replaced(value: Any, text: str) -> Any:
    """The same with another text in the place of every name and description."""
    if isinstance(value, dict):
        return {
            key: text if key in FREE and isinstance(each, str) else replaced(each, text)
            for key, each in value.items()
        }
    return [replaced(each, text) for each in value] if isinstance(value, list) else value
