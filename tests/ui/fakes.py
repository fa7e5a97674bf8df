"""Hand-made scans, a queue without threads, a key store without a system."""

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.model import Finding, PageArea, Rect, Scan, SourceInfo
from redactor.preview import PageWords

REASON = Reason("value_labelled", "CCCD")


class FakeQueue:
    """The queue's face without threads: what is asked is written down, events are told by hand."""

    def __init__(self, listener, *, policy):
        self.tell = listener
        self.policy = policy
        self.pool = None
        self.paused = False
        self.busy = False
        self.started = False
        self.key = bytes(32)
        self.sources = {}
        self.asked = []

    def start(self):
        self.started = True

    def add(self, source, password=""):
        number = len(self.sources) + 1
        self.sources[number] = source
        return number

    def retry(self, job, password=None):
        self.asked.append(("retry", job, password))

    def export(self, job, scan, decisions, policy, *, target=None, output_dir=None):
        self.asked.append(("export", job, decisions, policy, output_dir))

    def cancel(self, job):
        self.asked.append(("cancel", job))

    def remove(self, job):
        self.asked.append(("remove", job))

    def pause(self):
        self.paused = True

    def resume(self):
        self.paused = False

    def password(self, job):
        return ""

    def close(self):
        self.asked.append(("close",))


class MemoryKeyStore:
    def __init__(self):
        self.secrets = {}

    def get_password(self, service, account):
        return self.secrets.get((service, account))

    def set_password(self, service, account, secret):
        self.secrets[service, account] = secret


def words_for(page, lines):
    """A page's text with a box of 6 × 12 points for every letter, lines 20 points apart, from (50, 100)."""
    text, boxes = "", []
    for row, line in enumerate(lines):
        for index, char in enumerate(line + "\n"):
            text += char
            if char.isspace():
                boxes += [0, 0, 0, 0]
            else:
                x, y = 50 + 6 * index, 100 + 20 * row
                boxes += [v * 10 for v in (x, y, x + 6, y + 12)]
    return PageWords(page, text, boxes)


def area(page, row, start, end):
    return PageArea(page, (Rect(50 + 6 * start, 100 + 20 * row, 50 + 6 * end, 112 + 20 * row),))


def finding(
    number,
    kind=EntityType.VN_PERSONAL_ID,
    *,
    place=None,
    value="001190012345",
    score=0.9,
    person="",
    group=None,
    keep="",
    count=1,
):
    place = place or area(1, number, 5, 5 + len(value))
    group = f"g-{value}" if group is None else group
    return Finding(
        id=f"f{number}",
        entity_type=kind,
        score=score,
        reason=REASON,
        places=(place,),
        value=value,
        keep=keep,
        person=person,
        group=group,
        count=count,
    )


def make_scan(findings, *, pages=3, gaps=(), people=(), sha="a" * 64, sheets=()):
    sizes = () if sheets else tuple((595.0, 842.0) for _ in range(pages))
    info = SourceInfo(sha, 1000, "xlsx" if sheets else "pdf", len(sheets) or pages, sizes, tuple(sheets))
    return Scan(info, tuple(findings), tuple(gaps), (), tuple(people))
