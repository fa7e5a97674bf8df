"""Vietnamese people in English papers without a title: "teller Hung", "Long from QA", "• Nhat: sick", "one Le Van Tep".

A name without accents needs what stands around it: a trade or kin before it, a department behind it, the item of a list
it begins, a verb that only people do. A whole name (surname, middle, given) needs none, unless it is a street's, a
school's or a place's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recognizers.english_words import PAPER_WORDS, is_english
from recognizers.folding import Folded, key_of
from recognizers.foreign_names import FOREIGN_FIRST
from recognizers.gazetteer import DISTRICT, PROVINCE, SHORT_PROVINCES, gazetteer
from recognizers.name_english import english_names
from recognizers.name_words import ENGLISH_WORDS
from recognizers.names import GIVEN_NAMES, STRONG_SURNAMES
from recognizers.nearby import matches_near
from recognizers.syllables import is_syllable
from recognizers.word_sets import word_set

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
_CAP = rf"[{_UPPER}](?:(?![{_UPPER}])[^\W\d_])+"
_PLAIN = r"[A-Z][a-z]+"
_ONE = rf"(?P<name>{_CAP}(?: {_CAP}){{0,3}})"
#: Trades and kin right before a name, in lower case or at the head of a sentence.
_TRADES = (
    "teller|officer|nurse|surgeon|captain|lieutenant|colonel|major|sergeant|inspector|intern|trainee|apprentice|auntie|aunty|"
    "uncle|grandma|grandpa|granny|grandad|baby|storekeeper|store keeper|keeper|interpreter|translator|accountant|cashier|chief accountant|"
    "clerk|guard|security guard|driver|receptionist|secretary|assistant|technician|engineer|electrician|plumber|mechanic|"
    "cleaner|maid|nanny|housekeeper|cook|chef|waiter|waitress|barista|shipper|rider|courier|foreman|supervisor|team leader|"
    "shift leader|line leader|operator|welder|carpenter|gardener|teacher|tutor|coach|headmaster|headmistress|principal|"
    "lecturer|professor|student|classmate|pupil|prefect|monitor|lawyer|solicitor|notary|judge|prosecutor|bailiff|policeman|"
    "policewoman|constable|midwife|pharmacist|dentist|physio|physiotherapist|therapist|doctor|paramedic|carer|caregiver|"
    "patient|tenant|landlord|landlady|neighbour|neighbor|agent|broker|sales rep|customer|client|guest|passenger|witness|"
    "suspect|victim|borrower|guarantor|defendant|plaintiff|buyer|seller|colleague|coworker|co-worker|workmate|roommate|"
    "flatmate|housemate|friend|girlfriend|boyfriend|gf|bf|fiance|fiancee|husband|wife|hubby|son|daughter|brother|sister|"
    "brother-in-law|sister-in-law|son-in-law|daughter-in-law|mother-in-law|father-in-law|stepson|stepdaughter|stepfather|"
    "stepmother|cousin|nephew|niece|grandson|granddaughter|godson|goddaughter|mum|mom|dad|little|old|young|manager|director|"
    "boss|owner|shareholder|candidate|applicant|interviewee|new hire|new starter|newcomer|employee|worker|member|volunteer|"
    "guide|tour guide|photographer|designer|developer|tester|analyst|programmer|auditor|buyer|planner|merchandiser|recruiter"
)
_WITNESSED = (
    "named|called|nicknamed|known as|by one|one|alias|aka|a\\.k\\.a\\.|is with|was with|next to|sits with|sit with|sat with|married|kissed|"
    "ping|ask|asked|tell|told|text|texted|message|messaged|remind|reminded|email|emailed|phone|phoned|thank|cc|copy|copying|"
    "with|between|taken by|driven by|owned by|run by|signed by|written by|supervised by|replaced by|covered by|translated by|interpreted by|"
    "poke|chase|help|helped|introduce|introducing|welcome|congratulate|miss|fire|fired|hire|hired|promote|promoted|sack|sacked|"
    "dismiss|dismissed|interviewed|interview|blame|blamed|warned|warn|pay|paid|lent|owes|owe|sue|sued|hit|hurt|love|marry"
)
_DEPARTMENTS = (
    "HR|H\\.R\\.|QA|QC|QA/QC|IT|R&D|Admin|Administration|Finance|Accounts|Accounting|Payroll|Sales|Marketing|Legal|Purchasing|"
    "Procurement|Warehouse|Logistics|Security|Engineering|Maintenance|Production|Operations|Ops|Support|Reception|Housekeeping|"
    "Compliance|Audit|Treasury|Packing|Cutting|Sewing|Shipping|Planning|Design|Dev|Training|Customer Service|Customer Care|Front Office|"
    "Kitchen|F&B|PR|Import|Export|Facilities|Stores|Canteen|Collections|the (?:bank|office|warehouse|factory|school|gym|clinic|"
    "front desk|sales team|other team|next room|\\w+ (?:team|department|dept|desk|branch|office|line|shop))|head office|next door|downstairs|"
    "upstairs|work|school|class|reception|accounts|sales|finance|admin|payroll|marketing|purchasing|logistics|security|line \\d+|Line \\d+|"
    "room \\d+|flat \\d+|apartment \\d+|apt \\d+|unit \\d+|class \\d+\\w?|grade \\d+\\w?|\\d{1,2}[A-Z]\\d?|\\d{1,2}\\.\\d{2}"
)
_DID = (
    "did|does|had|have|did not|does not|had not|knew|knows|thinks|thought|denied|denies|states|stated|consents|admitted|admits|"
    "claims|claimed|claimed|reported|reports|refused|refuses|insists|insisted|looks|looked|lost|broke|fell|got|gets|went|goes|"
    "hit|stole|hurt|ran|drove|drives|rides|rode|earns|earned|owes|owed|lent|borrowed|bought|sold|married|divorced|remarried|"
    "died|passed away|gave birth|miscarried|lied|shouted|screamed|threatened|attacked|slapped|punched|kicked|pushed|hugged|"
    "kissed|started|starts|stopped|left|leaves|returned|returns|comes|came|moved|moves|lives|lived|stays|stayed|sleeps|slept|"
    "called|calls|rang|texted|messaged|replied|answered|forwarded|sits|sat|stood|walked|works|worked|resigned|resigns|retired|"
    "retires|handed|handles|handled|covers|covered|helps|helped|supports|supported|agreed|agrees|wanted|hopes|hoped|likes|liked|"
    "loves|loved|hates|prefers|feels|felt|cries|cried|smokes|drinks|drank|gambles|gambled|turned|turns|seemed|seems|noticed|"
    "discovered|found|heard|saw|remembers|remembered|forgot|forgets|translated|interpreted|witnessed|pointed out|read out|opened|"
    "proposed|seconded|abstained|chaired|apologised|apologized|suggested|asked|asks|raised|thanked|presented|queried|objected"
)
#: A word of more than one meaning counts as a name only behind what can be said of nobody but people.
_AMBIGUOUS = word_set(
    "an so to do long son can may hang van tin bay the tan pan ban den dung ham hue tet tax no lie sang chi vinh mai"
    " loan my thu hoa men him minor nga lan ai la ly nam dong hai binh thai tam mui tu ha nay da mi cam nhu me ba lo"
)
_NEEDED_OF = {
    "trade": (
        *sorted({word.split()[-1].split("-")[-1] for word in _TRADES.split("|")}),
        *("dr", "prof", "capt", "lt", "sgt", "fr", "sister", "brother"),
    ),
}
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "sure",
        _NEEDED_OF["trade"],
        re.compile(
            rf"(?<![\w-])(?P<clue>(?:(?i:{_TRADES})[,:]?|Dr\.?|Prof\.?|Capt\.?|Lt\.?|Sgt\.?|Fr\.?|Sister|Brother|Auntie|Uncle|Old|Little)) {_ONE}(?!\w|[-'’](?!s\b))"
        ),
    ),
    (
        "sure",
        (" from ", " in ", " at ", " ("),
        re.compile(
            rf"(?<!\w){_ONE}(?P<clue> (?:from|in|at) (?:{_DEPARTMENTS})| \((?:{_DEPARTMENTS}|agent|warehouse|(?i:{_TRADES}))\))(?!\w)"
        ),
    ),
    (
        "sure",
        tuple(word.replace("\\", "") for word in _WITNESSED.split("|")),
        re.compile(
            rf"(?<![\w.])(?P<clue>(?i:{_WITNESSED}):?) {_ONE}(?=[.,;:!?)\"\n]|\Z|['’]s |"
            r" (?:and|or|who|if|to|that|for|on|about|when|by|yesterday|today|tomorrow|last|this|from|in|at|because|but|please|pls|asap|is|was|has)\b)"
        ),
    ),
    (
        "item",
        ("\n",),
        re.compile(
            rf"(?:^|\n)[ \t]*(?P<clue>[-•*–+]|\d{{1,2}}[.)]|#\d+:?)[ \t]+{_ONE}(?=(?: [A-Z]\.)?(?: and {_CAP})? ?(?::| [-–—] | \(| is | has | will ))"
        ),
    ),
    (
        "plain",
        tuple(f" {word.split()[0]}" for word in _DID.split("|")),
        re.compile(
            rf"(?<![\w-])(?P<clue>){_ONE}(?: \((?:[^()\n]{{1,20}})\))? (?:also |then |still |never |always |already |just |once |later )?(?:{_DID})(?!\w)"
        ),
    ),
    (
        "plain",
        ("'s ", "’s "),
        re.compile(
            rf"(?<!\w)(?P<clue>){_ONE}(?=['’]s (?:is|was|\w+(?:-in-law)? (?:is|was|has|said|called|lent|will)|car|bike|motorbike|phone|number|mobile|email|e-mail|house|flat|"
            r"room|desk|laptop|account|contract|CCCD|ID|passport|visa|salary|pay|payslip|bonus|leave|probation|manager|boss|team|"
            r"report|statement|signature|address|birthday|medicine|tablets|operation|surgery|results?|test|scan|baby|pregnancy|"
            r"lawyer|doctor|school|class|homework|grades|marks|family|parents|relatives|estate|debts?|loan|deposit|share|case|absence)\b)"
        ),
    ),
)
#: Whom streets are called after all over the country: a whole name of these is no neighbour unless something says so.
_STREETS = word_set("""
ba_huyen_thanh_quan bui_thi_xuan chu_van_an dang_thai_mai dang_van_ngu dien_bien_phu dinh_bo_linh
dinh_cong_trang dinh_tien_hoang do_xuan_hop dong_van_cong duong_ba_trac duong_dinh_nghe duong_quang_ham
hai_ba_trung ho_chi_minh ho_xuan_huong hoang_dao_thuy hoang_hoa_tham hoang_minh_giam hoang_quoc_viet
hoang_van_thu huynh_tan_phat huynh_thuc_khang huynh_van_banh khuat_duy_tien lac_long_quan le_dai_hanh le_duc_tho
le_duc_thuan le_hong_phong le_quang_dinh le_quy_don le_thanh_ton le_thanh_tong le_thi_hong_gam le_thi_mai
le_thi_rieng le_trong_tan le_van_duyet le_van_hien le_van_khuong le_van_luong le_van_sy le_van_thiem le_van_tho
luong_dinh_cua luong_ngoc_quyen luong_the_vinh ly_chinh_thang ly_nam_de ly_nhan_tong ly_thai_to ly_thanh_tong
ly_thuong_kiet ly_tu_trong mac_dinh_chi mac_thi_buoi mai_chi_tho mai_hac_de mai_thuc_loan ngo_duc_ke ngo_gia_tu
ngo_tat_to ngo_thi_nham ngo_thoi_nhiem ngo_van_so nguyen_binh_khiem nguyen_canh_di nguyen_chi_thanh
nguyen_co_thach nguyen_cong_tru nguyen_cu_trinh nguyen_dinh_chieu nguyen_dinh_thi nguyen_duy_trinh
nguyen_gia_thieu nguyen_hoang_ton nguyen_hong_dao nguyen_huu_canh nguyen_huu_tho nguyen_khac_nhu
nguyen_khanh_toan nguyen_luong_bang nguyen_phong_sac nguyen_tat_thanh nguyen_thai_hoc nguyen_thi_dinh
nguyen_thi_minh_khai nguyen_thi_thap nguyen_thi_tu nguyen_thien_thuat nguyen_thuong_hien nguyen_tri_phuong
nguyen_van_cu nguyen_van_dau nguyen_van_huyen nguyen_van_le nguyen_van_linh nguyen_van_loc nguyen_van_luong
nguyen_van_nguyen nguyen_van_qua nguyen_van_tao nguyen_van_thoai nguyen_van_troi no_trang_long pham_ngoc_thach
pham_ngu_lao pham_the_hien pham_van_dong pham_viet_chanh phan_boi_chau phan_chu_trinh phan_dang_luu
phan_dinh_phung phan_huy_chu phan_huy_ich phan_ke_binh phan_van_han phan_van_hon phan_van_khoe phan_van_tri
phan_xich_long phung_khac_khoan suong_nguyet_anh ta_quang_buu to_hien_thanh to_ngoc_van ton_duc_thang
ton_that_dam ton_that_hiep ton_that_thuyet ton_that_tung tran_binh_trong tran_cao_van tran_dai_nghia
tran_duy_hung tran_hung_dao tran_huy_lieu tran_khac_chan tran_khanh_du tran_nhan_tong tran_nhat_duat
tran_quang_dieu tran_quang_khai tran_quoc_hoan tran_quoc_thao tran_quoc_toan tran_quy_cap tran_thai_tong
trieu_viet_vuong trinh_cong_son truong_cong_dinh truong_van_bang truong_vinh_ky ung_van_khiem vo_chi_cong
vo_nguyen_giap vo_thanh_trang vo_thi_sau vo_thi_thua vo_truong_toan vo_van_kiet vo_van_tan vu_trong_phung
vuong_thua_vu xo_viet_nghe_tinh
""")
#: A nickname inside a name: Tran "Tony" Quoc Dat.
_NICKNAMED = re.compile(
    rf"(?<!\w)(?P<name>{_CAP}(?: {_CAP})? [\"“'(‘][A-Z][a-z]+[\"”')’](?: {_CAP}){{1,3}})(?!\w)"
)
_RUN = re.compile(rf"(?<![\w\-/.@]){_PLAIN}(?: {_PLAIN}){{2,5}}(?![\w@]|[-'’](?!s\b))")
#: Behind these the run is the name of a thing, and before those.
_STREET_BEFORE = re.compile(
    r"(?i)(?:\d[\w/.\-]*,? |(?:street|st|road|alley|lane|ward|district|commune|hamlet|avenue|on|along|near|opposite|corner of|"
    r"hospital|school|university|park|market|bridge|branch|at|in|hem|ngo|duong|pho|dai lo|cau|cho|truong|via|bus|stop|no\.?) )\Z"
)
_STREET_BEHIND = re.compile(
    r"(?i) ?,? ?(?:street|st\b|str\b|road|rd\b|avenue|ave\b|boulevard|blvd|ward|district|commune|hospital|school|high school|primary|"
    r"secondary|university|college|park|market|bridge|square|airport|museum|station|stadium|pagoda|temple|lake|crossroads|"
    r"junction|roundabout|tunnel|branch|province|city|town|award|prize|ltd|limited|co\b|company|jsc|corp|group|hotel|restaurant|"
    r"tower|building|apartments?|village|residences?|plaza|mall|q\.?\d|d\d|p\.?\d|dynasty|era)"
)


def names_at_work(folded: Folded) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what announces it) of the names in ``folded.text``, if it is English."""
    if not is_english(folded):
        return
    text = folded.text
    for match in _RUN.finditer(text):
        words = match.group().split()
        for first in range(len(words) - 2):
            start = match.end() - len(" ".join(words[first:]))
            if _is_whole(words[first:]):
                if not _is_place(text, start, match.end()):
                    yield start, match.end(), ""
                break
    for match in matches_near(_NICKNAMED, text, ('"', "“", "‘", " '", " ("), folded.key):
        if key_of(match["name"].split()[0].lower()) in _surnames():
            yield *match.span("name"), ""
    announced = {name.split()[-1].lower() for name in _announced(folded)}
    for kind, needed, pattern in _PATTERNS:
        for match in matches_near(pattern, text, needed, folded.key):
            yield from _names(match, kind, announced)


def _names(match: re.Match[str], kind: str, announced: set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the name of a match: all its words, or, before what is done, the last of them that are one."""
    written = match["name"].split()
    clue_first = bool(match["clue"]) and match.start("clue") < match.start("name")
    while written and not _is_known([word.lower() for word in written], announced, sure=kind == "sure"):
        if clue_first or not (kind == "plain" or _is_english(written[0].lower())):
            return
        written = written[1:]
    if written:
        start = match.end("name") - len(" ".join(written))
        yield start, match.end("name"), match["clue"].strip(" .,:•-–*+")


def _is_english(low: str) -> bool:
    return low in PAPER_WORDS or low in ENGLISH_WORDS


def _is_known(lows: list[str], announced: set[str], *, sure: bool) -> bool:
    """Return whether words are known for a name; of two meanings only where nothing but a person can stand."""
    if any(map(_is_english, lows)) and not sure:
        return False
    if len(lows) == 1:
        low = lows[0]
        if low in announced:
            return True
        if low in ("may", "will", "can"):
            return False
        if not sure and (low in _AMBIGUOUS or _is_seat(low)):
            return False
        return low in FOREIGN_FIRST or key_of(low) in _givens()
    if len(lows) > 2 and key_of(lows[0]) not in _surnames():
        return False
    if not sure and _is_seat(" ".join(lows)):
        return False
    if any(low in PAPER_WORDS for low in lows) or lows[0] in ("the", "a"):
        return False
    if sure and len(lows) > 1 and key_of(lows[0]) in _surnames() and all(map(is_syllable, lows)):
        return True
    return all(low in FOREIGN_FIRST or key_of(low) in _givens() or key_of(low) in _surnames() for low in lows)


def _is_seat(low: str) -> bool:
    key = key_of(low)
    return key in SHORT_PROVINCES or bool(gazetteer().levels(low, key) & (PROVINCE | DISTRICT))


def _is_whole(words: list[str]) -> bool:
    """Return whether words are a surname, a middle and a given name of Vietnamese people."""
    lows = [word.lower() for word in words]
    keys = [key_of(low) for low in lows]
    if keys[0] not in _surnames() or not all(is_syllable(low) for low in lows):
        return False
    if (
        any(low in PAPER_WORDS for low in lows)
        or _is_seat(" ".join(lows[:2]))
        or _is_seat(" ".join(lows[-2:]))
    ):
        return False
    return keys[-1] in _givens() or keys[1] in ("van", "thi")


def _is_place(text: str, start: int, end: int) -> bool:
    return (
        _is_seat(text[start:end].lower())
        or key_of(text[start:end].lower()).replace(" ", "_") in _STREETS
        or _STREET_BEFORE.search(text, max(0, start - 24), start) is not None
        or _STREET_BEHIND.match(text, end) is not None
    )


def _announced(folded: Folded) -> Iterator[str]:
    for start, end, _ in english_names(folded):
        yield folded.text[start:end]


@cache
def _surnames() -> frozenset[str]:
    return frozenset(key_of(surname) for surname in STRONG_SURNAMES)


@cache
def _givens() -> frozenset[str]:
    return frozenset(key_of(given) for given in GIVEN_NAMES)


def called_again(folded: Folded, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where people are called again by one word of their names: "Tep" of "Le Van Tep", "Gray" of "Mr Stephen Gray"."""
    text = folded.text
    wanted = {name.split()[-1] for name in _announced(folded)}
    for start, end in names:
        words = re.sub(r"['’]s\Z", "", text[start:end]).split()
        if len(words) < 2 or _is_whole(words):
            wanted.add(words[-1])
    wanted = {word for word in wanted if re.fullmatch(_CAP, word) and _is_called(word.lower())}
    if not wanted:
        return
    for match in re.finditer(rf"(?<![\w\-/@.])(?:{'|'.join(sorted(wanted))})(?![\w@]|[-/.]\w)", text):
        if not _CAPITAL_BEFORE.search(
            text, max(0, match.start() - 24), match.start()
        ) and not _CAPITAL_BEHIND.match(text, match.end()):
            yield match.span()


#: Words in capitals at the head of a sentence, behind which a name can stand.
_OPENERS = (
    "Later|Then|When|While|If|And|But|So|After|Before|Yesterday|Today|Since|Because|As|With|Did|Does|Has|Is|Was|For|Only|Both|Even|Although|"
    "Though|That|Where|Hi|Dear|Hello|Hey|To|From|Cc|Tell|Ask|Ping|Thanks|Please|Now|Once|Until|Like|Unlike|Also|Poor|Our|My|His|Her"
)
_CAPITAL_BEFORE = re.compile(
    rf"(?<!\w)(?:(?!(?:{_OPENERS}) )[{_UPPER}\d][\w.]* |\d[\w/.\-]*,? |(?i:street|road|hospital|school|university) )\Z"
)
_CAPITAL_BEHIND = re.compile(
    rf" [{_UPPER}\d]|(?i: (?:street|road|ward|district|hospital|school|university|province|city)\b)"
)


def _is_called(low: str) -> bool:
    """Return whether a word alone may be somebody: known for a name, or no word of papers and places."""
    if (
        len(low) < _SHORTEST_CALLED
        or low in PAPER_WORDS
        or low in ENGLISH_WORDS
        or low in _ALSO_ENGLISH
        or _is_seat(low)
    ):
        return False
    return low in FOREIGN_FIRST or is_syllable(low) or key_of(low) in _givens()


_SHORTEST_CALLED = 3
#: Names that are English words in capitals at the head of a sentence, also where somebody of this name is known.
_ALSO_ENGLISH = word_set(
    "long son can may the van tin bay tan pan ban den ham tax lie men him loan minor mai chi hang sang"
)
