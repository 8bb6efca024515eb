"""Marionette, Firefox's own protocol: JSON messages behind their lengths, over TCP."""

import json
import socket
from typing import Any

from .faults import BrowserFault

# Those of Marionette itself; the others are WebDriver's.
OWN = {"SetContext", "Quit"}


class Marionette:
    """A session of Firefox."""

    def __init__(self, port: int, capabilities: dict[str, Any], seconds: float = 60) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=seconds)
        self.received = b""
        self.number = 0
        hello = self.receive()
        if hello.get("marionetteProtocol") != 3:
            raise BrowserFault(f"Firefox speaks another Marionette: {hello}")
        answer = self.command("NewSession", capabilities={"alwaysMatch": capabilities})
        self.capabilities: dict[str, Any] = answer["capabilities"]

    def command(self, name: str, /, **parameters: Any) -> Any:
        self.number += 1
        full = f"{'Marionette' if name in OWN else 'WebDriver'}:{name}"
        text = json.dumps([0, self.number, full, parameters]).encode()
        try:
            self.socket.sendall(b"%d:%s" % (len(text), text))
            _, number, error, result = self.receive()
        except OSError as fault:
            raise BrowserFault(f"Firefox, {full}: {fault!r}") from fault
        if number != self.number:
            raise BrowserFault(f"Firefox answered command {number}, not {self.number}")
        if error is not None:
            raise BrowserFault(f"{error['error']}: {error['message']}")
        # The answers that are one value come wrapped.
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def close(self) -> None:
        self.command("Quit", flags=["eForceQuit"])
        self.socket.close()

    def receive(self) -> Any:
        while b":" not in self.received:
            self.read()
        count, _, self.received = self.received.partition(b":")
        while len(self.received) < int(count):
            self.read()
        text, self.received = self.received[: int(count)], self.received[int(count) :]
        return json.loads(text)

    def read(self) -> None:
        data = self.socket.recv(1 << 20)
        if not data:
            raise OSError("Firefox has closed the connection")
        self.received += data
