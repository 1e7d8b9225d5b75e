"""A second person's approval: their key for one desk, and what it signs."""

from collections.abc import Sequence
from typing import Any

import msgspec

from desktop.accounts import tables
from desktop.accounts.model import APPROVERS
from desktop.office.mutation import Context, Kind, Mutation, Rows
from desktop.office.signing import verified

_CLAIM = b"thesaban-desk approval/1\n"


class SetApproverKey(msgspec.Struct, frozen=True):
    """`public_key` of what is sealed at this desk with the person's PIN."""

    id: bytes
    staff_id: bytes
    public_key: bytes


def approval_claim(act: str, said: Sequence[Any]) -> bytes:
    """The bytes that a second person signs: the act's name and what of it they approve."""
    return _CLAIM + msgspec.msgpack.encode([act, *said])


def set_approver_key(rows: Rows, body: SetApproverKey, context: Context) -> None:
    values = {"staff_id": body.staff_id, "device_id": context.device_id, "public_key": body.public_key.hex()}
    rows.insert(tables.approver_key, body.id, **values, made_at=context.at)
    if context.authority and body.staff_id != context.user_id:
        rows.flag("accounts.key_of_another", staff_id=body.staff_id.hex())


def is_signed(rows: Rows, key_id: bytes, staff_id: bytes, claim: bytes, signature: bytes) -> bool:
    """Whether a key of this person signed the claim."""
    key = rows.find(tables.approver_key, key_id)
    return (
        key is not None and key["staff_id"] == staff_id and verified(bytes.fromhex(key["public_key"]), claim, signature)
    )


def may_approve(rows: Rows, key_id: bytes, staff_id: bytes, device_id: bytes) -> bool:
    """Whether this person may, as the centre knows them now, with their key of that desk."""
    key, person = rows.find(tables.approver_key, key_id), rows.find(tables.staff, staff_id)
    return (
        key is not None
        and person is not None
        and key["device_id"] == device_id
        and bool(person["active"])
        and person["role"] in APPROVERS
    )


SET_APPROVER_KEY = Mutation("accounts.set_approver_key", 1, Kind.FACT, SetApproverKey, set_approver_key)
