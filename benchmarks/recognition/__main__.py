"""Print how well detection does on the gold corpus: ``python -m benchmarks.recognition --help``."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.recognition.corpus import GoldDocument, cell_text
from benchmarks.recognition.generate import generate, templates
from benchmarks.recognition.report import (
    as_markdown,
    as_text,
    clean_table,
    harm_table,
    look_alike_table,
    type_table,
)
from benchmarks.recognition.score import Miss, Scores, score
from benchmarks.recognition.subject import ProjectDetector, measured_taggers
from recognizers.tagger import taggers


def _documents(split: str, fills: int, seed: int, kind: str, noise: str) -> list[GoldDocument]:
    chosen = [
        template
        for template in templates()
        if template.held_out == (split == "held-out") and template.name.startswith(kind)
    ]
    made = generate(seed, fills, chosen)
    if noise == "":
        return list(made)
    return [
        document for document in made if (not document.noise if noise == "none" else noise in document.noise)
    ]


def context(miss: Miss, width: int = 45) -> str:
    """The value in its surroundings, on one line."""
    document, span = miss.document, miss.span
    if document.rows:
        header = next((row for row in document.rows if sum(value is not None for value in row) > 2), ())
        label = cell_text(header[span.column]) if header and "no header" not in document.noise else ""
        row = document.rows[span.row]
        cells = (
            f"»{cell_text(value)}«" if at == span.column else cell_text(value) for at, value in enumerate(row)
        )
        return f"⟨{label}⟩ " + " | ".join(cells)[:220]
    text = document.text
    before, value, after = (
        text[max(0, span.start - width) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + width // 2],
    )
    return f"{before}»{value}«{after}".replace("\n", "⏎")


def _show(misses: Sequence[Miss], count: int, only: str) -> None:
    shown = [miss for miss in misses if only in ("", miss.kind, miss.span.mark.kind)][:count]
    for miss in shown:
        noise = ",".join(miss.document.noise) or "clean"
        kept = f" kept: {miss.keep};" if miss.keep else ""
        print(
            f"  {miss.span.mark.kind} {miss.share:.0%}{kept} [{miss.document.template}; {noise}] {context(miss)}"
        )


def _write_markdown(path: Path, results: dict[str, Scores], fills: int, seed: int) -> None:
    parts = [
        "# Recognition on the gold corpus",
        "",
        f"Made by `python -m benchmarks.recognition --markdown FILE` (seed {seed}, {fills} fills per template,"
        " every second one messy).",
    ]
    for split, scores in results.items():
        parts += [
            "",
            f"## Templates {'used in development' if split == 'dev' else 'kept aside'}",
            "",
            as_markdown(harm_table(scores)),
            "",
            as_markdown(type_table(scores)),
        ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recognition", description=__doc__)
    parser.add_argument(
        "--split",
        choices=("dev", "held-out", "both"),
        default="both",
        help="templates used in development, kept aside, or both",
    )
    parser.add_argument("--type", default="", help="only this entity type")
    parser.add_argument(
        "--kind", default="", help="only templates whose name starts so (contracts, tables, …)"
    )
    parser.add_argument("--noise", default="", help="only documents with this noise; 'none' for clean ones")
    parser.add_argument(
        "--show-misses",
        type=int,
        default=0,
        metavar="N",
        help="print N missed values and N touched look-alikes (dev only)",
    )
    parser.add_argument("--fills", type=int, default=4, help="documents per template, every second one messy")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--rules-only", action="store_true", help="without the taggers that read after the rules"
    )
    parser.add_argument(
        "--shipped",
        action="store_true",
        help="with the taggers as shipped: they have also read what is kept aside, so they suit new papers only",
    )
    parser.add_argument("--markdown", type=Path, help="also write the tables to this file")
    options = parser.parse_args(arguments)
    readers = () if options.rules_only else taggers() if options.shipped else measured_taggers()
    subject = ProjectDetector(readers)
    results: dict[str, Scores] = {}
    for split in ("dev", "held-out") if options.split == "both" else (options.split,):
        documents = _documents(split, options.fills, options.seed, options.kind, options.noise)
        began = time.perf_counter()
        scores = results[split] = score(subject, documents)
        took = time.perf_counter() - began
        print(
            f"\n{split}: {len({d.template for d in documents})} templates, {len(documents)} documents, {took:.1f} s\n"
        )
        print(as_text(harm_table(scores)), "\n")
        print(as_text(type_table(scores, options.type)), "\n")
        print(as_text(look_alike_table(scores)), "\n")
        print(as_text(clean_table("Noise", scores.per_noise)), "\n")
        print(as_text(clean_table("Papers", scores.per_group)))
        if options.show_misses and split == "dev":
            print("\nmissed:")
            _show(scores.misses, options.show_misses, options.type)
            print("\ntouched in vain:")
            _show(scores.false_hits, options.show_misses, options.type)
            for (kind, text, template), count in scores.over_covered.most_common(options.show_misses):
                if options.type in ("", kind):
                    print(f"  {count} × {kind} [{template}] {text[:90]!r}")
    if options.markdown is not None:
        _write_markdown(options.markdown, results, options.fills, options.seed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
