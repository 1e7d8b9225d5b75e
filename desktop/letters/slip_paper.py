"""A letter's slip as its paper says it."""

from desktop.letters.model import Letter, Secrecy
from desktop.letters.rules import MASKED, padded
from desktop.letters.slips import code_of
from desktop.paper.slip import Slip


def slip_of(letter: Letter) -> Slip:
    """What stands on the slip: nothing of the content of a secret letter."""
    secret = letter.secrecy is not Secrecy.NORMAL
    subject = MASKED.get(letter.secrecy, "") if secret else letter.subject
    sender = "" if secret else letter.from_party
    return Slip(code_of(letter.id), padded(letter.number), letter.year_be, subject, sender, letter.received_at)
