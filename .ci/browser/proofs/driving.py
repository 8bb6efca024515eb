"""The driver itself, on small files: what it says of a page is so, in both browsers alike."""

from pathlib import Path

from driver import Browser, Listener

from .setting import Complaints, Setting

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'wasm-unsafe-eval'"
FORM = f"""<!doctype html><html lang="zh"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>表</title>
<label>名称 <input id="name"></label> <label for="area">面积</label><textarea id="area"></textarea>
<label>类别 <select id="kind"><option>甲<option>乙</select></label>
<input type="file" multiple aria-label="打开"> <iframe srcdoc="<p>里面"></iframe>
<div id="target">放在这里</div> <button id="save">保存</button> <button id="ask">问</button>
<p hidden><button>看不见</button></p>
<script>
const show = (files) => {{ document.title = [...files].map((file) => file.name + file.size).join(); }};
document.querySelector("[type=file]").onchange = (event) => show(event.target.files);
target.ondrop = (event) => {{ event.preventDefault(); show(event.dataTransfer.files); }};
target.ondragover = (event) => event.preventDefault();
kind.onchange = () => {{ document.title = kind.value; }};
ask.onclick = () => {{ document.title = confirm("删除？"); }};
save.onclick = () => {{
  const link = document.createElement("a");
  link.download = "申报材料.json";
  link.href = window.URL.createObjectURL(new Blob(["{{}}"]));
  link.click();
}};
</script>"""


def prove(setting: Setting) -> str:
    complaints = Complaints()
    page = setting.folder / "表.html"
    page.write_text(FORM, "utf-8")
    with setting.browser() as browser:
        browser.preload("window.before = document.title;")
        browser.open(page)
        complaints.equal(browser.execute("return window.before"), "", "the script before the page's")
        writing(browser, complaints)
        files(browser, complaints, page)
        looking(browser, complaints)
        console(browser, complaints)
    going_out(setting, complaints)
    complaints.end()
    return f"{complaints.count} of its own"


def going_out(setting: Setting, complaints: Complaints) -> None:
    """What a page without a policy asks for is noted, and nothing else."""
    page = setting.folder / "open.html"
    listener = Listener()
    page.write_text(
        "<!doctype html><img src='http://127.0.0.1:8099/image'><script>"
        "fetch('http://a.example/fetch').catch(() => 0); new WebSocket('ws://b.example/socket');"
        "navigator.sendBeacon('https://c.example/beacon')</script>",
        "utf-8",
    )
    with setting.browser(proxy=listener.address) as browser:
        browser.open(page)
        hosts = {"127.0.0.1:8099", "a.example", "b.example:80", "c.example:443"}
        browser.wait(f"requests for {hosts}", lambda: hosts <= {host(each) for each in listener.wanted})
    complaints.equal(len(set(listener.wanted)), 4, f"what goes out: {listener.wanted}")
    listener.close()


def host(address: str) -> str:
    return address.removeprefix("http://").split("/")[0]


def writing(browser: Browser, complaints: Complaints) -> None:
    name, area = browser.find("textbox", "名称"), browser.find("textbox", "面积")
    browser.type(name, "云汐先进𠮷")
    complaints.equal(browser.value(name), "云汐先进𠮷", "typed")
    browser.replace(name, "abc")
    complaints.equal(browser.value(name), "abc", "typed over")
    browser.replace(name, "")
    complaints.equal(browser.value(name), "", "deleted")
    browser.press("Tab")
    complaints.equal(browser.execute("return document.activeElement.id"), "area", "the focus after Tab")
    browser.paste("企业\t资质\n甲\t高企\n")
    complaints.equal(browser.value(area), "企业\t资质\n甲\t高企\n", "pasted")
    browser.replace(name, "国")
    browser.compose(["j", "ji", "jis"], "技术")
    browser.wait("what was composed", lambda: browser.value(name) == "国技术")
    browser.choose(browser.find("combobox", "类别"), "乙")
    complaints.equal(browser.execute("return document.title"), "乙", "chosen")
    complaints.equal(browser.label(area), "面积", "the name for a screen reader")
    complaints.equal(browser.role(area), "textbox", "the role for a screen reader")
    complaints.equal(len(browser.find_all("button")), 2, "buttons to be seen")
    browser.click(browser.find("button", "问"))
    complaints.equal(browser.dialog(), "删除？", "the dialog")
    browser.answer_dialog(True)
    complaints.equal(browser.execute("return document.title"), "true", "the answer to the dialog")


def files(browser: Browser, complaints: Complaints, page: Path) -> None:
    other = page.with_name("甲.txt")
    other.write_text("甲", "utf-8")
    both = f"甲.txt3,表.html{page.stat().st_size}"
    browser.upload(browser.find("file", "打开"), other, page)
    complaints.equal(browser.execute("return document.title"), both, "chosen files")
    browser.execute("document.title = ''")
    browser.drop(browser.execute("return target"), other, page)
    complaints.equal(browser.execute("return document.title"), both, "dropped files")
    saved = browser.downloaded("保存", lambda: browser.click(browser.find("button", "保存")))
    complaints.equal((saved.name, saved.read_text()), ("申报材料.json", "{}"), "the saved file")


def looking(browser: Browser, complaints: Complaints) -> None:
    browser.frame(browser.execute("return document.querySelector('iframe')"))
    complaints.equal(browser.execute("return document.body.innerText"), "里面", "in the frame")
    browser.frame(None)
    browser.execute("document.body.style.height = '2000px'")
    for width in (320, 1600):
        browser.resize(width, 700)
        complaints.equal(browser.execute("return innerWidth"), width, "the width")
        complaints.equal(size(browser.screenshot()), (width, 700), "the picture")
        complaints.check(size(browser.screenshot(whole=True))[1] > 2000, "the picture of the whole page")
    complaints.check(browser.print_pdf().startswith(b"%PDF"), "no PDF")


def size(picture: bytes) -> tuple[int, int]:
    """Width and height, as they stand in a PNG."""
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])


def console(browser: Browser, complaints: Complaints) -> None:
    complaints.equal(browser.messages(), [], "messages")
    browser.execute("const image = new Image(); image.src = 'http://127.0.0.1:9/a.png'")
    browser.execute("setTimeout(() => { throw new Error('of the page') })")
    found = browser.wait("messages", browser.messages)
    found += browser.messages()
    text = "\n".join(message.text for message in found)
    complaints.check("img-src" in text, f"no breach of the policy: {text}")
    complaints.check("of the page" in text, f"no error of a script: {text}")
