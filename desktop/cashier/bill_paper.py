"""A bill as its paper says it, with the codes by which it is paid."""

from desktop.accounts.model import OfficeProfile
from desktop.cashier.bill_model import Bill, Biller, BillLine, BillState
from desktop.cashier.bill_rules import display_bill, other_reference
from desktop.cashier.thai_qr import barcode_text, bill_payload
from desktop.paper.bill import BillItem, BillPaper, PayingIn


def payload_of(bill: Bill, biller: Biller) -> str:
    """What the QR code on the bill, and on the screen before the payer, says."""
    merchant = biller.merchant_name.upper()
    return bill_payload(biller.id, bill.reference, other_reference(bill), bill.total_satang, merchant, bill.counter)


def bill_paper(bill: Bill, office: OfficeProfile, biller: Biller | None) -> BillPaper:
    paying = None
    if biller is not None:
        barcode = barcode_text(biller.id, bill.reference, other_reference(bill), bill.total_satang)
        paying = PayingIn(payload_of(bill, biller), barcode, biller.id, office.name_th, biller.bank_name)
    return BillPaper(
        office_name=office.name_th,
        office_unit="กองคลัง",
        office_address=office.address_th,
        number=display_bill(bill),
        issued_at=bill.issued_at,
        due_on=bill.due_on,
        payer_name=bill.payer_name,
        payer_address=bill.payer_address or "",
        items=tuple(_item(line) for line in bill.lines),
        total_satang=bill.total_satang,
        baht_text=bill.baht_text,
        reference=bill.reference,
        other_reference=other_reference(bill),
        clerk_name=bill.clerk_name,
        clerk_position=bill.clerk_position,
        paying_in=paying,
        settled=_settled(bill),
    )


def _settled(bill: Bill) -> str:
    if bill.state is BillState.CANCELLED:
        return f"ยกเลิกแล้ว: {bill.cancelled_for}"
    return "ชำระแล้ว" if bill.state is BillState.PAID else ""


def _item(line: BillLine) -> BillItem:
    return BillItem(line.description, f"{line.quantity:,} {line.unit}", line.amount_satang, line.calculation)
