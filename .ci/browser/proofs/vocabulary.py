"""The facts of an application, as the rules folder has them, and how people write their values."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COUNTRIES = {
    "US": "美国", "DE": "德国", "JP": "日本", "GB": "英国", "FR": "法国", "CN": "中国", "HK": "中国香港",
    "TW": "中国台湾", "MO": "中国澳门", "KR": "韩国", "AU": "澳大利亚", "IT": "意大利", "NL": "荷兰",
    "RU": "俄罗斯", "LU": "卢森堡", "VN": "越南", "NZ": "新西兰", "AT": "奥地利", "BE": "比利时",
    "UZ": "乌兹别克斯坦", "SE": "瑞典", "IN": "印度", "ES": "西班牙",
}  # fmt: skip
SHORT = {"high-tech": "高企", "national-society": "全国学会", "university": "大学"}


@dataclass(frozen=True)
class Fact:
    """A fact: where it stands, what it is, what it is called."""

    path: str
    type: str
    label: str
    codes: dict[str, str]
    unit: str
    form: str


def facts(rules: Path) -> dict[str, Fact]:
    """All facts by their paths, in order; members of lists as `list[].member`."""
    vocabulary = json.loads((rules / "vocabulary.json").read_text("utf-8"))
    found = {}
    for each in vocabulary["facts"]:
        codes = {code: words["zh"] for code, words in each.get("codes", {}).items()}
        unit = each.get("unit", {}).get("zh", "")
        found[each["path"]] = Fact(
            each["path"], each["type"], each["label"]["zh"], codes, unit, each.get("form", "")
        )
    return found


def typed(fact: Fact, value: Any, turn: int) -> str:
    """A value as somebody writes it; another turn, another hand."""
    match fact.type:
        case "flag":
            return (["是", "有"] if value else ["否", "没有"])[turn % 2]
        case "count" | "quantity":
            number = grouped(str(value)) if turn % 2 else str(value)
            return number + (fact.unit if turn % 3 else "")
        case "date" | "moment":
            return moment(value, turn)
        case "code":
            return SHORT.get(value, fact.codes[value]) if turn % 2 else fact.codes[value]
        case "codes":
            names = [SHORT.get(code, fact.codes[code]) if turn % 2 else fact.codes[code] for code in value]
            return "、".join(names) if names else "无"
        case "texts":
            return "\n".join(value)
    if fact.form == "country-code" and turn % 2:
        return COUNTRIES[value]
    return value


def grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}"


def moment(value: str, turn: int) -> str:
    """2022-05-20, 2022-05 or 2022-05-20T16:42 in one of four hands."""
    if value == "never":
        return "从未"
    day, _, time = value.partition("T")
    parts = [str(int(part)) for part in day.split("-")]
    match turn % 4:
        case 0:
            written = "".join(part + mark for part, mark in zip(parts, "年月日", strict=False))
        case 1:
            written = ".".join(parts)
        case 2:
            written = "/".join(parts)
        case _:
            written = day
    return f"{written} {time}".strip()
