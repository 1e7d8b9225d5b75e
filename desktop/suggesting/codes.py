"""The letter codes before book numbers (ภาคผนวก 1 of the correspondence regulation): ministries, offices, provinces."""

_CENTRAL = """
นร กห กค กต กก พม อว กษ คค ดศ ทส พณ มท ยธ รง วธ ศธ สธ อก พน พศ กปร พว สช สร สว สผ ผผ ศร ศย ศป อส ตผ ปช ลต
กสม ธปท ตช สพร สคส
"""
_PROVINCES = """
กบ กท กจ กส กพ ขก จบ ฉช ชบ ชน ชย ชพ ชร ชม ตง ตร ตก นย นฐ นพ นม นศ นว นบ นธ นน บก บร ปท ปข ปจ ปน อย พย พง พท พจ พล พบ พร
ภก มค มห มส ยส ยล รอ รน รย รบ ลบ ลป ลพ ลย ศก สน สข สต สป สส สค สก สบ สห สท สพ สฎ สร หน หค อท อด อต อน อจ อบ
"""
CODES = frozenset((_CENTRAL + _PROVINCES).split())
