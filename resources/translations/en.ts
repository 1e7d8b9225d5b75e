<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="th_TH">
<context>
    <name>Banner</name>
    <message>
        <source>ปิดข้อความนี้</source>
        <translation>Close this message</translation>
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
    <name>Charges</name>
    <message>
        <source>รายการ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>จำนวน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>หน่วยละ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เป็นเงิน</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CounterScreen</name>
    <message>
        <source>รายการที่รับเงิน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ค่าธรรมเนียม</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ยังไม่มีรายการ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>กดเลขหน้าค่าธรรมเนียม หรือพิมพ์ชื่อแล้วกด Enter รายการจะมาอยู่ที่นี่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>บันทึกใบเสร็จเป็น PDF แล้ว</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เคาน์เตอร์</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เลือกค่าธรรมเนียม</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไปช่องถัดไป</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>แก้จำนวน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เพิ่มจำนวน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ลดจำนวน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เอารายการออก</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ผู้ชำระเงิน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เงินที่รับ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับเงินและพิมพ์</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>คนถัดไป</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ล้าง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>พิมพ์ซ้ำ</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>EnrolmentPage</name>
    <message>
        <source>เชื่อมเครื่องนี้กับสำนักงาน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ทำครั้งเดียว ใช้รหัสที่ผู้ดูแลของสำนักงานออกให้เครื่องนี้</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ที่อยู่ของศูนย์กลาง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เช่น desk.maehia.go.th</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รหัสเชื่อมเครื่อง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ใช้ได้ครั้งเดียว</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ชื่อเครื่องนี้</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เชื่อมเครื่อง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>กำลังเชื่อมเครื่อง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ใส่ที่อยู่ของศูนย์กลาง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ใส่รหัสเชื่อมเครื่อง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ใส่ชื่อเครื่อง</source>
        <translation type="unfinished" />
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
    <name>FeePicker</name>
    <message>
        <source>พิมพ์ชื่อค่าธรรมเนียม หรือกดเลข 1–9</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ค้นค่าธรรมเนียม</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ค่าธรรมเนียม</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่พบค่าธรรมเนียมนี้ ลองพิมพ์คำอื่น</source>
        <translation type="unfinished" />
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
    <name>IssuedPanel</name>
    <message>
        <source>รับเงินและออกใบเสร็จแล้ว</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เงินทอน (บาท)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>พิมพ์ซ้ำ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เปิดดู</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>บันทึก PDF</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>คนถัดไป</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ใบเสร็จเลขที่ %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับมา %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>กำลังพิมพ์ต้นฉบับและสำเนา…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ส่งพิมพ์ต้นฉบับและสำเนาแล้ว · %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ยังไม่ได้เลือกเครื่องพิมพ์ ใบเสร็จบันทึกแล้ว เปิดดูหรือบันทึก PDF ไปพิมพ์ได้</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>พิมพ์ไม่สำเร็จ: %1 ใบเสร็จบันทึกแล้ว กดพิมพ์ซ้ำได้</source>
        <translation type="unfinished" />
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
    <name>Letters</name>
    <message>
        <source>รอส่งต่อ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ส่งถึงหน่วยงานฉัน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ทั้งหมด</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่มีหนังสือรอส่งต่อ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>หนังสือที่ลงทะเบียนแล้วและยังไม่ได้ส่งให้หน่วยงานใด จะอยู่ที่นี่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่มีหนังสือส่งถึงหน่วยงานของท่าน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เมื่อสารบรรณกลางส่งหนังสือมาถึงหน่วยงาน หนังสือจะขึ้นที่นี่เอง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่มีหนังสือใกล้ครบกำหนด</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>หนังสือที่ครบกำหนดใน 3 วันหรือเลยกำหนดแล้ว จะอยู่ที่นี่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ยังไม่มีหนังสือเข้า</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ลงทะเบียนรับฉบับแรกได้ด้วย F9 หรือรอข้อมูลจากส่วนกลาง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่พบหนังสือที่ตรงกับคำค้น</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ค้นได้จากเลขรับ ที่ เรื่อง และผู้ส่ง กด Esc เพื่อล้างคำค้น</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไปรษณีย์/กระดาษ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>อีเมล</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ระบบสารบรรณ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ยื่นด้วยตนเอง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เพื่อดำเนินการ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>สำเนาเพื่อทราบ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รอรับ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับแล้ว</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เรียกคืนแล้ว</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ลงทะเบียนรับ เลขรับ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เกษียณ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ส่งถึง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับเรื่องไว้ที่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เรียกคืนจาก</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ต้องกรอก</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ลงวันที่หลังวันนี้ไม่ได้</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>กำหนดต้องไม่ก่อนวันนี้</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่ใช่วันที่ พ.ศ.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>จาก</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ที่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ลงวันที่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เรียน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับเมื่อ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>ทั้งโปรแกรม</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>ค้นทุกเรื่อง</source>
        <translation>Search everything</translation>
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
    <name>Navigation</name>
    <message>
        <source>ห้องงาน</source>
        <translation>Rooms</translation>
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
    <name>PageView</name>
    <message>
        <source>หน้าเอกสาร</source>
        <translation>Document page</translation>
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
        <source>ขยาย</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>ย่อ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>พอดีทั้งหน้า</source>
        <translation>Fit the whole page</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>เปิดแฟ้มข้อมูลของเครื่องนี้</source>
        <translation>Open this machine's data</translation>
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
    <name>PaymentForm</name>
    <message>
        <source>ผู้ชำระเงิน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ชื่อ–นามสกุล หรือชื่อนิติบุคคล</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ที่อยู่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่บังคับ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับเงินสด (บาท)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับเงินและพิมพ์</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ล้าง</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รวมเงิน (บาท)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>พอดี</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เลือกรายการทางซ้าย</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ใส่ชื่อผู้ชำระเงิน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เงินที่รับมายังไม่พอ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ยังขาด</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>เงินทอน</source>
        <translation type="unfinished" />
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
    <name>PrinterChoice</name>
    <message>
        <source>เครื่องพิมพ์ใบเสร็จ</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>หยุดอยู่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ไม่พิมพ์ เก็บเป็น PDF</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>กำลังเปิดข้อมูลของเครื่องนี้</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ข้อมูลเข้ารหัสไว้ทั้งหมด</source>
        <translation type="unfinished" />
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
    <name>Receipts</name>
    <message>
        <source>บันทึกใบเสร็จเป็น PDF</source>
        <translation type="unfinished" />
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
        <source>ชื่อผู้ใช้</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>รหัสผ่าน</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>เข้าใช้เครื่องนี้ครั้งแรก ต้องต่อกับส่วนกลางหนึ่งครั้งเพื่อรับข้อมูลของสำนักงาน ครั้งต่อไปเข้าได้แม้ไม่มีอินเทอร์เน็ต</source>
        <translation>The first sign-in on this machine needs the centre once, to fetch the office's data. After that it works without the internet.</translation>
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
        <source>เลข</source>
        <translation>nos.</translation>
    </message>
    <message>
        <source>เลขรับถัดไป</source>
        <translation>Next registration no.</translation>
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
        <source>{time} น.</source>
        <translation>{time}</translation>
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
        <source>กำลังรับข้อมูลจากส่วนกลาง</source>
        <translation>Receiving from the centre</translation>
    </message>
    <message>
        <source>กำลังส่ง {count} รายการ</source>
        <translation>Sending {count} items</translation>
    </message>
    <message>
        <source>เหลือประมาณ {count} วินาที</source>
        <translation>about {count} seconds left</translation>
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
        <translation>{count} items waiting</translation>
    </message>
    <message>
        <source>ใบเสร็จใช้ได้อีกราว {count} วัน</source>
        <translation>receipts for about {count} days</translation>
    </message>
    <message>
        <source>ต้องตรวจ {count} รายการ</source>
        <translation>{count} items need a look</translation>
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
        <source>รอส่ง {count} รายการ อยู่ครบในเครื่อง</source>
        <translation>{count} items waiting, safe on this machine</translation>
    </message>
</context>
<context>
    <name>ThaiDateEdit</name>
    <message>
        <source>เช่น 9 ม.ค. 2569 หรือ 9/1/69</source>
        <translation>e.g. 9/1/2569 (B.E.)</translation>
    </message>
    <message>
        <source>เปิดปฏิทิน  Alt+↓</source>
        <translation>Open the calendar  Alt+↓</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>รหัส {code}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WayIn</name>
    <message>
        <source>กำลังเปิดข้อมูลของเครื่องนี้</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ข้อมูลในเครื่องเข้ารหัสไว้ทั้งหมด</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ปิดโปรแกรม</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>ลองใหม่</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>กำลังรับข้อมูลของสำนักงาน</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>รับครั้งแรกครั้งเดียว ถ้ายังต่อส่วนกลางไม่ได้ โปรแกรมจะลองใหม่เอง</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>_Tools</name>
    <message>
        <source>หน้า {page} / {count}</source>
        <translation>Page {page} / {count}</translation>
    </message>
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
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>พอดีทั้งหน้า</source>
        <translation>Fit the whole page</translation>
    </message>
    <message>
        <source>หมุนภาพที่ดู</source>
        <translation>Turn the view</translation>
    </message>
</context>
</TS>
