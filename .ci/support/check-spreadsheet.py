"""Checks that names and codes survive a spreadsheet: what the program writes as CSV is opened in
LibreOffice, saved as a workbook, read back and compared.

    check-spreadsheet.py PROGRAM
"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

# A digits-only code with the right check character, and others; names that look like what they are
# not.
CODES = ["914101007123456720", "9141010071234567CY", "12410000415801234W", "91410100MA4444Y12B"]
NAMES = [
    "00123", "1/2", "3-4", "1E5", "TRUE", "false", "10%", "12:30", "１２３", "5月1日", "2022年5月20日",
    "Mar 1", "1,000", "¥100", "007", "=1+1", "+1", "-1", "@SUM(A1)", "'甲", "甲,乙", '称“甲”的"乙"',
    "3D打印", "甲1号", "1 Jan 2022", "(5)", "1.50", "20220520",
]


def application(number, name):
    return {
        "programme": "national", "baseType": "collaboration", "applicationDate": "2022-05-20",
        "baseName": name,
        "applicant": {
            "name": name, "creditCode": CODES[number % len(CODES)], "contact": {"phone": "0371012345"},
        },
    }


def workbook(table, folder):
    """The rows of a CSV file as a spreadsheet shows them."""
    (folder / "table.csv").write_bytes(table)
    # UTF-8, commas; what looks like a number or a day is taken for one, as by a double click.
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--infilter=CSV:44,34,76,1,,0,false,true", "--convert-to", "xlsx", "--outdir",
            str(folder), str(folder / "table.csv"),
        ],
        check=True, stdout=subprocess.DEVNULL, timeout=240,
    )
    book = openpyxl.load_workbook(folder / "table.xlsx", data_only=True)
    rows = [list(row) for row in book.active.iter_rows(values_only=True)]
    (folder / "table.xlsx").unlink()
    return rows


def shown(name):
    """What the program makes of a name that is like a formula."""
    return "'" + name if name[0] in "=+-@" else name


def compare(rows, columns, expected):
    """The cells of some columns against what they must be; how many there were."""
    header = rows[0]
    count = 0
    for column, texts in columns.items():
        place = header.index(column)
        cells = [row[place] for row in rows[1:]]
        for text in texts:
            if text not in cells:
                sys.exit(f"{column}: {text!r} is not among {cells!r}")
            count += 1
    if len([row for row in rows[1:] if row[header.index(next(iter(columns)))]]) < expected:
        sys.exit(f"{len(rows) - 1} rows, fewer than {expected}")
    return count


def main():
    program = sys.argv[1]
    lines = "\n".join(
        json.dumps(application(number, name), ensure_ascii=False)
        for number, name in enumerate(NAMES)
    )
    count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for command, host in (("screen", "依托单位"), ("check", "依托单位")):
            run = subprocess.run(
                [program, command, "--ndjson", "--format", "csv", "--stage", "all", "-"],
                input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )
            if run.returncode not in (0, 1, 2):
                sys.exit(f"{command}: status {run.returncode}: {run.stderr.decode()}")
            written = list(csv.reader(io.StringIO(run.stdout.decode("utf-8-sig"))))
            rows = workbook(run.stdout, folder)
            if len(rows) != len(written):
                sys.exit(f"{command}: {len(written)} rows became {len(rows)}")
            columns = {host: [shown(name) for name in NAMES], "基地名称": [shown(name) for name in NAMES]}
            if command == "screen":
                columns["统一社会信用代码"] = CODES
            else:
                columns["实际"] = ["0371012345"]
            count += compare(rows, columns, len(NAMES))
    print(f"{count} names and codes are what they were")


main()
