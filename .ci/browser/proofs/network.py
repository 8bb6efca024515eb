"""Nothing goes out, and nothing could: neither of the page's own, nor of a script that came in."""

from pathlib import Path

from driver import Browser, BrowserFault, Listener

from .page import Page
from .setting import Complaints, Setting

WAYS_OUT = Path(__file__).with_name("ways-out.js").read_text("utf-8")
FOREIGN_CODE = Path(__file__).with_name("foreign-code.js").read_text("utf-8")
# Long enough for all of them: without a policy they are there at once.
PATIENCE = "setTimeout(() => done(window.foreign ?? []), 1500)"


def prove(setting: Setting) -> str:
    complaints = Complaints()
    listener = Listener()
    with setting.browser(proxy=listener.address) as browser:
        page = Page(browser, setting)
        used(setting, page)
        loaded = browser.execute("return performance.getEntriesByType('resource').map((entry) => entry.name)")
        complaints.equal(loaded, [], "what the page loads")
        complaints.equal(browser.messages(), [], "the console")
        complaints.equal(listener.wanted, [], "where the page goes")
        ways = browser.execute(WAYS_OUT, "page")
        browser.execute(FOREIGN_CODE)
        complaints.equal(browser.execute_async(PATIENCE), [], "code that is not the page's own runs from")
        complaints.equal(listener.wanted, [], "where scripts go in spite of the policy")
        without_policy(setting, browser, listener, ways, complaints)
    listener.close()
    complaints.end()
    return f"nothing requested; {len(ways)} ways out and 7 ways in closed, all open without the policy"


def used(setting: Setting, page: Page) -> None:
    """Everything that could load something."""
    page.take(setting.samples / "national-incubation-fail.json")
    page.browser.wait("it is open", lambda: page.has_notice("opened"))
    page.press("showReport")
    page.press_in_dialog("close")
    page.menu("showAnswers")
    page.press_in_dialog("close")
    page.saved()
    page.menu("showScreening")
    page.press("chooseApplications")
    page.browser.upload(page.browser.find("file"), setting.samples / "screen/batch.ndjson")
    page.screened()


def without_policy(
    setting: Setting, browser: Browser, listener: Listener, ways: list[str], complaints: Complaints
) -> None:
    """The same in a page without a policy: all of it would work, so what closed it was the policy."""
    open_page = setting.folder / "open.html"
    open_page.write_text("<!doctype html><title>x</title>", "utf-8")
    browser.open(open_page)
    browser.execute(WAYS_OUT, "open")

    def missing() -> set[str]:
        return set(ways) - {wanted.removeprefix("http://").split(".")[0] for wanted in listener.wanted}

    try:
        browser.wait("all of them", lambda: not missing())
    except BrowserFault:
        complaints.check(False, f"not open without a policy: {missing()}")
    browser.execute(FOREIGN_CODE)
    complaints.equal(len(browser.execute_async(PATIENCE)), 7, "ways in that are open without a policy")
