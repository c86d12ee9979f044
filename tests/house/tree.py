"""Reads the source tree: files, includes, and C++ with its comments and strings blanked out."""

import os
import re
from pathlib import Path

SKIPPED = {".git", "build", "node_modules", "__pycache__", ".cache"}
CPP = {".cpp", ".h", ".hpp", ".cc", ".ipp", ".inl"}
SCRIPT = {".ts", ".tsx", ".js", ".jsx", ".mjs", ".css"}

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      |(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")
      |(?P<string>"(?:\\.|[^"\\\n])*")
      |(?P<char>(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+')""",
    re.S | re.X,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
IMPORT = re.compile(
    r"""(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*|@import\s+(?:url\(\s*)?)
        (["'`])([^"'`\n]+)\1""",
    re.X,
)


def files(root, *folders):
    """All files below the folders (or the root), in order, without what is built or fetched."""
    found = []
    for start in folders or [""]:
        for folder, below, names in os.walk(root / start):
            below[:] = [name for name in below if name not in SKIPPED]
            found += [Path(folder) / name for name in names if name not in SKIPPED]
    return sorted(path for path in found if path.is_file())


def text_of(path):
    """The text of a file, or None if it is none."""
    data = path.read_bytes()
    if b"\0" in data[:8000]:
        return None
    return data.decode("utf-8", "replace")


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def blank(text):
    """Line breaks stay, so that line numbers do."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text, strings_too):
    def replace(match):
        if match.group("comment"):
            return blank(match.group())
        return blank(match.group()) if strings_too else match.group()

    return TOKEN.sub(replace, text)


def includes(text):
    """(line, path) of each include, those in comments left out."""
    code = without_comments(text, strings_too=False)
    return [(line_of(code, m.start(2)), m.group(2)) for m in INCLUDE.finditer(code)]


def imports(text):
    """(line, path) of each import of TypeScript or CSS, those in comments left out."""
    code = re.sub(r"/\*.*?\*/|(?m:^\s*//[^\n]*)", lambda m: blank(m.group()), text, flags=re.S)
    return [(line_of(code, m.start(2)), m.group(2)) for m in IMPORT.finditer(code)]


def shown(root, path):
    return Path(path).relative_to(root).as_posix()
