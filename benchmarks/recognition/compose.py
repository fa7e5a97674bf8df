"""Forms and tables composed from labels: a hundred and fifty layouts nobody wrote by hand.

A third of the label words, by their hash, is used in held-out recipes only, so that the held-out figures say how well
labels are understood that development has never met. A recipe is fixed by its number; what fills it is chance as
everywhere.
"""

from __future__ import annotations

import hashlib
import random
import re
from functools import cache
from pathlib import Path

_WEIGHTS = {
    "dob": 7, "year": 2, "gender": 3, "id": 8, "cmnd": 2, "passport": 2, "phone": 8, "email": 4, "addr": 8,
    "account": 4, "card": 1, "tax": 3, "bhxh": 3, "bhyt": 2, "gplx": 1, "plate": 2, "vin": 1, "cert": 1, "ethnic": 2,
    "religion": 1, "origin": 2, "issued": 2, "issuer": 2, "employee": 2, "student": 1, "patient": 1,
}  # fmt: skip


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The words of ``labels.txt`` by kind; with ``~`` those of look-alikes, with ``@`` headings and titles."""
    lines = (Path(__file__).parent / "labels.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if not line.startswith("#"))
    return {kind: tuple(words.split(" | ")) for kind, words in pairs}


def _innocent(rng: random.Random, least: int, most: int) -> list[str]:
    return rng.sample(sorted(kind for kind in _words() if kind[0] == "~"), rng.randint(least, most))


def _reserved(label: str) -> bool:
    return hashlib.sha256(f"label {label}".encode()).digest()[0] % 3 == 0


def _label(rng: random.Random, kind: str, held_out: bool) -> str:
    """A label; held-out recipes prefer those that no other recipe may use, the others never use them."""
    labels = _words()[kind]
    kept, reserved = [one for one in labels if not _reserved(one)], [one for one in labels if _reserved(one)]
    pool = (reserved or kept) if held_out and rng.random() < 0.6 else (kept or reserved)
    return rng.choice(pool)


def _fields(rng: random.Random, count: int) -> list[str]:
    names = list(_WEIGHTS)
    chosen: list[str] = []
    while len(chosen) < count:
        name = rng.choices(names, [_WEIGHTS[one] for one in names])[0]
        if (
            name not in chosen
            and not {name, *chosen} >= {"dob", "year"}
            and not {name, *chosen} >= {"id", "cmnd"}
        ):
            chosen.append(name)
    return chosen


def _pairs(rng: random.Random, key: str, style: str, held_out: bool) -> list[tuple[str, str]]:
    """Label and slot of one person's block, some innocent fields between."""
    pairs = [(_label(rng, "name", held_out), f"{{{key}.{rng.choice(('name', 'name', 'NAME'))}}}")]
    pairs += [(_label(rng, name, held_out), f"{{{key}.{name}}}") for name in _fields(rng, rng.randint(3, 7))]
    for kind in _innocent(rng, 1, 3):
        # On one line with an identity number everything is one record (see the reference on QR dumps): neutral.
        slot = kind.replace("~", "?") if style == "pipe" else kind
        pairs.insert(rng.randint(1, len(pairs)), (_label(rng, kind, held_out), f"{{{slot}}}"))
    return pairs


def _lowered(label: str) -> str:
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def _lay_out(rng: random.Random, style: str, pairs: list[tuple[str, str]]) -> str:
    match style:
        case "two":
            cells = [f"{label}: {value}" for label, value in pairs]
            return "\n".join("          ".join(cells[i : i + 2]) for i in range(0, len(cells), 2))
        case "tab":
            return "\n".join(f"{label}\t{value}" for label, value in pairs)
        case "numbered":
            return "\n".join(f"{number}. {label}: {value}" for number, (label, value) in enumerate(pairs, 1))
        case "below":
            return "\n".join(f"{label}\n{value}" for label, value in pairs)
        case "inline":
            return rng.choice(("; ", ", ")).join(f"{_lowered(label)} {value}" for label, value in pairs) + "."
        case "dash":
            return "\n".join(f"- {label} : {value}" for label, value in pairs)
        case "dots":
            return "\n".join(f"{label}: ......{value}......" for label, value in pairs)
        case "codes":
            return "\n".join(
                f"[{number:02d}] {label}: {value}" for number, (label, value) in enumerate(pairs, 1)
            )
        case "pipe":
            return " | ".join(f"{label}: {value}" for label, value in pairs)
        case "equals":
            return "\n".join(f"{label} = {value}" for label, value in pairs)
        case _:
            return "\n".join(f"{label}: {value}" for label, value in pairs)


_STYLES = (
    "lines",
    "lines",
    "two",
    "two",
    "tab",
    "numbered",
    "below",
    "inline",
    "dash",
    "dots",
    "codes",
    "pipe",
    "equals",
)


def form_body(number: int, held_out: bool) -> str:
    """The body of the composed form of that number."""
    rng = random.Random(f"form {number}")
    parts = [rng.choice(_words()["@title"])]
    style = rng.choice(_STYLES)
    for key in "abc"[: rng.choice((1, 1, 2, 2, 3))]:
        if rng.random() < 0.7:
            parts.append(rng.choice(_words()["@heading"]) + rng.choice(("", ":")))
        parts.append(_lay_out(rng, style, _pairs(rng, key, style, held_out)))
    if rng.random() < 0.5:
        parts.append(
            rng.choice(
                (
                    "Người khai\n(Ký, ghi rõ họ tên)\n{a.name}",
                    "Người làm đơn\n{a.name}",
                    "XÁC NHẬN CỦA ĐƠN VỊ\n{!o}",
                )
            )
        )
    return "\n".join(parts) + "\n"


def table_body(number: int, held_out: bool) -> str:
    """The body of the composed table of that number."""
    rng = random.Random(f"table {number}")
    columns = [(_label(rng, "name", held_out), rng.choice(("{p.name}", "{p.name}", "{p.NAME}")))]
    for name in _fields(rng, rng.randint(2, 6)):
        value = f"{{p.{name}}}"
        if name in {"id", "phone", "account", "tax"} and rng.random() < 0.25:
            value = f"#int {value}"
        elif name == "dob" and rng.random() < 0.4:
            value = f"#{rng.choice(('date', 'date', 'serial'))} {value}"
        elif name == "year":
            value = f"#int {value}"
        columns.append((_label(rng, name, held_out), value))
    for kind in _innocent(rng, 2, 5):
        columns.append((_label(rng, kind, held_out), f"{{{kind}}}"))
    if rng.random() < 0.7:
        rng.shuffle(columns)
    if rng.random() < 0.7:
        columns.insert(0, (rng.choice(("STT", "TT", "No.")), "{#}"))
    lines = [f"title: {rng.choice(_words()['@tabletitle'])}" for _ in range(rng.choice((0, 1, 2, 3)))]
    lines.append("header: " + " | ".join(label for label, _ in columns))
    lines.append(f"row {rng.randint(5, 9)}: " + " | ".join(value for _, value in columns))
    if rng.random() < 0.3:
        lines.append("last: " + " | ".join(["{~:Tổng cộng}"] + [""] * (len(columns) - 1)))
    return "\n".join(lines) + "\n"


def _phrase(rng: random.Random, kind: str, key: str, held_out: bool) -> str:
    """A phrase with its slots made those of one person."""
    phrase = _label(rng, kind, held_out)
    return re.sub(
        r"\{([a-z0-9]+)\}", lambda slot: "{~bank}" if slot[1] == "bank" else f"{{{key}.{slot[1]}}}", phrase
    )


def prose_body(number: int, held_out: bool) -> str:
    """The body of the composed paragraph of that number: people introduced as in judgments, minutes and contracts."""
    rng = random.Random(f"prose {number}")
    sentences = []
    for key in "abcd"[: rng.randint(1, 4)]:
        role = _label(rng, "@role", held_out)
        who = rng.choice((_label(rng, "@who", held_out) + " ", "")) if role.endswith(":") else ""
        name = f"{{{key}.{rng.choice(('name', 'name', 'NAME'))}}}"
        parts = [
            _phrase(rng, kind, key, held_out) for kind in ("@born", "@papers", "@lives", "@calls", "@owns")
        ]
        parts = [part for part in parts if rng.random() < 0.75]
        parts.append(_label(rng, "@acts", held_out))
        sentences.append(f"{role} {who}{name}, " + rng.choice((", ", "; ")).join(parts) + ".")
        if rng.random() < 0.4:
            sentences.append(f"{{{key}.Title}} {{{key}.given}} {_label(rng, '@acts', held_out)}.")
    return rng.choice(("\n", " ")).join(sentences) + "\n"
