# SPDX-License-Identifier: Apache-2.0
"""A machine that goes from one of two states (states.py) to the other, and what is known of both."""
import re

import seen
import states
from machine import Machine


def clients():
    """Everybody that either state names, and what a pattern would let in."""
    text = states.BEFORE + states.AFTER
    hosts = {host.replace("*", "x") for host in re.findall(r"INITIATOR (\S+)", text)}
    hosts |= {states.HOST + "web1"}
    portals = {portal.replace("*", "5") for portal in re.findall(r"allowed_portal (\S+)", text)}
    return seen.Clients(sorted(hosts), sorted(portals), sorted(set(re.findall(r'IncomingUser "(\S+)', text))))


class Known:
    """How both states look, who may reach what in either, and which writes lead from one to the other."""

    def __init__(self, machine):
        self.want, self.bound, self.writes, self.clients = {}, set(), [], clients()
        for name in ("before", "after", "before"):
            machine.sim.control("reset")
            done = machine.apply(name)
            assert done.returncode == 0, done.stderr
            self.want[name] = seen.state(machine.tree)
            self.bound |= self.clients.reach(machine.tree)
            if name == "after":
                self.writes = re.findall(r"^(\S+)\t.*\t=> ", (machine.top / "mnt/control").read_text(), re.M)

    def too_wide(self, machine):
        return sorted(map(str, self.clients.reach(machine.tree) - self.bound))[:5]


class Pair(Machine):
    """With both configurations."""

    def __init__(self):
        super().__init__()
        self.sim.control(*states.MACHINE)
        self.files = {"before": self.file("before.conf", states.BEFORE), "after": self.file("after.conf", states.AFTER)}

    def apply(self, name, *options):
        return self.run("apply", "--yes", *options, self.files[name])

    def rollback(self):
        return self.run("rollback", "--yes")

    def pauses(self):
        return int(seen.value(self.tree / "suspend"))

    def end(self):
        self.__exit__(None, None, None)


class Wrong(Exception):
    pass


def check(right, what, detail=""):
    if not right:
        raise Wrong(f"{what}{': ' if detail else ''}{detail}")
