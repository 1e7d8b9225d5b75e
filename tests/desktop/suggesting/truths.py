"""What a generated letter's fields are, as suggestions spell them, and when a suggestion is right."""

from desktop.letters.book_numbers import key_of
from desktop.office.thai import normalise
from desktop.suggesting.model import Field, Suggestions
from tests.helpers.letter_scans import Fields


def truth(fields: Fields) -> dict[Field, str]:
    """Empty where the letter bears nothing."""
    return {
        Field.KIND: fields.kind.value,
        Field.BOOK_NUMBER: fields.book_number,
        Field.LETTER_DATE: fields.letter_date.isoformat(),
        Field.FROM_PARTY: fields.from_party,
        Field.TO_PARTY: fields.to_party,
        Field.SUBJECT: fields.subject,
        Field.URGENCY: "" if fields.urgency == "normal" else fields.urgency.value,
        Field.SECRECY: "" if fields.secrecy == "normal" else fields.secrecy.value,
        Field.CITATIONS: "\n".join(fields.references),
        Field.ENCLOSURES: "\n".join(fields.enclosures),
    }


def is_right(field: Field, wanted: str, said: str) -> bool:
    """The same sign by sign but for blanks and the kind of digits; numbers by their key."""
    if field is Field.BOOK_NUMBER:
        return bool(said) and key_of(wanted) == key_of(said)
    return normalise(wanted).replace(" ", "") == normalise(said).replace(" ", "")


def wrong(fields: Fields, found: Suggestions) -> dict[Field, tuple[str, str]]:
    """Field -> what it is and what was said, of those that are not right."""
    return {
        field: (wanted, found.value(field))
        for field, wanted in truth(fields).items()
        if not is_right(field, wanted, found.value(field))
    }
