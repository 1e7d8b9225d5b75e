"""What the screens of cases decide: which cases a list shows, what a form becomes, what may be done now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cases import words as case_words
from desktop.cases.answers import stored
from desktop.cases.deadlines import Due, due_by_events, due_of, what_if
from desktop.cases.kind import Category, Item, Kind, PaperIssued, State, Step
from desktop.cases.model import Case, CaseLine, Deed, Place, Reporter, Wanted
from desktop.cases.photos import Photo
from desktop.cases.queries import Sought
from desktop.cases.rules import Actor, display_number, missing, steps_from, wanted_problems
from desktop.cashier.bill_model import Bill
from desktop.counter.case_fees import Asked
from desktop.days.rules import Calendar, working_day
from desktop.devices.printing import Media
from desktop.office.dates import local_date
from desktop.office.ids import Id
from desktop.sheets.model import Filed

_ALIKE = 30
FORM = "case"
"""Where the journal keeps what is typed into a new case."""
PRINTED = {"slip": "case", "notice": "notice", "crew_sheet": "crew", "certificate": "certificate"}
"""The kinds of the print journal by the layouts of papers."""


@dataclass(frozen=True)
class CaseRow:
    """A line of the list with its words looked up. `due_at` None where nothing binds it, or the clock stands."""

    line: CaseLine
    kind: Kind | None
    due_at: datetime | None
    overdue: bool
    unit: str

    @property
    def number(self) -> str:
        return display_number(self.line.series, self.line.year_be, self.line.number)

    @property
    def category(self) -> Category | None:
        return self.kind.category(self.line.category) if self.kind else None

    @property
    def state(self) -> State | None:
        return self.kind.state(self.line.state) if self.kind else None


@dataclass(frozen=True)
class Typed:
    """A new case as it stands in the form: all texts as they were typed, so that the journal can keep it.

    `person`, `house`: ids (hex) of whoever asks, known in the register by the name `known_as`.
    """

    kind: str = ""
    category: str = ""
    text: str = ""
    place: str = ""
    moo: str = ""
    channel: str = "counter"
    name: str = ""
    phone: str = ""
    address: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    person: str = ""
    house: str = ""
    known_as: str = ""

    @property
    def is_empty(self) -> bool:
        """Who asks was not typed where the register knows them."""
        who = () if self.known_as else (self.name, self.phone, self.address)
        words = (self.text, self.place, self.moo, *who, *self.fields.values())
        return not (any(one.strip() for one in words) or self.items or self.category)


@dataclass(frozen=True)
class Opened:
    """A case with what its page says around it. `alike`: what may be the same, the nearest and newest first.

    `certifies`: whoever is signed in may issue its certificate now.
    """

    case: Case
    due: Due
    steps: tuple[Step, ...]
    units: Mapping[Id, str]
    people: Mapping[Id, str]
    alike: tuple[CaseLine, ...] = ()
    fees: tuple[Asked, ...] = ()
    certifies: bool = False


class CasesPresenter:
    """`who` is signed in. All of it reads or writes the store; any thread."""

    def __init__(self, office: Office, who: Person) -> None:
        self.office, self.who = office, who
        self._journal = office.journal(who)

    def calendar(self) -> Calendar:
        return self.office.day_queries.calendar()

    def kinds(self) -> tuple[Kind, ...]:
        return self.office.cases.queries.kinds(local_date(self.office.clock.now()))

    def rows(self, sought: Sought, *, overdue_only: bool = False) -> tuple[CaseRow, ...]:
        queries, calendar, now = self.office.cases.queries, self.calendar(), self.office.clock.now()
        events, units = queries.open_events(), self.unit_names()
        kinds: dict[tuple[str, str], Kind | None] = {}
        found = []
        for line in queries.lines(sought):
            key = (line.kind, line.kind_version)
            if key not in kinds:
                kinds[key] = queries.kind(*key)
            kind = kinds[key]
            due = due_by_events(kind, line, events[line.id], calendar) if kind and line.id in events else Due()
            unit = units.get(line.unit_id, "")
            found.append(CaseRow(line, kind, due.at, due.overdue(now), unit))
        return tuple(row for row in found if row.overdue or not overdue_only)

    def open(self, case_id: Id) -> Opened | None:
        case = self.office.cases.queries.case(case_id)
        if case is None:
            return None
        actor = Actor(self.who.unit.id, self.who.role)
        steps = steps_from(case.kind, case.standing, actor, case.intake_unit_id)
        people = {person.id: person.name_th for person in self.office.account_queries.people()}
        due, fees = due_of(case, self.calendar()), self.office.counter.case_fees(self.who).asked(case)
        certifies = self.office.certifying(self.who).step_of(case) in steps
        return Opened(case, due, steps, self.unit_names(), people, self._alike(case), fees, certifies)

    def _alike(self, case: Case) -> tuple[CaseLine, ...]:
        """Open cases nearby of the same category, then the newest of the same kind."""
        queries, line = self.office.cases.queries, case.line
        near = (one for one, _ in queries.near(case.kind, line.category, line.place, self.office.clock.now()))
        found = {one.id: one for one in (*near, *queries.lines(Sought(kind=line.kind), _ALIKE))}
        return tuple(one for one in found.values() if one.id != case.id)

    def bill(self, case_id: Id) -> Bill:
        """The bill of a case's fees."""
        return self.office.counter.case_fees(self.who).bill(case_id)

    def explained(self, opened: Opened, language: str) -> tuple[str, ...]:
        return case_words.explain(opened.due, opened.case.kind, language)

    def asked_today(self, opened: Opened, language: str) -> tuple[str, ...]:
        """What the clocks would say if something were asked of the citizen today and came in five working days."""
        today, calendar = local_date(self.office.clock.now()), self.calendar()
        answered = working_day(5, today, calendar)
        return case_words.headlines(what_if(opened.case, calendar, today, answered), language)

    def number(self, case: Case) -> str:
        return display_number(case.line.series, case.line.year_be, case.line.number)

    def missing(self, case: Case) -> tuple[Item, ...]:
        return missing(case.kind, case.answers, case.standing.items) if case.standing.clock != "ended" else ()

    def printable(self, case: Case) -> tuple[PaperIssued, ...]:
        return self.office.cases.papers.printable(case)

    def named(self, case: Case, code: str) -> tuple[str, str]:
        """A paper of a case as the print journal knows it: its kind and what it is called there."""
        paper = case.kind.paper(code)
        return (PRINTED[paper.layout], f"{paper.name.th} {self.number(case)}") if paper is not None else ("", "")

    def filed(self, case: Case, code: str) -> Filed:
        """The paper itself. OfficeError as `CasePapers.pdf`."""
        kind, label = self.named(case, code)
        media, pdf = Media.A5 if kind == "case" else Media.A4, self.office.cases.papers.pdf(case, code)
        return Filed(kind, label, pdf, media, case.id, numbered=kind != "crew")

    def picture(self, sha256: str) -> bytes | None:
        return self.office.cases.picture(sha256)

    def near(self, kind: Kind, category: str, place: Place) -> tuple[tuple[CaseLine, int], ...]:
        return self.office.cases.queries.near(kind, category, place, self.office.clock.now())

    def wanted(self, kind: Kind, typed: Typed, photos: Sequence[Photo], same_as: Id | None) -> Wanted:
        today = local_date(self.office.clock.now())
        answers = {one.code: stored(one, typed.fields.get(one.code, ""), today) for one in kind.fields}
        known = typed.known_as and typed.name.strip() == typed.known_as
        ids = (_id(typed.person), _id(typed.house)) if known else (None, None)
        reporter = Reporter(typed.name.strip(), typed.phone.strip(), typed.address.strip(), *ids)
        given = {code: value for code, value in answers.items() if value}
        place, items = place_of(typed, photos), tuple(typed.items)
        return Wanted(kind, typed.text, typed.channel, typed.category, place, reporter, given, items, same_as)

    def problems(self, wanted: Wanted) -> dict[str, str]:
        return wanted_problems(wanted)

    def keep(self, wanted: Wanted, photos: Sequence[Photo]) -> Case:
        """Opens the case, and what was typed is no draft any more."""
        case = self.office.cases.acts(self.who).open(wanted, photos)
        self._journal.finish(FORM)
        return case

    def take(self, case_id: Id, deed: Deed, photos: Sequence[Photo] = ()) -> Case:
        return self.office.cases.acts(self.who).take(case_id, deed, photos)

    def keep_typed(self, typed: Typed) -> None:
        self._journal.finish(FORM) if typed.is_empty else self._journal.keep(FORM, typed)

    def typed_before(self) -> Typed | None:
        return self._journal.kept(FORM, Typed)

    def unit_names(self) -> dict[Id, str]:
        return {unit.id: unit.short_th or unit.name_th for unit in self.office.account_queries.units()}


def _id(said: str) -> Id | None:
    return bytes.fromhex(said) if said else None


def place_of(typed: Typed, photos: Sequence[Photo]) -> Place:
    """Where the first picture that says so was taken."""
    known = next((one for one in photos if one.lat_e6 is not None), None)
    if known is None:
        return Place(typed.place, moo=typed.moo)
    return Place(typed.place, known.lat_e6, known.lon_e6, "photo", moo=typed.moo)


Language = Callable[[], str]
