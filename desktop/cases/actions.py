"""What people do with cases. When a verb returns, it is durable; only then may anything be printed."""

from collections.abc import Mapping, Sequence

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.cases import mutations as verbs
from desktop.cases.kind import Kind, Step
from desktop.cases.model import OPENED, Case, Deed, FileUse, Wanted
from desktop.cases.photos import Photo
from desktop.cases.queries import CaseQueries
from desktop.cases.rules import Actor, claim_of, deed_problems, display_number, may, wanted_problems
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.series import CASES, counter_series, year_of
from desktop.proofs.signing import proof_of
from desktop.registers.turning import close_past
from desktop.store.blobs import BlobRef
from desktop.store.desk import Desk
from desktop.store.identity import DeskIdentity
from desktop.store.unit_of_work import UnitOfWork


def series_here(identity: DeskIdentity) -> str:
    """The series in which this desk numbers cases: one that it was enrolled for, else its counter's.

    OfficeError `numbers.not_here`.
    """
    own = next((series for series in identity.registers if series.startswith(CASES)), None)
    found = own or counter_series(identity.counter)
    if found is None:
        raise OfficeError("numbers.not_here")
    return found


class CaseActions:
    """`who` is the person signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = CaseQueries(desk.reader)

    def open(self, wanted: Wanted, photos: Sequence[Photo] = ()) -> Case:
        """Takes the next number of this desk's register and writes the case with all that came with it, together.

        OfficeError `cases.cannot_open` (fields), `numbers.not_here`, `numbers.none_left`, `numbers.year_doubtful`,
        `store.disk_full`.
        """
        found = wanted_problems(wanted)
        if found:
            raise OfficeError("cases.cannot_open", fields=sorted(found))
        series = series_here(self._desk.identity)
        kept = [self._keep(photo) for photo in photos]
        case_id = self._desk.write(lambda unit: self._open(unit, series, wanted, photos, kept))
        return self._case(case_id)

    def _open(
        self, unit: UnitOfWork, series: str, wanted: Wanted, photos: Sequence[Photo], kept: Sequence["_Kept"]
    ) -> Id:
        close_past(unit)
        kind, category, place = wanted.kind, wanted.kind.category(wanted.category), wanted.place
        first = kind.states[0]
        owner = self._unit(category.unit if category else kind.unit)
        opening = verbs.EventPart(unit.new_id(), OPENED, "", first.code, first.clock, "own", unit_id=owner)
        events = [opening, *(_handed_in(unit, item, first.code) for item in wanted.items)]
        if wanted.same_as is not None:
            same = verbs.EventPart(unit.new_id(), "link", first.code, effect="link", other_id=wanted.same_as)
            events.append(same)
        taken = unit.take_number(series, year_of(series, unit.now))
        body = verbs.OpenCase(
            case_id=unit.new_id(),
            taken=taken,
            kind=kind.code,
            kind_version=kind.version,
            text=wanted.text.strip(),
            channel=wanted.channel,
            actor_name=self._who.name_th,
            intake_unit_id=self._who.unit.id,
            events=tuple(events),
            counter=self._desk.identity.counter,
            category=wanted.category,
            place=place.text.strip(),
            moo=place.moo.strip(),
            lat_e6=place.lat_e6,
            lon_e6=place.lon_e6,
            accuracy_m=place.accuracy_m,
            place_source=place.source,
            restricted=int(category is not None and category.restricted),
            hidden=int(kind.reporter.hidden),
            reporter=_reporter(unit, wanted),
            answers=_answers(unit, kind, wanted.answers),
            files=self._files(unit, photos, kept, FileUse.BEFORE),
            proof=proof_of(unit, claim_of(wanted, display_number(series, taken.year_be, taken.n), unit.now)) or None,
        )
        unit.perform(verbs.OPEN, body, self._who.id)
        return body.case_id

    def take(self, case_id: Id, deed: Deed, photos: Sequence[Photo] = ()) -> Case:
        """Takes one step with a case.

        OfficeError `cases.gone`, `cases.not_now`, `cases.not_yours`, `cases.parts_open`, `cases.cannot_step` (fields).
        """
        kept = [self._keep(photo) for photo in photos]
        self._desk.write(lambda unit: self.step(unit, case_id, deed, photos, kept))
        return self._case(case_id)

    def step(
        self, unit: UnitOfWork, case_id: Id, deed: Deed, photos: Sequence[Photo] = (), kept: Sequence["_Kept"] = ()
    ) -> None:
        """Within a transaction, of `take` or of a verb that does more at once; errors as `take`."""
        case = self._case(case_id)
        step = self._allowed(case, deed)
        to = case.kind.state(step.to) if step.to else None
        event = verbs.EventPart(
            unit.new_id(), step.code, case.standing.state, to.code if to else None, to.clock if to else None,
            step.effect, deed.text.strip(), deed.agency.strip(), _whose(step, deed, self._who), deed.staff_id,
            deed.item, deed.score, deed.cost_satang, deed.other_id,
        )  # fmt: skip
        use = FileUse.AFTER if to is not None and to.clock == "ended" else FileUse.BEFORE
        files = self._files(unit, photos, kept, use)
        answers = _answers(unit, case.kind, deed.answers)
        unit.perform(verbs.STEP, verbs.TakeStep(case_id, self._who.name_th, event, answers, files), self._who.id)

    def _allowed(self, case: Case, deed: Deed) -> Step:
        step = case.kind.step(deed.step)
        if step is None:
            raise OfficeError("cases.not_now")
        actor = Actor(self._who.unit.id, self._who.role)
        if not may(step, actor, case.standing.units, case.intake_unit_id):
            raise OfficeError("cases.not_yours")
        wrong = deed_problems(case.kind, step, deed, case.standing)
        if "step" in wrong:
            raise OfficeError(wrong["step"])
        if wrong:
            raise OfficeError("cases.cannot_step", fields=sorted(wrong))
        return step

    def _case(self, case_id: Id) -> Case:
        case = self._queries.case(case_id)
        if case is None:
            raise OfficeError("cases.gone")
        return case

    def _unit(self, code: str) -> Id:
        """The unit of a code; where the office has none of it, the one that takes the case in."""
        open_units = AccountQueries(self._desk.reader).open_units(local_date(self._desk.clock.now()))
        return next((unit.id for unit in open_units if unit.code == code), self._who.unit.id)

    def _keep(self, photo: Photo) -> "_Kept":
        return self._desk.blobs.put(photo.original), self._desk.blobs.put(photo.public)

    def _files(
        self, unit: UnitOfWork, photos: Sequence[Photo], kept: Sequence["_Kept"], use: FileUse
    ) -> tuple[verbs.PicturePart, ...]:
        for ref in (ref for pair in kept for ref in pair):
            unit.keep_blob(ref)
        return tuple(
            verbs.PicturePart(
                unit.new_id(), unit.new_id(), use.value, photo.name, photo.media_type, original.sha256, public.sha256,
                photo.lat_e6, photo.lon_e6,
            )
            for photo, (original, public) in zip(photos, kept, strict=True)
        )  # fmt: skip


_Kept = tuple[BlobRef, BlobRef]
"""A picture as it came, and its public copy."""


def _handed_in(unit: UnitOfWork, item: str, state: str) -> verbs.EventPart:
    return verbs.EventPart(unit.new_id(), "item", state, effect="item", item=item)


def _reporter(unit: UnitOfWork, wanted: Wanted) -> verbs.ReporterPart | None:
    who = wanted.reporter
    if who.is_anonymous and who.house_id is None:
        return None
    words = (who.name.strip(), who.phone.strip(), who.address.strip())
    return verbs.ReporterPart(unit.new_id(), *words, who.person_id, who.house_id)


def _answers(unit: UnitOfWork, kind: Kind, answers: Mapping[str, str]) -> tuple[verbs.AnswerPart, ...]:
    known = {field.code for field in kind.fields}
    given = ((code, value) for code, value in answers.items() if code in known and value)
    return tuple(verbs.AnswerPart(unit.new_id(), code, value) for code, value in given)


def _whose(step: Step, deed: Deed, who: Person) -> Id | None:
    """A part is done by the unit of who says so."""
    return who.unit.id if step.effect == "part" else deed.unit_id
