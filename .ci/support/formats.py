"""What the formats for machines are worth to those who read them: real consumers, from the Python
package index, and SARIF's official schema read what the program prints.

usage: formats.py PROGRAM FOLDER_OF_SAMPLES

Leaves with 77, and says why, where what it needs cannot be had, as on a machine without a network.
KCZG_SARIF_SCHEMA may name a file with the schema.
"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import venv
import xml.etree.ElementTree
from pathlib import Path

PACKAGES = [
    "jsonschema[format]==4.*", "junitparser==4.*", "tap.py==3.*", "PyYAML==6.*",
    "more-itertools==10.*", "sarif-tools==3.*",
]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOSTILE = "<b>&amp;|`[x](1) ]]> # SKIP {0} =1+1\n::error::owned\u202e\ufffe"


def main(program: str, samples: Path) -> None:
    inputs = [str(path) for path in sorted(samples.glob("*.json"))]
    inputs += [str(samples / "screen/henan"), str(samples / "screen/batch.ndjson"), "no such file.json"]
    with tempfile.TemporaryDirectory() as folder:
        # tap.py knows the escapes of version 14 not yet: no number sign here.
        hostile = Path(folder) / "hostile %&<>|`.json"
        application = {"baseType": "collaboration", "baseName": HOSTILE, HOSTILE: 1}
        application["applicant"] = {"name": HOSTILE, "region": {"province": HOSTILE}}
        hostile.write_text(json.dumps(application), encoding="utf-8")
        inputs.append(str(hostile))
        for options in ([], ["--lang", "en", "--stage", "all", "--fail-on", "fail"]):

            def output(form: str) -> bytes:
                command = [program, "--format", form, *options, *inputs]
                run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                assert run.returncode == 66, f"{form}: exit status {run.returncode}"
                return run.stdout

            reports = json.loads(output("json"))
            check_junit(output("junit"), reports, options)
            check_tap(output("tap"), reports, options)
            check_sarif(output("sarif"), reports, folder)
    print("formats: junitparser, tap.py and sarif-tools read what is printed")


def verdicts(reports: list) -> list[str]:
    return [
        criterion["verdict"]
        for report in reports
        for rulebook in report["rulebooks"]
        for clause in rulebook["clauses"]
        for criterion in clause["criteria"]
    ]


def errors(reports: list) -> int:
    """Data errors of applications of which nothing was judged."""
    found = [d for r in reports if r["verdict"] == "invalid" for d in r["diagnostics"]]
    return sum(d["severity"] == "error" for d in found)


# Of the inputs, one does not exist.
UNREADABLE = 1


def check_junit(data: bytes, reports: list, options: list) -> None:
    import junitparser

    xml.etree.ElementTree.fromstring(data)
    report = junitparser.JUnitXml.fromstring(data)
    cases = [case for suite in report for case in suite]
    found = verdicts(reports)
    assert len(cases) == len(found) + errors(reports) + UNREADABLE, "JUnit: number of cases"
    results = [type(case.result[0]).__name__ if case.result else "pass" for case in cases]
    lenient = "fail" in options
    open_count = found.count("unknown")
    assert results.count("Skipped") == (open_count if lenient else 0), "JUnit: skipped"
    assert results.count("Failure") == found.count("fail") + (0 if lenient else open_count)
    assert results.count("Error") == errors(reports) + UNREADABLE, "JUnit: errors"


def check_tap(data: bytes, reports: list, options: list) -> None:
    from tap.parser import Parser

    lines = list(Parser().parse_text(data.decode()))
    tests = [line for line in lines if line.category == "test"]
    plans = [line for line in lines if line.category == "plan"]
    unknown = {line.category for line in lines} - {"version", "test", "plan", "diagnostic"}
    assert not unknown, f"TAP: {unknown}"
    assert [plan.expected_tests for plan in plans] == [len(tests)], "TAP: plan"
    assert [test.number for test in tests] == list(range(1, len(tests) + 1)), "TAP: numbers"
    found = verdicts(reports)
    assert len(tests) == len(found) + errors(reports) + UNREADABLE, "TAP: number of tests"
    skipped = found.count("unknown") if "fail" in options else 0
    assert sum(test.skip for test in tests) == skipped, "TAP: skipped"
    for test in tests:
        assert test.ok == (test.yaml_block is None) or test.skip, "TAP: YAML"
        assert test.ok or test.yaml_block["severity"] in ("fail", "unknown", "error"), "TAP: YAML"


def check_sarif(data: bytes, reports: list, folder: str) -> None:
    from sarif import loader

    log = json.loads(data)
    results = log["runs"][0]["results"]
    found = verdicts(reports)
    diagnostics = sum(len(report["diagnostics"]) for report in reports)
    expected = found.count("fail") + found.count("unknown") + diagnostics
    assert len(results) == expected, "SARIF: number of results"
    path = Path(folder) / "log.sarif"
    path.write_bytes(data)
    records = loader.load_sarif_file(str(path)).get_records()
    assert len(records) == expected and all(record["Location"] for record in records)

    schema = sarif_schema()
    if schema is None:
        print("formats: SKIPPED SARIF's schema, which cannot be had; set KCZG_SARIF_SCHEMA to a file")
        return
    import jsonschema

    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    print("formats: the SARIF log is valid by the official schema")


def sarif_schema() -> dict | None:
    if path := os.environ.get("KCZG_SARIF_SCHEMA"):
        return json.loads(Path(path).read_text(encoding="utf-8"))
    try:
        with urllib.request.urlopen(SCHEMA, timeout=30) as response:
            return json.load(response)
    except (OSError, urllib.error.URLError, ValueError):
        return None


def prepare(folder: str) -> str:
    """An interpreter that has the packages; leaves with 77 where they cannot be had."""
    try:
        venv.create(folder, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        skip(f"Python makes no environment ({error})")
    python = str(Path(folder) / "bin/python")
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != 0:
        skip("the packages cannot be installed: " + " ".join(PACKAGES))
    return python


def skip(reason: str) -> None:
    print(f"formats: SKIPPED, {reason}")
    sys.exit(77)


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[3] == "--prepared":
        main(sys.argv[1], Path(sys.argv[2]))
    elif len(sys.argv) == 3:
        with tempfile.TemporaryDirectory() as environment:
            command = [prepare(environment), __file__, *sys.argv[1:], "--prepared"]
            sys.exit(subprocess.run(command).returncode)
    else:
        sys.exit(__doc__)
