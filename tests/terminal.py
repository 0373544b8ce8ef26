"""The program on a real terminal, typed to and read by a test."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path


class Terminal:
    """A program on a terminal that is typed to and read."""

    def __init__(self, root: Path, *arguments: str, now: str) -> None:
        environment = {**os.environ, "TRACKER_NOW": now, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        self.leader, follower = pty.openpty()
        command = [sys.executable, "-m", "tracker", "-C", str(root), "--lang", "en", *arguments]
        # Whoever runs the tests in the background ignores Ctrl-C, and so would what they start.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            self.process = subprocess.Popen(
                command, env=environment, stdin=follower, stdout=follower, stderr=follower
            )
        finally:
            signal.signal(signal.SIGINT, before)
        os.close(follower)
        self.seen = ""

    def until(self, text: str) -> None:
        end = time.monotonic() + 30
        while text not in self.seen:
            assert time.monotonic() < end, self.seen
            if select.select([self.leader], [], [], 1)[0]:
                try:
                    self.seen += os.read(self.leader, 65536).decode(errors="replace")
                except OSError:
                    assert text in self.seen, self.seen
                    return

    def answer(self, question: str, text: str) -> None:
        self.until(question)
        self.seen = ""
        os.write(self.leader, f"{text}\n".encode())

    def interrupt(self, question: str) -> None:
        """What Ctrl-C does at a question."""
        self.until(question)
        self.seen = ""
        time.sleep(0.3)  # until the terminal is set up to read
        self.process.send_signal(signal.SIGINT)

    def hang_up(self) -> None:
        """Type the end of input until it is taken: the program may still be setting up the terminal."""
        end = time.monotonic() + 30
        while self.process.poll() is None:
            assert time.monotonic() < end, self.seen
            os.write(self.leader, b"\x04")
            time.sleep(0.2)

    def leave(self) -> int:
        code = self.process.wait(timeout=30)
        os.close(self.leader)
        return code
