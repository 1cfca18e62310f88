# SPDX-License-Identifier: Apache-2.0
"""A mounted simulator of SCST, for tests in Python."""
import os
import pathlib
import signal
import subprocess
import tempfile
import time


class Mounted:
    """A mounted simulator; ends with the block it is used in."""

    def __init__(self, program, *options, foreground=True):
        self.holder = tempfile.TemporaryDirectory(prefix="sim-")
        self.top = pathlib.Path(self.holder.name)
        self.tree = self.top / "mnt/scst_tgt"
        (self.top / "mnt").mkdir()
        words = [program, *options, str(self.top / "mnt")]
        self.process = None
        if foreground:
            self.process = subprocess.Popen([*words, "--foreground"])
            wait_for(lambda: self.tree.exists() or self.process.poll() is not None)
        else:
            subprocess.run(words, check=True, timeout=30)
        assert self.tree.exists(), "not mounted"

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                assert self.process.wait(20) == 0
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise
        if os.path.ismount(self.top / "mnt"):
            unmount(self.top / "mnt")
        self.holder.cleanup()

    def write(self, path, data):
        """One write(2); returns how much was taken."""
        file = os.open(self.tree / path, os.O_WRONLY)
        try:
            return os.write(file, data.encode())
        finally:
            os.close(file)

    def read(self, path):
        file = os.open(self.tree / path, os.O_RDONLY)
        try:
            return os.read(file, 65536).decode()
        finally:
            os.close(file)

    def control(self, *commands):
        (self.top / "mnt/control").write_text("".join(command + "\n" for command in commands))


def unmount(path):
    command = ["umount"] if os.getuid() == 0 else ["fusermount3", "-u"]
    subprocess.run([*command, str(path)], check=False)


def wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


def cannot_mount(program):
    """Why this machine forbids it; None when it does not. Any other failure is one of the program."""
    if not program:
        return "built without libfuse3 (Debian: libfuse3-dev)"
    try:
        os.close(os.open("/dev/fuse", os.O_RDWR))
    except OSError as error:
        return f"/dev/fuse: {error.strerror}"
    with tempfile.TemporaryDirectory(prefix="sim-") as folder:
        done = subprocess.run([program, folder], capture_output=True, text=True, timeout=30,
                              check=False)
        if not done.returncode:
            unmount(folder)
    words = ("not permitted", "No such device", "fusermount")
    return done.stderr.strip() if any(word in done.stderr for word in words) else None
