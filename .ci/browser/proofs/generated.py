"""Applications of all kinds, good and bad, made from the samples: always the same ones."""

import copy
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

TEXTS = [
    "",
    " ",
    "河南",
    "河南省",
    "<script>document.title = 1</script>",
    "a\u202eb\u2066",
    "𠮷𰻞",
    "\u0000\u001b[31m",
    "=1+1",
    "a\nb\tc\r",
    "`x`|*y*[z](http://a)",
    "é",
    "e\u0301",
    "长" * 3000,
    "CN",
    "US",
    "XX",
    "us",
    "12",
    "null",
    "{stage}",
    "%s",
    "\\",
    '"',
    "&amp;",
    "\ud7ff\ufffd\uffff",
    "2022-05-20",
    "12369901M0000X019Y",
    "123",
]
DATES = [
    "2022-05-20",
    "2021-05-20",
    "2021-05-21",
    "2021-05-19",
    "2020-02-29",
    "2022-02-29",
    "2022-02-30",
    "0001-01-01",
    "9999-12-31",
    "2022-13-01",
    "2022/5/20",
    "2022年5月20日",
    "2022-5-20",
    "20220520",
    "2022-05-20T00:00:00Z",
]
FIGURES = [
    "0", "-0", "-1", "1", "2", "3", "9", "10", "11", "29", "30", "31", "39", "40", "49", "50", "51", "79.99", "100",
    "4999", "4999.99999999999999999999", "5000", "5000.0", "5e3", "0.1", "1.5", "32.0", "3.2e1", "1e9", "1000000001",
    "1e15", "1e400", "1e-400", "999999999999999999999999", "2147483648", "4294967296", "9007199254740993",
]  # fmt: skip
KEYS = [
    "x-note",
    "$comment",
    "__proto__",
    "constructor",
    "toString",
    "staf",
    "Staff",
    "名称",
    "",
    "a.b[0]",
    "\u202e",
]
BREAKS: list[Callable[[random.Random, str], str | bytes]] = [
    lambda rng, text: text[: rng.randrange(len(text))],
    lambda rng, text: text.replace(",", ",,", 1),
    lambda rng, text: text.replace(":", "：", rng.randrange(1, 4)),
    lambda rng, text: text.replace("}", ",}", 1),
    lambda rng, text: text + "{}",
    lambda rng, text: "[" + text + "]",
    lambda rng, text: "[" * 200 + text + "]" * 200,
    lambda rng, text: '{"x-a":' * 127 + text + "}" * 127,
    lambda rng, text: text.replace('"', "“", 1),
    lambda rng, text: text.replace("{", '{"programme": null,', 1),
    lambda rng, text: text.replace("{", '{"site": "\\ud800",', 1),
    lambda rng, text: text.replace("true", "True"),
    lambda rng, text: text.encode("gbk", "ignore"),
    lambda rng, text: text.encode("utf-16"),
    lambda rng, text: b"\xef\xbb\xbf" + text.encode(),
    lambda rng, text: flipped(rng, text.encode()),
]


class Figure(str):
    """A number as it is to be written, which Python's own numbers could not always say."""


def applications(samples: list[Path], count: int, seed: int = 20220429) -> list[bytes]:
    """So many applications. The first ones are the same whatever the count."""
    rng = random.Random(seed)
    bases = [json.loads(path.read_text("utf-8"), parse_int=Figure, parse_float=Figure) for path in samples]
    words: dict[str, list[str]] = {}
    for _, _, value, name in (place for base in bases for place in places(base)):
        if type(value) is str:
            words.setdefault(name, []).append(value)
    return [application(rng, copy.deepcopy(rng.choice(bases)), words) for _ in range(count)]


def application(rng: random.Random, value: dict[str, Any], words: dict[str, list[str]]) -> bytes:
    for _ in range(rng.choice([1, 1, 2, 3, 5, 8])):
        if found := places(value):
            where, key, each, name = rng.choice(found)
            change(rng, where, key, each, words.get(name, TEXTS))
    text = written(value, rng.choice([None, 0, 2, 2, 4]))
    text = rng.choice([text, text, text, text.replace("\n", "\r\n"), text.replace("  ", "\t")])
    made = rng.choice(BREAKS)(rng, text) if rng.random() < 0.08 else text
    return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")


def places(value: Any, name: str = "") -> list[tuple[Any, Any, Any, str]]:
    """Every value inside: where it is, its key or index, itself, the key it stands under at last.
    Attached files are left alone, as a page sees no folder."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = []
    for key, each in list(pairs):
        if key != "evidence":
            under = key if isinstance(key, str) else name
            found += [(value, key, each, under), *places(each, under)]
    return found


def change(rng: random.Random, where: Any, key: Any, value: Any, words: list[str]) -> None:
    """One change of one value: as people and programs get it wrong, or at a boundary."""
    kind = rng.randrange(16)
    match kind:
        case 0 | 1:
            del where[key]
        case 2 | 8:
            where[key] = None
        case 3 if isinstance(value, list):
            where[key] = []
        case 4 if isinstance(value, list) and value:
            where[key] = value + [copy.deepcopy(rng.choice(value)) for _ in range(rng.choice([1, 2, 30]))]
        case 5 if rng.random() < 0.4:
            where[key] = rng.choice(
                [True, False, "是", Figure("1"), [], {}, [None], [[]], {"atLeast": Figure("1")}]
            )
        case 6 if isinstance(where, dict):
            where[rng.choice(KEYS)] = copy.deepcopy(value)
        case 7 if isinstance(value, Figure):
            low, high = rng.choice(FIGURES), rng.choice(FIGURES)
            where[key] = rng.choice(
                [
                    {"atLeast": Figure(low)},
                    {"atMost": Figure(high)},
                    {"atLeast": Figure(low), "atMost": Figure(high)},
                ]
            )
        case _ if isinstance(value, Figure):
            near = str(int(float(value)) + rng.choice([-1, 0, 1])) if abs(float(value)) < 1e9 else "0"
            where[key] = Figure(rng.choice([*FIGURES, near, near, near]))
        case _ if isinstance(value, bool):
            where[key] = not value
        case _ if isinstance(value, str):
            is_date = len(value) == 10 and value[4:5] == "-"
            where[key] = rng.choice(words if rng.random() < 0.8 else DATES if is_date else TEXTS)


def written(value: Any, indent: int | None) -> str:
    """JSON, with figures as they are."""
    marked = json.dumps(marked_figures(value), ensure_ascii=False, indent=indent)
    pieces = marked.split('"\\u0001')
    return pieces[0] + "".join(piece.replace('\\u0001"', "", 1) for piece in pieces[1:])


def marked_figures(value: Any) -> Any:
    match value:
        case Figure():
            return f"\x01{str(value)}\x01"
        case dict():
            return {key: marked_figures(each) for key, each in value.items()}
        case list():
            return [marked_figures(each) for each in value]
    return value


def flipped(rng: random.Random, data: bytes) -> bytes:
    """One byte is another."""
    place = rng.randrange(len(data))
    return data[:place] + bytes([rng.randrange(256)]) + data[place + 1 :]
