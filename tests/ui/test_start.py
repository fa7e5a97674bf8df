"""Starting: what the window's process loads, how soon it stands, and that twenty starts are one window."""

import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HEAVY = (
    "presidio_analyzer", "presidio_anonymizer", "spacy", "pymupdf", "pikepdf", "pypdfium2", "openpyxl", "lxml", "zxingcpp",
    "python_calamine", "pydantic", "yaml", "cryptography", "keyring", "PIL", "redactor.pipeline", "redactor.policy",
    "redactor.isolation", "recognizers.detection", "recognizers.analyzer",
)  # fmt: skip

STAND = """
import sys, time
start = time.perf_counter()
from PySide6.QtWidgets import QApplication
app = QApplication(["x"])
app.setStyle("Fusion")
from pathlib import Path
from ui.controller import Controller
from ui.main_window import MainWindow
from ui.prefs import Prefs
window = MainWindow(Controller(), Prefs(Path(sys.argv[1])))
window.controller.start = lambda: None
window.show()
app.processEvents()
window.grab()
print(time.perf_counter() - start)
print(",".join(m for m in sys.argv[2].split(",") if m in sys.modules))
import os
sys.stdout.flush()
os._exit(0)
"""


def environment(tmp_path):
    folders = {k: str(tmp_path / k) for k in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "HOME")}
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700, exist_ok=True)
    return {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def test_the_window_stands_without_any_parser(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", STAND, str(tmp_path / "p.ini"), ",".join(HEAVY)],
        capture_output=True, text=True, env=environment(tmp_path), timeout=60, check=True,
    )  # fmt: skip
    seconds, loaded = done.stdout.split("\n")[:2]
    assert loaded == ""
    assert float(seconds) < 5, "on a quiet machine it is well below one second"


def test_a_frozen_program_serves_as_worker_without_qt(tmp_path):
    code = (
        "import sys; sys.argv = ['x', '--worker', 'document', '2048']\n"
        "import redactor.worker; redactor.worker.run = lambda given: print('serves', *given)\n"
        "import ui.app; ui.app.main()\n"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "serves document 2048"


COLLECT = """
import sys, time
from PySide6.QtCore import QCoreApplication, QTimer
app = QCoreApplication(["x"])
from ui.single_instance import Request, SingleInstance
one = SingleInstance(sys.argv[1])
mine = Request("redact", (sys.argv[2],))
if one.hand_over(mine):
    sys.exit(0)
one.received.connect(lambda r: (print("GOT", r.mode, *r.files, flush=True)))
one.add(mine)
QTimer.singleShot(int(sys.argv[3]), app.quit)
app.exec()
one.close()
"""


@pytest.mark.slow
def test_twenty_starts_at_once_reach_one_window(tmp_path):
    name = f"che-du-lieu-test-{uuid.uuid4().hex[:12]}"
    env = environment(tmp_path)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", COLLECT, name, f"/hồ sơ/tệp {n:02} & {n}.pdf", "15000"],
            stdout=subprocess.PIPE, text=True, env=env,
        )
        for n in range(20)
    ]  # fmt: skip
    outputs = [p.communicate(timeout=60)[0] for p in started]
    assert [p.returncode for p in started] == [0] * 20
    windows = [o for o in outputs if o]
    assert len(windows) == 1
    files = {f"/hồ sơ/tệp {n:02} & {n}.pdf" for n in range(20)}
    assert all(f in windows[0] for f in files)
    assert windows[0].startswith("GOT redact")


@pytest.mark.skipif(os.name == "nt", reason="there the session has a name")
def test_one_window_per_screen_and_user(monkeypatch):
    from ui.single_instance import server_name

    def name(user="lan", **environment):
        for key in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_ID"):
            monkeypatch.delenv(key, raising=False)
        for key, value in environment.items():
            monkeypatch.setenv(key, value)
        monkeypatch.setattr("getpass.getuser", lambda: user)
        return server_name()

    desk = name(DISPLAY=":0", XDG_SESSION_ID="2")
    assert name(DISPLAY=":0.0") == desk  # the same screen, started from a menu without a session id
    assert name(DISPLAY=":1") != desk
    assert name(user="hùng", DISPLAY=":0") != desk
    assert name(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") != name(WAYLAND_DISPLAY="wayland-1", DISPLAY=":0")


def test_files_come_sorted_and_modes_apart(qtbot):
    from ui.single_instance import Request, SingleInstance

    one = SingleInstance(f"che-du-lieu-test-{uuid.uuid4().hex[:12]}")
    got = []
    one.received.connect(got.append)
    one.add(Request("redact", ("/b", "/a")))
    one.add(Request("review", ("/c",)))
    one.add(Request("redact", ("/a",)))
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got == [Request("redact", ("/a", "/b")), Request("review", ("/c",))]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"no json",
        b"[]",
        b'{"mode": "delete", "files": []}',
        b'{"mode": "redact"}',
        b'{"mode": "redact", "files": [1]}',
        b"\xff",
    ],
)
def test_a_wrong_line_is_refused(qapp, line):
    from ui.single_instance import SingleInstance

    assert SingleInstance("x")._accept(line) is False


def test_a_lock_left_by_a_crash_is_taken_over(qtbot, tmp_path, monkeypatch):
    from PySide6.QtCore import QLockFile

    from ui import single_instance

    path = tmp_path / "left.lock"
    monkeypatch.setattr(single_instance, "_lock_path", lambda _: str(path))
    crash = f"from PySide6.QtCore import QLockFile; import os; l = QLockFile({str(path)!r}); assert l.tryLock(100); os._exit(1)"
    subprocess.run([sys.executable, "-c", crash], check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert path.exists()
    one = single_instance.SingleInstance(f"che-du-lieu-test-{uuid.uuid4().hex[:12]}")
    start = time.monotonic()
    assert one.hand_over(single_instance.Request("review", ())) is False
    assert time.monotonic() - start < 5
    assert not QLockFile(str(path)).tryLock(10)
    one.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's own dialog is used")
def test_the_file_dialog_writes_no_visited_folders_down(tmp_path):
    code = (
        "import sys; from PySide6.QtWidgets import QApplication, QFileDialog\n"
        "app = QApplication([]); import ui.app\n"
        "if sys.argv[2] == 'forget': ui.app.forget_folders()\n"
        "dialog = QFileDialog(None, '', sys.argv[1]); dialog.setOption(QFileDialog.Option.DontUseNativeDialog)\n"
        "dialog.show(); dialog.done(1); del dialog\n"
    )
    visited = tmp_path / "hồ sơ Trần Thị Mai"
    visited.mkdir()
    told = {}
    for mode in ("forget", "remember"):
        home = tmp_path / mode
        home.mkdir(mode=0o700)
        env = environment(tmp_path) | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
        }
        subprocess.run([sys.executable, "-c", code, str(visited), mode], env=env, timeout=60, check=True)
        told[mode] = [p.name for p in home.rglob("QtProject.conf")]
    assert told == {"forget": [], "remember": ["QtProject.conf"]}, (
        "the second shows that there is something to forget"
    )
