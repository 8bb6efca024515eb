"""WebDriver over HTTP, as chromedriver speaks it."""

import http.client
import json
from typing import Any

from .faults import BrowserFault

# Method and path of each command that is used here.
ROUTES = {
    "Navigate": ("POST", "url"),
    "Refresh": ("POST", "refresh"),
    "ExecuteScript": ("POST", "execute/sync"),
    "ExecuteAsyncScript": ("POST", "execute/async"),
    "ElementSendKeys": ("POST", "element/{id}/value"),
    "ElementClick": ("POST", "element/{id}/click"),
    "GetComputedLabel": ("GET", "element/{id}/computedlabel"),
    "GetComputedRole": ("GET", "element/{id}/computedrole"),
    "PerformActions": ("POST", "actions"),
    "ReleaseActions": ("DELETE", "actions"),
    "SwitchToFrame": ("POST", "frame"),
    "GetAlertText": ("GET", "alert/text"),
    "AcceptAlert": ("POST", "alert/accept"),
    "DismissAlert": ("POST", "alert/dismiss"),
    "TakeScreenshot": ("GET", "screenshot"),
    "Print": ("POST", "print"),
    "Cdp": ("POST", "goog/cdp/execute"),
    "Log": ("POST", "se/log"),
}


class WebDriver:
    """A session of chromedriver."""

    def __init__(self, port: int, capabilities: dict[str, Any], seconds: float = 60) -> None:
        self.port = port
        self.seconds = seconds
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
        answer = self.request("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session: str = answer["sessionId"]
        self.capabilities: dict[str, Any] = answer["capabilities"]

    def command(self, name: str, /, **parameters: Any) -> Any:
        method, path = ROUTES[name]
        if "{id}" in path:
            path = path.format(id=parameters.pop("id"))
        return self.request(method, f"/session/{self.session}/{path}", parameters)

    def close(self) -> None:
        self.request("DELETE", f"/session/{self.session}", {})
        self.http.close()

    def request(self, method: str, path: str, body: dict[str, Any]) -> Any:
        text = json.dumps(body).encode() if method == "POST" else None
        try:
            self.http.request(method, path, text, {"Content-Type": "application/json"})
            answer = self.http.getresponse()
            value = json.loads(answer.read())["value"]
        except (OSError, http.client.HTTPException, ValueError) as fault:
            self.http.close()
            raise BrowserFault(f"chromedriver, {method} {path}: {fault!r}") from fault
        if answer.status >= 400:
            raise BrowserFault(f"{value['error']}: {value['message'].splitlines()[0]}")
        return value
