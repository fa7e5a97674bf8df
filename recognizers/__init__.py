"""Vietnamese personal data in Presidio's vocabulary: entity types, recognisers, context, resolution.

Nothing here knows a file format or a window. With Presidio alone::

    from recognizers.analyzer import build_analyzer
    results = build_analyzer().analyze("Số CCCD: 001190012345", language="vi")

This module stays empty of imports: the process that only needs ``recognizers.entities`` must not load Presidio.
"""
