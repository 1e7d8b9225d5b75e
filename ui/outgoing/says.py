"""Words that other rooms have too, given to this one by who knows both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.letters.model import Urgency
from desktop.office.secrecy import Secrecy


@dataclass(frozen=True)
class Says:
    """`moment`: day and time as the screen's language writes them."""

    moment: Callable[[datetime], str]
    urgency: Callable[[Urgency], str]
    secrecy: Callable[[Secrecy], str]

    def value(self, field: str, text: str) -> str:
        """A field's value as it is kept, as people read it."""
        if field == "urgency" and text:
            return self.urgency(Urgency(text))
        return self.secrecy(Secrecy(text)) if field == "secrecy" and text else text
