"""A slim ``NlpEngine`` for Vietnamese: words and punctuation, no model, no download.

Presidio needs one to run; our recognisers read the folded text instead. Recognisers of others that use tokens
or lemmas get words in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

_TOKEN = re.compile(r"\w+(?:[./@-]\w+)*|[^\w\s]")


class VietnameseNlpEngine(NlpEngine):
    """Splits at white space and punctuation."""

    engine_name = "vi_slim"
    is_available = True

    def __init__(self) -> None:
        self._loaded = False

    def load(self) -> None:
        """Do nothing: there is no model."""
        self._loaded = True

    def is_loaded(self) -> bool:
        """Return whether ``load`` was called."""
        return self._loaded

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Return tokens and their offsets."""
        tokens: list[str] = []
        offsets: list[int] = []
        for match in _TOKEN.finditer(text):
            tokens.append(match.group())
            offsets.append(match.start())
        return NlpArtifacts(
            entities=[],
            tokens=tokens,  # type: ignore[arg-type]
            tokens_indices=offsets,
            lemmas=[token.lower() for token in tokens],
            nlp_engine=self,
            language=language,
        )

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Yield each text with its artifacts."""
        for text in map(str, texts):
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Return False: no list of stop words."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Return whether a token is punctuation."""
        return len(word) == 1 and not word.isalnum()

    def get_supported_entities(self) -> list[str]:
        """Return nothing: this engine finds no entities."""
        return []

    def get_supported_languages(self) -> list[str]:
        """Return Vietnamese."""
        return ["vi"]
