"""The engine inside the page, asked without the page's forms."""

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from driver import Browser

from .setting import Failure

SCRIPT = Path(__file__).with_name("engine.js").read_text("utf-8")
READ = (
    "const parts = arguments[1].map(({base64, ...rest}) => ({...rest, bytes: kczgProof.fromBase64(base64)}));"
)


@dataclass(frozen=True)
class Part:
    """A file of a request, with what else is said of it."""

    data: bytes
    name: str = ""
    members: dict[str, Any] = field(default_factory=dict)

    def written(self) -> dict[str, Any]:
        return {**self.members, "name": self.name, "base64": base64.b64encode(self.data).decode()}


class Engine:
    """The engine that the page has started."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    @staticmethod
    def prepare(browser: Browser) -> None:
        """Before the page is opened."""
        browser.preload(SCRIPT)

    def bytes(self, header: dict[str, Any], *parts: Part) -> bytes:
        status, answer = self.browser.execute(
            READ + "const answer = kczgProof.call(arguments[0], parts);"
            "return [answer.status, kczgProof.toBase64(answer.bytes)];",
            header,
            [part.written() for part in parts],
        )
        data = base64.b64decode(answer)
        if status != 0:
            raise Failure(f"the engine refuses {header}: {data.decode()}")
        return data

    def json(self, header: dict[str, Any], *parts: Part) -> Any:
        return json.loads(self.bytes(header, *parts))

    def digests(self, requests: list[tuple[dict[str, Any], Part]]) -> list[str]:
        """SHA-256 of many answers, or the engine's refusals: what is answered is too much to carry."""
        written = [[header, [part.written()]] for header, part in requests]
        return self.browser.execute_async(
            "const read = (" + "function () {" + READ + "return kczgProof.call(arguments[0], parts); });"
            "(async () => { const found = [];"
            "for (const [header, parts] of arguments[0]) {"
            "  const {status, bytes} = read(header, parts);"
            "  found.push(status === 0 ? await kczgProof.digest(bytes) : new TextDecoder().decode(bytes));"
            "} return found; })().then(done, (fault) => done([String(fault)]));",
            written,
        )

    def memory(self) -> int:
        """Bytes that the engine's memory has grown to."""
        return self.browser.execute("return kczgProof.memory()")
