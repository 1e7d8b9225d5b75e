"""What the tour found and made: checks, numbers, pictures and papers, written as `tour.json`."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.acceptance.town import DeskProcess


@dataclass
class Report:
    """What the tour found; written as `tour.json`."""

    out: Path
    checks: list[dict[str, Any]] = field(default_factory=list)
    numbers: list[dict[str, Any]] = field(default_factory=list)
    screenshots: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)

    def check(self, name: str, result: bool, detail: str = "") -> None:
        self.checks.append({"name": name, "result": bool(result), "detail": detail})
        print(f"  {'ok ' if result else 'NOT'}  {name}{'' if result else f': {detail}'}", flush=True)

    @property
    def ok(self) -> bool:
        return bool(self.checks) and all(check["result"] for check in self.checks)

    def paper(self, name: str, content: bytes) -> Path:
        path = self.out / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.papers.append(str(path.relative_to(self.out)))
        return path

    def shot(self, desk: DeskProcess, name: str, of: str = "") -> None:
        path = self.out / "screens" / f"{len(self.screenshots) + 1:02d}-{name}.png"
        desk.do("shot", path=str(path), of=of)
        self.screenshots.append(str(path.relative_to(self.out)))

    def write(self) -> None:
        whole = {"ok": self.ok, "checks": self.checks, "numbers": self.numbers}
        whole |= {"screenshots": self.screenshots, "papers": self.papers}
        (self.out / "tour.json").write_text(json.dumps(whole, ensure_ascii=False, indent=1), "utf-8")
