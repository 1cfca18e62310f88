# SPDX-License-Identifier: Apache-2.0
"""A mounted SCST, lunward's memory of it, and the program; and what runs tests on them."""
import os
import pathlib
import subprocess
import sys
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from mounted import Mounted, cannot_mount, wait_for

PROGRAM, SIMULATOR = [os.path.realpath(path) if path else "" for path in (sys.argv[1:] + ["", ""])[:2]]
LONG = bool(os.environ.get("LW_TEST_LONG") or os.environ.get("LUNWARD_LONG"))
DEADLINE = 300


class Skip(Exception):
    """Why a test cannot be made here."""


class Machine:
    def __init__(self):
        self.sim = Mounted(SIMULATOR)
        self.top, self.tree, self.state = self.sim.top, self.sim.tree, self.sim.top / "state"

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.sim.__exit__(*unused)

    def file(self, name, text):
        (self.top / name).write_text(text)
        return str(self.top / name)

    def words(self, *words, state=None, root=None):
        """The command, with where the engine and the memory are."""
        where = ["--root", str(root or self.tree)]
        if words[0] not in ("save", "show"):
            where += ["--state", str(state or self.state)]
        return [PROGRAM, *words, *where]

    def run(self, *words, state=None, root=None, **how):
        """In a process group of its own, so that all of it can be killed."""
        how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        return subprocess.run(self.words(*words, state=state, root=root), text=True, errors="replace", timeout=DEADLINE,
                              start_new_session=True, check=False, **how)

    def start(self, *words, **how):
        return subprocess.Popen(self.words(*words), text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, start_new_session=True, **how)

    def good(self, *words, **how):
        """Must succeed; returns what it printed."""
        done = self.run(*words, **how)
        assert done.returncode == 0, f"{words}: exit {done.returncode}: {done.stderr}"
        return done.stdout

    def bad(self, code, says, *words, **how):
        """Must fail so, and say it."""
        done = self.run(*words, **how)
        assert done.returncode == code, f"{words}: exit {done.returncode}, not {code}: {done.stderr}"
        assert says in done.stderr, f"{words}: not {says!r} but {done.stderr!r}"
        return done

    def saved(self):
        return self.good("save")

    def is_at(self, name):
        """Whether nothing is to be done towards that configuration."""
        done = self.run("plan", name)
        assert done.returncode in (0, 3), f"no plan: exit {done.returncode}: {done.stderr}"
        return done.returncode == 0


def run_tests(title, tests):
    """Functions called test_*, each with a machine of its own. Returns the exit code."""
    why = cannot_mount(SIMULATOR)
    if why:
        print(f"1..0 # SKIP {title}: {why}")
        return 0
    chosen = [(name, test) for name, test in tests.items() if name.startswith("test_")]
    print(f"1..{len(chosen)}")
    failed = 0
    for number, (name, test) in enumerate(chosen, 1):
        words = name.removeprefix("test_").replace("_", " ")
        try:
            with Machine() as machine:
                test(machine)
            print(f"ok {number} - {words}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {words} # SKIP {reason}", flush=True)
        except (AssertionError, OSError, subprocess.SubprocessError):
            failed += 1
            print(f"not ok {number} - {words}")
            print("".join("# " + line for line in traceback.format_exc().splitlines(True)), end="", flush=True)
    return 1 if failed else 0
