"""The editor of templates: words, conditions, label and day, beside the paper as it would be."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.certificates.template import Paragraph, Template
from desktop.certificates.templates import GIVEN, PLACE, contradictions
from ui.certificates import words
from ui.certificates.presenter import CertificatesPresenter, Language
from ui.kit.buttons import PrimaryButton, QuietButton
from ui.kit.date_edit import ThaiDateEdit
from ui.kit.field import Field, row
from ui.kit.inputs import ComboBox, LineEdit, NotesEdit
from ui.kit.keys import Keys
from ui.kit.language import Speaks
from ui.kit.panels import scrolling
from ui.kit.thai_label import ThaiLabel, label
from ui.kit.tokens import L, M, S
from ui.live_pages import LivePages
from ui.notices import Notices
from ui.work import Worker

_FORM = 520


class TemplateScreen(Speaks, QWidget):
    """`closed`: the clerk goes back. What is typed is a new version; the ones before it stay as they are."""

    closed = Signal()
    saved = Signal()

    def __init__(
        self, presenter: CertificatesPresenter, worker: Worker, notices: Notices, language: Language,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._worker, self._notices, self._language = presenter, worker, notices, language
        self._known: dict[str, Template] = {}
        self.title = label(size="title")
        self.kind_box = ComboBox()
        self.kind = Field("", self.kind_box)
        self.heading, self.form = Field("", LineEdit(), must=True), Field("", LineEdit())
        self.version, self.signer = Field("", LineEdit(), must=True), Field("", LineEdit())
        self.begins = Field("", ThaiDateEdit(today=lambda: presenter.today), must=True)
        self.text = Field("", NotesEdit(lines=8, most=16), must=True)
        self.conditions = Field("", NotesEdit(lines=5, most=12))
        self.places, self.wrong = ThaiLabel(ink="soft", size="small"), ThaiLabel(ink="danger", size="small")
        self.paper = LivePages(words.no_paper, worker, notices.failed)
        self.save_button, self.back_button = PrimaryButton(key="F9"), QuietButton(key="Esc")
        self._keys = Keys(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kind)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("แบบหนังสือรับรอง"))
        self.kind.say(self.tr("แบบ"))
        self.heading.say(self.tr("ชื่อบนกระดาษ"))
        self.form.say(self.tr("รหัสแบบของเทศบาล"))
        self.version.say(self.tr("ชื่อรุ่นใหม่"))
        self.begins.say(self.tr("เริ่มใช้วันที่"))
        self.signer.say(self.tr("ตำแหน่งใต้ลายมือชื่อ"))
        self.text.say(self.tr("ข้อความ (ย่อหน้าละบรรทัด)"))
        self.conditions.say(self.tr("เงื่อนไขด้านหลัง (ข้อละบรรทัด)"))
        self.save_button.say(self.tr("บันทึกเป็นรุ่นใหม่"))
        self.back_button.say(self.tr("กลับไปทะเบียน"))
        if self._known:
            language = self._language()
            self.kind_box.offer([(one.code, one.name.in_language(language)) for one in self._known.values()])
        self._tell()

    def begin(self) -> None:
        """Reads the templates in force and shows the one that was looked at."""
        self._known = {one.code: one for one in self._presenter.templates()}
        self.retranslate()
        self._choose(self.kind_box.value)

    def typed(self) -> Template | None:
        """The template as it stands in the form; None while a day or a name is missing."""
        known, begins = self._known.get(self.kind_box.value), self._day
        if known is None or begins is None:
            return None
        lines = [line.strip() for line in self._notes(self.text).value.splitlines() if line.strip()]
        whens = {one.text: one.when for one in known.paragraphs}
        by_place = [one.when for one in known.paragraphs] if len(lines) == len(known.paragraphs) else []
        paragraphs = tuple(
            Paragraph(line, whens.get(line, by_place[place] if place < len(by_place) else None))
            for place, line in enumerate(lines)
        )
        conditions = (line.strip() for line in self._notes(self.conditions).value.splitlines())
        return replace(
            known,
            title=self._line(self.heading).value,
            form=self._line(self.form).value,
            version=self._line(self.version).value,
            signer_title=self._line(self.signer).value,
            valid_from=begins,
            paragraphs=paragraphs,
            conditions=tuple(filter(None, conditions)),
        )

    def save(self) -> None:
        template = self.typed()
        if template is None or self.trouble() or not self._presenter.decides:
            self._tell()
            return
        self.save_button.setEnabled(False)
        self._worker.run(
            lambda: self._presenter.define(template),
            owner=self,
            on_done=lambda _: self._saved(template),
            on_failed=self._failed,
            lane="write",
        )

    def trouble(self) -> str:
        """What is wrong with what is typed, in words; empty where nothing is."""
        template = self.typed()
        if template is None:
            return self.tr("ใส่วันที่เริ่มใช้")
        if not (template.title and template.version and template.paragraphs):
            return self.tr("ต้องมีชื่อบนกระดาษ ชื่อรุ่น และข้อความ")
        known = self._known[template.code]
        if template.version == known.version:
            return self.tr("ตั้งชื่อรุ่นใหม่ รุ่นเดิมแก้ไม่ได้")
        known_names = GIVEN | {one.code for one in template.fields}
        named = (name for one in template.paragraphs for name in PLACE.findall(one.text))
        unknown = next((name for name in named if name not in known_names), None)
        if unknown is not None:
            return self.tr("แบบนี้ไม่มีช่องชื่อ {name}").format(name=f"{{{unknown}}}")
        return self.tr("วงเล็บไม่ครบคู่ หรือไม่มีชื่อช่องข้างใน") if next(contradictions(template), "") else ""

    def _saved(self, template: Template) -> None:
        self._notices.say("ready", self.tr("บันทึกแบบรุ่น {version} แล้ว").format(version=template.version))
        self.begin()
        self.saved.emit()

    def _failed(self, error: Exception) -> None:
        self._tell()
        self._notices.failed(error)

    def _choose(self, code: str) -> None:
        known = self._known.get(code)
        if known is None:
            return
        self._line(self.heading).setText(known.title)
        self._line(self.form).setText(known.form)
        self._line(self.version).setText(self._next_version(known.version))
        self._line(self.signer).setText(known.signer_title)
        assert isinstance(self.begins.editor, ThaiDateEdit)
        self.begins.editor.set_day(self._presenter.today)
        self._notes(self.text).setPlainText("\n".join(one.text for one in known.paragraphs))
        self._notes(self.conditions).setPlainText("\n".join(known.conditions))
        self._edited()

    @staticmethod
    def _next_version(version: str) -> str:
        head, _, tail = version.rpartition("-")
        return f"{head}-{int(tail) + 1}" if head and tail.isdigit() else f"{version}-2"

    def _edited(self) -> None:
        self._tell()
        template = self.typed()
        if template is not None and not next(contradictions(template), ""):
            wanted = self._presenter.example(template)
            self.paper.change(lambda: self._presenter.sample(wanted))

    def _tell(self) -> None:
        known = self._known.get(self.kind_box.value)
        names = (
            "  ".join(f"{{{one.code}}} {one.name.in_language(self._language())}" for one in known.fields)
            if known
            else ""
        )
        help_ = self.tr("ใส่ค่าด้วยวงเล็บปีกกา และวงเล็บเหลี่ยมคร่อมส่วนที่ไม่มีค่าก็ได้: {names}")
        self.places.say(help_.format(names="{holder}  " + names))
        trouble = self.trouble() if known else ""
        if known and not trouble and not self._presenter.decides:
            trouble = self.tr("บันทึกได้เฉพาะหัวหน้าหน่วยงานหรือผู้บริหาร")
        self.wrong.say(trouble)
        self.wrong.setVisible(bool(trouble))
        self.save_button.setEnabled(known is not None and not trouble)

    @property
    def _day(self) -> date | None:
        assert isinstance(self.begins.editor, ThaiDateEdit)
        return self.begins.editor.day()

    def _line(self, field: Field) -> LineEdit:
        assert isinstance(field.editor, LineEdit)
        return field.editor

    def _notes(self, field: Field) -> NotesEdit:
        assert isinstance(field.editor, NotesEdit)
        return field.editor

    def _connect(self) -> None:
        self.kind_box.chosen.connect(self._choose)
        for field in (self.heading, self.form, self.version, self.signer):
            self._line(field).textEdited.connect(lambda _: self._edited())
        for field in (self.text, self.conditions):
            self._notes(field).textChanged.connect(self._edited)
        assert isinstance(self.begins.editor, ThaiDateEdit)
        self.begins.editor.changed.connect(lambda _: self._edited())
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        holder = QWidget()
        form = QVBoxLayout(holder)
        form.setContentsMargins(0, 0, M, 0)
        form.setSpacing(M)
        form.addWidget(self.kind)
        form.addWidget(self.heading)
        form.addWidget(row(self.form, self.signer))
        form.addWidget(row(self.version, self.begins))
        for widget in (self.text, self.places, self.conditions):
            form.addWidget(widget)
        form.addStretch(1)
        area = scrolling(holder)
        area.setFixedWidth(_FORM)
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addWidget(area)
        line.addWidget(self.paper, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back_button)
        foot.addWidget(self.wrong, 1)
        foot.addStretch(0)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self.title)
        column.addLayout(line, 1)
        column.addLayout(foot)
