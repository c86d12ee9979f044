"""The tables of bench/README.md, made from the runs."""

from statistics import median

ENDS = "<!-- until here -->"
OURS, PEER = "Radslag", "fastify + better-sqlite3"
NGINX, DISK = "nginx, a static hello", "the disk alone"
NAMES = {
    "case": "a conference",
    "desk": "a desk",
    "list": "the manager's list of what is late",
}


def spread(runs, key, digits=0):
    values = sorted(run[key] for run in runs)
    if len(values) == 0:
        return "–"
    low, middle, high = (f"{value:,.{digits}f}" for value in
                         (values[0], median(values), values[-1]))
    return f"{low} / **{middle}** / {high}"


def middle(results, size, what, who, key):
    return median(run[key] for run in results[(size, what, who)])


def row(*cells):
    return "| " + " | ".join(cells) + " |"


def head(*cells):
    return [row(*cells), "|" + "---|" * len(cells)]


def ratio(results, sizes, what, who, key="cpu"):
    if len(sizes) < 2:
        return "–"
    small, large = (middle(results, size, what, who, key) for size in (sizes[0], sizes[-1]))
    return f"{large / small:.2f}"


def reads(results, sizes):
    lines = head("CPU for a request, µs", *(f"{size:,} conferences" for size in sizes), "ratio",
                 "answer, bytes")
    for what, name in NAMES.items():
        size_of = middle(results, sizes[-1], what, OURS, "bytes")
        for who in (OURS, PEER):
            cells = [spread(results[(size, what, who)], "cpu") for size in sizes]
            lines.append(row(f"{name}: {who}", *cells, ratio(results, sizes, what, who),
                             f"{size_of:,.0f}"))
    hello = spread(results[(0, "hello", NGINX)], "cpu")
    lines.append(row(NGINX, hello, *("" for _ in sizes)))
    return lines


def acts(results, sizes):
    lines = head("durable acts", *(f"a second, {size:,} conferences" for size in sizes),
                 *(f"CPU of one, µs, {size:,}" for size in sizes))
    clients = sorted({int(what[4:]) for _, what, _ in results if what.startswith("act ")})
    for number in clients:
        for who in (OURS, PEER):
            runs = [results[(size, f"act {number}", who)] for size in sizes]
            lines.append(row(f"{number} client{'s' if number > 1 else ''}: {who}",
                             *(spread(one, "rate") for one in runs),
                             *(spread(one, "cpu") for one in runs)))
    for what, name in (("disk over", "written over, as a journal is"),
                       ("disk appended", "appended to a file that grows")):
        lines.append(row(f"4 kB and one wait for {DISK}: {name}",
                         *(spread(results[(size, what, DISK)], "rate") for size in sizes),
                         *("" for _ in sizes)))
    return lines


def aims(results, sizes):
    def kept(yes):
        return "yes" if yes else "**no**"

    lines = head("aim", "measured (medians)", "kept")
    for size in sizes:
        if (size, "case", OURS) not in results:
            continue
        ours, peer = (middle(results, size, "case", who, "cpu") for who in (OURS, PEER))
        lines.append(row(f"a conference costs less CPU than the bare read, {size:,}",
                         f"{ours:.0f} µs against {peer:.0f} µs", kept(ours < peer)))
    if len(sizes) > 1:
        for what, name in NAMES.items():
            found = float(ratio(results, sizes, what, OURS))
            lines.append(row(f"{name}: at most 1.5 times the CPU with {sizes[-1]:,}",
                             f"{found:.2f}", kept(found <= 1.5)))
    for size in sizes:
        many = middle(results, size, "act 32", OURS, "rate")
        for name, one in (
            ("of the peer, which waits for the disk once for each act, with 32 clients",
             middle(results, size, "act 32", PEER, "rate")),
            ("of our own acts one at a time", middle(results, size, "act 1", OURS, "rate")),
            ("of 4 kB appended, one wait each", middle(results, size, "disk appended", DISK,
                                                       "rate")),
            ("of 4 kB written over, one wait each", middle(results, size, "disk over", DISK,
                                                           "rate"))):
            lines.append(row(f"32 clients: at least 4 times {name}, {size:,}",
                             f"{many:,.0f}/s = {many / one:.1f} × {one:,.0f}/s",
                             kept(many >= 4 * one)))
    return lines


def write(results, mode, machine, command, day):
    told = [f"`{command}`, {day}; {mode.runs} runs, by turns; lowest / **median** / highest.", ""]
    told += head("", "") + [row(what, value) for what, value in machine.items()] + [""]
    for part in (reads, acts, aims) if mode.reads else (acts, aims):
        told += part(results, mode.sizes) + [""]
    return "\n".join(told)


def put_into(file, command, told):
    begins = f"<!-- made by {command}: -->"
    before, rest = file.read_text().split(begins)
    after = rest.split(ENDS, 1)[1]
    file.write_text(f"{before}{begins}\n\n{told}\n{ENDS}{after}")
