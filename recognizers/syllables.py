"""Whether a word can be a Vietnamese syllable, by the rules of the spelling: initial, rime, tone.

A grammar instead of a word list: about 6,500 spellings follow from 28 initials, 150 rimes and 6 tones, with the rule
that rimes ending in c, ch, p or t take only the sharp or the heavy tone.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_INITIALS = ("ngh", "ng", "nh", "gh", "gi", "kh", "ch", "ph", "qu", "th", "tr",
             "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "")
_RIMES = frozenset(
    """a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u uc ui um un ung up ut ua uây uân uâng uât uê uêch uênh uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych yn yt ynh yên yêm yêng yêt yêu""".split()
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP_OR_HEAVY = ("\u0301", "\u0323")
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Return whether ``word`` (any case, NFC) is spelled like a Vietnamese syllable."""
    tone = ""
    letters = []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            if tone:
                return False
            tone = char
        else:
            letters.append(char)
    toneless = unicodedata.normalize("NFC", "".join(letters))
    for initial in _INITIALS:
        rime = toneless[len(initial):]
        if toneless.startswith(initial) and rime in _RIMES:
            return not rime.endswith(_STOPS) or tone in _SHARP_OR_HEAVY or word.isascii()
    return toneless in ("gi",)
