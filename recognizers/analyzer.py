"""A plain Presidio ``AnalyzerEngine`` that knows Vietnamese personal data."""

from __future__ import annotations

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry

from recognizers.context_enhancer import PhraseContextEnhancer
from recognizers.nlp_engine import VietnameseNlpEngine
from recognizers.registry import build_recognizers
from recognizers.second_reading import SecondReader


def build_analyzer() -> AnalyzerEngine:
    """Return an engine for ``language="vi"`` with our recognisers, slim NLP engine and context enhancer.

    None of Presidio's own recognisers is in it: its default registry contains one that uses the network.
    """
    recognizers = [*build_recognizers(), SecondReader()]
    registry = RecognizerRegistry(recognizers=recognizers, supported_languages=["vi"])
    return AnalyzerEngine(
        registry=registry,
        nlp_engine=VietnameseNlpEngine(),
        supported_languages=["vi"],
        context_aware_enhancer=PhraseContextEnhancer(),
    )
