# SPDX-License-Identifier: Apache-2.0
"""What a mounted SCST is, as its files say: all that is configured, and who reaches what. Deliberately nothing of the program
that is tested."""
import fnmatch
import itertools
import os
import re

# Not configuration, or a number that SCST makes up.
NOT_COMPARED = re.compile(
    r"/(last_sysfs_mgmt_res|open_state|tid|io_error_cache.*|trace_level|version|mgmt|exported|host|scsi_device|sgv|latency)(/|$)"
    r"|/(sessions|dif_checks_failed)/")
INSTANCE = re.compile(r"(IncomingUser|OutgoingUser|allowed_portal)\d*$")


def value(path):
    """The first line; of a file that nobody may read, why."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read(65536).decode(errors="surrogateescape").split("\n", 1)[0]
    except OSError as error:
        return f"({error.strerror})"


def names(path, wanted):
    """Entries of a folder that are `wanted`, in the order in which they were made."""
    try:
        with os.scandir(path) as entries:
            found = [(entry.inode(), entry.name) for entry in entries if wanted(entry)]
    except FileNotFoundError:
        return []
    return [name for _, name in sorted(found)]


def is_dir(entry):
    return entry.is_dir(follow_symlinks=False)


def is_object(entry):
    return entry.name != "mgmt"


COPIES = "/targets/copy_manager/copy_manager_tgt/luns"


def state(root):
    """
    Everything as {path: text}. Of attributes with many instances the set counts, of groups the order, of the copy manager's
    units, whose numbers are the kernel's, what they lead to.
    """
    found = {COPIES: sorted(os.path.basename(os.readlink(f"{root}{COPIES}/{unit}/device"))
                            for unit in names(f"{root}{COPIES}", is_dir))}

    def walk(path, shown):
        with os.scandir(path) as entries:
            for entry in list(entries):
                name = f"{shown}/{entry.name}"
                if NOT_COMPARED.search(name) or name == COPIES:
                    continue
                if entry.is_symlink():
                    found[name] = os.readlink(entry.path)
                elif entry.is_dir():
                    walk(entry.path, name)
                elif INSTANCE.search(name):
                    found.setdefault(INSTANCE.sub(r"\1", name), set()).add(value(entry.path))
                elif entry.stat().st_mode & 0o444:
                    # The mark that it is not the default is the kernel's, and sticks.
                    found[name] = value(entry.path)
        if path.endswith("/ini_groups"):
            found[shown] = names(path, is_dir)

    walk(str(root), "")
    return found


def differences(now, then):
    return [f"{path}: {now.get(path)!r}, not {then.get(path)!r}"
            for path in sorted(now.keys() | then.keys()) if now.get(path) != then.get(path)]


def units(folder):
    """What the units of a set lead to: (number, what the device stands on, may it be written)."""
    found = set()
    for number in names(f"{folder}/luns", is_dir):
        lun = f"{folder}/luns/{number}"
        device = os.path.basename(os.readlink(f"{lun}/device"))
        backing = value(f"{lun}/device/filename") if os.path.exists(f"{lun}/device/filename") else device
        found.add((number, backing, value(f"{lun}/read_only") == "0"))
    return found


def values(folder, name):
    """Of an attribute with many instances."""
    return [value(f"{folder}/{entry}")
            for entry in names(folder, lambda e: re.fullmatch(name + r"\d*", e.name))]


class Target:
    def __init__(self, folder):
        # By name: a password that changes leaves its user who he is.
        self.users = [user.split(" ")[0] for user in values(folder, "IncomingUser")]
        self.portals = values(folder, "allowed_portal")
        self.with_portal = value(f"{folder}/per_portal_acl") == "1"
        self.default = units(folder)
        self.groups = [(names(f"{folder}/ini_groups/{group}/initiators", is_object),
                        units(f"{folder}/ini_groups/{group}"))
                       for group in names(f"{folder}/ini_groups", is_dir)]

    def seen_by(self, host, portal):
        name = f"{host}#{portal}" if self.with_portal else host
        for patterns, found in self.groups:
            if any(fnmatch.fnmatchcase(name.lower(), pattern.lower()) for pattern in patterns):
                return found
        return self.default

    def lets_in(self, portal, user):
        return ((not self.users or user in self.users) and
                (not self.portals or any(fnmatch.fnmatchcase(portal, p) for p in self.portals)))


def targets(root):
    """Those that somebody could log in to."""
    found = {}
    for driver in names(f"{root}/targets", is_dir):
        folder = f"{root}/targets/{driver}"
        if driver == "copy_manager" or value(f"{folder}/enabled") == "0":
            continue
        for target in names(folder, is_dir):
            if value(f"{folder}/{target}/enabled") != "0":
                found[f"{driver}/{target}"] = Target(f"{folder}/{target}")
    return found


class Clients:
    """All who could come: any host that somebody named and a stranger, by any portal, with any password."""

    def __init__(self, hosts, portals, users):
        self.all = list(itertools.product([*hosts, "stranger"], [*portals, "203.0.113.9"], [*users, None]))

    def reach(self, root):
        """{(export, client, unit, backing, may write)}; who may write may read, too."""
        found = set()
        for name, target in targets(root).items():
            for host, portal, user in self.all:
                if not target.lets_in(portal, user):
                    continue
                for number, backing, writes in target.seen_by(host, portal):
                    found.add((name, host, portal, user, number, backing, False))
                    if writes:
                        found.add((name, host, portal, user, number, backing, True))
        return found
