"""What goes out: drafts, review, the number at signing, the book of dispatches and its receipts."""

from desktop.letters.tags import is_provisional
from desktop.office.ids import Id
from desktop.office.series import series_of
from desktop.outgoing.dispatch_actions import DispatchActions
from desktop.outgoing.drafting import DraftActions
from desktop.outgoing.model import Content, Draft, Level, Sending
from desktop.outgoing.queries import OutgoingQueries
from desktop.outgoing.signing import SigningActions
from tests.convergence.hands.hand import Hand

_IN = "SELECT id FROM draft WHERE state IN ({}) ORDER BY id"
_WRITTEN, _ASKED, _APPROVED = (_IN.format(said) for said in ("'writing', 'returned'", "'review'", "'approved'"))
_OURS = "SELECT id FROM letter WHERE direction = 'outgoing' ORDER BY id"
_SENT = "SELECT id FROM dispatch ORDER BY id"
_STANDS = "SELECT register FROM letter WHERE id = ?"


class Writing(Hand):
    ACTS = ("draft", "ask", "review", "review", "sign", "sign", "make_papers", "dispatch", "deliver")

    def draft(self, which: int) -> None:
        """Every other one goes all the way to its approval at once."""
        writing = self._writing(self.someone(which))
        subject = f"เรื่องออก {which}"
        content = Content(
            subject=subject,
            to_party="จังหวัด",
            body="ด้วยเทศบาลประสงค์จะ\nจึงเรียนมา",
            signer_name="นายสมชาย",
            owner_unit="สป.",
        )
        draft_id = writing.start(content.template, content=content)
        if which % 4 >= 2:
            self.ask_of(draft_id, "kanda")
            self._writing("kanda").approve(draft_id, self._held(draft_id).current.id)

    def ask(self, which: int) -> None:
        if draft_id := self.pick(_WRITTEN, which):
            self.ask_of(draft_id, self.someone(which + 1))

    def ask_of(self, draft_id: Id, reviewer: str) -> None:
        current = self._held(draft_id).current
        self._writing("kanda").ask(draft_id, current.id, current.content, self.desk.person(reviewer))

    def review(self, which: int) -> None:
        """Approves, gives back, or writes over it."""
        if draft_id := self.pick(_ASKED, which):
            held = self._held(draft_id)
            writing = self._writing(self.someone(which))
            if which % 5 == 0:
                writing.give_back(draft_id, held.current.id, "แก้วันที่")
            elif which % 7 == 0:
                writing.save(draft_id, held.current.id, held.current.content)
            else:
                writing.approve(draft_id, held.current.id)

    def sign(self, which: int) -> None:
        if draft_id := self.pick(_APPROVED, which):
            actions = SigningActions(self.desk.desk, self.desk.person("kanda"))
            signed = actions.sign(draft_id, self._held(draft_id).current.id, Level.WET)
            ((register,),) = self.desk.desk.reader.rows(_STANDS, (signed.letter_id,))
            series = f"tag of {self.where}" if is_provisional(signed.number) else series_of(register)
            self.printer.numbers.append((series, signed.year_be, signed.number))

    def make_papers(self, which: int) -> None:
        """Those that waited for their number."""
        SigningActions(self.desk.desk, self.desk.person("kanda")).finish_waiting()

    def dispatch(self, which: int) -> None:
        if letter := self.pick(_OURS, which):
            self._sending().send(letter, f"จังหวัดที่ {which}", Sending.REGISTERED_POST, reference=f"RA{which}")

    def deliver(self, which: int) -> None:
        """Now and then by two desks, with two names."""
        if sent := self.pick(_SENT, which):
            self._sending().deliver(sent, f"นายรับ ที่ {which}")

    def _held(self, draft_id: Id) -> Draft:
        found = OutgoingQueries(self.desk.desk.reader).draft(draft_id)
        assert found is not None
        return found

    def _writing(self, login: str) -> DraftActions:
        return DraftActions(self.desk.desk, self.desk.person(login))

    def _sending(self) -> DispatchActions:
        return DispatchActions(self.desk.desk, self.desk.person("kanda"))
