"""Checks that no file uses what stands in a later folder of its target (order.txt has the order).

It reads text, not types: a name counts where only one folder of the target declares it. Types, the
members of extensions and free functions are looked at, outside comments and string literals but
inside interpolations.
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
SOURCES = HERE.parent.parent / "Sources"
MODIFIERS = (
    r"(?:(?:public|package|fileprivate|private|final|static|class|indirect|mutating|nonmutating"
    r"|override|lazy|prefix|required|convenience|private\(set\)|package\(set\))\s+|@\w+(?:\([^)]*\))?\s+)*"
)
TYPE = re.compile(rf"^{MODIFIERS}(?:struct|class|enum|protocol|actor|typealias)\s+(\w+)")
MEMBER = re.compile(rf"^\s+{MODIFIERS}(?:func|var|let)\s+`?(\w+)`?")
FREE = re.compile(rf"^{MODIFIERS}(?:func|var|let)\s+`?(\w+)`?")
EXTENSION = re.compile(rf"^{MODIFIERS}extension\s+([\w.]+)")
PRIVATE = re.compile(r"\b(?:private|fileprivate)\s+(?!\(set\))")


def code_of(text):
    """The text without comments and without the insides of strings, line by line; what is
    interpolated stays."""
    out, i, n = [], 0, len(text)
    stack = []  # of open interpolations: the parenthesis depth, and the string to go back to
    string = None  # (number signs, quotes) of the string literal at hand
    depth = 0
    while i < n:
        if string is None:
            if text.startswith("//", i):
                while i < n and text[i] != "\n":
                    i += 1
                continue
            opening = re.compile(r'(#*)("""|")').match(text, i)
            if opening:
                string = (opening.group(1), opening.group(2))
                i = opening.end()
                out.append(" ")
                continue
            if stack and text[i] == "(":
                depth += 1
            elif stack and text[i] == ")":
                depth -= 1
                if depth == 0:
                    depth, string = stack.pop()
                    out.append(" ")
                    i += 1
                    continue
            out.append(text[i])
            i += 1
            continue
        fence, quotes = string
        if text.startswith("\\" + fence + "(", i):
            stack.append((depth, string))
            depth, string = 1, None
            i += len(fence) + 2
            out.append(" ")
        elif text.startswith("\\" + fence, i) and not fence:
            i += 2
        elif text.startswith(quotes + fence, i):
            string = None
            i += len(quotes) + len(fence)
        else:
            if text[i] == "\n":
                out.append("\n")
            i += 1
    return "".join(out).split("\n")


def declarations(lines):
    """Names that other files can use: types and free functions, and members of extensions."""
    types, members = set(), set()
    extension = False
    for line in lines:
        if line[:1].strip():
            extension = bool(EXTENSION.match(line))
            if PRIVATE.search(line):
                continue
            for pattern in (TYPE, FREE):
                if found := pattern.match(line):
                    types.add(found.group(1))
        elif extension and line.startswith("  ") and not line.startswith("   "):
            found = MEMBER.match(line)
            if found and not PRIVATE.search(line):
                members.add(found.group(1))
    return types, members


def all_members(lines):
    """Every name that a file declares anywhere, so that one that is not alone is left out."""
    names = set()
    for line in lines:
        for pattern in (MEMBER, FREE):
            if found := pattern.match(line):
                names.add(found.group(1))
        if found := re.match(r"^\s*(?:indirect )?case\s+(.*)", line):
            names.update(re.findall(r"\w+", found.group(1)))
    return names


def check(target, folders):
    files = {}
    for path in sorted((SOURCES / target).rglob("*.swift")):
        parts = path.relative_to(SOURCES / target).parts
        folder = parts[0] if len(parts) > 1 else "."
        if folder not in folders:
            yield f"Sources/{target}/{folder}: is not in .ci/support/order.txt"
            continue
        files[path] = (folder, code_of(path.read_text()))
    where = {}  # name -> folders that declare it, for types and free functions; for members
    places = {}
    for path, (folder, lines) in files.items():
        types, members = declarations(lines)
        for name in types:
            where.setdefault(("type", name), set()).add(folder)
        for name in members:
            where.setdefault(("member", name), set()).add(folder)
        for name in all_members(lines):
            places.setdefault(name, set()).add(folder)
    for path, (folder, lines) in files.items():
        rank = folders.index(folder)
        later = {
            (kind, name): next(iter(found))
            for (kind, name), found in where.items()
            if len(found) == 1
            and folders.index(next(iter(found))) > rank
            and (kind == "type" or len(places.get(name, ())) == 1)
        }
        for number, line in enumerate(lines, 1):
            for kind, before, name in [
                *(("type", a, b) for a, b in re.findall(r"(^|[^\w.])(\w+)\b", line)),
                *(("member", a, b) for a, b in re.findall(r"(\.)(\w+)\b", line)),
            ]:
                if (kind, name) in later:
                    shown = path.relative_to(SOURCES.parent)
                    yield (
                        f"{shown}:{number}: error: {folder} uses {name} of {later[kind, name]},"
                        " which comes later"
                    )


def main():
    problems = []
    for line in (HERE / "order.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            target, folders = line.split(":")
            problems += dict.fromkeys(check(target, folders.split()))
    print("\n".join(problems) or "no folder uses a later one")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
