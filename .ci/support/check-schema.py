"""Checks `kczg-check schema` with python's jsonschema, which has no part in writing it.

usage: check-schema.py PROGRAM, from the project's folder
"""
import decimal
import glob
import json
import subprocess
import sys

import jsonschema

# What the schema is to reject. The rest of what the program reports is not about a single value.
REJECTED = {"wrong-type", "unknown-code", "bad-date", "out-of-range", "bad-format", "not-an-object"}


def is_integer(_, value):
    if isinstance(value, decimal.Decimal):
        return value.as_tuple().exponent >= 0 or value == value.to_integral_value()
    return isinstance(value, int) and not isinstance(value, bool)


def parse(text):
    # Numbers as they are written, not as doubles: 999999999999999.999999999999 is less than 10^15.
    return json.loads(text.removeprefix("\ufeff"), parse_float=decimal.Decimal)


def validator(program, *options):
    schema = json.loads(subprocess.run([program, "schema", *options], stdout=-1, check=True).stdout)
    kind = jsonschema.Draft202012Validator
    kind.check_schema(schema)
    types = kind.TYPE_CHECKER.redefine("integer", is_integer)
    return jsonschema.validators.extend(kind, type_checker=types)(schema)


def main(program):
    accepted = rejected = 0
    faults = []
    for language in "zh", "en":
        applications = validator(program, "--lang", language)
        recommenders = validator(program, "--lang", language, "--document", "recommender")
        for path in sorted(glob.glob("samples/*.json") + glob.glob("samples/screen/**/*.json")):
            if path.endswith(("/not-json.json", "/data-error.json")):
                continue
            schema = recommenders if "/recommender-" in path else applications
            with open(path, encoding="utf-8") as file:
                document = parse(file.read())
            faults += [f"{path}: {error.message}" for error in schema.iter_errors(document)]
            accepted += 1
        for table in "accepted", "types", "values", "shape", "warnings":
            with open(f"Tests/kczg-checkTests/Fixtures/bad-input/{table}.json", encoding="utf-8") as file:
                cases = json.load(file)["cases"]
            for case in cases:
                codes = {expected["code"] for expected in case["expect"]}
                is_bad = bool(codes & REJECTED)
                if "text" not in case or codes & {"json-syntax", "json-encoding", "json-depth"}:
                    continue
                is_accepted = applications.is_valid(parse(case["text"]))
                if is_accepted == is_bad:
                    faults.append(f"{table}, {case['name']}: {'accepted' if is_bad else 'rejected'}")
                accepted, rejected = accepted + is_accepted, rejected + (not is_accepted)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"schema: {accepted} documents accepted, {rejected} rejected, {len(faults)} wrongly")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
