"""Prints how fast it is, which nobody asserts; asserts that memory does not grow, which is no time."""

import json
import statistics
from pathlib import Path

from .page import Page
from .setting import Complaints, Setting

# Notes when the page can be filled in, and how long each frame's work takes.
WATCH = """
const frame = window.requestAnimationFrame.bind(window);
window.work = [];
window.requestAnimationFrame = (callback) => frame((time) => {
  const begin = performance.now();
  callback(time);
  window.work.push(performance.now() - begin);
});
const wait = () => {
  const toolbar = document.querySelector('#toolbar');
  if (toolbar && !toolbar.hidden) window.readyAt = performance.now();
  else setTimeout(wait, 1);
};
wait();
"""
EDITS = Path(__file__).with_name("edits.js").read_text("utf-8")
TENANTS = 60
TYPED = 300


def prove(setting: Setting) -> str:
    complaints = Complaints()
    with setting.browser() as browser:
        browser.preload(WATCH)
        page = Page(browser, setting)
        paint = browser.execute(
            "return performance.getEntriesByType('paint')"
            ".find((each) => each.name === 'first-contentful-paint')?.startTime ?? 0"
        )
        ready = browser.execute("return window.readyAt")
        page.take(big(setting))
        browser.wait("it is open", lambda: page.has_notice("opened"))
        box = browser.find("textbox", within=page.field("incubation.officeArea"))
        browser.replace(box, "")
        browser.execute("window.work = []")
        for _ in range(TYPED // 10):
            browser.replace(box, "5000.12345")
        work = sorted(browser.execute("return window.work"))
        after_some = edits(page, setting, 1000)
        after_many = edits(page, setting, 9000)
        complaints.equal(after_many, after_some, "bytes of memory after 10,000 edits, against 1,000")
    complaints.end()
    size = setting.page.stat().st_size
    return (
        f"{size / 1e6:.2f} MB; first paint {paint:.0f} ms, ready {ready:.0f} ms; a key among {TENANTS} tenants"
        f" {statistics.median(work):.1f} ms, 95 % {work[len(work) * 95 // 100]:.1f} ms ({len(work)} frames);"
        f" {after_many / 2**20:.1f} MiB after 10,000 edits"
    )


def big(setting: Setting) -> Path:
    """An application with 60 tenants."""
    value = json.loads((setting.samples / "national-incubation-pass.json").read_text("utf-8"))
    rows = value["tenants"]
    value["tenants"] = [
        {**rows[index % len(rows)], "name": f"第{index}家有限公司"} for index in range(TENANTS)
    ]
    file = setting.folder / "六十家.json"
    file.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return file


def edits(page: Page, setting: Setting, count: int) -> int:
    """So many edits of all kinds, of an application that stays of one size; bytes of memory after them."""
    text = (setting.samples / "national-incubation-pass.json").read_text("utf-8")
    for start in range(0, count, 500):
        page.browser.execute(EDITS, text, start, min(500, count - start))
    return page.engine.memory()
