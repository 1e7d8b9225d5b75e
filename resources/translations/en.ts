<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="th_TH">
<context>
    <name>AccountForm</name>
    <message>
        <source>บ้านเลขที่</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>ซอย</source>
        <translation>Soi</translation>
    </message>
    <message>
        <source>ถนน</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>ผู้ชำระ</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>ที่อยู่ส่งใบแจ้ง (ถ้าไม่ใช่บ้านนี้)</source>
        <translation>Billing address (if not this house)</translation>
    </message>
    <message>
        <source>ลิตรต่อวัน (ว่าง = ครัวเรือน)</source>
        <translation>Litres a day (empty: home)</translation>
    </message>
    <message>
        <source>ตั้งแต่เดือน</source>
        <translation>From month</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ไม่บันทึก</source>
        <translation>Don&apos;t save</translation>
    </message>
    <message>
        <source>ใส่บ้านเลขที่</source>
        <translation>Enter the house number</translation>
    </message>
    <message>
        <source>ใส่ชื่อผู้ชำระ</source>
        <translation>Enter the payer</translation>
    </message>
    <message>
        <source>เช่น พ.ย. 2569 หรือ 11/69</source>
        <translation>Such as 11/69</translation>
    </message>
    <message>
        <source>ไม่มีอัตรานี้</source>
        <translation>No such rate</translation>
    </message>
    <message>
        <source>ใส่เหตุผล</source>
        <translation>Enter a reason</translation>
    </message>
    <message>
        <source>เปลี่ยนบัญชีค่าขยะ</source>
        <translation>Change a waste account</translation>
    </message>
    <message>
        <source>เปิดบัญชีค่าขยะ</source>
        <translation>Open waste accounts</translation>
    </message>
    <message>
        <source>เดือนละ {money} บาท</source>
        <translation>{money} baht a month</translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <source>เดือนที่ทำใบแจ้ง แยกตามปีงบประมาณ</source>
        <translation>Months billed, by fiscal year</translation>
    </message>
    <message>
        <source>ใบแจ้งของปีที่เลือก</source>
        <translation>Bills of the chosen year</translation>
    </message>
    <message>
        <source>เปลี่ยนผู้ชำระ อัตรา หรือหยุด</source>
        <translation>Change payer, rate or stop</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้ง</source>
        <translation>Cancel bill</translation>
    </message>
    <message>
        <source>ยังไม่มีใบแจ้งของบ้านนี้</source>
        <translation>This house has no bill yet</translation>
    </message>
    <message>
        <source>บ้านเลขที่ {place}</source>
        <translation>House {place}</translation>
    </message>
    <message>
        <source>เดือนละ {rate} บาท</source>
        <translation>{rate} baht a month</translation>
    </message>
</context>
<context>
    <name>AccountsScreen</name>
    <message>
        <source>บัญชีที่แสดง</source>
        <translation>Accounts shown</translation>
    </message>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>บ้านเลขที่ ชื่อผู้ชำระ ซอย</source>
        <translation>House number, payer, soi</translation>
    </message>
    <message>
        <source>ค้นบัญชีค่าขยะ</source>
        <translation>Search waste accounts</translation>
    </message>
    <message>
        <source>บัญชีค่าขยะ</source>
        <translation>Waste accounts</translation>
    </message>
    <message>
        <source>เปิดบัญชีใหม่</source>
        <translation>Open an account</translation>
    </message>
    <message>
        <source>เอาแฟ้มที่นำเข้ากลับ</source>
        <translation>Take back the imported file</translation>
    </message>
    <message>
        <source>บันทึกบัญชีค่าขยะแล้ว</source>
        <translation>The waste account is saved</translation>
    </message>
    <message>
        <source>ทุกหมู่</source>
        <translation>Every moo</translation>
    </message>
    <message>
        <source> (แสดง {most:,} หลังแรก)</source>
        <translation> (the first {most:,} shown)</translation>
    </message>
    <message>
        <source>{count:,} หลัง ค้าง {sum} บาท</source>
        <translation>{count:,} [house owes|houses owe] {sum} baht</translation>
    </message>
    <message>
        <source>ไม่พบบัญชีตามที่ค้น</source>
        <translation>No account was found</translation>
    </message>
    <message>
        <source>ลองคำที่สั้นลง หรือเลือกทุกหมู่และทั้งหมด</source>
        <translation>Try shorter words, or choose every moo and all</translation>
    </message>
    <message>
        <source>ยังไม่มีบัญชีค่าขยะ</source>
        <translation>There is no waste account yet</translation>
    </message>
    <message>
        <source>นำเข้าทั้งเมืองจากแฟ้ม Excel หรือ CSV ในหน้านำเข้า หรือเปิดทีละบ้านด้วย F9</source>
        <translation>Bring the whole town in from an Excel or CSV file on the Import page, or open house by house with F9</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้งเดือน {month}</source>
        <translation>Cancel the bill of {month}</translation>
    </message>
    <message>
        <source>เลขที่ยังอยู่ในเล่ม และทำใบแจ้งของเดือนนี้ใหม่ได้</source>
        <translation>Its number stays in the book, and the month can be billed again</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้งนี้</source>
        <translation>Cancel this bill</translation>
    </message>
    <message>
        <source>เอาแฟ้ม {file} กลับทั้งแฟ้ม</source>
        <translation>Take back the whole file {file}</translation>
    </message>
    <message>
        <source>บัญชี {count:,} หลังจากแฟ้มนี้จะหายไปทุกเครื่อง นำเข้าใหม่ได้</source>
        <translation>{count:,} [account|accounts] of this file [goes|go] from every computer; it can be brought in again</translation>
    </message>
    <message>
        <source>เอากลับทั้งแฟ้ม</source>
        <translation>Take the whole file back</translation>
    </message>
    <message>
        <source>ค้น</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>เปลี่ยนบัญชี</source>
        <translation>Change account</translation>
    </message>
    <message>
        <source>เปิดบัญชีใหม่ หรือบันทึก</source>
        <translation>Open an account, or save</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้ง</source>
        <translation>Cancel bill</translation>
    </message>
</context>
<context>
    <name>AmendPanel</name>
    <message>
        <source>บันทึกการแก้ไข</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>เหตุที่ถอนรายการ</source>
        <translation>Why lines are taken back</translation>
    </message>
    <message>
        <source>เปลี่ยน {count} ช่อง ค่าก่อนแก้เก็บไว้ในประวัติ</source>
        <translation>{count} changed; what stood there stays in the history</translation>
    </message>
    <message>
        <source>แก้ช่องที่ต้องการ เลขรับและเวลารับไม่เปลี่ยน</source>
        <translation>Change what is wrong; number and time of receipt stay</translation>
    </message>
</context>
<context>
    <name>ApproveStep</name>
    <message>
        <source>ส่งหอจดหมายเหตุฯ วันที่</source>
        <translation>Sent to the Archives on</translation>
    </message>
    <message>
        <source>ผล</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>หนังสือตอบ ที่</source>
        <translation>Their letter no.</translation>
    </message>
    <message>
        <source>ผู้อนุมัติ</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>ตำแหน่ง</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>อนุมัติวันที่</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>บันทึกการอนุมัติ</source>
        <translation>Record the approval</translation>
    </message>
    <message>
        <source>ใส่วันที่</source>
        <translation>Enter a date</translation>
    </message>
    <message>
        <source>ใส่ชื่อ</source>
        <translation>Enter a name</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>ลำดับ</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>เลขทะเบียน</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>เก็บถึงสิ้นปี</source>
        <translation>Kept until</translation>
    </message>
    <message>
        <source>การพิจารณา</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>เลข</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>อายุการเก็บ</source>
        <translation>Kept as</translation>
    </message>
    <message>
        <source>ตลอดไป</source>
        <translation>For ever</translation>
    </message>
    <message>
        <source>{count} ปี</source>
        <translation>{count} [year|years]</translation>
    </message>
    <message>
        <source>มากับโปรแกรม</source>
        <translation>Comes with the program</translation>
    </message>
    <message>
        <source>ประเภทหนังสือ</source>
        <translation>Class of letters</translation>
    </message>
    <message>
        <source>เก็บ</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>ใช้ตั้งแต่</source>
        <translation>From</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ตาม</source>
        <translation>According to</translation>
    </message>
    <message>
        <source>ผู้กำหนด</source>
        <translation>Set by</translation>
    </message>
    <message>
        <source>ที่เก็บ</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>วันเก็บ</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ทะเบียนหนังสือ (แบบที่ 13, 14)</source>
        <translation>Register of letters (forms 13, 14)</translation>
    </message>
    <message>
        <source>สมุดส่งหนังสือ (แบบที่ 16)</source>
        <translation>Dispatch book (form 16)</translation>
    </message>
    <message>
        <source>ใบรับหนังสือ (แบบที่ 17)</source>
        <translation>Receipts of letters (form 17)</translation>
    </message>
    <message>
        <source>บัญชีหนังสือส่งเก็บ (แบบที่ 19)</source>
        <translation>List of letters put away (form 19)</translation>
    </message>
    <message>
        <source>ทะเบียนหนังสือเก็บ (แบบที่ 20)</source>
        <translation>Register of kept letters (form 20)</translation>
    </message>
    <message>
        <source>{register} (ลับ)</source>
        <translation>{register} (secret)</translation>
    </message>
    <message>
        <source>หนังสือรับ</source>
        <translation>Incoming</translation>
    </message>
    <message>
        <source>หนังสือส่ง</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>หนังสือเวียน (ว)</source>
        <translation>Circulars (ว)</translation>
    </message>
    <message>
        <source>บันทึกข้อความ</source>
        <translation>Memos</translation>
    </message>
    <message>
        <source>คำสั่ง</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>ประกาศ</source>
        <translation>Announcements</translation>
    </message>
    <message>
        <source>หนังสือหลักฐาน</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>สารบรรณกลาง</source>
        <translation>Central registry</translation>
    </message>
    <message>
        <source>ทำลายแล้ว</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>ห้ามทำลาย</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>อยู่ในบัญชี</source>
        <translation>On a list</translation>
    </message>
    <message>
        <source>เก็บตลอด</source>
        <translation>For ever</translation>
    </message>
    <message>
        <source>ครบอายุ</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>ถึง {year}</source>
        <translation>Until {year}</translation>
    </message>
    <message>
        <source>ใช้อยู่</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>จะใช้</source>
        <translation>Coming</translation>
    </message>
    <message>
        <source>เลิกใช้</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>กำลังทำ</source>
        <translation>Being made</translation>
    </message>
    <message>
        <source>อนุมัติแล้ว รอทำลาย</source>
        <translation>Approved, to be destroyed</translation>
    </message>
    <message>
        <source>ยกเลิกบัญชี</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>เก็บไว้</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>ทำลาย</source>
        <translation>Destroy</translation>
    </message>
    <message>
        <source>ประธานกรรมการ</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>กรรมการ</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>เห็นชอบ</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>ครบ 60 วัน ไม่ตอบ</source>
        <translation>No reply in 60 days</translation>
    </message>
    <message>
        <source>ขอสงวนบางเรื่อง</source>
        <translation>Wants some</translation>
    </message>
    <message>
        <source>เลือกหนังสือที่ครบอายุลงบัญชี</source>
        <translation>Put the letters that are due on the list</translation>
    </message>
    <message>
        <source>ตั้งคณะกรรมการ</source>
        <translation>Appoint the committee</translation>
    </message>
    <message>
        <source>กรรมการพิจารณาและลงนาม</source>
        <translation>The committee decides and signs</translation>
    </message>
    <message>
        <source>ส่งหอจดหมายเหตุแห่งชาติ แล้วบันทึกการอนุมัติ</source>
        <translation>Ask the National Archives, then record the approval</translation>
    </message>
    <message>
        <source>ทำลายตามบัญชี แล้วบันทึกวันที่ทำลาย</source>
        <translation>Destroy what is listed, then record the day</translation>
    </message>
</context>
<context>
    <name>ArchiveScreen</name>
    <message>
        <source>มุมมอง</source>
        <translation>View</translation>
    </message>
    <message>
        <source>แบบพิมพ์</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>ที่เก็บและอายุ</source>
        <translation>Keeping</translation>
    </message>
    <message>
        <source>ขอทำลาย</source>
        <translation>Destruction</translation>
    </message>
    <message>
        <source>กฎอายุการเก็บ</source>
        <translation>Rules of keeping</translation>
    </message>
    <message>
        <source>ทะเบียนและงานเก็บ</source>
        <translation>Registers and archive</translation>
    </message>
</context>
<context>
    <name>ArrearsScreen</name>
    <message>
        <source>จำนวน</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>หมู่/ซอย</source>
        <translation>Moo/soi</translation>
    </message>
    <message>
        <source>รวมยอดตาม</source>
        <translation>Sum by</translation>
    </message>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>ซอย</source>
        <translation>Soi</translation>
    </message>
    <message>
        <source>เดือน</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>อายุ</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>บ้านที่ค้างชำระ</source>
        <translation>Houses in arrears</translation>
    </message>
    <message>
        <source>ยอดรวม</source>
        <translation>Sums</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>ไม่มีใครค้างชำระ</source>
        <translation>Nobody is in arrears</translation>
    </message>
    <message>
        <source>ใบแจ้งที่เลยวันชำระและยังไม่มีใบเสร็จจะอยู่ที่นี่ เรียงตามทางเดินเก็บ</source>
        <translation>Bills past their day without a receipt stand here, in the order of the collector&apos;s walk</translation>
    </message>
    <message>
        <source>บันทึกรายการค้างชำระ</source>
        <translation>Save the list of arrears</translation>
    </message>
    <message>
        <source>กำลังทำรายการค้างชำระ</source>
        <translation>Making the list of arrears</translation>
    </message>
    <message>
        <source>พิมพ์รายชื่อเดินเก็บ</source>
        <translation>Print collector&apos;s list</translation>
    </message>
    <message>
        <source>พิมพ์หนังสือเตือน</source>
        <translation>Print reminders</translation>
    </message>
    <message>
        <source>รายชื่อเป็น PDF</source>
        <translation>List as PDF</translation>
    </message>
    <message>
        <source>หนังสือเตือนเป็น PDF</source>
        <translation>Reminders as PDF</translation>
    </message>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>ทุกหมู่และซอย</source>
        <translation>Every moo and soi</translation>
    </message>
    <message>
        <source>ค้าง {houses:,} หลัง {months:,} เดือน รวม {sum} บาท</source>
        <translation>{houses:,} [house owes|houses owe] {sum} baht · months {months:,}</translation>
    </message>
    <message>
        <source>ค้างชำระค่าขยะ</source>
        <translation>Waste arrears</translation>
    </message>
    <message>
        <source>เป็น Excel</source>
        <translation>As Excel</translation>
    </message>
</context>
<context>
    <name>AuthorityScreen</name>
    <message>
        <source>แท็บถัดไป</source>
        <translation>Next tab</translation>
    </message>
    <message>
        <source>วลีและผู้ทำการแทน</source>
        <translation>Phrases and who acts for whom</translation>
    </message>
    <message>
        <source>วลีเกษียณ</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>ผู้ทำการแทน</source>
        <translation>Who acts</translation>
    </message>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>บันทึกวลีแล้ว</source>
        <translation>Phrase kept</translation>
    </message>
    <message>
        <source>ลบวลีแล้ว</source>
        <translation>Phrase removed</translation>
    </message>
    <message>
        <source>บันทึกคำสั่งแล้ว</source>
        <translation>Order entered</translation>
    </message>
    <message>
        <source>ยกเลิกคำสั่งแล้ว</source>
        <translation>Order recalled</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>ปิดข้อความนี้</source>
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message>
        <source>รายการที่รับเงิน</source>
        <translation>Items to pay</translation>
    </message>
    <message>
        <source>ค่าธรรมเนียม</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>ยังไม่มีรายการ</source>
        <translation>No items yet</translation>
    </message>
    <message>
        <source>กดเลขหน้าค่าธรรมเนียม หรือพิมพ์ชื่อแล้วกด Enter รายการจะมาอยู่ที่นี่</source>
        <translation>Press the number before a fee, or type its name and press Enter: it will stand here</translation>
    </message>
    <message>
        <source>วิธีคิด: {steps}</source>
        <translation>Calculation: {steps}</translation>
    </message>
</context>
<context>
    <name>BatchScreen</name>
    <message>
        <source>เกษียณหลายฉบับ</source>
        <translation>Endorse many</translation>
    </message>
    <message>
        <source>เปิดอ่านทุกหน้าก่อน ฉบับที่ยังอ่านไม่ครบจะไม่ถูกลงนาม</source>
        <translation>Open and read every page first. Letters not read through are left out.</translation>
    </message>
    <message>
        <source>หนังสือที่จะเกษียณ</source>
        <translation>Letters to endorse</translation>
    </message>
    <message>
        <source>รวมฉบับที่ยังไม่ได้อ่าน (จะบันทึกว่าไม่ได้อ่าน)</source>
        <translation>Also those not read (it will be noted)</translation>
    </message>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือในตะกร้านี้</source>
        <translation>No letters in this basket</translation>
    </message>
    <message>
        <source>กลับไปเลือกตะกร้าที่มีหนังสือรอเกษียณ แล้วกด M อีกครั้ง</source>
        <translation>Go back, choose a basket with letters that wait, and press M again</translation>
    </message>
    <message>
        <source>เกษียณ {count} ฉบับ</source>
        <translation>Endorse {count}</translation>
    </message>
    <message>
        <source>เกษียณแล้ว {count} ฉบับ</source>
        <translation>{count} [letter|letters] endorsed</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เว้นไว้/รวม</source>
        <translation>Put aside or take in</translation>
    </message>
    <message>
        <source>หน้าถัดไป</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>หน้าก่อน</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>ใส่วลี</source>
        <translation>Put in a phrase</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>เลิกทำ</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>BillPanel</name>
    <message>
        <source>เงินสด</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>เช็ค</source>
        <translation>Cheque</translation>
    </message>
    <message>
        <source>โอน / QR</source>
        <translation>Transfer / QR</translation>
    </message>
    <message>
        <source>วิธีชำระเงิน</source>
        <translation>Way of paying</translation>
    </message>
    <message>
        <source>รับเงินสด (บาท)</source>
        <translation>Cash taken (baht)</translation>
    </message>
    <message>
        <source>เลขที่เช็ค</source>
        <translation>Cheque number</translation>
    </message>
    <message>
        <source>ธนาคาร</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>วันที่บนเช็ค</source>
        <translation>Day on the cheque</translation>
    </message>
    <message>
        <source>สแกน QR บนสลิป</source>
        <translation>Scan the code on the slip</translation>
    </message>
    <message>
        <source>ไม่มีสลิปก็รอได้</source>
        <translation>without a slip too</translation>
    </message>
    <message>
        <source>เห็นเงินเข้าจากที่ใด</source>
        <translation>Where you saw the money</translation>
    </message>
    <message>
        <source>เช่น แอปธนาคาร 13.30 น.</source>
        <translation>such as: bank app, 13:30</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>ถอนการรอ</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้ง</source>
        <translation>Cancel the bill</translation>
    </message>
    <message>
        <source>ยังไม่ได้ตั้งบัญชีรับเงินผ่าน QR</source>
        <translation>No account for QR payments is set</translation>
    </message>
    <message>
        <source>เลือกใบแจ้งชำระ</source>
        <translation>Choose a bill</translation>
    </message>
    <message>
        <source>เลือกจากรายการ หรือสแกนเลขอ้างอิงบนใบแจ้ง</source>
        <translation>Choose from the list, or scan the reference on the bill</translation>
    </message>
    <message>
        <source>จำนวนเงิน {sum} บาท</source>
        <translation>Sum {sum} baht</translation>
    </message>
    <message>
        <source>เลขอ้างอิง {reference} · ครบกำหนด {day}</source>
        <translation>Reference {reference} · due {day}</translation>
    </message>
    <message>
        <source>เงินที่รับมายังไม่พอ</source>
        <translation>Not enough money yet</translation>
    </message>
    <message>
        <source>รับเงินและออกใบเสร็จ</source>
        <translation>Take money, issue receipt</translation>
    </message>
    <message>
        <source>บันทึกว่ารอเงินโอน</source>
        <translation>Wait for the transfer</translation>
    </message>
    <message>
        <source>เงินเข้าแล้ว ออกใบเสร็จ</source>
        <translation>Money has come: receipt</translation>
    </message>
    <message>
        <source>เงินทอน</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>ยังขาด</source>
        <translation>Missing</translation>
    </message>
</context>
<context>
    <name>Bills</name>
    <message>
        <source>เลขที่</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>ผู้ชำระเงิน</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>จำนวนเงิน</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>เลยกำหนด</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>รอชำระ</source>
        <translation>To be paid</translation>
    </message>
    <message>
        <source>รอเงินโอน</source>
        <translation>Transfer expected</translation>
    </message>
    <message>
        <source>ชำระแล้ว</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancelled</translation>
    </message>
</context>
<context>
    <name>BillsScreen</name>
    <message>
        <source>รอชำระ</source>
        <translation>To be paid</translation>
    </message>
    <message>
        <source>เลยกำหนด</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>รอเงินโอน</source>
        <translation>Transfer expected</translation>
    </message>
    <message>
        <source>ชำระแล้ว</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>ทั้งหมด</source>
        <translation>All</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระที่แสดง</source>
        <translation>Bills shown</translation>
    </message>
    <message>
        <source>ชื่อ เลขที่ หรือสแกนใบแจ้ง</source>
        <translation>Name, number, or scan a bill</translation>
    </message>
    <message>
        <source>ค้นใบแจ้งชำระ</source>
        <translation>Search bills</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระ</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>ไม่มีใบแจ้งชำระในรายการนี้</source>
        <translation>No bill in this list</translation>
    </message>
    <message>
        <source>ทำใบแจ้งได้ที่เคาน์เตอร์ เลือกค่าธรรมเนียมแล้วกด Ctrl+B</source>
        <translation>Bills are made at the counter: choose fees, then press Ctrl+B</translation>
    </message>
    <message>
        <source>บอกว่าเห็นเงินเข้าจากที่ใด</source>
        <translation>Say where you saw the money</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้งชำระ {number}</source>
        <translation>Cancel bill {number}</translation>
    </message>
    <message>
        <source>เลขที่ยังอยู่ในเล่ม และจะรับเงินตามใบนี้ไม่ได้อีก</source>
        <translation>Its number stays in the book, and no money is taken for it any more</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้ง</source>
        <translation>Cancel the bill</translation>
    </message>
    <message>
        <source>ถอนการรอเงินโอน</source>
        <translation>Withdraw the transfer</translation>
    </message>
    <message>
        <source>ใบแจ้งกลับไปรอชำระ ถ้าเงินเข้าภายหลังให้บันทึกรอเงินโอนใหม่</source>
        <translation>The bill is to be paid again. If the money comes later, note a transfer anew</translation>
    </message>
    <message>
        <source>ถอนการรอ</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>บันทึกใบแจ้งชำระเป็น PDF</source>
        <translation>Save the bill as PDF</translation>
    </message>
    <message>
        <source>บันทึกใบแจ้งชำระเป็น PDF แล้ว</source>
        <translation>The bill is saved as PDF</translation>
    </message>
    <message>
        <source>อ่าน QR บนสลิปไม่ได้ สแกนอีกครั้ง</source>
        <translation>The code can&apos;t be read. Scan again</translation>
    </message>
    <message>
        <source>{count} ใบ รวม {sum} บาท</source>
        <translation>{count} [bill|bills], {sum} baht</translation>
    </message>
    <message>
        <source>ค้นหรือสแกน</source>
        <translation>Search or scan</translation>
    </message>
    <message>
        <source>ใบถัดไป</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>ใบก่อน</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>รับเงินและออกใบเสร็จ</source>
        <translation>Take money, issue receipt</translation>
    </message>
    <message>
        <source>พิมพ์ใบแจ้ง</source>
        <translation>Print the bill</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>จอเรียกคิว</source>
        <translation>Queue board</translation>
    </message>
    <message>
        <source>ยังไม่มีการเรียก</source>
        <translation>Nobody was called yet</translation>
    </message>
    <message>
        <source>ขอเชิญหมายเลข</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>ขาดการติดต่อกับเครื่องหลัก โปรดฟังเจ้าหน้าที่เรียก</source>
        <translation>The main computer cannot be reached. Please listen for the staff.</translation>
    </message>
    <message>
        <source>รอเรียก {count} คิว</source>
        <translation>{count} waiting</translation>
    </message>
</context>
<context>
    <name>BooksScreen</name>
    <message>
        <source>มุมมอง</source>
        <translation>View</translation>
    </message>
    <message>
        <source>ทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>ปี</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>เฉพาะวันที่</source>
        <translation>Only this day</translation>
    </message>
    <message>
        <source>ทุกวัน</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>ไปที่เลข</source>
        <translation>Go to number</translation>
    </message>
    <message>
        <source>ไปที่เลข  /</source>
        <translation>Go to number  /</translation>
    </message>
    <message>
        <source>รายการในทะเบียน</source>
        <translation>Lines of the register</translation>
    </message>
    <message>
        <source>แฟ้มที่ยืมไป</source>
        <translation>Files on loan</translation>
    </message>
    <message>
        <source>รับคืนแล้ว</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>ไม่มีแฟ้มที่ยืมไป</source>
        <translation>No file is on loan</translation>
    </message>
    <message>
        <source>ให้ยืมแฟ้มได้จากหน้าหนังสือ กด G แล้วใส่ชื่อผู้ยืม แฟ้มที่ยังไม่คืนจะอยู่ที่นี่</source>
        <translation>Lend a file from the page of its letter: press G and type who takes it. What is not back yet stands here.</translation>
    </message>
    <message>
        <source>ปี {year}</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>{count} รายการ</source>
        <translation>{count} [line|lines]</translation>
    </message>
    <message>
        <source>ยังไม่มีหนังสือในทะเบียนนี้</source>
        <translation>Nothing in this register yet</translation>
    </message>
    <message>
        <source>หนังสือฉบับแรกของปีจะได้เลข 1 และขึ้นที่นี่</source>
        <translation>The first letter of the year gets number 1 and appears here.</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือของวันนี้ในทะเบียน</source>
        <translation>Nothing was registered on this day</translation>
    </message>
    <message>
        <source>ลบวันที่ออกเพื่อดูทั้งปี</source>
        <translation>Clear the day to see the whole year.</translation>
    </message>
    <message>
        <source>พิมพ์เฉพาะตัวเลขของทะเบียน</source>
        <translation>Type the figures of a register number only</translation>
    </message>
    <message>
        <source>ทะเบียนหนังสือ</source>
        <translation>Register books</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เปิด</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>เลือกวัน</source>
        <translation>Choose a day</translation>
    </message>
    <message>
        <source>เลือกทะเบียน</source>
        <translation>Choose a register</translation>
    </message>
</context>
<context>
    <name>Borrowing</name>
    <message>
        <source>ยืมเลขจากช่อง {counter} แล้ว: {numbers}</source>
        <translation>Borrowed from counter {counter}: {numbers}</translation>
    </message>
</context>
<context>
    <name>Briefing</name>
    <message>
        <source>มีเรื่องใหม่ {count} เรื่อง</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>และอีก {count} เรื่อง</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>หมวด</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>เลขรับ</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>เกิดอะไรขึ้น</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>โดย</source>
        <translation>By</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>ถึงฉัน</source>
        <translation>For me</translation>
    </message>
    <message>
        <source>มีคนทำกับเรื่องของฉัน</source>
        <translation>Done to my letters</translation>
    </message>
    <message>
        <source>กำหนดวันที่เลื่อน</source>
        <translation>Deadlines that moved</translation>
    </message>
    <message>
        <source>เลขที่ใช้ไป</source>
        <translation>Numbers used</translation>
    </message>
    <message>
        <source>เรื่องต้องตรวจที่ตอบแล้ว</source>
        <translation>Answers to questions</translation>
    </message>
    <message>
        <source>th</source>
        <translation>en</translation>
    </message>
    <message>
        <source>ส่งมาให้ดำเนินการ</source>
        <translation>Sent for action</translation>
    </message>
    <message>
        <source>ส่งมาเพื่อทราบ</source>
        <translation>Sent for information</translation>
    </message>
    <message>
        <source>ส่งต่อให้ {text}</source>
        <translation>Sent on to {text}</translation>
    </message>
    <message>
        <source>{text} รับเรื่องแล้ว</source>
        <translation>Received by {text}</translation>
    </message>
    <message>
        <source>เรียกคืนจาก {text}</source>
        <translation>Recalled from {text}</translation>
    </message>
    <message>
        <source>เกษียณ: {text}</source>
        <translation>Endorsed: {text}</translation>
    </message>
    <message>
        <source>ยกเลิก: {text}</source>
        <translation>Cancelled: {text}</translation>
    </message>
    <message>
        <source>เลิกการยกเลิก: {text}</source>
        <translation>Reinstated: {text}</translation>
    </message>
    <message>
        <source>ต้นฉบับกำลังส่งมาให้ {text}</source>
        <translation>The paper is on its way to {text}</translation>
    </message>
    <message>
        <source>หาต้นฉบับไม่พบที่ {text}</source>
        <translation>The paper is missing at {text}</translation>
    </message>
    <message>
        <source>ครบกำหนดเลื่อน</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>หัวหน้าดำเนินการให้แล้ว: {text}</source>
        <translation>The supervisor saw to it: {text}</translation>
    </message>
    <message>
        <source>หัวหน้าส่งคืนให้ดำเนินการ: {text}</source>
        <translation>The supervisor gave it back: {text}</translation>
    </message>
    <message>
        <source>เปลี่ยนแปลง</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>BriefingScreen</name>
    <message>
        <source>ระหว่างที่ไม่อยู่</source>
        <translation>While you were away</translation>
    </message>
    <message>
        <source>อ่านแล้วทั้งหมด</source>
        <translation>All read</translation>
    </message>
    <message>
        <source>ไม่มีเรื่องใหม่</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>หนังสือที่ส่งมา สิ่งที่ผู้อื่นทำกับเรื่องของท่าน และกำหนดวันที่เลื่อน ระหว่างที่ท่านไม่อยู่ จะขึ้นที่นี่</source>
        <translation>What was sent to you, what others did to your letters and which deadlines moved while you were away stands here</translation>
    </message>
    <message>
        <source>ตั้งแต่ {when} มี {count} เรื่อง ยังไม่ได้อ่าน {left}</source>
        <translation>Since {when}: {count}, not read yet {left}</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เปิดหนังสือ</source>
        <translation>Open the letter</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>เดือนก่อน</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>เดือนถัดไป</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>ปฏิทิน</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>อา. จ. อ. พ. พฤ. ศ. ส.</source>
        <translation>Su Mo Tu We Th Fr Sa</translation>
    </message>
    <message>
        <source>มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม</source>
        <translation>January February March April May June July August September October November December</translation>
    </message>
</context>
<context>
    <name>CapturePane</name>
    <message>
        <source>สแกน</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>นำเข้าไฟล์</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>จัดมุม</source>
        <translation>Corners</translation>
    </message>
    <message>
        <source>ยังไม่มีหน้าหนังสือ</source>
        <translation>No pages yet</translation>
    </message>
    <message>
        <source>สแกนด้วย F2 นำเข้าไฟล์ด้วย F3 ลากไฟล์มาวาง หรือวางด้วย Ctrl+V ลงทะเบียนโดยไม่มีไฟล์ก็ได้</source>
        <translation>Scan with F2, import with F3, drop a file here or paste with Ctrl+V. A letter can also be registered without a file.</translation>
    </message>
    <message>
        <source>เลือกไฟล์หนังสือ</source>
        <translation>Choose the letter&apos;s file</translation>
    </message>
    <message>
        <source>เอกสารและภาพ</source>
        <translation>Documents and pictures</translation>
    </message>
    <message>
        <source>ไม่มีไฟล์หรือภาพให้วาง</source>
        <translation>There is no file or picture to paste</translation>
    </message>
    <message>
        <source>คัดลอกไฟล์ PDF หรือภาพก่อน แล้ววางอีกครั้ง</source>
        <translation>Copy a PDF file or a picture first, then paste again</translation>
    </message>
    <message>
        <source>กำลังสแกน</source>
        <translation>Scanning</translation>
    </message>
    <message>
        <source>กำลังนำเข้า</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>{name} มีสคริปต์ คำสั่ง หรือไฟล์ซ่อนอยู่ ต้นฉบับเก็บแยกไว้โดยไม่เปิด</source>
        <translation>{name} held scripts, commands or files. The file as it came is kept apart and not opened.</translation>
    </message>
    <message>
        <source>ตัดส่วนที่ทำงานเองออกจากสำเนาที่อ่านแล้ว</source>
        <translation>What acts by itself was taken out of the copy to be read</translation>
    </message>
    <message>
        <source>ไฟล์มีรหัสผ่าน</source>
        <translation>The file has a password</translation>
    </message>
    <message>
        <source>รหัสผ่านของ {name}</source>
        <translation>Password of {name}</translation>
    </message>
    <message>
        <source>เปิดไฟล์</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>ไม่นำเข้า</source>
        <translation>Do not import</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>ค้นเลขที่ เรื่อง สถานที่ ชื่อ โทรศัพท์</source>
        <translation>Find number, matter, place, name, telephone</translation>
    </message>
    <message>
        <source>ค้นเรื่อง</source>
        <translation>Find a case</translation>
    </message>
    <message>
        <source>เรื่องของใคร</source>
        <translation>Whose cases</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>เกินกำหนด</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>รับเรื่องใหม่</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>ไม่พบเรื่องที่ตรงกับที่ค้น</source>
        <translation>No request matches the search</translation>
    </message>
    <message>
        <source>ลองคำอื่น หรือเลือกทั้งหมดและทุกสถานะ</source>
        <translation>Try other words, or choose everybody&apos;s and every state</translation>
    </message>
    <message>
        <source>ไม่มีเรื่องที่ยังไม่จบ</source>
        <translation>No open requests</translation>
    </message>
    <message>
        <source>กด F9 เพื่อรับเรื่องใหม่ เรื่องที่รับไว้และเรื่องที่ส่งมาให้กองจะอยู่ที่นี่</source>
        <translation>Press F9 to take in a new one. What was taken in and what was sent to your division stands here</translation>
    </message>
    <message>
        <source>ทุกสถานะที่ยังไม่จบ</source>
        <translation>Every open state</translation>
    </message>
    <message>
        <source>เรื่องของประชาชน</source>
        <translation>What citizens ask</translation>
    </message>
    <message>
        <source>เปิดเรื่อง</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>ค้น</source>
        <translation>Find</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>สิ่งที่เกิดขึ้น</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>ทำต่อ</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>นับอย่างไร</source>
        <translation>How it is counted</translation>
    </message>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>ซ่อนวิธีนับ</source>
        <translation>Hide the counting</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Case</translation>
    </message>
</context>
<context>
    <name>CaseScreens</name>
    <message>
        <source>รับเรื่องแล้ว เลขที่ {number}</source>
        <translation>Taken in, number {number}</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>ออกหนังสือรับรอง</source>
        <translation>A certificate was issued</translation>
    </message>
    <message>
        <source>ข้อมูลเรื่อง</source>
        <translation>About the case</translation>
    </message>
    <message>
        <source>ทำต่อ</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>พิมพ์{paper}</source>
        <translation>Print: {paper}</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>เรื่องอะไร</source>
        <translation>What about</translation>
    </message>
    <message>
        <source>ชม.</source>
        <translation>h</translation>
    </message>
    <message>
        <source>เลขที่</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>รายละเอียด</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>ถ้าขอเอกสารวันนี้ และได้ใน 5 วันทำการ: {line}</source>
        <translation>If papers were asked for today and came in 5 working days: {line}</translation>
    </message>
    <message>
        <source>ไม่ระบุ หรือปิดไว้</source>
        <translation>Not given, or kept back</translation>
    </message>
    <message>
        <source>สถานที่</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>ผู้แจ้ง</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>ช่องทาง</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>กอง</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>ยังขาด</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>ไม่มีผลต่อสถานะ</source>
        <translation>Moved nothing</translation>
    </message>
    <message>
        <source>เวลา</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>สิ่งที่ทำ</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>โดย</source>
        <translation>By</translation>
    </message>
    <message>
        <source>ทั้งหมด</source>
        <translation>All</translation>
    </message>
    <message>
        <source>ของกอง</source>
        <translation>My division&apos;s</translation>
    </message>
    <message>
        <source>ของฉัน</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>รอชำระ</source>
        <translation>To be paid</translation>
    </message>
    <message>
        <source>รอเงินโอน</source>
        <translation>Transfer on its way</translation>
    </message>
    <message>
        <source>ชำระแล้ว</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>หน่วยงานที่รับผิดชอบ</source>
        <translation>Responsible agency</translation>
    </message>
    <message>
        <source>ผู้รับผิดชอบ</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>เอกสาร</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>คะแนน 1 ถึง 5</source>
        <translation>Score, 1 to 5</translation>
    </message>
    <message>
        <source>ค่าใช้จ่าย (บาท)</source>
        <translation>Cost (baht)</translation>
    </message>
    <message>
        <source>เลขที่เรื่องเดิม</source>
        <translation>Number of the other case</translation>
    </message>
    <message>
        <source>รูปถ่าย</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>CertificateList</name>
    <message>
        <source>ค้นเลขที่ ชื่อผู้ได้รับ กิจการ ที่ตั้ง</source>
        <translation>Search by number, holder, business or place</translation>
    </message>
    <message>
        <source>ค้นหนังสือรับรอง</source>
        <translation>Search certificates</translation>
    </message>
    <message>
        <source>ประเภท</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ทุกประเภท</source>
        <translation>Every kind</translation>
    </message>
    <message>
        <source>ทุกสถานะ</source>
        <translation>Every state</translation>
    </message>
    <message>
        <source>ทะเบียนหนังสือรับรอง</source>
        <translation>Register of certificates</translation>
    </message>
    <message>
        <source>ออกหนังสือรับรอง</source>
        <translation>Issue a certificate</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>แบบ</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>บันทึกทะเบียน</source>
        <translation>Save the register</translation>
    </message>
    <message>
        <source>ไม่พบหนังสือรับรองที่ตรงกับที่ค้น</source>
        <translation>No certificate matches the search</translation>
    </message>
    <message>
        <source>ลองคำอื่น หรือเลือกทุกประเภทและทุกสถานะ</source>
        <translation>Try other words, or choose every kind and every state</translation>
    </message>
    <message>
        <source>ยังไม่มีหนังสือรับรอง</source>
        <translation>No certificates yet</translation>
    </message>
    <message>
        <source>กด F9 เพื่อออกฉบับแรก จากคำขอที่เห็นชอบแล้วหรือออกโดยตรง ทุกฉบับที่ออกจะอยู่ในทะเบียนนี้</source>
        <translation>Press F9 to issue the first one, from an approved case or directly. Everything that is issued stands in this register.</translation>
    </message>
    <message>
        <source>เปิดฉบับ</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ค้น</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>CertificatePage</name>
    <message>
        <source>กลับไปทะเบียน</source>
        <translation>Back to the register</translation>
    </message>
    <message>
        <source>พิมพ์สำเนา</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>ประวัติ</source>
        <translation>History</translation>
    </message>
    <message>
        <source>ทำต่อ</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>ผู้ได้รับ</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>ออกเมื่อ</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>ใช้ได้ถึง</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>ค้างงวด</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>ใบเสร็จ</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>ผู้ลงนาม</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>การลงนาม</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>ออกแทน</source>
        <translation>In place of</translation>
    </message>
    <message>
        <source>หนังสือรับรอง</source>
        <translation>Certificates</translation>
    </message>
</context>
<context>
    <name>CertificateScreens</name>
    <message>
        <source>ทะเบียนหนังสือรับรอง</source>
        <translation>Register of certificates</translation>
    </message>
    <message>
        <source>รายชื่อใบอนุญาต</source>
        <translation>List of certificates</translation>
    </message>
    <message>
        <source>บันทึกแฟ้มแล้ว</source>
        <translation>File saved</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>เลขที่</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ผู้ได้รับ</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>กิจการ</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>ประเภท</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>ออกเมื่อ</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>สำเนา</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>ค่าธรรมเนียมรายปี</source>
        <translation>Yearly fee</translation>
    </message>
    <message>
        <source>พิมพ์ต้นฉบับ</source>
        <translation>Print the original</translation>
    </message>
    <message>
        <source>พิมพ์สำเนา</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>ต่ออายุ</source>
        <translation>Renew</translation>
    </message>
    <message>
        <source>บันทึกชำระรายปี</source>
        <translation>Record the yearly fee</translation>
    </message>
    <message>
        <source>ออกใบแทน</source>
        <translation>Issue another</translation>
    </message>
    <message>
        <source>ออกใหม่เพื่อแก้ไข</source>
        <translation>Issue a corrected one</translation>
    </message>
    <message>
        <source>สั่งพักใช้</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>สั่งยกเลิก</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>รับแจ้งเลิกกิจการ</source>
        <translation>Business closed</translation>
    </message>
    <message>
        <source>จะพิมพ์เป็นสำเนาที่ {n} และลงทะเบียนไว้ว่าใครขอ เพราะอะไร</source>
        <translation>It will be printed as copy no. {n}, and the register keeps who asked and why</translation>
    </message>
    <message>
        <source>ใส่ใบเสร็จที่รับเงินแล้ว ใบเสร็จของเครื่องนี้จะเติมวันและจำนวนเงินให้</source>
        <translation>Enter the receipt of what was paid; one of this computer fills in its day and sum</translation>
    </message>
    <message>
        <source>ใช้ไม่ได้ตั้งแต่วันนี้จนถึงวันที่กำหนด หรือจนกว่าจะให้ใช้ต่อ</source>
        <translation>It does not hold from today to the last day, or until the suspension is lifted</translation>
    </message>
    <message>
        <source>ใช้ได้ต่อตั้งแต่วันนี้</source>
        <translation>It holds again from today</translation>
    </message>
    <message>
        <source>ใช้ไม่ได้ตั้งแต่วันนี้ตลอดไป เลขยังอยู่ในทะเบียนพร้อมเหตุผล</source>
        <translation>It never holds again from today; its number stays in the register with the reason</translation>
    </message>
    <message>
        <source>ผู้ได้รับแจ้งเลิกกิจการ ไม่ต้องชำระรายปีอีก</source>
        <translation>The holder gave the business up; no yearly fee falls due any more</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>เหลือเวลา</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>ต้องทำ</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>ค่าปรับเพิ่ม</source>
        <translation>Surcharge</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระ</source>
        <translation>Bill</translation>
    </message>
    <message>
        <source>งวด {day}</source>
        <translation>for {day}</translation>
    </message>
    <message>
        <source>ถึง {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>ใช้ได้ถึง {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>ใบเสร็จ {book}/{number} {money} บาท</source>
        <translation>receipt {book}/{number}, {money} baht</translation>
    </message>
    <message>
        <source>สำเนาที่ {n}</source>
        <translation>Copy no. {n}</translation>
    </message>
    <message>
        <source>วันที่</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>สิ่งที่ทำ</source>
        <translation>What</translation>
    </message>
    <message>
        <source>รายละเอียด</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>โดย</source>
        <translation>By</translation>
    </message>
    <message>
        <source>ใช้ได้</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>ค้างค่าธรรมเนียม</source>
        <translation>Fee unpaid</translation>
    </message>
    <message>
        <source>พักใช้</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>หมดอายุ</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>เลิกกิจการ</source>
        <translation>Business closed</translation>
    </message>
    <message>
        <source>มีฉบับใหม่แทน</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>ออกครั้งแรก</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>ใบแทน</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <source>แก้ไข</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>ออกเมื่อ {issued} ใช้ได้ถึง {ends}</source>
        <translation>Issued {issued}, valid until {ends}</translation>
    </message>
    <message>
        <source>ต้องขอต่ออายุก่อนวันสิ้นอายุ</source>
        <translation>Renewal must be asked for before the last day</translation>
    </message>
    <message>
        <source>ออกเมื่อ {issued} ครบรอบปีทุกวันที่ {anniversary}</source>
        <translation>Issued {issued}; each year ends on {anniversary}</translation>
    </message>
    <message>
        <source>งวดนี้ครบกำหนด {due}</source>
        <translation>This fee is due {due}</translation>
    </message>
    <message>
        <source>พ้นกำหนด {days} วัน ค่าปรับเพิ่มร้อยละ {percent}</source>
        <translation>{days} [day|days] late: a surcharge of {percent} per cent</translation>
    </message>
    <message>
        <source>ยังไม่มีหน้ากระดาษ</source>
        <translation>No paper yet</translation>
    </message>
    <message>
        <source>เลือกหรือพิมพ์ข้อมูล แล้วหน้ากระดาษจริงจะแสดงที่นี่</source>
        <translation>Choose or type, and the real paper is shown here</translation>
    </message>
    <message>
        <source>พ้นกำหนด {days} วัน</source>
        <translation>{days} [day|days] late</translation>
    </message>
    <message>
        <source>ค้างติดต่อกัน {count} ครั้ง เจ้าพนักงานท้องถิ่นอาจสั่งให้หยุดกิจการ</source>
        <translation>{count} in a row unpaid: the local official may order the business to stop</translation>
    </message>
    <message>
        <source>ให้ใช้ต่อ</source>
        <translation>Lift the suspension</translation>
    </message>
    <message>
        <source>ชำระรายปี</source>
        <translation>Yearly fee paid</translation>
    </message>
    <message>
        <source>ลงลายมือชื่อบนกระดาษ (ระดับ 1)</source>
        <translation>By hand on the paper (level 1)</translation>
    </message>
    <message>
        <source>ลงนามที่เครื่องนี้ (ระดับ 2)</source>
        <translation>Signed at this desk (level 2)</translation>
    </message>
    <message>
        <source>ลายมือชื่อดิจิทัล (ระดับ 3)</source>
        <translation>Digital signature (level 3)</translation>
    </message>
    <message>
        <source>เล่ม {book} เลขที่ {number}/{year}</source>
        <translation>Book {book} no. {number}/{year}</translation>
    </message>
    <message>
        <source>พ้น {days} วัน</source>
        <translation>{days} [day|days] late</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>อีก {days} วัน</source>
        <translation>in {days} [day|days]</translation>
    </message>
</context>
<context>
    <name>Charges</name>
    <message>
        <source>รายการ</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>จำนวน</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>หน่วยละ</source>
        <translation>Each</translation>
    </message>
    <message>
        <source>เป็นเงิน</source>
        <translation>Amount</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>รหัสผลการทดสอบ</source>
        <translation>Code of this test</translation>
    </message>
    <message>
        <source>อ่านรหัสนี้ให้ผู้ดูแลทางโทรศัพท์ รหัสบอกผลทุกข้อและรุ่นของโปรแกรม ไม่มีข้อมูลของประชาชน</source>
        <translation>Read it to the helpdesk over the phone. It tells the outcome of each step and the program&apos;s version, and nothing of any citizen.</translation>
    </message>
    <message>
        <source>เบอร์ผู้ดูแล</source>
        <translation>Helpdesk number</translation>
    </message>
    <message>
        <source>ขึ้นที่แถบด้านล่างเมื่อต้องการความช่วยเหลือ</source>
        <translation>shown at the bottom when help is needed</translation>
    </message>
    <message>
        <source>ทดสอบการเชื่อมต่อ</source>
        <translation>Test the connection</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่ได้เชื่อมกับศูนย์กลาง</source>
        <translation>This computer is not connected to a centre</translation>
    </message>
    <message>
        <source>กำลังทดสอบ</source>
        <translation>Testing</translation>
    </message>
    <message>
        <source>กด F9 เพื่อทดสอบสายจากเครื่องนี้ถึงศูนย์กลาง ใช้เวลาไม่กี่วินาที</source>
        <translation>Press F9 to test the line from here to the centre; it takes a few seconds</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>สแกนหรือวางรหัสของเอกสาร</source>
        <translation>Scan or paste the code of a paper</translation>
    </message>
    <message>
        <source>ตรวจ</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>อ่านจากรูปภาพ</source>
        <translation>Read a picture</translation>
    </message>
    <message>
        <source>บันทึกหน้าตรวจเอกสาร</source>
        <translation>Save the checking page</translation>
    </message>
    <message>
        <source>บันทึกรายการยกเลิก</source>
        <translation>Save the list</translation>
    </message>
    <message>
        <source>เดือนก่อน</source>
        <translation>Month before</translation>
    </message>
    <message>
        <source>เดือนถัดไป</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>พิมพ์ทะเบียนเอกสารที่ยกเลิก</source>
        <translation>Print register of cancelled papers</translation>
    </message>
    <message>
        <source>รายการยกเลิก ณ {when}</source>
        <translation>List of revoked papers of {when}</translation>
    </message>
    <message>
        <source>ยังไม่มีรายการยกเลิกจากสำนักงาน</source>
        <translation>No list of revoked papers has come from the office yet</translation>
    </message>
    <message>
        <source>โต๊ะที่ลงนามแจ้งหายเมื่อ {when}</source>
        <translation>The desk that signed was reported lost on {when}</translation>
    </message>
    <message>
        <source>แท้</source>
        <translation>Genuine</translation>
    </message>
    <message>
        <source>ลายเซ็นถูกต้อง ตรงกับที่สำนักงานออก</source>
        <translation>The signature fits; this is what the office issued</translation>
    </message>
    <message>
        <source>ถูกยกเลิกแล้ว</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>ยกเลิกเมื่อ {when}</source>
        <translation>Revoked on {when}</translation>
    </message>
    <message>
        <source>ถูกแก้ไข</source>
        <translation>Altered</translation>
    </message>
    <message>
        <source>ลายเซ็นไม่ตรงกับข้อมูล อย่ารับเอกสารนี้</source>
        <translation>The signature does not fit what it says. Do not accept it.</translation>
    </message>
    <message>
        <source>น่าสงสัย</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>ลงนามนอกช่วงที่สำนักงานรับรองโต๊ะนี้</source>
        <translation>Signed outside the days for which the office vouches for that desk</translation>
    </message>
    <message>
        <source>ไม่ใช่ของสำนักงานนี้</source>
        <translation>Not of this office</translation>
    </message>
    <message>
        <source>อ้างว่าออกโดย {office}</source>
        <translation>It says it was issued by {office}</translation>
    </message>
    <message>
        <source>ตรวจไม่ได้</source>
        <translation>Can not be checked</translation>
    </message>
    <message>
        <source>ไม่ใช่รหัสที่ลงนาม หรืออ่านได้ไม่ครบ ลองสแกนใหม่</source>
        <translation>No signed code, or not read whole. Scan it again.</translation>
    </message>
    <message>
        <source>ใบเสร็จรับเงิน</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>หนังสือรับรอง</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>ใบรับเรื่อง</source>
        <translation>Case slip</translation>
    </message>
    <message>
        <source>{sum} บาท</source>
        <translation>{sum} baht</translation>
    </message>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>ตรวจเอกสาร</source>
        <translation>Check papers</translation>
    </message>
</context>
<context>
    <name>CircularTab</name>
    <message>
        <source>การรับทราบหนังสือเวียน</source>
        <translation>Acknowledgement of the circular</translation>
    </message>
    <message>
        <source>ทราบแล้ว {done} จาก {every} หน่วยงาน</source>
        <translation>{done} of {every} [unit has|units have] acknowledged</translation>
    </message>
</context>
<context>
    <name>CitizenScreen</name>
    <message>
        <source>รายใหม่</source>
        <translation>New</translation>
    </message>
    <message>
        <source>ยังไม่ได้เลือกประชาชน</source>
        <translation>Nobody chosen yet</translation>
    </message>
    <message>
        <source>ใส่บัตรประชาชน สแกนใบแจ้งชำระ หรือพิมพ์ชื่อ เลข โทรศัพท์ บ้านเลขที่ ข้างบน แล้วกด Enter</source>
        <translation>Put in the ID card, scan a bill, or type a name, number, phone or house above and press Enter</translation>
    </message>
    <message>
        <source>ค้นหรือสแกน</source>
        <translation>Search or scan</translation>
    </message>
    <message>
        <source>จ่าย หรือยังไม่จ่าย</source>
        <translation>Pay now, or not</translation>
    </message>
    <message>
        <source>รับเงินและพิมพ์</source>
        <translation>Take and print</translation>
    </message>
    <message>
        <source>ใบไม่ออก หรือเสีย</source>
        <translation>Sheet missing or spoiled</translation>
    </message>
    <message>
        <source>รับเรื่องใหม่</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>ประชาชน</source>
        <translation>Citizens</translation>
    </message>
    <message>
        <source>ไปที่ผลการค้น</source>
        <translation>To what was found</translation>
    </message>
</context>
<context>
    <name>CitizenWindow</name>
    <message>
        <source>จอสำหรับประชาชน</source>
        <translation>Citizen&apos;s screen</translation>
    </message>
    <message>
        <source>ยินดีให้บริการ</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>ได้รับเงินแล้ว ขอบคุณ</source>
        <translation>Paid. Thank you</translation>
    </message>
    <message>
        <source>ยอดที่ต้องชำระ (บาท)</source>
        <translation>To pay (baht)</translation>
    </message>
    <message>
        <source>รับเงินมา {sum}</source>
        <translation>Received {sum}</translation>
    </message>
    <message>
        <source>เงินทอน {sum}</source>
        <translation>Change {sum}</translation>
    </message>
    <message>
        <source>หรือสแกนเพื่อโอน</source>
        <translation>or scan to pay</translation>
    </message>
</context>
<context>
    <name>Citizens</name>
    <message>
        <source>บุคคลธรรมดา</source>
        <translation>Natural person</translation>
    </message>
    <message>
        <source>นิติบุคคล</source>
        <translation>Juristic person</translation>
    </message>
    <message>
        <source>พระภิกษุ สามเณร</source>
        <translation>Monk or novice</translation>
    </message>
    <message>
        <source>คนต่างด้าว</source>
        <translation>Foreigner</translation>
    </message>
    <message>
        <source>จ่ายวันนี้</source>
        <translation>Paid now</translation>
    </message>
    <message>
        <source>ค้างชำระ</source>
        <translation>To be paid</translation>
    </message>
    <message>
        <source>จำนวน</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>บ้าน</source>
        <translation>House</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>รอเงินโอน</source>
        <translation>Transfer on its way</translation>
    </message>
    <message>
        <source>จ่าย</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>ยังไม่จ่าย</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>คำขอและเรื่องร้องทุกข์</source>
        <translation>Requests and complaints</translation>
    </message>
    <message>
        <source>หนังสือรับรอง</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>ใบเสร็จในชื่อนี้</source>
        <translation>Receipt in this name</translation>
    </message>
    <message>
        <source>เจ้าบ้าน</source>
        <translation>Head of household</translation>
    </message>
    <message>
        <source>ผู้อยู่อาศัย</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>ผู้ชำระค่าธรรมเนียม</source>
        <translation>Fee payer</translation>
    </message>
    <message>
        <source>ประชาชน</source>
        <translation>Citizens</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระ</source>
        <translation>Bill</translation>
    </message>
    <message>
        <source>ใบเสร็จ</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>พร้อมอ่านบัตร</source>
        <translation>Ready for a card</translation>
    </message>
    <message>
        <source>กำลังอ่านบัตร</source>
        <translation>Reading the card</translation>
    </message>
    <message>
        <source>ยังไม่ต้องดึงบัตรออก</source>
        <translation>Leave the card in</translation>
    </message>
    <message>
        <source>อ่านบัตรแล้ว</source>
        <translation>Card read</translation>
    </message>
    <message>
        <source>คืนบัตรให้ประชาชนได้</source>
        <translation>The card can be given back</translation>
    </message>
    <message>
        <source>ชื่อหรือบ้าน</source>
        <translation>Name or house</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>ประเภท</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>คำนำหน้า</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>ชื่อกลาง</source>
        <translation>Middle name</translation>
    </message>
    <message>
        <source>นามสกุล</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>ฉายา</source>
        <translation>Monastic name</translation>
    </message>
    <message>
        <source>ชื่อภาษาอังกฤษ</source>
        <translation>Name in English</translation>
    </message>
    <message>
        <source>วันเกิด</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>เพศ</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>สัญชาติ</source>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>โทรศัพท์อีกเลข</source>
        <translation>Other telephone</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>บ้านเลขที่</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>หมู่ที่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>ตรอก</source>
        <translation>Trok</translation>
    </message>
    <message>
        <source>ซอย</source>
        <translation>Soi</translation>
    </message>
    <message>
        <source>ถนน</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>ตำบล</source>
        <translation>Tambon</translation>
    </message>
    <message>
        <source>อำเภอ</source>
        <translation>Amphoe</translation>
    </message>
    <message>
        <source>จังหวัด</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>รหัสไปรษณีย์</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>เลขประจำตัว</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>ที่อยู่ หรือคนในบ้าน</source>
        <translation>Address, or people of the house</translation>
    </message>
    <message>
        <source>วันที่</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>เลขที่</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>รายการ</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>บาท</source>
        <translation>Baht</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>ฐานะ</source>
        <translation>What they are</translation>
    </message>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>สิ้นสุดแล้ว</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>ปัจจุบัน</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>ClassifyPanel</name>
    <message>
        <source>ชั้นความลับ</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>เปลี่ยนชั้นความลับ</source>
        <translation>Change the secrecy</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>เลือกชั้นความลับใหม่</source>
        <translation>Choose another secrecy</translation>
    </message>
</context>
<context>
    <name>CloseForm</name>
    <message>
        <source>ปิดกะ</source>
        <translation>Close the shift</translation>
    </message>
    <message>
        <source>นับได้</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>ควรมี</source>
        <translation>There should be</translation>
    </message>
    <message>
        <source>ผลต่าง (ขาด / เกิน)</source>
        <translation>Difference (short / over)</translation>
    </message>
    <message>
        <source>เกิดอะไรขึ้น</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>นับใหม่</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>ปิดกะ ออกใบนำส่ง</source>
        <translation>Close, make the slip</translation>
    </message>
    <message>
        <source>เมื่อปิดแล้ว เงินที่รับหลังจากนี้อยู่ในใบนำส่งใบถัดไป</source>
        <translation>Money taken after closing is on the next slip</translation>
    </message>
    <message>
        <source>บอกเหตุผล</source>
        <translation>Say why</translation>
    </message>
    <message>
        <source>ยอดไม่ตรง บอกเหตุผล และให้เพื่อนร่วมงานอีกคนรับรอง</source>
        <translation>It does not agree: say why, and let a colleague confirm</translation>
    </message>
    <message>
        <source>ยอดตรงกัน แต่ลิ้นชักเป็นของผู้อื่น ให้อีกคนรับรอง</source>
        <translation>It agrees, but the drawer is another&apos;s: let a second person confirm</translation>
    </message>
    <message>
        <source>ยอดตรงกัน</source>
        <translation>It agrees</translation>
    </message>
    <message>
        <source>รอเงินโอน {count} รายการ {sum} บาท ยังไม่มีใบเสร็จ จึงไม่อยู่ในใบนำส่งนี้</source>
        <translation>{count} [transfer|transfers] of {sum} baht [is|are] waited for: no receipt yet, so not on this slip</translation>
    </message>
    <message>
        <source>และอีก {count} รายการ</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>ยืนยันได้ในวันถัดไปที่ ใบแจ้งชำระ &gt; รอเงินโอน</source>
        <translation>They can be confirmed the next day at Bills &gt; Awaiting transfer</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>เครื่องนี้ยังเก็บและค้นเลขประจำตัวไม่ได้ พิมพ์รหัสจากแผ่นรหัสของสำนักงานหนึ่งครั้ง</source>
        <translation>This computer can&apos;t keep or find numbers yet. Type the code from the office&apos;s sheet once.</translation>
    </message>
    <message>
        <source>รหัสทะเบียนประชาชน</source>
        <translation>Code for citizens&apos; numbers</translation>
    </message>
    <message>
        <source>ใช้รหัสนี้</source>
        <translation>Use this code</translation>
    </message>
</context>
<context>
    <name>CommitteeStep</name>
    <message>
        <source>คำสั่งแต่งตั้ง</source>
        <translation>Order of appointment</translation>
    </message>
    <message>
        <source>เช่น คำสั่งที่ 12/2570</source>
        <translation>e.g. order 12/2570</translation>
    </message>
    <message>
        <source>ตำแหน่ง</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>แต่งตั้ง</source>
        <translation>Appoint</translation>
    </message>
    <message>
        <source>ใส่ชื่อ</source>
        <translation>Enter a name</translation>
    </message>
</context>
<context>
    <name>CompareScreen</name>
    <message>
        <source>ที่</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>จาก</source>
        <translation>From</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>จำนวนหน้า</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>ฉบับเดียวกัน ไม่ออกเลข</source>
        <translation>Same letter, no number</translation>
    </message>
    <message>
        <source>คนละฉบับ ลงทะเบียนอีกเลข</source>
        <translation>Another letter: second number</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>ยังไม่มีหน้าหนังสือ</source>
        <translation>No pages yet</translation>
    </message>
    <message>
        <source>ฉบับที่กำลังลงทะเบียนยังไม่ได้สแกนหรือนำเข้า</source>
        <translation>The paper being registered was not scanned or imported</translation>
    </message>
    <message>
        <source>ไม่มีหน้าให้เทียบที่นี่</source>
        <translation>No pages to compare here</translation>
    </message>
    <message>
        <source>ฉบับที่มีไม่มีไฟล์ ไฟล์ยังอยู่ที่ส่วนกลาง หรือเป็นเรื่องลับซึ่งเปิดดูจากหน้าของหนังสือเอง</source>
        <translation>The letter has no file, its file is still at the centre, or it is secret and is opened from its own page</translation>
    </message>
    <message>
        <source>ฉบับที่กำลังลงทะเบียน</source>
        <translation>Being registered</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>เครื่อง</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ค้างส่ง</source>
        <translation>Unsent</translation>
    </message>
    <message>
        <source>ค้างตั้งแต่</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>ติดต่อล่าสุด</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>ดิสก์ว่าง</source>
        <translation>Disk free</translation>
    </message>
    <message>
        <source>นาฬิกา</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>รุ่น</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>หาที่อยู่ของศูนย์กลาง</source>
        <translation>Find the centre&apos;s address</translation>
    </message>
    <message>
        <source>ต่อถึงเครื่องศูนย์กลาง</source>
        <translation>Reach the centre</translation>
    </message>
    <message>
        <source>การเข้ารหัสของสาย</source>
        <translation>Encrypted line</translation>
    </message>
    <message>
        <source>ศูนย์กลางพร้อมทำงาน</source>
        <translation>The centre is working</translation>
    </message>
    <message>
        <source>นาฬิกาของเครื่องนี้</source>
        <translation>This computer&apos;s clock</translation>
    </message>
    <message>
        <source>ศูนย์กลางรู้จักเครื่องนี้</source>
        <translation>The centre knows this computer</translation>
    </message>
    <message>
        <source>เวลาไปกลับ</source>
        <translation>There and back</translation>
    </message>
    <message>
        <source>ความเร็วรับข้อมูล</source>
        <translation>Speed of receiving</translation>
    </message>
    <message>
        <source>ปกติ</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>สายภายใน ไม่ได้ใช้</source>
        <translation>An inside line, not used</translation>
    </message>
    <message>
        <source>ยังไม่ได้ทดสอบ</source>
        <translation>Not tried</translation>
    </message>
    <message>
        <source>คลาดเคลื่อนเล็กน้อย ควรตั้งให้ตรง</source>
        <translation>A little off; set it right</translation>
    </message>
    <message>
        <source>ตอบ แต่ยังไม่พร้อม รอสักครู่</source>
        <translation>Answers, but is not ready yet</translation>
    </message>
    <message>
        <source>ช้า แต่ใช้งานได้</source>
        <translation>Slow, but it works</translation>
    </message>
    <message>
        <source>หาไม่พบ ตรวจสายหรือสัญญาณอินเทอร์เน็ต และที่อยู่ของศูนย์กลาง</source>
        <translation>Not found. Check the cable or signal, and the centre&apos;s address</translation>
    </message>
    <message>
        <source>ต่อไม่ถึง สายขาด หรือเครื่องศูนย์กลางปิดอยู่</source>
        <translation>Out of reach: the line is cut or the centre is off</translation>
    </message>
    <message>
        <source>ใบรับรองไม่ถูกต้อง อย่าใช้สายนี้ แจ้งผู้ดูแล</source>
        <translation>The certificate is wrong. Do not use this line; tell the administrator</translation>
    </message>
    <message>
        <source>ปลายทางตอบไม่เหมือนศูนย์กลาง อาจมีหน้าเข้าใช้งาน Wi-Fi คั่นอยู่</source>
        <translation>Something else answers; a Wi-Fi sign-in page may stand in between</translation>
    </message>
    <message>
        <source>ไม่ตรงเกิน 5 นาที ตั้งวันและเวลาของเครื่องใหม่</source>
        <translation>More than 5 minutes off; set date and time</translation>
    </message>
    <message>
        <source>ศูนย์กลางไม่ให้เครื่องนี้เข้า แจ้งผู้ดูแล</source>
        <translation>The centre does not let this computer in; tell the administrator</translation>
    </message>
    <message>
        <source>วัดไม่ได้ สายขาดระหว่างทดสอบ</source>
        <translation>Not measured: the line broke meanwhile</translation>
    </message>
    <message>
        <source>{count} KB/วินาที</source>
        <translation>{count} KB/s</translation>
    </message>
    <message>
        <source>ต่าง {count} วินาที</source>
        <translation>{count} s off</translation>
    </message>
    <message>
        <source>{count} มิลลิวินาที</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>สายปกติ ส่งและรับข้อมูลได้</source>
        <translation>The line is good; data goes both ways</translation>
    </message>
    <message>
        <source>ใช้งานได้ แต่มีบางอย่างไม่ปกติ</source>
        <translation>It works, but something is not as it should be</translation>
    </message>
    <message>
        <source>ต่อกับศูนย์กลางไม่ได้ งานในเครื่องยังอยู่ครบและทำต่อได้</source>
        <translation>The centre cannot be reached. All work is safe here and goes on</translation>
    </message>
    <message>
        <source>ยังไม่เคย</source>
        <translation>never</translation>
    </message>
    <message>
        <source>เมื่อสักครู่</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>{count} นาทีก่อน</source>
        <translation>{count} min ago</translation>
    </message>
    <message>
        <source>{count} ชั่วโมงก่อน</source>
        <translation>{count} h ago</translation>
    </message>
    <message>
        <source>{count} วันก่อน</source>
        <translation>{count} days ago</translation>
    </message>
    <message>
        <source>ยังไม่เคยติดต่อ</source>
        <translation>Never heard</translation>
    </message>
    <message>
        <source>นาฬิกาผิด</source>
        <translation>Clock is wrong</translation>
    </message>
    <message>
        <source>ดิสก์ใกล้เต็ม</source>
        <translation>Disk nearly full</translation>
    </message>
    <message>
        <source>เงียบเกิน 1 วัน</source>
        <translation>Silent for a day</translation>
    </message>
    <message>
        <source>ค้างส่งเกิน 4 ชม.</source>
        <translation>Unsent for 4 h</translation>
    </message>
    <message>
        <source>เงียบอยู่</source>
        <translation>Silent</translation>
    </message>
    <message>
        <source>ยังส่งไม่ครบ</source>
        <translation>Not all sent</translation>
    </message>
    <message>
        <source>มีรายการต้องตรวจ</source>
        <translation>Items to check</translation>
    </message>
    <message>
        <source>เครื่องนี้ถูกยกเลิกสิทธิ์แล้ว งานที่ค้างอยู่ต้องนำเข้าด้วยมือ</source>
        <translation>This computer&apos;s right was ended; what it still holds must be brought in by hand</translation>
    </message>
    <message>
        <source>ส่งครบ ไม่มีอะไรค้าง</source>
        <translation>Everything sent</translation>
    </message>
    <message>
        <source>ลงทะเบียนแล้วแต่ยังไม่เคยส่งข้อมูล เปิดโปรแกรมที่เครื่องนี้หนึ่งครั้ง</source>
        <translation>Enrolled but never heard. Open the program there once</translation>
    </message>
    <message>
        <source>ตั้งวันและเวลาของเครื่องนี้ใหม่ งานจะส่งต่อเอง</source>
        <translation>Set its date and time; its work then goes by itself</translation>
    </message>
    <message>
        <source>ย้ายหรือลบไฟล์ที่ไม่ใช้ออกจากเครื่องนี้</source>
        <translation>Remove or move files it does not need</translation>
    </message>
    <message>
        <source>ไม่มีใครรู้ว่าเครื่องนี้มีงานค้างเท่าใด เปิดเครื่องและต่ออินเทอร์เน็ต</source>
        <translation>Nobody knows what it still holds. Switch it on and connect it</translation>
    </message>
    <message>
        <source>ให้ผู้ใช้เครื่องนี้ทดสอบการเชื่อมต่อ แล้วแจ้งรหัส</source>
        <translation>Have its user test the connection and tell the code</translation>
    </message>
    <message>
        <source>อาจปิดเครื่องหรือออฟไลน์อยู่ จำนวนที่เห็นเป็นของครั้งสุดท้ายที่ติดต่อ</source>
        <translation>It may be off or offline; the figures are those of the last contact</translation>
    </message>
    <message>
        <source>กำลังส่ง หรือรอสาย</source>
        <translation>Sending, or waiting for a line</translation>
    </message>
    <message>
        <source>ผู้ใช้เครื่องนี้ยังไม่ได้จัดการรายการต้องตรวจ</source>
        <translation>Its user has items to check</translation>
    </message>
    <message>
        <source>ยกเลิกสิทธิ์</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>ส่งครบ</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>ตรง</source>
        <translation>right</translation>
    </message>
    <message>
        <source>ต่าง {count} นาที</source>
        <translation>{count} min off</translation>
    </message>
    <message>
        <source>ต่าง {count} ชม.</source>
        <translation>{count} h off</translation>
    </message>
</context>
<context>
    <name>ConnectionScreen</name>
    <message>
        <source>มุมมอง</source>
        <translation>View</translation>
    </message>
    <message>
        <source>ทดสอบการเชื่อมต่อ</source>
        <translation>Test the connection</translation>
    </message>
    <message>
        <source>เครื่องที่ยังส่งไม่ครบ</source>
        <translation>Computers that still hold work</translation>
    </message>
    <message>
        <source>สำเนาสำรอง</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>การเชื่อมต่อ</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>ทดสอบ</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>เครื่องทั้งหมด</source>
        <translation>All computers</translation>
    </message>
</context>
<context>
    <name>CopiesPage</name>
    <message>
        <source>ถ้าต้องใช้สำเนา</source>
        <translation>If a copy is needed</translation>
    </message>
    <message>
        <source>สำรองข้อมูลเดี๋ยวนี้</source>
        <translation>Make a copy now</translation>
    </message>
    <message>
        <source>ตรวจสำเนาล่าสุด</source>
        <translation>Prove the newest copy</translation>
    </message>
    <message>
        <source>กำลังสำรองข้อมูล</source>
        <translation>Making a copy</translation>
    </message>
    <message>
        <source>กำลังดูสำเนาสำรอง</source>
        <translation>Looking at the copies</translation>
    </message>
    <message>
        <source>สำเนาล่าสุดชำรุด</source>
        <translation>The newest copy is damaged</translation>
    </message>
    <message>
        <source>ข้อมูลในเครื่องยังอยู่ครบ กด F9 ทำสำเนาใหม่ ถ้ายังชำรุดอีก ให้ผู้ดูแลตรวจดิสก์ของเครื่องนี้</source>
        <translation>Everything on this computer is safe. Press F9 for a new copy; if that is damaged too, have the disk checked.</translation>
    </message>
    <message>
        <source>ไม่มีสำเนาใหม่มา {count} วัน</source>
        <translation>No new copy for {count} [day|days]</translation>
    </message>
    <message>
        <source>ปกติทำเองวันละครั้งระหว่างเปิดโปรแกรม กด F9 เพื่อทำเดี๋ยวนี้</source>
        <translation>Usually one is made each day while the program runs. Press F9 to make one now.</translation>
    </message>
    <message>
        <source>ยังไม่มีสำเนาสำรอง</source>
        <translation>No copy yet</translation>
    </message>
    <message>
        <source>สำเนาแรกทำเองภายในไม่กี่นาทีหลังเริ่มงาน หรือกด F9 เพื่อทำเดี๋ยวนี้</source>
        <translation>The first is made within minutes of starting work; or press F9 to make it now.</translation>
    </message>
    <message>
        <source>มีสำเนาสำรองพร้อมใช้ · {ago}</source>
        <translation>A copy is at hand · {ago}</translation>
    </message>
    <message>
        <source>ทำเมื่อ</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>ขนาด</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>งานที่ยังไม่ส่งในสำเนา</source>
        <translation>Unsent work in it</translation>
    </message>
    <message>
        <source>ตรวจครั้งล่าสุด</source>
        <translation>Last proof</translation>
    </message>
    <message>
        <source>เก็บไว้ทั้งหมด</source>
        <translation>Kept in all</translation>
    </message>
    <message>
        <source>ที่เก็บ</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>{size} และ {count} ไฟล์ที่ยังไม่ส่ง</source>
        <translation>{size} and {count} unsent [file|files]</translation>
    </message>
    <message>
        <source>{count} ชุด รวม {size}</source>
        <translation>{count} in all, {size}</translation>
    </message>
    <message>
        <source>ยังไม่เคยตรวจ</source>
        <translation>Not proven yet</translation>
    </message>
    <message>
        <source>ชำรุด</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>เปิดได้ ครบถ้วน</source>
        <translation>Opens, and is whole</translation>
    </message>
    <message>
        <source>1. ถ้าแฟ้มข้อมูลชำรุด โปรแกรมจะบอกตั้งแต่ตอนเปิด และมีปุ่มใช้สำเนาสำรองให้กด แฟ้มที่ชำรุดเก็บไว้ ไม่ถูกลบ</source>
        <translation>1. When the store is damaged the program says so as it opens, with a button to use the copy. The damaged file is kept.</translation>
    </message>
    <message>
        <source>2. เครื่องที่กลับมาจากสำเนาต้องขอรหัสเชื่อมเครื่องใหม่จากผู้ดูแล ระหว่างรออ่านและพิมพ์งานเดิมได้</source>
        <translation>2. A desk that came back from a copy needs a new code from the administrator; meanwhile earlier work can be read and printed.</translation>
    </message>
    <message>
        <source>3. งานที่ส่งถึงศูนย์กลางแล้วหลังวันทำสำเนากลับมาเองครบ เลขที่ออกไปแล้วไม่ถูกใช้ซ้ำ</source>
        <translation>3. Work that reached the centre after the copy was made comes back by itself; no number is used twice.</translation>
    </message>
    <message>
        <source>4. สำเนาเข้ารหัสด้วยกุญแจของเครื่องนี้และอยู่ในดิสก์เดียวกัน ช่วยเมื่อแฟ้มเสีย ไม่ช่วยเมื่อดิสก์หาย ให้ส่งงานให้ครบทุกวัน</source>
        <translation>4. Copies are encrypted with this computer&apos;s key and lie on the same disk: they help against a damaged file, not a lost disk. See that all work is sent each day.</translation>
    </message>
</context>
<context>
    <name>CornerEditor</name>
    <message>
        <source>จัดมุมกระดาษ</source>
        <translation>Corners of the sheet</translation>
    </message>
    <message>
        <source>ลากแต่ละมุมไปที่มุมกระดาษ หรือกด Tab เลือกมุมแล้วเลื่อนด้วยลูกศร กด Shift ค้างเพื่อเลื่อนเร็ว ภาพเดิมยังอยู่ครบ</source>
        <translation>Drag each corner to the corner of the sheet, or press Tab to choose one and move it with the arrows; hold Shift to move faster. The photo itself stays.</translation>
    </message>
    <message>
        <source>มุมที่หาพบ</source>
        <translation>As found</translation>
    </message>
    <message>
        <source>ไม่เปลี่ยน</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>ใช้มุมนี้</source>
        <translation>Use these corners</translation>
    </message>
</context>
<context>
    <name>CornerField</name>
    <message>
        <source>มุมของกระดาษในภาพถ่าย</source>
        <translation>Corners of the sheet on the photo</translation>
    </message>
    <message>
        <source>มุมซ้ายบน</source>
        <translation>Upper left corner</translation>
    </message>
    <message>
        <source>มุมขวาบน</source>
        <translation>Upper right corner</translation>
    </message>
    <message>
        <source>มุมขวาล่าง</source>
        <translation>Lower right corner</translation>
    </message>
    <message>
        <source>มุมซ้ายล่าง</source>
        <translation>Lower left corner</translation>
    </message>
</context>
<context>
    <name>CountForm</name>
    <message>
        <source>เปิดกะ: นับเงินทอนตั้งต้น</source>
        <translation>Open a shift: count the float</translation>
    </message>
    <message>
        <source>ใส่จำนวนธนบัตรและเหรียญ Enter ไปชนิดถัดไป</source>
        <translation>Type how many notes and coins; Enter goes on to the next</translation>
    </message>
    <message>
        <source>ถ้าเครื่องนี้มาแทนเครื่องที่กะยังเปิดค้าง ให้ผู้ดูแลระบบถอนเครื่องเดิมก่อน กะนั้นจะขึ้นที่นี่ให้นับและปิด</source>
        <translation>If this computer replaces one whose shift is still open, have the administrator withdraw that one first: its shift then comes here to be counted and closed</translation>
    </message>
    <message>
        <source>เปิดกะ</source>
        <translation>Open a shift</translation>
    </message>
    <message>
        <source>นับเงินในลิ้นชัก</source>
        <translation>Count the drawer</translation>
    </message>
    <message>
        <source>นับทั้งหมดรวมเงินทอนตั้งต้น ยอดที่ควรมีจะแสดงหลังยืนยันยอดนับ</source>
        <translation>Count everything, the float too. What there should be is shown after you confirm the count</translation>
    </message>
    <message>
        <source>ยืนยันยอดนับ</source>
        <translation>Confirm the count</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>บัตรคิว</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่ได้เป็นช่องบริการ</source>
        <translation>This computer is no counter yet</translation>
    </message>
    <message>
        <source>เลือกเลขช่องของเครื่องนี้ที่ตั้งค่า แล้วแถบเรียกคิวจะขึ้นที่นี่และที่หน้าประชาชน</source>
        <translation>Choose its counter in the settings. The bar for calling then appears here and on the citizen page.</translation>
    </message>
    <message>
        <source>รายชื่อผู้รออยู่ที่เครื่องหลัก</source>
        <translation>The list is at the main computer</translation>
    </message>
    <message>
        <source>พิมพ์เลขบนบัตรกระดาษที่แถบด้านบน แล้วกด F2</source>
        <translation>Type the number on the paper ticket in the bar above and press F2.</translation>
    </message>
    <message>
        <source>ไม่มีผู้รอคิว</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>เมื่อมีผู้รับบัตร หมายเลขจะขึ้นที่นี่เอง กด F2 เพื่อเรียกคิวถัดไป</source>
        <translation>Tickets appear here by themselves. F2 calls the next one.</translation>
    </message>
    <message>
        <source>เลขคิว</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>บริการ</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>ช่องทาง</source>
        <translation>Lane</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ช่อง</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>นาที</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>เรียกเลขที่เลือก</source>
        <translation>Call the chosen number</translation>
    </message>
    <message>
        <source>เรียกคิว</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>เรียกคิวถัดไป</source>
        <translation>Call next</translation>
    </message>
</context>
<context>
    <name>CounterScreen</name>
    <message>
        <source>ค่าธรรมเนียม</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>เคาน์เตอร์</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>เลือกค่าธรรมเนียม</source>
        <translation>Choose a fee</translation>
    </message>
    <message>
        <source>ไปช่องถัดไป</source>
        <translation>To the next field</translation>
    </message>
    <message>
        <source>แก้จำนวน</source>
        <translation>Change the quantity</translation>
    </message>
    <message>
        <source>เพิ่มจำนวน</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>ลดจำนวน</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>เอารายการออก</source>
        <translation>Take the item out</translation>
    </message>
    <message>
        <source>ผู้ชำระเงิน</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>เงินที่รับ</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>รับเงินและพิมพ์</source>
        <translation>Take money and print</translation>
    </message>
    <message>
        <source>ทำใบแจ้ง โอน หรือเช็ค</source>
        <translation>Bill: transfer or cheque</translation>
    </message>
    <message>
        <source>คนถัดไป</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>ล้าง</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>พิมพ์ซ้ำ</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>กะ</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>ใบไม่ออก หรือเสีย</source>
        <translation>Sheet missing or spoiled</translation>
    </message>
    <message>
        <source>ยืมเลขจากช่องอื่น</source>
        <translation>Borrow from another counter</translation>
    </message>
</context>
<context>
    <name>CoversNote</name>
    <message>
        <source>หน้านี้ไม่มีที่ว่างพอ ตรารับจึงทับข้อความน้อยที่สุด เลื่อนได้ด้วยเมาส์หรือ Ctrl+Alt+ลูกศร</source>
        <translation>No free space on this page: the stamp covers as little as it can. Move it with the mouse or Ctrl+Alt+arrows</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>วันก่อน</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>วันถัดไป</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>ยกเลิก {count}</source>
        <translation>{count} void</translation>
    </message>
    <message>
        <source>{count} ใบ</source>
        <translation>{count} [receipt|receipts]</translation>
    </message>
    <message>
        <source>{sum} บาท</source>
        <translation>{sum} baht</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>เช่น 9 ม.ค. 69</source>
        <translation>e.g. 9/1/69</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>{hour}.{minute} น.</source>
        <translation>{hour}:{minute}</translation>
    </message>
    <message>
        <source>ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.</source>
        <translation>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</translation>
    </message>
</context>
<context>
    <name>DeadlineEdit</name>
    <message>
        <source>ด่วนภายในวันที่</source>
        <translation>Urgent until</translation>
    </message>
    <message>
        <source>เวลา</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>16.30 น.</source>
        <translation>16.30</translation>
    </message>
</context>
<context>
    <name>DeedBar</name>
    <message>
        <source>ผู้ตรวจ</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>ระดับการลงนาม</source>
        <translation>Level of signature</translation>
    </message>
    <message>
        <source>ข้อสังเกต</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>ข้อสังเกตหรือข้อความถึงผู้ตรวจ</source>
        <translation>A remark to the reviewer</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>พับเก็บ</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ส่งคืนแก้ไข</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>ประทับเวลา</source>
        <translation>Stamp the time</translation>
    </message>
    <message>
        <source>เสนอตรวจ</source>
        <translation>Ask for review</translation>
    </message>
    <message>
        <source>อนุมัติร่าง</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>ลงนามและออกเลข</source>
        <translation>Sign and number</translation>
    </message>
    <message>
        <source>ลงลายมือชื่อดิจิทัล</source>
        <translation>Sign digitally</translation>
    </message>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>นำกลับมาร่างต่อ</source>
        <translation>Take up again</translation>
    </message>
    <message>
        <source>ได้เลขแล้ว เหลือลายมือชื่อดิจิทัลของ {name} ลงนามต่อได้โดยไม่ออกเลขใหม่</source>
        <translation>Numbered; the digital signature of {name} is missing. It can be signed without another number.</translation>
    </message>
    <message>
        <source>ลงนามแล้วและใช้ได้ จะประทับเวลาให้เองเมื่อต่อกับผู้ประทับเวลาได้ เลขเดิม</source>
        <translation>Signed and valid. Its time is stamped by itself once the authority answers, under the same number</translation>
    </message>
    <message>
        <source>ประทับเวลาเมื่อ {moment} โดย {authority}</source>
        <translation>Time stamped {moment} by {authority}</translation>
    </message>
    <message>
        <source>รอ {name} ตรวจ</source>
        <translation>{name} is reviewing</translation>
    </message>
</context>
<context>
    <name>DeedForm</name>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>พักใช้ถึงวันที่ (ว่างไว้ถ้ายังไม่กำหนด)</source>
        <translation>Last day of the suspension (may be empty)</translation>
    </message>
    <message>
        <source>ไม่ทำ</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>ใส่เหตุผล</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>ใส่เล่มที่ เลขที่ วันที่ และจำนวนเงิน</source>
        <translation>Book, number, day and sum are needed</translation>
    </message>
</context>
<context>
    <name>DesksPage</name>
    <message>
        <source>เครื่องของสำนักงาน</source>
        <translation>The office&apos;s computers</translation>
    </message>
    <message>
        <source>ดูใหม่</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>{count} จาก {all} เครื่องยังส่งไม่ครบ รวม {items} รายการ</source>
        <translation>{items} [item|items] not sent yet, at {count} of {all} computers</translation>
    </message>
    <message>
        <source>ทุกเครื่องที่ติดต่อได้ส่งครบแล้ว</source>
        <translation>Every computer that was heard has sent everything</translation>
    </message>
    <message>
        <source>ทั้ง {all} เครื่องส่งครบแล้ว</source>
        <translation>All {all} computers have sent everything</translation>
    </message>
    <message>
        <source>ยังไม่ได้ถามศูนย์กลาง</source>
        <translation>The centre has not been asked yet</translation>
    </message>
    <message>
        <source>เมื่อต่อกับศูนย์กลางได้ จะเห็นว่าเครื่องใดยังมีงานค้างส่ง ตั้งแต่เมื่อใด และติดต่อครั้งสุดท้ายเมื่อใด</source>
        <translation>With a connection you see which computers still hold unsent work, since when, and when each was last heard.</translation>
    </message>
</context>
<context>
    <name>DestroyStep</name>
    <message>
        <source>บันทึกหลังทำลายกระดาษแล้วเท่านั้น ทะเบียนและไฟล์ในระบบยังอยู่ครบ หนังสือจะมีเครื่องหมายว่าทำลายแล้ว</source>
        <translation>Record this only when the papers are destroyed. The register and the files stay; the letters are marked as destroyed</translation>
    </message>
    <message>
        <source>ทำลายวันที่</source>
        <translation>Destroyed on</translation>
    </message>
    <message>
        <source>โดยวิธี</source>
        <translation>How</translation>
    </message>
    <message>
        <source>เช่น ย่อยกระดาษ</source>
        <translation>e.g. shredded</translation>
    </message>
    <message>
        <source>บันทึกการทำลาย</source>
        <translation>Record the destruction</translation>
    </message>
    <message>
        <source>ใส่วันที่</source>
        <translation>Enter a date</translation>
    </message>
    <message>
        <source>ใส่วิธีทำลาย</source>
        <translation>Enter how</translation>
    </message>
</context>
<context>
    <name>DispatchScreen</name>
    <message>
        <source>สมุดส่งหนังสือ</source>
        <translation>Dispatch book</translation>
    </message>
    <message>
        <source>สแกนเลขที่สิ่งของ</source>
        <translation>Scan the item number</translation>
    </message>
    <message>
        <source>สแกนเลขที่สิ่งของจากใบตอบรับ หรือพิมพ์ที่ของหนังสือ แล้วกด Enter  /</source>
        <translation>Scan the item number of the post&apos;s receipt, or type the letter&apos;s number, then Enter  /</translation>
    </message>
    <message>
        <source>ส่งถึง</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>ส่งโดย</source>
        <translation>Sent by</translation>
    </message>
    <message>
        <source>เลขที่สิ่งของ หรือที่อยู่อีเมล</source>
        <translation>Number of the item, or e-mail address</translation>
    </message>
    <message>
        <source>ผู้รับ (ตามใบรับ)</source>
        <translation>Receiver (as on the receipt)</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>ขนาดซอง</source>
        <translation>Size of the envelope</translation>
    </message>
    <message>
        <source>ซองหน้าต่าง</source>
        <translation>With a window</translation>
    </message>
    <message>
        <source>พิมพ์ซอง</source>
        <translation>Print envelope</translation>
    </message>
    <message>
        <source>ซอง PDF</source>
        <translation>Envelope PDF</translation>
    </message>
    <message>
        <source>ใส่ภาพตราครุฑ</source>
        <translation>Set the Garuda</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>ยังไม่มีหนังสือที่ต้องส่ง</source>
        <translation>Nothing waits to be sent</translation>
    </message>
    <message>
        <source>หนังสือที่ลงนามและได้เลขแล้วจะมาอยู่ที่นี่ จนกว่าจะลงสมุดส่ง</source>
        <translation>Letters that are signed and numbered are here until they are entered as sent.</translation>
    </message>
    <message>
        <source>บันทึกใบรับ</source>
        <translation>Enter the receipt</translation>
    </message>
    <message>
        <source>ลงสมุดส่ง</source>
        <translation>Enter as sent</translation>
    </message>
    <message>
        <source>แทนสแกนฉบับลงนาม</source>
        <translation>Replace the signed scan</translation>
    </message>
    <message>
        <source>แนบสแกนฉบับลงนาม</source>
        <translation>Attach the signed scan</translation>
    </message>
    <message>
        <source>เลือกสแกนของฉบับที่ลงนามแล้ว</source>
        <translation>Choose the scan of the signed paper</translation>
    </message>
    <message>
        <source>ฉบับนี้คือสำเนาที่ส่งและเก็บ ฉบับก่อนลงนามยังอยู่ข้างกัน</source>
        <translation>This is the copy that is sent and kept; the unsigned one stays beside it.</translation>
    </message>
    <message>
        <source>แนบสแกนของ {number} แล้ว</source>
        <translation>The scan of {number} is attached</translation>
    </message>
    <message>
        <source>ไม่มีเลขนี้ในสมุดส่ง</source>
        <translation>This number is not in the dispatch book</translation>
    </message>
    <message>
        <source>บันทึกซอง</source>
        <translation>Save the envelope</translation>
    </message>
    <message>
        <source>บันทึกไฟล์แล้ว</source>
        <translation>File saved</translation>
    </message>
    <message>
        <source>เลือกภาพตราครุฑของหน่วยงาน</source>
        <translation>Choose the office&apos;s Garuda</translation>
    </message>
    <message>
        <source>ใส่ภาพตราครุฑแล้ว</source>
        <translation>The Garuda is set</translation>
    </message>
    <message>
        <source>หนังสือที่ลงนามต่อจากนี้ใช้ภาพนี้ทุกเครื่อง</source>
        <translation>Letters signed from now on bear it, on every computer.</translation>
    </message>
    <message>
        <source>ลงสมุดส่ง หรือบันทึกใบรับ</source>
        <translation>Enter as sent, or the receipt</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>เอกสารที่แนบ</source>
        <translation>Attached documents</translation>
    </message>
    <message>
        <source>เอาเอกสารนี้ออก</source>
        <translation>Take this document out</translation>
    </message>
    <message>
        <source>{count} หน้า</source>
        <translation>{count} [page|pages]</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>สำเนามีตรา</source>
        <translation>Stamped copy</translation>
    </message>
    <message>
        <source>บันทึกสำเนา PDF ที่มีตรารับ ต้นฉบับไม่ถูกแก้ไข</source>
        <translation>Save a PDF copy with the intake stamp; the original is not altered</translation>
    </message>
    <message>
        <source>ต้นฉบับ</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>บันทึกไฟล์ต้นฉบับตามที่ได้รับมา</source>
        <translation>Save the original file as it came in</translation>
    </message>
    <message>
        <source>พิมพ์ตราลงบนต้นฉบับ</source>
        <translation>Stamp the paper original</translation>
    </message>
    <message>
        <source>พิมพ์เฉพาะตรารับลงบนกระดาษต้นฉบับที่ใส่กลับเข้าเครื่องพิมพ์</source>
        <translation>Prints the intake stamp alone onto the paper original, laid back into the printer</translation>
    </message>
    <message>
        <source>ส่งออก XML</source>
        <translation>Send out as XML</translation>
    </message>
    <message>
        <source>ส่งออก XML: หนังสือพร้อมหน้าเป็นแฟ้มเดียวสำหรับระบบอื่น (TH e-GIF) รหัสหน่วยงานเว้นว่างไว้ และรหัสชั้นความเร็วนอกจากปกติยังต้องเทียบกับบัญชีของ e-CMS</source>
        <translation>Send out as XML: the letter with its pages in one file for other systems (TH e-GIF). The codes of agencies are left empty, and urgency codes other than normal must be compared with the list of e-CMS</translation>
    </message>
    <message>
        <source>{count} หน้า</source>
        <translation>{count} [page|pages]</translation>
    </message>
</context>
<context>
    <name>DoneBar</name>
    <message>
        <source>ส่งต่อ</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>พิมพ์หน้าหนังสือพร้อมตรารับ</source>
        <translation>Print the pages with the intake stamp</translation>
    </message>
    <message>
        <source>พิมพ์เฉพาะตรารับลงบนกระดาษต้นฉบับ</source>
        <translation>Prints the intake stamp alone onto the paper original</translation>
    </message>
    <message>
        <source>ลงทะเบียนแล้ว {name} {number}</source>
        <translation>Registered, {name} {number}</translation>
    </message>
    <message>
        <source>เลขชั่วคราว</source>
        <translation>provisional no.</translation>
    </message>
    <message>
        <source>ที่ {book_number}</source>
        <translation>number on the paper {book_number}</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>ทะเบียนเดิมที่นำเข้าแล้ว</source>
        <translation>Old registers that were taken in</translation>
    </message>
    <message>
        <source>เหตุที่ถอนออก</source>
        <translation>Why it is taken back</translation>
    </message>
    <message>
        <source>ถอนออกทั้งชุด</source>
        <translation>Take all of it back</translation>
    </message>
    <message>
        <source>ยังไม่ได้นำเข้าทะเบียนเดิม</source>
        <translation>No old register was taken in yet</translation>
    </message>
    <message>
        <source>ทะเบียนที่นำเข้าจากแฟ้มจะอยู่ที่นี่ พร้อมชื่อแฟ้ม จำนวน และผู้นำเข้า</source>
        <translation>Registers taken in from files stand here, with file, count and person</translation>
    </message>
    <message>
        <source>กำลังถอนออก</source>
        <translation>Taking it back</translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>เลือกผู้ลงนาม</source>
        <translation>Choose the signer</translation>
    </message>
    <message>
        <source>หนังสือจังหวัด… ที่ ชม 0023/1 ลงวันที่ 4 พ.ย. 2569</source>
        <translation>หนังสือจังหวัด… ที่ ชม 0023/1 ลงวันที่ 4 พ.ย. 2569</translation>
    </message>
    <message>
        <source>เช่น 20 พ.ย. 69 10.30</source>
        <translation>e.g. 20 พ.ย. 69 10.30</translation>
    </message>
    <message>
        <source>รายชื่อผู้เข้าร่วม จำนวน 1 ชุด</source>
        <translation>รายชื่อผู้เข้าร่วม จำนวน 1 ชุด</translation>
    </message>
    <message>
        <source>{name} · คำสั่งให้ทำการแทนสิ้นสุดแล้ว</source>
        <translation>{name} · the order to act has ended</translation>
    </message>
    <message>
        <source>ผู้ลงนามอื่น</source>
        <translation>Another signer</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>ร่างที่รอลงทะเบียน</source>
        <translation>Drafts that wait to be registered</translation>
    </message>
    <message>
        <source>ร่างที่เก็บออก</source>
        <translation>Drafts put away</translation>
    </message>
    <message>
        <source>เอกสารของร่าง</source>
        <translation>Documents of the draft</translation>
    </message>
    <message>
        <source>นำเข้าแฟ้ม</source>
        <translation>Take files in</translation>
    </message>
    <message>
        <source>แยกทีละฉบับ</source>
        <translation>One letter each</translation>
    </message>
    <message>
        <source>บันทึกต้นฉบับ</source>
        <translation>Save the original</translation>
    </message>
    <message>
        <source>เก็บออก</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ลงทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>ตั้งกลับมารอ</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>ไม่มีหน้าหนังสือ</source>
        <translation>No pages</translation>
    </message>
    <message>
        <source>ร่างนี้มีแต่ข้อมูล ไม่มีเอกสาร</source>
        <translation>This draft has words only, no document</translation>
    </message>
    <message>
        <source>ไม่มีร่างรอลงทะเบียน</source>
        <translation>No draft waits to be registered</translation>
    </message>
    <message>
        <source>ลากแฟ้มอีเมล (.eml) แฟ้ม .zip แฟ้ม XML ของหนังสือ หรือไฟล์ใด ๆ มาวาง หรือเลือกแฟ้มด้วย F3</source>
        <translation>Drop an e-mail (.eml), a .zip, a letter&apos;s XML or any file here, or choose files with F3</translation>
    </message>
    <message>
        <source>ไม่มีร่างที่เก็บออก</source>
        <translation>No draft was put away</translation>
    </message>
    <message>
        <source>ร่างที่ไม่ต้องลงทะเบียนอยู่ที่นี่ 30 วันก่อนถูกลบ</source>
        <translation>Drafts that need no number stay here for 30 days</translation>
    </message>
    <message>
        <source>ที่ {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>แฟ้ม {name}</source>
        <translation>File {name}</translation>
    </message>
    <message>
        <source>น่าจะลงทะเบียนแล้ว: เลข {number}/{year} ตรวจก่อนลงทะเบียนซ้ำ</source>
        <translation>Seems to be registered already: {number}/{year}. Compare before it gets a second number</translation>
    </message>
    <message>
        <source>เก็บออกแล้ว ตั้งกลับมาได้ในหน้าที่เก็บออก</source>
        <translation>Put away. It can be taken back from those put away</translation>
    </message>
    <message>
        <source>แยกเป็นฉบับละไฟล์แล้ว ร่างเดิมอยู่ในหน้าที่เก็บออก</source>
        <translation>Each file is a draft of its own now; the draft as it came is among those put away</translation>
    </message>
    <message>
        <source>บันทึกไฟล์ต้นฉบับ</source>
        <translation>Save the original file</translation>
    </message>
    <message>
        <source>บันทึก {name} แล้ว</source>
        <translation>{name} is saved</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>ลงทะเบียนร่างนี้</source>
        <translation>Register this draft</translation>
    </message>
</context>
<context>
    <name>DraftsScreen</name>
    <message>
        <source>กำลังทำ</source>
        <translation>In work</translation>
    </message>
    <message>
        <source>ลงนามแล้ว</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>พับเก็บ</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>มุมมอง</source>
        <translation>View</translation>
    </message>
    <message>
        <source>ร่างหนังสือ</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>แบบของร่างใหม่</source>
        <translation>Template of the new draft</translation>
    </message>
    <message>
        <source>ร่างใหม่</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>สมุดส่งหนังสือ</source>
        <translation>Dispatch book</translation>
    </message>
    <message>
        <source>ยังไม่มีร่างในมุมมองนี้</source>
        <translation>No drafts in this view</translation>
    </message>
    <message>
        <source>เลือกแบบแล้วกด F9 เพื่อร่างหนังสือ ร่างของหน่วยงานและร่างที่มีผู้ขอให้ตรวจจะอยู่ที่นี่</source>
        <translation>Choose a template and press F9 to write. Drafts of the unit, and those that somebody asked to be reviewed, will be here.</translation>
    </message>
    <message>
        <source>หนังสือออก</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>เปิดร่าง</source>
        <translation>Open the draft</translation>
    </message>
</context>
<context>
    <name>DueLine</name>
    <message>
        <source>ซ่อนวิธีนับ</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>นับอย่างไร</source>
        <translation>How counted</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>รุ่นของร่าง</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>เก็บไว้แล้ว</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>บันทึกไฟล์แล้ว</source>
        <translation>File saved</translation>
    </message>
    <message>
        <source>เสนอ อนุมัติ หรือลงนาม</source>
        <translation>Ask, approve or sign</translation>
    </message>
    <message>
        <source>ร่างหนังสือ</source>
        <translation>Drafts</translation>
    </message>
</context>
<context>
    <name>ElaasForm</name>
    <message>
        <source>เลข e-LAAS ของใบเสร็จ {number}</source>
        <translation>e-LAAS number of receipt {number}</translation>
    </message>
    <message>
        <source>เลขที่ในระบบบัญชี</source>
        <translation>Number in the accounting system</translation>
    </message>
    <message>
        <source>เช่น RCPT-00001/70</source>
        <translation>such as RCPT-00001/70</translation>
    </message>
    <message>
        <source>บันทึกเลข</source>
        <translation>Save the number</translation>
    </message>
    <message>
        <source>ไม่บันทึก</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>ใส่เลขที่</source>
        <translation>Enter the number</translation>
    </message>
</context>
<context>
    <name>EndorseBox</name>
    <message>
        <source>วลีที่ใช้บ่อย</source>
        <translation>Usual phrases</translation>
    </message>
    <message>
        <source>ข้อความเกษียณ</source>
        <translation>Endorsement</translation>
    </message>
    <message>
        <source>ส่งแล้วแก้ไม่ได้ เกษียณเพิ่มได้</source>
        <translation>Cannot be changed once sent</translation>
    </message>
    <message>
        <source>วางบนหน้าหนังสือ</source>
        <translation>Put it on the page</translation>
    </message>
    <message>
        <source>ย้าย</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>เลือกวลีหรือพิมพ์ข้อความก่อน</source>
        <translation>Choose a phrase or type the words first</translation>
    </message>
    <message>
        <source>แก้ไขเกษียณของฉันเมื่อ {when}</source>
        <translation>Puts right mine of {when}</translation>
    </message>
    <message>
        <source>เลือกฐานะที่ลงนาม</source>
        <translation>Choose the capacity</translation>
    </message>
    <message>
        <source>ใส่วลี</source>
        <translation>Insert phrase</translation>
    </message>
</context>
<context>
    <name>EnrolmentPage</name>
    <message>
        <source>เชื่อมเครื่องนี้กับสำนักงาน</source>
        <translation>Connect this machine to the office</translation>
    </message>
    <message>
        <source>ทำครั้งเดียว ใช้รหัสที่ผู้ดูแลของสำนักงานออกให้เครื่องนี้</source>
        <translation>Done once, with the code your administrator issued for this machine</translation>
    </message>
    <message>
        <source>ที่อยู่ของศูนย์กลาง</source>
        <translation>Address of the centre</translation>
    </message>
    <message>
        <source>เช่น desk.maehia.go.th</source>
        <translation>e.g. desk.maehia.go.th</translation>
    </message>
    <message>
        <source>รหัสเชื่อมเครื่อง</source>
        <translation>Connection code</translation>
    </message>
    <message>
        <source>ใช้ได้ครั้งเดียว</source>
        <translation>Works once</translation>
    </message>
    <message>
        <source>ชื่อเครื่องนี้</source>
        <translation>Name of this machine</translation>
    </message>
    <message>
        <source>เชื่อมเครื่อง</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>กำลังเชื่อมเครื่อง</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>ใส่ที่อยู่ของศูนย์กลาง</source>
        <translation>Enter the address of the centre</translation>
    </message>
    <message>
        <source>ใส่รหัสเชื่อมเครื่อง</source>
        <translation>Enter the connection code</translation>
    </message>
    <message>
        <source>ใส่ชื่อเครื่อง</source>
        <translation>Enter a name for the machine</translation>
    </message>
</context>
<context>
    <name>EntranceWindow</name>
    <message>
        <source>โต๊ะงานเทศบาล</source>
        <translation>Thesaban Desk</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>บันทึกทะเบียนเป็นแฟ้ม</source>
        <translation>Save the register as a file</translation>
    </message>
    <message>
        <source>อย่างไร</source>
        <translation>As</translation>
    </message>
    <message>
        <source>ออกตั้งแต่วันที่</source>
        <translation>Issued from</translation>
    </message>
    <message>
        <source>ถึงวันที่</source>
        <translation>to</translation>
    </message>
    <message>
        <source>บันทึกแฟ้ม</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>ไม่บันทึก</source>
        <translation>Don&apos;t save</translation>
    </message>
    <message>
        <source>ทะเบียน PDF</source>
        <translation>Register, PDF</translation>
    </message>
    <message>
        <source>ตาราง XLSX</source>
        <translation>Table, XLSX</translation>
    </message>
    <message>
        <source>ตาราง CSV</source>
        <translation>Table, CSV</translation>
    </message>
    <message>
        <source>รายชื่อเปิดเผย CSV</source>
        <translation>Public list, CSV</translation>
    </message>
    <message>
        <source>ตรวจวันที่</source>
        <translation>Check the days</translation>
    </message>
</context>
<context>
    <name>FallenScreen</name>
    <message>
        <source>หนังสือตกหล่น</source>
        <translation>Fallen letters</translation>
    </message>
    <message>
        <source>ขอบเขต</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>ทั้งเทศบาล</source>
        <translation>Whole office</translation>
    </message>
    <message>
        <source>หน่วยงานของฉัน</source>
        <translation>My unit</translation>
    </message>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือตกหล่น</source>
        <translation>No letter has fallen</translation>
    </message>
    <message>
        <source>หนังสือที่ยังไม่เสร็จและไม่มีใครขยับนานเกินกำหนดของชั้นความเร็ว จะขึ้นที่นี่เอง</source>
        <translation>Open letters that nobody has moved for longer than their urgency allows come here by themselves</translation>
    </message>
    <message>
        <source>{count} ฉบับ ฉบับที่ค้างนานที่สุดอยู่บน</source>
        <translation>{count} [letter|letters, the longest overdue first]</translation>
    </message>
    <message>
        <source>{count} ฉบับ แสดง {shown} ฉบับที่ค้างนานที่สุด</source>
        <translation>{count} [letter;|letters;] the {shown} longest overdue are shown</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เปิด</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ส่งต่อ</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>ทั้งเทศบาล หรือหน่วยงานของฉัน</source>
        <translation>Whole office or my unit</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>ปิดโปรแกรม</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>ยังมี {count} รายการรอส่ง</source>
        <translation>{count} [item is|items are] still waiting to be sent</translation>
    </message>
    <message>
        <source>ยังมี {count} ไฟล์รอส่ง</source>
        <translation>{count} [file is|files are] still to be sent</translation>
    </message>
    <message>
        <source>ยังมี {count} รายการ และ {files} ไฟล์รอส่ง</source>
        <translation>{count} [item is|items are] still to be sent · files: {files}</translation>
    </message>
    <message>
        <source>ทุกรายการบันทึกอยู่ครบในเครื่องนี้ และจะส่งต่อเองเมื่อเปิดโปรแกรมครั้งหน้า</source>
        <translation>All of them are safe on this machine and will be sent when the program is next opened</translation>
    </message>
    <message>
        <source>ทำงานต่อ</source>
        <translation>Keep working</translation>
    </message>
</context>
<context>
    <name>FeeButton</name>
    <message>
        <source>ใบแจ้งชำระ</source>
        <translation>Bill</translation>
    </message>
    <message>
        <source>เปิดใบแจ้งชำระ</source>
        <translation>Open the bill</translation>
    </message>
    <message>
        <source>ออกใบแจ้งชำระ</source>
        <translation>Make the bill</translation>
    </message>
</context>
<context>
    <name>FeePicker</name>
    <message>
        <source>คำนวณ / {unit}</source>
        <translation>by formula / {unit}</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อค่าธรรมเนียม หรือกดเลข 1–9</source>
        <translation>Type the name of a fee, or press 1–9</translation>
    </message>
    <message>
        <source>ค้นค่าธรรมเนียม</source>
        <translation>Search fees</translation>
    </message>
    <message>
        <source>ค่าธรรมเนียม</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>ไม่พบค่าธรรมเนียมนี้ ลองพิมพ์คำอื่น</source>
        <translation>No such fee; try other words</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>เลือก</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>ประเภท</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>ทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>หน่วยงาน</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>ปี พ.ศ.</source>
        <translation>Year (B.E.)</translation>
    </message>
    <message>
        <source>ชั้นความเร็ว</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ตั้งแต่วันที่</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>ถึงวันที่</source>
        <translation>To day</translation>
    </message>
    <message>
        <source>เรื่องของหน่วยงานฉัน</source>
        <translation>My unit&apos;s letters</translation>
    </message>
    <message>
        <source>ทั้งหมด</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>ค้นในเอกสารนี้</source>
        <translation>Find in this document</translation>
    </message>
    <message>
        <source>ที่พบก่อนหน้า  Shift+Enter</source>
        <translation>Previous hit  Shift+Enter</translation>
    </message>
    <message>
        <source>ที่พบถัดไป  Enter</source>
        <translation>Next hit  Enter</translation>
    </message>
    <message>
        <source>เลิกค้น  Esc</source>
        <translation>Close the search  Esc</translation>
    </message>
    <message>
        <source>{number} จาก {total}</source>
        <translation>{number} of {total}</translation>
    </message>
    <message>
        <source>ไม่พบ</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>ค้นถึงหน้า {page}/{count}</source>
        <translation>Searched {page}/{count} pages</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>เลขประจำตัว ชื่อ โทรศัพท์ บ้านเลขที่ หรือสแกนใบแจ้ง ใบเสร็จ ใบรับเรื่อง</source>
        <translation>ID number, name, phone, house, or scan a bill, receipt or slip</translation>
    </message>
    <message>
        <source>ค้นประชาชนหรือบ้าน</source>
        <translation>Search citizens or houses</translation>
    </message>
    <message>
        <source>ผลการค้น</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>ไม่พบในทะเบียน</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>กด Ctrl+N เพื่อบันทึกรายใหม่ ถ้ามีเลขจากใบแจ้งหรือใบเสร็จ ให้พิมพ์หรือสแกนเลขนั้น</source>
        <translation>Press Ctrl+N to enter somebody new. Who has a bill or a receipt: type or scan its number.</translation>
    </message>
    <message>
        <source>ไม่พบสิ่งที่สแกนในเครื่องนี้</source>
        <translation>What was scanned is not on this computer</translation>
    </message>
    <message>
        <source>อาจเป็นของเครื่องอื่นที่ยังส่งมาไม่ถึง</source>
        <translation>It may be another counter&apos;s, and still on its way.</translation>
    </message>
    <message>
        <source>แป้นพิมพ์สลับภาษา อ่านเป็น “{words}”</source>
        <translation>Keyboard on the other language, read as “{words}”</translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message>
        <source>ไฟล์จากเครื่องถ่ายเอกสารเข้ามา {count} ไฟล์</source>
        <translation>{count} [file|files] came in from the copier</translation>
    </message>
    <message>
        <source>รออยู่ที่หน้าลงทะเบียนรับ: {names}</source>
        <translation>They wait where letters are registered: {names}</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>แฟ้มค้นหาของหน่วยงาน</source>
        <translation>The unit&apos;s folders</translation>
    </message>
    <message>
        <source>Ctrl+S เก็บการค้นนี้เป็นแฟ้ม หนังสือที่เข้าใหม่จะมาอยู่ในแฟ้มเอง</source>
        <translation>Ctrl+S keeps this search as a folder; new letters come into it by themselves</translation>
    </message>
    <message>
        <source>ชื่อแฟ้ม</source>
        <translation>Name of the folder</translation>
    </message>
    <message>
        <source>ชื่อแฟ้ม แล้วกด Enter</source>
        <translation>Name, then Enter</translation>
    </message>
    <message>
        <source>เก็บแฟ้ม “{name}” แล้ว คนในหน่วยงานเห็นด้วย</source>
        <translation>Folder “{name}” is kept; everybody in the unit sees it</translation>
    </message>
    <message>
        <source>เอากลับ  Ctrl+Z</source>
        <translation>Bring back  Ctrl+Z</translation>
    </message>
    <message>
        <source>นำแฟ้ม “{name}” ออกแล้ว</source>
        <translation>Folder “{name}” was taken off</translation>
    </message>
    <message>
        <source>แฟ้ม</source>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>แบบ</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>ทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>ดูตัวอย่าง</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>ส่งออก XLSX</source>
        <translation>Export XLSX</translation>
    </message>
    <message>
        <source>ส่งออก CSV</source>
        <translation>Export CSV</translation>
    </message>
    <message>
        <source>ยังไม่ได้เปิดตัวอย่าง</source>
        <translation>No preview yet</translation>
    </message>
    <message>
        <source>เลือกแบบ ทะเบียน และช่วงวัน แล้วกด F5 หน้าที่จะพิมพ์ขึ้นตรงนี้</source>
        <translation>Choose the form, the register and the days, then press F5: the pages to be printed show here</translation>
    </message>
    <message>
        <source>กำลังทำแบบพิมพ์</source>
        <translation>Making the form</translation>
    </message>
    <message>
        <source>กำลังทำตาราง</source>
        <translation>Making the table</translation>
    </message>
    <message>
        <source>บันทึกแบบพิมพ์</source>
        <translation>Save the form</translation>
    </message>
    <message>
        <source>บันทึกไฟล์แล้ว</source>
        <translation>File saved</translation>
    </message>
</context>
<context>
    <name>FormulaForm</name>
    <message>
        <source>ใส่รายการ</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>ใส่ตัวเลข</source>
        <translation>Enter a figure</translation>
    </message>
    <message>
        <source>มากกว่าปกติ ตรวจดูอีกครั้ง</source>
        <translation>More than usual: look at it once more</translation>
    </message>
    <message>
        <source>ใส่ตัวเลขให้ครบ แล้ววิธีคิดจะแสดงที่นี่</source>
        <translation>Enter all figures, and the calculation shows here</translation>
    </message>
    <message>
        <source>{sum} บาท</source>
        <translation>{sum} baht</translation>
    </message>
</context>
<context>
    <name>FrameQuestion</name>
    <message>
        <source>ไปตอบเรื่องใบที่พิมพ์</source>
        <translation>Answer about the printed sheet</translation>
    </message>
    <message>
        <source>ใบออกมาแล้วหรือยัง?  F12</source>
        <translation>Did the sheet come out?  F12</translation>
    </message>
</context>
<context>
    <name>HandForm</name>
    <message>
        <source>ส่งมอบกะ: ผู้รับมอบนับ</source>
        <translation>Hand over: who takes it counts</translation>
    </message>
    <message>
        <source>ส่งมอบกะ: ผู้ส่งมอบนับ</source>
        <translation>Hand over: who gives it counts</translation>
    </message>
    <message>
        <source>ผู้รับมอบนับเองอีกครั้ง แล้วใส่ชื่อผู้ใช้กับรหัสของตน ยอดต้องตรงกันทุกชนิด</source>
        <translation>Who takes over counts again, then types their own login and code. Both counts must agree, piece by piece</translation>
    </message>
    <message>
        <source>ผู้ที่ถือเงินอยู่นับก่อน แล้วให้ผู้รับมอบนับโดยไม่เห็นยอดแรก</source>
        <translation>Whoever has the cash counts first; then the other counts without seeing that count</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>ถ้ายอดขาดหรือเกิน</source>
        <translation>if short or over</translation>
    </message>
    <message>
        <source>ผู้รับมอบ (ชื่อผู้ใช้)</source>
        <translation>Who takes over (login)</translation>
    </message>
    <message>
        <source>รับมอบกะ</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>ให้ผู้รับมอบนับ</source>
        <translation>Let the other count</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>ค้นทุกเรื่อง  Ctrl+K</source>
        <translation>Search everything  Ctrl+K</translation>
    </message>
    <message>
        <source>ค้นทุกเรื่อง</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>เปลี่ยนภาษา</source>
        <translation>Change language</translation>
    </message>
    <message>
        <source>ออกจากระบบ</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>สว่าง</source>
        <translation>light</translation>
    </message>
    <message>
        <source>มืด</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>ตัดกันสูง</source>
        <translation>high contrast</translation>
    </message>
    <message>
        <source>สีของจอ: {mode}</source>
        <translation>Screen colours: {mode}</translation>
    </message>
</context>
<context>
    <name>HouseholdPage</name>
    <message>
        <source>นำบัญชีค่าขยะเข้าทั้งเมือง</source>
        <translation>Bring in the waste accounts of the whole town</translation>
    </message>
    <message>
        <source>เลือกแฟ้มครัวเรือน</source>
        <translation>Choose a list of houses</translation>
    </message>
    <message>
        <source>ตรวจทั้งแฟ้มโดยไม่บันทึก</source>
        <translation>Try the whole file without saving</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>เริ่มเก็บตั้งแต่เดือน (ถ้าในแฟ้มไม่มี)</source>
        <translation>Charged from month (if the file has none)</translation>
    </message>
    <message>
        <source>เลือกแฟ้ม Excel (.xlsx) หรือ CSV ด้วย F3 ตรวจก่อนได้โดยไม่บันทึก บ้านที่มีบัญชีแล้วไม่ถูกเปิดซ้ำ</source>
        <translation>Choose an Excel (.xlsx) or CSV file with F3. It can be tried without saving; a house with an account is never opened twice</translation>
    </message>
    <message>
        <source>นำเข้า {count:,} หลัง</source>
        <translation>Import {count:,} [house|houses]</translation>
    </message>
    <message>
        <source>เปิดบัญชีแล้ว {entered:,} หลัง มีอยู่ก่อน {there:,} ไม่ได้นำเข้า {wrong:,}</source>
        <translation>Opened {entered:,} [account|accounts] · here before {there:,} · stayed out {wrong:,}</translation>
    </message>
    <message>
        <source>พร้อมเปิด {ready:,} หลัง · มีบัญชีแล้ว {there:,} · ข้าม {left:,} · ต้องแก้ {wrong:,}</source>
        <translation>Ready {ready:,} [house|houses] · here already {there:,} · skipped {left:,} · to put right {wrong:,}</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>มุมมอง</source>
        <translation>View</translation>
    </message>
    <message>
        <source>รอลงทะเบียน</source>
        <translation>To register</translation>
    </message>
    <message>
        <source>เก็บออก</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>นำเข้าทะเบียนเดิม</source>
        <translation>Take in an old register</translation>
    </message>
    <message>
        <source>ทะเบียนที่นำเข้าแล้ว</source>
        <translation>Registers taken in</translation>
    </message>
    <message>
        <source>อีเมล แฟ้มบีบอัด XML และเอกสาร</source>
        <translation>E-mails, archives, XML and documents</translation>
    </message>
    <message>
        <source>เลือกแฟ้มที่จะนำเข้า</source>
        <translation>Choose files to take in</translation>
    </message>
    <message>
        <source>ทุกไฟล์</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>กำลังนำเข้า</source>
        <translation>Taking in</translation>
    </message>
    <message>
        <source>ไม่มีแฟ้มให้วาง</source>
        <translation>There are no files to paste</translation>
    </message>
    <message>
        <source>คัดลอกแฟ้มในตัวจัดการแฟ้มก่อน แล้ววางอีกครั้ง</source>
        <translation>Copy files in the file manager first, then paste again</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>วางแฟ้ม</source>
        <translation>Paste files</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>ถอนออกแล้ว</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>ยังไม่ครบ</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>ครบ</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>ทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>แฟ้ม</source>
        <translation>File</translation>
    </message>
    <message>
        <source>ฉบับ</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ผู้นำเข้า</source>
        <translation>By</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>เหตุ</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>มาทาง</source>
        <translation>Came by</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>จาก</source>
        <translation>From</translation>
    </message>
    <message>
        <source>เอกสาร</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>โปรดดู</source>
        <translation>Look at</translation>
    </message>
    <message>
        <source>บรรทัด</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>คอลัมน์</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>เพราะ</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>ในแฟ้ม</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>อีเมล</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>แฟ้มบีบอัด</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>XML หนังสือ</source>
        <translation>Letter XML</translation>
    </message>
    <message>
        <source>ไฟล์</source>
        <translation>File</translation>
    </message>
    <message>
        <source>หนังสือรับ</source>
        <translation>Incoming letters</translation>
    </message>
    <message>
        <source>หนังสือส่ง</source>
        <translation>Outgoing letters</translation>
    </message>
    <message>
        <source>หนังสือเวียน (ว)</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>บันทึกข้อความ</source>
        <translation>Memos</translation>
    </message>
    <message>
        <source>คำสั่ง</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>ประกาศ</source>
        <translation>Announcements</translation>
    </message>
    <message>
        <source>หนังสือรับรองและหลักฐาน</source>
        <translation>Certificates and evidence</translation>
    </message>
    <message>
        <source>เลขทะเบียน</source>
        <translation>Register number</translation>
    </message>
    <message>
        <source>วันที่ลงทะเบียน</source>
        <translation>Day of the register</translation>
    </message>
    <message>
        <source>ที่ (เลขที่หนังสือ)</source>
        <translation>Book number</translation>
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>ถึง</source>
        <translation>To</translation>
    </message>
    <message>
        <source>การปฏิบัติ</source>
        <translation>Action taken</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>ชั้นความเร็ว</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>ชั้นความลับ</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>ปี พ.ศ.</source>
        <translation>Year (B.E.)</translation>
    </message>
    <message>
        <source>บ้านเลขที่</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>ตรอก</source>
        <translation>Trok</translation>
    </message>
    <message>
        <source>ซอย</source>
        <translation>Soi</translation>
    </message>
    <message>
        <source>ถนน</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>ตำบล</source>
        <translation>Tambon</translation>
    </message>
    <message>
        <source>รหัสประจำบ้าน</source>
        <translation>House code</translation>
    </message>
    <message>
        <source>ผู้ชำระ</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>ที่อยู่ผู้ชำระ</source>
        <translation>Payer&apos;s address</translation>
    </message>
    <message>
        <source>เลขประจำตัวผู้ชำระ</source>
        <translation>Payer&apos;s ID number</translation>
    </message>
    <message>
        <source>บาทต่อเดือน</source>
        <translation>Baht a month</translation>
    </message>
    <message>
        <source>ลิตรต่อวัน</source>
        <translation>Litres a day</translation>
    </message>
    <message>
        <source>เริ่มเก็บ</source>
        <translation>Charged from</translation>
    </message>
    <message>
        <source>เลิกเก็บ</source>
        <translation>Charged until</translation>
    </message>
    <message>
        <source>สถานะหรือยกเว้น</source>
        <translation>Standing or exempt</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ไทย Windows (TIS-620)</source>
        <translation>Thai, Windows (TIS-620)</translation>
    </message>
    <message>
        <source>อ่านเลขทะเบียนไม่ได้</source>
        <translation>The number can&apos;t be read</translation>
    </message>
    <message>
        <source>เลขซ้ำกับบรรทัดที่ {said}</source>
        <translation>Line {said} has the same number</translation>
    </message>
    <message>
        <source>เลขนี้มีเรื่องอื่นอยู่แล้ว</source>
        <translation>Another letter has this number</translation>
    </message>
    <message>
        <source>อ่านวันที่ไม่ได้</source>
        <translation>The date can&apos;t be read</translation>
    </message>
    <message>
        <source>วันที่ยังมาไม่ถึง</source>
        <translation>The date is still to come</translation>
    </message>
    <message>
        <source>ไม่รู้ปี ใส่วันที่หรือปีของทะเบียน</source>
        <translation>No year: give the date, or the register&apos;s year</translation>
    </message>
    <message>
        <source>ปีของวันที่ไม่ตรงกับปีของเลข</source>
        <translation>The year of the date is not the number&apos;s</translation>
    </message>
    <message>
        <source>ปีไม่น่าเป็นไปได้</source>
        <translation>The year can hardly be right</translation>
    </message>
    <message>
        <source>ไม่มีชื่อเรื่อง</source>
        <translation>No subject</translation>
    </message>
    <message>
        <source>ไม่มีผู้ส่ง</source>
        <translation>No sender</translation>
    </message>
    <message>
        <source>หนังสือลับอยู่ในทะเบียนลับเท่านั้น</source>
        <translation>A secret letter stands only in the secret register</translation>
    </message>
    <message>
        <source>ข้อความยาวเกินไป</source>
        <translation>The text is too long</translation>
    </message>
    <message>
        <source>มีอักษรที่อ่านไม่ออก ลองเปลี่ยนรหัสอักษรของแฟ้ม</source>
        <translation>Unreadable letters: try another encoding of the file</translation>
    </message>
    <message>
        <source>ไม่มีบ้านเลขที่</source>
        <translation>No house number</translation>
    </message>
    <message>
        <source>Excel เปลี่ยนบ้านเลขที่เป็นวันที่ พิมพ์บ้านเลขที่ใหม่</source>
        <translation>Excel made a date of the house number: type it again</translation>
    </message>
    <message>
        <source>บ้านซ้ำกับบรรทัดที่ {said}</source>
        <translation>The same house as line {said}</translation>
    </message>
    <message>
        <source>ไม่มีชื่อผู้ชำระ</source>
        <translation>No payer</translation>
    </message>
    <message>
        <source>เลขประจำตัว 13 หลักไม่ถูก</source>
        <translation>The 13 digits are wrong</translation>
    </message>
    <message>
        <source>ไม่มีอัตรานี้ในเทศบัญญัติ</source>
        <translation>The ordinance has no such rate</translation>
    </message>
    <message>
        <source>จำนวนเงินไม่ตรงกับปริมาณ</source>
        <translation>The money does not fit the volume</translation>
    </message>
    <message>
        <source>อ่านปริมาณไม่ได้</source>
        <translation>The volume can&apos;t be read</translation>
    </message>
    <message>
        <source>อ่านเดือนไม่ได้</source>
        <translation>The month can&apos;t be read</translation>
    </message>
    <message>
        <source>เลิกก่อนเริ่ม</source>
        <translation>Ends before it begins</translation>
    </message>
    <message>
        <source>ไม่รู้จักสถานะนี้</source>
        <translation>This standing is unknown</translation>
    </message>
    <message>
        <source>ยกเว้นหรือหยุดต้องมีเหตุผล</source>
        <translation>Exempt or stopped needs a reason</translation>
    </message>
    <message>
        <source>แฟ้มขาดตอนท้าย บรรทัดนี้มาไม่ครบ</source>
        <translation>The file is torn at its end: this line is not whole</translation>
    </message>
    <message>
        <source>ไม่รู้จักชั้นความเร็วนี้</source>
        <translation>This urgency is not known</translation>
    </message>
    <message>
        <source>แฟ้มนี้เคยลงทะเบียนแล้ว</source>
        <translation>This file was registered before</translation>
    </message>
    <message>
        <source>อีเมลขาดตอนท้าย อาจมาไม่ครบ {about}</source>
        <translation>The e-mail is cut short, some of it may be missing {about}</translation>
    </message>
    <message>
        <source>รูปเล็กในข้อความ {about} รูป อยู่ในอีเมลต้นฉบับ</source>
        <translation>Small pictures within the text, kept in the original e-mail: {about}</translation>
    </message>
    <message>
        <source>อีเมล {about} MB ใหญ่เกินเก็บทั้งฉบับ เก็บข้อความและไฟล์แนบครบ เก็บไฟล์ .eml ไว้เอง</source>
        <translation>The e-mail has {about} MB, too much to be kept whole: its words and attachments are kept. Keep the .eml yourself</translation>
    </message>
    <message>
        <source>{about} ใส่รหัสผ่าน ขอรหัสแล้วคลายเอง</source>
        <translation>{about} has a password: ask for it and unpack it yourself</translation>
    </message>
    <message>
        <source>{about} ในแฟ้มบีบอัดเสียหาย ขอใหม่จากผู้ส่ง</source>
        <translation>{about} in the archive is damaged: ask the sender for it</translation>
    </message>
    <message>
        <source>{about} ว่างเปล่า จึงไม่ได้นำเข้า</source>
        <translation>{about} is empty and was not taken in</translation>
    </message>
    <message>
        <source>{about} เสียหาย เก็บต้นฉบับไว้ใต้ใบปะหน้า</source>
        <translation>{about} is damaged: it is kept as it came, under a sheet</translation>
    </message>
    <message>
        <source>{about} มีรหัสผ่าน เก็บต้นฉบับไว้ใต้ใบปะหน้า</source>
        <translation>{about} has a password: it is kept as it came, under a sheet</translation>
    </message>
    <message>
        <source>ภาพ {about} เสียหาย เก็บต้นฉบับไว้ใต้ใบปะหน้า</source>
        <translation>The picture {about} is damaged: it is kept as it came, under a sheet</translation>
    </message>
    <message>
        <source>ภาพ {about} ใหญ่เกินไป เก็บต้นฉบับไว้ใต้ใบปะหน้า</source>
        <translation>The picture {about} is too large: it is kept as it came, under a sheet</translation>
    </message>
    <message>
        <source>{about} ใหญ่เกิน 400 MB จึงไม่ได้นำเข้า แบ่งแล้วนำเข้าเอง</source>
        <translation>{about} has more than 400 MB and was not taken in: split it and take it in by hand</translation>
    </message>
    <message>
        <source>ชื่อในแฟ้มอยู่ผิดที่ตามแบบ อ่านให้แล้ว</source>
        <translation>Names in the file stand in the wrong place of the form; they were understood</translation>
    </message>
    <message>
        <source>นอกแบบ: {about}</source>
        <translation>Not in the form: {about}</translation>
    </message>
    <message>
        <source>และนอกแบบอีก {about} รายการ ดูในหน้าข้อมูล XML</source>
        <translation>and {about} more that are not in the form: see the XML sheet</translation>
    </message>
    <message>
        <source>ไม่ตรงแบบ: {about}</source>
        <translation>Does not fit the form: {about}</translation>
    </message>
    <message>
        <source>{about} ในแฟ้ม XML เสียหาย ขอใหม่จากผู้ส่ง</source>
        <translation>{about} in the XML is damaged: ask the sender for it</translation>
    </message>
    <message>
        <source>มีลายมือชื่ออิเล็กทรอนิกส์ ซึ่งโปรแกรมยังไม่ได้ตรวจ</source>
        <translation>It bears an electronic signature, which was not checked</translation>
    </message>
    <message>
        <source>ไม่รู้จักรหัสชั้นความเร็ว {about} ถือเป็นปกติ โปรดตรวจ</source>
        <translation>Urgency code {about} is not known and taken as normal: please check</translation>
    </message>
    <message>
        <source>รหัสชั้นความเร็ว {about} แปลตามลำดับชั้น ยังไม่ได้เทียบกับบัญชีรหัสของ e-CMS โปรดดูในหนังสือ</source>
        <translation>Urgency code {about} was read by the order of the levels and was not compared with the list of e-CMS: look at the letter</translation>
    </message>
    <message>
        <source>ไม่รู้จักรหัสชั้นความลับ {about} ถือเป็นลับไว้ก่อน</source>
        <translation>Secrecy code {about} is not known and taken as secret for now</translation>
    </message>
    <message>
        <source>หนังสือลับ นำเข้าเฉพาะหน้าซอง เนื้อหายังอยู่ในแฟ้มเดิมเท่านั้น</source>
        <translation>A secret letter: only its envelope came in, the content is still in the file alone</translation>
    </message>
    <message>
        <source>หนังสือลงวันที่ {about} ซึ่งยังมาไม่ถึง ใส่วันที่ใหม่</source>
        <translation>The letter is dated {about}, which is still to come: give its date</translation>
    </message>
</context>
<context>
    <name>InboxScreen</name>
    <message>
        <source>หนังสือเข้า</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>ค้นในหนังสือเข้า</source>
        <translation>Search incoming letters</translation>
    </message>
    <message>
        <source>ค้นในตะกร้านี้  /</source>
        <translation>Search this basket  /</translation>
    </message>
    <message>
        <source>ตะกร้าหนังสือ</source>
        <translation>Letter baskets</translation>
    </message>
    <message>
        <source>ลงทะเบียนรับ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>ต้นฉบับ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>โต๊ะสแกน</source>
        <translation>Scanning desk</translation>
    </message>
    <message>
        <source>ตกหล่น</source>
        <translation>Fallen</translation>
    </message>
    <message>
        <source>เรียง{order}</source>
        <translation>Sorted {order}</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เปิด</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>เกษียณด้วยวลี</source>
        <translation>Endorse with a phrase</translation>
    </message>
    <message>
        <source>ส่งต่อ</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>ค้น</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>เรียงอย่างอื่น</source>
        <translation>Sort otherwise</translation>
    </message>
    <message>
        <source>ค้นทุกทะเบียนและแฟ้มค้นหา</source>
        <translation>Search all registers, and folders</translation>
    </message>
    <message>
        <source>ตะกร้าถัดไป</source>
        <translation>Next basket</translation>
    </message>
    <message>
        <source>เลิกทำ</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>เกษียณหลายฉบับ</source>
        <translation>Endorse many</translation>
    </message>
    <message>
        <source>วลีและผู้ทำการแทน</source>
        <translation>Phrases and who acts for whom</translation>
    </message>
    <message>
        <source>ติดตาม</source>
        <translation>Follow</translation>
    </message>
    <message>
        <source>พักไว้</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>โอนงานของผู้ไม่อยู่</source>
        <translation>Reassign somebody&apos;s letters</translation>
    </message>
    <message>
        <source>ล้างคำค้น</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message>
        <source>ออกจาก</source>
        <translation>Issued from</translation>
    </message>
    <message>
        <source>ผู้ได้รับ (ชื่อเต็ม)</source>
        <translation>Holder (full name)</translation>
    </message>
    <message>
        <source>เหตุผลที่ออกแทน</source>
        <translation>Why it takes the other&apos;s place</translation>
    </message>
    <message>
        <source>ผู้ลงนาม</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>ลงนามอย่างไร</source>
        <translation>How it is signed</translation>
    </message>
    <message>
        <source>ยังไม่มีใบเสร็จ จะไม่พิมพ์ค่าธรรมเนียมบนกระดาษ</source>
        <translation>Without a receipt the paper names no fee</translation>
    </message>
</context>
<context>
    <name>IssueScreen</name>
    <message>
        <source>ออกหนังสือรับรอง</source>
        <translation>Issue a certificate</translation>
    </message>
    <message>
        <source>ออกใบแทน</source>
        <translation>Issue a replacement</translation>
    </message>
    <message>
        <source>ออกใหม่เพื่อแก้ไข</source>
        <translation>Issue a corrected one</translation>
    </message>
    <message>
        <source>ออกและพิมพ์</source>
        <translation>Issue and print</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>เลขที่จะได้เมื่อกดออก กระดาษที่เห็นเป็นตัวอย่าง</source>
        <translation>The number comes when it is issued; the paper is a sample</translation>
    </message>
    <message>
        <source>ออกโดยตรง: {name}</source>
        <translation>Directly: {name}</translation>
    </message>
    <message>
        <source>เลือกคำขอที่เห็นชอบแล้ว หรือออกโดยตรง</source>
        <translation>Choose an approved case, or issue directly</translation>
    </message>
    <message>
        <source>ออกแล้ว {number}</source>
        <translation>Issued: {number}</translation>
    </message>
    <message>
        <source>ออกจาก</source>
        <translation>Issued from</translation>
    </message>
    <message>
        <source>ผู้ลงนาม</source>
        <translation>Signer</translation>
    </message>
</context>
<context>
    <name>IssuedPanel</name>
    <message>
        <source>รับเงินและออกใบเสร็จแล้ว</source>
        <translation>Paid, receipt issued</translation>
    </message>
    <message>
        <source>เงินทอน (บาท)</source>
        <translation>Change (baht)</translation>
    </message>
    <message>
        <source>พิมพ์ซ้ำ</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>ใบไม่ออก หรือเสีย</source>
        <translation>Sheet missing or spoiled</translation>
    </message>
    <message>
        <source>เปิดดู</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>คนถัดไป</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>ใบเสร็จเลขที่ {number}</source>
        <translation>Receipt no. {number}</translation>
    </message>
    <message>
        <source>รับมา {sum}</source>
        <translation>Received {sum}</translation>
    </message>
    <message>
        <source>ส่งให้เครื่องพิมพ์แล้ว · {printer}</source>
        <translation>Sent to the printer · {printer}</translation>
    </message>
    <message>
        <source>พิมพ์ต้นฉบับและสำเนาแล้ว · {printer}</source>
        <translation>Original and copy printed · {printer}</translation>
    </message>
    <message>
        <source>ใบเสร็จบันทึกแล้วและรอพิมพ์ ตอบก่อนว่าใบก่อนหน้าออกมาหรือยัง</source>
        <translation>The receipt is saved and waits to be printed. First answer whether the sheet before came out.</translation>
    </message>
    <message>
        <source>ยังไม่รู้ว่าใบนี้ออกมาครบหรือไม่ ใบเสร็จบันทึกแล้ว</source>
        <translation>It is not known whether all of this came out. The receipt is saved.</translation>
    </message>
    <message>
        <source>พิมพ์ไม่สำเร็จ ใบเสร็จบันทึกแล้ว กดพิมพ์ซ้ำได้ · {why}</source>
        <translation>Not printed. The receipt is saved; print it again · {why}</translation>
    </message>
    <message>
        <source>กำลังพิมพ์ต้นฉบับและสำเนา…</source>
        <translation>Printing original and copy…</translation>
    </message>
    <message>
        <source>ยังไม่ได้เลือกเครื่องพิมพ์ ใบเสร็จบันทึกแล้ว เปิดดูหรือบันทึก PDF ไปพิมพ์ได้</source>
        <translation>No printer chosen. The receipt is saved: open it, or save a PDF to print</translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>จัดการแล้ว</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>ที่ส่วนกลางบันทึกไว้</source>
        <translation>What the centre has on record</translation>
    </message>
    <message>
        <source>สิ่งที่ทำ</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>สิ่งที่ท่านทำ</source>
        <translation>What you did</translation>
    </message>
    <message>
        <source>ถามหัวหน้า</source>
        <translation>Asked the supervisor</translation>
    </message>
    <message>
        <source>ไม่ได้เขียนข้อความ</source>
        <translation>No message</translation>
    </message>
    <message>
        <source>หัวหน้าตอบ</source>
        <translation>The supervisor&apos;s answer</translation>
    </message>
    <message>
        <source>ดูแลเรียบร้อยแล้ว</source>
        <translation>Seen to</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>รวมสองรายการที่เป็นคนเดียวกัน</source>
        <translation>Join two entries of one person</translation>
    </message>
    <message>
        <source>ค้นอีกรายการหนึ่งของคนนี้</source>
        <translation>Search for the other entry</translation>
    </message>
    <message>
        <source>รายการที่อาจเป็นคนเดียวกัน</source>
        <translation>Entries that may be the same person</translation>
    </message>
    <message>
        <source>รายการที่รวมไว้แล้ว</source>
        <translation>Entries joined already</translation>
    </message>
    <message>
        <source>ไม่พบรายการอื่นของคนนี้</source>
        <translation>No other entry of this person</translation>
    </message>
    <message>
        <source>ลองชื่อสกุล เลขประจำตัว หรือโทรศัพท์ รายการที่รวมแล้วไม่ขึ้นที่นี่</source>
        <translation>Try the surname, number or telephone of one not yet joined</translation>
    </message>
    <message>
        <source>เป็นคนเดียวกัน</source>
        <translation>Same person</translation>
    </message>
    <message>
        <source>แยกออก</source>
        <translation>Take apart</translation>
    </message>
    <message>
        <source>ไม่รวม</source>
        <translation>Don&apos;t join</translation>
    </message>
    <message>
        <source>เรื่อง ใบแจ้ง และใบเสร็จของทั้งสองรายการจะรวมเป็นของ {name} แยกกลับได้ภายหลัง</source>
        <translation>Cases, bills and receipts of both become {name}&apos;s. They can be taken apart again.</translation>
    </message>
</context>
<context>
    <name>KeepingPanel</name>
    <message>
        <source>ยืมแฟ้ม</source>
        <translation>File loan</translation>
    </message>
    <message>
        <source>ลงรับในกอง</source>
        <translation>Division&apos;s number</translation>
    </message>
    <message>
        <source>ยกเลิกหนังสือ</source>
        <translation>Cancel the letter</translation>
    </message>
    <message>
        <source>ทะเบียนและแฟ้ม</source>
        <translation>Registers and file</translation>
    </message>
    <message>
        <source>ผู้ยืม</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>กำหนดคืน</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>เอกสาร</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>เอกสารที่ไม่ใช่ของหนังสือนี้</source>
        <translation>The file that is not this letter&apos;s</translation>
    </message>
    <message>
        <source>สแกนผิดฉบับ ถอนออกแล้วเพิ่มฉบับที่ถูก ไฟล์ที่ถอนยังเก็บไว้ในประวัติ</source>
        <translation>A wrong scan? Withdraw it and add the right one. What is withdrawn stays in the history.</translation>
    </message>
    <message>
        <source>เพิ่มเอกสาร</source>
        <translation>Add a file</translation>
    </message>
    <message>
        <source>หน่วยงานผู้ยืม</source>
        <translation>Borrower&apos;s unit</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ไม่ระบุ</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>ลงรับได้ที่เครื่องที่ถือทะเบียนรับของกอง</source>
        <translation>Only the desk that keeps the division&apos;s register can do this.</translation>
    </message>
    <message>
        <source>ยังไม่ได้ลงรับในทะเบียนของกอง</source>
        <translation>The letter has no number of the division yet.</translation>
    </message>
    <message>
        <source>หนังสือกลับมาใช้ต่อ เลขเดิม</source>
        <translation>The letter counts again, under its old number.</translation>
    </message>
    <message>
        <source>เลขไม่ถูกใช้ซ้ำ หนังสือยังอยู่ในทะเบียนและแสดงขีดฆ่า พร้อมเหตุผล</source>
        <translation>Its number is never used again. The letter stays in the register, crossed through, with the reason.</translation>
    </message>
    <message>
        <source>ให้ยืม</source>
        <translation>Lend</translation>
    </message>
    <message>
        <source>รับคืนแล้ว</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>ลงรับในทะเบียนกอง</source>
        <translation>Register in the division</translation>
    </message>
    <message>
        <source>เลิกการยกเลิก</source>
        <translation>Take the cancellation back</translation>
    </message>
    <message>
        <source>ถอนเอกสารนี้</source>
        <translation>Withdraw this file</translation>
    </message>
    <message>
        <source>หน้าเอกสาร</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>เลือกเอกสารของหนังสือนี้</source>
        <translation>Choose a file of this letter</translation>
    </message>
</context>
<context>
    <name>KeptTyping</name>
    <message>
        <source>นำข้อความที่พิมพ์ค้างไว้กลับมาแล้ว</source>
        <translation>What you were typing is back</translation>
    </message>
    <message>
        <source>ตรวจแล้วลงทะเบียนต่อได้ หน้าที่สแกนไว้ต้องนำเข้าใหม่</source>
        <translation>Check it and go on. Pages that were scanned must be brought in again</translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>กุญแจที่ใช้ลงนาม</source>
        <translation>Key to sign with</translation>
    </message>
    <message>
        <source>ค้นหาโทเคน</source>
        <translation>Find token</translation>
    </message>
    <message>
        <source>ไดรเวอร์โทเคน</source>
        <translation>Signing key driver</translation>
    </message>
    <message>
        <source>ไฟล์ใบรับรอง (.p12)</source>
        <translation>Certificate file (.p12)</translation>
    </message>
    <message>
        <source>เลือกไฟล์ใบรับรอง</source>
        <translation>Choose certificate file</translation>
    </message>
    <message>
        <source>รหัสผ่านใบรับรอง</source>
        <translation>Certificate password</translation>
    </message>
    <message>
        <source>PIN ของโทเคน</source>
        <translation>Signing key PIN</translation>
    </message>
    <message>
        <source>กำลังค้นหาโทเคน</source>
        <translation>Looking for tokens</translation>
    </message>
    <message>
        <source>ไม่พบโทเคน เสียบแล้วกด F5</source>
        <translation>No token. Plug it in, press F5.</translation>
    </message>
    <message>
        <source>เครื่องนี้ไม่มีไดรเวอร์โทเคน ถ้ามีโทเคน กดไดรเวอร์โทเคน</source>
        <translation>This computer has no signing key driver. If you have such a key, choose its driver.</translation>
    </message>
    <message>
        <source>ค้นหาโทเคนไม่สำเร็จ กด F5 เพื่อลองอีกครั้ง</source>
        <translation>The search for signing keys failed. Press F5 to try again.</translation>
    </message>
    <message>
        <source>PIN ผิดมาแล้ว โปรดพิมพ์ให้ถูก</source>
        <translation>The PIN was wrong before; type it with care</translation>
    </message>
    <message>
        <source>ลองได้อีกครั้งเดียว ผิดอีกโทเคนจะล็อก</source>
        <translation>One try is left; another wrong PIN locks the key</translation>
    </message>
    <message>
        <source>โทเคนล็อกแล้ว ติดต่อผู้ออกใบรับรอง</source>
        <translation>The key is locked; ask its issuer</translation>
    </message>
    <message>
        <source>เลือกไดรเวอร์ของโทเคน</source>
        <translation>Choose the signing key&apos;s driver</translation>
    </message>
</context>
<context>
    <name>KeyInForm</name>
    <message>
        <source>เลขที่บนใบเสร็จ</source>
        <translation>Number on the receipt</translation>
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>เวลา</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>ถ้ามี เช่น 10.42</source>
        <translation>e.g. 10.42</translation>
    </message>
    <message>
        <source>ได้รับเงินจาก</source>
        <translation>Received from</translation>
    </message>
    <message>
        <source>เป็นค่า</source>
        <translation>Being</translation>
    </message>
    <message>
        <source>จำนวนเงิน (บาท)</source>
        <translation>Amount (baht)</translation>
    </message>
    <message>
        <source>ผู้รับเงินที่ลงชื่อ</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>บันทึกใบเสร็จ</source>
        <translation>Enter receipt</translation>
    </message>
    <message>
        <source>ไม่ใช่เลขที่รอบันทึก</source>
        <translation>not a number that waits</translation>
    </message>
    <message>
        <source>ไม่ใช่วันในปีของเล่ม</source>
        <translation>not a day of the book&apos;s year</translation>
    </message>
    <message>
        <source>ไม่ใช่เวลา</source>
        <translation>not a time</translation>
    </message>
    <message>
        <source>ใส่ชื่อตามกระดาษ</source>
        <translation>enter the name</translation>
    </message>
    <message>
        <source>ใส่ตามกระดาษ</source>
        <translation>enter what it says</translation>
    </message>
    <message>
        <source>ใส่จำนวนเงิน</source>
        <translation>enter the amount</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>ปุ่มลัดของหน้านี้</source>
        <translation>Keys of this screen</translation>
    </message>
</context>
<context>
    <name>KindBar</name>
    <message>
        <source>ทาง</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>ชนิดหนังสือ</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>ลงในทะเบียน</source>
        <translation>Register</translation>
    </message>
</context>
<context>
    <name>LeftUnprinted</name>
    <message>
        <source>ใบเสร็จ {number} ออกแล้ว แต่ยังไม่ได้พิมพ์</source>
        <translation>Receipt {number} was issued, but not printed</translation>
    </message>
    <message>
        <source>{name} ชำระ {sum} บาทแล้ว ไม่ต้องรับเงินอีก เปิดใบเสร็จแล้วพิมพ์</source>
        <translation>{name} has paid {sum} baht; take no money again. Open the receipt and print it.</translation>
    </message>
    <message>
        <source>เปิดใบเสร็จ</source>
        <translation>Open the receipt</translation>
    </message>
</context>
<context>
    <name>LeftoverBand</name>
    <message>
        <source>ทำเป็นเอกสาร</source>
        <translation>Make a document</translation>
    </message>
    <message>
        <source>สแกนต่อ</source>
        <translation>Scan on</translation>
    </message>
    <message>
        <source>เก็บไว้ก่อน</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ไม่แสดงที่นี่อีก เลือกกลับมาได้ที่โต๊ะสแกนภายใน {days} วัน</source>
        <translation>Not shown here any more. For {days} days it can be chosen again at the scanning desk</translation>
    </message>
    <message>
        <source>มีหน้าสแกนค้างอยู่ {pages} หน้า</source>
        <translation>{pages} scanned [page is|pages are] waiting</translation>
    </message>
    <message>
        <source>และอีก {count} ชุด</source>
        <translation>and {count} more [batch|batches]</translation>
    </message>
</context>
<context>
    <name>LetterDesk</name>
    <message>
        <source>เลิกทำได้ใน {seconds} วินาที</source>
        <translation>It can be undone for {seconds} seconds</translation>
    </message>
    <message>
        <source>แก้ไขหนังสือ เลขรับ {number} แล้ว</source>
        <translation>Letter no. {number} was put right</translation>
    </message>
    <message>
        <source>เลิกทำ</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>เกษียณหนังสือ เลขรับ {number} แล้ว</source>
        <translation>Letter {number} endorsed</translation>
    </message>
    <message>
        <source>เลิกทำแล้ว ไม่มีการเกษียณถูกส่ง</source>
        <translation>Undone: nothing was sent</translation>
    </message>
    <message>
        <source>เรียกหนังสือ เลขรับ {number} คืนแล้ว</source>
        <translation>Letter no. {number} recalled</translation>
    </message>
    <message>
        <source>ขอลดชั้นความลับ เลขรับ {number} แล้ว</source>
        <translation>Asked to lower the secrecy of no. {number}</translation>
    </message>
    <message>
        <source>เพิ่มชั้นความลับ เลขรับ {number} แล้ว</source>
        <translation>Raised the secrecy of no. {number}</translation>
    </message>
    <message>
        <source>จะเปลี่ยนเมื่อส่วนกลางตอบ</source>
        <translation>It changes when the centre answers.</translation>
    </message>
    <message>
        <source>เครื่องที่ใช้ร่วมกันจะลบออกเมื่อถึงส่วนกลาง</source>
        <translation>Shared computers erase it once the centre has it.</translation>
    </message>
    <message>
        <source>ส่งหนังสือ เลขรับ {number} แล้ว</source>
        <translation>Letter no. {number} sent</translation>
    </message>
    <message>
        <source>เรียกคืนได้จนกว่าหน่วยงานจะรับ</source>
        <translation>It can be recalled until the unit receives it</translation>
    </message>
    <message>
        <source>เลิกทำแล้ว</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>เลิกทำ  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>LetterHead</name>
    <message>
        <source>เลขชั่วคราว {number}</source>
        <translation>Provisional no. {number}</translation>
    </message>
    <message>
        <source>{name} {number}/{year}</source>
        <translation>{name} {number}/{year}</translation>
    </message>
    <message>
        <source>รายละเอียดเพิ่ม</source>
        <translation>More details</translation>
    </message>
    <message>
        <source>ซ่อนรายละเอียด</source>
        <translation>Fewer details</translation>
    </message>
    <message>
        <source>ทำลายกระดาษแล้ว {day}</source>
        <translation>Paper destroyed {day}</translation>
    </message>
    <message>
        <source>ห้ามทำลาย</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>แฟ้มเลยกำหนดคืน</source>
        <translation>File overdue</translation>
    </message>
    <message>
        <source>รอประทับเวลา</source>
        <translation>Waits for its time stamp</translation>
    </message>
    <message>
        <source>ประทับเวลา {moment}</source>
        <translation>Time stamped {moment}</translation>
    </message>
    <message>
        <source>ครบ {day}</source>
        <translation>Due {day}</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>หนังสือฉบับนี้ไม่อยู่ในเครื่องนี้แล้ว</source>
        <translation>This letter is no longer on this machine</translation>
    </message>
    <message>
        <source>หน่วยงานของท่านอาจไม่อยู่ในเส้นทางของหนังสือแล้ว ดูได้ที่สารบรรณกลาง</source>
        <translation>Your unit may have left the letter&apos;s route; the central registry can show it</translation>
    </message>
    <message>
        <source>ต้นฉบับ: {holder}</source>
        <translation>Paper: {holder}</translation>
    </message>
    <message>
        <source>ต้นฉบับ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>หนังสือ</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>เกษียณด้วยวลี</source>
        <translation>Endorse with a phrase</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>ส่งต่อ</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>ฉบับถัดไป</source>
        <translation>Next letter</translation>
    </message>
    <message>
        <source>ฉบับก่อน</source>
        <translation>Previous letter</translation>
    </message>
    <message>
        <source>หน้าถัดไป</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>หน้าก่อน</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>เลิกทำ</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>LetterPages</name>
    <message>
        <source>กำลังรับไฟล์จากส่วนกลาง</source>
        <translation>Fetching the file from the centre</translation>
    </message>
    <message>
        <source>ข้อมูลของหนังสือมาถึงแล้ว ไฟล์กำลังตามมาและจะเปิดเองเมื่อถึง ระหว่างนี้เกษียณและส่งต่อได้</source>
        <translation>The letter&apos;s data is here; its file follows and opens by itself. You can endorse and route meanwhile.</translation>
    </message>
    <message>
        <source>เลือกหนังสือจากรายการ</source>
        <translation>Choose a letter from the list</translation>
    </message>
    <message>
        <source>หน้าหนังสือจะแสดงที่นี่</source>
        <translation>Its pages will show here</translation>
    </message>
    <message>
        <source>ลงทะเบียนโดยไม่มีไฟล์</source>
        <translation>Registered without a file</translation>
    </message>
    <message>
        <source>หนังสือฉบับนี้ไม่ได้สแกนหรือนำเข้าไฟล์ไว้</source>
        <translation>This letter was neither scanned nor imported</translation>
    </message>
</context>
<context>
    <name>LetterPapers</name>
    <message>
        <source>ใบติดตามต้นฉบับ</source>
        <translation>Tracking slips</translation>
    </message>
    <message>
        <source>บันทึกสำเนาที่ประทับตรารับ</source>
        <translation>Save the stamped copy</translation>
    </message>
    <message>
        <source>ต้นฉบับ</source>
        <translation>original</translation>
    </message>
    <message>
        <source>บันทึกไฟล์ต้นฉบับ</source>
        <translation>Save the original file</translation>
    </message>
    <message>
        <source>บันทึกหนังสือเป็น XML</source>
        <translation>Save the letter as XML</translation>
    </message>
    <message>
        <source>ส่งพิมพ์แล้ว</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>ยังค้นคำไม่ได้ {count} หน้า กำลังอ่านอยู่ บันทึกใหม่อีกครั้งภายหลังได้</source>
        <translation>{count} [page|pages] can&apos;t be searched yet. [It is|They are] being read; save the copy again later.</translation>
    </message>
    <message>
        <source>บันทึกไฟล์แล้ว</source>
        <translation>File saved</translation>
    </message>
</context>
<context>
    <name>LetterWork</name>
    <message>
        <source>รับเรื่อง</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>แก้ไข</source>
        <translation>Put right</translation>
    </message>
    <message>
        <source>ชั้นความลับ</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>แฟ้ม</source>
        <translation>File</translation>
    </message>
    <message>
        <source>ส่งต่อ</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorse</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>รอส่งต่อ</source>
        <translation>To route</translation>
    </message>
    <message>
        <source>เลยกำหนด</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>ใกล้ครบกำหนด</source>
        <translation>Nearly due</translation>
    </message>
    <message>
        <source>เลขรับ</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>อ่าน</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>เกษียณแล้ว</source>
        <translation>Endorsed</translation>
    </message>
    <message>
        <source>เว้นไว้</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>อ่านแล้ว</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>ยังไม่อ่านหน้า {page}</source>
        <translation>Page {page} not read</translation>
    </message>
    <message>
        <source>เลขชั่วคราว</source>
        <translation>Provisional number</translation>
    </message>
    <message>
        <source>ความเร็ว</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>ขยับล่าสุด</source>
        <translation>Last act</translation>
    </message>
    <message>
        <source>เลยมา</source>
        <translation>Late by</translation>
    </message>
    <message>
        <source>อยู่ที่</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>ขั้นต่อไป</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>ครบแล้ว</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>{count} วันทำการ</source>
        <translation>{count} working [day|days]</translation>
    </message>
    <message>
        <source>สารบรรณกลาง</source>
        <translation>Central registry</translation>
    </message>
    <message>
        <source>ส่งต่อให้หน่วยงาน</source>
        <translation>Send to a unit</translation>
    </message>
    <message>
        <source>ทวงให้รับเรื่อง</source>
        <translation>Ask them to take it</translation>
    </message>
    <message>
        <source>ทวงความคืบหน้า</source>
        <translation>Ask how far it is</translation>
    </message>
    <message>
        <source>หน่วยงาน</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>วันที่รับ</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>ทั้งหมด</source>
        <translation>All</translation>
    </message>
    <message>
        <source>ใหม่ก่อน</source>
        <translation>newest first</translation>
    </message>
    <message>
        <source>เก่าก่อน</source>
        <translation>oldest first</translation>
    </message>
    <message>
        <source>ตามวันครบกำหนด</source>
        <translation>by due day</translation>
    </message>
    <message>
        <source>ด่วนก่อน</source>
        <translation>most urgent first</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือรอส่งต่อ</source>
        <translation>No letter waits to be routed</translation>
    </message>
    <message>
        <source>หนังสือที่ลงทะเบียนแล้วและยังไม่ได้ส่งให้หน่วยงานใด จะอยู่ที่นี่</source>
        <translation>Letters registered and not yet sent to any unit stand here</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือส่งถึงหน่วยงานของท่าน</source>
        <translation>No letter has been sent to your unit</translation>
    </message>
    <message>
        <source>เมื่อสารบรรณกลางส่งหนังสือมาถึงหน่วยงาน หนังสือจะขึ้นที่นี่เอง</source>
        <translation>When the central registry sends one, it appears here by itself</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือใกล้ครบกำหนด</source>
        <translation>No letter is nearly due</translation>
    </message>
    <message>
        <source>หนังสือที่ครบกำหนดใน 3 วันหรือเลยกำหนดแล้ว จะอยู่ที่นี่</source>
        <translation>Letters due within 3 days, or overdue, stand here</translation>
    </message>
    <message>
        <source>ยังไม่มีหนังสือเข้า</source>
        <translation>No incoming letters yet</translation>
    </message>
    <message>
        <source>ลงทะเบียนรับฉบับแรกได้ด้วย F9 หรือรอข้อมูลจากส่วนกลาง</source>
        <translation>Register the first with F9, or wait for data from the centre</translation>
    </message>
    <message>
        <source>ไม่พบหนังสือที่ตรงกับคำค้น</source>
        <translation>No letter matches the search</translation>
    </message>
    <message>
        <source>ค้นได้จากเลขรับ ที่ เรื่อง และผู้ส่ง กด Esc เพื่อล้างคำค้น</source>
        <translation>Search by number, book number, subject or sender; Esc clears it</translation>
    </message>
    <message>
        <source>ปกติ</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>ด่วน</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>ด่วนมาก</source>
        <translation>Very urgent</translation>
    </message>
    <message>
        <source>ด่วนที่สุด</source>
        <translation>Most urgent</translation>
    </message>
    <message>
        <source>ลับ</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>ลับมาก</source>
        <translation>Very secret</translation>
    </message>
    <message>
        <source>ลับที่สุด</source>
        <translation>Top secret</translation>
    </message>
    <message>
        <source>ไปรษณีย์/กระดาษ</source>
        <translation>Post/paper</translation>
    </message>
    <message>
        <source>อีเมล</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>ระบบสารบรรณ</source>
        <translation>Correspondence system</translation>
    </message>
    <message>
        <source>ยื่นด้วยตนเอง</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>เพื่อดำเนินการ</source>
        <translation>For action</translation>
    </message>
    <message>
        <source>สำเนาเพื่อทราบ</source>
        <translation>Copy for information</translation>
    </message>
    <message>
        <source>รอรับ</source>
        <translation>Not received yet</translation>
    </message>
    <message>
        <source>รับแล้ว</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>เรียกคืนแล้ว</source>
        <translation>Recalled</translation>
    </message>
    <message>
        <source>ชั้นความเร็ว</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>ช่องทาง</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>ชั้นความลับเป็น {level}:</source>
        <translation>Secrecy now {level}:</translation>
    </message>
    <message>
        <source>แก้ {field} เป็น</source>
        <translation>Put right: {field}</translation>
    </message>
    <message>
        <source>ผูกเป็นเรื่องเดียวกับเลขรับ</source>
        <translation>Linked as one with no.</translation>
    </message>
    <message>
        <source>ลงทะเบียนรับ เลขรับ</source>
        <translation>Registered as no.</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorsed</translation>
    </message>
    <message>
        <source>ส่งถึง</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>รับเรื่องไว้ที่</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>เรียกคืนจาก</source>
        <translation>Recalled from</translation>
    </message>
    <message>
        <source>มีแต่กระดาษ ไม่มีไฟล์สแกน</source>
        <translation>paper only, not scanned</translation>
    </message>
    <message>
        <source>เลิกการยกเลิก:</source>
        <translation>Reinstated:</translation>
    </message>
    <message>
        <source>หน่วยงานฉัน</source>
        <translation>My unit</translation>
    </message>
    <message>
        <source>สิ่งที่ส่งมาด้วย</source>
        <translation>Enclosures</translation>
    </message>
    <message>
        <source>อ้างถึง</source>
        <translation>Refers to</translation>
    </message>
    <message>
        <source>เพิ่ม{field}</source>
        <translation>Added: {field}</translation>
    </message>
    <message>
        <source>ถอน{field}</source>
        <translation>Taken back: {field}</translation>
    </message>
    <message>
        <source>มาถึงอีกทาง:</source>
        <translation>Came again by</translation>
    </message>
    <message>
        <source>เพิ่มเอกสาร</source>
        <translation>Add a file</translation>
    </message>
    <message>
        <source>ถอนเอกสาร</source>
        <translation>Withdrew</translation>
    </message>
    <message>
        <source>ต้องกรอก</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>ลงวันที่หลังวันนี้ไม่ได้</source>
        <translation>It cannot be dated after today</translation>
    </message>
    <message>
        <source>กำหนดต้องไม่ก่อนวันนี้</source>
        <translation>It cannot be due before today</translation>
    </message>
    <message>
        <source>ไม่ใช่วันที่ พ.ศ.</source>
        <translation>Not a date in B.E.</translation>
    </message>
    <message>
        <source>ปีเป็น ค.ศ. ใช้ พ.ศ. (บวก 543)</source>
        <translation>Year is A.D.: type B.E. (+ 543)</translation>
    </message>
    <message>
        <source>ต้องเป็นวันและเวลา เช่น 16.30</source>
        <translation>A day and a time, as 16.30</translation>
    </message>
    <message>
        <source>ต้องมีชื่อและจำนวนอย่างน้อย 1</source>
        <translation>Needs a name and at least 1</translation>
    </message>
    <message>
        <source>ต้องใส่ชื่อผู้ยืม</source>
        <translation>Type who takes it</translation>
    </message>
    <message>
        <source>อ่านพบในหน้า ดูก่อนลงทะเบียน</source>
        <translation>Read on the page: look first</translation>
    </message>
    <message>
        <source>{who} ยืมไปเมื่อ {when}</source>
        <translation>{who} took it on {when}</translation>
    </message>
    <message>
        <source>เลยกำหนดคืน {day}</source>
        <translation>was due back {day}</translation>
    </message>
    <message>
        <source>กำหนดคืน {day}</source>
        <translation>due back {day}</translation>
    </message>
    <message>
        <source>ลงวันที่ {day}</source>
        <translation>dated {day}</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>On</translation>
    </message>
    <message>
        <source>ด่วนภายใน</source>
        <translation>Urgent until</translation>
    </message>
    <message>
        <source>แฟ้ม</source>
        <translation>File</translation>
    </message>
    <message>
        <source>คำสั่งที่ {number} ลงวันที่ {day}</source>
        <translation>Order {number} of {day}</translation>
    </message>
    <message>
        <source>ถึง {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>ตำแหน่งของตนเอง</source>
        <translation>Own post</translation>
    </message>
    <message>
        <source>รักษาราชการแทน</source>
        <translation>Acting (รักษาราชการแทน)</translation>
    </message>
    <message>
        <source>ปฏิบัติราชการแทน</source>
        <translation>By delegation (ปฏิบัติราชการแทน)</translation>
    </message>
    <message>
        <source>รักษาการในตำแหน่ง</source>
        <translation>Caretaker (รักษาการในตำแหน่ง)</translation>
    </message>
    <message>
        <source>เสนอ</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>เห็นควรตามเสนอ</source>
        <translation>Concur</translation>
    </message>
    <message>
        <source>ทราบ</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>อนุมัติ</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>อนุญาต</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>เห็นชอบ</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>ลงนาม</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>มอบ/สั่งการ</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>ไม่อนุมัติ</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>ส่งคืนแก้ไข</source>
        <translation>Return to mend</translation>
    </message>
    <message>
        <source>ขอรายละเอียด</source>
        <translation>Ask for details</translation>
    </message>
    <message>
        <source>พบ</source>
        <translation>See me</translation>
    </message>
    <message>
        <source>แจ้งเวียน</source>
        <translation>Circulate</translation>
    </message>
    <message>
        <source>รับดำเนินการ</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>ดำเนินการแล้ว</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>ของฉัน</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>ของหน่วยงาน</source>
        <translation>The unit&apos;s</translation>
    </message>
    <message>
        <source>ของสำนักงาน</source>
        <translation>The office&apos;s</translation>
    </message>
    <message>
        <source>หนังสือภายนอก</source>
        <translation>External letter</translation>
    </message>
    <message>
        <source>บันทึกข้อความ</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>หนังสือภายใน (บันทึกข้อความ)</source>
        <translation>Internal memo</translation>
    </message>
    <message>
        <source>หนังสือประทับตรา</source>
        <translation>Stamped letter</translation>
    </message>
    <message>
        <source>หนังสือเวียน (ว)</source>
        <translation>Circular</translation>
    </message>
    <message>
        <source>คำสั่ง</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>ประกาศ</source>
        <translation>Announcement</translation>
    </message>
    <message>
        <source>หลักฐานในราชการ</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>รับเข้า</source>
        <translation>Incoming</translation>
    </message>
    <message>
        <source>ส่งออก</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>ภายใน</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>เลขส่ง</source>
        <translation>outgoing no.</translation>
    </message>
    <message>
        <source>เลขเวียน</source>
        <translation>circular no.</translation>
    </message>
    <message>
        <source>เลขบันทึก</source>
        <translation>memo no.</translation>
    </message>
    <message>
        <source>คำสั่งที่</source>
        <translation>order no.</translation>
    </message>
    <message>
        <source>ประกาศที่</source>
        <translation>announcement no.</translation>
    </message>
    <message>
        <source>รับ</source>
        <translation>in</translation>
    </message>
    <message>
        <source>ส่ง</source>
        <translation>out</translation>
    </message>
    <message>
        <source>ว</source>
        <translation>circ.</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>memo</translation>
    </message>
    <message>
        <source>หลักฐาน</source>
        <translation>evid.</translation>
    </message>
    <message>
        <source>ยกเลิกแล้ว</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>มีไฟล์</source>
        <translation>Has a file</translation>
    </message>
    <message>
        <source>จาก</source>
        <translation>From</translation>
    </message>
    <message>
        <source>ที่</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>เลขทะเบียน</source>
        <translation>Register no.</translation>
    </message>
    <message>
        <source>วันเวลา</source>
        <translation>When</translation>
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>ถึง</source>
        <translation>To</translation>
    </message>
    <message>
        <source>การปฏิบัติ</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>เลยกำหนดคืน</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>ผู้ยืม</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>หนังสือ</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>ยืมเมื่อ</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>กำหนดคืน</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>เรียน</source>
        <translation>To</translation>
    </message>
    <message>
        <source>ลงรับในทะเบียนของ</source>
        <translation>Registered by</translation>
    </message>
    <message>
        <source>ยกเลิกหนังสือ:</source>
        <translation>Cancelled:</translation>
    </message>
    <message>
        <source>ให้ยืมแฟ้ม ผู้ยืม</source>
        <translation>File lent to</translation>
    </message>
    <message>
        <source>รับแฟ้มคืนจาก</source>
        <translation>File back from</translation>
    </message>
    <message>
        <source>ไม่รับเข้าระบบ</source>
        <translation>Not taken into the system</translation>
    </message>
    <message>
        <source>เอาเอกสารที่สแกนออกก่อน</source>
        <translation>Remove the scanned pages first</translation>
    </message>
    <message>
        <source>ต้องใส่เหตุผล</source>
        <translation>A reason is needed</translation>
    </message>
    <message>
        <source>เรื่องลับที่สุดไม่รับเข้าระบบ อย่าสแกนและอย่าพิมพ์เนื้อความ ถือซองปิดผนึกส่งนายทะเบียนข้อมูลข่าวสารลับด้วยมือ</source>
        <translation>Top secret papers do not go into this system. Do not scan or type what it says; carry the sealed envelope to the secrets registrar by hand.</translation>
    </message>
    <message>
        <source>อยู่ที่เครื่องของผู้ที่ได้รับอนุญาตเท่านั้น เคาน์เตอร์และเครื่องอื่นจะไม่เห็น</source>
        <translation>Kept only at the computers of cleared people; counters and others will not see it.</translation>
    </message>
    <message>
        <source>เครื่องนี้ไม่เก็บเนื้อความ ลงทะเบียนได้เฉพาะหน้าซอง ไม่แนบเอกสาร หนังสือจะออกจากเครื่องนี้เมื่อถึงส่วนกลาง</source>
        <translation>This computer keeps no contents: only the envelope is registered, without pages, and it leaves this computer once the centre has it.</translation>
    </message>
    <message>
        <source>ส่วนกลางเป็นผู้ตัดสิน ต้องต่อกับส่วนกลางอยู่ และท่านต้องได้รับอนุญาตในชั้นความลับนี้</source>
        <translation>The centre decides: it must be in reach, and you must be cleared for this secrecy.</translation>
    </message>
    <message>
        <source>หนังสือและเอกสารจะออกจากเครื่องที่ใช้ร่วมกันทุกเครื่อง เหลือเฉพาะเครื่องของผู้ที่ได้รับอนุญาต</source>
        <translation>The letter and its pages leave every shared computer and stay only with cleared people.</translation>
    </message>
    <message>
        <source>ไม่มีเครื่องใดเก็บไว้ ผู้ที่ได้รับอนุญาตอ่านจากส่วนกลางเท่านั้น</source>
        <translation>No computer keeps it; cleared people read it at the centre only.</translation>
    </message>
    <message>
        <source>ปิดผนึกไว้ที่ส่วนกลาง ไม่มีใครอ่านผ่านระบบได้อีก มีแต่ผู้ดูแลที่เปิดคืนได้</source>
        <translation>Sealed at the centre: nobody reads it through the system any more; only an administrator can open it again.</translation>
    </message>
    <message>
        <source>รับเมื่อ</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>ตั้งแต่ {day}</source>
        <translation>From {day}</translation>
    </message>
    <message>
        <source>ผู้ทำการแทน</source>
        <translation>Who acts</translation>
    </message>
    <message>
        <source>ฐานะ</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>แทนตำแหน่ง</source>
        <translation>For the post</translation>
    </message>
    <message>
        <source>มีผล</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ต้นฉบับอยู่กับ</source>
        <translation>Paper is with</translation>
    </message>
    <message>
        <source>ตั้งแต่</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>มีผู้ถือ</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>กำลังส่ง</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>หาไม่พบ</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>ยืมไป</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>ยังไม่มีใบติดตาม</source>
        <translation>No slip yet</translation>
    </message>
    <message>
        <source>สแกนแล้ว</source>
        <translation>Scanned</translation>
    </message>
    <message>
        <source>ยังไม่พบ</source>
        <translation>Not found yet</translation>
    </message>
    <message>
        <source>ไม่ใช่ของห้องนี้</source>
        <translation>Not of this room</translation>
    </message>
    <message>
        <source>หนังสือที่เครื่องนี้ไม่มี</source>
        <translation>A letter that this desk does not have</translation>
    </message>
    <message>
        <source>{holder} รับไว้</source>
        <translation>Taken by {holder}</translation>
    </message>
    <message>
        <source>ส่งให้ {holder}</source>
        <translation>Handed to {holder}</translation>
    </message>
    <message>
        <source>พบที่ {holder}</source>
        <translation>Seen with {holder}</translation>
    </message>
    <message>
        <source>หาไม่พบที่ {holder}</source>
        <translation>Missing at {holder}</translation>
    </message>
    <message>
        <source>กำลังส่งไปที่นี่</source>
        <translation>On its way here</translation>
    </message>
    <message>
        <source>ถือไว้เป็นคนสุดท้าย</source>
        <translation>Had it last</translation>
    </message>
    <message>
        <source>อาจยังไม่ได้ส่งออกไป</source>
        <translation>May never have left</translation>
    </message>
    <message>
        <source>ฉบับที่ส่งไปพร้อมกันอยู่ที่นี่</source>
        <translation>What went along with it is here</translation>
    </message>
    <message>
        <source>จากที่เดิมมักส่งต่อไปที่นี่</source>
        <translation>Papers usually go here from there</translation>
    </message>
    <message>
        <source>เคยอยู่ที่นี่</source>
        <translation>Was here before</translation>
    </message>
    <message>
        <source>แก้ไขเกษียณเมื่อ {when}</source>
        <translation>Puts right what was endorsed {when}</translation>
    </message>
    <message>
        <source>อ่านครบ {count} หน้า</source>
        <translation>read [the whole page|all {count} pages]</translation>
    </message>
    <message>
        <source>อ่าน {count} จาก {total} หน้า</source>
        <translation>read {count} of {total} [page|pages]</translation>
    </message>
    <message>
        <source>คำสั่งแทนไม่อยู่ในกำหนดเวลา</source>
        <translation>The order was not in force</translation>
    </message>
    <message>
        <source>คำสั่งแทนถูกยกเลิกก่อนลงนาม</source>
        <translation>The order had been recalled</translation>
    </message>
    <message>
        <source>คำสั่งแทนไม่ครอบคลุมเรื่องนี้</source>
        <translation>The order does not cover this</translation>
    </message>
    <message>
        <source>คำสั่งแทนเป็นของผู้อื่น</source>
        <translation>The order names somebody else</translation>
    </message>
    <message>
        <source>ไม่พบคำสั่งแทนที่อ้าง</source>
        <translation>The order is not known</translation>
    </message>
    <message>
        <source>ยังเลิกทำได้</source>
        <translation>Can be undone</translation>
    </message>
    <message>
        <source>ตรวจสอบอำนาจ</source>
        <translation>Power in question</translation>
    </message>
    <message>
        <source>มีการแก้ไข</source>
        <translation>Put right later</translation>
    </message>
    <message>
        <source>ปุ่ม</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>ข้อความ</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>ความหมาย</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>เป็นวลีของ</source>
        <translation>Whose phrase</translation>
    </message>
    <message>
        <source>มากับโปรแกรม</source>
        <translation>Came with the program</translation>
    </message>
    <message>
        <source>{register} (ลับ)</source>
        <translation>{register} (secret)</translation>
    </message>
    <message>
        <source>{register} (กลาง)</source>
        <translation>{register} (central)</translation>
    </message>
    <message>
        <source>ทะเบียนรับ</source>
        <translation>Incoming register</translation>
    </message>
    <message>
        <source>ทะเบียนส่ง</source>
        <translation>Outgoing register</translation>
    </message>
    <message>
        <source>ทะเบียนหนังสือเวียน</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>ทะเบียนบันทึกข้อความ</source>
        <translation>Memos</translation>
    </message>
    <message>
        <source>ทะเบียนคำสั่ง</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>ทะเบียนประกาศ</source>
        <translation>Announcements</translation>
    </message>
    <message>
        <source>ทะเบียนหลักฐาน</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>หาที่อยู่</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>ส่งมอบ</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>รับไว้</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>สำรวจห้อง</source>
        <translation>Sweep a room</translation>
    </message>
    <message>
        <source>ปิดการสำรวจ</source>
        <translation>Finish the sweep</translation>
    </message>
    <message>
        <source>บันทึกการสำรวจแล้ว พบ {count} ฉบับ หาไม่พบ {missing} ฉบับ</source>
        <translation>The sweep is written down: {count} found, {missing} missing</translation>
    </message>
    <message>
        <source>ส่งมอบ {count} ฉบับแล้ว รอผู้รับสแกน</source>
        <translation>{count} handed over; they wait for the receiver&apos;s scan</translation>
    </message>
    <message>
        <source>รับไว้ {count} ฉบับแล้ว</source>
        <translation>{count} taken</translation>
    </message>
    <message>
        <source>{number} ไม่ใช่ของห้องนี้ ตามบันทึกอยู่กับ {holder}</source>
        <translation>{number} does not belong here; it is written down with {holder}</translation>
    </message>
    <message>
        <source>{number} ยังไม่มีใบติดตาม</source>
        <translation>{number} has no slip yet</translation>
    </message>
    <message>
        <source>{number} อยู่กับ {holder}</source>
        <translation>{number} is with {holder}</translation>
    </message>
    <message>
        <source>{number} สแกนแล้ว</source>
        <translation>{number} scanned</translation>
    </message>
    <message>
        <source>{number} สแกนไว้ก่อนแล้ว</source>
        <translation>{number} was scanned before</translation>
    </message>
    <message>
        <source>ไม่ใช่ใบติดตาม และไม่มีเลขรับนี้ในเครื่องนี้</source>
        <translation>This is no slip, and this desk has no such number</translation>
    </message>
    <message>
        <source>ยังไม่มีต้นฉบับที่ติดตาม</source>
        <translation>No paper is followed yet</translation>
    </message>
    <message>
        <source>พิมพ์เลขรับแล้วกด Enter จากนั้นพิมพ์ใบติดตามติดไว้กับต้นฉบับ ต่อไปจะรู้เสมอว่าอยู่กับใคร</source>
        <translation>Type a number and press Enter, print its slip and keep it with the paper: from then on it is known who has it</translation>
    </message>
    <message>
        <source>ยังไม่ได้สแกน</source>
        <translation>Nothing scanned yet</translation>
    </message>
    <message>
        <source>สแกนใบติดตามของทุกฉบับที่จะส่ง แล้วกด F9 ครั้งเดียว</source>
        <translation>Scan the slip of every paper that goes, then press F9 once</translation>
    </message>
    <message>
        <source>ไม่มีต้นฉบับกำลังส่งมา</source>
        <translation>No paper is on its way here</translation>
    </message>
    <message>
        <source>ฉบับที่หน่วยงานอื่นส่งมอบมาจะอยู่ที่นี่จนกว่าจะรับไว้</source>
        <translation>What another unit hands over stands here until it is taken</translation>
    </message>
    <message>
        <source>ห้องนี้ไม่มีต้นฉบับตามบันทึก</source>
        <translation>Nothing is written down for this room</translation>
    </message>
    <message>
        <source>สแกนทุกฉบับที่อยู่ในห้อง แล้วจะเห็นว่าขาดหรือเกิน</source>
        <translation>Scan every paper in the room, and what is missing or too much shows itself</translation>
    </message>
</context>
<context>
    <name>LettersStep</name>
    <message>
        <source>ใส่ลงบัญชี</source>
        <translation>Put on the list</translation>
    </message>
    <message>
        <source>เหตุที่เก็บไว้</source>
        <translation>Why it is kept</translation>
    </message>
    <message>
        <source>เสนอเก็บไว้</source>
        <translation>Propose to keep</translation>
    </message>
    <message>
        <source>เสนอทำลาย</source>
        <translation>Propose to destroy</translation>
    </message>
    <message>
        <source>ครบอายุเมื่อสิ้นปี {year} และยังไม่อยู่ในบัญชีใด {due} เรื่อง</source>
        <translation>{due} [letter was|letters were] kept long enough at the end of {year} and [is|are] on no list</translation>
    </message>
    <message>
        <source> · ห้ามทำลายอีก {held} เรื่อง ไม่ใส่ลงบัญชี</source>
        <translation> · {held} more are held and stay off</translation>
    </message>
    <message>
        <source>เลือกไว้ {count} เรื่อง</source>
        <translation>{count} marked</translation>
    </message>
    <message>
        <source>ใส่เหตุผล</source>
        <translation>Enter a reason</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>บัญชี</source>
        <translation>List</translation>
    </message>
    <message>
        <source>ทำบัญชีใหม่</source>
        <translation>New list</translation>
    </message>
    <message>
        <source>ยกเลิกบัญชีนี้</source>
        <translation>Give up this list</translation>
    </message>
    <message>
        <source>หนังสือในบัญชี</source>
        <translation>Letters on the list</translation>
    </message>
    <message>
        <source>ขั้นตอน</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>หนังสือ</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>คณะกรรมการ</source>
        <translation>Committee</translation>
    </message>
    <message>
        <source>ลงนาม</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>อนุมัติ</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>ทำลาย</source>
        <translation>Destroy</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>ส่งออก XLSX</source>
        <translation>Export XLSX</translation>
    </message>
    <message>
        <source>ยังไม่มีบัญชีหนังสือขอทำลาย</source>
        <translation>No destruction list yet</translation>
    </message>
    <message>
        <source>ภายใน 60 วันหลังสิ้นปี ทำบัญชีหนังสือที่ครบอายุ กด Ctrl+N เพื่อเริ่ม ไม่มีอะไรถูกลบเอง</source>
        <translation>Within 60 days after the year, list the letters that are due. Press Ctrl+N to begin; nothing is ever deleted by itself</translation>
    </message>
    <message>
        <source>ขั้นต่อไป: {step}</source>
        <translation>Next: {step}</translation>
    </message>
    <message>
        <source>{all} เรื่อง เสนอทำลาย {destroy}</source>
        <translation>{all} [letter|letters], {destroy} to be destroyed</translation>
    </message>
    <message>
        <source>บันทึกบัญชีหนังสือขอทำลาย</source>
        <translation>Save the destruction list</translation>
    </message>
    <message>
        <source>บันทึกไฟล์แล้ว</source>
        <translation>File saved</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>โต๊ะงานเทศบาล</source>
        <translation>Thesaban Desk</translation>
    </message>
    <message>
        <source>ทั้งโปรแกรม</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>ค้นทุกเรื่อง</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>ไปที่รายการที่พบ</source>
        <translation>To what was found</translation>
    </message>
    <message>
        <source>กลับห้องก่อน</source>
        <translation>Back to the room before</translation>
    </message>
    <message>
        <source>ปุ่มลัด</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>ด่วน</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>ด่วนมาก</source>
        <translation>Very urgent</translation>
    </message>
    <message>
        <source>ด่วนที่สุด</source>
        <translation>Most urgent</translation>
    </message>
    <message>
        <source>บันทึกในเครื่องแล้ว</source>
        <translation>Saved on this machine</translation>
    </message>
    <message>
        <source>ถึงส่วนกลางแล้ว</source>
        <translation>Arrived at the centre</translation>
    </message>
    <message>
        <source>ต้องตรวจ</source>
        <translation>Needs a look</translation>
    </message>
</context>
<context>
    <name>MoneyScreens</name>
    <message>
        <source>หน้าของห้องเงิน</source>
        <translation>Pages of the money room</translation>
    </message>
    <message>
        <source>เงินและใบเสร็จ</source>
        <translation>Money and receipts</translation>
    </message>
    <message>
        <source>ใบเสร็จ</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระ</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>รายการเดินบัญชี</source>
        <translation>Bank statement</translation>
    </message>
    <message>
        <source>ตรวจเอกสาร</source>
        <translation>Check papers</translation>
    </message>
    <message>
        <source>กะ</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>ใบนำส่งเงิน</source>
        <translation>Remittances</translation>
    </message>
    <message>
        <source>ใบที่พิมพ์</source>
        <translation>Printed sheets</translation>
    </message>
</context>
<context>
    <name>MoreRow</name>
    <message>
        <source>เลขคิว เช่น A17</source>
        <translation>Number, such as A17</translation>
    </message>
    <message>
        <source>เลขคิวที่จะเรียก</source>
        <translation>Number to call</translation>
    </message>
    <message>
        <source>เรียกเลขนี้</source>
        <translation>Call it</translation>
    </message>
    <message>
        <source>เสร็จ</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>ไม่มา</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>พักไว้</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>ส่งต่อไปที่</source>
        <translation>Transfer to</translation>
    </message>
    <message>
        <source>ส่งต่อ</source>
        <translation>Transfer</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>เงินสดเข้า / ออกโดยไม่มีใบเสร็จ</source>
        <translation>Cash in or out without a receipt</translation>
    </message>
    <message>
        <source>เช่น แลกเหรียญ เพิ่มเงินทอน หรือนำเงินไปเก็บระหว่างวัน จะแสดงในใบนำส่ง</source>
        <translation>Such as change fetched, more float, or cash put away during the day. It is shown on the slip</translation>
    </message>
    <message>
        <source>เข้าหรือออก</source>
        <translation>In or out</translation>
    </message>
    <message>
        <source>เงินเข้า</source>
        <translation>In</translation>
    </message>
    <message>
        <source>เงินออก</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>จำนวนเงิน (บาท)</source>
        <translation>Sum (baht)</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ใส่จำนวนเงิน</source>
        <translation>Type the sum</translation>
    </message>
    <message>
        <source>ใส่เหตุผล</source>
        <translation>Type the reason</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>ห้องงาน</source>
        <translation>Rooms</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>เพิ่มรูป</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>รับเรื่อง</source>
        <translation>Take it in</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>นำเรื่องที่พิมพ์ค้างไว้กลับมาแล้ว</source>
        <translation>The case that was being typed is back</translation>
    </message>
    <message>
        <source>ตรวจแล้วกดรับเรื่องต่อได้ รูปต้องเพิ่มใหม่</source>
        <translation>Check it and go on; photos must be added again</translation>
    </message>
    <message>
        <source>ยังมีเรื่องที่พิมพ์ค้างอยู่</source>
        <translation>A case is still being typed</translation>
    </message>
    <message>
        <source>รับเรื่องนั้นหรือล้างก่อน แล้วจึงรับเรื่องของคนใหม่</source>
        <translation>Take it in or clear it first, then begin for the next citizen.</translation>
    </message>
    <message>
        <source>รับเรื่องใหม่</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>เลือกเรื่อง</source>
        <translation>Choose what it is about</translation>
    </message>
    <message>
        <source>เรื่องอะไร</source>
        <translation>What about</translation>
    </message>
    <message>
        <source>รายละเอียด</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>NewForm</name>
    <message>
        <source>ประเภทเรื่อง</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>ช่องทาง</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>เรื่องอะไร</source>
        <translation>What about</translation>
    </message>
    <message>
        <source>รายละเอียด</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>สถานที่</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>หมู่ที่</source>
        <translation>Moo</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>เหตุผลที่ปิด</source>
        <translation>Why it is closed</translation>
    </message>
    <message>
        <source>เช่น ตรวจกับต้นฉบับแล้วถูกต้อง</source>
        <translation>Such as: checked against the original, correct</translation>
    </message>
    <message>
        <source>ข้อความถึงหัวหน้า (เว้นว่างได้)</source>
        <translation>Message to the supervisor (optional)</translation>
    </message>
    <message>
        <source>สิ่งที่ทำและเหตุผลส่งไปด้วยครบถ้วน</source>
        <translation>What was done and why goes with it.</translation>
    </message>
    <message>
        <source>คำตอบ (เว้นว่างได้)</source>
        <translation>Answer (optional)</translation>
    </message>
    <message>
        <source>ผู้ถามจะเห็นคำตอบนี้และรายการจะปิด</source>
        <translation>Who asked will see it, and the item is closed.</translation>
    </message>
    <message>
        <source>ให้ผู้ถามทำอย่างไร</source>
        <translation>What shall they do</translation>
    </message>
    <message>
        <source>รายการจะกลับไปรอที่เครื่องผู้ถาม</source>
        <translation>The item goes back to the desk that asked.</translation>
    </message>
    <message>
        <source>ต้องกรอก</source>
        <translation>Required</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>โปรแกรมทำรายการนี้ไม่สำเร็จ</source>
        <translation>The program could not do this</translation>
    </message>
    <message>
        <source>สิ่งที่บันทึกไว้แล้วยังอยู่ครบ ลองอีกครั้ง ถ้ายังไม่ได้ แจ้งผู้ดูแลด้วยรหัส {report}</source>
        <translation>Everything saved is safe. Try again; if it still fails, give your administrator the code {report}</translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>ใส่เลขประจำตัว</source>
        <translation>Enter number</translation>
    </message>
    <message>
        <source>เป็นเลขของ</source>
        <translation>Number of</translation>
    </message>
    <message>
        <source>บัตรประชาชน หรือนิติบุคคล</source>
        <translation>ID card or juristic person</translation>
    </message>
    <message>
        <source>หนังสือเดินทาง</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>เลขประจำตัว</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>เลขไม่ครบหรือหลักสุดท้ายไม่ตรง</source>
        <translation>Not whole, or the last digit does not fit</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ไม่บันทึก</source>
        <translation>Don&apos;t save</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>ไปที่รายการที่พบ</source>
        <translation>To what was found</translation>
    </message>
    <message>
        <source>ค้นทุกเรื่อง</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>รายการที่พบ</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>ลูกศรลงเพื่อเลือก</source>
        <translation>Down arrow to choose</translation>
    </message>
    <message>
        <source>Enter ค้นในหนังสือทั้งหมด</source>
        <translation>Enter searches all letters</translation>
    </message>
    <message>
        <source>ไม่พบรายการที่ตรงกัน</source>
        <translation>Nothing matches</translation>
    </message>
</context>
<context>
    <name>OfficeSide</name>
    <message>
        <source>โต๊ะงานเทศบาล</source>
        <translation>Thesaban Desk</translation>
    </message>
    <message>
        <source>ทำงานได้ต่อเนื่อง แม้อินเทอร์เน็ตขัดข้อง</source>
        <translation>Keeps working when the internet does not</translation>
    </message>
    <message>
        <source>เปลี่ยนสีของจอ</source>
        <translation>Change screen colours</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>บันทึกคำสั่งใหม่</source>
        <translation>A new order</translation>
    </message>
    <message>
        <source>คำสั่งที่</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>ตั้งแต่วันที่</source>
        <translation>From</translation>
    </message>
    <message>
        <source>ถึงวันที่</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>ว่าง = จนกว่ายกเลิก</source>
        <translation>empty = until recalled</translation>
    </message>
    <message>
        <source>ฐานะ</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>ผู้ทำการแทน</source>
        <translation>Who acts</translation>
    </message>
    <message>
        <source>แทนตำแหน่ง</source>
        <translation>For the post</translation>
    </message>
    <message>
        <source>ชนิดหนังสือ</source>
        <translation>Kinds of letters</translation>
    </message>
    <message>
        <source>การสั่งการ</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>อำนาจตามคำสั่ง</source>
        <translation>Powers in the order&apos;s words</translation>
    </message>
    <message>
        <source>ทุกชนิด</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>ทุกเรื่อง</source>
        <translation>All decisions</translation>
    </message>
    <message>
        <source>บันทึกคำสั่ง</source>
        <translation>Enter order</translation>
    </message>
    <message>
        <source>ผู้ดำรงตำแหน่ง {post}</source>
        <translation>Whoever holds the post of {post}</translation>
    </message>
    <message>
        <source>ก่อนวันเริ่ม</source>
        <translation>Before it begins</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>คำสั่งให้ทำการแทน</source>
        <translation>Orders to act for others</translation>
    </message>
    <message>
        <source>ยังไม่มีคำสั่งให้ทำการแทน</source>
        <translation>No orders to act for others</translation>
    </message>
    <message>
        <source>สารบรรณบันทึกคำสั่งรักษาราชการแทนหรือมอบอำนาจไว้ที่นี่ ทุกเครื่องจะใช้ได้แม้ไม่มีสัญญาณ</source>
        <translation>The registry enters orders to act for others here. Every desk can use them, also without the line.</translation>
    </message>
    <message>
        <source>เหตุผลที่ยกเลิกก่อนกำหนด</source>
        <translation>Why it ends before its time</translation>
    </message>
    <message>
        <source>ยกเลิกคำสั่ง</source>
        <translation>Recall order</translation>
    </message>
    <message>
        <source>มีผลอยู่</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>ยังไม่ถึงวัน</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>สิ้นสุดแล้ว</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>ยกเลิกแล้ว</source>
        <translation>Recalled</translation>
    </message>
    <message>
        <source>คำสั่งที่ {number} ลงวันที่ {day}</source>
        <translation>Order {number} of {day}</translation>
    </message>
    <message>
        <source>บันทึกโดย {who}</source>
        <translation>Entered by {who}</translation>
    </message>
    <message>
        <source>ยกเลิกเมื่อ {when} โดย {who}: {why}</source>
        <translation>Recalled {when} by {who}: {why}</translation>
    </message>
    <message>
        <source>ยังไม่ถึงส่วนกลาง</source>
        <translation>Not at the centre yet</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>ยังไม่ส่ง</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>ส่งแล้ว</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>รับแล้ว</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>ในระบบ</source>
        <translation>In the system</translation>
    </message>
    <message>
        <source>สแกนแล้ว</source>
        <translation>Scanned</translation>
    </message>
    <message>
        <source>ยังไม่แนบ</source>
        <translation>Not attached</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ที่</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>ถึง</source>
        <translation>To</translation>
    </message>
    <message>
        <source>ฉบับลงนาม</source>
        <translation>Signed copy</translation>
    </message>
    <message>
        <source>ส่งเมื่อ</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>ผู้รับ</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>แบบ</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>(ยังไม่มีเรื่อง)</source>
        <translation>(no subject yet)</translation>
    </message>
    <message>
        <source>เรียน / ถึง</source>
        <translation>To</translation>
    </message>
    <message>
        <source>เลข</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>ผู้ร่าง</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>ล่าสุด</source>
        <translation>Last worked on</translation>
    </message>
    <message>
        <source>ส่วน</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>ที่เขียนอยู่</source>
        <translation>In the form</translation>
    </message>
    <message>
        <source>รุ่นที่เลือก</source>
        <translation>In this version</translation>
    </message>
    <message>
        <source>หนังสือภายนอก</source>
        <translation>External letter</translation>
    </message>
    <message>
        <source>บันทึกข้อความ</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>หนังสือประทับตรา</source>
        <translation>Stamped letter</translation>
    </message>
    <message>
        <source>คำสั่ง</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>ประกาศ</source>
        <translation>Announcement</translation>
    </message>
    <message>
        <source>กำลังร่าง</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>รอตรวจ</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>รอลงนาม</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>ลงนามแล้ว</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>พับเก็บ</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ถูกส่งคืน</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>รอประทับเวลา</source>
        <translation>Waits for its time stamp</translation>
    </message>
    <message>
        <source>เสนอตรวจแล้ว</source>
        <translation>Asked for review</translation>
    </message>
    <message>
        <source>ส่งคืนแล้ว</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>อนุมัติ</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>นำกลับมาร่างต่อ</source>
        <translation>Take up again</translation>
    </message>
    <message>
        <source>ระดับ 1 ลงลายมือชื่อบนกระดาษ</source>
        <translation>Level 1, by hand on paper</translation>
    </message>
    <message>
        <source>ระดับ 2 ลงนามในระบบ</source>
        <translation>Level 2, signed here</translation>
    </message>
    <message>
        <source>ระดับ 3 ลายมือชื่อดิจิทัล</source>
        <translation>Level 3, certificate</translation>
    </message>
    <message>
        <source>นำส่งเอง</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>ไปรษณีย์</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>ไปรษณีย์ลงทะเบียน</source>
        <translation>Registered post</translation>
    </message>
    <message>
        <source>อีเมล</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>ระบบสารบรรณ</source>
        <translation>e-Office</translation>
    </message>
    <message>
        <source>เนื้อความ</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>คำขึ้นต้น</source>
        <translation>Salutation</translation>
    </message>
    <message>
        <source>คำลงท้าย</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>ชั้นความเร็ว</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>ด่วนภายใน</source>
        <translation>Urgent until</translation>
    </message>
    <message>
        <source>ชั้นความลับ</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>หนังสือเวียน (ว)</source>
        <translation>Circular (ว)</translation>
    </message>
    <message>
        <source>อ้างถึง</source>
        <translation>References</translation>
    </message>
    <message>
        <source>สิ่งที่ส่งมาด้วย</source>
        <translation>Enclosures</translation>
    </message>
    <message>
        <source>ผู้ลงนาม</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>ตำแหน่ง</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>ส่วนราชการเจ้าของเรื่อง</source>
        <translation>Unit that owns the matter</translation>
    </message>
    <message>
        <source>โทร.</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>โทรสาร</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>สำเนาส่ง</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>ที่อยู่หน้าซอง</source>
        <translation>Address on the envelope</translation>
    </message>
    <message>
        <source>ต้องกรอก</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>ใส่ชื่อและจำนวน</source>
        <translation>Give title and count</translation>
    </message>
    <message>
        <source>ร่างที่นี่ไม่ได้</source>
        <translation>Not to be drafted here</translation>
    </message>
    <message>
        <source>คำสั่งสิ้นสุดแล้ว</source>
        <translation>The order has ended</translation>
    </message>
    <message>
        <source>เลือกร่างจากรายการ</source>
        <translation>Choose a draft from the list</translation>
    </message>
    <message>
        <source>หน้ากระดาษจริงจะแสดงที่นี่</source>
        <translation>Its paper will be shown here</translation>
    </message>
</context>
<context>
    <name>OwedList</name>
    <message>
        <source>จ่าย หรือยังไม่จ่าย</source>
        <translation>Pay now, or not</translation>
    </message>
    <message>
        <source>ค้างชำระ</source>
        <translation>Not paid</translation>
    </message>
    <message>
        <source>รายการค้างชำระ</source>
        <translation>What is not paid</translation>
    </message>
</context>
<context>
    <name>OwnPage</name>
    <message>
        <source>เล่มของเครื่องนี้</source>
        <translation>Books of this desk</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่มีเล่มเลข</source>
        <translation>This desk has no number books yet</translation>
    </message>
    <message>
        <source>เคาน์เตอร์ได้เล่มใบเสร็จ และเครื่องสารบรรณกลางได้ทะเบียนเลขรับ ทันทีที่ต่อกับส่วนกลางครั้งแรก</source>
        <translation>A counter gets receipt books, and the central registry its register of numbers, as soon as they first reach the centre</translation>
    </message>
</context>
<context>
    <name>PageCompare</name>
    <message>
        <source>ไปอีกฉบับ</source>
        <translation>To the other document</translation>
    </message>
    <message>
        <source>เทียบสองฉบับ</source>
        <translation>Comparing two documents</translation>
    </message>
    <message>
        <source>เลื่อนไปด้วยกัน</source>
        <translation>Move together</translation>
    </message>
    <message>
        <source>ฉบับซ้าย</source>
        <translation>Document at the left</translation>
    </message>
    <message>
        <source>ฉบับขวา</source>
        <translation>Document at the right</translation>
    </message>
    <message>
        <source>ไม่มีหน้าให้ดู</source>
        <translation>No pages to look at</translation>
    </message>
    <message>
        <source>หนังสือฉบับนี้ไม่มีไฟล์ หรือไฟล์ยังไม่มาถึงเครื่องนี้</source>
        <translation>This letter has no file, or its file has not reached this machine yet</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>รับเรื่องใหม่</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>ค่าธรรมเนียมอื่น</source>
        <translation>Other fee</translation>
    </message>
    <message>
        <source>เรื่องทั้งหมด</source>
        <translation>All matters</translation>
    </message>
    <message>
        <source>ยังไม่มีเรื่องของคนนี้ คำขอ หนังสือรับรอง และใบเสร็จในชื่อนี้จะรวมอยู่ที่นี่</source>
        <translation>Nothing yet. Requests, certificates and receipts in this name will stand here.</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>หน้าก่อน</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>หน้าถัดไป</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>ย่อ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>ขยาย</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>พอดีความกว้าง</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>พอดีทั้งหน้า</source>
        <translation>Fit page</translation>
    </message>
    <message>
        <source>ขนาดจริง 100 %</source>
        <translation>Real size, 100 %</translation>
    </message>
    <message>
        <source>หมุนภาพที่ดู</source>
        <translation>Turn the view</translation>
    </message>
    <message>
        <source>ค้นในเอกสาร</source>
        <translation>Find in the document</translation>
    </message>
    <message>
        <source>คัดลอกข้อความของหน้านี้</source>
        <translation>Copy the text of this page</translation>
    </message>
    <message>
        <source>หน้า</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>ไปที่หน้า</source>
        <translation>Go to page</translation>
    </message>
    <message>
        <source>หน้าเอกสาร</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>คัดลอกข้อความของหน้านี้แล้ว</source>
        <translation>The text of this page is copied</translation>
    </message>
    <message>
        <source>หน้านี้ยังไม่มีข้อความให้คัดลอก</source>
        <translation>This page has no text to copy yet</translation>
    </message>
    <message>
        <source>หน้าเอกสาร</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>ภาพย่อของทุกหน้า</source>
        <translation>Thumbnails of all pages</translation>
    </message>
    <message>
        <source>หน้าถัดไป</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>หน้าก่อน</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>หน้าแรก หน้าสุดท้าย</source>
        <translation>First page, last page</translation>
    </message>
    <message>
        <source>ขยาย</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>ย่อ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>พอดีทั้งหน้า หรือพอดีความกว้าง</source>
        <translation>Whole page, or its width</translation>
    </message>
    <message>
        <source>ขนาดจริง 100 %</source>
        <translation>Real size, 100 %</translation>
    </message>
    <message>
        <source>หมุนภาพที่ดู</source>
        <translation>Turn the view</translation>
    </message>
    <message>
        <source>คัดลอกข้อความของหน้านี้</source>
        <translation>Copy the text of this page</translation>
    </message>
    <message>
        <source>ที่พบถัดไป ก่อนหน้า</source>
        <translation>Next hit, previous hit</translation>
    </message>
</context>
<context>
    <name>PaperActions</name>
    <message>
        <source>ยกเลิกใบเสร็จ {number} แล้ว</source>
        <translation>Receipt {number} is void</translation>
    </message>
    <message>
        <source>เก็บฉบับที่มีคำว่ายกเลิกคู่กับต้นฉบับ กด F7 เพื่อออกใบแทน</source>
        <translation>Keep the cancelled copies with the original. F7 issues another in its place.</translation>
    </message>
    <message>
        <source>บันทึกใบเสร็จเป็น PDF แล้ว</source>
        <translation>Receipt saved as PDF</translation>
    </message>
</context>
<context>
    <name>PaperFields</name>
    <message>
        <source>สแกนใบติดตาม หรือพิมพ์เลขรับ แล้วกด Enter</source>
        <translation>Scan a slip, or type a number, and press Enter</translation>
    </message>
    <message>
        <source>ใบติดตามหรือเลขรับ</source>
        <translation>Slip or number</translation>
    </message>
    <message>
        <source>ส่งให้หน่วยงาน</source>
        <translation>Send to units</translation>
    </message>
    <message>
        <source>ผู้รับ (ถ้ารู้)</source>
        <translation>To whom (if known)</translation>
    </message>
    <message>
        <source>ห้องของหน่วยงาน</source>
        <translation>Room of the unit</translation>
    </message>
    <message>
        <source>ที่ที่สำรวจ</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>เลือกหน่วยงานที่จะส่งให้ก่อน</source>
        <translation>Choose the unit that they go to first</translation>
    </message>
    <message>
        <source>เลือกหน่วยงาน</source>
        <translation>Choose a unit</translation>
    </message>
</context>
<context>
    <name>PaperLists</name>
    <message>
        <source>อ้างถึง</source>
        <translation>Refers to</translation>
    </message>
    <message>
        <source>สิ่งที่ส่งมาด้วย</source>
        <translation>Enclosures</translation>
    </message>
    <message>
        <source>เช่น ชม 52301/77 ลงวันที่ 1 พ.ย. 69 บรรทัดละฉบับ</source>
        <translation>As ชม 52301/77 ลงวันที่ 1 พ.ย. 69, one a line</translation>
    </message>
    <message>
        <source>เช่น แบบรายงาน 2 ชุด บรรทัดละรายการ</source>
        <translation>As แบบรายงาน 2 ชุด, one a line</translation>
    </message>
    <message>
        <source>ผูกกับ {letters}</source>
        <translation>Linked to {letters}</translation>
    </message>
    <message>
        <source>ยังไม่พบในเครื่องนี้ ผูกเองเมื่อมาถึง</source>
        <translation>Not here yet; linked when it comes</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>เล่มกระดาษที่รอบันทึก</source>
        <translation>Paper books that wait</translation>
    </message>
    <message>
        <source>สิ่งที่บันทึก</source>
        <translation>What is entered</translation>
    </message>
    <message>
        <source>บันทึกจากกระดาษ</source>
        <translation>Enter from paper</translation>
    </message>
    <message>
        <source>เสียหรือสูญหาย</source>
        <translation>Spoilt or lost</translation>
    </message>
    <message>
        <source>ไม่มีใบเสร็จกระดาษรอบันทึก</source>
        <translation>No paper receipts wait</translation>
    </message>
    <message>
        <source>เล่มมือที่จ่ายให้เคาน์เตอร์ และใบเสร็จของเครื่องที่สูญหาย จะอยู่ที่นี่จนบันทึกครบทุกเลข</source>
        <translation>Books filled in by hand, and receipts of a lost desk, are here until every number is entered</translation>
    </message>
    <message>
        <source>บันทึกเลข {number} แล้ว</source>
        <translation>Number {number} is entered</translation>
    </message>
    <message>
        <source>บันทึกเลขเสีย {numbers} แล้ว</source>
        <translation>Recorded as spoilt: {numbers}</translation>
    </message>
    <message>
        <source>ใบเสร็จบนกระดาษ</source>
        <translation>Receipts on paper</translation>
    </message>
    <message>
        <source>ไปที่รายการเล่ม</source>
        <translation>To the list of books</translation>
    </message>
</context>
<context>
    <name>PaperScreen</name>
    <message>
        <source>ที่อยู่ต้นฉบับ</source>
        <translation>Where the papers are</translation>
    </message>
    <message>
        <source>ต้นฉบับ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>งานที่ทำกับต้นฉบับ</source>
        <translation>What is done with papers</translation>
    </message>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>รับทั้งหมดที่ส่งมา</source>
        <translation>Take all that was sent</translation>
    </message>
    <message>
        <source>พิมพ์ใบติดตาม</source>
        <translation>Print slips</translation>
    </message>
    <message>
        <source>สแกน หรือเปิดหนังสือ</source>
        <translation>Scan, or open the letter</translation>
    </message>
    <message>
        <source>เอาออกจากที่สแกน</source>
        <translation>Take out of what was scanned</translation>
    </message>
</context>
<context>
    <name>PaperTrail</name>
    <message>
        <source>เส้นทางของต้นฉบับ</source>
        <translation>The paper&apos;s way</translation>
    </message>
    <message>
        <source>ยังไม่ได้เลือกฉบับใด</source>
        <translation>No paper chosen</translation>
    </message>
    <message>
        <source>ลองหาที่ {place}: {holder}</source>
        <translation>Look here {place}: {holder}</translation>
    </message>
    <message>
        <source>ยังไม่เคยพิมพ์ใบติดตามของฉบับนี้</source>
        <translation>No slip of this paper was ever printed</translation>
    </message>
</context>
<context>
    <name>PaperWay</name>
    <message>
        <source>กระดาษใบเสร็จของเครื่องนี้</source>
        <translation>Receipt paper of this computer</translation>
    </message>
    <message>
        <source>A5 แยกต้นฉบับและสำเนา</source>
        <translation>A5, original and copy apart</translation>
    </message>
    <message>
        <source>A4 แยกต้นฉบับและสำเนา</source>
        <translation>A4, original and copy apart</translation>
    </message>
    <message>
        <source>A4 สองส่วน ต้นฉบับคู่สำเนา</source>
        <translation>A4 in two, side by side</translation>
    </message>
    <message>
        <source>ม้วนความร้อน 80 มม.</source>
        <translation>Thermal roll, 80 mm</translation>
    </message>
    <message>
        <source>แบบพิมพ์สำเร็จรูป</source>
        <translation>Pre-printed stock</translation>
    </message>
    <message>
        <source>รูปแบบกระดาษ</source>
        <translation>Kind of paper</translation>
    </message>
    <message>
        <source>เลื่อนขวา (มม.)</source>
        <translation>Move right (mm)</translation>
    </message>
    <message>
        <source>เลื่อนลง (มม.)</source>
        <translation>Move down (mm)</translation>
    </message>
    <message>
        <source>เลขบนกระดาษใบแรกในถาด</source>
        <translation>Number on the first sheet in the tray</translation>
    </message>
    <message>
        <source>พิมพ์แผ่นทดสอบตำแหน่ง</source>
        <translation>Print a test sheet</translation>
    </message>
    <message>
        <source>เครื่องพิมพ์เอกสาร A4</source>
        <translation>Printer for A4 papers</translation>
    </message>
    <message>
        <source>ใบนำส่ง ใบแจ้ง หนังสือ</source>
        <translation>Slips, bills, letters</translation>
    </message>
    <message>
        <source>พิมพ์แผ่นทดสอบ A4</source>
        <translation>Print an A4 trial sheet</translation>
    </message>
    <message>
        <source>ใบต่อไปเลขที่ {number:06d}</source>
        <translation>The next sheet is no. {number:06d}</translation>
    </message>
    <message>
        <source>ยังไม่ได้บอกเลขบนกระดาษ</source>
        <translation>The numbers of the stock are not said yet</translation>
    </message>
    <message>
        <source>เครื่องเดียวกับใบเสร็จ</source>
        <translation>Same as receipts</translation>
    </message>
    <message>
        <source>ใส่เป็นมิลลิเมตร ไม่เกิน 20</source>
        <translation>In millimetres, at most 20</translation>
    </message>
    <message>
        <source>ใส่เลขล้วน</source>
        <translation>Figures only</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>เลขนี้เป็นของหนังสือฉบับนี้ เปิดร่างเดิมจากรายการแล้วทำต่อได้ ไม่ออกเลขใหม่</source>
        <translation>The number belongs to this letter. Open the draft from the list and go on; no other number is taken.</translation>
    </message>
    <message>
        <source>ได้เลข {number} แล้ว แต่กระดาษยังไม่เสร็จ</source>
        <translation>Number {number} is taken, but the paper is not finished</translation>
    </message>
    <message>
        <source>จะได้เลขจริงเมื่อต่อกับเครื่องที่ถือทะเบียน แล้วกระดาษจะออกเอง</source>
        <translation>The official number comes from the desk that holds the register; the paper is then made by itself.</translation>
    </message>
    <message>
        <source>ลงนามแล้ว เลขชั่วคราว {number}</source>
        <translation>Signed, provisional number {number}</translation>
    </message>
    <message>
        <source>ลงนามแล้ว ได้เลข {number}</source>
        <translation>Signed as number {number}</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>เปิดแฟ้มข้อมูลของเครื่องนี้</source>
        <translation>Open this machine&apos;s data</translation>
    </message>
    <message>
        <source>ตั้งวลีรหัสผ่าน</source>
        <translation>Choose a passphrase</translation>
    </message>
    <message>
        <source>ใส่วลีรหัสผ่าน</source>
        <translation>Enter the passphrase</translation>
    </message>
    <message>
        <source>ข้อมูลในเครื่องนี้เข้ารหัสไว้ แต่ระบบปฏิบัติการไม่มีที่เก็บกุญแจ จึงต้องใส่วลีรหัสผ่านทุกครั้งที่เปิดโปรแกรม วลีนี้ไม่ถูกเก็บไว้ที่ใด ถ้าลืม จะเปิดข้อมูลที่ยังไม่ส่งส่วนกลางไม่ได้</source>
        <translation>The data on this machine is encrypted, and the operating system has no keyring to hold its key. The passphrase is therefore asked for each time the program opens. It is stored nowhere: without it, work that has not reached the centre cannot be opened.</translation>
    </message>
    <message>
        <source>วลีรหัสผ่าน</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>วลีรหัสผ่านอีกครั้ง</source>
        <translation>Passphrase again</translation>
    </message>
    <message>
        <source>ปิดโปรแกรม</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>ตั้งและเปิด</source>
        <translation>Set and open</translation>
    </message>
    <message>
        <source>เปิด</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>อย่างน้อย {count} ตัวอักษร</source>
        <translation>At least {count} characters</translation>
    </message>
    <message>
        <source>ไม่ตรงกับช่องบน</source>
        <translation>Differs from the one above</translation>
    </message>
    <message>
        <source>มีอักษรไทยอยู่ในวลี</source>
        <translation>Thai letters in the passphrase</translation>
    </message>
</context>
<context>
    <name>PayPanel</name>
    <message>
        <source>รวมเงิน (บาท)</source>
        <translation>Total (baht)</translation>
    </message>
    <message>
        <source>รับเงินสด (บาท)</source>
        <translation>Cash received (baht)</translation>
    </message>
    <message>
        <source>พอดี</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>โอน / เช็ค</source>
        <translation>Transfer / cheque</translation>
    </message>
    <message>
        <source>ไม่มีรายการที่จะรับเงินตอนนี้</source>
        <translation>Nothing to take money for now</translation>
    </message>
    <message>
        <source>รับเงินและพิมพ์</source>
        <translation>Take and print</translation>
    </message>
    <message>
        <source>เลือกค่าธรรมเนียม</source>
        <translation>Choose a fee</translation>
    </message>
    <message>
        <source>เงินที่รับมายังไม่พอ</source>
        <translation>Not enough money yet</translation>
    </message>
    <message>
        <source>ยังขาด</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>เงินทอน</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>ผู้ชำระเงิน</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>ชื่อ–นามสกุล หรือชื่อนิติบุคคล</source>
        <translation>Name of the person or company</translation>
    </message>
    <message>
        <source>ที่อยู่</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>ไม่บังคับ</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>รับเงินสด (บาท)</source>
        <translation>Cash received (baht)</translation>
    </message>
    <message>
        <source>รับเงินและพิมพ์</source>
        <translation>Take money and print</translation>
    </message>
    <message>
        <source>โอน / เช็ค</source>
        <translation>Transfer / cheque</translation>
    </message>
    <message>
        <source>ล้าง</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>รวมเงิน (บาท)</source>
        <translation>Total (baht)</translation>
    </message>
    <message>
        <source>พอดี</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>เลือกรายการทางซ้าย</source>
        <translation>Choose an item at the left</translation>
    </message>
    <message>
        <source>{sum} บาท มากกว่าปกติ ถ้าถูกต้อง กด F9 อีกครั้ง</source>
        <translation>{sum} baht is more than usual. If it is right, press F9 again</translation>
    </message>
    <message>
        <source>ใส่ชื่อผู้ชำระเงิน</source>
        <translation>Enter the payer&apos;s name</translation>
    </message>
    <message>
        <source>เงินที่รับมายังไม่พอ</source>
        <translation>The money received is not enough</translation>
    </message>
    <message>
        <source>ยังขาด</source>
        <translation>Short by</translation>
    </message>
    <message>
        <source>เงินทอน</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>ผู้ใช้อื่น</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>ผู้ใช้ของเครื่องนี้</source>
        <translation>People of this machine</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>เดือนนี้</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>ปีนี้</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>ช่วงวัน</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>ตั้งแต่วันที่</source>
        <translation>From</translation>
    </message>
    <message>
        <source>ถึงวันที่</source>
        <translation>To</translation>
    </message>
    <message>
        <source>ใส่วันที่</source>
        <translation>Enter a date</translation>
    </message>
    <message>
        <source>อยู่ก่อนวันแรก</source>
        <translation>Before the first day</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>ประชาชนรายใหม่</source>
        <translation>New citizen</translation>
    </message>
    <message>
        <source>แก้ข้อมูลประชาชน</source>
        <translation>Put a citizen&apos;s particulars right</translation>
    </message>
    <message>
        <source>ประเภท</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>13 หลัก ไม่ทราบเว้นว่างได้</source>
        <translation>13 digits; empty if unknown</translation>
    </message>
    <message>
        <source>ไม่มีเว้นว่างได้</source>
        <translation>Empty if there is none</translation>
    </message>
    <message>
        <source>เก็บเท่าที่จำเป็นต่องานตามหน้าที่ (PDPA มาตรา 24 (4)) ไม่เก็บภาพถ่าย ศาสนา หมู่โลหิต</source>
        <translation>Only what the office&apos;s task needs is kept (PDPA, section 24 (4)): no photo, religion or blood group</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>ไม่บันทึก</source>
        <translation>Don&apos;t save</translation>
    </message>
    <message>
        <source>ใส่ตัวเลข 8 ถึง 15 หลัก</source>
        <translation>8 to 15 digits</translation>
    </message>
    <message>
        <source>เลขไม่ครบหรือหลักสุดท้ายไม่ตรง</source>
        <translation>Digits missing, or the last one does not fit</translation>
    </message>
    <message>
        <source>ใส่ชื่อ</source>
        <translation>Fill in the name</translation>
    </message>
    <message>
        <source>คำนำหน้า</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ชื่อกลาง</source>
        <translation>Middle name</translation>
    </message>
    <message>
        <source>นามสกุล</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>ฉายา</source>
        <translation>Monastic name</translation>
    </message>
    <message>
        <source>เลขประจำตัว</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>โทรศัพท์อีกเลข</source>
        <translation>Other telephone</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>บ้านเลขที่</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>หมู่ที่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>ตรอก</source>
        <translation>Trok</translation>
    </message>
    <message>
        <source>ซอย</source>
        <translation>Soi</translation>
    </message>
    <message>
        <source>ถนน</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>ตำบล</source>
        <translation>Tambon</translation>
    </message>
    <message>
        <source>อำเภอ</source>
        <translation>Amphoe</translation>
    </message>
    <message>
        <source>จังหวัด</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>รหัสไปรษณีย์</source>
        <translation>Postcode</translation>
    </message>
</context>
<context>
    <name>PhotoPicker</name>
    <message>
        <source>เพิ่มรูป</source>
        <translation>Add pictures</translation>
    </message>
    <message>
        <source>รูป: {names}</source>
        <translation>Pictures: {names}</translation>
    </message>
    <message>
        <source>รู้พิกัดจากรูปแล้ว</source>
        <translation>The picture says where</translation>
    </message>
    <message>
        <source>เลือกรูป</source>
        <translation>Choose pictures</translation>
    </message>
</context>
<context>
    <name>PhrasesPage</name>
    <message>
        <source>วลีเกษียณ</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>เป็นวลีของ</source>
        <translation>Whose phrase</translation>
    </message>
    <message>
        <source>ปุ่ม</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>ความหมาย</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>ข้อความ</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>ไม่ใช้ปุ่ม</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>วลีใหม่</source>
        <translation>New phrase</translation>
    </message>
    <message>
        <source>ลบวลี</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>บันทึกวลี</source>
        <translation>Keep phrase</translation>
    </message>
    <message>
        <source>พิมพ์ข้อความก่อน</source>
        <translation>Type the words first</translation>
    </message>
</context>
<context>
    <name>PiecesForm</name>
    <message>
        <source>ธนบัตร</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>เหรียญ</source>
        <translation>Coins</translation>
    </message>
    <message>
        <source>รวม (บาท)</source>
        <translation>Sum (baht)</translation>
    </message>
    <message>
        <source>ธนบัตร {baht} บาท</source>
        <translation>Notes of {baht} baht</translation>
    </message>
    <message>
        <source>เหรียญ {baht} บาท</source>
        <translation>Coins of {baht} baht</translation>
    </message>
</context>
<context>
    <name>PrinterChoice</name>
    <message>
        <source>เครื่องพิมพ์ใบเสร็จ</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>หยุดอยู่</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>ไม่พิมพ์ เก็บเป็น PDF</source>
        <translation>Do not print, keep as PDF</translation>
    </message>
</context>
<context>
    <name>PrintingTold</name>
    <message>
        <source>ส่ง{paper} ให้เครื่องพิมพ์แล้ว</source>
        <translation>{paper} was sent to the printer</translation>
    </message>
    <message>
        <source>ยังไม่ได้เลือกเครื่องพิมพ์</source>
        <translation>No printer is chosen</translation>
    </message>
    <message>
        <source>เลือกที่เคาน์เตอร์ หรือบันทึก PDF ไปพิมพ์ ใบเสร็จบันทึกอยู่แล้ว</source>
        <translation>Choose one at the counter, or save a PDF and print that. The receipt is recorded.</translation>
    </message>
    <message>
        <source>{paper} รอพิมพ์</source>
        <translation>{paper} waits to be printed</translation>
    </message>
    <message>
        <source>ตอบก่อนว่าใบก่อนหน้าออกมาหรือยัง แล้วจะพิมพ์ต่อเอง</source>
        <translation>First say whether the sheet before came out; then it is printed by itself</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>บรรทัดที่ต้องแก้</source>
        <translation>Lines to put right</translation>
    </message>
    <message>
        <source>แก้เป็น แล้วกด Enter</source>
        <translation>Put right, then Enter</translation>
    </message>
    <message>
        <source>ไม่นำเข้าบรรทัดนี้</source>
        <translation>Leave this line out</translation>
    </message>
    <message>
        <source>ไม่มีบรรทัดที่ต้องแก้</source>
        <translation>No line to put right</translation>
    </message>
    <message>
        <source>นำเข้าด้วย F9 ถอนออกทั้งชุดได้ภายหลัง</source>
        <translation>Take it in with F9; all of it can be taken back later</translation>
    </message>
    <message>
        <source>แสดง {count:,} รายการแรก ที่เหลือแสดงเมื่อตรวจอีกครั้ง</source>
        <translation>The first {count:,} are shown, the others when it is checked again</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>หยุด</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>รอเรียก</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>กำลังรับบริการ</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>พักไว้</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>ไม่มา</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>เสร็จแล้ว</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>ช่องทางพิเศษ</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>ช่อง {place}</source>
        <translation>Counter {place}</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>อื่น ๆ</source>
        <translation>More</translation>
    </message>
    <message>
        <source>เรียกซ้ำ</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>เลขบนบัตรกระดาษ</source>
        <translation>Number on paper</translation>
    </message>
    <message>
        <source>เรียกจากกระดาษ</source>
        <translation>Call from paper</translation>
    </message>
    <message>
        <source>เรียกคิวถัดไป</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>ไม่มีผู้รอแล้ว</source>
        <translation>Nobody else waits</translation>
    </message>
    <message>
        <source>ติดต่อเครื่องหลักไม่ได้ เรียกจากบัตรกระดาษ</source>
        <translation>Main computer away: call from paper</translation>
    </message>
    <message>
        <source>เรียกจากกระดาษ กด F2 เมื่อเสร็จ</source>
        <translation>Called from paper. Press F2 when done</translation>
    </message>
    <message>
        <source>ว่าง พร้อมเรียก</source>
        <translation>Free, ready to call</translation>
    </message>
    <message>
        <source>รอ {count}</source>
        <translation>{count} waiting</translation>
    </message>
</context>
<context>
    <name>QueueLink</name>
    <message>
        <source>ช่องทาง {wanted} ของเครื่องนี้มีโปรแกรมอื่นใช้อยู่ คิวจึงเปิดที่ช่องทาง {port}</source>
        <translation>Another program has port {wanted} of this computer: the queue is open at port {port}</translation>
    </message>
    <message>
        <source>ถ้าเปิดโปรแกรมนี้ไว้สองหน้าต่าง ให้เครื่องหลักของคิวมีหน้าต่างเดียว เครื่องอื่นต้องใส่ที่อยู่ที่ลงท้ายด้วย :{port}</source>
        <translation>If this program is open twice here, let one window keep the queue. Other computers need the address with :{port} at its end</translation>
    </message>
</context>
<context>
    <name>QueueScreen</name>
    <message>
        <source>รับบัตร</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>เรียกคิว</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>สรุปวัน</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>ตั้งค่า</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>หน้าของคิว</source>
        <translation>Pages of the queue</translation>
    </message>
    <message>
        <source>เปิดจอเรียกคิว</source>
        <translation>Open the board</translation>
    </message>
    <message>
        <source>คิว</source>
        <translation>Queue</translation>
    </message>
</context>
<context>
    <name>ReadFields</name>
    <message>
        <source>กำลังอ่านหน้าหนังสือ</source>
        <translation>Reading the page</translation>
    </message>
    <message>
        <source>ตรวจ</source>
        <translation>check</translation>
    </message>
    <message>
        <source>  Ctrl+↓ อ่านอีกแบบ</source>
        <translation>  Ctrl+↓ other reading</translation>
    </message>
    <message>
        <source>Enter รับ  → แก้</source>
        <translation>Enter takes it  → to correct it</translation>
    </message>
</context>
<context>
    <name>ReadingLine</name>
    <message>
        <source>ไม่รอ</source>
        <translation>Don&apos;t wait</translation>
    </message>
    <message>
        <source>อ่านพบ {count} ช่อง ดูภาพแล้วกด Enter รับ หรือพิมพ์ทับ</source>
        <translation>{count} [field|fields] read: look at the picture, Enter takes it, or type over it</translation>
    </message>
    <message>
        <source>กำลังอ่านหน้าหนังสือ พิมพ์ได้เลยไม่ต้องรอ</source>
        <translation>Reading the page; type on, no need to wait</translation>
    </message>
    <message>
        <source>อ่านแล้วไม่พบช่องที่แน่ใจ พิมพ์ตามปกติ</source>
        <translation>Read, and nothing certain found; type as usual</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่มีส่วนอ่านภาษาไทย พิมพ์ตามปกติ</source>
        <translation>This computer cannot read Thai pages yet; type as usual</translation>
    </message>
    <message>
        <source>อ่านหน้านี้ไม่สำเร็จ พิมพ์ตามปกติ</source>
        <translation>This page could not be read; type as usual</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>ไม่ทำ</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>ใส่เหตุผล</source>
        <translation>Enter a reason</translation>
    </message>
</context>
<context>
    <name>ReassignScreen</name>
    <message>
        <source>โอนงานของผู้ไม่อยู่</source>
        <translation>Reassign somebody&apos;s letters</translation>
    </message>
    <message>
        <source>เลือกหรือเว้นฉบับ</source>
        <translation>Take or leave a letter</translation>
    </message>
    <message>
        <source>ผู้ไม่อยู่</source>
        <translation>Who is absent</translation>
    </message>
    <message>
        <source>โอนให้</source>
        <translation>Give to</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>ผู้นี้ไม่มีหนังสือค้าง</source>
        <translation>Nothing is open there</translation>
    </message>
    <message>
        <source>หนังสือที่ส่งถึงตำแหน่งหรือตัวผู้นี้และยังไม่เสร็จ จะอยู่ที่นี่</source>
        <translation>Letters sent to this person or their post and not yet done are here.</translation>
    </message>
    <message>
        <source>โอนงาน</source>
        <translation>Reassign</translation>
    </message>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>เลือกผู้รับงานแทน</source>
        <translation>Choose who takes over</translation>
    </message>
    <message>
        <source>โอนหนังสือ {count} ฉบับให้ {name} แล้ว</source>
        <translation>{count} [letter|letters] given to {name}</translation>
    </message>
</context>
<context>
    <name>ReceiptFields</name>
    <message>
        <source>ใบเสร็จเล่มที่</source>
        <translation>Receipt book</translation>
    </message>
    <message>
        <source>เลขที่</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>ค่าธรรมเนียม (บาท)</source>
        <translation>Fee (baht)</translation>
    </message>
    <message>
        <source>ค่าปรับ (บาท)</source>
        <translation>Surcharge (baht)</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>บันทึกใบเสร็จเป็น PDF</source>
        <translation>Save the receipt as PDF</translation>
    </message>
    <message>
        <source>เลขที่</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>เวลา</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>ผู้ชำระเงิน</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>จำนวนเงิน</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>ออกแล้ว</source>
        <translation>Issued</translation>
    </message>
</context>
<context>
    <name>ReceiptsScreen</name>
    <message>
        <source>ใบเสร็จของวัน</source>
        <translation>Receipts of the day</translation>
    </message>
    <message>
        <source>พิมพ์ซ้ำ</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>ยกเลิกใบเสร็จ</source>
        <translation>Void the receipt</translation>
    </message>
    <message>
        <source>ออกใบแทน</source>
        <translation>Issue another</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>เลข e-LAAS</source>
        <translation>e-LAAS no.</translation>
    </message>
    <message>
        <source>ยังไม่มีใบเสร็จของวันนี้</source>
        <translation>No receipts today yet</translation>
    </message>
    <message>
        <source>ไม่มีใบเสร็จของวันนั้น</source>
        <translation>No receipts on that day</translation>
    </message>
    <message>
        <source>เมื่อรับเงินที่เคาน์เตอร์ ใบเสร็จทุกใบจะมาอยู่ที่นี่ พร้อมยอดรวมของวัน</source>
        <translation>Every receipt issued at the counter comes here, with the total of the day</translation>
    </message>
    <message>
        <source>เลือกใบเสร็จเพื่อดู</source>
        <translation>Choose a receipt to see it</translation>
    </message>
    <message>
        <source>ต้นฉบับและสำเนาจะแสดงที่นี่เหมือนที่พิมพ์</source>
        <translation>Original and copy show here as printed</translation>
    </message>
    <message>
        <source>เงินและใบเสร็จ</source>
        <translation>Money and receipts</translation>
    </message>
    <message>
        <source>ใบถัดไป</source>
        <translation>Next receipt</translation>
    </message>
    <message>
        <source>ใบก่อน</source>
        <translation>Previous receipt</translation>
    </message>
    <message>
        <source>วันก่อน</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>วันถัดไป</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>ยืนยันการยกเลิก</source>
        <translation>Confirm the cancellation</translation>
    </message>
</context>
<context>
    <name>ReceiveForm</name>
    <message>
        <source>รับเงินตามใบนำส่งของ {counter} ปิดกะ {when}</source>
        <translation>Receive the money of {counter}, closed {when}</translation>
    </message>
    <message>
        <source>{name} นำส่งเงินสด {cash} เช็ค {cheques} บาท นับแล้วใส่ยอดที่นับได้</source>
        <translation>{name} brings {cash} in cash and {cheques} in cheques: count it and type the sum</translation>
    </message>
    <message>
        <source>เงินสดที่นับได้ (บาท)</source>
        <translation>Cash counted (baht)</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>เมื่อยอดไม่ตรง</source>
        <translation>where it differs</translation>
    </message>
    <message>
        <source>รับเงินแล้ว</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>ยังไม่รับ</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>ใส่ยอดที่นับได้</source>
        <translation>Type what was counted</translation>
    </message>
    <message>
        <source>บอกเหตุผล</source>
        <translation>Say why</translation>
    </message>
</context>
<context>
    <name>Reception</name>
    <message>
        <source>รับบัตรคิว</source>
        <translation>Take a ticket</translation>
    </message>
    <message>
        <source>ช่องทางพิเศษ: ผู้สูงอายุ ผู้พิการ พระภิกษุ หญิงมีครรภ์</source>
        <translation>Priority: elderly, disabled, monks, pregnant</translation>
    </message>
    <message>
        <source>พิมพ์บัตรซ้ำ</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>บัตรล่าสุด</source>
        <translation>Latest ticket</translation>
    </message>
    <message>
        <source>ยังไม่มีบริการให้รับบัตร</source>
        <translation>No service gives tickets yet</translation>
    </message>
    <message>
        <source>บริการของศูนย์จะขึ้นที่นี่ เมื่อเครื่องนี้ต่อกับเครื่องหลักของคิว และเปิดบริการไว้ที่ตั้งค่า</source>
        <translation>Services appear here once this computer is connected to the queue&apos;s main computer and they are open in the settings.</translation>
    </message>
    <message>
        <source>กดตัวเลขของบริการหนึ่งครั้ง บัตรจะออกและพิมพ์ทันที</source>
        <translation>Press a service&apos;s figure once: the ticket is given and printed at once.</translation>
    </message>
    <message>
        <source>{service} · รอก่อนหน้า {count} คิว</source>
        <translation>{service} · {count} waiting before</translation>
    </message>
    <message>
        <source>รับบัตรของบริการ</source>
        <translation>Ticket for a service</translation>
    </message>
    <message>
        <source>ช่องทางพิเศษ</source>
        <translation>Priority</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>งานทุกรายการยังอยู่ครบในเครื่องนี้ ขอรหัสเชื่อมเครื่องใหม่จากผู้ดูแลของสำนักงาน แล้วใส่ในช่องนี้</source>
        <translation>Everything is still on this computer. Ask the office&apos;s administrator for a new code and enter it here.</translation>
    </message>
    <message>
        <source>รหัสเชื่อมเครื่องใหม่</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>งานทุกรายการในเครื่องจะไปต่อด้วยรหัสนี้</source>
        <translation>All work on this computer goes on with this code</translation>
    </message>
    <message>
        <source>เชื่อมเครื่องใหม่</source>
        <translation>Connect anew</translation>
    </message>
    <message>
        <source>อ่านและพิมพ์งานเดิมก่อน</source>
        <translation>Read and print for now</translation>
    </message>
    <message>
        <source>กำลังเชื่อมเครื่อง</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>ใส่รหัสเชื่อมเครื่อง</source>
        <translation>Enter the code</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>ชื่อทะเบียนเดิม</source>
        <translation>Name of the old register</translation>
    </message>
    <message>
        <source>เป็นทะเบียน</source>
        <translation>It lists</translation>
    </message>
    <message>
        <source>ปี พ.ศ. (ถ้าในแฟ้มไม่มี)</source>
        <translation>Year B.E. (if the file has none)</translation>
    </message>
    <message>
        <source>รหัสอักษร</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>แผ่นงาน</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>ทะเบียนของหน่วยงานฉัน</source>
        <translation>My unit&apos;s own register</translation>
    </message>
    <message>
        <source>เลือกแฟ้มทะเบียน</source>
        <translation>Choose a register</translation>
    </message>
    <message>
        <source>ตรวจทั้งแฟ้ม</source>
        <translation>Check the whole file</translation>
    </message>
    <message>
        <source>นำเข้า {count} ฉบับ</source>
        <translation>Take in {count} [letter|letters]</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>นำทะเบียนเดิมเข้ามาทั้งเล่ม</source>
        <translation>Take an old register in as a whole</translation>
    </message>
    <message>
        <source>เลือกแฟ้ม Excel (.xlsx) หรือ CSV ด้วย F3 ตรวจก่อนได้โดยไม่บันทึก เลขเดิมคงอยู่ทุกเลข และถอนออกได้ทั้งชุด</source>
        <translation>Choose an Excel (.xlsx) or CSV file with F3. Check it first without saving; every number stays as it was, and all of it can be taken back</translation>
    </message>
    <message>
        <source>ตาราง</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>กำลังตรวจแฟ้ม</source>
        <translation>Checking the file</translation>
    </message>
    <message>
        <source>กำลังนำเข้า</source>
        <translation>Taking in</translation>
    </message>
    <message>
        <source>ใส่ปี พ.ศ. สี่หลัก</source>
        <translation>Give a year of four figures (B.E.)</translation>
    </message>
    <message>
        <source>นำเข้าแล้ว {entered:,} ฉบับ มีอยู่ก่อน {there:,} ไม่ได้นำเข้า {wrong:,}</source>
        <translation>{entered:,} [letter|letters] taken in · there before {there:,} · stayed out {wrong:,}</translation>
    </message>
    <message>
        <source>ยังไม่รู้ว่าคอลัมน์ใดคือ {missing}</source>
        <translation>Not known yet which column is: {missing}</translation>
    </message>
    <message>
        <source>ยังไม่ได้ตรวจ กด F5 เพื่อตรวจทั้งแฟ้มโดยไม่บันทึก</source>
        <translation>Not checked yet: F5 checks the whole file and saves nothing</translation>
    </message>
    <message>
        <source>พร้อมนำเข้า {ready:,} · มีอยู่แล้ว {there:,} · ข้าม {left:,} · ต้องแก้ {wrong:,}</source>
        <translation>Ready {ready:,} · there already {there:,} · left out {left:,} · to put right {wrong:,}</translation>
    </message>
    <message>
        <source>ดูเหมือนมีในทะเบียนอื่นแล้ว {seems:,}</source>
        <translation>Seem to stand in another register already: {seems:,}</translation>
    </message>
    <message>
        <source>หยุดแล้ว ที่นำเข้าไปแล้วยังอยู่ ตรวจแฟ้มเดิมอีกครั้งเพื่อทำต่อ หรือถอนออกทั้งชุด</source>
        <translation>Stopped. What was taken in stays: check the same file again to go on, or take all of it back</translation>
    </message>
</context>
<context>
    <name>RegisterScreen</name>
    <message>
        <source>ประทับเลขจริง</source>
        <translation>Numbers to stamp</translation>
    </message>
    <message>
        <source>ทะเบียนคุม</source>
        <translation>Control register</translation>
    </message>
    <message>
        <source>เล่มของเครื่องนี้</source>
        <translation>Books of this desk</translation>
    </message>
    <message>
        <source>ใบเสร็จบนกระดาษ</source>
        <translation>Receipts on paper</translation>
    </message>
    <message>
        <source>มุมมอง</source>
        <translation>View</translation>
    </message>
    <message>
        <source>เล่มและทะเบียน</source>
        <translation>Books and registers</translation>
    </message>
    <message>
        <source>เลขในเล่ม</source>
        <translation>Numbers of the book</translation>
    </message>
    <message>
        <source>หนังสือที่ต้องประทับเลขจริง</source>
        <translation>Letters to be stamped with their number</translation>
    </message>
    <message>
        <source>ส่งออก CSV</source>
        <translation>Export CSV</translation>
    </message>
    <message>
        <source>ยืนยันวันที่</source>
        <translation>Confirm the date</translation>
    </message>
    <message>
        <source>รับรองว่าวันที่ของเครื่องนี้ถูกต้อง เมื่อเครื่องไม่ได้ต่อกับส่วนกลางข้ามปี</source>
        <translation>Answers for this computer&apos;s date when it crossed a year without the centre</translation>
    </message>
    <message>
        <source>ประทับแล้ว</source>
        <translation>Stamped</translation>
    </message>
    <message>
        <source>คืน{register}</source>
        <translation>Give back: {register}</translation>
    </message>
    <message>
        <source>ขอถือทะเบียนอีก</source>
        <translation>Ask for the register again</translation>
    </message>
    <message>
        <source>คืนทะเบียนเลขรับ</source>
        <translation>Give the letter register back</translation>
    </message>
    <message>
        <source>พิมพ์ทะเบียนคุม</source>
        <translation>Print the register</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>ส่งออก XLSX</source>
        <translation>Export XLSX</translation>
    </message>
    <message>
        <source>เครื่องนี้ไม่ได้รับทะเบียนคุม</source>
        <translation>This computer does not keep the control register</translation>
    </message>
    <message>
        <source>เครื่องของการเงินเห็นเล่มใบเสร็จทุกเล่ม เครื่องของสารบรรณกลางเห็นทะเบียนเลขรับ</source>
        <translation>The finance division&apos;s computers see every receipt book, the central registry&apos;s the letter register.</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือรอประทับเลขจริง</source>
        <translation>No letters wait for their number</translation>
    </message>
    <message>
        <source>หนังสือที่ลงทะเบียนด้วยเลขชั่วคราวจะมาอยู่ที่นี่เมื่อได้เลขรับจริง</source>
        <translation>Letters registered with a provisional number come here once they have their real one.</translation>
    </message>
    <message>
        <source>บันทึกทะเบียนคุม</source>
        <translation>Save the control register</translation>
    </message>
    <message>
        <source>บันทึก {name} แล้ว</source>
        <translation>{name} is saved</translation>
    </message>
    <message>
        <source>พิมพ์ทะเบียนคุม หรือ ประทับแล้ว</source>
        <translation>Print the register, or stamped</translation>
    </message>
</context>
<context>
    <name>Registers</name>
    <message>
        <source>ยังไม่ใช้</source>
        <translation>Unused</translation>
    </message>
    <message>
        <source>กำลังใช้</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>คืนแล้ว</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>ปิดสิ้นปี</source>
        <translation>Closed at year end</translation>
    </message>
    <message>
        <source>ใช้หมด</source>
        <translation>Used up</translation>
    </message>
    <message>
        <source>ใกล้หมด</source>
        <translation>Running low</translation>
    </message>
    <message>
        <source>เลขถัดไป</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>ใช้ได้ก่อน</source>
        <translation>Valid before</translation>
    </message>
    <message>
        <source>ปิดแล้ว</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>พักไว้</source>
        <translation>In suspense</translation>
    </message>
    <message>
        <source>ปิดปีแล้ว</source>
        <translation>Year closed</translation>
    </message>
    <message>
        <source>ใช้แล้ว</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>โมฆะ</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>ก่อนใช้ระบบ</source>
        <translation>Before this system</translation>
    </message>
    <message>
        <source>ต้องตรวจ</source>
        <translation>Look at it</translation>
    </message>
    <message>
        <source>เล่มมือ {year}</source>
        <translation>Paper book {year}</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระ {year}</source>
        <translation>Bills {year}</translation>
    </message>
    <message>
        <source>ใบเสร็จ {year}</source>
        <translation>Receipts {year}</translation>
    </message>
    <message>
        <source>เลขรับ {year}</source>
        <translation>Letters {year}</translation>
    </message>
    <message>
        <source>หนังสือรับรอง {register} {year}</source>
        <translation>Certificates {register} {year}</translation>
    </message>
    <message>
        <source>เรื่อง {register} {year}</source>
        <translation>Matters {register} {year}</translation>
    </message>
    <message>
        <source>ผู้ถือที่ {epoch}</source>
        <translation>Holder {epoch}</translation>
    </message>
    <message>
        <source>ทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>เล่มที่</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>เลขที่</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>เครื่องหาย</source>
        <translation>Lost desk</translation>
    </message>
    <message>
        <source>เขียนมือ</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>ที่มา</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>ผู้ถือ</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>รอบันทึก</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>คงเหลือ</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>จำนวน</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>เหตุ</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>ผู้รับรอง</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>ของกอง</source>
        <translation>of the division</translation>
    </message>
    <message>
        <source>เลขชั่วคราวบนกระดาษ</source>
        <translation>Provisional no. on paper</translation>
    </message>
    <message>
        <source>ประทับเลขรับ</source>
        <translation>Stamp number</translation>
    </message>
    <message>
        <source>ในทะเบียน</source>
        <translation>In register</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>จาก</source>
        <translation>From</translation>
    </message>
    <message>
        <source>รับเมื่อ</source>
        <translation>Received</translation>
    </message>
</context>
<context>
    <name>RegistrationForm</name>
    <message>
        <source>ที่</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>จาก</source>
        <translation>From</translation>
    </message>
    <message>
        <source>เรียน</source>
        <translation>To</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>ชั้นความเร็ว</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>ชั้นความลับ</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>ช่องทาง</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>พับช่องที่ใช้น้อย</source>
        <translation>Fewer fields</translation>
    </message>
    <message>
        <source>ช่องที่ใช้น้อย</source>
        <translation>More fields</translation>
    </message>
    <message>
        <source>ตามที่ปรากฏในหนังสือ ไม่มีให้เว้นว่าง</source>
        <translation>As on the letter, or empty</translation>
    </message>
    <message>
        <source>เว้นว่าง จะได้เลขเมื่อลงทะเบียน</source>
        <translation>Leave empty: numbered when registered</translation>
    </message>
</context>
<context>
    <name>RegistrationScreen</name>
    <message>
        <source>ลงทะเบียนรับ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>ยังมีหนังสือที่ลงทะเบียนค้างอยู่</source>
        <translation>A letter is still being written here</translation>
    </message>
    <message>
        <source>ลงทะเบียนหรือล้างฉบับนี้ก่อน แล้วเปิดร่างอีกครั้ง</source>
        <translation>Register it or clear it first, then open the draft again</translation>
    </message>
    <message>
        <source>เครื่องนี้ไม่ได้ถือทะเบียนหนังสือ</source>
        <translation>This desk keeps no register of letters</translation>
    </message>
    <message>
        <source>ลงทะเบียนได้ที่เครื่องของสารบรรณกลาง เครื่องนี้อ่าน เกษียณ และส่งต่อหนังสือได้ตามปกติ</source>
        <translation>Register at the desk of the central registry. Here you can read, endorse and send letters on as usual.</translation>
    </message>
    <message>
        <source>บันทึกที่เลขรับ {number} แล้วว่ามาถึงอีกช่องทาง ไม่ใช้เลขใหม่</source>
        <translation>Noted on receipt no. {number} that it came by another channel; no number was used</translation>
    </message>
    <message>
        <source>ลงทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>{name}ถัดไป {number}</source>
        <translation>Next {name} {number}</translation>
    </message>
    <message>
        <source>เครื่องนี้ไม่มี{name} จะได้เลขชั่วคราว</source>
        <translation>No {name} at this desk: a provisional one is given</translation>
    </message>
    <message>
        <source>วางไฟล์หรือภาพ</source>
        <translation>Paste a file or picture</translation>
    </message>
    <message>
        <source>เลือกเครื่องสแกน</source>
        <translation>Choose a scanner</translation>
    </message>
    <message>
        <source>เลื่อนตรารับ</source>
        <translation>Move the intake stamp</translation>
    </message>
</context>
<context>
    <name>Related</name>
    <message>
        <source>ไม่ได้อ้างถึงหนังสือใด และไม่มีสิ่งที่ส่งมาด้วย</source>
        <translation>Refers to no other letter and has no enclosures</translation>
    </message>
    <message>
        <source>อ้างถึง {letter}</source>
        <translation>Refers to {letter}</translation>
    </message>
    <message>
        <source>อ้างถึง {letter} (ไม่มีในเครื่องนี้)</source>
        <translation>Refers to {letter} (not at this desk)</translation>
    </message>
    <message>
        <source>ถูกอ้างใน {letter}</source>
        <translation>Cited by {letter}</translation>
    </message>
    <message>
        <source>ส่งมาด้วย {enclosure}</source>
        <translation>Enclosed {enclosure}</translation>
    </message>
    <message>
        <source>เลขรับของ{unit} {number} โดย {who}</source>
        <translation>Number of {unit} {number} by {who}</translation>
    </message>
</context>
<context>
    <name>RemittancesScreen</name>
    <message>
        <source>วันก่อน</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>วันถัดไป</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>ใบนำส่งของวัน</source>
        <translation>Slips of the day</translation>
    </message>
    <message>
        <source>พิมพ์ใบนำส่ง</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>รับเงิน</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>ปิดยอดวัน</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>สรุปของวัน</source>
        <translation>Day&apos;s summary</translation>
    </message>
    <message>
        <source>พิมพ์สรุป</source>
        <translation>Print summary</translation>
    </message>
    <message>
        <source>ส่งออก e-LAAS</source>
        <translation>Export e-LAAS</translation>
    </message>
    <message>
        <source>ไม่มีใบนำส่งของวันนี้</source>
        <translation>No slips of this day</translation>
    </message>
    <message>
        <source>เมื่อเคาน์เตอร์ปิดกะ ใบนำส่งจะมาอยู่ที่นี่ พร้อมยอดรวมของวัน</source>
        <translation>When a counter closes its shift, its slip comes here with the day&apos;s sum</translation>
    </message>
    <message>
        <source>เลือกใบนำส่งเพื่อดู</source>
        <translation>Choose a slip to look at it</translation>
    </message>
    <message>
        <source>ใบนำส่งจะแสดงที่นี่เหมือนที่พิมพ์</source>
        <translation>The slip is shown here as it is printed</translation>
    </message>
    <message>
        <source>ส่งออกรายการใบเสร็จของวัน</source>
        <translation>Export the day&apos;s receipts</translation>
    </message>
    <message>
        <source>ปิดยอดวันแล้ว ใบนำส่งที่มาทีหลังอยู่ในวันถัดไป</source>
        <translation>The day is closed. A slip that comes later belongs to the next day</translation>
    </message>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>ปิดยอดแล้ว</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>ยังไม่ปิดยอด</source>
        <translation>Not closed</translation>
    </message>
    <message>
        <source>{count} ใบ</source>
        <translation>{count} [slip|slips]</translation>
    </message>
    <message>
        <source>{sum} บาท</source>
        <translation>{sum} baht</translation>
    </message>
    <message>
        <source>มีใบเสร็จ {count} ใบ {sum} บาท ที่ยังไม่มีใบนำส่ง จะอยู่ในใบถัดไป</source>
        <translation>{count} [receipt,|receipts,] {sum} baht, [is|are] on no slip yet. [It|They] will be on the next one</translation>
    </message>
    <message>
        <source>คืนเงินซ้ำ {count} ใบ {sum} บาท ต้องเรียกคืนหรือชดใช้ ใบนำส่งบอกว่าใคร เคาน์เตอร์ไหน เมื่อไร</source>
        <translation>Paid back twice: {sum} baht (receipts: {count}), to be got back or made good. The slip says who, where and when</translation>
    </message>
    <message>
        <source>ปิดยอดวันนี้ที่ {count} ใบ {sum} บาท แล้วเปิดอีกไม่ได้ ถ้าถูกต้อง กด F8 อีกครั้ง</source>
        <translation>Close this day at {sum} baht (slips: {count})? It can&apos;t be opened again. If right, press F8 again</translation>
    </message>
    <message>
        <source>ใบนำส่งเงิน</source>
        <translation>Remittances</translation>
    </message>
    <message>
        <source>ใบถัดไป</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>ใบก่อน</source>
        <translation>Previous</translation>
    </message>
</context>
<context>
    <name>Renewals</name>
    <message>
        <source>เปิดฉบับ</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>ครบกำหนดชำระหรือต่ออายุ</source>
        <translation>Fees and renewals due</translation>
    </message>
    <message>
        <source>บันทึกใบเสร็จที่ชำระแล้ว</source>
        <translation>Note a receipt that paid it</translation>
    </message>
    <message>
        <source>กลับไปทะเบียน</source>
        <translation>Back to the register</translation>
    </message>
    <message>
        <source>คิดอย่างไร</source>
        <translation>How it is counted</translation>
    </message>
    <message>
        <source>ไม่มีฉบับที่ครบกำหนด</source>
        <translation>Nothing is due</translation>
    </message>
    <message>
        <source>ฉบับที่ค้างชำระ และที่จะครบรอบปีหรือหมดอายุใน {days} วัน จะอยู่ที่นี่</source>
        <translation>What is unpaid, and what falls due or ends within {days} days, will be here</translation>
    </message>
    <message>
        <source>ออกใบแจ้งชำระครบ {count} ฉบับแล้ว</source>
        <translation>{count} bills are made</translation>
    </message>
    <message>
        <source>เลือกรายเดียวแล้วกด F9 เพื่อรับเงิน</source>
        <translation>Choose one line and press F9 to take the money</translation>
    </message>
    <message>
        <source>เปิดใบแจ้งชำระ</source>
        <translation>Open the bill</translation>
    </message>
    <message>
        <source>ออกใบแจ้งชำระ</source>
        <translation>Make the bill</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>วันที่</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>แต่ละช่อง</source>
        <translation>Each counter</translation>
    </message>
    <message>
        <source>บัตรทั้งหมด</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>รับบริการแล้ว</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>ไม่มา</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>รอ ครึ่งหนึ่งไม่เกิน</source>
        <translation>Waiting, half within</translation>
    </message>
    <message>
        <source>รอ 9 ใน 10 ไม่เกิน</source>
        <translation>Waiting, 9 of 10 within</translation>
    </message>
    <message>
        <source>บริการ ครึ่งหนึ่งไม่เกิน</source>
        <translation>Serving, half within</translation>
    </message>
    <message>
        <source>วันนี้ยังไม่มีบัตรคิว ตัวเลขจะขึ้นเมื่อมีผู้รับบัตร เวลาเป็นนาที:วินาที</source>
        <translation>No tickets on this day yet; figures appear with the first. Times are minutes:seconds.</translation>
    </message>
    <message>
        <source>ยังไม่จบ {left} · เรียกจากกระดาษ {hand} · เวลาเป็นนาที:วินาที</source>
        <translation>Not finished {left} · called from paper {hand} · times are minutes:seconds</translation>
    </message>
    <message>
        <source>ช่อง</source>
        <translation>Counter</translation>
    </message>
</context>
<context>
    <name>ReporterFields</name>
    <message>
        <source>ชื่อผู้แจ้ง</source>
        <translation>Reporter&apos;s name</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>ที่อยู่ผู้แจ้ง</source>
        <translation>Reporter&apos;s address</translation>
    </message>
    <message>
        <source>ไม่บังคับ เจ้าหน้าที่ภาคสนามไม่เห็น</source>
        <translation>Optional; the field crew does not see it</translation>
    </message>
    <message>
        <source>จากทะเบียนประชาชน</source>
        <translation>from the register of citizens</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>เงินและใบเสร็จ</source>
        <translation>Money and receipts</translation>
    </message>
    <message>
        <source>เคาน์เตอร์</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>ประชาชน</source>
        <translation>Citizens</translation>
    </message>
    <message>
        <source>การเชื่อมต่อ</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>ทะเบียนและงานเก็บ</source>
        <translation>Registers and archive</translation>
    </message>
    <message>
        <source>หนังสือเข้า</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>ต้องตรวจ</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>ทะเบียนคุม</source>
        <translation>Control register</translation>
    </message>
    <message>
        <source>หนังสือออก</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>ระหว่างที่ไม่อยู่</source>
        <translation>While away</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>ทะเบียนหนังสือ</source>
        <translation>Register books</translation>
    </message>
    <message>
        <source>คำขอและร้องเรียน</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>คิว</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>หนังสือรับรอง</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>ค่าขยะ</source>
        <translation>Waste fees</translation>
    </message>
</context>
<context>
    <name>RoutePanel</name>
    <message>
        <source>ส่งให้หน่วยงาน</source>
        <translation>Send to units</translation>
    </message>
    <message>
        <source>เวียนให้ทราบ</source>
        <translation>Circular</translation>
    </message>
    <message>
        <source>พร้อมกัน</source>
        <translation>All at once</translation>
    </message>
    <message>
        <source>ตามลำดับ</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>เก็บเป็นแม่แบบ</source>
        <translation>Keep as template</translation>
    </message>
    <message>
        <source>ส่ง</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>เลือกแม่แบบ</source>
        <translation>Choose a template</translation>
    </message>
    <message>
        <source>เลือกอย่างน้อยหนึ่งหน่วยงาน</source>
        <translation>Choose at least one unit</translation>
    </message>
    <message>
        <source>เพื่อ</source>
        <translation>For</translation>
    </message>
    <message>
        <source>ภายในวันที่</source>
        <translation>By</translation>
    </message>
    <message>
        <source>ข้อความถึงหน่วยงาน</source>
        <translation>Words to the unit</translation>
    </message>
    <message>
        <source>ลำดับ</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>แม่แบบ</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>ตั้งชื่อแม่แบบที่นี่</source>
        <translation>Name the template here</translation>
    </message>
    <message>
        <source>พิมพ์ +3 ในช่องวันที่ = อีก 3 วันทำการ</source>
        <translation>Type +3 as the day = 3 working days from today</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>ประเภทหนังสือ</source>
        <translation>Class of letters</translation>
    </message>
    <message>
        <source>ชื่อภาษาอังกฤษ</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>เก็บกี่ปี</source>
        <translation>Years kept</translation>
    </message>
    <message>
        <source>ว่าง คือตลอดไป</source>
        <translation>Empty: for ever</translation>
    </message>
    <message>
        <source>ใช้ตั้งแต่วันที่</source>
        <translation>From the day</translation>
    </message>
    <message>
        <source>ตามระเบียบหรือคำสั่ง</source>
        <translation>Regulation or order</translation>
    </message>
    <message>
        <source>ประเภทใหม่</source>
        <translation>New class</translation>
    </message>
    <message>
        <source>กำหนดกฎ</source>
        <translation>Set the rule</translation>
    </message>
    <message>
        <source>ใส่ประเภทหนังสือ</source>
        <translation>Enter the class</translation>
    </message>
    <message>
        <source>ใส่จำนวนปี 1-{most} หรือเว้นว่าง</source>
        <translation>Enter 1-{most} years, or nothing</translation>
    </message>
    <message>
        <source>ใส่วันที่เริ่มใช้</source>
        <translation>Enter the day</translation>
    </message>
    <message>
        <source>ใส่ระเบียบหรือคำสั่งที่ให้ใช้</source>
        <translation>Enter what says so</translation>
    </message>
    <message>
        <source>เปลี่ยนกฎ: {name}</source>
        <translation>Change: {name}</translation>
    </message>
    <message>
        <source>ประเภทหนังสือใหม่</source>
        <translation>A new class of letters</translation>
    </message>
    <message>
        <source>กฎเดิมใช้ถึงวันก่อนวันเริ่มใช้ และยังอยู่ในรายการ บัญชีขอทำลายใช้กฎของวันที่ทำบัญชี</source>
        <translation>The rule before holds until the day before and stays in the list. Destruction lists use the rule of the day on which they are made.</translation>
    </message>
    <message>
        <source>ผู้กำหนดกฎได้คือเจ้าหน้าที่สารบรรณกลางและผู้บริหาร</source>
        <translation>The central registry and executives set rules.</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>แก้กฎนี้ตั้งแต่วันใหม่</source>
        <translation>Change this rule from a day on</translation>
    </message>
    <message>
        <source>กฎอายุการเก็บ</source>
        <translation>Rules of keeping</translation>
    </message>
</context>
<context>
    <name>RunScreen</name>
    <message>
        <source>ใบ</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>ตั้งแต่เดือน</source>
        <translation>From month</translation>
    </message>
    <message>
        <source>ถึงเดือน (ว่าง = เดือนเดียว)</source>
        <translation>To month (empty: one)</translation>
    </message>
    <message>
        <source>ชำระภายใน</source>
        <translation>Pay by</translation>
    </message>
    <message>
        <source>พิมพ์ของหมู่/ซอย</source>
        <translation>Print those of</translation>
    </message>
    <message>
        <source>ใบแจ้งที่จะทำ แยกตามหมู่</source>
        <translation>Bills to be made, by moo</translation>
    </message>
    <message>
        <source>ใบแจ้งเป็น PDF</source>
        <translation>Bills as PDF</translation>
    </message>
    <message>
        <source>กำลังทำใบแจ้ง</source>
        <translation>Making bills</translation>
    </message>
    <message>
        <source>บันทึกใบแจ้งเป็น PDF</source>
        <translation>Save the bills as PDF</translation>
    </message>
    <message>
        <source>กำลังวาดใบแจ้ง</source>
        <translation>Drawing bills</translation>
    </message>
    <message>
        <source>พิมพ์ใบแจ้ง</source>
        <translation>Print bills</translation>
    </message>
    <message>
        <source>ทุกหมู่และซอย</source>
        <translation>Every moo and soi</translation>
    </message>
    <message>
        <source>ขอเลขใบแจ้งแล้ว</source>
        <translation>The numbers are asked for</translation>
    </message>
    <message>
        <source>เลขมาถึงเองเมื่อเชื่อมต่อได้ แล้วกด F9 ทำใบแจ้ง ระหว่างนี้ทำงานอื่นต่อได้</source>
        <translation>They come by themselves once there is a line; then F9 makes the bills. You can go on with other work</translation>
    </message>
    <message>
        <source>ทำใบแจ้งแล้ว {made:,} ใบ รวม {sum} บาท</source>
        <translation>Made {made:,} [bill|bills], {sum} baht</translation>
    </message>
    <message>
        <source>ยังเหลืออีก {left:,} ใบ กด F9 เพื่อทำต่อ</source>
        <translation>{left:,} [is|are] left: press F9 to go on</translation>
    </message>
    <message>
        <source>บันทึกใบแจ้งเป็น PDF แล้ว</source>
        <translation>The bills are saved as PDF</translation>
    </message>
    <message>
        <source>ใส่เดือนที่จะทำใบแจ้ง</source>
        <translation>Enter the month to bill</translation>
    </message>
    <message>
        <source>เช่น พ.ย. 2569 หรือ 11/69 ไม่เกิน 36 เดือน</source>
        <translation>Such as 11/69, 36 months at most</translation>
    </message>
    <message>
        <source>{count:,} ใบ รวม {sum} บาท</source>
        <translation>{count:,} [bill|bills], {sum} baht</translation>
    </message>
    <message>
        <source>ต้องใช้เลขอีก {count:,} เลข เครื่องนี้มี {held:,}</source>
        <translation>{count:,} more [number is|numbers are] needed; this computer has {held:,}</translation>
    </message>
    <message>
        <source>ไม่มีใบแจ้งต้องทำของ {months}</source>
        <translation>No bill to make for {months}</translation>
    </message>
    <message>
        <source>ยังไม่มีบัญชีค่าขยะ</source>
        <translation>There is no waste account yet</translation>
    </message>
    <message>
        <source>ขอเลขใบแจ้ง {count:,} เลข</source>
        <translation>Ask for {count:,} [number|numbers]</translation>
    </message>
    <message>
        <source>ทำใบแจ้ง {count:,} ใบ</source>
        <translation>Make {count:,} [bill|bills]</translation>
    </message>
    <message>
        <source>ทำใบแจ้ง</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>ทำแล้ว {count:,}</source>
        <translation>billed already {count:,}</translation>
    </message>
    <message>
        <source>ยกเว้น {count:,}</source>
        <translation>exempt {count:,}</translation>
    </message>
    <message>
        <source>หยุดหรือยังไม่เริ่ม {count:,}</source>
        <translation>stopped or not begun {count:,}</translation>
    </message>
    <message>
        <source>ไม่มีอัตรา {count:,} บัญชี</source>
        <translation>without a rate {count:,}</translation>
    </message>
    <message>
        <source>ทำใบแจ้งค่าขยะ</source>
        <translation>Waste bills</translation>
    </message>
    <message>
        <source>ทำใบแจ้งหรือขอเลข</source>
        <translation>Make bills, or ask for numbers</translation>
    </message>
</context>
<context>
    <name>SameAs</name>
    <message>
        <source>มีเรื่องใกล้กัน {count} เรื่อง</source>
        <translation>{count} [case|cases] nearby</translation>
    </message>
    <message>
        <source>เป็นเรื่องเดียวกับ</source>
        <translation>The same as</translation>
    </message>
    <message>
        <source>เป็นคนละเรื่อง</source>
        <translation>Another case</translation>
    </message>
    <message>
        <source>เป็นเรื่องเดียวกับ {number} ห่าง {metres} ม. {text}</source>
        <translation>The same as {number}, {metres} m away: {text}</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>สแกนเอกสาร</source>
        <translation>Scan documents</translation>
    </message>
    <message>
        <source>เครื่องสแกน</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>วางกระดาษที่</source>
        <translation>Paper lies</translation>
    </message>
    <message>
        <source>ชนิดเอกสาร</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>หน้า</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>ขนาดกระดาษ</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>สี</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>ความละเอียด</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>ความเข้ม</source>
        <translation>Darkness</translation>
    </message>
    <message>
        <source>กระจก</source>
        <translation>On the glass</translation>
    </message>
    <message>
        <source>ถาดป้อน</source>
        <translation>In the feeder</translation>
    </message>
    <message>
        <source>หน้าเดียว</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>สองหน้า</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>ขาวดำ</source>
        <translation>Black and white</translation>
    </message>
    <message>
        <source>เทา</source>
        <translation>Grey</translation>
    </message>
    <message>
        <source>ปกติ</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>เข้มขึ้น</source>
        <translation>Darker</translation>
    </message>
    <message>
        <source>อ่อนลง</source>
        <translation>Lighter</translation>
    </message>
    <message>
        <source>ค้นหาเครื่องสแกนใหม่</source>
        <translation>Look for scanners again</translation>
    </message>
    <message>
        <source>เริ่มสแกน</source>
        <translation>Start scanning</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ที่อยู่เครื่องสแกน หรือโฟลเดอร์ของเครื่องถ่ายเอกสาร</source>
        <translation>Scanner&apos;s address, or the copier&apos;s folder</translation>
    </message>
    <message>
        <source>เพิ่มเครื่องสแกนหรือโฟลเดอร์นี้</source>
        <translation>Add this scanner or folder</translation>
    </message>
    <message>
        <source>Legal (8.5×14 นิ้ว)</source>
        <translation>Legal (8.5×14 in)</translation>
    </message>
    <message>
        <source>บัตร</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>กำลังค้นหาเครื่องสแกน…</source>
        <translation>Looking for scanners…</translation>
    </message>
    <message>
        <source>ไม่พบเครื่องสแกน ตรวจว่าเปิดเครื่องและต่อสายแล้ว แล้วค้นหาใหม่ หรือนำเข้าไฟล์แทน</source>
        <translation>No scanner found. Check that it is on and connected and look again, or import a file instead.</translation>
    </message>
    <message>
        <source>ได้แล้ว {done} หน้าและยังอยู่ครบ กด F2 สแกนต่อจากหน้า {next} หรือ Esc จบเท่านี้</source>
        <translation>{done} [page is|pages are] scanned and kept. Press F2 to go on with page {next}, or Esc to leave it at that.</translation>
    </message>
    <message>
        <source>เครื่องนี้สแกนขนาดของเอกสารชนิดนี้ไม่ได้ เลือกเครื่องอื่น หรือเลือกขนาดที่มี</source>
        <translation>This scanner cannot take the size of this kind of document. Choose another scanner, or one of its sizes.</translation>
    </message>
    <message>
        <source>เครื่องนี้สแกนสองหน้าพร้อมกันไม่ได้ สแกนหน้าเดียวแล้วกลับกองกระดาษ</source>
        <translation>This scanner cannot take both sides at once. Scan one side, then turn the stack over.</translation>
    </message>
    <message>
        <source>สำนักงานกำหนดวิธีสแกนเอกสารชนิดนี้ไว้แล้ว วางกระดาษแล้วกด F2</source>
        <translation>The office has set how this kind of document is scanned. Lay the paper in and press F2.</translation>
    </message>
    <message>
        <source>วางกระดาษแล้วกด F2 หน้าที่สแกนแล้วจะไม่หาย แม้เครื่องหยุดกลางคัน</source>
        <translation>Place the paper and press F2. Scanned pages are not lost, even if the machine stops halfway.</translation>
    </message>
    <message>
        <source>สแกนต่อจากหน้า {next}</source>
        <translation>Go on with page {next}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>เลขทะเบียน</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>ทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>พบใน</source>
        <translation>Found in</translation>
    </message>
    <message>
        <source>ตรงเลข</source>
        <translation>Exact number</translation>
    </message>
    <message>
        <source>หนังสือภายนอก</source>
        <translation>External letter</translation>
    </message>
    <message>
        <source>หนังสือภายใน</source>
        <translation>Internal memo</translation>
    </message>
    <message>
        <source>หนังสือประทับตรา</source>
        <translation>Sealed letter</translation>
    </message>
    <message>
        <source>หนังสือเวียน (ว)</source>
        <translation>Circular</translation>
    </message>
    <message>
        <source>คำสั่ง</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>ประกาศ</source>
        <translation>Announcement</translation>
    </message>
    <message>
        <source>หนังสือหลักฐาน</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>รอส่งต่อ</source>
        <translation>To be routed</translation>
    </message>
    <message>
        <source>ส่งแล้ว</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>ปิดเรื่องแล้ว</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>ทะเบียนรับกลาง</source>
        <translation>Central register</translation>
    </message>
    <message>
        <source>ทะเบียนรับ</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>ทะเบียนส่ง</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>ทะเบียนเวียน</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>บันทึกข้อความ</source>
        <translation>Memos</translation>
    </message>
    <message>
        <source>หลักฐาน</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>ลับ</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>เรียน</source>
        <translation>To</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorsement</translation>
    </message>
    <message>
        <source>เส้นทาง</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>สิ่งที่ส่งมาด้วย</source>
        <translation>Enclosure</translation>
    </message>
    <message>
        <source>อ้างถึง</source>
        <translation>Cites</translation>
    </message>
    <message>
        <source>เลขชั่วคราว</source>
        <translation>Provisional number</translation>
    </message>
    <message>
        <source>ผู้ยืม</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>เหตุที่ยกเลิก</source>
        <translation>Why cancelled</translation>
    </message>
    <message>
        <source>ในหน้ากระดาษ</source>
        <translation>On a page</translation>
    </message>
    <message>
        <source>พบ {count} ฉบับ</source>
        <translation>{count} [letter|letters]</translation>
    </message>
    <message>
        <source>ไม่พบ</source>
        <translation>None found</translation>
    </message>
    <message>
        <source>แป้นพิมพ์น่าจะอยู่ผิดภาษา จึงค้น “{words}” ให้</source>
        <translation>The keyboard seems to be on the other language: “{words}” was looked for</translation>
    </message>
    <message>
        <source>ถ้าตั้งใจพิมพ์ “{words}” มี {count} ฉบับ กด F7</source>
        <translation>If “{words}” was meant, there [is|are] {count}: F7</translation>
    </message>
    <message>
        <source>กำลังทำสารบัญค้นหา เหลือ {count} รายการ ผลยังไม่ครบ</source>
        <translation>The search index is being made, {count} [entry|entries] left: not everything is found yet</translation>
    </message>
    <message>
        <source>ไม่พบหนังสือที่ตรงกับคำค้น</source>
        <translation>No letter has these words</translation>
    </message>
    <message>
        <source>ลองคำที่สั้นลง หรือลดตัวกรองด้วย F4</source>
        <translation>Try shorter words, or fewer filters with F4</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือตามตัวกรองนี้</source>
        <translation>No letter fits these filters</translation>
    </message>
    <message>
        <source>เปลี่ยนตัวกรองด้วย F4</source>
        <translation>Change the filters with F4</translation>
    </message>
    <message>
        <source>หนังสือ</source>
        <translation>Letter</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>ค้นหนังสือทุกทะเบียน</source>
        <translation>Search letters of all registers</translation>
    </message>
    <message>
        <source>เลข ที่ เรื่อง ผู้ส่ง คน คำเกษียณ หรือข้อความในหน้ากระดาษ  /</source>
        <translation>Number, book number, subject, sender, people, endorsements or text of pages  /</translation>
    </message>
    <message>
        <source>หนังสือที่พบ</source>
        <translation>Letters found</translation>
    </message>
    <message>
        <source>กำลังอ่านหน้ากระดาษ เหลือ {count} หน้า</source>
        <translation>Reading pages, {count} left</translation>
    </message>
    <message>
        <source>ตัวกรอง {count}</source>
        <translation>Filters {count}</translation>
    </message>
    <message>
        <source>ตัวกรอง</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>ค้นหนังสือ</source>
        <translation>Search letters</translation>
    </message>
    <message>
        <source>แก้คำค้น</source>
        <translation>Change the words</translation>
    </message>
    <message>
        <source>เปิด</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>แฟ้ม / ผลค้น</source>
        <translation>Folders / results</translation>
    </message>
    <message>
        <source>ค้นตามแป้นอีกภาษา</source>
        <translation>Other keyboard</translation>
    </message>
    <message>
        <source>เก็บเป็นแฟ้ม</source>
        <translation>Keep as folder</translation>
    </message>
    <message>
        <source>นำแฟ้มออก</source>
        <translation>Take folder off</translation>
    </message>
    <message>
        <source>เอาแฟ้มที่เพิ่งนำออกกลับมา</source>
        <translation>Bring the last folder back</translation>
    </message>
    <message>
        <source>ล้าง / กลับ</source>
        <translation>Clear / back</translation>
    </message>
</context>
<context>
    <name>SecondScreen</name>
    <message>
        <source>จอสำหรับประชาชน</source>
        <translation>Citizen&apos;s screen</translation>
    </message>
    <message>
        <source>จอประชาชน {number}</source>
        <translation>Citizen&apos;s screen {number}</translation>
    </message>
    <message>
        <source>ไม่มีจอประชาชน</source>
        <translation>No citizen&apos;s screen</translation>
    </message>
</context>
<context>
    <name>SecretDoor</name>
    <message>
        <source>อ่านลับมาก</source>
        <translation>Read very secret</translation>
    </message>
    <message>
        <source>อ่านจากศูนย์กลาง ไม่เก็บไว้ในเครื่อง</source>
        <translation>Read at the centre, not kept on this computer</translation>
    </message>
</context>
<context>
    <name>SecretLetter</name>
    <message>
        <source>กำลังอ่านจากศูนย์กลาง</source>
        <translation>Reading from the centre</translation>
    </message>
    <message>
        <source>ไฟล์ไม่ถูกเก็บไว้ในเครื่องนี้</source>
        <translation>The file is not kept on this computer</translation>
    </message>
    <message>
        <source>หนังสือฉบับนี้ไม่มีไฟล์</source>
        <translation>This letter has no file</translation>
    </message>
    <message>
        <source>ตัวเรื่องอยู่บนกระดาษ ขอดูจากนายทะเบียนข้อมูลข่าวสารลับ</source>
        <translation>It is on paper only; ask the registrar of secret papers</translation>
    </message>
</context>
<context>
    <name>SecretScreen</name>
    <message>
        <source>หนังสือลับมาก</source>
        <translation>Very secret letters</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>ขออ่านใหม่</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>อ่านจากศูนย์กลาง ไม่เก็บไว้ในเครื่อง</source>
        <translation>Read at the centre, not kept on this computer</translation>
    </message>
    <message>
        <source>ศูนย์กลางจดชื่อและเวลาทุกครั้งที่เปิดอ่าน พิมพ์ คัดลอก หรือบันทึกจากหน้านี้ไม่ได้</source>
        <translation>The centre notes who reads, and when. Nothing can be printed, copied or saved from here</translation>
    </message>
    <message>
        <source>ออฟไลน์ อ่านเรื่องลับมากไม่ได้</source>
        <translation>Offline: very secret letters can&apos;t be read</translation>
    </message>
    <message>
        <source>เรื่องลับมากไม่เก็บไว้ในเครื่อง ต่อกับส่วนกลางแล้วกด F5</source>
        <translation>They are not kept on this computer. Connect to the centre and press F5</translation>
    </message>
    <message>
        <source>ปิดเรื่องที่อ่านไว้แล้ว</source>
        <translation>What was read has been put away</translation>
    </message>
    <message>
        <source>ไม่มีการใช้งานระยะหนึ่ง หรือเปิดโปรแกรมอื่นอยู่ กด F5 เพื่อขออ่านใหม่</source>
        <translation>Nobody touched it for a while, or another program was in front. Press F5 to ask again</translation>
    </message>
    <message>
        <source>กำลังถามศูนย์กลาง</source>
        <translation>Asking the centre</translation>
    </message>
    <message>
        <source>รายการจะขึ้นเองเมื่อศูนย์กลางตอบ</source>
        <translation>The list appears as soon as the centre answers</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือลับมาก</source>
        <translation>No very secret letters</translation>
    </message>
    <message>
        <source>เมื่อมีหนังสือชั้นลับมากในทะเบียนที่ท่านอ่านได้ จะอยู่ที่นี่</source>
        <translation>Those in the registers that you may read will be here</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เปิดอ่าน</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>หน้าถัดไป</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>รายละเอียดของหนังสือ</source>
        <translation>Details of the letter</translation>
    </message>
    <message>
        <source>ยังไม่มีการเกษียณ</source>
        <translation>Not endorsed yet</translation>
    </message>
    <message>
        <source>ยังไม่ได้ส่งให้หน่วยงานใด</source>
        <translation>Not sent to any unit yet</translation>
    </message>
    <message>
        <source>เกษียณ</source>
        <translation>Endorsements</translation>
    </message>
    <message>
        <source>เส้นทาง</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>เวียน</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>ประวัติ</source>
        <translation>History</translation>
    </message>
    <message>
        <source>เอกสาร</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>ประกอบเรื่อง</source>
        <translation>Related</translation>
    </message>
    <message>
        <source>เส้นทางและเกษียณ</source>
        <translation>Route and endorsements</translation>
    </message>
    <message>
        <source>ภายใน {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>ขั้นที่ {stage}</source>
        <translation>Stage {stage}</translation>
    </message>
</context>
<context>
    <name>ServiceTile</name>
    <message>
        <source>รอ {count} คิว</source>
        <translation>{count} waiting</translation>
    </message>
</context>
<context>
    <name>SettingsBar</name>
    <message>
        <source>แจ้งเตือนบนหน้าจอเมื่อมีเรื่องถึงฉัน</source>
        <translation>Tell me on the screen what concerns me</translation>
    </message>
    <message>
        <source>งดแจ้งเวลา</source>
        <translation>Quiet from</translation>
    </message>
    <message>
        <source>งดแจ้งตั้งแต่</source>
        <translation>Quiet from</translation>
    </message>
    <message>
        <source>งดแจ้งถึง</source>
        <translation>Quiet until</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>เครื่องนี้</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>บริการและช่องของศูนย์</source>
        <translation>Services and counters</translation>
    </message>
    <message>
        <source>ไม่ใช้คิว</source>
        <translation>No queue</translation>
    </message>
    <message>
        <source>เครื่องหลัก</source>
        <translation>Main computer</translation>
    </message>
    <message>
        <source>ต่อกับเครื่องหลัก</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>หน้าที่ของเครื่องนี้ในคิว</source>
        <translation>This computer&apos;s part in the queue</translation>
    </message>
    <message>
        <source>ที่อยู่ของเครื่องหลัก</source>
        <translation>Address of the main computer</translation>
    </message>
    <message>
        <source>รหัสคิวของสำนักงาน</source>
        <translation>The office&apos;s queue code</translation>
    </message>
    <message>
        <source>เครื่องนี้เป็นช่อง</source>
        <translation>This computer is counter</translation>
    </message>
    <message>
        <source>สร้างรหัสใหม่</source>
        <translation>Make a new code</translation>
    </message>
    <message>
        <source>ประกาศเสียงที่เครื่องนี้</source>
        <translation>Announce calls at this computer</translation>
    </message>
    <message>
        <source>ใช้กับเครื่องนี้</source>
        <translation>Use here</translation>
    </message>
    <message>
        <source>บันทึกบริการและช่อง</source>
        <translation>Save services</translation>
    </message>
    <message>
        <source>ไม่เป็นช่องบริการ</source>
        <translation>No counter</translation>
    </message>
    <message>
        <source>เครื่องนี้ออกเลขและเก็บคิวของทั้งศูนย์ ใช้ได้แม้อินเทอร์เน็ตขาด ให้เป็นเครื่องที่เปิดทั้งวัน และมีได้เครื่องเดียว</source>
        <translation>It gives the numbers and keeps the queue of the whole centre, also without the internet. Choose a computer that is on all day; there is only one.</translation>
    </message>
    <message>
        <source>พิมพ์ที่อยู่และรหัสตามที่หน้านี้ของเครื่องหลักแสดง ทั้งสองเครื่องต้องอยู่ในเครือข่ายเดียวกันของสำนักงาน</source>
        <translation>Type the address and the code that this page shows at the main computer. Both must be in the office&apos;s own network.</translation>
    </message>
    <message>
        <source>เครื่องนี้ไม่แสดงแถบคิว</source>
        <translation>This computer shows no queue bar</translation>
    </message>
    <message>
        <source>เครื่องอื่นต่อมาที่ {where}</source>
        <translation>Others connect to {where}</translation>
    </message>
    <message>
        <source>ใช้เสียงที่สำนักงานบันทึกไว้</source>
        <translation>Uses the office&apos;s own recordings</translation>
    </message>
    <message>
        <source>ใช้เสียงไทยของเครื่อง: {name}</source>
        <translation>Uses this computer&apos;s Thai voice: {name}</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่มีเสียงภาษาไทย จึงมีแต่เสียงกริ่ง Windows: ตั้งค่า &gt; เวลาและภาษา &gt; เสียงพูด แล้วเพิ่มเสียงภาษาไทย หรือบันทึกเสียงเจ้าหน้าที่เป็นไฟล์ WAV ไว้ในโฟลเดอร์ {folder} คำละไฟล์: {names}</source>
        <translation>This computer has no Thai voice yet, so only the chime is heard. Windows: Settings &gt; Time &amp; language &gt; Speech, add a Thai voice; or record your staff as WAV files in the folder {folder}, one word each: {names}</translation>
    </message>
    <message>
        <source>บันทึกบริการและช่องแล้ว</source>
        <translation>Services and counters saved</translation>
    </message>
</context>
<context>
    <name>SetupRows</name>
    <message>
        <source>อักษร</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>บริการ</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>ชื่ออังกฤษ</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>รับบัตร</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>ช่อง</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>เรียกบริการ เช่น AB</source>
        <translation>Calls services, such as AB</translation>
    </message>
</context>
<context>
    <name>SheetMapping</name>
    <message>
        <source>คอลัมน์ที่ {number}</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <source>ไม่นำเข้า</source>
        <translation>Not taken in</translation>
    </message>
</context>
<context>
    <name>SheetQuestion</name>
    <message>
        <source>ตอบว่าใบออกหรือไม่</source>
        <translation>Answer whether the sheet came out</translation>
    </message>
    <message>
        <source>ใบที่พิมพ์</source>
        <translation>Printed sheets</translation>
    </message>
    <message>
        <source>ใบออกมาแล้วหรือยัง?</source>
        <translation>Did the sheet come out?</translation>
    </message>
    <message>
        <source>ออกมาครบกี่แผ่น (Enter)</source>
        <translation>How many sheets came out whole (Enter)</translation>
    </message>
    <message>
        <source>ใส่เลข 1 ถึง {most:,}</source>
        <translation>Type 1 to {most:,}</translation>
    </message>
    <message>
        <source>1  ออกแล้ว ครบทั้งใบ</source>
        <translation>1  It is out, all of it</translation>
    </message>
    <message>
        <source>2  ไม่ออก</source>
        <translation>2  It is not out</translation>
    </message>
    <message>
        <source>3  ออกไม่ครบ หรือเสีย</source>
        <translation>3  Half of it, or spoiled</translation>
    </message>
    <message>
        <source>4  ออกเกินหนึ่งใบ</source>
        <translation>4  It came out twice</translation>
    </message>
    <message>
        <source>ไม่ออก หรือเสีย: บันทึกไว้ ไม่พิมพ์ใหม่เอง ถ้ายังต้องใช้ให้วางกระดาษแล้วสั่งพิมพ์จากหน้าเดิม</source>
        <translation>Not out, or spoiled: noted, and nothing is printed by itself. If it is still needed, lay in the paper and print again where it was printed.</translation>
    </message>
    <message>
        <source>ไม่ออก: พิมพ์ใหม่ทั้งหมด · ไม่ครบ: บอกจำนวนที่ออกดี แล้วพิมพ์ต่อจากแผ่นถัดไป</source>
        <translation>Not out: all is printed again · In part: say how many are good, and it goes on with the next sheet</translation>
    </message>
    <message>
        <source>ไม่ออก หรือไม่ครบ: พิมพ์ใหม่ให้เหมือนเดิม ไม่มีคำว่าพิมพ์ซ้ำ ใบเสียให้ขีดฆ่า</source>
        <translation>Not out, or in part: printed again just as it was, without the word reprint. Cross out the spoiled one.</translation>
    </message>
    <message>
        <source>ไม่ออก: พิมพ์ใหม่ให้เหมือนเดิม · ไม่ครบ: เก็บใบเสียไว้ ใบใหม่มีคำว่าพิมพ์ซ้ำ</source>
        <translation>Not out: printed again as it was · Half: keep the spoiled sheet, the new one is marked as a reprint</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>ใบเสร็จ</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระ</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>ใบแจ้งค่าขยะ</source>
        <translation>Waste bills</translation>
    </message>
    <message>
        <source>หนังสือเตือน</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>ใบรับเรื่อง</source>
        <translation>Case slips</translation>
    </message>
    <message>
        <source>ใบรับแจ้ง</source>
        <translation>Notification slips</translation>
    </message>
    <message>
        <source>ใบสั่งงาน</source>
        <translation>Crew sheets</translation>
    </message>
    <message>
        <source>หนังสือรับรอง</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>ใบนำส่งเงิน</source>
        <translation>Remittance slips</translation>
    </message>
    <message>
        <source>ทะเบียนและรายชื่อ</source>
        <translation>Registers and lists</translation>
    </message>
    <message>
        <source>ใบเสร็จ {number}</source>
        <translation>Receipt {number}</translation>
    </message>
    <message>
        <source>{count:,} แผ่น (แผ่นที่ {page:,}–{of:,})</source>
        <translation>{count:,} [sheet|sheets] (no. {page:,}–{of:,})</translation>
    </message>
    <message>
        <source>ต้นฉบับ</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>สำเนา</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>ต้นฉบับและสำเนา</source>
        <translation>Original and copy</translation>
    </message>
    <message>
        <source>เอกสาร</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>หนังสือออก</source>
        <translation>Outgoing papers</translation>
    </message>
    <message>
        <source>ซองจดหมาย</source>
        <translation>Envelopes</translation>
    </message>
    <message>
        <source>เอกสารลับ</source>
        <translation>Secret papers</translation>
    </message>
    <message>
        <source>ตรารับ</source>
        <translation>Intake stamps</translation>
    </message>
    <message>
        <source>ใบติดตามต้นฉบับ</source>
        <translation>Tracking slips</translation>
    </message>
    <message>
        <source>แผ่นที่ {page}/{of}</source>
        <translation>Sheet {page}/{of}</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>พิมพ์ซ้ำครั้งที่ {time}</source>
        <translation>Reprint no. {time}</translation>
    </message>
    <message>
        <source>โปรแกรมปิดไปก่อนรู้ผลจากเครื่องพิมพ์</source>
        <translation>The program ended before the printer had answered</translation>
    </message>
    <message>
        <source>เครื่องพิมพ์แจ้งว่าพิมพ์ไม่สำเร็จ</source>
        <translation>The printer says that it failed</translation>
    </message>
    <message>
        <source>งานพิมพ์ถูกยกเลิกที่เครื่องพิมพ์</source>
        <translation>The job was cancelled at the printer</translation>
    </message>
    <message>
        <source>ถามเครื่องพิมพ์แล้วไม่ได้คำตอบ</source>
        <translation>The printer gives no answer</translation>
    </message>
    <message>
        <source>เครื่องพิมพ์หยุดอยู่ กระดาษหมด ติด หรือปิดเครื่อง</source>
        <translation>The printer rests: no paper, a jam, or it is off</translation>
    </message>
    <message>
        <source>เครื่องพิมพ์นับกระดาษได้มากกว่าที่สั่ง</source>
        <translation>The printer counted more sheets than were sent</translation>
    </message>
    <message>
        <source>มีผู้แจ้งว่าใบที่เห็นไม่ตรงกับที่บันทึก</source>
        <translation>Somebody saw something else than was noted</translation>
    </message>
    <message>
        <source>ยังไม่รู้ผล</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>ออกแล้ว</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>ไม่ออก</source>
        <translation>Not out</translation>
    </message>
    <message>
        <source>เสีย</source>
        <translation>Spoiled</translation>
    </message>
    <message>
        <source>ออกเกิน</source>
        <translation>Twice</translation>
    </message>
    <message>
        <source>เวลา</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>ใบ</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>เลขกระดาษ</source>
        <translation>Stock no.</translation>
    </message>
    <message>
        <source>เครื่องพิมพ์</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>ผล</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>สั่งพิมพ์โดย {name}</source>
        <translation>Printed by {name}</translation>
    </message>
    <message>
        <source>บอกผลโดย {name}</source>
        <translation>Outcome told by {name}</translation>
    </message>
</context>
<context>
    <name>SheetsScreen</name>
    <message>
        <source>ค้น</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>ใบไม่ตรงกับที่เห็น</source>
        <translation>Not what I see</translation>
    </message>
    <message>
        <source>ใบที่พิมพ์</source>
        <translation>Printed sheets</translation>
    </message>
    <message>
        <source>เลขเอกสาร หรือเลขบนกระดาษ</source>
        <translation>Number of the paper, or of its stock</translation>
    </message>
    <message>
        <source>ค้นใบที่พิมพ์</source>
        <translation>Find a printed sheet</translation>
    </message>
    <message>
        <source>ชนิดเอกสาร</source>
        <translation>Kind of paper</translation>
    </message>
    <message>
        <source>ทุกชนิด</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>ยังไม่มีใบที่พิมพ์</source>
        <translation>No sheet has been printed yet</translation>
    </message>
    <message>
        <source>ทุกแผ่นที่ส่งไปเครื่องพิมพ์จะมาอยู่ที่นี่ พร้อมผลว่าออก ไม่ออก หรือเสีย</source>
        <translation>Every sheet sent to a printer comes here, with what became of it: out, not out or spoiled</translation>
    </message>
    <message>
        <source>ออกแล้ว {sheets:,} ใบ · พิมพ์ซ้ำ {reprints} · เสีย {spoiled}</source>
        <translation>{sheets:,} [sheet|sheets] out · {reprints} printed again · {spoiled} spoiled</translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <source>ทะเบียน</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>ปี</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>ค้นในทะเบียนนี้</source>
        <translation>Search this register</translation>
    </message>
    <message>
        <source>เลข หรือคำในเรื่อง  /</source>
        <translation>Number or words  /</translation>
    </message>
    <message>
        <source>หนังสือและอายุการเก็บ</source>
        <translation>Letters and how long they are kept</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือในทะเบียนและปีนี้</source>
        <translation>No letters in this register and year</translation>
    </message>
    <message>
        <source>เลือกทะเบียนหรือปีอื่น หรือลบคำค้น</source>
        <translation>Choose another register or year, or clear the search</translation>
    </message>
    <message>
        <source>{count} เรื่อง</source>
        <translation>{count} [letter|letters]</translation>
    </message>
    <message>
        <source>ที่เก็บและอายุ</source>
        <translation>Keeping</translation>
    </message>
    <message>
        <source>เลือกหลายเรื่อง</source>
        <translation>Mark several</translation>
    </message>
</context>
<context>
    <name>ShiftBar</name>
    <message>
        <source>ยังไม่ได้เปิดกะ เงินที่รับตอนนี้จะอยู่ในใบนำส่งของกะถัดไป</source>
        <translation>No shift is open. Money taken now will be on the next shift&apos;s slip</translation>
    </message>
    <message>
        <source>กะเปิด {time} · {name}</source>
        <translation>Shift since {time} · {name}</translation>
    </message>
    <message>
        <source>เปิดกะ</source>
        <translation>Open a shift</translation>
    </message>
    <message>
        <source>ดูกะ</source>
        <translation>Look at shift</translation>
    </message>
</context>
<context>
    <name>ShiftForm</name>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ShiftPanel</name>
    <message>
        <source>เงินเข้า / ออก</source>
        <translation>Cash in / out</translation>
    </message>
    <message>
        <source>ส่งมอบกะ</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>นับเงินและปิดกะ</source>
        <translation>Count and close</translation>
    </message>
    <message>
        <source>เงินทอนตั้งต้น (บาท)</source>
        <translation>Float (baht)</translation>
    </message>
    <message>
        <source>กะนี้เปิดที่เครื่องก่อนของเคาน์เตอร์นี้ นับเงินแล้วปิดกะที่นี่ ใบเสร็จของเครื่องนั้นเท่าที่ส่วนกลางมีรวมอยู่ด้วย</source>
        <translation>Opened at the computer that was this counter before. Count and close it here; that computer&apos;s receipts are in it, as far as the centre has them</translation>
    </message>
    <message>
        <source>กะของเคาน์เตอร์ {counter}</source>
        <translation>Shift at counter {counter}</translation>
    </message>
    <message>
        <source>ลิ้นชักอยู่กับ {name}</source>
        <translation>{name} has the drawer</translation>
    </message>
    <message>
        <source>เปิดเมื่อ {day} {time}</source>
        <translation>Open since {day} {time}</translation>
    </message>
    <message>
        <source>ยังไม่มีเงินเข้าออกนอกใบเสร็จ</source>
        <translation>No cash moved outside of receipts yet</translation>
    </message>
    <message>
        <source>{giver} ส่งมอบให้ {taker}</source>
        <translation>{giver} handed over to {taker}</translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>กะเปิดอยู่</source>
        <translation>The shift is open</translation>
    </message>
    <message>
        <source>รับเงินที่เคาน์เตอร์ได้ตามปกติ เมื่อเลิกงาน นับเงินและปิดกะด้วย F8</source>
        <translation>Take money at the counter as always. At the end of work count and close with F8</translation>
    </message>
    <message>
        <source>เครื่องนี้ไม่ใช่เคาน์เตอร์</source>
        <translation>This computer is no counter</translation>
    </message>
    <message>
        <source>กะเปิดได้ที่เครื่องซึ่งมีรหัสเคาน์เตอร์และออกใบเสร็จเอง</source>
        <translation>A shift is opened at a computer that has a counter&apos;s code and issues receipts itself</translation>
    </message>
    <message>
        <source>กะ</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>เงินเข้า / ออก</source>
        <translation>Cash in / out</translation>
    </message>
    <message>
        <source>ส่งมอบกะ</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>นับเงินและปิดกะ</source>
        <translation>Count and close</translation>
    </message>
    <message>
        <source>ทำตามปุ่มใหญ่</source>
        <translation>Do what the big button says</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>ของเครื่องนี้</source>
        <translation>From this computer</translation>
    </message>
    <message>
        <source>ที่ใช้อยู่ตอนนี้</source>
        <translation>What stands now</translation>
    </message>
    <message>
        <source>ข้อมูลทั้งสองฝั่งเก็บไว้ในประวัติ ไม่ว่าจะเลือกฝั่งใด</source>
        <translation>Both versions are kept in the history, whichever is chosen.</translation>
    </message>
    <message>
        <source>ตามที่ลงทะเบียนไว้</source>
        <translation>As registered</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>กำลังตรวจสอบ</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>เข้าสู่ระบบ</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>ใส่ชื่อผู้ใช้</source>
        <translation>Enter the user name</translation>
    </message>
    <message>
        <source>ใส่รหัสผ่าน</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>โต๊ะงานเทศบาล</source>
        <translation>Thesaban Desk</translation>
    </message>
    <message>
        <source>ชื่อผู้ใช้</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>รหัสผ่าน</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>เข้าใช้เครื่องนี้ครั้งแรก ต้องต่อกับส่วนกลางหนึ่งครั้งเพื่อรับข้อมูลของสำนักงาน ครั้งต่อไปเข้าได้แม้ไม่มีอินเทอร์เน็ต</source>
        <translation>The first sign-in on this machine needs the centre once, to fetch the office&apos;s data. After that it works without the internet.</translation>
    </message>
    <message>
        <source>ผู้ที่ยังไม่เคยใช้เครื่องนี้ ต้องต่อกับส่วนกลางในครั้งแรก</source>
        <translation>Somebody new to this machine needs the centre the first time.</translation>
    </message>
    <message>
        <source>เข้าได้แม้ไม่มีอินเทอร์เน็ต ลืมรหัสผ่าน ติดต่อผู้ดูแลของสำนักงาน</source>
        <translation>Works without the internet. Forgotten password? Ask your administrator.</translation>
    </message>
    <message>
        <source>แป้นพิมพ์เป็นภาษาไทยอยู่</source>
        <translation>The keyboard is set to Thai</translation>
    </message>
</context>
<context>
    <name>SignStep</name>
    <message>
        <source>ผู้ลงนาม</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>ลงนามวันที่</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>บันทึกการลงนาม</source>
        <translation>Record the signature</translation>
    </message>
    <message>
        <source>ลงนามแล้ว {done} จาก {all} คน</source>
        <translation>{done} of {all} have signed</translation>
    </message>
    <message>
        <source>ใส่วันที่</source>
        <translation>Enter a date</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>เคาน์เตอร์</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>ผู้นำส่ง</source>
        <translation>Handed in by</translation>
    </message>
    <message>
        <source>เงินสด</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>รวมนำส่ง</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>ข้อมูลไม่ตรง</source>
        <translation>Does not agree</translation>
    </message>
    <message>
        <source>รอรับเงิน</source>
        <translation>Money to come</translation>
    </message>
    <message>
        <source>รับเงินแล้ว</source>
        <translation>Money received</translation>
    </message>
</context>
<context>
    <name>SpoilForm</name>
    <message>
        <source>เขียนเสีย</source>
        <translation>Spoilt</translation>
    </message>
    <message>
        <source>สูญหาย</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>เกิดอะไรขึ้น</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>ตั้งแต่เลขที่</source>
        <translation>From number</translation>
    </message>
    <message>
        <source>ถึงเลขที่</source>
        <translation>To number</translation>
    </message>
    <message>
        <source>เว้นว่างถ้าใบเดียว</source>
        <translation>empty for just one</translation>
    </message>
    <message>
        <source>เหตุ</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>ผู้รับรอง (ชื่อผู้ใช้)</source>
        <translation>Witness (user name)</translation>
    </message>
    <message>
        <source>รหัสผ่านของผู้รับรอง</source>
        <translation>Witness&apos;s password</translation>
    </message>
    <message>
        <source>เลขจะขึ้นเป็นยกเลิกในทะเบียนคุมพร้อมชื่อผู้รับรอง ใบที่เขียนเสียเย็บติดเล่มไว้ให้ผู้ตรวจสอบ</source>
        <translation>The numbers are cancelled in the control register, with the witness&apos;s name. Keep spoilt sheets in the book for the auditors.</translation>
    </message>
    <message>
        <source>บันทึกเลขเสีย</source>
        <translation>Record as spoilt</translation>
    </message>
    <message>
        <source>ไม่ใช่เลขที่รอบันทึก</source>
        <translation>not a number that waits</translation>
    </message>
    <message>
        <source>ใส่เหตุ</source>
        <translation>say why</translation>
    </message>
    <message>
        <source>ต้องมีผู้รับรอง</source>
        <translation>a witness is needed</translation>
    </message>
    <message>
        <source>ใส่รหัสผ่าน</source>
        <translation>enter the password</translation>
    </message>
</context>
<context>
    <name>StackChoice</name>
    <message>
        <source>กองกระดาษ</source>
        <translation>Stack of paper</translation>
    </message>
    <message>
        <source>เลือกกองกระดาษ…</source>
        <translation>Choose a stack…</translation>
    </message>
    <message>
        <source>เก็บไว้ {day} {time} น. · {count} หน้า</source>
        <translation>Put away {day} {time} · {count} [page|pages]</translation>
    </message>
    <message>
        <source>ฝากหน่วยงาน {time} น. · {count} หน้า</source>
        <translation>Left to unit {time} · {count} [page|pages]</translation>
    </message>
    <message>
        <source>กอง {time} น. · {count} หน้า</source>
        <translation>Stack {time} · {count} [page|pages]</translation>
    </message>
</context>
<context>
    <name>StackFeed</name>
    <message>
        <source>ข้ามฉบับนี้</source>
        <translation>Skip this letter</translation>
    </message>
    <message>
        <source>โต๊ะสแกน</source>
        <translation>Scanning desk</translation>
    </message>
    <message>
        <source>ยังมีหนังสือที่ลงทะเบียนค้างอยู่</source>
        <translation>Another letter is still being registered</translation>
    </message>
    <message>
        <source>ลงทะเบียนหรือล้างฉบับนี้ก่อน แล้วกลับไปที่โต๊ะสแกน</source>
        <translation>Register or clear it first, then come back to the scanning desk</translation>
    </message>
    <message>
        <source>เหลือ {count} ฉบับในกอง</source>
        <translation>{count} [letter is|letters are] left in the stack</translation>
    </message>
    <message>
        <source>ลงทะเบียนครบทั้งกองแล้ว</source>
        <translation>The whole stack is registered</translation>
    </message>
    <message>
        <source>ฉบับที่ {number} จาก {total}</source>
        <translation>Letter {number} of {total}</translation>
    </message>
</context>
<context>
    <name>StackGrid</name>
    <message>
        <source>หน้าในกองนี้</source>
        <translation>Pages of this stack</translation>
    </message>
    <message>
        <source>ฉบับที่ {part} หน้า {page} จาก {count}</source>
        <translation>Letter {part}, page {page} of {count}</translation>
    </message>
    <message>
        <source>หน้าว่าง</source>
        <translation>blank page</translation>
    </message>
    <message>
        <source>ใบคั่น</source>
        <translation>slip</translation>
    </message>
    <message>
        <source>ฉบับ {part} · {count} หน้า</source>
        <translation>Letter {part} · {count} p.</translation>
    </message>
    <message>
        <source>ว่าง</source>
        <translation>blank</translation>
    </message>
</context>
<context>
    <name>StackIntake</name>
    <message>
        <source>กำลังสแกน</source>
        <translation>Scanning</translation>
    </message>
    <message>
        <source>เลือกไฟล์หนังสือ</source>
        <translation>Choose letter files</translation>
    </message>
    <message>
        <source>เอกสารและภาพ</source>
        <translation>Documents and pictures</translation>
    </message>
    <message>
        <source>กำลังนำเข้า</source>
        <translation>Importing</translation>
    </message>
</context>
<context>
    <name>StackScreen</name>
    <message>
        <source>โต๊ะสแกน</source>
        <translation>Scanning desk</translation>
    </message>
    <message>
        <source>แยกทุกกี่หน้า</source>
        <translation>Cut every so many pages</translation>
    </message>
    <message>
        <source>แยกทุก…</source>
        <translation>Cut every…</translation>
    </message>
    <message>
        <source>สแกน</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>นำเข้าไฟล์</source>
        <translation>Import files</translation>
    </message>
    <message>
        <source>เก็บกองนี้</source>
        <translation>Put this stack away</translation>
    </message>
    <message>
        <source>พิมพ์ใบคั่น</source>
        <translation>Print slips</translation>
    </message>
    <message>
        <source>วางใบคั่นหน้าหนังสือทุกฉบับ สแกนทั้งกองแล้วแยกเป็นฉบับได้ในครั้งเดียว</source>
        <translation>Lay a slip before every letter, scan the whole stack, and cut it into letters at once</translation>
    </message>
    <message>
        <source>หลายฉบับในกองเดียว: พิมพ์ใบคั่นด้วย Ctrl+P วางไว้หน้าทุกฉบับ โปรแกรมแยกฉบับให้ ใบคั่นใช้ซ้ำได้</source>
        <translation>Many letters in one stack: print slips with Ctrl+P and lay one before each letter. The program cuts the stack there; slips can be used again.</translation>
    </message>
    <message>
        <source>ไม่พบใบคั่นหรือหน้าว่างในกองนี้</source>
        <translation>No slips or blank pages in this stack</translation>
    </message>
    <message>
        <source>เลือกกลับมาได้จากรายการกองภายใน {days} วัน</source>
        <translation>For {days} days it can be chosen again from the list of stacks</translation>
    </message>
    <message>
        <source>ฝากกองนี้ให้หน่วยงานแล้ว</source>
        <translation>The stack is left to your unit</translation>
    </message>
    <message>
        <source>กองนี้เป็นของคุณคนเดียว</source>
        <translation>The stack is yours alone again</translation>
    </message>
    <message>
        <source>{count} หน้า</source>
        <translation>{count} [page|pages]</translation>
    </message>
    <message>
        <source>{count} ฉบับ</source>
        <translation>{count} [letter|letters]</translation>
    </message>
    <message>
        <source>ใบคั่น {count}</source>
        <translation>{count} [slip|slips]</translation>
    </message>
    <message>
        <source>แยกที่หน้าว่าง</source>
        <translation>Cut at blank pages</translation>
    </message>
    <message>
        <source>ลงทะเบียนทีละฉบับ</source>
        <translation>Register one by one</translation>
    </message>
    <message>
        <source>กลับไปที่รายการ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>ยังไม่มีหน้าบนโต๊ะสแกน</source>
        <translation>No pages on the scanning desk yet</translation>
    </message>
    <message>
        <source>วางหนังสือทั้งกองแล้วกด F2 หรือนำเข้าไฟล์ด้วย F3 ทุกหน้าเก็บไว้ทันทีที่มาถึง ไฟดับก็ไม่หาย</source>
        <translation>Lay the whole stack in the feeder and press F2, or import files with F3. Every page is kept the moment it arrives, even if the power fails</translation>
    </message>
    <message>
        <source>แยกเองด้วย S ที่หน้าแรกของแต่ละฉบับ</source>
        <translation>Cut it yourself with S on the first page of each letter</translation>
    </message>
    <message>
        <source>จัดมุมได้เฉพาะหน้าที่เป็นภาพ</source>
        <translation>Only a page that came as a picture has corners to move</translation>
    </message>
    <message>
        <source>เลิกทำ</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>เก็บกองนี้แล้ว หน้าทั้งหมดยังอยู่</source>
        <translation>This stack is put away; all its pages are kept</translation>
    </message>
    <message>
        <source>ทุก {count} หน้า</source>
        <translation>Every [page|{count} pages]</translation>
    </message>
    <message>
        <source>หน้าว่าง {count}</source>
        <translation>{count} blank</translation>
    </message>
    <message>
        <source>แยกที่ใบคั่น</source>
        <translation>Cut at slips</translation>
    </message>
    <message>
        <source>เอาคืนจากหน่วยงาน</source>
        <translation>Take back from unit</translation>
    </message>
    <message>
        <source>ฝากหน่วยงาน</source>
        <translation>Leave to unit</translation>
    </message>
    <message>
        <source>เลือกหลายหน้า</source>
        <translation>Choose several pages</translation>
    </message>
    <message>
        <source>แยกหรือรวมฉบับที่หน้านี้</source>
        <translation>Cut or join here</translation>
    </message>
    <message>
        <source>หมุนขวา</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>หมุนซ้าย</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>จัดมุมภาพถ่าย</source>
        <translation>Corners of a photo</translation>
    </message>
    <message>
        <source>เอาหน้าออก</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>ย้ายไปก่อน</source>
        <translation>Move back</translation>
    </message>
    <message>
        <source>ย้ายไปหลัง</source>
        <translation>Move on</translation>
    </message>
    <message>
        <source>ทำซ้ำ</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>StampScreen</name>
    <message>
        <source>เครื่องพิมพ์</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>ขอบที่เข้าเครื่องก่อน</source>
        <translation>Edge that goes in first</translation>
    </message>
    <message>
        <source>ด้านที่จะพิมพ์</source>
        <translation>Side to print on</translation>
    </message>
    <message>
        <source>เลื่อนไปทางขวา (มม.)</source>
        <translation>Shift right (mm)</translation>
    </message>
    <message>
        <source>เลื่อนลง (มม.)</source>
        <translation>Shift down (mm)</translation>
    </message>
    <message>
        <source>ขอบบน</source>
        <translation>Top edge</translation>
    </message>
    <message>
        <source>ขอบล่าง</source>
        <translation>Bottom edge</translation>
    </message>
    <message>
        <source>หงายขึ้น</source>
        <translation>Face up</translation>
    </message>
    <message>
        <source>คว่ำลง</source>
        <translation>Face down</translation>
    </message>
    <message>
        <source>เครื่องพิมพ์นี้ยังไม่เคยหาตำแหน่ง ลองพิมพ์แผ่นหาตำแหน่งบนกระดาษเปล่าก่อน</source>
        <translation>This printer was not measured yet: print the trial sheet on blank paper first</translation>
    </message>
    <message>
        <source>เขียนคำว่า “บน” ไว้ที่ขอบบนของกระดาษเปล่า ใส่ถาดเหมือนใส่หนังสือ กด F6 แล้วพับครึ่งทั้งสองทาง รอยพับตัดมาตรที่เลขใดให้กรอกเลขนั้น ทางซ้ายและขึ้นบนเป็นเลขลบ</source>
        <translation>Write “top” at the top edge of a blank sheet, lay it in like a letter and press F6. Fold it in half both ways: the numbers at which the creases cut the rulers go in here; left and up are negative</translation>
    </message>
    <message>
        <source>ถ้าตราออกไม่ตรง แก้ระยะแล้วพิมพ์ใหม่ได้ เลขรับไม่เปลี่ยน</source>
        <translation>If the stamp is off, change the distances and print again. The number stays.</translation>
    </message>
    <message>
        <source>พิมพ์ตรา</source>
        <translation>Print stamp</translation>
    </message>
    <message>
        <source>พิมพ์แผ่นหาตำแหน่ง</source>
        <translation>Print trial sheet</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>กำลังเตรียมตรา</source>
        <translation>Preparing the stamp</translation>
    </message>
    <message>
        <source>แผ่นที่จะพิมพ์ขึ้นตรงนี้ มีแต่ตรารับ</source>
        <translation>The sheet to be printed will be here; it bears the stamp alone</translation>
    </message>
    <message>
        <source>เป็นมิลลิเมตร ไม่เกิน 20</source>
        <translation>In mm, 20 at most</translation>
    </message>
    <message>
        <source>ส่งพิมพ์แผ่นหาตำแหน่งแล้ว</source>
        <translation>Trial sheet sent to the printer</translation>
    </message>
    <message>
        <source>พิมพ์ตรารับลงบนต้นฉบับ {number}</source>
        <translation>Print the stamp on the paper of {number}</translation>
    </message>
    <message>
        <source>ขอบล่างเข้าก่อน</source>
        <translation>bottom edge first</translation>
    </message>
    <message>
        <source>ขอบบนเข้าก่อน</source>
        <translation>top edge first</translation>
    </message>
    <message>
        <source>คว่ำหน้าลง</source>
        <translation>face down</translation>
    </message>
    <message>
        <source>หงายหน้าขึ้น</source>
        <translation>face up</translation>
    </message>
    <message>
        <source>ใส่หน้าแรกของต้นฉบับแผ่นเดียวในถาดป้อนมือ {side} {edge} แล้วกด F9</source>
        <translation>Lay the first page alone into the manual tray, {side}, {edge}, and press F9</translation>
    </message>
</context>
<context>
    <name>StandingChoice</name>
    <message>
        <source>ลงนามในฐานะ</source>
        <translation>Sign as</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>ตรงกัน</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>น่าจะใช่</source>
        <translation>Likely</translation>
    </message>
    <message>
        <source>ยอดไม่ตรง</source>
        <translation>Other sum</translation>
    </message>
    <message>
        <source>ชำระไปแล้ว</source>
        <translation>Paid already</translation>
    </message>
    <message>
        <source>ไม่พบใบแจ้ง</source>
        <translation>No bill</translation>
    </message>
    <message>
        <source>ออกใบเสร็จแล้ว</source>
        <translation>Receipt issued</translation>
    </message>
    <message>
        <source>วันที่</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>เงินเข้า</source>
        <translation>Came in</translation>
    </message>
    <message>
        <source>ธนาคารบอกว่า</source>
        <translation>The bank says</translation>
    </message>
    <message>
        <source>ใบแจ้งชำระ</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>ผล</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>StatementColumns</name>
    <message>
        <source>ไฟล์นี้ยังไม่รู้จัก</source>
        <translation>This file is not known yet</translation>
    </message>
    <message>
        <source>{file}: บอกครั้งเดียวว่าคอลัมน์ใดคือวันที่และเงินเข้า ครั้งหน้าจะจำหัวตารางนี้ได้</source>
        <translation>{file}: say once which columns are the day and the money that came in; these headings are known from then on</translation>
    </message>
    <message>
        <source>วันที่</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>เงินเข้า</source>
        <translation>Money in</translation>
    </message>
    <message>
        <source>ใช้คอลัมน์นี้</source>
        <translation>Use these columns</translation>
    </message>
    <message>
        <source>ไม่นำเข้า</source>
        <translation>Do not bring in</translation>
    </message>
    <message>
        <source>– เลือก –</source>
        <translation>– choose –</translation>
    </message>
    <message>
        <source>คอลัมน์ {number}</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <source>เลือกคอลัมน์</source>
        <translation>Choose a column</translation>
    </message>
</context>
<context>
    <name>StatementScreen</name>
    <message>
        <source>นำเข้าไฟล์ธนาคาร</source>
        <translation>Bring in the bank&apos;s file</translation>
    </message>
    <message>
        <source>ยืนยันและออกใบเสร็จ</source>
        <translation>Confirm, issue receipt</translation>
    </message>
    <message>
        <source>เงินเข้าตามรายการเดินบัญชี</source>
        <translation>Money by the bank&apos;s statement</translation>
    </message>
    <message>
        <source>ไม่ใช่ของใบแจ้ง</source>
        <translation>For no bill</translation>
    </message>
    <message>
        <source>ยังไม่มีรายการเดินบัญชี</source>
        <translation>No statement yet</translation>
    </message>
    <message>
        <source>นำเข้าไฟล์ CSV หรือ Excel จากธนาคาร นำเข้าไฟล์เดิมซ้ำก็ไม่เพิ่มรายการ</source>
        <translation>Bring in the bank&apos;s CSV or Excel file; the same file twice adds nothing</translation>
    </message>
    <message>
        <source>ไฟล์รายการเดินบัญชีของธนาคาร</source>
        <translation>The bank&apos;s statement</translation>
    </message>
    <message>
        <source>ไม่ใช่เงินของใบแจ้งชำระ</source>
        <translation>Money for no bill</translation>
    </message>
    <message>
        <source>รายการออกจากหน้านี้ แต่ยังเก็บไว้ในเครื่อง</source>
        <translation>The line leaves this page and stays kept at this desk</translation>
    </message>
    <message>
        <source>เอาออก</source>
        <translation>Take it out</translation>
    </message>
    <message>
        <source>รายการเดินบัญชี</source>
        <translation>Bank statement</translation>
    </message>
    <message>
        <source>รายการใหม่ {fresh} รายการ มีอยู่แล้ว {known} รายการ</source>
        <translation>{fresh} new [line,|lines,] {known} known already</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>ปุ่มลัด</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>ใบเสร็จเหลือ</source>
        <translation>Receipts left</translation>
    </message>
    <message>
        <source>ไม่มีสำเนาสำรอง {count} วัน</source>
        <translation>No copy for {count} [day|days]</translation>
    </message>
    <message>
        <source>เลขในเล่มนี้ใกล้หมด เล่มใหม่มาเองเมื่อต่อกับส่วนกลาง</source>
        <translation>These numbers run low; more come by themselves when the centre can be reached</translation>
    </message>
    <message>
        <source>เลข</source>
        <translation>nos.</translation>
    </message>
    <message>
        <source>เลข ใช้ได้อีก ~{count} วัน</source>
        <translation>numbers, about {count} [day|days]</translation>
    </message>
    <message>
        <source>เลขใบเสร็จหมดแล้ว ต่อกับส่วนกลางเพื่อรับเล่มใหม่ ระหว่างนี้ใช้ใบเสร็จเล่มมือ แล้วบันทึกที่ห้องทะเบียนคุม</source>
        <translation>No receipt numbers left. Connect to the centre for a new book; meanwhile use a paper book and enter it in the control register</translation>
    </message>
    <message>
        <source>เลขใบเสร็จใกล้หมด เล่มใหม่มาเองเมื่อต่อกับส่วนกลาง ถ้าต่อไม่ได้ เตรียมใบเสร็จเล่มมือไว้</source>
        <translation>Receipt numbers run low. A new book comes by itself when the centre can be reached; if it can&apos;t, have a paper book ready</translation>
    </message>
    <message>
        <source>เลขรับถัดไป</source>
        <translation>Next registration no.</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>StockLine</name>
    <message>
        <source>ยืมเลขจากช่องอื่น</source>
        <translation>Borrow from another counter</translation>
    </message>
    <message>
        <source>กำลังถามช่องอื่น…</source>
        <translation>Asking the other counters…</translation>
    </message>
    <message>
        <source>เลขใบเสร็จหมดแล้ว</source>
        <translation>No receipt numbers left</translation>
    </message>
    <message>
        <source>ใบเสร็จเหลือ {count} เลข</source>
        <translation>{count} receipt [number|numbers] left</translation>
    </message>
    <message>
        <source>(ใช้ได้อีก ~{count} วัน)</source>
        <translation>(about {count} [day|days])</translation>
    </message>
    <message>
        <source>ยืมเลขจากช่อง {counter}: {numbers}</source>
        <translation>Borrowed from counter {counter}: {numbers}</translation>
    </message>
    <message>
        <source>ให้ช่อง {counter} ยืมเลข {numbers}</source>
        <translation>Lent to counter {counter}: {numbers}</translation>
    </message>
    <message>
        <source>ระหว่างต่อส่วนกลางไม่ได้ ยืมเลขจากช่องอื่นได้</source>
        <translation>Borrow while the centre is away</translation>
    </message>
    <message>
        <source>ต่อกับส่วนกลางเพื่อรับเล่มใหม่ ระหว่างนี้ใช้ใบเสร็จเล่มมือ แล้วบันทึกที่ห้องทะเบียนคุม</source>
        <translation>Connect to the centre for a new book; meanwhile use a paper book and enter it in the control register</translation>
    </message>
    <message>
        <source>ใกล้หมด เล่มใหม่มาเองเมื่อต่อกับส่วนกลาง ถ้าต่อไม่ได้ เตรียมใบเสร็จเล่มมือไว้</source>
        <translation>Running low. A new book comes by itself when the centre can be reached; if it can&apos;t, have a paper book ready</translation>
    </message>
    <message>
        <source>เล่มใหม่มาเองก่อนหมดทุกครั้งที่ต่อกับส่วนกลาง</source>
        <translation>New books come by themselves whenever the centre can be reached</translation>
    </message>
</context>
<context>
    <name>StoreForm</name>
    <message>
        <source>อายุการเก็บ</source>
        <translation>Kept as</translation>
    </message>
    <message>
        <source>ที่เก็บ</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>เช่น ตู้ 3 ชั้น 2</source>
        <translation>e.g. shelf 3/2</translation>
    </message>
    <message>
        <source>รหัสแฟ้ม</source>
        <translation>File code</translation>
    </message>
    <message>
        <source>วันเก็บ</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>นับจากสิ้นปี พ.ศ.</source>
        <translation>From the end of (B.E.)</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>บันทึกการเก็บ</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>เลือกไว้ {count} เรื่อง</source>
        <translation>{count} marked</translation>
    </message>
    <message>
        <source>ยังไม่ได้เลือก</source>
        <translation>None marked</translation>
    </message>
    <message>
        <source>ยกเลิกห้ามทำลาย</source>
        <translation>Release the hold</translation>
    </message>
    <message>
        <source>ห้ามทำลาย</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>ใส่ที่เก็บ</source>
        <translation>Enter a place</translation>
    </message>
    <message>
        <source>ใส่วันที่</source>
        <translation>Enter a date</translation>
    </message>
    <message>
        <source>ไม่ใช่ปี พ.ศ.</source>
        <translation>Not a year of B.E.</translation>
    </message>
    <message>
        <source>ใส่เหตุผล</source>
        <translation>Enter a reason</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>เปิดดู</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ดูวิธีแก้</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>ทดสอบการเชื่อมต่อ</source>
        <translation>Test the connection</translation>
    </message>
    <message>
        <source>{time} น.</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>ข้อมูล ณ {moment} (ออฟไลน์)</source>
        <translation>Data as of {moment} (offline)</translation>
    </message>
    <message>
        <source>ส่งครบแล้ว</source>
        <translation>Everything sent</translation>
    </message>
    <message>
        <source>ข้อมูลล่าสุด {time}</source>
        <translation>as of {time}</translation>
    </message>
    <message>
        <source>กำลังรับไฟล์ เหลือ {count} ไฟล์</source>
        <translation>Receiving files, {count} left</translation>
    </message>
    <message>
        <source>กำลังรับข้อมูลจากส่วนกลาง</source>
        <translation>Receiving from the centre</translation>
    </message>
    <message>
        <source>กำลังส่ง {count} รายการ</source>
        <translation>Sending {count} [item|items]</translation>
    </message>
    <message>
        <source>เหลือประมาณ {count} วินาที</source>
        <translation>about {count} [second|seconds] left</translation>
    </message>
    <message>
        <source>เหลือประมาณ {count} นาที</source>
        <translation>about {count} [minute|minutes] left</translation>
    </message>
    <message>
        <source>ออฟไลน์ ทำงานต่อได้</source>
        <translation>Offline, keep working</translation>
    </message>
    <message>
        <source>ออฟไลน์ตั้งแต่ {time} ทำงานต่อได้</source>
        <translation>Offline since {time}, keep working</translation>
    </message>
    <message>
        <source>รอส่ง {count} รายการ</source>
        <translation>{count} [item|items] waiting</translation>
    </message>
    <message>
        <source>ใบเสร็จเหลือ {count} เลข</source>
        <translation>{count} receipt [number|numbers] left</translation>
    </message>
    <message>
        <source>(ใช้ได้อีก ~{count} วัน)</source>
        <translation>(about {count} [day|days])</translation>
    </message>
    <message>
        <source>โทร {number}</source>
        <translation>call {number}</translation>
    </message>
    <message>
        <source>ต้องตรวจ {count} รายการ</source>
        <translation>{count} [item needs|items need] a look</translation>
    </message>
    <message>
        <source>รายการอื่นส่งครบแล้ว</source>
        <translation>everything else is sent</translation>
    </message>
    <message>
        <source>ส่งไม่สำเร็จ</source>
        <translation>Could not send</translation>
    </message>
    <message>
        <source>ส่งไม่สำเร็จนาน {count} ชม.</source>
        <translation>Nothing was sent for {count} h</translation>
    </message>
    <message>
        <source>รอส่ง {count} รายการ อยู่ครบในเครื่อง</source>
        <translation>{count} [item|items] waiting, safe on this machine</translation>
    </message>
</context>
<context>
    <name>TemplateScreen</name>
    <message>
        <source>แบบหนังสือรับรอง</source>
        <translation>Forms of certificates</translation>
    </message>
    <message>
        <source>แบบ</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>ชื่อบนกระดาษ</source>
        <translation>Title on the paper</translation>
    </message>
    <message>
        <source>รหัสแบบของเทศบาล</source>
        <translation>The office&apos;s form label</translation>
    </message>
    <message>
        <source>ชื่อรุ่นใหม่</source>
        <translation>Name of the new version</translation>
    </message>
    <message>
        <source>เริ่มใช้วันที่</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>ตำแหน่งใต้ลายมือชื่อ</source>
        <translation>Title under the signature</translation>
    </message>
    <message>
        <source>ข้อความ (ย่อหน้าละบรรทัด)</source>
        <translation>Text (a line for each paragraph)</translation>
    </message>
    <message>
        <source>เงื่อนไขด้านหลัง (ข้อละบรรทัด)</source>
        <translation>Conditions on the back (one a line)</translation>
    </message>
    <message>
        <source>บันทึกเป็นรุ่นใหม่</source>
        <translation>Save as a new version</translation>
    </message>
    <message>
        <source>กลับไปทะเบียน</source>
        <translation>Back to the register</translation>
    </message>
    <message>
        <source>ใส่วันที่เริ่มใช้</source>
        <translation>Give the day from which it holds</translation>
    </message>
    <message>
        <source>ต้องมีชื่อบนกระดาษ ชื่อรุ่น และข้อความ</source>
        <translation>Title, version and text are needed</translation>
    </message>
    <message>
        <source>ตั้งชื่อรุ่นใหม่ รุ่นเดิมแก้ไม่ได้</source>
        <translation>Give the version a new name; the old one cannot change</translation>
    </message>
    <message>
        <source>แบบนี้ไม่มีช่องชื่อ {name}</source>
        <translation>This template has no field {name}</translation>
    </message>
    <message>
        <source>วงเล็บไม่ครบคู่ หรือไม่มีชื่อช่องข้างใน</source>
        <translation>A bracket has no partner, or no field&apos;s name inside</translation>
    </message>
    <message>
        <source>บันทึกแบบรุ่น {version} แล้ว</source>
        <translation>Form {version} saved</translation>
    </message>
    <message>
        <source>ใส่ค่าด้วยวงเล็บปีกกา และวงเล็บเหลี่ยมคร่อมส่วนที่ไม่มีค่าก็ได้: {names}</source>
        <translation>Values stand in braces; what is in square brackets may be left out: {names}</translation>
    </message>
    <message>
        <source>บันทึกได้เฉพาะหัวหน้าหน่วยงานหรือผู้บริหาร</source>
        <translation>Only a head of division or an executive may save it</translation>
    </message>
</context>
<context>
    <name>ThaiDateEdit</name>
    <message>
        <source>เช่น 9 ม.ค. 69</source>
        <translation>e.g. 9/1/69</translation>
    </message>
    <message>
        <source>เปิดปฏิทิน</source>
        <translation>Open the calendar</translation>
    </message>
</context>
<context>
    <name>TiesForm</name>
    <message>
        <source>ทะเบียนบ้าน</source>
        <translation>Houses</translation>
    </message>
    <message>
        <source>คนกับบ้าน</source>
        <translation>People and houses</translation>
    </message>
    <message>
        <source>ฐานะในบ้าน</source>
        <translation>In this house</translation>
    </message>
    <message>
        <source>บันทึกบ้าน</source>
        <translation>Save house</translation>
    </message>
    <message>
        <source>ผูกกับบ้านนี้</source>
        <translation>Tie to this house</translation>
    </message>
    <message>
        <source>สิ้นสุดแล้ว</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>ใส่บ้านเลขที่</source>
        <translation>Enter the house number</translation>
    </message>
    <message>
        <source>บ้านเลขที่</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>หมู่ที่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>ตรอก</source>
        <translation>Trok</translation>
    </message>
    <message>
        <source>ซอย</source>
        <translation>Soi</translation>
    </message>
    <message>
        <source>ถนน</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>ตำบล</source>
        <translation>Tambon</translation>
    </message>
    <message>
        <source>อำเภอ</source>
        <translation>Amphoe</translation>
    </message>
    <message>
        <source>จังหวัด</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>รหัสไปรษณีย์</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>รหัสประจำบ้าน</source>
        <translation>House code</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Remarks</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>หนังสือที่รอ</source>
        <translation>Letters waiting</translation>
    </message>
    <message>
        <source>เงินที่รับวันนี้</source>
        <translation>Money taken today</translation>
    </message>
    <message>
        <source>การส่งข้อมูล</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>ไปเคาน์เตอร์</source>
        <translation>To the counter</translation>
    </message>
    <message>
        <source>ดูใบเสร็จ</source>
        <translation>See receipts</translation>
    </message>
    <message>
        <source>ส่งถึงหน่วยงานฉัน</source>
        <translation>To my unit</translation>
    </message>
    <message>
        <source>รอส่งต่อ</source>
        <translation>To route</translation>
    </message>
    <message>
        <source>ครบกำหนดใน 3 วัน หรือเลยกำหนด</source>
        <translation>Due within 3 days, or overdue</translation>
    </message>
    <message>
        <source>ตกหล่น ไม่มีใครขยับเกินกำหนด</source>
        <translation>Fallen: nobody moved them in time</translation>
    </message>
    <message>
        <source>เกิดขึ้นระหว่างที่ไม่อยู่</source>
        <translation>Happened while you were away</translation>
    </message>
    <message>
        <source>ยกเลิก {count}</source>
        <translation>{count} void</translation>
    </message>
    <message>
        <source>บาท จากใบเสร็จ {count} ใบ</source>
        <translation>baht on {count} [receipt|receipts]</translation>
    </message>
    <message>
        <source>รอส่ง {count} รายการ อยู่ครบในเครื่องนี้ จะส่งเองเมื่อต่อกับส่วนกลางได้</source>
        <translation>{count} [item|items] waiting, safe on this machine; [it is|they are] sent as soon as the centre answers</translation>
    </message>
    <message>
        <source>งานทั้งหมดของเครื่องนี้ถึงส่วนกลางแล้ว</source>
        <translation>All work of this machine has arrived at the centre</translation>
    </message>
    <message>
        <source>เลขใบเสร็จในเครื่องนี้หมดแล้ว เลขชุดใหม่จะมาเองเมื่อต่อกับส่วนกลางได้</source>
        <translation>No receipt numbers left on this machine; new ones come as soon as the centre answers</translation>
    </message>
    <message>
        <source>ใบเสร็จเหลือ {left} เลข · เลขถัดไป {number:06d}</source>
        <translation>{left} receipt [number|numbers] left · next {number:06d}</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>เลื่อน</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>เปิด</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ไปห้องอื่น</source>
        <translation>To another room</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>เอกสาร</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>เหตุที่ต้องตรวจ</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>เลือกไว้</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>ผู้ที่ไม่อยู่ในบัญชี</source>
        <translation>Somebody who is not on the staff</translation>
    </message>
    <message>
        <source>ใช้ตามที่เลือก</source>
        <translation>Use what is chosen</translation>
    </message>
    <message>
        <source>ทำใหม่</source>
        <translation>Do it again</translation>
    </message>
    <message>
        <source>เป็นเรื่องเดียวกัน ผูกไว้</source>
        <translation>The same letter: link them</translation>
    </message>
    <message>
        <source>เปิดแก้ไข</source>
        <translation>Open to put right</translation>
    </message>
    <message>
        <source>ส่งให้หัวหน้า</source>
        <translation>Hand to supervisor</translation>
    </message>
    <message>
        <source>ดูแลเรียบร้อยแล้ว</source>
        <translation>Seen to</translation>
    </message>
    <message>
        <source>ส่งคืนพร้อมคำตอบ</source>
        <translation>Send back with an answer</translation>
    </message>
    <message>
        <source>เลิกทำ</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>บันทึกตามที่เลือกแล้ว ข้อมูลทั้งสองฝั่งยังเก็บไว้</source>
        <translation>Saved as chosen; both versions are kept</translation>
    </message>
    <message>
        <source>ทำรายการใหม่แล้ว</source>
        <translation>Done again</translation>
    </message>
    <message>
        <source>ผูกหนังสือสองฉบับไว้ด้วยกันแล้ว</source>
        <translation>The two letters are linked</translation>
    </message>
    <message>
        <source>ส่งให้หัวหน้าแล้ว</source>
        <translation>With the supervisor</translation>
    </message>
    <message>
        <source>ปิดรายการแล้ว</source>
        <translation>The item is closed</translation>
    </message>
    <message>
        <source>ตอบแล้ว รายการปิดที่เครื่องผู้ถามด้วย</source>
        <translation>Answered; the item is closed at the desk that asked too</translation>
    </message>
    <message>
        <source>ส่งคืนให้เครื่องผู้ถามแล้ว</source>
        <translation>Sent back to the desk that asked</translation>
    </message>
    <message>
        <source>เปิดรายการอีกครั้งแล้ว</source>
        <translation>The item is open again</translation>
    </message>
    <message>
        <source>ต้องตรวจ</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>เสร็จแล้ว</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>ไม่มีรายการต้องตรวจ</source>
        <translation>Nothing to check</translation>
    </message>
    <message>
        <source>รายการที่ส่วนกลางรับไม่ได้หรือขอให้ตรวจจะขึ้นในหน้านี้ พร้อมเหตุผลและทางแก้ งานอื่นส่งต่อได้ตามปกติ</source>
        <translation>What the centre could not take, or wants looked at, comes here with the reason and a way out. All other work goes on.</translation>
    </message>
    <message>
        <source>ไม่มีรายการที่รอหัวหน้า</source>
        <translation>Nothing waits for a supervisor</translation>
    </message>
    <message>
        <source>รายการที่ส่งให้หัวหน้าจะรออยู่ที่นี่จนกว่าจะได้คำตอบ</source>
        <translation>What was handed to a supervisor waits here for the answer.</translation>
    </message>
    <message>
        <source>ยังไม่มีรายการที่เสร็จ</source>
        <translation>Nothing is settled yet</translation>
    </message>
    <message>
        <source>รายการที่จัดการแล้วจะเก็บไว้ที่นี่ ทั้งสองฝั่ง พร้อมผู้จัดการและเหตุผล</source>
        <translation>What was settled is kept here: both versions, who did it, and why.</translation>
    </message>
    <message>
        <source>ปิดรายการ</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>เปิดเรื่องอีกครั้ง</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>เปิดเรื่องอีกครั้งแล้ว หนังสือส่งถึงหน่วยงานเดิม</source>
        <translation>Opened again: the letter is on its way to the unit that had it</translation>
    </message>
    <message>
        <source>ทำใหม่แล้ว</source>
        <translation>Done again</translation>
    </message>
    <message>
        <source>เปิดเรื่องอีกครั้งแล้ว</source>
        <translation>Opened again</translation>
    </message>
    <message>
        <source>เลือกแล้ว</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>ผูกเป็นเรื่องเดียวกันแล้ว</source>
        <translation>Linked as one</translation>
    </message>
    <message>
        <source>แก้ไขในเอกสารแล้ว</source>
        <translation>Put right in the document</translation>
    </message>
    <message>
        <source>ศูนย์ยืนยันปีแล้ว</source>
        <translation>The centre is in the new year too</translation>
    </message>
    <message>
        <source>หัวหน้าตรวจ</source>
        <translation>For you to decide</translation>
    </message>
    <message>
        <source>รอหัวหน้า</source>
        <translation>With supervisor</translation>
    </message>
    <message>
        <source>หัวหน้าตอบแล้ว</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>หนังสือ เลขรับ {number}</source>
        <translation>Letter no. {number}</translation>
    </message>
    <message>
        <source>เรื่อง {number}</source>
        <translation>Matter {number}</translation>
    </message>
    <message>
        <source>หนังสือรับรอง เล่มที่ {number}</source>
        <translation>Certificate, book {number}</translation>
    </message>
    <message>
        <source>ข้อมูลประชาชน</source>
        <translation>A citizen&apos;s particulars</translation>
    </message>
    <message>
        <source>ใบเสร็จ {number}</source>
        <translation>Receipt {number}</translation>
    </message>
    <message>
        <source>เครื่องนี้</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>ตรงกับเลขรับ {number}/{year}</source>
        <translation>The same as no. {number}/{year}</translation>
    </message>
    <message>
        <source>เลข {number} ของปี {year}</source>
        <translation>Number {number} of {year}</translation>
    </message>
    <message>
        <source>เรียกคืนจาก{unit}แล้วเมื่อ {when}</source>
        <translation>Taken back from {unit} on {when}</translation>
    </message>
    <message>
        <source>{unit}ทำเสร็จและปิดเรื่องแล้วเมื่อ {when}</source>
        <translation>{unit} finished and closed the matter on {when}</translation>
    </message>
    <message>
        <source>{unit}รับเรื่องแล้วเมื่อ {when} โดย {who}</source>
        <translation>{unit} took it over on {when}: {who}</translation>
    </message>
    <message>
        <source>เรื่องนี้ถูกส่งไป{unit}แล้วเมื่อ {when} โดย {who}</source>
        <translation>It was sent to {unit} on {when} by {who}</translation>
    </message>
    <message>
        <source>ทำรายการในเครื่องนี้</source>
        <translation>Something done at this desk</translation>
    </message>
    <message>
        <source>ลงทะเบียนรับหนังสือ เลขรับ {number}/{year}</source>
        <translation>Registered a letter, no. {number}/{year}</translation>
    </message>
    <message>
        <source>ให้เลขรับจริง {number}/{year}</source>
        <translation>Gave the official number {number}/{year}</translation>
    </message>
    <message>
        <source>ปิดเล่ม เลข {low} ถึง {high}</source>
        <translation>Closed a book, numbers {low} to {high}</translation>
    </message>
    <message>
        <source>บันทึกใบเสร็จกระดาษเสียหรือสูญหาย เลข {low} ถึง {high}</source>
        <translation>Recorded paper receipts as spoilt or lost, {low} to {high}</translation>
    </message>
    <message>
        <source>ให้ยืมเลขใบเสร็จ {low} ถึง {high}</source>
        <translation>Receipt numbers {low} to {high} lent</translation>
    </message>
    <message>
        <source>ส่งหนังสือถึง {units}</source>
        <translation>Sent the letter to {units}</translation>
    </message>
    <message>
        <source>บันทึกคำสั่งให้ทำการแทน ที่ {number}</source>
        <translation>Entered order {number} to act for another</translation>
    </message>
    <message>
        <source>โอนหนังสือให้ {name}</source>
        <translation>Gave letters to {name}</translation>
    </message>
    <message>
        <source>แก้ข้อมูลหนังสือ</source>
        <translation>Put the letter&apos;s details right</translation>
    </message>
    <message>
        <source>ออกใบเสร็จเลขที่ {number} จำนวน {amount} บาท</source>
        <translation>Issued receipt {number}, {amount} baht</translation>
    </message>
    <message>
        <source>ทำใบแจ้งชำระเลขที่ {number} จำนวน {amount} บาท</source>
        <translation>Made bill {number} of {amount} baht</translation>
    </message>
    <message>
        <source>รับเงินสดตามใบแจ้งชำระ {amount} บาท</source>
        <translation>Took {amount} baht in cash for a bill</translation>
    </message>
    <message>
        <source>รับเช็คตามใบแจ้งชำระ {amount} บาท</source>
        <translation>Took a cheque of {amount} baht for a bill</translation>
    </message>
    <message>
        <source>รอเงินโอนตามใบแจ้งชำระ {amount} บาท</source>
        <translation>Waits for a transfer of {amount} baht for a bill</translation>
    </message>
    <message>
        <source>บันทึกใบเสร็จจากกระดาษ เลขที่ {number} จำนวน {amount} บาท</source>
        <translation>Entered receipt {number} from its paper, {amount} baht</translation>
    </message>
    <message>
        <source>พิมพ์ใบเสร็จซ้ำ ครั้งที่ {time}</source>
        <translation>Printed a receipt again, time {time}</translation>
    </message>
    <message>
        <source>ลงทะเบียนรับชั่วคราว</source>
        <translation>Registered provisionally</translation>
    </message>
    <message>
        <source>บันทึกว่าหนังสือมาถึงอีกช่องทาง</source>
        <translation>Noted that the letter came by another channel</translation>
    </message>
    <message>
        <source>เพิ่มเอกสารของหนังสือ</source>
        <translation>Added a file to a letter</translation>
    </message>
    <message>
        <source>ถอนเอกสารของหนังสือ</source>
        <translation>Withdrew a letter&apos;s file</translation>
    </message>
    <message>
        <source>ลงรับในทะเบียนของกองด้วยเลขชั่วคราว</source>
        <translation>Registered in the division with a provisional number</translation>
    </message>
    <message>
        <source>ประทับเลขจริงบนหนังสือแล้ว</source>
        <translation>Stamped the official number</translation>
    </message>
    <message>
        <source>นำเข้าทะเบียนเดิม</source>
        <translation>Took in an old register</translation>
    </message>
    <message>
        <source>เลิกการนำเข้าทะเบียนเดิม</source>
        <translation>Withdrew the import of an old register</translation>
    </message>
    <message>
        <source>เปลี่ยนชั้นความลับของหนังสือ</source>
        <translation>Changed the letter&apos;s secrecy</translation>
    </message>
    <message>
        <source>เกษียณหนังสือ</source>
        <translation>Endorsed the letter</translation>
    </message>
    <message>
        <source>ยกเลิกคำสั่งให้ทำการแทน</source>
        <translation>Recalled an order to act for another</translation>
    </message>
    <message>
        <source>บันทึกวลีเกษียณ</source>
        <translation>Kept a phrase</translation>
    </message>
    <message>
        <source>ลบวลีเกษียณ</source>
        <translation>Removed a phrase</translation>
    </message>
    <message>
        <source>เก็บการค้นไว้เป็นแฟ้มของหน่วยงาน</source>
        <translation>Kept a search as a folder of the unit</translation>
    </message>
    <message>
        <source>ลบแฟ้มการค้นของหน่วยงาน</source>
        <translation>Removed a search folder of the unit</translation>
    </message>
    <message>
        <source>บันทึกข้อความบนหน้ากระดาษ</source>
        <translation>Noted the text of pages</translation>
    </message>
    <message>
        <source>บันทึกที่อยู่ของหนังสือต้นฉบับ</source>
        <translation>Noted where papers are</translation>
    </message>
    <message>
        <source>รับเรื่องไว้ที่หน่วยงาน</source>
        <translation>Took the letter over for the unit</translation>
    </message>
    <message>
        <source>เรียกหนังสือคืน</source>
        <translation>Took the letter back</translation>
    </message>
    <message>
        <source>เสร็จส่วนของหน่วยงาน</source>
        <translation>The unit&apos;s part is done</translation>
    </message>
    <message>
        <source>ขอหนังสือคืน</source>
        <translation>Asked for the letter back</translation>
    </message>
    <message>
        <source>ตอบคำขอคืน</source>
        <translation>Answered a request</translation>
    </message>
    <message>
        <source>ส่งหนังสือคืนผู้ส่ง</source>
        <translation>Returned the letter</translation>
    </message>
    <message>
        <source>เปิดอ่านหนังสือเวียน</source>
        <translation>Opened a circular</translation>
    </message>
    <message>
        <source>ทราบหนังสือเวียน</source>
        <translation>Acknowledged a circular</translation>
    </message>
    <message>
        <source>ทวงถาม</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>ติดตามหนังสือ</source>
        <translation>Followed a letter</translation>
    </message>
    <message>
        <source>พักหนังสือไว้</source>
        <translation>Put a letter away</translation>
    </message>
    <message>
        <source>ตั้งแม่แบบเส้นทาง</source>
        <translation>Named a route</translation>
    </message>
    <message>
        <source>เลิกใช้แม่แบบเส้นทาง</source>
        <translation>Withdrew a route template</translation>
    </message>
    <message>
        <source>ลงรับในทะเบียนของกอง</source>
        <translation>Register in the division</translation>
    </message>
    <message>
        <source>ยกเลิกหนังสือ</source>
        <translation>Cancel the letter</translation>
    </message>
    <message>
        <source>เลิกการยกเลิกหนังสือ</source>
        <translation>Take a letter&apos;s cancellation back</translation>
    </message>
    <message>
        <source>ให้ยืมแฟ้ม</source>
        <translation>Lend a file</translation>
    </message>
    <message>
        <source>รับแฟ้มคืน</source>
        <translation>Take a file back</translation>
    </message>
    <message>
        <source>ผูกหนังสือสองฉบับเป็นเรื่องเดียวกัน</source>
        <translation>Linked two letters as one</translation>
    </message>
    <message>
        <source>รับเรื่องของประชาชน</source>
        <translation>Took up a citizen&apos;s matter</translation>
    </message>
    <message>
        <source>บันทึกขั้นตอนของเรื่อง</source>
        <translation>Noted a step of a matter</translation>
    </message>
    <message>
        <source>ออกหนังสือรับรอง</source>
        <translation>A certificate was issued</translation>
    </message>
    <message>
        <source>พิมพ์สำเนาหนังสือรับรอง</source>
        <translation>A copy of a certificate was printed</translation>
    </message>
    <message>
        <source>บันทึกในทะเบียนหนังสือรับรอง</source>
        <translation>Something was entered on a certificate</translation>
    </message>
    <message>
        <source>เก็บหนังสือรับรองที่ลงนามแล้ว</source>
        <translation>A signed certificate was kept</translation>
    </message>
    <message>
        <source>บันทึกแบบหนังสือรับรอง</source>
        <translation>A form of certificates was saved</translation>
    </message>
    <message>
        <source>ยกเลิกใบเสร็จ</source>
        <translation>Void a receipt</translation>
    </message>
    <message>
        <source>ตั้ง PIN อนุมัติที่โต๊ะนี้</source>
        <translation>A PIN for approving was set at this desk</translation>
    </message>
    <message>
        <source>บันทึกข้อมูลประชาชน</source>
        <translation>Entered a citizen&apos;s particulars</translation>
    </message>
    <message>
        <source>บันทึกข้อมูลบ้าน</source>
        <translation>Entered a house</translation>
    </message>
    <message>
        <source>แก้ข้อมูลประชาชน</source>
        <translation>Put a citizen&apos;s particulars right</translation>
    </message>
    <message>
        <source>แก้ข้อมูลบ้าน</source>
        <translation>Put a house&apos;s particulars right</translation>
    </message>
    <message>
        <source>ใส่เลขประจำตัวประชาชน</source>
        <translation>Gave a citizen their number</translation>
    </message>
    <message>
        <source>รวมหรือแยกรายการของคนเดียวกัน</source>
        <translation>Joined or parted entries of one person</translation>
    </message>
    <message>
        <source>ผูกคนกับบ้าน</source>
        <translation>Tied a person to a house</translation>
    </message>
    <message>
        <source>ดูเลขประจำตัวเต็ม</source>
        <translation>Looked at a whole number</translation>
    </message>
    <message>
        <source>ยกเลิกใบแจ้งชำระ</source>
        <translation>Cancelled a bill</translation>
    </message>
    <message>
        <source>บอกผลการโอนเงิน</source>
        <translation>Said whether a transfer came</translation>
    </message>
    <message>
        <source>ออกใบเสร็จให้เงินโอนที่ยืนยันแล้ว</source>
        <translation>Issued the receipt of a confirmed transfer</translation>
    </message>
    <message>
        <source>เปิดกะรับเงิน</source>
        <translation>Opened a cash shift</translation>
    </message>
    <message>
        <source>นำเงินสดเข้าหรือออกจากลิ้นชัก</source>
        <translation>Put cash in or took it out</translation>
    </message>
    <message>
        <source>นับเงินในลิ้นชัก</source>
        <translation>Counted the drawer</translation>
    </message>
    <message>
        <source>ส่งมอบกะ</source>
        <translation>Handed the drawer over</translation>
    </message>
    <message>
        <source>ปิดกะรับเงิน</source>
        <translation>Closed the cash shift</translation>
    </message>
    <message>
        <source>รับเงินตามใบนำส่ง</source>
        <translation>Took over the money of a slip</translation>
    </message>
    <message>
        <source>ปิดยอดเงินประจำวัน</source>
        <translation>Closed the day&apos;s money</translation>
    </message>
    <message>
        <source>ใส่เลขใบเสร็จของระบบบัญชี</source>
        <translation>Entered a number of the accounting system</translation>
    </message>
    <message>
        <source>เปิดบัญชีค่าขยะ</source>
        <translation>Open waste accounts</translation>
    </message>
    <message>
        <source>เปลี่ยนบัญชีค่าขยะ</source>
        <translation>Change a waste account</translation>
    </message>
    <message>
        <source>เอาแฟ้มบ้านที่นำเข้ากลับ</source>
        <translation>Taking an imported file of houses back</translation>
    </message>
    <message>
        <source>เริ่มร่างหนังสือ</source>
        <translation>Began a draft</translation>
    </message>
    <message>
        <source>แก้ร่างหนังสือ</source>
        <translation>Changed a draft</translation>
    </message>
    <message>
        <source>เสนอ ส่งคืน หรืออนุมัติร่าง</source>
        <translation>Asked for review of a draft, returned or approved it</translation>
    </message>
    <message>
        <source>ลงนามและออกเลขหนังสือ</source>
        <translation>Signed and numbered a letter</translation>
    </message>
    <message>
        <source>แนบหนังสือที่ลงนามแล้ว</source>
        <translation>Attached the signed letter</translation>
    </message>
    <message>
        <source>ประทับเวลาบนลายมือชื่อดิจิทัล</source>
        <translation>Time stamped on a digital signature</translation>
    </message>
    <message>
        <source>ใส่ภาพตราครุฑของหน่วยงาน</source>
        <translation>Set the office&apos;s Garuda</translation>
    </message>
    <message>
        <source>ลงสมุดส่งหนังสือ</source>
        <translation>Entered a letter as sent</translation>
    </message>
    <message>
        <source>บันทึกใบรับหนังสือ</source>
        <translation>Entered a receipt of a letter</translation>
    </message>
    <message>
        <source>บันทึกที่เก็บหนังสือ</source>
        <translation>Noted where a letter is kept</translation>
    </message>
    <message>
        <source>กำหนดกฎอายุการเก็บ</source>
        <translation>Set a rule of keeping</translation>
    </message>
    <message>
        <source>ห้ามทำลายหนังสือ</source>
        <translation>Held a letter</translation>
    </message>
    <message>
        <source>ยกเลิกการห้ามทำลายหนังสือ</source>
        <translation>Released a letter</translation>
    </message>
    <message>
        <source>ทำบัญชีหนังสือขอทำลาย</source>
        <translation>Began a destruction list</translation>
    </message>
    <message>
        <source>ใส่หนังสือลงบัญชีขอทำลาย</source>
        <translation>Put letters on a destruction list</translation>
    </message>
    <message>
        <source>แต่งตั้งคณะกรรมการทำลายหนังสือ</source>
        <translation>Appointed a destruction committee</translation>
    </message>
    <message>
        <source>บันทึกผลพิจารณาของกรรมการ</source>
        <translation>Recorded what the committee proposes</translation>
    </message>
    <message>
        <source>บันทึกการลงนามของกรรมการ</source>
        <translation>Recorded a member&apos;s signature</translation>
    </message>
    <message>
        <source>บันทึกการอนุมัติให้ทำลาย</source>
        <translation>Recorded the approval</translation>
    </message>
    <message>
        <source>ยกเลิกบัญชีหนังสือขอทำลาย</source>
        <translation>Gave up a destruction list</translation>
    </message>
    <message>
        <source>บันทึกการทำลายหนังสือ</source>
        <translation>Recorded the destruction</translation>
    </message>
    <message>
        <source>ตอบคำถามของเครื่องอื่น</source>
        <translation>Answered another desk&apos;s question</translation>
    </message>
    <message>
        <source>ขอคืนจากหัวหน้า</source>
        <translation>Asked it back from the supervisor</translation>
    </message>
</context>
<context>
    <name>TrayScreen</name>
    <message>
        <source>รายการต้องตรวจ</source>
        <translation>Items to check</translation>
    </message>
    <message>
        <source>มุมมอง</source>
        <translation>View</translation>
    </message>
    <message>
        <source>เลิกทำ  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
    <message>
        <source>ต้องตรวจ</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>รายการถัดไป</source>
        <translation>Next item</translation>
    </message>
    <message>
        <source>รายการก่อน</source>
        <translation>Previous item</translation>
    </message>
    <message>
        <source>ใช้ของเครื่องนี้</source>
        <translation>Use this computer&apos;s</translation>
    </message>
    <message>
        <source>ใช้ที่มีอยู่</source>
        <translation>Use what stands</translation>
    </message>
    <message>
        <source>เลื่อนลง</source>
        <translation>Scroll down</translation>
    </message>
    <message>
        <source>เลื่อนขึ้น</source>
        <translation>Scroll up</translation>
    </message>
    <message>
        <source>เลิกทำ</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>รหัส {code}</source>
        <translation>Code {code}</translation>
    </message>
</context>
<context>
    <name>TwinBand</name>
    <message>
        <source>ฉบับเดียวกัน ไม่ออกเลข</source>
        <translation>Same letter, no number</translation>
    </message>
    <message>
        <source>บันทึกว่ามาถึงอีกช่องทาง แนบหน้าที่สแกนไว้กับฉบับที่มี ไม่ใช้เลขใหม่</source>
        <translation>Notes that it came by another channel and keeps the scanned pages with the letter that is here; no number is used</translation>
    </message>
    <message>
        <source>เทียบสองฉบับ</source>
        <translation>Compare both</translation>
    </message>
    <message>
        <source>เปิดฉบับที่มี</source>
        <translation>Open that one</translation>
    </message>
    <message>
        <source>ลงทะเบียนอีกเลข</source>
        <translation>Register again</translation>
    </message>
    <message>
        <source>เหตุที่ลงทะเบียนอีกเลข แล้วกด Enter</source>
        <translation>Why it gets a second number; then Enter</translation>
    </message>
    <message>
        <source>ลงทะเบียนแยกจาก{numbers}: {reason}</source>
        <translation>Registered apart from {numbers}: {reason}</translation>
    </message>
    <message>
        <source>น่าจะเป็นฉบับเดียวกับ{letter}</source>
        <translation>Probably the same letter as {letter}</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>today</translation>
    </message>
    <message>
        <source>เมื่อวาน</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>UnitList</name>
    <message>
        <source>ค้นชื่อหน่วยงาน</source>
        <translation>Search units</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อหน่วยงาน แล้วกด Enter เพื่อเลือก</source>
        <translation>Type the name of a unit and press Enter to choose it</translation>
    </message>
    <message>
        <source>{unit} · ส่งแล้ว</source>
        <translation>{unit} · sent</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>{count:,} เดือน</source>
        <translation>{count:,} [month|months]</translation>
    </message>
    <message>
        <source>{count:,} ฉบับ</source>
        <translation>{count:,} [document|documents]</translation>
    </message>
    <message>
        <source>{count:,} รายการ</source>
        <translation>{count:,} [entry|entries]</translation>
    </message>
    <message>
        <source>{count:,} ครั้ง</source>
        <translation>{count:,} [time|times]</translation>
    </message>
    <message>
        <source>{count:,} ป้าย</source>
        <translation>{count:,} [sign|signs]</translation>
    </message>
    <message>
        <source>{count:,} แบบ</source>
        <translation>{count:,} [plan|plans]</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>รุ่นของร่าง</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>สิ่งที่ต่างจากที่เขียนอยู่</source>
        <translation>What differs from the form</translation>
    </message>
    <message>
        <source>นำรุ่นนี้กลับมา</source>
        <translation>Bring this back</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ตรงกับที่เขียนอยู่ทุกคำ</source>
        <translation>Word for word as in the form</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>โดย</source>
        <translation>By</translation>
    </message>
    <message>
        <source>เก็บไว้</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>อัตโนมัติ</source>
        <translation>Autosaved</translation>
    </message>
    <message>
        <source>รุ่น</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>VoidForm</name>
    <message>
        <source>ยกเลิกใบเสร็จ {number}</source>
        <translation>Void receipt {number}</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>เช่น พิมพ์จำนวนผิด</source>
        <translation>e.g. wrong quantity typed</translation>
    </message>
    <message>
        <source>สแกนใบเสร็จที่รับคืน</source>
        <translation>Scan the receipt that came back</translation>
    </message>
    <message>
        <source>ต้นฉบับ</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>ผู้อนุมัติ</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>รหัสผ่านของผู้อนุมัติ</source>
        <translation>The approver&apos;s password</translation>
    </message>
    <message>
        <source>– เลือก –</source>
        <translation>– choose –</translation>
    </message>
    <message>
        <source>รับคืนแล้ว สแกนแล้ว</source>
        <translation>Came back, scanned</translation>
    </message>
    <message>
        <source>รับคืนแล้ว สแกนไม่ได้</source>
        <translation>Came back, not scannable</translation>
    </message>
    <message>
        <source>ยังไม่ได้ให้ประชาชน</source>
        <translation>Never handed over</translation>
    </message>
    <message>
        <source>ยังอยู่กับผู้ชำระ เรียกคืนไม่ได้</source>
        <translation>Stays with the payer</translation>
    </message>
    <message>
        <source>ยกเลิกใบเสร็จ</source>
        <translation>Void the receipt</translation>
    </message>
    <message>
        <source>ไม่ยกเลิก</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>ยังไม่ตั้ง PIN</source>
        <translation>no PIN</translation>
    </message>
    <message>
        <source>PIN เก่าเกินไป</source>
        <translation>PIN too old</translation>
    </message>
    <message>
        <source>PIN ผิดหลายครั้ง</source>
        <translation>PIN wrong too often</translation>
    </message>
    <message>
        <source>ยกเลิกเอง ไม่ต้องมีผู้อนุมัติ</source>
        <translation>Alone, nobody needs to approve</translation>
    </message>
    <message>
        <source>ไม่มีผู้อนุมัติ</source>
        <translation>Nobody may approve</translation>
    </message>
    <message>
        <source>PIN ใหม่ (6 หลักขึ้นไป)</source>
        <translation>New PIN (6 figures or more)</translation>
    </message>
    <message>
        <source>เป็นใบอื่น ไม่ใช่ใบนี้</source>
        <translation>Another receipt, not this one</translation>
    </message>
    <message>
        <source>ใส่เหตุผลที่ยกเลิก</source>
        <translation>Enter the reason</translation>
    </message>
    <message>
        <source>ต้นฉบับอยู่ที่ไหน</source>
        <translation>Where is it?</translation>
    </message>
    <message>
        <source>สแกนใบนี้ก่อน</source>
        <translation>Scan it first</translation>
    </message>
    <message>
        <source>ต้องมีผู้อนุมัติอีกคน</source>
        <translation>A second person is needed</translation>
    </message>
    <message>
        <source>ใส่รหัสผ่าน</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>ใส่ PIN</source>
        <translation>Enter the PIN</translation>
    </message>
</context>
<context>
    <name>Waste</name>
    <message>
        <source>บ้านเลขที่</source>
        <translation>House no.</translation>
    </message>
    <message>
        <source>หมู่/ซอย</source>
        <translation>Moo/soi</translation>
    </message>
    <message>
        <source>ผู้ชำระ</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>เดือนละ</source>
        <translation>A month</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>ค้าง</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>ปีงบ</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>เดือน</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>เลขอ้างอิง</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>จำนวนเงิน</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>กลุ่ม</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>เดือนที่ค้าง</source>
        <translation>Months owed</translation>
    </message>
    <message>
        <source>ค้างนาน</source>
        <translation>For</translation>
    </message>
    <message>
        <source>{count} เดือน</source>
        <translation>{count} [month|months]</translation>
    </message>
    <message>
        <source>ทั้งหมด</source>
        <translation>All</translation>
    </message>
    <message>
        <source>จัดเก็บ</source>
        <translation>Charged</translation>
    </message>
    <message>
        <source>ยกเว้น</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>หยุด</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>ยังไม่เริ่ม</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>ไม่มีอัตรา</source>
        <translation>No rate</translation>
    </message>
    <message>
        <source>{litres:,} ลิตร · {money}</source>
        <translation>{litres:,} l · {money}</translation>
    </message>
    <message>
        <source>1–3 เดือน</source>
        <translation>1–3 months</translation>
    </message>
    <message>
        <source>4–6 เดือน</source>
        <translation>4–6 months</translation>
    </message>
    <message>
        <source>7–12 เดือน</source>
        <translation>7–12 months</translation>
    </message>
    <message>
        <source>เกิน 1 ปี</source>
        <translation>More than a year</translation>
    </message>
    <message>
        <source>รอเงินโอน</source>
        <translation>Transfer awaited</translation>
    </message>
    <message>
        <source>ชำระแล้ว</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancelled</translation>
    </message>
</context>
<context>
    <name>WasteScreens</name>
    <message>
        <source>หน้าของห้องค่าขยะ</source>
        <translation>Pages of waste fees</translation>
    </message>
    <message>
        <source>ค่าขยะ</source>
        <translation>Waste fees</translation>
    </message>
    <message>
        <source>บัญชี</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>ทำใบแจ้ง</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>ค้างชำระ</source>
        <translation>Arrears</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>WayIn</name>
    <message>
        <source>กำลังเปิดข้อมูลของเครื่องนี้</source>
        <translation>Opening this machine&apos;s data</translation>
    </message>
    <message>
        <source>ข้อมูลในเครื่องเข้ารหัสไว้ทั้งหมด</source>
        <translation>Everything on this machine is encrypted</translation>
    </message>
    <message>
        <source>ปิดโปรแกรม</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>ลองใหม่</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>ใช้สำเนาสำรอง</source>
        <translation>Use the backup</translation>
    </message>
    <message>
        <source>กำลังนำสำเนาสำรองกลับมา</source>
        <translation>Bringing the backup back</translation>
    </message>
    <message>
        <source>แฟ้มที่ชำรุดเก็บไว้ ไม่ถูกลบ</source>
        <translation>The damaged file is kept</translation>
    </message>
    <message>
        <source>กำลังรับข้อมูลของสำนักงาน</source>
        <translation>Receiving the office&apos;s data</translation>
    </message>
    <message>
        <source>รับครั้งแรกครั้งเดียว ถ้ายังต่อส่วนกลางไม่ได้ โปรแกรมจะลองใหม่เอง</source>
        <translation>Only this first time. While the centre does not answer, the program tries again by itself.</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>ทราบแล้ว</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>ยังไม่ทราบ</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>หน่วยงาน</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>ได้รับ</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>อ่าน</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>ทราบ</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>ทวง</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>เลิกติดตาม</source>
        <translation>Stop following</translation>
    </message>
    <message>
        <source>พักอยู่</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ตอบคำขอคืน</source>
        <translation>Answered a request</translation>
    </message>
    <message>
        <source>เสร็จส่วนนี้</source>
        <translation>My part is done</translation>
    </message>
    <message>
        <source>ส่งคืน</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>เรียกคืน</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>ขอคืน</source>
        <translation>Ask back</translation>
    </message>
    <message>
        <source>ทวงถาม</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>ติดตาม</source>
        <translation>Follow</translation>
    </message>
    <message>
        <source>พักไว้</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ผู้ส่งขอหนังสือคืน ถ้าคืนให้ หนังสือจะออกจากหน่วยงานนี้ ถ้าไม่คืนต้องบอกเหตุผล</source>
        <translation>The sender asks for the letter. If you give it back it leaves this unit; if you keep it, say why.</translation>
    </message>
    <message>
        <source>หนังสือกลับไปที่ผู้ส่งพร้อมเหตุผล เช่น ส่งผิดหน่วยงาน</source>
        <translation>The letter goes back to its sender with the reason, such as: wrong unit.</translation>
    </message>
    <message>
        <source>ยังไม่มีผู้รับ หนังสือกลับมาทันที ถ้ามีผู้รับไปก่อนถึงส่วนกลาง จะกลายเป็นคำขอคืน</source>
        <translation>Nobody has received it: it comes back at once. If somebody does before the centre hears of it, they are asked to give it back</translation>
    </message>
    <message>
        <source>มีผู้รับไปแล้ว จึงเรียกคืนเองไม่ได้ ผู้รับจะตอบว่าคืนหรือไม่คืน</source>
        <translation>It was received, so you can&apos;t recall it yourself. The receiver will answer.</translation>
    </message>
    <message>
        <source>ผู้ที่ยังไม่ทำส่วนของตนจะเห็นข้อความนี้ที่หนังสือ</source>
        <translation>Those who have not done their part will see this word at the letter.</translation>
    </message>
    <message>
        <source>หนังสือจะไม่อยู่ในตะกร้าจนถึงวันที่เลือก วันครบกำหนดยังนับตามเดิม</source>
        <translation>The letter stays out of your baskets until that day. Deadlines count on.</translation>
    </message>
    <message>
        <source>ข้อความ</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>บันทึกว่าทราบแล้ว</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>ตอบผู้ส่งแล้ว</source>
        <translation>The sender is answered</translation>
    </message>
    <message>
        <source>เสร็จส่วนของท่านแล้ว</source>
        <translation>Your part is done</translation>
    </message>
    <message>
        <source>ส่งคืนผู้ส่งแล้ว</source>
        <translation>Returned to the sender</translation>
    </message>
    <message>
        <source>เรียกคืนแล้ว</source>
        <translation>Recalled</translation>
    </message>
    <message>
        <source>ขอคืนแล้ว รอผู้รับตอบ</source>
        <translation>Asked back; the receiver will answer</translation>
    </message>
    <message>
        <source>ทวงถามแล้ว</source>
        <translation>Reminded</translation>
    </message>
    <message>
        <source>เลิกติดตามแล้ว</source>
        <translation>No longer followed</translation>
    </message>
    <message>
        <source>ติดตามแล้ว ดูได้ในตะกร้าติดตาม</source>
        <translation>Followed; see the Followed basket</translation>
    </message>
    <message>
        <source>พักไว้แล้ว ดูได้ในตะกร้าพัก</source>
        <translation>Put away; see the Put away basket</translation>
    </message>
    <message>
        <source>คืนให้แล้ว</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>ขอคืนอยู่</source>
        <translation>Asked back</translation>
    </message>
    <message>
        <source>เสร็จแล้ว</source>
        <translation>Done</translation>
    </message>
    <message>
        <source> หรือ </source>
        <translation> or </translation>
    </message>
    <message>
        <source>{post} (ว่าง)</source>
        <translation>{post} (vacant)</translation>
    </message>
    <message>
        <source>ผู้รับถัดไป: {names}</source>
        <translation>Goes to: {names}</translation>
    </message>
    <message>
        <source>รอรับ</source>
        <translation>To receive</translation>
    </message>
    <message>
        <source>รอเกษียณ</source>
        <translation>To endorse</translation>
    </message>
    <message>
        <source>เวียน</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>ส่งแล้ว</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>พัก</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือรอรับ</source>
        <translation>Nothing to receive</translation>
    </message>
    <message>
        <source>หนังสือที่ส่งถึงท่านหรือหน่วยงานของท่าน จะอยู่ที่นี่จนกว่าจะกดรับ</source>
        <translation>Letters sent to you or your unit stay here until they are received.</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือรอเกษียณ</source>
        <translation>Nothing to endorse</translation>
    </message>
    <message>
        <source>หนังสือที่รับแล้วและยังไม่ได้ส่งต่อ และหนังสือที่ถูกส่งคืน จะอยู่ที่นี่</source>
        <translation>Letters received and not yet sent on, and letters that were returned, are here.</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือเวียนที่ค้าง</source>
        <translation>No circular is open</translation>
    </message>
    <message>
        <source>หนังสือเวียนที่หน่วยงานยังไม่กดทราบ และที่ท่านเวียนไปแล้วยังทราบไม่ครบ จะอยู่ที่นี่</source>
        <translation>Circulars that your unit has not acknowledged, and those you sent that some have not, are here.</translation>
    </message>
    <message>
        <source>ยังไม่ได้ส่งหนังสือใด</source>
        <translation>Nothing sent yet</translation>
    </message>
    <message>
        <source>หนังสือที่ท่านหรือหน่วยงานของท่านส่งต่อ จะอยู่ที่นี่ พร้อมที่อยู่ในขณะนี้</source>
        <translation>Letters that you or your unit sent on are here, with where they are now.</translation>
    </message>
    <message>
        <source>ยังไม่ได้ติดตามหนังสือใด</source>
        <translation>No letter is followed</translation>
    </message>
    <message>
        <source>กด V ที่หนังสือเพื่อติดตาม แล้วดูความเคลื่อนไหวได้ที่นี่</source>
        <translation>Press V at a letter to follow it; what becomes of it is seen here.</translation>
    </message>
    <message>
        <source>ไม่มีหนังสือที่พักไว้</source>
        <translation>Nothing is put away</translation>
    </message>
    <message>
        <source>กด Z ที่หนังสือเพื่อพักไว้ถึงวันที่เลือก วันครบกำหนดยังนับตามเดิม</source>
        <translation>Press Z at a letter to put it away until a day. Deadlines count on.</translation>
    </message>
    <message>
        <source>ขอคืนจาก</source>
        <translation>Asked back from</translation>
    </message>
    <message>
        <source>คืนให้ผู้ส่งจาก</source>
        <translation>Given back by</translation>
    </message>
    <message>
        <source>ไม่คืนจาก</source>
        <translation>Kept by</translation>
    </message>
    <message>
        <source>ส่งคืนจาก</source>
        <translation>Returned by</translation>
    </message>
    <message>
        <source>โอนให้ผู้อื่นใน</source>
        <translation>Reassigned in</translation>
    </message>
    <message>
        <source>มีผู้รับหลังเรียกคืนที่</source>
        <translation>Received after the recall at</translation>
    </message>
    <message>
        <source>เสร็จส่วนของ</source>
        <translation>Part done by</translation>
    </message>
    <message>
        <source>บันทึกเส้นทาง</source>
        <translation>Noted on the way</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>ใช้ตามบัตร</source>
        <translation>Use the card</translation>
    </message>
    <message>
        <source>ข้อมูลบนบัตรต่างจากที่บันทึกไว้</source>
        <translation>The card says otherwise than the register</translation>
    </message>
    <message>
        <source>ดูเลขเต็ม</source>
        <translation>Show number</translation>
    </message>
    <message>
        <source>แก้ข้อมูล</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>ทะเบียนบ้าน</source>
        <translation>Houses</translation>
    </message>
    <message>
        <source>รวมรายการ</source>
        <translation>Join entries</translation>
    </message>
    <message>
        <source>ใส่เลขประจำตัว</source>
        <translation>Enter number</translation>
    </message>
    <message>
        <source>เหตุที่ต้องดูเลขเต็ม</source>
        <translation>Why the whole number is needed</translation>
    </message>
    <message>
        <source>Enter แสดงเลข เครื่องบันทึกว่าใครดูและเพราะเหตุใด</source>
        <translation>Enter shows it; who looked and why is kept</translation>
    </message>
    <message>
        <source>ไม่มีเลขประจำตัว</source>
        <translation>No number known</translation>
    </message>
    <message>
        <source>ใส่เหตุผลสั้น ๆ</source>
        <translation>Give a short reason</translation>
    </message>
</context>
<context>
    <name>WitnessFields</name>
    <message>
        <source>ผู้รับรอง (ชื่อผู้ใช้)</source>
        <translation>Witness (login)</translation>
    </message>
    <message>
        <source>รหัสของเขา</source>
        <translation>Their code</translation>
    </message>
    <message>
        <source>ต้องมี</source>
        <translation>Needed</translation>
    </message>
    <message>
        <source>ใส่รหัส</source>
        <translation>Type the code</translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>พักไว้ถึงวันที่</source>
        <translation>Put away until</translation>
    </message>
    <message>
        <source>เลือกวันหลังจากวันนี้</source>
        <translation>Choose a day after today</translation>
    </message>
    <message>
        <source>เลือกอย่างน้อยหนึ่งหน่วยงาน</source>
        <translation>Choose at least one unit</translation>
    </message>
    <message>
        <source>ไม่คืน</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>เลิกพัก</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>คืนให้ผู้ส่ง</source>
        <translation>Give it back</translation>
    </message>
</context>
<context>
    <name>_Day</name>
    <message>
        <source>เช่น 9/1/69</source>
        <translation>e.g. 9/1/69</translation>
    </message>
</context>
</TS>
