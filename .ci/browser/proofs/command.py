"""The command, whose word the page's is measured by."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .setting import Failure


@dataclass(frozen=True)
class Question:
    """A report that is asked for: of which file, in which words, about which stages."""

    file: str
    language: str = "zh"
    stages: tuple[str, ...] = ()
    format: str = "json"

    def options(self) -> list[str]:
        stages = [option for stage in self.stages for option in ("--stage", stage)]
        return ["--lang", self.language, "--format", self.format, *stages]


# An application was judged, or its errors are in the report.
REPORTED = (0, 1, 2, 65)


def report(program: Path, folder: Path, question: Question) -> bytes:
    """What the command prints of a file, run where the file is."""
    return run(program, folder, [*question.options(), question.file])


def reports(program: Path, folder: Path, questions: list[Question]) -> list[bytes]:
    """The same for many; the processes run while the browser has nothing to do."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda question: report(program, folder, question), questions))


def run(program: Path, folder: Path, arguments: list[str]) -> bytes:
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, timeout=60)
    if done.returncode not in REPORTED:
        raise Failure(
            f"{program.name} {' '.join(arguments)}: status {done.returncode}: {done.stderr.decode()}"
        )
    return done.stdout
