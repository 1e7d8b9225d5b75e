"""What is said of printing: sheets, queues, jobs and how far they are."""

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """Sheets, and envelopes in the sizes of ISO 269; values as CUPS knows them."""

    A4 = "A4"
    A5 = "A5"
    C4 = "iso_c4_229x324mm"
    C5 = "iso_c5_162x229mm"
    C6 = "iso_c6_114x162mm"
    DL = "iso_dl_110x220mm"
    QUEUE_SLIP = "Custom.72x92mm"
    ROLL_80 = "custom_roll_80x297mm"
    """Continuous paper, 80 mm wide; goes to the printer in its own language, whatever the size."""


class JobState(StrEnum):
    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    HANDED_OVER = "handed_over"
    """Given to a system that tells no more."""
    FORGOTTEN = "forgotten"
    """The system keeps no record of it any longer."""


@dataclass(frozen=True)
class Queue:
    """`ready` is false while somebody stopped it; `remark` is what the system says about that, in its own words."""

    name: str
    is_default: bool
    ready: bool
    remark: str = ""


@dataclass(frozen=True)
class PrintJob:
    queue: str
    number: int


@dataclass(frozen=True)
class JobReport:
    """`sheets`: how many the printer says it has laid out, None if it does not say; `held_up`: it rests with the job;
    `reasons`: why, in the keywords of IPP (RFC 8011 5.4.12)."""

    state: JobState
    sheets: int | None = None
    held_up: bool = False
    reasons: tuple[str, ...] = ()
