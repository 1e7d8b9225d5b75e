"""What a scanner profile may say, the same at the centre and at the desks, which alone know scanners."""

FEEDS = frozenset({"flatbed", "feeder"})
SHEETS = frozenset({"a4", "a5", "a3", "legal", "card"})
MODES = frozenset({"lineart", "gray", "color"})
DPI = range(75, 1201)
BRIGHTNESS = range(-100, 101)
