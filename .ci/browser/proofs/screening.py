"""Many applications dropped on the page give the command's own page of them."""

from functools import partial
from pathlib import Path

from .command import run
from .page import Page
from .setting import Complaints, Setting


def prove(setting: Setting) -> str:
    complaints = Complaints()
    folder = setting.samples / "screen"
    henan = sorted((folder / "henan").iterdir())
    national = sorted((folder / "national").iterdir())
    with setting.browser() as browser:
        for language in ("zh", "en"):
            page = Page(browser, setting, language)
            browser.drop(browser.execute("return document.body"), *henan)
            same(setting, page, language, henan, None, complaints)
            recommender = folder / "recommender-henan-city.json"
            page.press("chooseRecommender")
            browser.upload(browser.find("file"), recommender)
            same(setting, page, language, henan, recommender, complaints)
            page.press("clearFiles")
            page.press("chooseApplications")
            browser.upload(browser.find("file"), *national)
            same(setting, page, language, national, None, complaints)
            page.press("clearFiles")
            page.press("chooseApplications")
            browser.upload(browser.find("file"), folder / "batch.ndjson")
            same(setting, page, language, [folder / "batch.ndjson"], None, complaints)
            candidate(page, complaints)
            complaints.equal(browser.messages(), [], "the console")
            page.forget()
    complaints.end()
    return "folders, a file of lines and a recommending unit, in both languages"


def same(
    setting: Setting,
    page: Page,
    language: str,
    files: list[Path],
    recommender: Path | None,
    complaints: Complaints,
) -> None:
    """The document and the table of the page against the command's, run where the files are."""
    page.screened()
    for form, key in (("html", "saveAsHTML"), ("csv", "saveAsCSV")):
        options = ["--recommender", f"../{recommender.name}"] if recommender else []
        names = [file.name for file in files]
        arguments = ["screen", "--lang", language, "--format", form, *options, *names]
        printed = run(setting.program, files[0].parent, arguments)
        if recommender:
            printed = printed.replace(f"../{recommender.name}".encode(), recommender.name.encode())
        button = page.button(key)
        saved = page.browser.downloaded(key, partial(page.browser.click, button))
        complaints.check(saved.read_bytes() == printed, f"{language}, {form} of {names}: not the command's")
        saved.unlink()


def candidate(page: Page, complaints: Complaints) -> None:
    """One of them is opened from the list, and is in the form."""
    opened = page.browser.find_all("button", page.words["openCandidateNamed"].split("{")[0], part=True)
    complaints.check(len(opened) > 1, "no candidate can be opened")
    page.browser.click(opened[0])
    page.browser.wait("the form", lambda: page.has_notice("opened"))
    complaints.check(page.saved().get("baseType") is not None, "the candidate is not in the form")
