"""What the generated letters say: offices with their codes, subjects, enclosures, the matter itself; all invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

_PROVINCES = {
    "ชม": "เชียงใหม่", "ลพ": "ลำพูน", "ลป": "ลำปาง", "ชร": "เชียงราย", "พย": "พะเยา", "นน": "น่าน", "พร": "แพร่",
    "ขก": "ขอนแก่น", "สข": "สงขลา", "นม": "นครราชสีมา", "อบ": "อุบลราชธานี", "พล": "พิษณุโลก", "รย": "ระยอง",
}  # fmt: skip
_DISTRICTS = ("เมืองเชียงใหม่", "หางดง", "สันป่าตอง", "แม่ริม", "สารภี", "ดอยสะเก็ด", "ฝาง", "จอมทอง", "แม่แตง", "สันกำแพง")
TOWNS = ("แม่เหียะ", "หนองป่าครั่ง", "ต้นเปา", "สันทรายหลวง", "บ้านกลาง", "ท่าศาลา", "หนองหอย", "ฟ้าฮ่าม", "ช้างเผือก")
OUR_HEAD = "นายกเทศมนตรีเมืองแม่เหียะ"


@dataclass(frozen=True)
class Words:
    """What letters are made of; `town` and `province` stand in braces where they are filled in.

    `departments`: name, code, head. `of_province`: name, code after the province's, head. `special`: name, code, head.
    """

    provinces: Mapping[str, str]
    districts: tuple[str, ...]
    towns: tuple[str, ...]
    departments: tuple[tuple[str, str, str], ...]
    of_province: tuple[tuple[str, str, str], ...]
    special: tuple[tuple[str, str, str], ...]
    sections: tuple[str, ...]
    acts: tuple[str, ...]
    matters: tuple[str, ...]
    tails: tuple[str, ...]
    enclosed: tuple[str, ...]
    bodies: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Sender:
    """`name` as it stands in the register; `seat` the lines at the right of the head; `code` before the stroke."""

    name: str
    seat: tuple[str, ...]
    code: str
    signer: str
    unit: str


def sender(chance: Random, words: Words) -> Sender:
    """An office of any of the sorts that write to a municipality."""
    short, province = chance.choice(tuple(words.provinces.items()))
    street = chance.choice(("โชตนา", "พหลโยธิน", "ราชดำเนิน", "เจริญเมือง", "มหิดล"))
    where = f"ถนน{street} {short} ๕๐{chance.randrange(1000):03d}"
    makers = (_department, _province, _of_province, _of_province, _district, _municipality, _subdistrict, _special)
    return chance.choice(makers)(chance, words, short, province, where)


def _department(chance: Random, words: Words, short: str, province: str, where: str) -> Sender:
    name, code, head = chance.choice(words.departments)
    street = f"ถนน{chance.choice(('นครราชสีมา', 'พระรามที่ ๖', 'ติวานนท์'))} กทม. ๑๐{chance.randrange(100, 900)}"
    return Sender(
        name, (name, street), f"{code}.{chance.randrange(1, 10)}", head, f"สำนัก/กอง{chance.choice(words.sections)}"
    )


def _province(chance: Random, words: Words, short: str, province: str, where: str) -> Sender:
    seat = (f"ศาลากลางจังหวัด{province}", where)
    code = f"{short} ๐๐๑๗.{chance.randrange(1, 5)}"
    unit = f"สำนักงานจังหวัด {chance.choice(words.sections)}"
    return Sender(f"จังหวัด{province}", seat, code, f"ผู้ว่าราชการจังหวัด{province}", unit)


def _of_province(chance: Random, words: Words, short: str, province: str, where: str) -> Sender:
    name, code, head = chance.choice(words.of_province)
    whole, code = f"{name}{province}", f"{short} {code}{chance.randrange(1, 10)}"
    return Sender(whole, (whole, where), code, f"{head}{province}", chance.choice(words.sections))


def _district(chance: Random, words: Words, short: str, province: str, where: str) -> Sender:
    district = chance.choice(words.districts)
    code = f"ชม {chance.randrange(100, 2600):04d}"
    seat = (f"ที่ว่าการอำเภอ{district}", f"ชม ๕๐{chance.randrange(1000):03d}")
    return Sender(f"อำเภอ{district}", seat, code, f"นายอำเภอ{district}", chance.choice(words.sections))


def _municipality(chance: Random, words: Words, short: str, province: str, where: str) -> Sender:
    sort, town = chance.choice(("ตำบล", "เมือง")), chance.choice(words.towns[1:])
    seat = (f"สำนักงานเทศบาล{sort}{town}", f"อำเภอเมือง จังหวัด{province}")
    number = f"{short} {chance.randrange(52001, 54999)}"
    unit = f"สำนักปลัดเทศบาล {chance.choice(words.sections)}"
    return Sender(f"เทศบาล{sort}{town}", seat, number, f"นายกเทศมนตรี{sort}{town}", unit)


def _subdistrict(chance: Random, words: Words, short: str, province: str, where: str) -> Sender:
    town = chance.choice(words.towns[1:])
    name = f"องค์การบริหารส่วนตำบล{town}"
    seat = (f"ที่ทำการ{name}", f"อำเภอเมือง จังหวัด{province}")
    return Sender(name, seat, f"{short} {chance.randrange(71001, 79999)}", f"นายก{name}", "สำนักปลัด")


def _special(chance: Random, words: Words, short: str, province: str, where: str) -> Sender:
    filled = {"town": chance.choice(words.towns), "district": chance.choice(words.districts)}
    filled |= {"province": province, "short": short}
    name, code, head = (part.format(**filled) for part in chance.choice(words.special))
    return Sender(name, (name, where), code, head, chance.choice(words.sections))


DIVISIONS = (
    "กองช่าง",
    "กองคลัง",
    "กองการศึกษา",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองยุทธศาสตร์และงบประมาณ",
    "กองสวัสดิการสังคม",
    "สำนักปลัดเทศบาล",
)
ADDRESSEES = (OUR_HEAD, OUR_HEAD, OUR_HEAD, "ปลัดเทศบาลเมืองแม่เหียะ", "ผู้อำนวยการกองช่าง เทศบาลเมืองแม่เหียะ",
              "นายกองค์กรปกครองส่วนท้องถิ่นทุกแห่ง", "ท่านนายกเทศมนตรีเมืองแม่เหียะ")  # fmt: skip

_ACTS = ("ขอเชิญประชุม", "ซักซ้อมแนวทางการดำเนินงาน", "ขอความร่วมมือ", "ขอความอนุเคราะห์", "แจ้งจัดสรรงบประมาณ", "การรายงานผล",
         "ส่งสำเนาประกาศ", "ขอให้ตรวจสอบข้อเท็จจริง", "การเตรียมความพร้อม", "แจ้งมาตรการ",
         "ขอทราบผลการดำเนินการ", "แต่งตั้งคณะทำงาน", "ขอข้อมูล")  # fmt: skip
_MATTERS = (
    "คณะกรรมการบริหารจัดการขยะมูลฝอยในชุมชน", "ป้องกันและแก้ไขปัญหาไฟป่า หมอกควัน และฝุ่นละอองขนาดเล็ก (PM 2.5)",
    "การจ่ายเบี้ยยังชีพผู้สูงอายุและเบี้ยความพิการ", "การเฝ้าระวังโรคไข้เลือดออกในพื้นที่", "การจัดซื้อจัดจ้างโดยวิธีประกาศเชิญชวนทั่วไป",
    "การใช้ประโยชน์ที่ดินตามผังเมืองรวม", "โครงการอบรมอาสาสมัครป้องกันภัยฝ่ายพลเรือน", "การตรวจสอบคุณภาพน้ำประปาหมู่บ้าน",
    "การปรับปรุงทะเบียนทรัพย์สินและแผนที่ภาษี", "การดูแลความปลอดภัยของศูนย์พัฒนาเด็กเล็ก", "การขุดลอกลำเหมืองสาธารณประโยชน์",
    "ประเพณีลอยกระทงประจำปี", "การรับชำระเงินและออกใบเสร็จรับเงินทางอิเล็กทรอนิกส์", "การพัฒนาระบบสารบรรณอิเล็กทรอนิกส์",
)  # fmt: skip
_TAILS = (
    "",
    "",
    "",
    "ประจำปีงบประมาณ พ.ศ. ๒๕๗๐",
    "ครั้งที่ ๓/๒๕๖๙",
    "ขององค์กรปกครองส่วนท้องถิ่น",
    "ระยะที่ ๒ (พ.ศ. ๒๕๖๙ - ๒๕๗๒)",
    "งวดที่ ๑",
)


def subject(chance: Random, words: Words) -> str:
    """One or two lines on the paper."""
    matter = chance.choice(words.acts) + chance.choice(words.matters)
    return " ".join(filter(None, (matter, chance.choice(words.tails))))


_ENCLOSED = ("แบบรายงานผลการดำเนินงาน", "กำหนดการประชุม", "สำเนาหนังสือกระทรวงมหาดไทย",
             "บัญชีรายละเอียดการจัดสรรงบประมาณ", "รายชื่อผู้เข้ารับการอบรม", "แผ่นบันทึกข้อมูลโครงการ",
             "คู่มือแนวทางปฏิบัติสำหรับเจ้าหน้าที่")  # fmt: skip


def enclosure(chance: Random, words: Words) -> str:
    return (
        f"{chance.choice(words.enclosed)} จำนวน {chance.randrange(1, 20)} {chance.choice(('ชุด', 'ฉบับ', 'แผ่น', 'เล่ม'))}"
    )


_BODIES = (
    "ตามที่ได้มีการประชุมหารือแนวทางการดำเนินงานร่วมกันระหว่างส่วนราชการกับองค์กรปกครองส่วนท้องถิ่นในพื้นที่ เมื่อวันที่ ๑๕"
    " กันยายน ๒๕๖๙ และที่ประชุมได้มีมติมอบหมายให้หน่วยงานที่เกี่ยวข้องจัดทำข้อมูลประกอบการพิจารณา ความละเอียดแจ้งแล้วนั้น",
    "ด้วยได้รับแจ้งจากหน่วยงานที่เกี่ยวข้องว่า ในปัจจุบันยังมีประชาชนจำนวนมากที่ไม่ได้รับข้อมูลข่าวสารอย่างทั่วถึง"
    " จึงมีความจำเป็นต้องเร่งประชาสัมพันธ์ผ่านเสียงตามสายและผู้นำชุมชนทุกหมู่บ้าน ภายในวันที่ ๓๐ ธันวาคม ๒๕๖๙",
    "เพื่อให้การดำเนินการเป็นไปด้วยความเรียบร้อย ถูกต้องตามระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงิน การเบิกจ่ายเงิน และการเก็บรักษาเงิน"
    "ขององค์กรปกครองส่วนท้องถิ่น จึงขอให้ดำเนินการจัดส่งข้อมูลดังกล่าว ทางไปรษณีย์อิเล็กทรอนิกส์หรือโทรสาร",
    "ในการนี้ ขอเชิญท่านหรือผู้แทนเข้าร่วมประชุมในวันพุธที่ ๙ ธันวาคม ๒๕๖๙ เวลา ๑๓.๓๐ น. ณ ห้องประชุมใหญ่ ชั้น ๒ อาคารอำนวยการ"
    " และขอให้แจ้งรายชื่อผู้เข้าร่วมประชุมตามแบบตอบรับที่แนบมาพร้อมนี้",
)  # fmt: skip
_ENDINGS = (
    "จึงเรียนมาเพื่อโปรดทราบ",
    "จึงเรียนมาเพื่อโปรดพิจารณา",
    "จึงเรียนมาเพื่อโปรดทราบและดำเนินการต่อไป",
    "จึงเรียนมาเพื่อโปรดให้ความร่วมมือ จะขอบคุณยิ่ง",
)
_NAMES = ("สมมุติ ใจสาธิต", "ตัวอย่าง บ้านทดสอบ", "จำลอง ครัวเทียม", "วันดี มีสมมุติ", "ประกอบ เรื่องแต่ง", "นภา สาธิตการ")


def body(chance: Random, words: Words) -> tuple[str, ...]:
    return (*chance.sample(words.bodies, chance.choice((1, 2, 2))), chance.choice(_ENDINGS))


def person(chance: Random, words: Words) -> str:
    return f"({chance.choice(('นาย', 'นาง', 'นางสาว'))}{chance.choice(words.names)})"


_DEPARTMENTS = (
    ("กรมส่งเสริมการปกครองท้องถิ่น", "มท ๐๘๐๘", "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น"),
    ("กรมการปกครอง", "มท ๐๓๐๙", "อธิบดีกรมการปกครอง"),
    ("กรมป้องกันและบรรเทาสาธารณภัย", "มท ๐๖๐๒", "อธิบดีกรมป้องกันและบรรเทาสาธารณภัย"),
    ("กรมบัญชีกลาง", "กค ๐๔๐๒", "อธิบดีกรมบัญชีกลาง"),
    ("กรมอนามัย", "สธ ๐๙๐๕", "อธิบดีกรมอนามัย"),
    ("กรมควบคุมมลพิษ", "ทส ๐๓๐๓", "อธิบดีกรมควบคุมมลพิษ"),
    ("สำนักงานการตรวจเงินแผ่นดิน", "ตผ ๐๐๒๓", "ผู้ว่าการตรวจเงินแผ่นดิน"),
)
_OF_PROVINCE = (
    ("สำนักงานสาธารณสุขจังหวัด", "๐๐๓๓.๐๐", "นายแพทย์สาธารณสุขจังหวัด"),
    ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "๐๐๒๓.", "ท้องถิ่นจังหวัด"),
    ("สำนักงานโยธาธิการและผังเมืองจังหวัด", "๐๐๒๒.", "โยธาธิการและผังเมืองจังหวัด"),
    ("สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด", "๐๐๑๔.", "ผู้อำนวยการสำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด"),
    ("สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด", "๐๐๐๕.", "พัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด"),
    ("สำนักงานเกษตรจังหวัด", "๐๐๐๙.", "เกษตรจังหวัด"),
    ("สำนักงานวัฒนธรรมจังหวัด", "๐๐๓๑.", "วัฒนธรรมจังหวัด"),
)
_SPECIAL = (
    ("โรงเรียนบ้าน{town}วิทยา", "ศธ ๐๔๐๐๙.๙๙", "ผู้อำนวยการโรงเรียน"),
    ("มหาวิทยาลัยราชภัฏ{province}", "อว ๐๖๑๒(๑)", "อธิการบดีมหาวิทยาลัย"),
    ("ศาลปกครอง{province}", "ศป ๐๐๐๘", "ตุลาการหัวหน้าศาล"),
    ("การไฟฟ้าส่วนภูมิภาคจังหวัด{province}", "มท ๕๓๐๓.๑", "ผู้จัดการการไฟฟ้าส่วนภูมิภาค"),
    ("สถานีตำรวจภูธร{district}", "ตช ๐๐๑๙({short}).๙๙", "ผู้กำกับการสถานีตำรวจภูธร"),
    ("สำนักงานพัฒนารัฐบาลดิจิทัล", "สพร ๒๕๖๙", "ผู้อำนวยการสำนักงาน"),
)
_SECTIONS = ("กลุ่มงานอำนวยการ", "ฝ่ายบริหารงานทั่วไป", "กลุ่มงานบริการสาธารณะ", "กลุ่มนโยบายและแผน", "ฝ่ายปกครอง", "งานธุรการ")
USUAL = Words(
    _PROVINCES, _DISTRICTS, TOWNS, _DEPARTMENTS, _OF_PROVINCE, _SPECIAL, _SECTIONS, _ACTS, _MATTERS, _TAILS, _ENCLOSED,
    _BODIES, _NAMES,
)  # fmt: skip
