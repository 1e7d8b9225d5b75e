"""What a person does with a draft until it is approved. Durable on return."""

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.queries import LetterQueries
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.secrecy import Secrecy, rank
from desktop.outgoing import mutations as verbs
from desktop.outgoing.model import Content, Template
from desktop.outgoing.rules import packed, problems, sample, unpacked
from desktop.outgoing.signers import check
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

KEPT_AUTOSAVES = 200
"""Of one draft; what somebody left or asked a review for is a version and is kept for ever."""
_AUTOSAVE = "INSERT INTO draft_autosave (draft_id, base_id, content, author_name, at, left) VALUES (?, ?, ?, ?, ?, 0)"
_THIN = """
DELETE FROM draft_autosave WHERE (draft_id = ? AND place <= (
    SELECT place FROM draft_autosave WHERE draft_id = ? ORDER BY place DESC LIMIT 1 OFFSET ?))
   OR draft_id NOT IN (SELECT id FROM draft)
"""
_LEFT = "UPDATE draft_autosave SET left = 1 WHERE draft_id = ? AND left = 0"
_CURRENT = """
SELECT v.content FROM draft d JOIN draft_version v ON v.office_id = d.office_id AND v.id = d.version_id WHERE d.id = ?
"""
_VERSION = "SELECT content FROM draft_version WHERE office_id = (SELECT office_id FROM device) AND id = ?"


def check_signer(desk: Desk, content: Content) -> None:
    """Holds the signer's orders against this moment, as far as the desk knows them; errors as `signers.check`."""
    if content.signer_orders:
        orders = AuthorityQueries(desk.reader).delegations()
        check(content, AccountQueries(desk.reader).people(), orders, desk.clock.now())


class DraftActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def start(self, template: Template, phone: str = "", content: Content | None = None) -> Id:
        """A new draft of the person's unit, from its template or from a content; its id."""
        content = content or sample(template, self._who.unit.name_th, phone)
        self._hold(content)

        def act(unit: UnitOfWork) -> Id:
            draft_id = unit.new_id()
            body = verbs.Start(draft_id, self._who.unit.id, self._written(unit, content))
            unit.perform(verbs.START, body, self._who.id)
            return draft_id

        return self._desk.write(act)

    def autosave(self, draft_id: Id, base_id: Id, content: Content) -> None:
        """Keeps what is being typed, durably, at this desk alone."""
        self._hold(content)
        name = self._who.name_th

        def act(unit: UnitOfWork) -> None:
            run = unit.connection.exec_driver_sql
            run(_AUTOSAVE, (draft_id, base_id, packed(content), name, utc_text(unit.now)))
            run(_THIN, (draft_id, draft_id, KEPT_AUTOSAVES))

        self._desk.write(act)

    def save(self, draft_id: Id, base_id: Id, content: Content) -> Id:
        """Makes a version of it for everybody who sees the draft; the version that counts at this desk afterwards.

        Where nothing differs from `base_id` it stays that one.
        """
        self._hold(content)

        def act(unit: UnitOfWork) -> Id:
            run = unit.connection.exec_driver_sql
            run(_LEFT, (draft_id,))
            stands = run(_CURRENT, (draft_id,)).scalar()
            if stands == packed(content):
                return base_id
            written = self._written(unit, content)
            unit.perform(verbs.SAVE, verbs.Save(draft_id, base_id, written), self._who.id)
            return written.version_id

        return self._desk.write(act)

    def ask(self, draft_id: Id, version_id: Id, content: Content, reviewer: Person, text: str = "") -> None:
        """Asks for review. OfficeError `outgoing.cannot_ask` (fields), `outgoing.changed_since`, `outgoing.not_now`,
        and those of `signers.check`.
        """
        found = problems(content)
        if found:
            raise OfficeError("outgoing.cannot_ask", fields=sorted(found))
        check_signer(self._desk, content)
        self._say(draft_id, version_id, "asked", text, reviewer)

    def give_back(self, draft_id: Id, version_id: Id, text: str) -> None:
        """Returns a draft with remarks. OfficeError `outgoing.remark_missing`, and those of `ask`."""
        if not text.strip():
            raise OfficeError("outgoing.remark_missing")
        self._say(draft_id, version_id, "returned", text)

    def approve(self, draft_id: Id, version_id: Id, text: str = "") -> None:
        """This version may be signed. OfficeError `outgoing.not_the_reviewer`, and those of `ask`."""
        stands = self._desk.reader.one(_VERSION, (version_id,))
        if stands is not None:
            check_signer(self._desk, unpacked(stands[0]))
        self._say(draft_id, version_id, "approved", text)

    def drop(self, draft_id: Id, version_id: Id) -> None:
        """Puts a draft away; it can be taken up again. OfficeError `outgoing.not_now`."""
        self._say(draft_id, version_id, "dropped", "")

    def reopen(self, draft_id: Id, version_id: Id) -> None:
        """Takes a draft up again that was put away. OfficeError `outgoing.not_now`."""
        self._say(draft_id, version_id, "reopened", "")

    def _say(self, draft_id: Id, version_id: Id, act: str, text: str, to: Person | None = None) -> None:
        def do(unit: UnitOfWork) -> None:
            whom = (to.id, to.unit.id, to.name_th) if to else (None, None, "")
            who = (self._who.name_th, self._who.position_th)
            body = verbs.Say(unit.new_id(), draft_id, version_id, act, text.strip(), *who, *whom)
            unit.perform(verbs.SAY, body, self._who.id)

        self._desk.write(do)

    def _written(self, unit: UnitOfWork, content: Content) -> verbs.Written:
        shown = (content.template.value, content.subject.strip(), content.to_party.strip())
        marks = (content.urgency.value, content.secrecy.value)
        return verbs.Written(unit.new_id(), packed(content), self._who.name_th, *shown, *marks)

    def _hold(self, content: Content) -> None:
        """Nothing of a secret paper where it may not be kept. OfficeError `outgoing.too_secret`."""
        if rank(content.secrecy) >= rank(Secrecy.VERY_SECRET) or (
            content.secrecy is Secrecy.SECRET and LetterQueries(self._desk.reader).takes_envelope_only(content.secrecy)
        ):
            raise OfficeError("outgoing.too_secret")
