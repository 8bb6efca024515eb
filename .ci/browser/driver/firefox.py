"""Firefox, by Marionette."""

import base64
import contextlib
import json
import tempfile
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .browser import Browser, Message
from .marionette import Marionette
from .process import Child, program

# Nothing of the browser's own goes out, so that what goes out is the page's.
QUIET: dict[str, Any] = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutConfig.showWarning": False,
    "browser.contentblocking.category": "custom",
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.provider.google4.updateURL": "",
    "browser.safebrowsing.provider.mozilla.updateURL": "",
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.topsites.contile.enabled": False,
    "browser.newtabpage.activity-stream.feeds.system.topstories": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "geo.provider.testing": True,
    "media.gmp-manager.updateEnabled": False,
    "messaging-system.rsexperimentloader.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "network.trr.mode": 5,
    "privacy.trackingprotection.enabled": False,
    "security.OCSP.enabled": 0,
    "security.remote_settings.crlite_filters.enabled": False,
    "security.remote_settings.intermediates.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.unified": False,
    # Else a click may fall where something was before a page scrolled smoothly.
    "ui.prefersReducedMotion": 1,
    "trailhead.firstrun.branches": "nofirstrun-empty",
}


class Firefox(Browser):
    name = "firefox"

    def __init__(self, proxy: str | None = None, language: str = "zh-CN") -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="kczg-firefox-", ignore_cleanup_errors=True)
        place = Path(self.folder.name)
        super().__init__(place / "downloads")
        self.profile = place / "profile"
        self.downloads.mkdir()
        self.profile.mkdir()
        self.write_preferences(proxy, language)
        command = [program("firefox-esr", "firefox-esr"), "--headless", "--marionette", "--no-remote"]
        command += ["--width", "1280", "--height", "1000"]
        command += ["--remote-allow-system-access", "--profile", str(self.profile), "about:blank"]
        # Only so does it heed the preference on remote settings.
        self.firefox = Child(command, place / "log", MOZ_REMOTE_SETTINGS_DEVTOOLS="1")
        try:
            port = self.firefox.wait_for("its port", self.port)
            timeouts = {"script": 120_000, "pageLoad": 60_000}
            capabilities = {"unhandledPromptBehavior": "ignore", "timeouts": timeouts}
            self.connection = Marionette(port, capabilities, seconds=150)
        except BaseException:
            self.close()
            raise

    def write_preferences(self, proxy: str | None, language: str) -> None:
        preferences = QUIET | {
            "marionette.port": 0,
            "browser.download.folderList": 2,
            "browser.download.dir": str(self.downloads),
            "browser.download.useDownloadDir": True,
            "browser.download.alwaysOpenPanel": False,
            "browser.download.always_ask_before_handling_new_types": False,
            "intl.accept_languages": language,
        }
        if proxy is not None:
            host, _, port = proxy.partition(":")
            preferences |= {"network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": True}
            preferences |= {f"network.proxy.{kind}": host for kind in ("http", "ssl", "socks")}
            preferences |= {f"network.proxy.{kind}_port": int(port) for kind in ("http", "ssl", "socks")}
            preferences |= {"network.proxy.no_proxies_on": "", "network.proxy.socks_remote_dns": True}
        lines = [
            f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items()
        ]
        (self.profile / "user.js").write_text("".join(lines), "utf-8")

    def port(self) -> int | None:
        file = self.profile / "MarionetteActivePort"
        return int(file.read_text()) if file.exists() and file.read_text() else None

    @contextlib.contextmanager
    def chrome(self) -> Iterator[None]:
        """Scripts run in the browser itself, not in the page."""
        self.connection.command("SetContext", value="chrome")
        try:
            yield
        finally:
            self.connection.command("SetContext", value="content")

    def preload(self, script: str) -> None:
        # In a sandbox with the page's own rights and view.
        content = (
            "addEventListener('DOMWindowCreated', ({ target }) => { const view = target.defaultView;"
            "if (view.location.protocol === 'about:') return;"
            "const box = new Cu.Sandbox(view, { sandboxPrototype: view, wantXrays: false });"
            f"Cu.evalInSandbox({json.dumps(script)}, box); }}, true);"
        )
        with self.chrome():
            address = "data:application/javascript;charset=utf-8," + urllib.parse.quote(content)
            self.execute("Services.mm.loadFrameScript(arguments[0], true)", address)

    def copy(self, text: str) -> None:
        with self.chrome():
            self.execute(
                "Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper)"
                ".copyString(arguments[0])",
                text,
            )

    def compose(self, steps: list[str], text: str) -> None:
        with self.chrome():
            self.execute(
                "const [steps, text] = arguments;"
                "const method = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);"
                "method.beginInputTransactionForTests(window);"
                "for (const step of steps) {"
                "  method.setPendingCompositionString(step);"
                "  method.appendClauseToPendingComposition(step.length, method.ATTR_RAW_CLAUSE);"
                "  method.setCaretInPendingComposition(step.length);"
                "  method.flushPendingComposition();"
                "} method.commitCompositionWith(text);",
                steps,
                text,
            )

    def resize(self, width: int, height: int) -> None:
        # The window has a least width of its own; the page's frame in it has not.
        with self.chrome():
            self.execute(
                "const frame = gBrowser.selectedBrowser; const [width, height] = arguments;"
                "frame.style.width = width + 'px'; frame.style.height = height + 'px';"
                "frame.style.minWidth = '0'; frame.style.flex = 'none';",
                width,
                height,
            )
        self.wait(
            f"a viewport of {width} by {height}",
            lambda: self.execute("return [innerWidth, innerHeight]") == [width, height],
        )

    def screenshot(self, whole: bool = False) -> bytes:
        return base64.b64decode(self.connection.command("TakeScreenshot", full=whole))

    def messages(self) -> list[Message]:
        with self.chrome():
            found = self.execute(
                "const all = Services.console.getMessageArray().filter((each) =>"
                " each instanceof Ci.nsIScriptError && /content|CSP/i.test(each.category));"
                "Services.console.reset();"
                "return all.map((each) => [each.category, each.errorMessage, each.sourceName]);"
            )
        return [Message(category, f"{text} ({source})") for category, text, source in found]

    def close(self) -> None:
        try:
            if hasattr(self, "connection"):
                self.connection.close()
        except Exception:
            pass
        finally:
            self.firefox.end()
            self.folder.cleanup()
