"""A paper's code, made in the transaction that makes the paper: it is kept with it, so all printings bear the same."""

from base64 import b64decode

from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.proofs.model import Claim
from desktop.proofs.rules import as_voucher, code_of, may_sign, to_sign
from desktop.store.unit_of_work import UnitOfWork

_VOUCHERS = "SELECT content FROM desk_voucher WHERE device_id = ? ORDER BY last DESC LIMIT 3"
_KEY = """
SELECT content FROM desk_voucher v WHERE device_id = ? AND last >= ?
AND NOT EXISTS (SELECT 1 FROM lost_key k WHERE k.device_id = v.device_id) ORDER BY last DESC LIMIT 1
"""


def key_of(unit: UnitOfWork, device_id: Id) -> bytes | None:
    """The key of another desk, if the office vouches for it on this day."""
    found = unit.connection.exec_driver_sql(_KEY, (device_id, local_date(unit.now).isoformat())).scalar()
    return as_voucher(b64decode(found)).desk_key if found else None


def proof_of(unit: UnitOfWork, claim: Claim) -> str:
    """The text of the code; empty while the office vouches for no key of this desk on this day."""
    found = unit.connection.exec_driver_sql(_VOUCHERS, (unit.device_id,)).scalars()
    for voucher in map(b64decode, found):
        if may_sign(voucher, unit.signer.public_key, local_date(unit.now)):
            return code_of(voucher, claim, unit.signer.sign(to_sign(voucher, claim)))
    return ""
