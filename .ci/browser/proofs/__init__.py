"""The tests, by their names, in the order in which they run."""

from collections.abc import Callable

from . import driving, equality
from .setting import Setting

TESTS: dict[str, Callable[[Setting], str]] = {
    "driver": driving.prove,
    "equality": equality.prove,
}
