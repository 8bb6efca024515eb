"""Pictures of the page, for people to look at."""

from collections.abc import Callable

from .page import Page
from .setting import Complaints, Setting

SIZES = {390: 844, 1280: 560}
# So that pictures fit into a repository and a page of instructions. (Firefox packs them less.)
LIMITS = {"chromium": 150_000, "firefox": 200_000}


def prove(setting: Setting) -> str:
    complaints = Complaints()
    folder = (setting.pictures or setting.folder / "pictures") / setting.browser_name
    folder.mkdir(parents=True, exist_ok=True)
    with setting.browser() as browser:
        page = Page(browser, setting)
        for name, show in STATES.items():
            page.forget()
            browser.resize(1280, 860)
            show(setting, page)
            for width, height in SIZES.items():
                browser.resize(width, height)
                picture = browser.screenshot()
                complaints.check(
                    len(picture) < LIMITS[setting.browser_name], f"{name}, {width} px: {len(picture)} bytes"
                )
                (folder / f"{name}-{width}.png").write_bytes(picture)
    complaints.end()
    return f"{len(STATES) * len(SIZES)} pictures" + (f" in {folder}" if setting.pictures else "")


def start(setting: Setting, page: Page) -> None:
    page.browser.execute("window.scrollTo(0, 0)")


def opened(sample: str, path: str) -> Callable[[Setting, Page], None]:
    def show(setting: Setting, page: Page) -> None:
        page.take(setting.samples / sample)
        page.browser.wait("it is open", lambda: page.has_notice("opened"))
        page.browser.execute(
            "arguments[0].scrollIntoView({block: 'start'}); window.scrollBy(0, -90)", page.field(path)
        )

    return show


def preview(setting: Setting, page: Page) -> None:
    opened("national-incubation-pass.json", "tenants")(setting, page)
    page.press("pasteTable", page.field("tenants"))
    page.browser.focus(page.browser.find("textbox", within=page.dialog()))
    rows = [
        ("企业名称", "资质"),
        ("洛川智能装备有限公司", "高企、科技型中小企业"),
        ("伊水新材料有限公司", "国家级专精特新"),
        ("瀍河软件有限公司", "老字号"),
    ]
    page.browser.paste("".join("\t".join(row) + "\r\n" for row in rows))


def report(setting: Setting, page: Page) -> None:
    opened("national-incubation-fail.json", "tenants")(setting, page)
    page.press("showReport")
    page.dialog()


def screening(setting: Setting, page: Page) -> None:
    page.menu("showScreening")
    page.press("chooseApplications")
    page.browser.upload(page.browser.find("file"), *sorted((setting.samples / "screen/henan").iterdir()))
    page.screened()


STATES: dict[str, Callable[[Setting, Page], None]] = {
    "start": start,
    "filled": opened("national-collaboration-pass.json", "applicant.kind"),
    "failing": opened("national-incubation-fail.json", "incubation.officeArea"),
    "paste": preview,
    "form": report,
    "screening": screening,
}
