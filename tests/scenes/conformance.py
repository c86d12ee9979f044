#!/usr/bin/env python3
"""Makes docs/conformance.md: each statement of models/requirements.toml, the scenes that show it,
or the reason why it is open. --check fails when the committed page is not what it would be, when a
scene or open.toml names a statement that is not there, and when one is neither shown nor open."""
import pathlib
import sys
import tomllib
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = "docs/conformance.md"
WAYS = ("allowed", "refused")
WORDS = {"shows": "allowed", "refuses": "refused"}
# What a scene says when something is kept from somebody.
NO = ("it is refused", "does not see", "sees nothing", "may not", "is not met", "is late")
GROUPS = (("A", "Everywhere"), ("GF", "Gotland: family group conference"), ("GN", "Gotland: network meeting"),
          ("HF", "Höör: familjerådslag"), ("SN", "SUS: netværksrådslagning"),
          ("DF", "Denmark: familierådslagning"), ("PN", "Hillerød: processuelt netværksmøde"),
          ("IN", "Ours: det inddragende netværksmøde"), ("SK", "Ours: familjerådslag in Skellefteå"))


@dataclass
class Scene:
    file: str
    line: int
    title: str
    ways: dict = field(default_factory=lambda: {"allowed": [], "refused": []})
    says_no: bool = False
    is_ours: bool = False  # of a rule that rests on no statement


def read_scenes(root):
    scenes, wrong = [], []
    # Strangers' models rest on no statement of the sources.
    ours = [*root.glob("models/**/*.scene"), *root.glob("tests/scenes/everywhere/*.scene")]
    for path in sorted(ours):
        name = path.relative_to(root).as_posix()
        for number, text in enumerate(path.read_text("utf-8").splitlines(), 1):
            line = text.strip()
            if line.startswith("Scene:"):
                scenes.append(Scene(name, number, line[6:].strip()))
            elif line == "shows ours":
                scenes[-1].is_ours = True
            elif (word := line.split(" ")[0]) in WORDS:
                ids = [one.strip() for one in line[len(word):].split(",")]
                scenes[-1].ways[WORDS[word]] += ids
            elif scenes and any(no in line for no in NO):
                scenes[-1].says_no = True
    for scene in scenes:
        at = f"{scene.file}:{scene.line}: "
        if not any(scene.ways.values()) and not scene.is_ours:
            wrong.append(at + "tells no statement; say shows, refuses or shows ours")
        if scene.ways["refused"] and not scene.says_no:
            wrong.append(at + "refuses, it says, and refuses nothing")
    return scenes, wrong


def read_open(text):
    reasons = {}
    for entry in tomllib.loads(text).get("open", []):
        ways = WAYS if entry["way"] == "all" else (entry["way"],)
        for one in entry["ids"]:
            for way in ways:
                reasons[(one, way)] = entry["reason"]
    return reasons


def group_of(requirement):
    return requirement["id"].rstrip("0123456789ab")


def is_asked(requirement, way):
    """Of an offer it is enough that it can be used."""
    return way == "allowed" or requirement["strength"] != ["offer"]


def compare(requirements, scenes, reasons):
    """The scenes of each statement and way, and what is wrong."""
    known = {r["id"] for r in requirements}
    shown, wrong = {}, []
    for scene in scenes:
        for way, ids in scene.ways.items():
            for one in ids:
                if one not in known:
                    wrong.append(f"{scene.file}:{scene.line}: there is no statement {one}")
                shown.setdefault((one, way), []).append(scene)
    for (one, way), _ in sorted(reasons.items()):
        if one not in known:
            wrong.append(f"open.toml: there is no statement {one}")
        if way not in (*WAYS, "part"):
            wrong.append(f"open.toml: {one}: way is all, allowed, refused or part, not {way}")
        elif way == "part" and not any((one, w) in shown for w in WAYS):
            wrong.append(f"open.toml: {one} is open in part, and no scene shows the other part")
        elif (one, way) in shown:
            wrong.append(f"open.toml: {one} ({way}) is shown by a scene and no longer open")
    for r in requirements:
        if group_of(r) not in dict(GROUPS):
            wrong.append(f"{r['id']}: no group of the page has it; add one to GROUPS")
        for way in WAYS:
            key = (r["id"], way)
            if is_asked(r, way) and key not in shown and key not in reasons:
                wrong.append(f"{r['id']}: no scene shows it ({way}), and open.toml gives no reason")
    return shown, wrong


def link(scene):
    return f"[{scene.title}](../{scene.file}#L{scene.line})"


def tell(requirement, shown, reasons):
    lines = [f"### {requirement['id']} · {', '.join(requirement['strength'])}", "",
             requirement["statement"], ""]
    for way in WAYS:
        scenes = shown.get((requirement["id"], way), [])
        lines += [f"- {way}: {link(scene)}" for scene in scenes]
    missing = [way for way in WAYS if (requirement["id"], way) in reasons]
    if len(missing) == 2:
        lines.append(f"- **open**: {reasons[(requirement['id'], 'allowed')]}")
    else:
        lines += [f"- **open** ({way}): {reasons[(requirement['id'], way)]}" for way in missing]
    if (requirement["id"], "part") in reasons:
        lines.append(f"- **open in part**: {reasons[(requirement['id'], 'part')]}")
    return lines + [""]


def write_page(requirements, scenes, shown, reasons):
    whole = [r for r in requirements if all((r["id"], w) in shown for w in WAYS if is_asked(r, w))]
    lines = ["# What is shown, and what is open", "",
             "Made by `tests/scenes/conformance.py` from `models/requirements.toml`, the scenes and",
             "`tests/scenes/open.toml`; do not edit. How scenes are written: `docs/scenes.md`.", "",
             f"{len(scenes)} scenes. {len(requirements)} statements, {len(whole)} of them shown both ways (of an",
             "offer: that it can be used); the rest is open, wholly or in part, for the reason given.",
             "What stands under *Ours* is from none of the six sources: two further ways of working that we",
             "chose ourselves, to see whether the grammar carries them.", ""]
    for prefix, title in GROUPS:
        group = [r for r in requirements if group_of(r) == prefix]
        if not group:
            continue
        lines += [f"## {title}", ""]
        for requirement in group:
            lines += tell(requirement, shown, reasons)
    return "\n".join(lines).rstrip() + "\n"


def make(root):
    requirements = tomllib.loads((root / "models/requirements.toml").read_text("utf-8"))["requirement"]
    reasons = read_open((root / "tests/scenes/open.toml").read_text("utf-8"))
    scenes, wrong = read_scenes(root)
    shown, more = compare(requirements, scenes, reasons)
    return write_page(requirements, scenes, shown, reasons), wrong + more


def main():
    page, wrong = make(ROOT)
    path = ROOT / PAGE
    if "--check" in sys.argv:
        if not path.exists() or path.read_text("utf-8") != page:
            wrong.append(f"{PAGE} is not current: run tests/scenes/conformance.py")
    else:
        path.write_text(page, "utf-8")
    for one in wrong:
        print(one)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
