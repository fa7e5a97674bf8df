"""The witness for officers: its first glance decides nothing that its full questions would decide otherwise."""

import itertools

from benchmarks.recognition.generate import generate, in_development
from recognizers.detection import Detector
from recognizers.entities import EntityType
from recognizers.folding import fold
from recognizers.officer_witness import officer_weight
from recognizers.owner_clues import Surroundings
from recognizers.weights import logit


def test_a_glance_sees_every_officer() -> None:
    detector = Detector()
    officers = out = 0
    for document in itertools.islice(generate(11, 1, in_development([])), 0, None, 6):
        if document.rows:
            continue
        hits = sorted(detector.find(document.text), key=lambda hit: hit.start)
        around = Surroundings(fold(document.text).key, hits)
        for hit in hits:
            if hit.entity_type is not EntityType.PERSON:
                continue
            weight = officer_weight(around, hit, at_a_glance=False)
            glance = officer_weight(around, hit, at_a_glance=True)
            officers += weight >= logit(0.97)
            out += glance != weight
            assert glance == weight or weight < logit(0.97)
    assert officers > 10
    assert out > 50
