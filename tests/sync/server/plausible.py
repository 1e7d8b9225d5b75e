"""Acts as a desk might do them, and as it never would: of every kind, with arguments that were made up."""

from collections.abc import Sequence
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from desktop.office.mutation import Mutation
from sync.server.rooms import CATALOGUE
from tests.sync.server.town import LETTERS
from tests.sync.wire.test_fuzz import ODD

KINDS: Sequence[Mutation[Any]] = tuple(CATALOGUE.mutations.values())
Drawn = tuple[Mutation[Any], bytes]
AT_ONCE = 25
"""Acts in one request."""
_MOMENTS = ["2026-11-21T02:14:00.000000Z", "2570-01-01T00:00:00.000000Z", "yesterday"]
_WORDS: dict[str, list[str]] = {
    "series": [LETTERS, "receipts", "letters.outgoing/none"],
    "secrecy": ["normal", "secret", "very_secret", "top_secret"],
    "wanted": ["normal", "secret", "very_secret", "top_secret"],
    "seen": ["normal", "secret", "very_secret"],
    "field": ["subject", "from_party", "due_date", "office_id"],
    "channel": ["paper", "email"],
    "register": ["central"],
    "letter_date": ["2026-11-20", "20 พ.ย. 2569"],
}
_PARTS = ["given", "house_no", "phone", "born", "kind", "office_id"]
"""Fields that acts name beside their words."""
_FIGURES = st.sampled_from([0, 1, 2, 50, 100, 2569, 2570, -1, 1_000_001, (1 << 63) - 1, 1 << 63, (1 << 64) - 1])


def rounds(known: Sequence[bytes]) -> list[st.SearchStrategy[list[Drawn]]]:
    """Acts for one request, of kinds that follow each other in the catalogue; together the rounds bring every kind."""
    return [_acts(KINDS[first : first + AT_ONCE], known) for first in range(0, len(KINDS), AT_ONCE)]


def _acts(kinds: Sequence[Mutation[Any]], known: Sequence[bytes]) -> st.SearchStrategy[list[Drawn]]:
    return st.tuples(*(st.tuples(st.just(kind), bodies(kind, known)) for kind in kinds)).map(list)


def bodies(kind: Mutation[Any], known: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Packed bodies of an act: what its fields allow, about rows that are there or are not; now and then nonsense."""
    sound = _of(inspect.type_info(kind.body), "", st.sampled_from([*known, bytes(16), b"short"]))
    odd = st.tuples(sound, st.sampled_from(ODD)).flatmap(lambda drawn: _spoilt(*drawn))
    return st.integers(0, 4).flatmap(lambda one: odd if one == 4 else sound).map(_packed)


def _packed(body: Any) -> bytes:
    return msgspec.msgpack.encode(body)


def _spoilt(body: Any, odd: Any) -> st.SearchStrategy[Any]:
    """The body with one of its fields replaced by something odd."""
    return st.sampled_from(sorted(body)).map(lambda name: body | {name: odd}) if body else st.just(odd)


def _of(kind: inspect.Type, name: str, ids: st.SearchStrategy[bytes]) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.StructType():
            return st.fixed_dictionaries({one.encode_name: _of(one.type, one.name, ids) for one in kind.fields})
        case inspect.UnionType():
            return st.one_of([_of(one, name, ids) for one in kind.types])
        case inspect.VarTupleType() | inspect.ListType():
            return st.lists(_of(kind.item_type, name, ids), max_size=3)
        case inspect.DictType():
            parts = st.sampled_from(_PARTS) | st.text(max_size=30)
            return st.dictionaries(parts, _of(kind.value_type, name, ids), max_size=4)
        case inspect.BytesType():
            return ids
        case inspect.StrType():
            return _text(name)
        case inspect.IntType():
            return _FIGURES
        case inspect.FloatType():
            return st.sampled_from([0.0, 148.5, -1.0, 1e300])
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
    raise TypeError(f"no values are known for {kind} of {name}")


def _text(name: str) -> st.SearchStrategy[str]:
    if name.endswith("_at"):
        return st.sampled_from(_MOMENTS)
    if name in _WORDS:
        return st.sampled_from(_WORDS[name])
    return st.sampled_from(["", "นายเอกสมมติ", "ขอเชิญประชุม", "'; DROP TABLE letter; --"]) | st.text(max_size=30)
