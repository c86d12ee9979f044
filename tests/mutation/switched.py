"""Puts a switch before each refusal of workflow/ and domain/, for the tests alone.

    switched.py FOLDER SOURCE...     writes the sources anew into FOLDER, and the list of the switches

`if (odd) return no(...)` becomes `if ((odd) && is_on("…")) return no(...)`. No refusal says anything
about it, and none can be forgotten: whatever is called `no(` has a switch, or this fails.
"""
import re
import sys
from pathlib import Path

RETURN = re.compile(r"return\s+(?:radslag::)?no\(")
# A refusal that is only handed on has been made, and has its switch, elsewhere.
HANDED_ON = re.compile(r"return\s+(?:radslag::)?no\(\s*(?:std::move\()?\w+\.error\(\)")
FUNCTION = re.compile(r"^(?!namespace|struct|class|enum|using|template|#)[\w:<>,&*\s]*?(\w+)\([^;]*$")
CODE = re.compile(r'"([a-z_]+\.[a-z_]+)"')


def closing(text, at):
    """Where the bracket at `at` is closed; texts are skipped."""
    depth = 0
    while at < len(text):
        if text[at] == '"':
            at = text.index('"', at + 1)
            while text[at - 1] == "\\":
                at = text.index('"', at + 1)
        elif text[at] == "'":
            at = text.index("'", at + 2 if text[at + 1] == "\\" else at + 1)
        elif text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise SystemExit("a bracket is not closed")


def condition_before(text, at):
    """The brackets of the `if (...)` whose statement begins at `at`; nothing when it has none."""
    before = text[:at].rstrip()
    if not before.endswith(")"):
        return None
    for found in reversed(list(re.finditer(r"\bif \(", before))):
        opening = found.end() - 1
        end = closing(text, opening)
        if end == len(before) - 1:
            return opening, end
        if end < len(before) - 1:
            return None
    return None


def function_at(text, at):
    name = "?"
    for line in text[:at].split("\n"):
        if line[:1].isalpha() and (found := FUNCTION.match(line)):
            name = found.group(1)
    return name


def rewritten(text, room, names):
    edits = []
    for found in RETURN.finditer(text):
        if HANDED_ON.match(text, found.start()):
            continue
        end = closing(text, found.end() - 1)
        statement = text[found.start() : text.index(";", end) + 1]
        codes = CODE.findall(statement)
        name = f"{room}: {function_at(text, found.start())}: {' or '.join(codes) or 'odd'}"
        same = sum(1 for known in names if known == name or known.startswith(name + " #"))
        if same:
            name += f" #{same + 1}"
        names.append(name)
        asks = f'::radslag::mutation::is_on("{name}")'
        condition = condition_before(text, found.start())
        if condition:
            opening, close = condition
            inside = text[opening + 1 : close]
            cut = inside.rfind("; ") + 2 if "; " in inside else 0
            edits.append((opening + 1, close, f"{inside[:cut]}({inside[cut:]}) && {asks}"))
        else:
            stop = found.start() + len(statement)
            edits.append((found.start(), stop, f"if ({asks}) {statement} return {{}};"))
    for begin, end, put in reversed(edits):
        text = text[:begin] + put + text[end:]
    return text


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for source in map(Path, sys.argv[2:]):
        text = source.read_text()
        room = str(source.parent).split("/src/")[-1]
        said = rewritten(text, room, names)
        put = folder / (room.replace("/", "_") + "_" + source.name)
        head = '#include "mutation/switch.h"\n' if said != text else ""
        content = f'{head}#line 1 "{source}"\n{said}'
        if not put.exists() or put.read_text() != content:
            put.write_text(content)
    listed = "".join(f'    "{name}",\n' for name in names)
    content = (
        '#include "mutation/switch.h"\n\nnamespace radslag::mutation {\n\n'
        "std::vector<std::string> const& switches() {\n"
        f"    static std::vector<std::string> const all{{\n{listed}    }};\n    return all;\n}}\n\n"
        "} // namespace radslag::mutation\n"
    )
    put = folder / "switches.cpp"
    if not put.exists() or put.read_text() != content:
        put.write_text(content)


main()
