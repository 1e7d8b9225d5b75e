"""The letter codes before book numbers (ภาคผนวก 1 of the correspondence regulation): ministries, offices, provinces."""

from desktop.suggesting.labels import bones

_CENTRAL = """
นร กห กค กต กก พม อว กษ คค ดศ ทส พณ มท ยธ รง วธ ศธ สธ อก พน พศ กปร พว สช สร สว สผ ผผ ศร ศย ศป อส ตผ ปช ลต
กสม ธปท ตช สพร สคส หน หค
"""
_PROVINCES = """
กบ กระบี่, กท กรุงเทพมหานคร, กจ กาญจนบุรี, กส กาฬสินธุ์, กพ กำแพงเพชร, ขก ขอนแก่น, จบ จันทบุรี, ฉช ฉะเชิงเทรา,
ชบ ชลบุรี, ชน ชัยนาท, ชย ชัยภูมิ, ชพ ชุมพร, ชร เชียงราย, ชม เชียงใหม่, ตง ตรัง, ตร ตราด, ตก ตาก, นย นครนายก,
นฐ นครปฐม, นพ นครพนม, นม นครราชสีมา, นศ นครศรีธรรมราช, นว นครสวรรค์, นบ นนทบุรี, นธ นราธิวาส, นน น่าน,
บก บึงกาฬ, บร บุรีรัมย์, ปท ปทุมธานี, ปข ประจวบคีรีขันธ์, ปจ ปราจีนบุรี, ปน ปัตตานี, อย พระนครศรีอยุธยา,
พย พะเยา, พง พังงา, พท พัทลุง, พจ พิจิตร, พล พิษณุโลก, พบ เพชรบุรี, พช เพชรบูรณ์, พร แพร่, ภก ภูเก็ต,
มค มหาสารคาม, มห มุกดาหาร, มส แม่ฮ่องสอน, ยส ยโสธร, ยล ยะลา, รอ ร้อยเอ็ด, รน ระนอง, รย ระยอง, รบ ราชบุรี,
ลบ ลพบุรี, ลป ลำปาง, ลพ ลำพูน, ลย เลย, ศก ศรีสะเกษ, สน สกลนคร, สข สงขลา, สต สตูล, สป สมุทรปราการ,
สส สมุทรสงคราม, สค สมุทรสาคร, สก สระแก้ว, สบ สระบุรี, สห สิงห์บุรี, สท สุโขทัย, สพ สุพรรณบุรี, สฎ สุราษฎร์ธานี,
สร สุรินทร์, นค หนองคาย, นภ หนองบัวลำภู, อท อ่างทอง, อด อุดรธานี, อต อุตรดิตถ์, อน อุทัยธานี, อจ อำนาจเจริญ,
อบ อุบลราชธานี
"""
_NAMES = {code: bones(f"จังหวัด{name}") for code, name in (one.split() for one in _PROVINCES.split(","))}
CODES = frozenset((*_CENTRAL.split(), *_NAMES))


def is_of_a_province(code: str) -> bool:
    return code in _NAMES


def provinces_in(text: str) -> frozenset[str]:
    """The codes of the provinces of which a text speaks, however its marks were read."""
    said = bones(text)
    return frozenset(code for code, name in _NAMES.items() if name in said)
