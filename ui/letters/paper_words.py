"""What the screen of papers says: the names of its four kinds of work, what was found, what was done."""

from desktop.letters.whereabouts import Find
from ui.letters.paper_columns import holder_words, number_words
from ui.letters.paper_presenter import PaperPresenter, PaperRow, State, Way
from ui.letters.words import translate


def way_name(way: Way) -> str:
    return {
        Way.WHERE: translate("Letters", "หาที่อยู่"),
        Way.HAND: translate("Letters", "ส่งมอบ"),
        Way.TAKE: translate("Letters", "รับไว้"),
        Way.SWEEP: translate("Letters", "สำรวจห้อง"),
    }[way]


def act_words(presenter: PaperPresenter) -> str:
    """What F9 does."""
    if presenter.way is Way.SWEEP:
        return translate("Letters", "ปิดการสำรวจ")
    return f"{way_name(presenter.way)} {len(presenter.scanned):,}"


def done_words(presenter: PaperPresenter) -> str:
    """What F9 is about to have done."""
    count = len(presenter.scanned)
    if presenter.way is Way.SWEEP:
        missing = sum(one.find is Find.EXPECTED for one in presenter.swept)
        said = translate("Letters", "บันทึกการสำรวจแล้ว พบ {count} ฉบับ หาไม่พบ {missing} ฉบับ")
        return said.format(count=count, missing=missing)
    if presenter.way is Way.HAND:
        return translate("Letters", "ส่งมอบ {count} ฉบับแล้ว รอผู้รับสแกน").format(count=count)
    return translate("Letters", "รับไว้ {count} ฉบับแล้ว").format(count=count)


def found_words(row: PaperRow, way: Way, *, new: bool) -> tuple[str, str]:
    """What became of a scan, and its ink."""
    said, ink = _found(row, way, new=new)
    return said.format(number=number_words(row), holder=holder_words(row)), ink


def _found(row: PaperRow, way: Way, *, new: bool) -> tuple[str, str]:
    if row.state is State.FOREIGN:
        return translate("Letters", "{number} ไม่ใช่ของห้องนี้ ตามบันทึกอยู่กับ {holder}"), "attention"
    if way is Way.WHERE and row.state is State.UNKNOWN:
        return translate("Letters", "{number} ยังไม่มีใบติดตาม"), "soft"
    if way is Way.WHERE:
        return translate("Letters", "{number} อยู่กับ {holder}"), ""
    if new:
        return translate("Letters", "{number} สแกนแล้ว"), "ready"
    return translate("Letters", "{number} สแกนไว้ก่อนแล้ว"), "soft"


def no_slip() -> str:
    return translate("Letters", "ไม่ใช่ใบติดตาม และไม่มีเลขรับนี้ในเครื่องนี้")


def empty_words(way: Way) -> tuple[str, str]:
    """What would be on the list, and how it comes there."""
    return {
        Way.WHERE: (
            translate("Letters", "ยังไม่มีต้นฉบับที่ติดตาม"),
            translate("Letters", "พิมพ์เลขรับแล้วกด Enter จากนั้นพิมพ์ใบติดตามติดไว้กับต้นฉบับ ต่อไปจะรู้เสมอว่าอยู่กับใคร"),
        ),
        Way.HAND: (
            translate("Letters", "ยังไม่ได้สแกน"),
            translate("Letters", "สแกนใบติดตามของทุกฉบับที่จะส่ง แล้วกด F9 ครั้งเดียว"),
        ),
        Way.TAKE: (
            translate("Letters", "ไม่มีต้นฉบับกำลังส่งมา"),
            translate("Letters", "ฉบับที่หน่วยงานอื่นส่งมอบมาจะอยู่ที่นี่จนกว่าจะรับไว้"),
        ),
        Way.SWEEP: (
            translate("Letters", "ห้องนี้ไม่มีต้นฉบับตามบันทึก"),
            translate("Letters", "สแกนทุกฉบับที่อยู่ในห้อง แล้วจะเห็นว่าขาดหรือเกิน"),
        ),
    }[way]
