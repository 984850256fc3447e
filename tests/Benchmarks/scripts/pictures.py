"""The pictures of the README: bars and steps, written as SVG by hand, so that they need no library and show in a diff."""
from html import escape

OURS, PEER, INK, FAINT, LIMIT = "#2f6fb0", "#a9b4c0", "#20262c", "#6b7680", "#c8783c"
FONT = "font-family='DejaVu Sans,Noto Sans,Arial,sans-serif'"


class Picture:
    def __init__(self, width, height):
        self.width, self.height, self.parts = width, height, []

    def text(self, x, y, words, size=12, colour=INK, anchor="start", weight="normal"):
        self.parts.append(f"<text x='{x:.0f}' y='{y:.0f}' font-size='{size}' fill='{colour}' text-anchor='{anchor}' font-weight='{weight}' {FONT}>{escape(words)}</text>")

    def bar(self, x, y, width, height, colour):
        self.parts.append(f"<rect x='{x:.1f}' y='{y:.1f}' width='{max(width, 1):.1f}' height='{height:.1f}' rx='2' fill='{colour}'/>")

    def save(self, path):
        with open(path, "w") as file:
            file.write(f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {self.width} {self.height}' width='{self.width}' height='{self.height}'>\n"
                       f"<rect width='{self.width}' height='{self.height}' fill='#ffffff'/>\n" + "\n".join(self.parts) + "\n</svg>\n")


def is_ours(label):
    return label.startswith("host")


def panel(picture, top, title, rows, value, show, colour_of):
    picture.text(20, top, title, 14, weight="bold")
    most = max(value(r) for r in rows.values()) or 1
    y = top + 14
    for label, row in sorted(rows.items(), key=lambda item: -value(item[1])):
        picture.text(165, y + 14, label, 12, anchor="end", weight="bold" if is_ours(label) else "normal")
        picture.bar(175, y + 2, 400 * value(row) / most, 16, colour_of(label))
        picture.text(183 + 400 * value(row) / most, y + 14, show(row), 12, FAINT)
        y += 24
    return y + 26


def throughput(webhook, polling, machine, path):
    panels = [(f"Updates a second, {name}", rows) for name, rows in (("webhook, 32 in flight", webhook), ("polling", polling)) if rows]
    picture = Picture(780, 90 + sum(40 + 24 * len(rows) for _, rows in panels) + 40 + 24 * len(webhook))
    picture.text(20, 28, "One conversation turn: session, one row, one answer", 16, weight="bold")
    top = 60
    colour_of = lambda label: OURS if is_ours(label) else PEER
    for title, rows in panels:
        top = panel(picture, top, title, rows, lambda r: r["rate"], lambda r: f"{r['rate']:,.0f}/s, p99 {r['p99']:.0f} ms", colour_of)
    top = panel(picture, top, "CPU for each update, bot and PostgreSQL, milliseconds", webhook, lambda r: r["bot"] + r["pg"],
                lambda r: f"{r['bot']:.2f} + {r['pg']:.2f}", colour_of)
    picture.text(20, picture.height - 12, machine, 10, FAINT)
    picture.save(path)


def growth(scale, machine, path):
    picture = Picture(780, 330)
    picture.text(20, 28, "How cost grows (webhook, 32 in flight)", 16, weight="bold")
    for left, kind, words in ((20, "sessions", "stored sessions"), (400, "hosts", "hosts on one database, one machine")):
        rows = [(int(label.split("-")[1]), row) for label, row in scale.items() if label.startswith(kind)]
        if rows:
            columns(picture, left, words, sorted(rows))
    picture.text(20, 318, machine, 10, FAINT)
    picture.save(path)


def columns(picture, left, words, rows):
    most_rate, most_wait = max(r["rate"] for _, r in rows) or 1, max(r["p99"] for _, r in rows) or 1
    for number, (count, row) in enumerate(rows):
        x = left + 20 + 110 * number
        tall, wait = 160 * row["rate"] / most_rate, 160 * row["p99"] / most_wait
        picture.bar(x, 240 - tall, 40, tall, OURS)
        picture.bar(x + 44, 240 - wait, 24, wait, LIMIT)
        picture.text(x + 20, 234 - tall, f"{row['rate']:,.0f}/s", 11, anchor="middle")
        picture.text(x + 56, 234 - wait if abs(wait - tall) > 14 else 222 - wait, f"{row['p99']:.0f} ms", 11, LIMIT, anchor="middle")
        picture.text(x + 32, 258, f"{count:,}", 12, anchor="middle")
    picture.text(left + 20, 278, words, 12, FAINT)
    picture.bar(left + 20, 288, 10, 10, OURS)
    picture.text(left + 34, 297, "updates/s", 11)
    picture.bar(left + 110, 288, 10, 10, LIMIT)
    picture.text(left + 124, 297, "p99", 11)
