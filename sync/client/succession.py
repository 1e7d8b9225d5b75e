"""A desk is enrolled anew and goes on as another device, with all its work and none of its books."""

import os
import random

from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.proof import GENESIS, link
from desktop.store import notes, outbox
from desktop.store.desk import Desk
from desktop.store.outbox import Posted
from desktop.store.succession import NewDevice, become
from desktop.store.unit_of_work import UnitOfWork
from sync.client.centre import Centre
from sync.client.enrol import ask
from sync.client.signature import public_key, verify
from sync.client.transport import Transport
from sync.wire.messages import EnrolRequest, WireMutation, acts_claim


def succeed(desk: Desk, url: str, code: str, name: str, rng: random.Random) -> None:
    """Makes this desk the device of a new code. The store changes in one transaction, or not at all.

    OfficeError `post.code_unknown`, `post.other_office`, those of `Transport`. Repeating it with the same code after a
    lost answer or a crash gives the same device.
    """
    transport = Transport(url, desk.clock)
    try:
        succeed_over(transport, desk, code, name, rng)
    finally:
        transport.close()


def succeed_over(transport: Transport, desk: Desk, code: str, name: str, rng: random.Random) -> None:
    """The same over a line that is there already."""
    salt = _salt(desk)
    seed = desk.keys.device_with(salt)
    was = desk.identity
    told = ask(transport, EnrolRequest(code.strip(), public_key(seed), name.strip(), was.device_id))
    if told.office_id != was.office_id:
        raise OfficeError("post.other_office")
    past = _past(desk, Centre(transport, told.device_id, seed, desk.clock, rng), was.device_id)
    new = NewDevice(told.device_id, told.counter, told.registers, name.strip(), salt)
    catalogue = desk.catalogue

    def act(unit: UnitOfWork) -> None:
        become(unit, new, past or (), catalogue)
        if past is None:
            unit.tell_attention("recovery.history_differs", {})

    desk.become(act)


def _salt(desk: Desk) -> bytes:
    """What the new key is derived with: durable before the code is used up."""
    kept = notes.read(desk.reader, notes.NEXT_SALT)
    if kept is None:
        kept = os.urandom(16)
        desk.settle(notes.PUT, (notes.NEXT_SALT, kept))
    return kept


def _past(desk: Desk, centre: Centre, was: Id) -> tuple[Posted, ...] | None:
    """The acts of the old device that the centre has beyond ours; none if it does not know that device.

    None when they do not follow the last act that both have, or are signed by another key.
    """
    last, before = outbox.acknowledged(desk.reader) or (0, GENESIS)
    key = public_key(desk.seed)
    found: list[Posted] = []
    more = True
    while more:
        try:
            page = centre.history(last, was)
        except OfficeError as error:
            if error.subject.get("problem") in ("not_found", "device_unknown"):
                return ()
            raise
        signatures = {one.mseq: one.signature for one in page.signatures}
        for act in page.acts:
            if (act.mseq, act.prev_hash) != (last + 1, before) or act.hash != _hash(act):
                return None
            signature = signatures.get(act.mseq)
            if signature is not None and not verify(key, acts_claim(was, act.mseq, act.hash), signature):
                return None
            found.append(Posted(*(getattr(act, name) for name in Posted._fields)))
            last, before = act.mseq, act.hash
        more = page.more and bool(page.acts)
    return tuple(found)


def _hash(act: WireMutation) -> bytes:
    return link(act.prev_hash, act.mseq, act.mut_id, act.type, act.v, act.user_id, act.at, act.body)
