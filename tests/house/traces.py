"""What must not stand in the repository: model ids in code, registry hosts, paths of a machine."""

import re

import tree

# Written so that this file does not find itself.
REGISTRIES = re.compile(
    r"\b(registry\.(npmjs|yarnpkg)\.\w+|npm\.pkg\.github\.\w+|pypi\.\w+|files\.pythonhosted\.\w+"
    r"|(deb|security|snapshot|ftp)\.debian\.\w+|proxy\.golang\.\w+|(static\.|index\.)?crates\.io)\b"
)
PATHS = re.compile(r"(?<![\w.~$)}-])/(?:root|tmp|home/\w+|Users/\w+)/")


def is_test(path):
    return bool(re.search(r"(^|/)(tests?|__tests__)/|[._]test\.\w+$", path))


def model_ids(root):
    """The folders in models/, with and without their version."""
    names = set()
    for folder in sorted((root / "models").glob("*")):
        if folder.is_dir():
            names |= {folder.name, re.sub(r"[-_@.]?v?\d+(\.\d+)*$", "", folder.name)}
    return {name for name in names if name}


def check_models(root):
    ids = model_ids(root)
    if not ids:
        return []
    longest_first = sorted(ids, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)
    errors = []
    for path in tree.files(root, "src", "web/src"):
        if not is_test(tree.shown(root, path)):
            errors += [f"{place}: names the model {found}; what it does there belongs in the "
                       "model's folder" for place, found in matches(root, path, pattern)]
    return errors


def check_machines(root):
    errors = []
    patterns = [(REGISTRIES, "a registry host"), (PATHS, "a path of one machine")]
    checkout = root.resolve().as_posix()
    if checkout.count("/") > 1:  # a checkout right below the root has the name of any folder
        own = re.compile(rf"(?<![\w.]){re.escape(checkout)}\b")
        patterns.append((own, "a path of this machine"))
    for path in tree.files(root):
        for pattern, what in patterns:
            errors += [f"{place}: {found}: {what}" for place, found in matches(root, path, pattern)]
    return errors


def matches(root, path, pattern):
    text = tree.text_of(path)
    return [(f"{tree.shown(root, path)}:{tree.line_of(text, m.start())}", m.group())
            for m in pattern.finditer(text or "")]
