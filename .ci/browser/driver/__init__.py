"""Chromium and Firefox as a person at the keyboard has them: one class, the same commands."""

from .browser import Browser, Element
from .faults import BrowserFault, BrowserMissing
from .launch import BROWSERS, launch, require
from .listener import Listener

__all__ = [
    "BROWSERS",
    "Browser",
    "BrowserFault",
    "BrowserMissing",
    "Element",
    "Listener",
    "launch",
    "require",
]
