"""Decisions at rest: encrypted, found again, laid over the right file only."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from redactor.errors import TargetUnwritable
from redactor.job_file import KeyStoreMissing, open_job_file
from redactor.jobs import NeedsReview
from redactor.model import Action, PageArea, Rect
from tests.ui.fakes import FakeQueue, MemoryKeyStore, finding, make_scan
from ui.autosave import Autosave
from ui.controller import Controller
from ui.review import GapChoice, Ref


def test_state_comes_back_and_nothing_of_it_can_be_read(tmp_path):
    store = MemoryKeyStore()
    file = open_job_file(tmp_path / "deep" / "job.bin", store)
    file.save({"value": "Trần Thị Mai 001190012345"})
    raw = file.path.read_bytes()
    assert b"001190012345" not in raw
    assert b"Mai" not in raw
    assert open_job_file(file.path, store).load() == {"value": "Trần Thị Mai 001190012345"}
    if sys.platform != "win32":
        assert file.path.stat().st_mode & 0o077 == 0
    assert [p.name for p in file.path.parent.iterdir()] == ["job.bin"]


def test_another_key_a_changed_byte_or_no_file_give_nothing(tmp_path):
    file = open_job_file(tmp_path / "job.bin", MemoryKeyStore())
    assert file.load() is None
    file.save({"a": 1})
    assert open_job_file(file.path, MemoryKeyStore()).load() is None
    raw = bytearray(file.path.read_bytes())
    raw[-1] ^= 1
    file.path.write_bytes(raw)
    assert file.load() is None
    file.path.write_bytes(b"something else")
    assert file.load() is None


class Forgetful(MemoryKeyStore):
    def set_password(self, service, account, secret):
        pass


class Broken(MemoryKeyStore):
    def get_password(self, service, account):
        raise OSError("locked")


@pytest.mark.parametrize("store", [Forgetful(), Broken()])
def test_a_key_store_that_does_not_keep_means_no_job_file(tmp_path, store):
    with pytest.raises(KeyStoreMissing):
        open_job_file(tmp_path / "job.bin", store)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    file = open_job_file(tmp_path / "file" / "job.bin", MemoryKeyStore())
    with pytest.raises(TargetUnwritable):
        file.save({})


@pytest.fixture
def desk(qtbot, tmp_path):
    """Starts the program's inner half again and again over the same job file."""
    store = MemoryKeyStore()

    def sit_down():
        controller = Controller(FakeQueue)
        autosave = Autosave(controller, tmp_path / "job.bin", store)
        with qtbot.waitSignal(autosave.loaded):
            autosave.start()
        return controller, autosave

    return sit_down


def take(controller, path, scan):
    (number,), _ = controller.add([path])
    controller._take(NeedsReview(number, scan))
    return controller.session.files[number]


def test_decisions_marks_gaps_and_place_are_found_again(desk, tmp_path, contract):
    path = tmp_path / "hop-dong.pdf"
    path.write_bytes(b"x")
    controller, autosave = desk()
    file = take(controller, path, contract)
    controller.decide([Ref(file.number, "f4")], Action.KEEP, "")
    controller.add_marks([(file.number, PageArea(1, (Rect(1, 2, 30, 40),)))], "")
    controller.choose_gaps(file.number, ["gap1"], GapChoice.ACCEPT, "")
    file.seen.add(2)
    file.position = {"page": 2.0, "y": 100.0}
    autosave.save(wait=True)
    again, second = desk()
    assert second.last_open == [str(path)]
    assert second.recent == [path]
    reopened = take(again, path, contract)
    assert reopened.decisions() == file.decisions()
    assert reopened.seen == {2}
    assert reopened.position == {"page": 2.0, "y": 100.0}


def test_a_changed_file_gets_only_decisions_about_the_same_value_at_the_same_place(desk, tmp_path, contract):
    path = tmp_path / "hop-dong.pdf"
    path.write_bytes(b"x")
    controller, autosave = desk()
    file = take(controller, path, contract)
    controller.decide([Ref(file.number, "f4"), Ref(file.number, "f2")], Action.KEEP, "")
    controller.add_marks([(file.number, PageArea(1, (Rect(1, 2, 30, 40),)))], "")
    autosave.save(wait=True)
    again, _ = desk()
    changed = make_scan([contract.findings[3], finding(2, value="111111111111")], sha="e" * 64)
    reopened = take(again, path, changed)
    assert reopened.by_person == {"f4": Action.KEEP}
    assert reopened.marks == {}


def test_without_a_key_store_it_is_said_and_nothing_is_written(qtbot, window, controller, tmp_path):
    autosave = window.autosave
    autosave._store = Broken()
    with qtbot.waitSignal(autosave.told):
        autosave.start()
    assert autosave.available is False
    assert window.status.saved.text() == "Không tự lưu"
    autosave.save(wait=True)
    assert not (tmp_path / "job.bin").exists()


def test_forgetting_removes_the_file(desk, tmp_path, contract):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    controller, autosave = desk()
    take(controller, path, contract)
    autosave.save(wait=True)
    assert (tmp_path / "job.bin").exists()
    autosave.clear()
    assert not (tmp_path / "job.bin").exists()
    assert autosave.recent == []


IN_KEYRING = """
import os
import shutil
import subprocess
import sys
from pathlib import Path
from pathlib import Path
from redactor.job_file import KeyStoreMissing, open_job_file
path = Path(sys.argv[1])
try:
    file = open_job_file(path)
except KeyStoreMissing:
    print("missing", path.exists())
    sys.exit()
before = file.load()
file.save({"value": "001190012345"})
print("saved", before, b"001190012345" in path.read_bytes())
"""


def in_key_store(tmp_path, *before):
    """Opens a job file in a process of its own; ``before`` starts the session around it."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    hidden = ("DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND")
    env = {k: v for k, v in os.environ.items() if k not in hidden}
    env |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [*before, sys.executable, "-c", IN_KEYRING, str(tmp_path / "job.bin")]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a key store")
def test_without_a_session_there_is_no_key_store_and_no_file(tmp_path):
    assert in_key_store(tmp_path) == "missing False"


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon",
)
def test_the_systems_own_key_store_keeps_the_key(tmp_path):
    unlock = 'echo -n x | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'
    session = ("dbus-run-session", "--", "sh", "-c", unlock, "sh")
    assert in_key_store(tmp_path, *session) == "saved None False"
    assert in_key_store(tmp_path, *session) == "saved {'value': '001190012345'} False"
