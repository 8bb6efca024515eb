"""A child process that leaves nothing behind."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .faults import BrowserFault, BrowserMissing

Found = TypeVar("Found")


def program(name: str, package: str) -> str:
    """The path of a program, or what to install."""
    path = shutil.which(name)
    if path is None:
        raise BrowserMissing(f"{name} is not installed: apt-get install {package} (Debian)")
    return path


class Child:
    """A program in a session of its own, so that its children end with it."""

    def __init__(self, command: list[str], log: Path, **environment: str) -> None:
        self.name = Path(command[0]).name
        self.log = log
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env=os.environ | environment,
            )

    def wait_for(self, what: str, look: Callable[[], Found | None], seconds: float = 60) -> Found:
        """What `look` finds, as soon as it finds it; a fault if the program ends before."""
        end = time.monotonic() + seconds
        while (found := look()) is None:
            if self.process.poll() is not None:
                raise BrowserFault(f"{self.name} ended before {what}: {self.last_words()}")
            if time.monotonic() > end:
                raise BrowserFault(f"{self.name}: no {what} within {seconds} s: {self.last_words()}")
            time.sleep(0.02)
        return found

    def last_words(self) -> str:
        return self.log.read_text("utf-8", "replace")[-1500:].strip()

    def end(self, seconds: float = 5) -> None:
        """Waits a little for its own end, then ends it and all that it started."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
        # The group may outlive its leader.
        end_group(self.process.pid)
        self.process.wait()


def end_group(leader: int) -> None:
    """Ends a process and its group, if they are still there."""
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(leader, signal.SIGKILL)
