"""Who wrote to this desk before: what was read of a number and of a sender is mended and confirmed by each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from desktop.letters.book_numbers import Form, parse
from desktop.office.thai import thai_digits
from desktop.suggesting.labels import bones
from desktop.suggesting.model import Field, Suggestion

_SAME = 0.62
"""How alike a sender read beside a known number must be to be the known one."""
_KNOWN = 0.86
"""How alike it must be on its own."""
_NEAR, _MOST_NEAR, _MOST_APART = 6, 3, 1
"""So many letters beside each other, and in how many of them a name can be misread: beside its number, and on its own.
What is off by more there is another name that begins and ends alike."""
_MAY_BE = 0.1
"""How likely another reading must be, beside the likeliest, to be taken for what is known."""


@dataclass(frozen=True)
class KnownSenders:
    """`by_prefix`: what stands before the stroke of a number -> senders and how many letters of theirs bear it.

    `addressees`: to whom letters here are addressed.
    """

    by_prefix: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    addressees: frozenset[str] = frozenset()

    def correct(self, found: Iterable[Suggestion]) -> list[Suggestion]:
        """The same suggestions, the number and the sender mended and weighed by what is known here."""
        fields = {one.field: one for one in found}
        sender, number = fields.get(Field.FROM_PARTY), fields.get(Field.BOOK_NUMBER)
        if number is not None:
            number = self._number(number, sender)
            fields[Field.BOOK_NUMBER] = number
        mended = self._sender(sender, number)
        if mended is not None:
            fields[Field.FROM_PARTY] = mended
        if (to_party := fields.get(Field.TO_PARTY)) is not None:
            fields[Field.TO_PARTY] = self._mended(to_party, self.addressees)
        return list(fields.values())

    def _number(self, number: Suggestion, sender: Suggestion | None) -> Suggestion:
        """A prefix that is known is right; a doubtful one, a sign off a prefix of the very sender, was misread."""
        prefix = prefix_of(number.value)
        if not prefix:
            return number
        if prefix in self.by_prefix:
            return replace(number, confidence=_nearer(number.confidence, 0.5))
        if not number.is_doubtful:
            return number  # another section of an office that is known
        for other in number.alternatives:
            if prefix_of(other.value) in self.by_prefix and other.confidence > _MAY_BE * number.confidence:
                others = (replace(number, alternatives=()), *(one for one in number.alternatives if one is not other))
                return replace(other, confidence=min(0.85, _nearer(number.confidence, 0.3)), alternatives=others)
        name = _like(sender.value, self._names) if sender else ""
        near = [
            one for one, names in self.by_prefix.items() if name in names and Levenshtein.distance(one, prefix) == 1
        ]
        if len(near) != 1:
            return number
        mended = replace(
            number, value=_with_prefix(number.value, near[0]), alternatives=(replace(number, alternatives=()),)
        )
        return replace(mended, confidence=min(0.85, _nearer(number.confidence, 0.3)))

    def _sender(self, sender: Suggestion | None, number: Suggestion | None) -> Suggestion | None:
        names = self.by_prefix.get(prefix_of(number.value), {}) if number else {}
        if not names:
            return self._mended(sender, self._names) if sender else None
        usual = max(names, key=lambda name: names[name])
        share = names[usual] / sum(names.values())
        if sender is None:
            assert number is not None
            return Suggestion(Field.FROM_PARTY, usual, number.place, 0.9 * share * number.confidence)
        most = _MOST_NEAR if len(names) == 1 else _MOST_APART
        like, name = max((_alike(sender.value, name), name) for name in names)
        if like >= _SAME and _is_misread(sender.value, name, most):
            return replace(sender, value=name, confidence=_nearer(sender.confidence, 0.7))
        other = Suggestion(Field.FROM_PARTY, usual, sender.place, 0.5 * share)
        return replace(sender, confidence=sender.confidence * 0.8, alternatives=(other, *sender.alternatives))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for known in self.by_prefix.values() for name in known)

    @staticmethod
    def _mended(read: Suggestion, names: Iterable[str]) -> Suggestion:
        """The known name that was meant, or what was read where none is like it."""
        name = _like(read.value, names)
        return replace(read, value=name, confidence=_nearer(read.confidence, 0.5)) if name else read


NOBODY = KnownSenders()


def learned(seen: Iterable[tuple[str, str, int]], addressees: Iterable[str] = ()) -> KnownSenders:
    """From book numbers (their keys), senders, and how many letters bear both."""
    by_prefix: dict[str, dict[str, int]] = {}
    for key, name, count in seen:
        prefix = prefix_of(key)
        if prefix:
            names = by_prefix.setdefault(prefix, {})
            names[name] = names.get(name, 0) + count
    return KnownSenders(by_prefix, frozenset(addressees))


def prefix_of(book_number: str) -> str:
    """`ชม 0023.3` of `ชม ๐๐๒๓.๓/ว ๒๙๐๑`; empty for numbers without an office."""
    number = parse(book_number)
    return f"{number.agency} {number.office}" if number.form is Form.OFFICE else ""


def _with_prefix(value: str, prefix: str) -> str:
    number = parse(value)
    mended = f"{prefix}/{number.series + ' ' if number.series else ''}{number.number}"
    return thai_digits(mended) if any(sign in "๐๑๒๓๔๕๖๗๘๙" for sign in value) else mended


def _like(read: str, names: Iterable[str]) -> str:
    """The name that was meant; empty when none is like what was read."""
    meant = {bones(name): name for name in names}
    best = process.extractOne(bones(read), meant.keys(), scorer=Levenshtein.normalized_similarity, score_cutoff=_KNOWN)
    return meant[best[0]] if best and _is_misread(read, meant[best[0]], _MOST_APART) else ""


def _is_misread(read: str, name: str, most: int) -> bool:
    """Whether nowhere in it more letters than these are other ones."""
    places = [edit.dest_pos for edit in Levenshtein.editops(bones(read), bones(name))]
    return all(sum(place <= other < place + _NEAR for other in places) <= most for place in places)


def _alike(read: str, name: str) -> float:
    return float(Levenshtein.normalized_similarity(bones(read), bones(name)))


def _nearer(confidence: float, share: float) -> float:
    """Part of the way to certainty."""
    return confidence + (0.99 - confidence) * share if confidence < 0.99 else confidence
