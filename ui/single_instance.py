"""One window, however many times the program is started: later starts hand their files over and end.

Each start tries to connect to the local socket; failing that, to take a lock; failing that, again. Whoever holds the
lock listens. A message is one line of JSON, ``{"mode": "redact", "files": […]}``; the answer is ``ok``. Files that
arrive within a moment of each other (twenty marked in a file manager, twenty starts) are given to the window together.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MODES = ("review", "redact", "check")
_QUIET_MS = 400
_CONNECT_MS = 500
_ANSWER_MS = 3000
_PATIENCE_SECONDS = 15.0
_MAX_LINE = 1 << 22


@dataclass(frozen=True, slots=True)
class Request:
    """What one or several starts ask for: a mode of ``MODES`` and files, sorted."""

    mode: str
    files: tuple[str, ...]


def server_name() -> str:
    """A name that belongs to this user and this session: where the window would show."""
    if os.name == "nt":  # as in installer/windows/launcher.c
        session = os.environ.get("XDG_SESSION_ID", "") or os.environ.get("SESSIONNAME", "")
    else:
        # A file manager and a terminal of one session need not have the same XDG_SESSION_ID, or any.
        screen = os.environ.get("DISPLAY", "").rpartition(":")[2].partition(".")[0]
        session = os.environ.get("WAYLAND_DISPLAY", "") or screen
    who = f"{getpass.getuser()}\0{session}\0{os.environ.get('CHE_DU_LIEU_INSTANCE', '')}"
    return f"che-du-lieu-{hashlib.sha256(who.encode()).hexdigest()[:16]}"


def _lock_path(name: str) -> str:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    folder = folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
    Path(folder).mkdir(parents=True, exist_ok=True)
    return str(Path(folder) / f"{name}.lock")


class SingleInstance(QObject):
    """``received`` carries a ``Request``; files of several starts come as one."""

    received = Signal(object)

    def __init__(self, name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name or server_name()
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._buffers: dict[QLocalSocket, bytes] = {}
        self._waiting: dict[str, list[str]] = {}
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._deliver)

    def hand_over(self, request: Request) -> bool:
        """Give the request to the window that is there already. False if this start has become that window."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            if self._send(request):
                return True
            if self._elect():
                return False
        # A window that holds the lock and does not answer is stuck; better a second window than none.
        return False

    def _send(self, request: Request) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        line = json.dumps({"mode": request.mode, "files": list(request.files)}, ensure_ascii=False)
        socket.write(line.encode("utf-8", "surrogatepass") + b"\n")
        answered = socket.waitForBytesWritten(_ANSWER_MS)
        while answered and not socket.canReadLine():
            answered = socket.waitForReadyRead(_ANSWER_MS)
        good = bool(answered) and bytes(socket.readLine().data()).strip() == b"ok"
        socket.disconnectFromServer()
        return good

    def _elect(self) -> bool:
        lock = QLockFile(_lock_path(self._name))
        lock.setStaleLockTime(0)
        if not lock.tryLock(50):
            return False
        self._lock = lock
        QLocalServer.removeServer(self._name)  # left behind by a crash; nobody else may, we hold the lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        return self._server.listen(self._name)

    def _connected(self) -> None:
        assert self._server is not None
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._buffers[socket] = b""
            socket.readyRead.connect(self._read_all)
            socket.disconnected.connect(self._forget_closed)
        self._read_all()

    def _read_all(self) -> None:
        for socket in list(self._buffers):
            data = self._buffers[socket] + bytes(socket.readAll().data())
            if len(data) > _MAX_LINE:
                socket.abort()
                continue
            *lines, self._buffers[socket] = data.split(b"\n")
            for line in lines:
                socket.write(b"ok\n" if self._accept(line) else b"no\n")
                socket.flush()

    def _forget_closed(self) -> None:
        self._read_all()
        for socket in list(self._buffers):
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                del self._buffers[socket]
                socket.deleteLater()

    def _accept(self, line: bytes) -> bool:
        """Take a line; a wrong one is answered ``no``."""
        try:
            untrusted = json.loads(line.decode("utf-8", "surrogatepass"))
            mode, files = untrusted["mode"], untrusted["files"]
        except (ValueError, KeyError, TypeError):
            return False
        if mode not in MODES or not isinstance(files, list) or not all(isinstance(f, str) for f in files):
            return False
        self.add(Request(mode, tuple(files)))
        return True

    def add(self, request: Request) -> None:
        """Collect a request; the timer starts again with each."""
        self._waiting.setdefault(request.mode, []).extend(request.files)
        self._quiet.start()

    def _deliver(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for mode, files in waiting.items():
            self.received.emit(Request(mode, tuple(sorted(dict.fromkeys(files)))))

    def close(self) -> None:
        """Stop listening and let the lock go."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
