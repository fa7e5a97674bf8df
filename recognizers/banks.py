"""Names of banks and wallets as people write them: as patterns over folded text, and as words.

Source: the State Bank's list of credit institutions (2026) and the short names on transfer screens.
"""

from __future__ import annotations

from recognizers.word_sets import word_set

_NAMES = (
    r"vietcombank|vcb|agribank|agribk|agri|agb|agr|vbard|vba|bidv|viett?inbank|viett?in|vtb|icb|ctg|techcombank|techcom|tcb|mb ?bank|acb|sacombank|sacom|stb"
    r"|vpbank|vpb|tpbank|tpb|vib|shb|hdbank|hdb|msb|ocb|eximbank|exim|lpbank|lienviet(?:post)? ?bank|seabank|abbank"
    r"|nam ?a ?bank|bac ?a ?bank|pvcombank|pvcom|kienlongbank|klb|vietbank|viet ?a ?bank|saigonbank|scb|ncb|baoviet ?bank"
    r"|gpbank|eib|lpb|dab|abb|bab|nab|ssb|hlbank|public ?bank|vikki ?bank|mbv|vcbneo|pgbank|dong ?a ?bank|bvbank|viet ?capital ?bank|ban viet|co-?opbank|cake|timo|tnex"
    r"|liobank|woori|shinhan|hsbc|standard chartered|uob|cimb|citibank|vrb|indovina"
)
#: Any bank.
BANK = rf"(?<![a-z0-9])(?:ngan hang|nh|bank|{_NAMES})(?![a-z0-9])"
#: Any bank, "MB" and wallets, for places where nothing else can stand.
BANK_OR_WALLET = (
    rf"(?<![a-z0-9])(?:{_NAMES}|mb|momo|zalo ?pay|viettel ?(?:pay|money)|shopee ?pay|vn ?pay)(?![a-z0-9])"
)
#: What banks are called right beside a number, where no region, school or firm can be meant: "1903 2204 … Tech".
BESIDE_NUMBER = r"(?<![a-z0-9])(?:tech|dong a|nam a|bac a|viet a|kien long|quan doi)(?![a-z0-9])"
#: Banks spelled like no Vietnamese name, in one word; "mb" is too short to stand alone.
BANK_WORDS = word_set("""
vietcombank agribank bidv vietinbank techcombank sacombank acb mbbank vpbank tpbank vib shb hdbank msb ocb eximbank
lpbank seabank abbank pvcombank kienlongbank vietbank saigonbank scb ncb gpbank pgbank bvbank vcb tcb hsbc uob shinhan
techcom vietin sacom
""")
