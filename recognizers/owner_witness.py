"""A small trained witness for whose an address is: an organisation's, or a person's home.

A logistic regression over the answers of ``owner_clues``; its weights (``data/owner_weights.txt``) are made anew by
``benchmarks/recognition/train_owners.py``. Nobody's place (a building site, a museum) counts as an organisation's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from recognizers.entities import EntityType
from recognizers.owner_clues import Surroundings
from recognizers.results import Hit
from recognizers.weights import logit, weights_in

WEIGHTS = "owner_weights.txt"
#: As sure as this the witness has to be before keeping is proposed, where an organisation is named before the address
#: and where none is: a home that stays in sight is worse than an office that is hidden.
_ENOUGH, _UNNAMED = logit(0.75), logit(0.95)
#: Right before an address: somebody lives there, or it is brought there, or it is a property.
_HOME = re.compile(
    r"(?<![a-z])(?:o|tru(?! so)|ngu|song|cu tru|dinh cu|thuong tru|tam tru|sinh song|nha|nha (?:o|rieng|em|toi|minh|anh|chi|ong|ba|co|chau))"
    r"(?: (?:o|tai|so))?\s{0,3}:?\s{0,2}$"
    r"|(?<![a-z])(?:giao|ship|gui|chuyen)(?: hang| tra)? (?:toi|den|ve|cho)\s{0,3}:?\s{0,2}$"
    r"|(?<![a-z])(?:thua dat|tai san|nha dat|can ho|quyen su dung dat|toa lac|bat dong san)(?![a-z])[^\n.]{0,50}$"
    r"|(?<![a-z])(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|stay(?:s|ed|ing)?|domiciled)(?: [a-z]+)? (?:at|in)\s{0,3}:?\s{0,2}$"
)
#: The same in the label by which it was found.
_HOME_LABEL = re.compile(
    r"tr[úu]|ở|hộ khẩu|hktt|đktt|ngụ|nhà|giao|nhận|residence|permanent|home|thửa|tài sản|đất|căn hộ|liên lạc|quê"
)
#: Right before an address in English: whose house it is ("SILK RIVER HOTEL HOI AN – ", "Embassy of Ireland, ").
_ENGLISH_OFFICE = re.compile(
    r"(?<![a-z])(?:hotel|resort|bank|branch|embassy|consulate|clinic|practice|hospital|university|college|school|ltd|limited|"
    r"jsc|llc|inc|company|corporation|office|(?:board|meeting|conference) room|factory|warehouse|showroom|campus|museum|"
    r"committee|agency|department)\.?(?: of(?: the)? [a-z]+| [a-z]+(?: [a-z]+)?)?\s?"
    r"(?:[,–:\-][ ]?|\n| (?:is |are )?(?:located )?at )$"
)
_LIVES = re.compile(r"(?<![a-z])(?:liv(?:es?|ing)|resid(?:es?|ing|ence)|home|tenant|lessee|tro|nha)(?![a-z])")
#: A bank is named for the account.
_ACCOUNT = re.compile(r"(?<![a-z])(?:tk|stk|tai khoan)(?![a-z])[^\n]{0,80}$")
_BACK = 80


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, int]]:
    return weights_in(WEIGHTS)


def is_organisations(surroundings: Surroundings, hit: Hit) -> bool:
    """Return whether an address is almost certainly not a person's."""
    key = surroundings.key
    begin = hit.start + len("nha ") * key.startswith("nha ", hit.start)
    if _HOME_LABEL.search(hit.reason.clue) or _HOME.search(key, max(0, hit.start - _BACK), begin):
        return False
    if _ACCOUNT.search(key, max(0, hit.start - _BACK), hit.start):
        return False
    if is_english_office(surroundings, hit):
        return True
    named = surroundings.names_an_organisation(hit)
    if surroundings.of_cells and not named:
        return False
    known = _weights()
    total = known["bias"][""]
    for question, answer in surroundings.of(hit):
        total += known.get(question, {}).get(answer, 0)
    return total >= (_ENOUGH if named else _UNNAMED)


def is_english_office(surroundings: Surroundings, hit: Hit) -> bool:
    """Return whether an organisation in English stands right before an address, and nobody between them."""
    before = _ENGLISH_OFFICE.search(surroundings.key, max(0, hit.start - _BACK), hit.start)
    if before is None or _LIVES.search(surroundings.key, before.start(), before.end()):
        return False
    return not any(
        other.start < hit.start and before.start() < other.end and other.entity_type is EntityType.PERSON
        for other in surroundings.hits
    )
