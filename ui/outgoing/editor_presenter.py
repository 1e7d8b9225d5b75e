"""What the editor of a draft decides and asks of the office; nothing here draws."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from desktop.accounts.model import Person, Role, Session
from desktop.application import Office
from desktop.devices.token import TokenKey
from desktop.letters.authority import OVER, Delegation
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing.keys import KeyFile, KeyOnToken, SigningKey
from desktop.outgoing.model import Content, Difference, Draft, Level, Signed, State, Template, Version
from desktop.outgoing.rules import CLOSED, differences, kind_of, problems
from desktop.outgoing.signers import Signer, key_of, signers
from ui.settings import SettingsFile

_SIGN_FIRST = (Role.EXECUTIVE, Role.HEAD)


@dataclass(frozen=True)
class Wish:
    """The one thing to do next: its name and whether this person may.

    ask, approve, sign, seal (a letter that has its number and waits for its digital signature), print, reopen, none.
    """

    name: str
    allowed: bool


class EditorPresenter:
    """Holds the draft that is open and the version over which it is typed."""

    def __init__(self, office: Office, session: Session, settings: SettingsFile) -> None:
        self._office, self._session, self._settings = office, session, settings
        self.draft: Draft | None = None
        self.base_id: Id = b""
        self._people: tuple[Person, ...] = ()
        self._orders: tuple[Delegation, ...] = ()

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    @property
    def me(self) -> Person:
        return self._session.person

    def people(self) -> Sequence[Person]:
        """Who may review or sign: executives and heads first."""
        if not self._people:
            every = self._office.account_queries.people()
            self._people = tuple(sorted(every, key=lambda one: (one.role not in _SIGN_FIRST, one.name_th)))
        return self._people

    def signers(self, content: Content) -> tuple[Signer, ...]:
        """Who may stand under a paper of that kind now: people in their own post, and in those they act for."""
        kind = kind_of(content)[0].value
        return signers(self.people(), self._orders, self._office.clock.now(), kind, self.office_name())

    def office_name(self) -> str:
        from desktop.outgoing.paper import office_name

        return office_name(self._session.office)

    def start(self, template: Template) -> Id:
        """A new draft; belongs on the writer's lane."""
        return self._office.outgoing.drafts(self.me).start(template, self._session.office.phone or "")

    def load(self, draft_id: Id) -> Draft | None:
        """Reads the store, and by which orders people sign for others now; any thread."""
        self._orders = self._office.authority_queries.delegations()
        return self._office.outgoing.queries.draft(draft_id)

    def open(self, draft: Draft) -> Content:
        """Takes a draft; what was typed last at this desk and not left yet goes on where it stopped."""
        self.draft = draft
        last = draft.newest or draft.current
        self.base_id = (last.base_id if last.autosaved else last.id) or draft.current.id
        return last.content

    def close(self) -> None:
        self.draft = None

    @property
    def locked(self) -> bool:
        return self.draft is None or self.draft.state in CLOSED

    def wish(self) -> Wish:
        if self.draft is None:
            return Wish("none", False)
        state = self.draft.state
        if state in (State.WRITING, State.RETURNED):
            return Wish("ask", True)
        if state is State.REVIEW:
            return Wish("approve", self.draft.reviewer_id == self.me.id)
        if state is State.APPROVED:
            return Wish("sign", True)
        if self.draft.unsealed:
            return Wish("seal", self._mine)
        return Wish("print" if state is State.SIGNED else "reopen", True)

    def levels(self) -> tuple[Level, ...]:
        """How this person may sign what is open: electronically only in their own name."""
        return tuple(Level) if self._mine else (Level.WET,)

    @property
    def _mine(self) -> bool:
        """Whether the person signed in is who signs."""
        return self.draft is not None and self.draft.current.content.signer_id == self.me.id

    def problems(self, content: Content) -> dict[str, str]:
        """What stops it, field by field: also a signer whose order does not hold any more."""
        found = problems(content)
        if content.signer_orders and key_of(content.signer_id or b"", content.signer_orders) not in {
            one.key for one in self.signers(content)
        }:
            found["signer_lines"] = OVER
        return found

    def draw(self, content: Content) -> bytes:
        """The paper as it would be signed; any thread."""
        return self._office.outgoing.draft_pdf(content)

    def signed_pdf(self) -> bytes | None:
        """The signed paper; None while it waits for its number, or its file is on its way. Any thread."""
        letter_id = self.draft.letter_id if self.draft else None
        return self._office.outgoing.signed_pdf(letter_id) if letter_id else None

    def autosave(self, draft_id: Id, base_id: Id, content: Content) -> None:
        self._office.outgoing.drafts(self.me).autosave(draft_id, base_id, content)

    def save(self, draft_id: Id, base_id: Id, content: Content) -> Id:
        return self._office.outgoing.drafts(self.me).save(draft_id, base_id, content)

    def ask(self, content: Content, reviewer: Id, text: str) -> None:
        """Saves and asks; on the writer's lane, as all below."""
        draft = self._opened()
        act = self._office.outgoing.drafts(self.me)
        whom = next((one for one in self.people() if one.id == reviewer), None)
        version = act.save(draft.id, self.base_id, content)
        act.ask(draft.id, version, content, whom or self.me, text)

    def give_back(self, text: str) -> None:
        draft = self._opened()
        self._office.outgoing.drafts(self.me).give_back(draft.id, draft.current.id, text)

    def approve(self, content: Content, text: str) -> None:
        """What the reviewer put right while reading is part of what is approved."""
        draft = self._opened()
        act = self._office.outgoing.drafts(self.me)
        act.approve(draft.id, act.save(draft.id, self.base_id, content), text)

    def token_keys(self) -> tuple[tuple[TokenKey, str], ...]:
        """Certificates of the tokens that are plugged in, with their holders; any thread."""
        return self._office.outgoing.token_keys(self._settings.now.token_driver)

    def use_driver(self, path: str) -> None:
        """This desk's tokens speak through another driver from now on."""
        self._settings.remember(token_driver=path)

    def sign(self, level: Level, key: KeyFile | KeyOnToken | None = None) -> Signed:
        """The key is opened before anything is numbered. Any thread but the writer's, which it needs."""
        draft, act = self._opened(), self._office.outgoing.signing(self.me)
        if level is not Level.CERTIFICATE or key is None:
            return act.sign(draft.id, draft.current.id, level)
        with self._key(key) as opened:
            return act.sign(draft.id, draft.current.id, level, opened)

    def seal(self, key: KeyFile | KeyOnToken | None) -> None:
        """The digital signature that is missing on a letter with a number; threads as `sign`."""
        letter_id = self._opened().letter_id
        if key is None or letter_id is None:
            raise OfficeError("outgoing.key_missing")
        with self._key(key) as opened:
            self._office.outgoing.signing(self.me).finish(letter_id, opened)

    def stamp(self) -> None:
        """The time on the digital signatures of this desk that wait for it, this one's too; threads as `sign`."""
        self._office.outgoing.stamping(self.me).stamp_waiting()

    def _key(self, key: KeyFile | KeyOnToken) -> AbstractContextManager[SigningKey]:
        return self._office.outgoing.opened(key, self._settings.now.token_driver)

    def drop(self) -> None:
        draft = self._opened()
        self._office.outgoing.drafts(self.me).drop(draft.id, draft.current.id)

    def reopen(self) -> None:
        draft = self._opened()
        self._office.outgoing.drafts(self.me).reopen(draft.id, draft.current.id)

    def compare(self, version: Version, content: Content) -> tuple[Difference, ...]:
        """What bringing a version back would change in what stands in the form."""
        return differences(content, version.content)

    def _opened(self) -> Draft:
        assert self.draft is not None
        return self.draft
