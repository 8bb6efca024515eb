"""The engine in the page says the same as the command, byte for byte."""

import difflib
import hashlib
import json
import re
import shutil
from pathlib import Path

from .command import Question, reports
from .engine import Engine, Part
from .generated import applications
from .setting import Complaints, Setting

COUNT = 2000
CHUNK = 250
# A page sees no folder. So an attached file, which the command finds (all those of the samples are
# there), is for the page one that it has not looked at; nothing else may differ.
UNSEEN = [
    (re.compile(rb'("state": )"found"'), rb'\1"unchecked"'),
    (re.compile("(?<=[✓·] )已附(?=：)".encode()), "已列出，未查看文件".encode()),
    (re.compile("(?<=[✓·] )attached(?=: )".encode()), b"named, file not looked at"),
]


def prove(setting: Setting) -> str:
    complaints = Complaints()
    folder = setting.folder / "equality"
    shutil.copytree(setting.samples, folder)
    names = sorted(path.name for path in folder.glob("*.json"))
    made = applications([folder / name for name in names], 200 if setting.is_quick else COUNT)
    for index, data in enumerate(made):
        (folder / f"generated-{index:04}.json").write_bytes(data)
    with setting.browser() as browser:
        Engine.prepare(browser)
        browser.open(setting.page)
        engine = Engine(browser)
        browser.wait("the engine", lambda: browser.execute("return kczgProof.isReady()"))
        chosen = [(language, stages) for language in ("zh", "en") for stages in ((), ("all",))]
        questions = [
            Question(name, *choice, form)
            for name in names
            for choice in chosen
            for form in ("json", "html", "markdown")
        ]
        # Each generated one in one language, of one choice of stages; the whole has all of them.
        questions += [
            Question(f"generated-{index:04}.json", *chosen[index % 4]) for index in range(len(made))
        ]
        for start in range(0, len(questions), CHUNK):
            compare(setting, folder, engine, questions[start : start + CHUNK], complaints)
    complaints.end()
    return f"{len(questions) - len(made)} reports of {len(names)} samples and {len(made)} of generated applications"


def compare(
    setting: Setting, folder: Path, engine: Engine, questions: list[Question], complaints: Complaints
) -> None:
    stages = json.loads((setting.root / "rules/vocabulary.json").read_text("utf-8"))["stages"]
    asked = [
        (header(question, list(stages)), Part((folder / question.file).read_bytes(), question.file))
        for question in questions
    ]
    digests = engine.digests(asked)
    printed = reports(setting.program, folder, questions)
    assert len(digests) == len(questions), digests
    for question, (head, part), digest, data in zip(questions, asked, digests, printed, strict=True):
        expected = unseen(data)
        holds = complaints.check(digest == hashlib.sha256(expected).hexdigest(), f"{question}")
        if not holds and len(complaints.found) < 4:
            complaints.found[-1] += f":\n{difference(engine.bytes(head, part), expected)}"


def header(question: Question, all_stages: list[str]) -> dict[str, object]:
    stages = all_stages if question.stages == ("all",) else list(question.stages)
    return {"op": "report", "language": question.language, "stages": stages, "format": question.format}


def unseen(data: bytes) -> bytes:
    for found, instead in UNSEEN:
        data = found.sub(instead, data)
    return data


def difference(found: bytes, expected: bytes) -> str:
    command, page = (data.decode("utf-8", "replace").splitlines() for data in (expected, found))
    lines = difflib.unified_diff(command, page, "the command", "the page", lineterm="", n=1)
    return "\n".join(line[:200] for line in list(lines)[:20])
