"""Draws a Gantt sheet: heads, months, blackouts, bars, links, milestones, today."""

from datetime import date, timedelta

from reports.charts.canvas import Canvas, Pen, number
from reports.charts.gantt import GanttLink, GanttRow, GanttSpec, next_month
from reports.charts.legend import Sign, legend
from reports.charts.metrics import width
from reports.charts.scales import Scale
from reports.charts.theme import ThemeName
from reports.phrases.numbers import axis_day, month, percent

HEAD = 38.0
BESIDE, NAMED = 8, 8
"""From the end of a bar to the middle of its gate; from there to the gate's name."""


def gantt(spec: GanttSpec, theme: ThemeName = "paper") -> str:
    """Draw one sheet; use ``gantt_sheets`` first for more than forty rows."""
    return _Sheet(spec, theme).draw()


class _Sheet:
    """One sheet being drawn: geometry is fixed first, then layers from back to front."""

    def __init__(self, spec: GanttSpec, theme: ThemeName) -> None:
        self.spec = spec
        self.canvas = Canvas(spec.title, spec.desc, spec.width, theme)
        first, last = spec.dates
        self.first, self.last = first, last
        self.left = spec.label_room + spec.owner_room + spec.effort_room + 8
        self.x = Scale(0, (last - first).days + 1, self.left, self.end())
        self.tops: dict[str, float] = {}
        self.heads: list[tuple[float, str, int]] = []
        y, wave = HEAD + 2, 0
        words = dict(spec.waves)
        for row in spec.rows:
            if row.wave != wave:
                self.heads.append((y, words.get(row.wave, ""), row.wave))
                y, wave = y + spec.row_height, row.wave
            self.tops[row.id] = y
            y += spec.row_height
        self.bottom = y + 2
        self.pen = Pen(spec.size)
        self.bar = spec.row_height - 4 if spec.row_height > 20 else spec.row_height - 5

    def end(self) -> float:
        """Return where the axis ends so that the name of the last gate has room right beside its diamond."""
        spec, days = self.spec, (self.last - self.first).days + 1
        finish = {row.id: row.finish for row in spec.rows}
        end = spec.width
        for milestone in spec.milestones:
            on = max(milestone.on, finish.get(milestone.row, milestone.on))
            share = ((on - self.first).days + 1) / days
            room = spec.width - BESIDE - NAMED - 2 - width(milestone.label, spec.size) - self.left
            end = min(end, self.left + room / share) if share > 0 else end
        return max(end, self.left + 0.75 * (spec.width - self.left))

    def at(self, day: date) -> float:
        return self.x((day - self.first).days)

    def middle(self, ident: str) -> float:
        return self.tops[ident] + self.spec.row_height / 2

    def draw(self) -> str:
        self.frame()
        for link in self.spec.links:
            if link.source in self.tops and link.target in self.tops:
                self.link(link)
        rows = {row.id: row for row in self.spec.rows}
        for row in self.spec.rows:
            self.row(row)
        for milestone in self.spec.milestones:
            if milestone.row in rows:
                self.milestone(milestone.row, milestone.on, milestone.label, rows[milestone.row])
        self.today()
        names = self.spec.legend
        signs: tuple[Sign, ...] = ("critical", "done", "baseline", "milestone", "hatch")
        entries: list[tuple[Sign, str]] = [(sign, words) for sign, words in zip(signs, names, strict=True) if words]
        last = legend(self.canvas, self.bottom + 14, entries) if entries else self.bottom
        return self.canvas.svg(last + 5)

    def frame(self) -> None:
        c, spec = self.canvas, self.spec
        small, year = Pen(spec.size, fill="ink-3"), Pen(spec.size, bold=True, fill="ink")
        for y, words, wave in self.heads:
            c.rect(0, y, spec.width, spec.row_height, "sunken")
            c.rect(0, y + spec.row_height / 2 - 3.5, 7, 7, f"wave-{wave}", radius=1)
            c.text(12, y + spec.row_height / 2 + 3.3, c.fit(words, spec.width - 20, year), year)
        for start, end in spec.blackouts:
            x1, x2 = self.at(max(start, self.first)), self.at(min(end, self.last) + timedelta(days=1))
            if x2 > x1:
                c.hatch(x1, HEAD, x2 - x1, self.bottom - HEAD, gap=7)
        cursor = self.first
        months: list[date] = []
        while cursor <= self.last:
            months.append(cursor)
            cursor = next_month(cursor)
        room = (spec.width - self.left) / max(len(months), 1)
        every = max(1, -(-width(month(date(2026, 12, 1), spec.locale, year=False), spec.size) // max(room - 6, 1)))
        years: list[tuple[float, float, str]] = []
        for index, first in enumerate(months):
            edge = first.month == 1 or index == 0
            c.vline(self.at(first), 6 if edge else 22, self.bottom, "ch-axis" if first.month == 1 else "ch-grid")
            if index % int(every) == 0:
                c.text(self.at(first) + 3, 32, month(first, spec.locale, year=False), small)
            if edge:
                words = str(first.year) + ("年" if spec.locale == "zh" else "")
                wide = width(words, spec.size, bold=True)
                years.append((self.clear_of_today(self.at(first) + 3, wide), wide, words))
        for (left, wide, words), (following, _, _) in zip(years, [*years[1:], (float("inf"), 0.0, "")], strict=True):
            if left + wide + 4 <= following:  # the year of one last month before January has no room beside the next
                c.text(left, 15, words, year)
        c.text(0, 32, c.fit(spec.heads[0], spec.label_room, small), small)
        c.text(spec.label_room + 4, 32, c.fit(spec.heads[1], spec.owner_room - 4, small), small)
        c.text(self.left - 8, 32, spec.heads[2], small, "end")
        c.hline(0, spec.width, HEAD, "ch-axis")

    def row(self, row: GanttRow) -> None:
        c, spec = self.canvas, self.spec
        y = self.middle(row.id)
        base = y + spec.size * 0.35
        values = {"start": row.start.isoformat(), "finish": row.finish.isoformat(), "wave": row.wave}
        x1, x2 = self.at(row.start), self.at(row.finish + timedelta(days=1))
        with c.group(row.id, f"{row.label} {row.start.isoformat()} – {row.finish.isoformat()}", values):
            mark = 11 if row.critical else 0
            label = c.fit(row.label, spec.label_room - mark - 4, self.pen)
            c.text(0, base, label, self.pen)
            if row.critical:
                c.diamond(width(label, spec.size) + 7, y, 3, "hot", "hot")
            c.text(spec.label_room + 4, base, c.fit(row.owner, spec.owner_room - 6, self.pen), self.pen)
            c.text(self.left - 8, base, c.fit(row.effort, spec.effort_room, self.pen), self.pen, "end")
            if row.baseline and row.baseline != (row.start, row.finish):
                b1, b2 = self.at(row.baseline[0]), self.at(row.baseline[1] + timedelta(days=1))
                c.rect(b1, y + self.bar / 2 - 0.5, b2 - b1, 3, "data-soft")
            started = row.done > 0
            frame = {"stroke": "hot", "stroke_width": 1.6} if row.critical else {}
            tip = f"{row.label} {row.start.isoformat()} – {row.finish.isoformat()}"
            long = max(x2 - x1, 2.5)
            fill = "data-faint" if started else f"wave-{row.wave}"
            c.rect(x1, y - self.bar / 2, long, self.bar, fill, radius=2, title=tip, **frame)  # pyright: ignore[reportArgumentType]
            if started:
                c.rect(x1, y - self.bar / 2, long * min(row.done, 1), self.bar, f"wave-{row.wave}", radius=2)
            note = row.note or (percent(row.done) if 0 < row.done < 1 else "")
            pen = Pen(spec.size, bold=True, fill="hot") if row.note_hot else Pen(spec.size, fill="ink-3")
            taken = width(note, spec.size, bold=pen.bold)
            if note and x2 + 5 + taken <= spec.width:
                c.plate(x2 + 5, base, note, pen)
            elif note:
                c.plate(x1 - 5, base, note, pen, "end")

    def link(self, link: GanttLink) -> None:
        rows = {row.id: row for row in self.spec.rows}
        x1 = self.at(rows[link.source].finish + timedelta(days=1))
        x2 = self.at(rows[link.target].start)
        y1, y2 = self.middle(link.source), self.middle(link.target)
        down = y2 > y1
        edge = y2 - (self.spec.row_height / 2 if down else -self.spec.row_height / 2)
        n, out = number, x1 + 4
        stroke, weight = ("hot", 1.4) if link.critical else ("ch-axis", 0.9)
        if x2 - 5 >= out:
            d = f"M{n(x1)} {n(y1)}H{n(out)}V{n(y2)}H{n(x2 - 3)}"
        else:
            d = f"M{n(x1)} {n(y1)}H{n(out)}V{n(edge)}H{n(x2 - 7)}V{n(y2)}H{n(x2 - 3)}"
        self.canvas.path(d, stroke=stroke, stroke_width=weight)
        self.canvas.path(f"M{n(x2)} {n(y2)}l-4.5 -2.6v5.2Z", fill=stroke)

    def milestone(self, row_id: str, on: date, words: str, row: GanttRow) -> None:
        c, y = self.canvas, self.middle(row_id)
        x = max(self.at(on), self.at(row.finish + timedelta(days=1)) + BESIDE)
        if row.note or 0 < row.done < 1:
            x += width(row.note or "100%", self.spec.size) + 6
        c.diamond(x, y, 4.5, "ink", "ink")
        pen = Pen(self.spec.size, fill="ink-2")
        room = self.spec.width - x - NAMED - 1
        taken = width(words, self.spec.size)
        if taken <= room:
            c.plate(x + NAMED, y + self.spec.size * 0.35, words, pen)
        else:
            before = self.at(row.start) - 5
            c.plate(before, y + self.spec.size * 0.35, c.fit(words, before - self.left, pen), pen, "end")

    def today(self) -> None:
        c, spec = self.canvas, self.spec
        if not spec.today or not self.first <= spec.today <= self.last:
            return
        words, left, right = self.plate_of_today(spec.today)
        c.vline(self.at(spec.today), 12, self.bottom, "accent", 1.5)
        c.rect(left, 0, right - left, 14, "accent", radius=3)
        c.text((left + right) / 2, 10, words, Pen(spec.size, fill="on-accent"), "middle")

    def plate_of_today(self, today: date) -> tuple[str, float, float]:
        """Return the words over today's line and the left and right edge of their plate."""
        spec = self.spec
        words = f"{spec.today_label} {axis_day(today, spec.locale)}".strip()
        half = width(words, spec.size) / 2 + 5
        middle = min(max(self.at(today), half), spec.width - half)
        return words, middle - half, middle + half

    def clear_of_today(self, x: float, length: float) -> float:
        """Return where words of this length starting at ``x`` stand beside the plate of today, not under it."""
        today = self.spec.today
        if not today or not self.first <= today <= self.last:
            return x
        _, left, right = self.plate_of_today(today)
        return right + 3 if x < right and x + length > left else x
