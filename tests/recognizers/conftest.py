import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tests.silent_tagger import silent_tagger as silent_tagger
