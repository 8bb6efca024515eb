"""What both protocols carry: the commands of WebDriver."""

from typing import Any, Protocol

# How an element is written in JSON, by the standard.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Connection(Protocol):
    """A way to a browser. Commands have the names that Marionette gives them."""

    def command(self, name: str, /, **parameters: Any) -> Any:
        """What the browser answers; a `BrowserFault` if it refuses or does not answer in time."""

    def close(self) -> None:
        """Ends the session, and the browser with it."""
