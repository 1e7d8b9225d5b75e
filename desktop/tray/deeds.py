"""Acts as people recognise them: the few facts of a body that say which act it was, as plain texts and figures."""

from collections.abc import Mapping
from typing import Any

_KEPT: dict[str, tuple[str, ...]] = {
    "letters.register": ("letter_id", "subject", "from_party", "book_number"),
    "letters.register_provisional": ("letter_id", "subject", "from_party", "book_number", "number", "year_be"),
    "letters.number": ("letter_id",),
    "letters.number_again": ("letter_id",),
    "letters.register_again_provisional": ("letter_id", "number", "year_be"),
    "letters.stamped": ("stamped_by_name",),
    "letters.classify": ("letter_id", "reason"),
    "letters.endorse": ("letter_id", "text"),
    "letters.delegate": ("order_no", "position_th"),
    "letters.recall_delegation": ("reason",),
    "letters.set_phrase": ("text",),
    "letters.remove_phrase": ("phrase_id",),
    "letters.save_search": ("name",),
    "letters.drop_search": ("search_id",),
    "letters.note_pages": ("letter_id",),
    "letters.move_paper": ("place",),
    "letters.route": ("letter_id", "note"),
    "letters.receive": ("route_id",),
    "letters.recall": ("route_ids",),
    "letters.finish": ("route_id",),
    "letters.ask_back": ("route_id", "reason"),
    "letters.answer_ask": ("route_id", "reason"),
    "letters.send_back": ("route_id", "reason"),
    "letters.read": ("route_id",),
    "letters.acknowledge": ("route_id",),
    "letters.remind": ("letter_id", "text"),
    "letters.follow": ("letter_id",),
    "letters.snooze": ("letter_id",),
    "letters.reassign": ("to_name", "reason"),
    "letters.define_template": ("name",),
    "letters.amend": ("letter_id",),
    "letters.add_file": ("letter_id",),
    "letters.withdraw_file": ("letter_id", "reason"),
    "letters.enter_past": ("file_name", "register", "part"),
    "letters.withdraw_past": ("reason",),
    "letters.link_duplicate": ("letter_id", "other_id"),
    "outgoing.start": ("draft_id",),
    "outgoing.save": ("draft_id",),
    "outgoing.say": ("draft_id", "text"),
    "outgoing.sign": ("letter_id", "draft_id", "signer_name"),
    "outgoing.attach_paper": ("letter_id",),
    "outgoing.stamp": ("letter_id", "authority"),
    "outgoing.set_picture": ("purpose",),
    "outgoing.send": ("letter_id", "to_party"),
    "outgoing.deliver": ("received_by_name",),
    "cashier.issue_receipt": ("receipt_id", "payer_name", "total_satang", "counter"),
    "cashier.key_in_receipt": ("receipt_id", "payer_name", "total_satang", "counter"),
    "cashier.void_receipt": ("receipt_id", "reason"),
    "cashier.reprint_receipt": ("receipt_id", "time"),
    "people.record": ("person_id",),
    "people.record_house": ("house_id",),
    "people.amend": ("person_id",),
    "people.amend_house": ("house_id",),
    "people.give_number": ("person_id",),
    "people.join": ("gone_id", "kept_id"),
    "people.tie": ("person_id", "house_id"),
    "people.look_at_number": ("person_id", "reason"),
    "cases.open": ("case_id", "text", "kind", "counter"),
    "cases.step": ("case_id", "actor_name"),
    "certificates.issue": ("certificate_id", "holder_name", "subject", "number"),
    "certificates.copy": ("certificate_id", "reason"),
    "certificates.do": ("certificate_id", "what", "reason"),
    "certificates.attach": ("certificate_id",),
    "certificates.define_template": ("code", "version"),
    "cashier.make_bill": ("bill_id", "payer_name", "total_satang", "counter"),
    "cashier.cancel_bill": ("bill_id", "reason"),
    "cashier.take_payment": ("bill_id", "receipt_id", "method", "amount_satang"),
    "cashier.say_of_payment": ("outcome", "words"),
    "cashier.give_receipt": ("receipt_id",),
    "cashier.open_shift": ("counter",),
    "cashier.move_cash": ("satang", "reason"),
    "cashier.count_cash": ("counted_by_name",),
    "cashier.hand_over": ("taker_name", "explanation"),
    "cashier.close_shift": ("closed_by_name", "explanation"),
    "cashier.receive_remittance": ("satang", "received_by_name"),
    "cashier.close_day": ("day", "closed_by_name"),
    "cashier.enter_elaas": ("receipt_id", "number"),
    "waste.open_accounts": ("file_name",),
    "waste.change_account": ("account_id",),
    "waste.take_back_import": ("reason",),
    "numbers.close_book": ("lo", "hi", "year_be", "reason"),
    "numbers.spoil_paper": ("lo", "hi", "year_be", "reason"),
    "numbers.lend": ("lo", "hi", "counter"),
    "archive.store": ("letter_id", "place"),
    "archive.set_rule": ("name_th", "valid_from"),
    "archive.hold": ("letter_id", "reason"),
    "archive.release": ("reason",),
    "archive.open_list": ("title", "year_be"),
    "archive.put_on_list": ("list_id",),
    "archive.appoint": ("order",),
    "archive.judge": ("reason",),
    "archive.sign": ("signed_on",),
    "archive.withdraw": ("reason",),
    "archive.approve": ("approved_by_name", "approved_on"),
    "archive.destroyed": ("destroyed_on", "how"),
    "tray.answer": ("review_id", "words"),
    "tray.take_back": ("review_id",),
}
_PAPERS = (
    ("letter_id", "letter"),
    ("certificate_id", "certificate"),
    ("receipt_id", "receipt"),
    ("bill_id", "bill"),
    ("case_id", "citizen_case"),
    ("person_id", "person"),
)


def facts_of(type_: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Figures and texts of an act's body; ids as hex. An act that is not known here keeps its plain values."""
    names = _KEPT.get(type_)
    kept = {name: body[name] for name in (names or tuple(body)) if name in body}
    facts = {name: plain for name, value in kept.items() if (plain := _plain(value)) is not None}
    if isinstance(taken := body.get("taken") or body.get("keyed"), Mapping):
        facts |= {"number": taken["n"], "year_be": taken["year_be"], "book_no": taken.get("book_no", 0)}
    if type_ == "letters.route":
        facts["unit_ids"] = [part["unit_id"].hex() for part in body["routes"]]
    if isinstance(event := body.get("event"), Mapping):
        facts |= {"step": event["step"], "text": event.get("text", "")}
    if isinstance(written := body.get("written"), Mapping):
        facts["subject"] = written["subject"]
    if type_ == "numbers.lend":
        facts["borrower"] = body["ask"]["counter"]
    if type_ == "letters.reassign":
        facts["route_ids"] = [part["route_id"].hex() for part in body["letters"]]
    if type_ == "letters.amend":
        names = ("field", "base", "new", "reason")
        facts["fields"] = [{name: part.get(name) for name in names} for part in body["fields"]]
    if type_ in ("people.record", "people.record_house"):
        facts["name"] = " ".join(
            body["parts"].get(name, "") for name in ("title", "given", "family", "house_no")
        ).strip()
    if type_ == "waste.open_accounts":
        houses = [part["parts"].get("house_no", "") for part in body["accounts"]]
        facts["name"] = facts.get("file_name") or " ".join(houses[:3])
    if type_ == "waste.change_account":
        facts["words"] = " ".join(filter(None, (part.get("reason") for part in body["terms"])))
    if type_ in ("people.amend", "people.amend_house"):
        facts["words"] = "\n".join(f"{part['base'] or '-'} → {part['new'] or '-'}" for part in body["fields"])
        facts["fields"] = [{name: part.get(name) for name in ("field", "base", "new")} for part in body["fields"]]
    return facts


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value if not isinstance(one, Mapping)]
    return value if isinstance(value, str | int) else None


def paper_of(*sources: Mapping[str, Any]) -> tuple[str, bytes] | None:
    """(entity, id) of the paper that is named first in what was done, or in what was said of it."""
    for source in sources:
        for name, entity in _PAPERS:
            if isinstance(told := source.get(name), str) and len(told) == 32:
                return entity, bytes.fromhex(told)
    return None
