"""The tests, by their names, in the order in which they run."""

from collections.abc import Callable

from . import accessibility, driving, equality, fill, habits, network, opening, pictures, screening, speed
from .setting import Setting

TESTS: dict[str, Callable[[Setting], str]] = {
    "driver": driving.prove,
    "network": network.prove,
    "speed": speed.prove,
    "fill": fill.prove,
    "habits": habits.prove,
    "open": opening.prove,
    "screen": screening.prove,
    "accessibility": accessibility.prove,
    "pictures": pictures.prove,
    "equality": equality.prove,
}
