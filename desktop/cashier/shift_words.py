"""A hash as eight Thai words, so that two papers are compared by eye and read out by telephone."""

_SAID = """
กบ กวาง กล้วย กลอง แกะ ไก่ ขนุน ขวด ขวาน ขิง ควาย คันไถ งา งู จาน ช้าง
ชมพู่ ชาม เชือก ดาว ดินสอ เต่า ตะกร้า ตะเกียง ถ้วย ถั่ว ทราย ทะเล ทุเรียน ธง นก นาฬิกา
น้ำผึ้ง บัว บันได ใบตอง ปลา ปู เป็ด ผึ้ง ฝน พริก พัด ฟักทอง ภูเขา ม้า มะนาว มะพร้าว
แมว ยักษ์ รถไฟ รุ้ง เรือ ลิง ลูกแก้ว วัว เสือ ส้ม หมวก หมี หอย ห่าน อ้อย ไอติม
"""
WORDS = tuple(_SAID.split())
"""Sixty-four words that look and sound apart: six bits each."""
_SHOWN = 8


def words_of(proof: str) -> tuple[str, ...]:
    """Of a SHA-256 in hex: its first 48 bits."""
    bits = int(proof[: _SHOWN * 6 // 4], 16)
    return tuple(WORDS[bits >> 6 * place & 63] for place in reversed(range(_SHOWN)))
