"""Chromium, by chromedriver."""

import base64
import os
import re
import tempfile
from pathlib import Path
from typing import Any

from .browser import Browser, Message
from .process import Child, end_group, program
from .webdriver import WebDriver

FLAGS = [
    "--headless=new",
    "--window-size=1280,1000",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    # Else a click may fall where something was before a page scrolled smoothly.
    "--force-prefers-reduced-motion",
    "--no-default-browser-check",
    # Nothing of the browser's own goes out, so that what goes out is the page's.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--no-pings",
    "--disable-search-engine-choice-screen",
    "--component-updater=url-source=http://127.0.0.1:9/,initial-delay=100000",
    "--gaia-url=http://127.0.0.1:9",
    "--variations-server-url=http://127.0.0.1:9",
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,"
    "CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying,PreconnectToSearch,"
    "PreconnectToSearchNonGoogle,DSEPreconnect2,NavigationPredictor",
]


class Chromium(Browser):
    name = "chromium"

    def __init__(self, proxy: str | None = None, language: str = "zh-CN") -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="kczg-chromium-", ignore_cleanup_errors=True)
        place = Path(self.folder.name)
        super().__init__(place / "downloads")
        self.downloads.mkdir()
        chromium = program("chromium", "chromium")
        command = [program("chromedriver", "chromium-driver"), "--port=0"]
        self.driver = Child(command, place / "log")
        self.browser: int | None = None
        try:
            port = self.driver.wait_for("its port", self.port)
            flags = [*FLAGS, f"--user-data-dir={place / 'profile'}", f"--lang={language}"]
            if os.geteuid() == 0:
                # Its sandbox is not for root, as whom containers run.
                flags.append("--no-sandbox")
            if proxy is not None:
                flags += [f"--proxy-server={proxy}", "--proxy-bypass-list=<-loopback>"]
            options = {"binary": chromium, "args": flags, "prefs": self.preferences(language)}
            capabilities = {
                "browserName": "chrome",
                "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL"},
                "unhandledPromptBehavior": "ignore",
                "timeouts": {"script": 120_000, "pageLoad": 60_000},
            }
            self.connection = WebDriver(port, capabilities, seconds=150)
            self.browser = self.connection.capabilities.get("goog:processID")
            self.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads))
        except BaseException:
            self.close()
            raise

    def preferences(self, language: str) -> dict[str, Any]:
        return {
            "download.default_directory": str(self.downloads),
            "download.prompt_for_download": False,
            "intl.accept_languages": language,
            "net.network_prediction_options": 2,
            "search.suggest_enabled": False,
            # Debian's is opened ahead in case of a new tab.
            "default_search_provider_data.template_url_data": {
                "keyword": "none",
                "short_name": "none",
                "url": "http://127.0.0.1:9/{searchTerms}",
            },
        }

    def port(self) -> int | None:
        found = re.search(r"successfully on port (\d+)", self.driver.last_words())
        return int(found[1]) if found else None

    def cdp(self, method: str, **parameters: Any) -> Any:
        """A command of the DevTools protocol, for what WebDriver has not."""
        return self.connection.command("Cdp", cmd=method, params=parameters)

    def preload(self, script: str) -> None:
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source=script)

    def type(self, element: Any, text: str) -> None:
        # chromedriver types no characters beyond the basic plane; those come as from an input method.
        for piece in re.findall(r"[\U00010000-\U0010ffff]+|[^\U00010000-\U0010ffff]+", text):
            if ord(piece[0]) > 0xFFFF:
                self.focus(element)
                self.cdp("Input.insertText", text=piece)
            else:
                super().type(element, piece)

    def copy(self, text: str) -> None:
        self.cdp("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        fault = self.execute_async(
            "navigator.clipboard.writeText(arguments[0]).then(() => done(null), (e) => done(String(e)))",
            text,
        )
        assert fault is None, fault

    def compose(self, steps: list[str], text: str) -> None:
        for step in steps:
            self.cdp("Input.imeSetComposition", text=step, selectionStart=len(step), selectionEnd=len(step))
        self.cdp("Input.insertText", text=text)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", **size)

    def screenshot(self, whole: bool = False) -> bytes:
        taken = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(taken["data"])

    def messages(self) -> list[Message]:
        return [
            Message(each["level"], each["message"]) for each in self.connection.command("Log", type="browser")
        ]

    def close(self) -> None:
        try:
            if hasattr(self, "connection"):
                self.connection.close()
        except Exception:
            pass
        finally:
            if self.browser is not None:
                end_group(self.browser)
            self.driver.process.terminate()
            self.driver.end()
            self.folder.cleanup()
