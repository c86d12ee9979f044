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


# ---- decisions that say no by `false`: each of what they ask for, left out

DECISION = re.compile(r"^bool (\w+)\(", re.M)
DECIDING = ("workflow/part.cpp", "workflow/moves.cpp")


def split_at(text, sign):
    """The parts of an expression between `sign` outside of all brackets, as (begin, end)."""
    parts, depth, begin, at = [], 0, 0, 0
    while at < len(text):
        if text[at] in "([{":
            depth += 1
        elif text[at] in ")]}":
            depth -= 1
        elif depth == 0 and text.startswith(sign, at):
            parts.append((begin, at))
            begin = at = at + len(sign)
            continue
        at += 1
    return parts + [(begin, len(text))]


def statement_end(text, at):
    depth = 0
    while text[at] != ";" or depth:
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(text[at], 0)
        at += 1
    return at


def decisions(text, room, names):
    edits = []

    def edit(begin, end, function, how, put):
        asked = " ".join(text[begin:end].split())
        asked = asked if len(asked) < 100 else asked[:96] + " …"
        name = f"{room}: {function}: {how} {asked}".replace('"', "'")
        names.append(name)
        edits.append((begin, end, put(text[begin:end], name)))

    for found in DECISION.finditer(text):
        function = found.group(1)
        end = text.index("}\n", found.end())
        while text[end - 1] != "\n" and "\n" in text[found.start() : end]:
            end = text.index("}\n", end + 1)
        at = found.end()
        while (at := text.find("return ", at, end)) != -1:
            begin, stop = at + 7, statement_end(text, at)
            if text[begin:stop] == "false" and (brackets := condition_before(text, at)):
                opening, close = brackets
                for one, two in split_at(text[opening + 1 : close], "||"):
                    edit(opening + 1 + one, opening + 1 + two, function, "not when",
                         lambda said, name: f'(({said}) && ::radslag::mutation::is_on("{name}"))')
            elif text[begin:stop] not in ("true", "false"):
                for one, two in split_at(text[begin:stop], "&&"):
                    edit(begin + one, begin + two, function, "only when",
                         lambda said, name: f'(({said}) || !::radslag::mutation::is_on("{name}"))')
            at = stop
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
        if str(source).endswith(DECIDING):
            said = decisions(said, room, names)
        put = folder / (room.replace("/", "_") + "_" + source.name)
        head = "#include \"mutation/switch.h\"\n" if said != text else ""
        content = f'{head}#line 1 "{source}"\n{said}'
        put.write_text(content)
    listed = "".join(f'    "{name}",\n' for name in names)
    content = (
        '#include "mutation/switch.h"\n\nnamespace radslag::mutation {\n\n'
        "std::vector<std::string> const& switches() {\n"
        f"    static std::vector<std::string> const all{{\n{listed}    }};\n    return all;\n}}\n\n"
        "} // namespace radslag::mutation\n"
    )
    put = folder / "switches.cpp"
    put.write_text(content)


main()
