"""A worker finds the same without the packages that Presidio imports and we never use."""

from __future__ import annotations

import json
import subprocess
import sys

from recognizers.detection import Detector

TEXT = (
    "Họ và tên: Nguyễn Thị Lan Anh, số CCCD 001190012345, điện thoại 0912 345 678, "
    "email lananh.nguyen@example.com, tài khoản 0123456789 tại Vietcombank, biển số 29A-123.45."
)

IN_A_WORKER = f"""
import json, socket, sys
def refuse(*_, **__): raise AssertionError("network")
socket.socket.connect = socket.getaddrinfo = refuse
from redactor import lean_imports
lean_imports.install()
lean_imports.install()
from recognizers.detection import Detector
hits = [(str(h.entity_type), h.start, h.end, h.score) for h in Detector().find({TEXT!r})]
import spacy, tldextract
try:
    tldextract.TLDExtract()
    refused = False
except ImportError:
    refused = True
real = [n for n in sys.modules if n.split(".")[0] in ("spacy", "thinc") and getattr(sys.modules[n], "__file__", None)]
print(json.dumps({{"hits": hits, "real": real, "refused": refused, "finders": sum(
    type(f).__module__ == lean_imports.__name__ for f in sys.meta_path)}}))
"""


def test_detection_is_the_same_and_nothing_of_spacy_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", IN_A_WORKER], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    expected = [[str(h.entity_type), h.start, h.end, h.score] for h in Detector().find(TEXT)]
    assert len(expected) >= 4
    assert told == {"hits": expected, "real": [], "refused": True, "finders": 1}
