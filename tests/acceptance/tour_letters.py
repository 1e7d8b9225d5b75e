"""The letters that come in during the tour."""

from datetime import date

from tools.demo_letters import DemoLetter

MAYOR = "นายกเทศมนตรีเมืองแม่เหียะ"
FLOOD = DemoLetter(
    "จังหวัดเชียงใหม่", "ชม ๐๐๑๗.๓/๑๓๑๐๐", date(2026, 11, 18), MAYOR, "การเฝ้าระวังและเตรียมรับสถานการณ์น้ำท่วม", "ด่วน", 2
)
OFFLINE = (
    DemoLetter("แขวงทางหลวงสาธิต", "คค ๐๖๑๒/๔๔๒", date(2026, 11, 19), MAYOR, "แจ้งปิดการจราจรเพื่อซ่อมผิวทาง", "", 1),
    DemoLetter("โรงเรียนบ้านสาธิต", "ศธ ๐๔๐๐๙/๑๒๐", date(2026, 11, 19), MAYOR, "ขอความอนุเคราะห์ฉีดพ่นยุงลาย", "ด่วน", 1),
    DemoLetter("ชมรมผู้สูงอายุสาธิต", "-", date(2026, 11, 20), MAYOR, "ขอใช้ห้องประชุมเทศบาล", "", 1),
)
