"""What people do besides filling in: input methods, second thoughts, going away, another language."""

import json
from collections.abc import Callable

from driver import Element

from .command import Question, report
from .filling import Filler
from .page import Page
from .setting import Complaints, Setting
from .vocabulary import facts


def prove(setting: Setting) -> str:
    complaints = Complaints()
    with setting.browser() as browser:
        page = Page(browser, setting)
        for habit in HABITS:
            page.forget()
            browser.execute("localStorage.clear()")
            habit(setting, page, complaints)
        complaints.equal(browser.messages(), [], "the console")
    complaints.end()
    return f"{complaints.count} of {', '.join(habit.__doc__ or '' for habit in HABITS)}"


def box(page: Page, path: str) -> Element:
    return page.browser.find("textbox", within=page.field(path))


def input_method(setting: Setting, page: Page, complaints: Complaints) -> None:
    """input methods"""
    name = box(page, "applicant.name")
    page.browser.focus(name)
    for steps, text in ((["l", "lu", "luo"], "洛"), (["y", "yang", "yangd", "yang daxue"], "阳大学")):
        page.browser.compose(steps, text)
    page.browser.wait("what was composed", lambda: page.browser.value(name) == "洛阳大学")
    page.browser.press("Tab")
    complaints.equal(page.saved(), {"applicant": {"name": "洛阳大学"}}, "what an input method wrote")


def second_thoughts(setting: Setting, page: Page, complaints: Complaints) -> None:
    """second thoughts"""
    area = box(page, "applicant.registeredOn")
    page.browser.type(area, "2022年5月20日")
    page.browser.press("Tab")
    complaints.equal(page.saved(), {"applicant": {"registeredOn": "2022-05-20"}}, "a date")
    page.browser.replace(area, "去年")
    page.browser.press("Tab")
    page.browser.wait("a message at the field", lambda: page.message("applicant.registeredOn"))
    complaints.equal(page.browser.value(area), "去年", "what was typed and is no date")
    saved = page.saved()
    # An object with nothing in it says nothing.
    complaints.equal(saved.get("applicant", {}), {}, "a date that is none in what is saved")
    complaints.check(
        "去年" in json.dumps(saved, ensure_ascii=False), "what was typed is lost in what is saved"
    )
    page.press("undo")
    complaints.equal(page.saved(), {"applicant": {"registeredOn": "2022-05-20"}}, "undone")
    page.press("redo")
    complaints.equal(page.saved(), saved, "done again")
    page.browser.replace(box(page, "applicant.registeredOn"), "")
    page.browser.press("Tab")
    complaints.check(page.saved() in ({}, {"applicant": {}}), "what was taken away")


def impossible(setting: Setting, page: Page, complaints: Complaints) -> None:
    """answers that cannot be"""
    filler = Filler(page, facts(setting.root / "rules"))
    filler.answer("baseType", "collaboration")
    for path, value in (
        ("staff.fullTime", "30"),
        ("staff.partTime", "20"),
        ("staff.scienceAndTechnology", "60"),
    ):
        page.browser.type(box(page, path), value)
    page.browser.press("Tab")
    page.browser.wait("a message at the field", lambda: page.message("staff.scienceAndTechnology"))
    page.browser.replace(box(page, "staff.fullTime"), "50")
    page.browser.press("Tab")
    complaints.equal(page.message("staff.scienceAndTechnology"), "", "the message after it was put right")
    expected = {"fullTime": 50, "partTime": 20, "scienceAndTechnology": 60}
    complaints.equal(page.saved().get("staff"), expected, "what was put right")


def lists(setting: Setting, page: Page, complaints: Complaints) -> None:
    """lists"""
    filler = Filler(page, facts(setting.root / "rules"))
    filler.answer("baseType", "incubation")
    field = page.field("tenants")
    rows = [
        {"name": "丙公司", "titles": ["high-tech"]},
        {"name": "甲公司", "titles": []},
        {"name": "乙公司", "titles": ["high-tech", "technology-sme"]},
    ]
    filler.paste(filler.facts["tenants"], field, rows)
    declare = page.browser.execute("return arguments[0].querySelector('.declare')", field)
    complaints.equal(page.saved().get("tenants"), None, "a list that is not said to be whole")
    page.browser.click(declare)
    complaints.equal(page.saved().get("tenants"), rows, "a list that is said to be whole")
    heading = page.browser.find("button", filler.facts["tenants[].name"].label, field)
    page.browser.click(heading)
    names = [row["name"] for row in page.saved()["tenants"]]
    complaints.check(
        names in (["丙公司", "乙公司", "甲公司"], ["甲公司", "乙公司", "丙公司"]) and len(set(names)) == 3,
        f"sorted: {names}",
    )
    page.browser.click(heading)
    complaints.equal([row["name"] for row in page.saved()["tenants"]], names[::-1], "sorted the other way")
    page.press("rowActionsOf", field, number=1)
    page.press("copyRow", field)
    complaints.equal(len(page.saved()["tenants"]), 4, "rows after one was copied")
    said = page.browser.text(field)
    complaints.check(
        names[-1] in said and "2" in said, f"a name that stands twice goes without a word: {said}"
    )
    page.press("clearList", field)
    complaints.equal(page.saved().get("tenants"), None, "a list that was emptied")
    page.browser.click(declare)
    complaints.equal(page.saved().get("tenants"), [], "a list of which it is said that there is none")


def leaving(setting: Setting, page: Page, complaints: Complaints) -> None:
    """going away"""
    warns = "return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    complaints.equal(page.browser.execute(warns), False, "a warning though nothing was changed")
    page.browser.type(box(page, "baseName"), "洛阳")
    complaints.equal(page.browser.execute(warns), True, "a warning before what was typed is lost")
    page.saved()
    complaints.equal(page.browser.execute(warns), False, "a warning though all is saved")


def draft(setting: Setting, page: Page, complaints: Complaints) -> None:
    """drafts"""
    stored = "return Object.keys(localStorage).length"
    page.browser.type(box(page, "baseName"), "洛阳基地")
    page.browser.press("Tab")
    complaints.equal(
        page.browser.execute_async("setTimeout(() => done(localStorage.length), 1000)"), 0, "kept unasked"
    )
    page.browser.click(page.browser.find("checkbox", page.words["keepDraft"]))
    page.browser.wait("a draft", lambda: page.browser.execute(stored) == 1)
    page.forget()
    page.press("draftContinue")
    complaints.equal(page.browser.value(box(page, "baseName")), "洛阳基地", "the draft")
    page.browser.click(page.browser.find("checkbox", page.words["keepDraft"]))
    complaints.equal(page.browser.execute(stored), 0, "a draft that is no longer wanted")


def languages(setting: Setting, page: Page, complaints: Complaints) -> None:
    """languages"""
    page.browser.type(box(page, "applicant.profile"), "研究院")
    page.browser.type(box(page, "applicant.registeredOn"), "前年")
    page.turn_to("en")
    complaints.equal(
        page.browser.value(box(page, "applicant.profile")), "研究院", "what was typed, in the other language"
    )
    complaints.equal(
        page.browser.value(box(page, "applicant.registeredOn")), "前年", "what could not be taken"
    )
    shown = page.browser.execute(
        "return [...document.querySelectorAll('button, h1, h2, h3, summary, legend, th')]"
        ".filter((node) => node.checkVisibility() && node.lang !== 'zh-CN').map((node) => node.innerText).join('\\n')"
    )
    left = sorted(
        {line for line in shown.splitlines() if any("\u4e00" <= letter <= "\u9fff" for letter in line)}
    )
    complaints.equal(left, [], "Chinese in the English page")
    page.turn_to("zh")
    complaints.equal(
        page.browser.value(box(page, "applicant.profile")), "研究院", "what was typed, back again"
    )


def papers(setting: Setting, page: Page, complaints: Complaints) -> None:
    """papers"""
    page.take(setting.samples / "national-incubation-fail.json")
    page.browser.wait("it is open", lambda: page.has_notice("opened"))
    page.browser.replace(box(page, "incubation.officeArea"), "5,000平方米")
    page.browser.press("Tab")
    saved = page.save()
    page.press("showReport")
    form = page.browser.downloaded("the form", lambda: page.press_in_dialog("saveAsHTML"))
    printed = report(setting.program, saved.parent, Question(saved.name, format="html"))
    complaints.check(form.read_bytes() == printed, "the form that is saved is not the command's")
    page.press_in_dialog("close")
    page.menu("copyMarkdown")
    printed = report(setting.program, saved.parent, Question(saved.name, format="markdown"))
    page.menu("startAnew")
    page.browser.focus(box(page, "applicant.profile"))
    page.browser.press("Control+v")
    pasted = page.browser.value(box(page, "applicant.profile"))
    complaints.equal(pasted.strip(), printed.decode().strip(), "the copy in Markdown")


HABITS: list[Callable[[Setting, Page, Complaints], None]] = [
    input_method, second_thoughts, impossible, lists, leaving, draft, languages, papers,
]  # fmt: skip
