# SPDX-License-Identifier: Apache-2.0
"""What the checks share: the table of rooms (tools/rooms) and the public declarations."""
import pathlib
import re
from typing import NamedTuple

TOP = pathlib.Path(__file__).resolve().parent.parent


class Room(NamedTuple):
    name: str
    kind: str
    uses: list
    headers: list


class Declaration(NamedTuple):
    name: str
    path: pathlib.Path
    line: int
    documented: bool
    public: bool


def read_rooms(top=TOP):
    rooms = {}
    for number, line in enumerate((top / "tools/rooms").read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.split() for field in line.split(":")]
        if len(fields) != 3 or len(fields[0]) != 2:
            raise SystemExit(f"tools/rooms:{number}: not 'room kind : uses : headers'")
        (name, kind), uses, headers = fields
        if kind not in ("pure", "library", "program"):
            raise SystemExit(f"tools/rooms:{number}: no such kind of room: {kind}")
        for used in uses:
            if used not in rooms:
                raise SystemExit(f"tools/rooms:{number}: {name} uses {used},"
                                 " which is not a room above it")
        rooms[name] = Room(name, kind, uses, headers)
    return rooms


def blank_comments(text):
    """Replace comments and preprocessor lines by spaces; offsets and line ends stay."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0])
    text = re.sub(r"/\*.*?\*/|//[^\n]*", blank, text, flags=re.S)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, text, flags=re.M)


def is_documented(text, name, start, end):
    """A /** comment directly above, a /**< one behind, or one that opens "name() - " for a group."""
    above = text[:start].rstrip(" \t")
    if above.endswith("*/\n") and above.rfind("/**") > above[:-3].rfind("*/"):
        return True
    return bool(re.match(r"[ \t]*/\*\*<", text[end:])
                or re.search(rf"^[ \t]*/?\*+ {name}\(\) - ", text, flags=re.M))


def declarations(top=TOP):
    """Each function and variable that the public headers declare."""
    found = []
    for path in sorted((top / "include/lunward").glob("*.h")):
        text = path.read_text()
        code = blank_comments(text)
        # Struct and enum bodies and inline functions declare nothing to export.
        flat = re.sub(r'extern "C"\s*\{', lambda m: " " * len(m[0]), code)
        while True:
            inner = re.sub(r"\{([^{}]*)\}", lambda m: re.sub(r"[^\n]", " ", m[0]), flat)
            if inner == flat:
                break
            flat = inner
        for match in re.finditer(r"[^;{}]+;", flat):
            statement = match[0]
            start = match.start() + len(statement) - len(statement.lstrip())
            if re.match(r"(static|typedef)\b", statement.strip()):
                continue
            name = re.search(r"\b(lw_\w+)\s*\(", statement)
            public = "LW_PUBLIC" in statement
            if not name and public:
                name = re.search(r"\b(lw_\w+)\s*(?:\[[^]]*\])*\s*;", statement)
            if not name:
                continue
            documented = is_documented(text, name[1], start, match.end())
            found.append(Declaration(name[1], path.relative_to(top), code.count("\n", 0, start) + 1,
                                     documented, public))
    return found


def finish(what, problems):
    """Print the problems; returns the exit code."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{what}: {len(problems)} problem{'s' if len(problems) > 1 else ''}")
    return 1 if problems else 0
