"""Letters as a town hall gets them, the same for every system: random enough that compression is not flattered."""

import random
from collections.abc import Iterator

VERBS = (
    "ขออนุมัติ", "ขอความอนุเคราะห์", "แจ้งเวียน", "รายงานผล", "ขอเชิญประชุม", "ขอส่ง", "แจ้งผลการพิจารณา", "ติดตาม", "เร่งรัด",
    "ขอให้ดำเนินการ", "ตอบข้อหารือ", "ขอรับการสนับสนุน", "ซักซ้อมแนวทาง", "ขอทบทวน",
)  # fmt: skip
MATTERS = (
    "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก", "งบประมาณรายจ่ายประจำปี", "เงินอุดหนุนทั่วไป", "การจัดซื้อวัสดุสำนักงาน", "ผังเมืองรวม",
    "การป้องกันและบรรเทาสาธารณภัย", "ภาษีที่ดินและสิ่งปลูกสร้าง", "เบี้ยยังชีพผู้สูงอายุ", "ศูนย์พัฒนาเด็กเล็ก", "ขยะมูลฝอย",
    "ไฟฟ้าสาธารณะ", "น้ำประปาหมู่บ้าน", "โรคไข้เลือดออก", "วัคซีนป้องกันโรคพิษสุนัขบ้า", "เหตุเดือดร้อนรำคาญ", "ใบอนุญาตก่อสร้าง",
)  # fmt: skip
SENDERS = (
    "จังหวัดเชียงใหม่", "อำเภอเมืองเชียงใหม่", "กรมส่งเสริมการปกครองท้องถิ่น", "กรมบัญชีกลาง", "สำนักงานสาธารณสุขจังหวัด",
    "สถานีตำรวจภูธรแม่เหียะ", "การไฟฟ้าส่วนภูมิภาค", "โรงเรียนบ้านตัวอย่าง",
)  # fmt: skip
_CONSONANTS, _VOWELS, _ENDINGS = "กขคงจชซดตถทนบปพฟมยรลวสหอ", "าิุี", ("", "น", "ง", "ม", "ก", "ย")


def letters(count: int, seed: int = 2569) -> Iterator[dict[str, str]]:
    """`subject`, `from_party`, `book_number`, `received_at` and `remarks` of so many letters."""
    rng = random.Random(seed)
    for n in range(count):
        place, told = ("".join(_syllable(rng) for _ in range(size)) for size in (3, 4))
        year = rng.randint(2560, 2570)
        day = f"2026-{rng.randint(1, 11):02d}-{rng.randint(1, 28):02d}"
        yield {
            "subject": f"{rng.choice(VERBS)}{rng.choice(MATTERS)} {place} ครั้งที่ {rng.randint(1, 40)}/{year}",
            "from_party": rng.choice(SENDERS),
            "book_number": f"ชม {rng.randint(10, 9999):04d}.{rng.randint(1, 9)}/{n + 1}",
            "received_at": f"{day}T0{rng.randint(1, 9)}:{rng.randint(10, 59)}:00.000000Z",
            "remarks": f"เสนอ {told}",
        }


def _syllable(rng: random.Random) -> str:
    return rng.choice(_CONSONANTS) + rng.choice(_VOWELS) + rng.choice(_ENDINGS)
