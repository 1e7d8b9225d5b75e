// What desktop/proofs/packing.py and rules.py do, for whoever has only this page. Nothing here asks the network.
const BEGINS = "TDP1:", SIGNATURE = 64, MINUTE = 60000, EPOCH = Date.UTC(2000, 0, 1)
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
const KINDS = ["", "receipt", "certificate", "case"]
const thai = new TextDecoder("windows-874"), utf8 = new TextEncoder()

function fromBase45(text) {
  const bytes = []
  for (let place = 0; place < text.length; place += 3) {
    const signs = [...text.slice(place, place + 3)].map((sign) => SIGNS.indexOf(sign))
    if (signs.length === 1 || signs.includes(-1)) throw new Error("not base45")
    const value = signs.reduce((sum, sign, power) => sum + sign * 45 ** power, 0)
    if (value >= 256 ** (signs.length - 1)) throw new Error("not base45")
    if (signs.length === 3) bytes.push(value >> 8)
    bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}

class Reader {
  constructor(content) { this.content = content; this.place = 0 }
  take(size) {
    const part = this.content.slice(this.place, this.place + size)
    if (part.length !== size) throw new Error("cut off")
    this.place += size
    return part
  }
  number(size) { return this.take(size).reduce((sum, byte) => sum * 256 + byte, 0) }
  words() { return thai.decode(this.take(this.number(1))) }
  day() { return EPOCH + this.number(2) * 1440 * MINUTE }
  moment() { return EPOCH + this.number(4) * MINUTE }
  varied() {
    for (let value = 0, by = 1, turn = 0; turn < 8; turn += 1, by *= 128) {
      const byte = this.number(1)
      value += (byte & 127) * by
      if (byte < 128) return value
    }
    throw new Error("too large")
  }
  end() { if (this.place !== this.content.length) throw new Error("too long") }
}

// A scanner is a keyboard: under the Thai layout it types Thai letters (desktop/office/keyboard.py).
const LATIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
const KEDMANEE = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ"

function asRead(typed) {
  const text = typed.replace(/^[\r\n\t]+|[\r\n\t]+$/g, "")
  if (text.startsWith(BEGINS)) return text
  const other = [...text].map((sign) => KEDMANEE.includes(sign) ? LATIN[KEDMANEE.indexOf(sign)] : sign).join("")
  return other.startsWith(BEGINS) ? other : text
}

function readCode(text) {
  if (!text.startsWith(BEGINS)) throw new Error("not one of our codes")
  const content = fromBase45(text.slice(BEGINS.length)), read = new Reader(content)
  if (read.number(1) !== 1) throw new Error("another version")
  const issuer = hex(read.take(6)), office = read.words(), desk = read.words()
  const deskKey = read.take(32), first = read.day(), last = read.day()
  const word = { content: content.slice(0, read.place), signature: read.take(SIGNATURE) }
  const kind = read.number(1), number = read.words(), at = read.moment(), satang = read.varied(), subject = read.words()
  if (!KINDS[kind]) throw new Error("another kind")
  const paper = { content: content.slice(0, read.place), signature: read.take(SIGNATURE) }
  read.end()
  return { issuer, office, desk, deskKey, first, last, word, paper, claim: { kind, number, at, satang, subject } }
}

function readPage(content) {
  const read = new Reader(content)
  if (thai.decode(read.take(4)) !== "TDL1") throw new Error("not a page")
  read.take(6)
  read.day()
  const at = read.moment(), before = hex(read.take(32))
  const entries = () => Array.from({ length: read.number(2) }, () => [hex(read.take(8)), read.moment()])
  const revoked = entries(), lost = entries()
  read.take(SIGNATURE)
  read.end()
  return { at, before, revoked, lost }
}

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
const sha256 = async (content) => new Uint8Array(await crypto.subtle.digest("SHA-256", content))
const joined = (words, content) => Uint8Array.from([...utf8.encode(words), ...content])

async function signed(words, { content, signature }, key) {
  try {
    return await verifyAsync(signature, joined(words, content), key, { zip215: false })
  } catch {
    return false
  }
}

async function listOf(trust) {
  const contents = trust.pages.map(fromBase64)
  if (!contents.length) return []
  const newest = contents.at(-1)
  const part = { content: newest.slice(0, -SIGNATURE), signature: newest.slice(-SIGNATURE) }
  const good = await Promise.all(trust.keys.map((key) => signed("thesaban-desk revoked/1\n", part, fromBase64(key))))
  if (!good.includes(true)) return []
  const pages = contents.map(readPage)
  for (const [place, page] of pages.entries()) {
    const end = place ? hex(await sha256(contents[place - 1])) : "00".repeat(32)
    if (page.before !== end) return []
  }
  return pages
}

function bangkokDay(at) { return Math.floor((at + 7 * 60 * MINUTE) / (1440 * MINUTE)) * 1440 * MINUTE }

async function judge(text, trust) {
  const pages = await listOf(trust).catch(() => []), listAt = pages.length ? pages.at(-1).at : null
  let code
  try { code = readCode(asRead(text)) } catch { return { standing: "unreadable", listAt } }
  const { claim, office, desk } = code, told = { claim, office, desk, listAt }
  let key = null
  for (const one of trust.keys.map(fromBase64)) if (hex((await sha256(one)).slice(0, 6)) === code.issuer) key = one
  if (!key) return { ...told, standing: trust.keys.length ? "foreign" : "unreadable" }
  const fits = (await signed("thesaban-desk desk/1\n", code.word, key))
    && (await signed("thesaban-desk paper/1\n", code.paper, code.deskKey))
  if (!fits) return { standing: "altered", listAt }
  const paper = hex((await sha256(utf8.encode(`${claim.kind}\n${claim.number}`))).slice(0, 8))
  const deskName = hex((await sha256(code.deskKey)).slice(0, 8))
  const revokedAt = pages.flatMap((page) => page.revoked).find(([one]) => one === paper)?.[1] ?? null
  const losses = pages.flatMap((page) => page.lost).filter(([one]) => one === deskName).map(([, at]) => at)
  const lostAt = losses.length ? Math.min(...losses) : null, day = bangkokDay(claim.at)
  let standing = "genuine"
  if (day < code.first || day > code.last || (lostAt !== null && claim.at >= lostAt)) standing = "doubtful"
  if (revokedAt !== null) standing = "revoked"
  return { ...told, standing, revokedAt, lostAt }
}

const SAID = {
  th: {
    genuine: ["แท้", "ลายเซ็นถูกต้อง ข้อมูลตรงกับที่สำนักงานลงนาม"],
    revoked: ["ถูกยกเลิกแล้ว", "เคยออกจริง แต่ยกเลิกเมื่อ {revoked}"],
    altered: ["ถูกแก้ไข", "ลายเซ็นไม่ตรงกับข้อมูล อย่ารับเอกสารนี้"],
    doubtful: ["น่าสงสัย", "ลงนามด้วยกุญแจของโต๊ะหลังแจ้งหายหรือนอกช่วงที่รับรอง ให้สอบถามสำนักงาน"],
    foreign: ["ไม่ใช่ของสำนักงานนี้", "เอกสารอ้างว่าออกโดย {office} หน้านี้ไม่มีกุญแจของสำนักงานนั้น"],
    unreadable: ["ตรวจไม่ได้", "ไม่ใช่รหัสตรวจสอบของเรา หรืออ่านได้ไม่ครบ ลองสแกนใหม่"],
    kinds: ["", "ใบเสร็จรับเงิน", "หนังสือรับรอง", "ใบรับเรื่อง"],
    facts: ["เอกสาร", "เลขที่", "ออกเมื่อ", "จำนวนเงิน", "ชื่อ (ปิดบางส่วน)", "ออกโดย"],
    list: "รายการยกเลิก ณ วันที่ {list}", old: " · เก่า {days} วัน ขอไฟล์ใหม่จากสำนักงาน", none: "ไม่มีรายการยกเลิก จึงบอกไม่ได้ว่าถูกยกเลิกหรือไม่",
    lost: "โต๊ะที่ลงนามแจ้งหายเมื่อ {lost}", baht: "บาท", title: "ตรวจเอกสาร", type: "สแกนหรือวางรหัสที่นี่", check: "ตรวจ",
    picture: "เลือกรูปภาพ", camera: "ใช้กล้อง", newer: "เปิดรายการยกเลิกใหม่", no_code: "ไม่พบรหัสในรูป ถ่ายให้ชัดและใกล้ขึ้น",
    bad_list: "ไฟล์นี้ไม่ใช่รายการใหม่ของสำนักงาน", offline: "หน้านี้ไม่ส่งข้อมูลไปที่ใด",
  },
  en: {
    genuine: ["Genuine", "The signature fits; this is what the office signed"],
    revoked: ["Revoked", "It was issued, and revoked on {revoked}"],
    altered: ["Altered", "The signature does not fit what it says. Do not accept it"],
    doubtful: ["Doubtful", "Signed with a desk's key after it was lost, or outside its days. Ask the office"],
    foreign: ["Not of this office", "It says it is of {office}; this page does not have that office's key"],
    unreadable: ["Can not be checked", "Not one of our codes, or not read whole. Scan it again"],
    kinds: ["", "Receipt", "Certificate", "Case slip"],
    facts: ["Paper", "Number", "Issued", "Amount", "Name (in part)", "Issued by"],
    list: "List of revoked papers of {list}", old: " · {days} days old, ask the office for a new file", none: "No list of revoked papers: nobody can say here whether it was revoked",
    lost: "The desk that signed was reported lost on {lost}", baht: "baht", title: "Check a paper", type: "Scan or paste the code here", check: "Check",
    picture: "Choose a picture", camera: "Use the camera", newer: "Open a newer list", no_code: "No code in this picture; take it sharper and closer",
    bad_list: "This file is no newer list of the office", offline: "This page sends nothing anywhere",
  },
}

const $ = (id) => document.getElementById(id)
let trust = JSON.parse($("trust").textContent), language = "th", last = null

function moment(at) {
  const shown = { timeZone: "Asia/Bangkok", dateStyle: "long", timeStyle: "short" }
  return new Intl.DateTimeFormat(language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB", shown).format(at)
}

function filled(words, verdict) {
  const days = verdict.listAt === null ? 0 : Math.floor((Date.now() - verdict.listAt) / (1440 * MINUTE))
  const values = { revoked: verdict.revokedAt, list: verdict.listAt, lost: verdict.lostAt }
  return words.replace(/\{(\w+)\}/g, (_, name) => name === "office" ? verdict.office : name === "days" ? days : moment(values[name]))
}

function show(verdict) {
  const said = SAID[language], [word, why] = said[verdict.standing]
  last = verdict
  $("verdict").hidden = false
  $("verdict").dataset.standing = verdict.standing
  $("word").textContent = word
  $("why").textContent = filled(why, verdict)
  $("lost").textContent = verdict.lostAt ? filled(said.lost, verdict) : ""
  const old = verdict.listAt !== null && Date.now() - verdict.listAt > 7 * 1440 * MINUTE
  $("list").textContent = verdict.listAt === null ? said.none : filled(said.list + (old ? said.old : ""), verdict)
  const claim = verdict.claim, rows = claim ? [
    said.kinds[claim.kind], claim.number, moment(claim.at),
    claim.satang ? `${(claim.satang / 100).toLocaleString("en", { minimumFractionDigits: 2 })} ${said.baht}` : "",
    claim.subject, `${verdict.office} (${verdict.desk})`,
  ] : []
  $("facts").replaceChildren(...rows.flatMap((value, place) => value ? [element("dt", said.facts[place]), element("dd", value)] : []))
}

function element(name, words) { const made = document.createElement(name); made.textContent = words; return made }

function speak(to) {
  const said = SAID[language = to]
  document.documentElement.lang = to
  for (const id of ["title", "check", "picture", "camera", "newer", "offline"]) $(`${id}-words`).textContent = said[id]
  $("code").placeholder = said.type
  $("office").textContent = trust.office
  $("other").textContent = to === "th" ? "English" : "ไทย"
  if (last) show(last)
}

async function check(text) { show(await judge(text, trust)) }

function complain(words) { $("complaint").textContent = words }

function codeIn(source, width, height) {
  for (const most of [1000, 1600, 2400]) {
    const scale = Math.min(1, most / Math.max(width, height)), canvas = document.createElement("canvas")
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const painter = canvas.getContext("2d", { willReadFrequently: true })
    painter.drawImage(source, 0, 0, canvas.width, canvas.height)
    const found = jsQR(painter.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)
    if (found) return found.data
    if (scale === 1) break
  }
  return null
}

async function readPicture(file) {
  complain("")
  const picture = await createImageBitmap(file).catch(() => null)
  const text = picture && codeIn(picture, picture.width, picture.height)
  if (!text) return complain(SAID[language].no_code)
  $("code").value = text
  await check(text)
}

async function useCamera() {
  const video = $("video"), stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } })
  video.srcObject = stream
  video.hidden = false
  await video.play()
  const look = async () => {
    const text = video.videoWidth ? codeIn(video, video.videoWidth, video.videoHeight) : null
    if (!text) return void setTimeout(look, 150)
    for (const track of stream.getTracks()) track.stop()
    video.hidden = true
    $("code").value = text
    await check(text)
  }
  look()
}

async function takeList(file) {
  complain("")
  try {
    const told = JSON.parse(await file.text()), offered = { ...trust, pages: told.pages }
    const [now, then] = [await listOf(trust), await listOf(offered)]
    if (!then.length || (now.length && then.at(-1).at < now.at(-1).at)) throw new Error("not newer")
    trust = offered
    if ($("code").value) await check($("code").value)
    else $("list-now").textContent = filled(SAID[language].list, { listAt: then.at(-1).at })
  } catch {
    complain(SAID[language].bad_list)
  }
}

$("form").addEventListener("submit", (event) => { event.preventDefault(); check($("code").value) })
$("code").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return
  event.preventDefault()
  check($("code").value)
})
$("file").addEventListener("change", (event) => readPicture(event.target.files[0]))
$("list-file").addEventListener("change", (event) => takeList(event.target.files[0]))
$("camera").addEventListener("click", () => useCamera().catch((error) => complain(error.message)))
$("other").addEventListener("click", () => speak(language === "th" ? "en" : "th"))
speak("th")
$("code").focus()
