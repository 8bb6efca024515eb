"""Names, messages, ids, the order of the focus, contrast, widths, language: in both languages."""

import time
from pathlib import Path

from driver import Browser, Element

from .page import Page
from .setting import Complaints, Setting

LOOK = Path(__file__).with_name("accessibility.js").read_text("utf-8")
WIDTH = Path(__file__).with_name("width.js").read_text("utf-8")
WIDTHS = (320, 390, 768, 1280, 1600)
CONTROLS = "input:not([type=hidden]), select, textarea, button, a[href], summary, iframe"
# Who goes on by Tab so many times meets fields, links and a table.
STOPS = 90


def prove(setting: Setting) -> str:
    complaints = Complaints()
    controls = 0
    with setting.browser() as browser:
        page = Page(browser, setting)
        for language in ("zh", "en"):
            page.forget()
            if language == "en":
                page.turn_to("en")
            controls += state(page, language, "at the start", complaints)
            browser.click(browser.execute("return document.querySelector('#more summary')"))
            controls += state(page, language, "with the menu", complaints)
            browser.press("Escape")
            page.take(setting.samples / "national-incubation-fail.json")
            browser.wait("it is open", lambda: page.has_notice("opened"))
            # What cannot be taken, and what is odd: a message at a field and at a cell.
            browser.replace(browser.find("textbox", within=page.field("incubation.officeArea")), "很大")
            browser.replace(
                browser.find("textbox", within=page.field("applicant.creditCode")), "12369901M0000X0191"
            )
            browser.replace(cell(page, "incubation.cases[0].date"), "去年")
            browser.press("Tab")
            complaints.check(page.message("incubation.officeArea") != "", "no message at the field")
            controls += state(page, language, "with faults", complaints)
            for width in (1280, 390):
                by_tab(page, language, width, complaints)
            page.press("pasteTable", page.field("tenants"))
            dialog = page.dialog()
            browser.focus(browser.find("textbox", within=dialog))
            browser.paste("企业名称\t企业资质\r\n甲公司\t高企\r\n乙公司\t不知道\r\n")
            controls += state(page, language, "with the preview", complaints)
            page.press_in_dialog("cancel")
            page.press("showReport")
            page.dialog()
            controls += state(page, language, "with the form to print", complaints)
            page.press_in_dialog("close")
            page.menu("showScreening")
            page.press("chooseApplications")
            browser.upload(browser.find("file"), *sorted((setting.samples / "screen/henan").iterdir()))
            page.screened()
            controls += state(page, language, "screening", complaints)
    complaints.end()
    return f"{controls} controls in 12 states, {len(WIDTHS)} widths"


def cell(page: Page, path: str) -> Element:
    found: Element = page.browser.execute(
        "return document.querySelector(`[data-cell='${arguments[0]}']`)", path
    )
    return found


def state(page: Page, language: str, name: str, complaints: Complaints) -> int:
    """All that is checked of a state of the page; gives how many controls it has."""
    browser = page.browser
    browser.resize(1280, 900)
    where = f"{language}, {name}"
    found = browser.execute(LOOK, language)
    complaints.count += 1
    for complaint in found["complaints"]:
        complaints.check(False, f"{where}: {complaint}")
    controls = browser.execute(
        # What is behind a dialogue is nobody's to use.
        "return [...(document.querySelector('.dialog') ?? document).querySelectorAll(arguments[0])]"
        ".filter((node) => node.checkVisibility({visibilityProperty: true}))",
        CONTROLS,
    )
    for control in controls:
        if not complaints.check(browser.label(control).strip() != "", f"{where}: a control without a name"):
            complaints.found[-1] += ": " + browser.execute(
                "return arguments[0].outerHTML.slice(0, 200)", control
            )
    for width in WIDTHS:
        browser.resize(width, 800)
        complaints.equal(browser.execute(WIDTH), [], f"{where}, {width} px")
    browser.resize(1280, 900)
    return len(controls)


def covered(browser: Browser) -> str | None:
    """What lies on top of what has the focus, once the page has scrolled there."""
    fault = None
    for _ in range(20):
        fault = browser.execute(
            "const now = document.activeElement; const box = now.getBoundingClientRect();"
            "const top = document.elementFromPoint("
            "  box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 30) / 2);"
            # What is larger than a control scrolls by itself, and may begin anywhere.
            "if (box.height >= 200) return null;"
            "if (top && (now.contains(top) || top.contains(now) || top.matches('label'))) return null;"
            "return 'to what is covered by ' + (top ? top.outerHTML.slice(0, 80) : 'the edge')"
            "  + ': ' + now.outerHTML.slice(0, 120)"
        )
        if fault is None:
            return None
        time.sleep(0.05)
    return fault


def by_tab(page: Page, language: str, width: int, complaints: Complaints) -> None:
    """Tab goes down the page, to what is to be seen and covered by nothing, and shows where it is."""
    browser = page.browser
    browser.resize(width, 800)
    # The first thing in the page: the link that skips to the form.
    browser.execute(
        "window.scrollTo(0, 0); window.stop = document.querySelector('a[href]'); window.stop.focus()"
    )
    for number in range(STOPS):
        browser.press("Tab")
        fault = browser.execute(
            "const before = window.stop; const now = document.activeElement; window.stop = now;"
            "if (now === document.body) return 'it is lost';"
            "const name = now.outerHTML.slice(0, 120);"
            "if (!(before.compareDocumentPosition(now) & 4)) return 'back to ' + name;"
            "const style = getComputedStyle(now); const box = now.getBoundingClientRect();"
            "if (box.width === 0 || style.visibility === 'hidden') return 'to what is not seen: ' + name;"
            "const isShown = style.outlineStyle !== 'none' || style.boxShadow !== 'none';"
            "return isShown ? null : 'not to be seen at ' + name"
        ) or covered(browser)
        if not complaints.check(
            fault is None, f"{language}, {width} px: the focus, {number + 1} times Tab: {fault}"
        ):
            break
    browser.resize(1280, 900)
