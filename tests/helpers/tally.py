"""Figures of a long run: what was tried, which faults were made, how often each invariant was held."""

import json
from collections import Counter
from pathlib import Path


class Tally:
    """Counts by topic, e.g. `tally.add("faults", "reply lost")`."""

    def __init__(self) -> None:
        self.topics: dict[str, Counter[str]] = {}

    def add(self, topic: str, name: str, count: int = 1) -> None:
        self.topics.setdefault(topic, Counter())[name] += count

    def of(self, topic: str) -> Counter[str]:
        return self.topics.setdefault(topic, Counter())

    def total(self, topic: str) -> int:
        return self.of(topic).total()

    def line(self) -> str:
        """One line for eyes."""
        return "; ".join(
            f"{topic}: " + ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
            for topic, counts in self.topics.items()
        )

    def table(self) -> str:
        """Everything, a line each, for whoever reads a long run's end."""
        return "\n".join(
            f"{topic if not place else '':<12}{count:>10,}  {name}"
            for topic, counts in self.plain().items()
            for place, (name, count) in enumerate(counts.items())
        )

    def merge(self, topics: dict[str, dict[str, int]]) -> None:
        for topic, counts in topics.items():
            self.of(topic).update(counts)

    def plain(self) -> dict[str, dict[str, int]]:
        return {topic: dict(sorted(counts.items())) for topic, counts in self.topics.items()}

    def save(self, file: Path) -> None:
        """Adds these figures to those that are in the file already."""
        whole = Tally()
        if file.exists():
            whole.merge(json.loads(file.read_text(encoding="utf-8")))
        whole.merge(self.plain())
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(whole.plain(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
