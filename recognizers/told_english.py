"""What English papers tell of somebody: illnesses, pregnancies, convictions, divorces, debts, pay, ages.

"Chau is five months pregnant", "I am 71 and had a heart bypass", "he owes the company 120m", "Diep's is 31.5m gross".
The words stand in ``data/told_english.txt``. Something is told of somebody if the text names people, the sentence has a
name, a pronoun or a party of the paper before the words, and is no rule, offer or advice; a patient's paper leaves the
subject out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import ClassVar

from recognizers.base import Found, VnRecognizer
from recognizers.english_words import is_english
from recognizers.entities import EntityType
from recognizers.folding import Folded
from recognizers.nearby import matches_near
from recognizers.results import Reason
from recognizers.tiers import Tier
from recognizers.told_subjects import subjects
from recognizers.word_sets import word_set
from recognizers.words import BREAK, MARK, words

_E = EntityType
#: Entity and code of each kind of phrase.
_KINDS = {
    "illness": (_E.HEALTH_INFO, "health_told"),
    "treatment": (_E.HEALTH_INFO, "health_told"),
    "state": (_E.HEALTH_INFO, "health_told"),
    "crime": (_E.CRIMINAL_RECORD, "criminal_phrase"),
    "private": (_E.PRIVATE_LIFE, "private_told"),
}
#: Kinds of which a clause tells more behind the phrase: "convicted of | drunk driving in 2021".
_GOES_ON = {"crime": 10, "private": 5}
_KIN = (
    "husband|wife|son|daughter|child|father|mother|mum|mom|dad|parents?|brother|sister|grandfather|grandmother|grandma|"
    "grandpa|uncle|aunt|cousin|nephew|niece|fiancee?|boyfriend|girlfriend|partner|baby|kid|kids|children|twins"
)
_PARTY = (
    "patient|employee|claimant|insured|tenant|defendant|plaintiff|applicant|deceased|student|pupil|accused|victim|"
    "complainant|borrower|customer|worker|driver|guest|respondent|petitioner|mother|father|spouses|couple"
)
_SOMEBODY = re.compile(
    rf"(?<![a-z])(?:i|i'm|i've|he|she|him|her|his|my|me|they|their|he's|she's|(?:his|her|my|their|your|whose|'s) (?:{_KIN})|"
    rf"(?:the|our|this|said) (?:\w+ )?(?:{_PARTY})|mum|dad|mom|\d{{1,3}}-year-old)(?![a-z])"
)
#: A rule, an offer, an advice; people in general.
_GENERAL = re.compile(
    r"(?<![a-z])(?:if|unless|whether|should|shall|may|might|must|any|anyone|anybody|whoever|no one|nobody|employees? who|"
    r"(?:patients?|people|persons?|those|children|women|men|adults|workers|staff|pupils|students|customers) (?:who|with|living|"
    r"suffering)|in case of|in the event|event of|risk of|prevent\w*|covers?|covered|coverage|exclu\w+|eligib\w+|entitle[ds]?|"
    r"such as|e\.g|for example|guidelines?|pursuant|symptoms of|vaccin\w+|screening|awareness|research|clinical trial|side "
    r"effects?|indicated|contraindicated|you are|you have|you cannot|do you|are you|have you|studies|prevalence|per cent of|%"
    r" of|number of|cases of|speciali[sz]\w+|publish\w*|lectur\w+|books?|articles?|experts?|head of|professor of|teaches|conference|seminar|treats|(?:clinic|hospital|department|centre|center|doctor|specialist|ward)s? (?:treats?|offers?|specialises?|specializes?|for)|species|free software)(?![a-z])"
)
_MODIFIERS = word_set("""
chronic acute severe mild moderate advanced early late stage end terminal type gestational bilateral left
right suspected recurrent congenital metastatic malignant benign emergency serious minor bad heavy heavily
clinical manic poorly controlled known stable unstable persistent viral bacterial seasonal recent coronary
double triple childhood post op postop untreated insulin dependent partially totally almost completely newly
currently six five four three two seven eight nine one months weeks month week visibly 1 2 3 4 5 6 7 8 9 10 12
14 16 20 24 28 30 32 36 ii iii iv full partial total
""")
_MOST_MODIFIERS = 5
_STOPS = word_set(
    "and but so who which that while because since when where although though he she they we i you if"
)
#: A patient's paper, and sentences in it that teach.
_PAPER = re.compile(
    r"(?<![a-z])(?:patient(?:'s)?(?: name| no\.?| id)? ?:|diagnos[ie]s ?:|discharge summary|date of admission|admitted (?:via|to|on|with)|mrn|"
    r"medical (?:history|certificate|record)|past history|chief complaint|sick note|health declaration)(?![a-z])"
)
_TEACHES = re.compile(
    r"(?<![a-z])(?:is|are|kills?|affects?|causes?|women|men|people|common|need to know|everyone|years? ago|today)(?![a-z])"
)
_NUM = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3})+|\d{1,6}(?:[.,]\d{1,2})?"
_COIN = r"(?:vnd|usd|us\$|aud|cad|sgd|eur|gbp|jpy|krw|thb|myr|a\$|s\$|\$|€|£|d|dong)"
_SCALE = r"(?:millions?|mil|mio|mln|m|billions?|bn|b|k|thousand|tr|trieu|ty)"
#: A sum in English: with a currency, a scale or thousands.
SUM = (
    rf"(?:{_COIN} ?(?:{_NUM})(?: ?{_SCALE}(?![a-z]))?|(?:{_NUM}) ?{_SCALE}(?![a-z])(?: ?{_COIN}(?![a-z]))?"
    rf"|\d{{1,3}}(?:[.,]\d{{3}})+(?: ?{_COIN}(?![a-z]))?|\d{{2,9}} ?{_COIN}(?![a-z]))"
)
_ABOUT = r"(?:about |around |approximately |approx\.? |nearly |almost |over |more than |at least |only |roughly |some |just )?"
_PER = r"(?: ?(?:/|a |per |each |every )(?:month|mth|year|yr|annum|week|day|hour|hr|mo)(?![a-z]))?(?: ?(?:gross|net)(?![a-z]))?(?: (?:a|per) (?:month|year))?"
_SALARY = (
    r"(?:(?:basic |base |gross |net |monthly |annual |current |last |last drawn |final |starting |take-home |household |old |new )*"
    r"(?:salary|wages?|income|pay|earnings|remuneration|pension|commission|bonus|stipend|take-home))"
)
_INCOMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![a-z]){_SALARY}(?: (?:is|was|of|will be|stands at|amounts to|came to|comes to|currently|now|reduced from|cut from|"
        rf"raised from|increased from|increased to|raised to|reduced to|cut to|from|to|at|has gone up|gone up|went up|up|in 20\d\d|last "
        rf"(?:year|month)|this (?:year|month)|for \w+ 20\d\d|lost))*:? {_ABOUT}(?P<v>{SUM}{_PER})(?: (?:to|and) (?P<w>{SUM}{_PER}))?",
        rf"(?<![a-z])(?:earn(?:s|ed|ing)?|makes|making|gets paid|is paid|was paid|are paid|am paid|draws|takes home|"
        rf"take home)(?: (?:only|just))? {_ABOUT}(?P<v>{SUM}{_PER})",
        rf"(?<![a-z])(?:savings|deposits?|bank balance|account balance|balance) (?:of|is|are|was) {_ABOUT}(?P<v>{SUM})",
        rf"(?<![a-z])(?P<v>{SUM}(?: ?(?:/|a |per )(?:month|mth|year|annum))? ?(?:gross|net)(?: ?(?:/|a |per )(?:month|mth|year|annum))?)(?![a-z])",
    )
)
_INCOME_WORDS = (
    "salary", "wage", "income", " pay ", "earn", "remuneration", "pension", "commission", "bonus", "stipend",
    "take-home", "makes ", "making ", " paid ", "draws ", "take home", "takes home", "savings", "balance", "deposit", "gross", "net",
)  # fmt: skip
_DEBTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![a-z])(?:still )?ow(?:e|es|ed|ing) (?:[^.;\n\d]{{0,40}}? )?{_ABOUT}(?P<v>{SUM})",
        rf"(?<![a-z])(?:debts?|arrears|overdraft|shortfall|loans? outstanding|outstanding (?:loan|debt|balance|amount|sum)|overdue "
        rf"(?:amount|balance|sum|payment|rent|fees?)|amount overdue|amount outstanding|total overdue|arrears)(?: (?:is|was|of|to|now|"
        rf"currently|stands at|amounts to|totall?ing|total|comes to|amount))*:? {_ABOUT}(?P<v>{SUM})",
        r"(?<![a-z])overdue (?:by |for |since )?(?P<v>\d{1,4} (?:days?|months?|weeks?))(?![a-z])",
        r"(?<![a-z])(?P<v>\d{1,4} (?:days?|months?|weeks?) (?:past due|overdue|in arrears|behind (?:on|with)[^.;\n]{0,20}))(?![a-z])",
        rf"(?<![a-z])(?:lent|lends|loaned) (?:[^.;\n\d]{{1,30}}? )?{_ABOUT}(?P<v>{SUM})",
        rf"(?<![a-z])(?:borrowed|borrows) {_ABOUT}(?P<v>{SUM})",
        rf"(?<![a-z])advance of {_ABOUT}(?P<v>{SUM})",
        r"(?<![a-z])(?P<v>(?:substandard|doubtful|bad|non-performing) (?:debt|loan)(?: ?\(?group \d\)?)?|(?:debt )?group [2-5] (?:debt|loan))(?![a-z])",
    )
)
_DEBT_WORDS = ("owe", "owing", "debt", "arrear", "overdraft", "shortfall", "outstanding", "overdue", "past due", "behind ", "lent ", "lends ",
    "loaned ", "borrow", "advance of", "bad loan", "group ", "substandard", "doubtful")  # fmt: skip
#: A letter to whoever is late.
_REMINDED = re.compile(
    r"(?<![a-z])(?:your (?:loan|account|credit|card|instal+ments?|payment|debt|balance|rent|contract)|our records)(?![a-z])"
)
#: Pay of nobody in particular.
_NOBODYS_PAY = re.compile(
    r"(?<![a-z])(?:minimum|average|median|typical|regional|per capita|workers?'?|employees|staff|labou?rers|people|graduates|company|firm|"
    r"net income|revenue|profits?|quarter|fiscal|shareholders|turnover|up to|range|ranges|ranging|negotiable|competitive|we offer|hiring|vacancy|"
    r"candidates?|applicants|sales|interest|operating|deduct\w+|threshold|exceed\w*|taxable|cap|ceiling)(?![a-z])"
)
_AGE = re.compile(
    rf"(?<![a-z])(?:i am|i'm|he is|she is|he's|she's|who is|who's|is now|(?:employee|patient|tenant|insured|applicant|victim|driver|{_KIN}|"
    r"[a-z]+) (?:is|was|turns|turned|will be|will turn|just turned|has turned)|he was|she was|i was|who was|only|aged|age) (?:now |only |already |just |nearly |almost )?(?P<v>[1-9]\d?|1[01]\d)"
    r"(?=(?: ?[,.;:)!?](?!\d)| and | but | now| years?[ \-](?:old|of age)|\n|\Z))"
)
_AGE_WORDS = (" am ", "i'm ", "is ", "he's ", "she's ", "was ", "turn", "will be", "aged ", "age ", "only ")
_COUNTED = re.compile(
    r"(?<![a-z])(?:number|total|result|score|answer|level|grade|class|room|page|line|size|limit|maximum|minimum|version|it|this|that|"
    r"quantity|price|rate|there|deadline|count|day|date|unit|value|sum|temperature|weight|length|ratio|index|order|rank|rev|code|which|"
    r"deductible|capacity|salary|bonus|target|quota|step|article|clause|section|chapter|port) (?:is|was|turns|will be|turned)\s"
)
#: An illness named by what is said before it.
_LED = re.compile(
    r"(?<![a-z])(?P<c>tested positive for|(?:under)?went (?!to |through |on |back|home|out|in |into|over|up|down|by)|underwent|recovering from|recovered from|operated on for|(?:hospitali[sz]ed|admitted|treated|treatment|medication|surgery|"
    r"operation|sick leave|medicine|pills|tablets|injections|therapy|counsel+ing|seeing a (?:doctor|psychiatrist|therapist)) for|off (?:work|sick) with|in hospital with|died of|died from|complain(?:s|ed|ing) of|"
    r"complications (?:of|from)|living with|ill with|sick with|down with|came down with|diagnosis of|positive for) (?P<v>(?:an? |the |her |his |my )?[a-z][^.,;:()\n]{2,50}?)"
    r"(?=[ ](?:in|since|at|by|on|last|this|and|but|so|when|while|who|which|for|from|two|three|a (?:week|month|year)|yesterday|today|after|before|until|with|because)[ ]|[ ]?[.,;:()\n]|$)"
)
_LED_WORDS = (
    "positive for",
    "underwent ",
    "recover",
    "operated on",
    " for ",
    " with ",
    "died ",
    "complain",
    "complications",
    "diagnosis of",
)
_LED_ILL = re.compile(
    r"(?<![a-z])(?:surgery|operation|transplant|replacement|bypass|biopsy|therapy|[a-z]+(?:itis|osis|ectomy|oscopy|otomy|plasty|aemia|emia|algia|opathy|oma|"
    r"graphy|uria|plegia)|pain|pains|fever|infection|virus|injury|injuries|fracture|ulcers?|cyst|stones|bleeding|failure|disease|syndrome|disorder|attack|"
    r"illness|condition|allergy|poisoning|cough|wound|burns?|clots?|tumou?r|rash|stress|exhaustion|dizziness|headaches?|migraines?|sleeplessness)(?![a-z])"
)
#: Words of illness behind which whatever stands is one.
_SAID_ILL = re.compile(
    r"(?<![a-z])(?:diagnosed with|allergic to|suffer(?:s|ed|ing)? from|treated for|(?:medical |past )history of|known case of)[ ](?P<v>[^.,;\n]{3,60}?)(?:[ ]and[ ](?P<w>[^.,;\n]{3,40}?))?(?=[ ](?:in|since|at|by|for|on)[ ]|[ ]?[.,;\n]|$)"
)
_SAID_ILL_PARTS = ("diagnosed", "allergic", "suffer", "treated for", "history of", "case of")


#: What is broken or torn is a part of a body.
_INJURY = re.compile(
    r"(?<![a-z])(?P<v>(?:fractured?|broken?|sprained?|torn|tore|dislocated?|bruised|crushed|severed|amputated|burnt|burned|injured|"
    r"lacerated|swollen|ruptured|cut|hurt) (?:(?:his|her|my|their|an?|the|left|right|two|three|several|both) )*(?:ankles?|arms?|back|"
    r"cheekbone|chest|collarbone|elbow|eye|eardrum|face|feet|femur|fingers?|foot|forearm|hands?|head|hip|jaw|kidney|knees?|legs?|ligaments?|"
    r"lips?|liver|meniscus|neck|nose|pelvis|ribs?|scalp|shin|shoulder|skull|spine|spleen|teeth|tendons?|thigh|thumb|tibia|toes?|"
    r"tooth|vertebrae?|wrists?))(?![a-z])"
)
_INJURY_WORDS = ("fractur", "broke", "sprain", "torn ", "tore ", "dislocat", "bruised", "crushed", "severed", "amputat", "burn", "injur", "lacerat",
    "swollen", "ruptur", "cut ", "hurt ")  # fmt: skip
#: So far before a sum that is gross or net the pay is spoken of.
_NEAR_PAY = 300
_PAY = re.compile(
    r"(?<![a-z])(?:salary|salaries|pay|paid|wages?|earn\w*|income|payroll|offer|contract|job|position|allowance)(?![a-z])"
)


class EnglishToldRecognizer(VnRecognizer):
    """Finds what English sentences tell of the health, the past, the family, the debts and the pay of people they name."""

    ENTITIES: ClassVar[tuple[EntityType, ...]] = (
        _E.HEALTH_INFO,
        _E.CRIMINAL_RECORD,
        _E.PRIVATE_LIFE,
        _E.DEBT,
        _E.INCOME,
        _E.AGE,
    )

    def find(self, folded: Folded) -> Iterator[Found]:
        """Yield what is told of somebody."""
        if is_english(folded) and subjects(folded).anybody:
            yield from _Telling(folded).found()


class _Telling:
    """What one English text tells."""

    def __init__(self, folded: Folded) -> None:
        self._key = folded.key
        self._w = words(folded)
        self._told = subjects(folded)
        self._paper = _PAPER.search(folded.key) is not None

    def found(self) -> Iterator[Found]:
        """Yield everything told."""
        yield from self._phrases()
        yield from self._led()
        yield from self._injuries()
        for pattern in _INCOMES:
            for match in matches_near(pattern, self._key, _INCOME_WORDS):
                if self._is_pay(match, pattern is _INCOMES[0]):
                    yield _found(*match.span("v"), _E.INCOME, "income_told")
                    if match.re.groups > 1 and match["w"]:
                        yield _found(*match.span("w"), _E.INCOME, "income_told")
        reminded = _REMINDED.search(self._key) is not None
        for pattern in _DEBTS:
            for match in matches_near(pattern, self._key, _DEBT_WORDS):
                if self._of_somebody(match.start("v")) or (reminded and not self._general(match.start("v"))):
                    yield _found(*match.span("v"), _E.DEBT, "debt_told")
        for match in matches_near(_AGE, self._key, _AGE_WORDS):
            if not _COUNTED.match(self._key, match.start()) and self._of_somebody(match.start("v")):
                yield _found(*match.span("v"), _E.AGE, "age_told")

    def _injuries(self) -> Iterator[Found]:
        for match in matches_near(_INJURY, self._key, _INJURY_WORDS):
            if self._of_somebody(match.start()):
                yield _found(*match.span("v"), _E.HEALTH_INFO, "health_told")

    def _phrases(self) -> Iterator[Found]:
        w, first_words, last = self._w, _first_words(), 0
        for i in [i for i, key in enumerate(w.key) if key in first_words]:
            if i < last:
                continue
            for parts, kind in first_words[w.key[i]]:
                end = self._reads(i, parts)
                if end and self._is_told(i, kind):
                    first = self._modified(i) if kind in ("illness", "treatment", "state") else i
                    last = self._clause(end, _GOES_ON[kind]) if kind in _GOES_ON else end
                    yield _found(w.start[first], w.end[last - 1], *_KINDS[kind])
                    break

    def _reads(self, i: int, parts: tuple[str, ...]) -> int:
        """Return the entry behind a phrase that begins at an entry, hyphens and line breaks passed, or 0."""
        w = self._w
        for part in parts:
            while i < w.size and (w.text[i] == "-" or w.text[i] == "\n"):
                i += 1
            if i >= w.size or w.key[i] != part:
                return 0
            i += 1
        return i

    def _is_told(self, i: int, kind: str) -> bool:
        start = self._w.start[i]
        return self._of_somebody(start) or (kind == "illness" and self._paper and not self._teaches(start))

    def _teaches(self, position: int) -> bool:
        stop = re.compile(r"[.;\n]|\Z").search(self._key, position)
        around = (self._sentence(position), len(self._key) if stop is None else stop.start())
        return (
            _GENERAL.search(self._key, *around) is not None or _TEACHES.search(self._key, *around) is not None
        )

    def _is_pay(self, match: re.Match[str], is_salary: bool) -> bool:
        """Return whether a sum is somebody's pay: a sentence about somebody, or a salary that is nobody else's."""
        start = match.start("v")
        if (
            not is_salary
            and match["v"].endswith(("gross", "net"))
            and _PAY.search(self._key, max(0, start - _NEAR_PAY), start) is None
        ):
            return False
        if self._of_somebody(start):
            return _NOBODYS_PAY.search(self._key, self._sentence(start), start) is None
        around = (self._sentence(start), match.end() + 40)
        return is_salary and not self._general(start) and _NOBODYS_PAY.search(self._key, *around) is None

    def _sentence(self, position: int) -> int:
        """Return where the sentence around a position begins."""
        first = self._told.sentence(bisect_left(self._w.start, position))
        return self._w.start[first] if first < self._w.size else position

    def _general(self, position: int) -> bool:
        return _GENERAL.search(self._key, self._sentence(position), position) is not None

    def _of_somebody(self, position: int) -> bool:
        """Return whether the sentence speaks of somebody before a position."""
        if self._general(position):
            return False
        begin = self._sentence(position)
        i = bisect_left(self._w.start, position)
        return bool(self._told.named(bisect_left(self._w.start, begin), i)) or (
            _SOMEBODY.search(self._key, begin, position) is not None
        )

    def _modified(self, i: int) -> int:
        """Return where an illness begins with what tells its kind: "type 2 diabetes", "five months pregnant"."""
        w, first = self._w, i
        for j in range(i - 1, max(-1, i - 1 - _MOST_MODIFIERS), -1):
            if w.text[j] == "-":
                continue
            if w.key[j] not in _MODIFIERS:
                break
            first = j
        return first

    def _clause(self, i: int, most: int) -> int:
        w = self._w
        for j in range(i, min(i + most, w.size)):
            if w.kind[j] in (BREAK, MARK) or w.key[j] in _STOPS:
                return max(j, i)
        return min(i + most, w.size)

    def _led(self) -> Iterator[Found]:
        for match in matches_near(_SAID_ILL, self._key, _SAID_ILL_PARTS):
            if not self._general(match.start()):
                for group in ("v", "w") if match["w"] else ("v",):
                    yield _found(*match.span(group), _E.HEALTH_INFO, "health_told")
        for match in matches_near(_LED, self._key, _LED_WORDS):
            surgery = match["c"].startswith(
                ("underwent", "recover", "tested", "operated", "off sick", "hospitali", "sick leave")
            )
            if (surgery or _LED_ILL.search(match["v"])) and self._of_somebody(match.start()):
                start = match.start("v") + len(re.match(r"(?:an? |the |her |his |my )?", match["v"]).group())  # type: ignore[union-attr]
                yield _found(start, match.end("v"), _E.HEALTH_INFO, "health_told")


@cache
def _first_words() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases by their first word, the longest first."""
    read: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in phrases_by_kind().items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            read.setdefault(parts[0], []).append((parts, kind))
    return {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in read.items()}


@cache
def phrases_by_kind() -> dict[str, tuple[str, ...]]:
    """Return the phrases of each kind as written in the list."""
    found: dict[str, list[str]] = {}
    kind: list[str] = []
    text = (files("recognizers") / "data" / "told_english.txt").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        if line.startswith("== "):
            kind = found.setdefault(line[3:], [])
        else:
            kind.extend(" ".join(phrase.split()) for phrase in line.split(",") if phrase.strip())
    return {of: tuple(phrases) for of, phrases in found.items()}


def _found(start: int, end: int, kind: EntityType, code: str) -> Found:
    return Found(start, end, kind, 0.66, Reason(code), tier=Tier.STRUCTURE)
