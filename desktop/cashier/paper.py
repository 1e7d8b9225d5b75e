"""A receipt as its paper says it."""

from desktop.accounts.model import OfficeProfile
from desktop.cashier.model import Method, Receipt
from desktop.cashier.rules import qr_payload
from desktop.cashier.shift_model import PRE_RECEIPT
from desktop.paper.receipt import ReceiptItem, ReceiptPaper

_METHODS = {Method.CASH: "เงินสด", Method.CHEQUE: "เช็ค", Method.TRANSFER: "เงินโอน"}
_SHORT = 16


def receipt_paper(receipt: Receipt, office: OfficeProfile, unit_name: str, office_id: int) -> ReceiptPaper:
    """What stands on original and copy; a voided receipt says so, and a later printing which one it is.

    The QR code speaks of the receipt as it was issued, so that every printing bears the same one.
    """
    return ReceiptPaper(
        office_name=office.name_th,
        office_unit=unit_name,
        office_address=office.address_th,
        book_no=f"{receipt.fiscal_year_be % 100:02d}/{receipt.counter}-{receipt.book_no}",
        number=f"{receipt.number:06d}",
        issued_at=receipt.issued_at,
        payer_name=receipt.payer_name,
        payer_address=receipt.payer_address or "",
        lines=tuple(
            ReceiptItem(line.description, line.quantity, line.unit, line.amount_satang) for line in receipt.lines
        ),
        total_satang=receipt.total_satang,
        baht_text=receipt.baht_text,
        method=_METHODS[receipt.method],
        cashier_name=receipt.cashier_name,
        cashier_position=receipt.cashier_position,
        counter=receipt.counter,
        chain_hash=receipt.chain[:_SHORT],
        qr_payload=qr_payload(receipt, office_id),
        proof=receipt.proof,
        replaces=receipt.replaces,
        reprint_count=receipt.reprints,
        voided=receipt.void is not None,
        void_reason=receipt.void.reason if receipt.void else "",
        is_preliminary=receipt.mode == PRE_RECEIPT,
    )
