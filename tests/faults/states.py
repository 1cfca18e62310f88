# SPDX-License-Identifier: Apache-2.0
"""Two states of one machine, so different that the way from either to the other takes some 200 operations of every sort:
devices made anew under LUNs, units replaced, initiators moved, users and portals that narrow and widen, targets closed for a
moment, numbers swapped, groups in another order, ALUA, units of the copy manager, ports, sessions of this machine."""

IQN = "iqn.2026-11.com.example:"
HOST = "iqn.1993-08.org.debian:01:"
PORT = "21:00:00:24:ff:00:00:01"

# What the machine has, whatever is configured: commands for the simulator.
MACHINE = [
    *(f"file /srv/{name}{n}.img 1048576" for name, count in (("d", 16), ("old", 6), ("new", 6)) for n in range(count)),
    "disk 4:0:0:0", "disk 4:0:0:1", "load qla2x00tgt", f"port qla2x00t {PORT}"]


def block(head, *lines):
    """A block of scst.conf; a line of several is a block of its own."""
    inner = [f"\t{line}" for part in lines for line in part.split("\n") if line]
    return "\n".join([head + " {", *inner, "}"])


def group(name, luns, hosts, *attrs):
    return block(f"GROUP {name}", *attrs, *luns, *(f"INITIATOR {HOST}{host}" for host in hosts))


def luns(*devices, first=0):
    return [f"LUN {n} {device}" for n, device in enumerate(devices, first)]


def devices(after):
    """d0-d3 get other blocks, d4-d7 other names for the same, old ones make room for new ones."""
    made = []
    for n in range(16):
        made.append(block(f"DEVICE d{n}", f"filename /srv/d{n}.img",
                          f"blocksize {4096 if after and n < 4 else 512}",
                          f"prod_id {'after' if after and 4 <= n < 8 else 'before'}",
                          f"read_only {int(after and n == 8)}"))
    for n in range(6):
        name = f"{'new' if after else 'old'}{n}"
        made.append(block(f"DEVICE {name}", f"filename /srv/{name}.img"))
    return block("HANDLER vdisk_fileio", *made)


def plain(n, after):
    """Its units point elsewhere, its number is swapped with a neighbour's."""
    return block(f"TARGET {IQN}plain{n}", f"rel_tgt_id {1 + (n ^ 1 if after else n)}",
                 *luns(f"{'new' if after else 'old'}{n}", f"d{n}", f"d{8 + (n + after) % 8}"),
                 *([f"LUN 7 d{n + 4}"] if after else [f"LUN 8 d{n + 4}"]), "enabled 1")


def narrow(n, after):
    """Open before, with user, portal and group after; every other one the other way round."""
    if after == n % 2:
        return block(f"TARGET {IQN}narrow{n}", f"rel_tgt_id {20 + n}",
                     *luns(f"d{n}", f"d{4 + n}"), "enabled 1")
    return block(f"TARGET {IQN}narrow{n}", f"rel_tgt_id {20 + n}", f'IncomingUser "u{n} secret-of-narrow-{n}"',
                 "allowed_portal 192.0.2.1", *luns(f"d{n}"),
                 group("g", luns(f"d{4 + n}"), [f"host{n}"]), "enabled 1")


def grouped(n, after):
    """Hosts change groups, a password and a portal change, one unit becomes read-only."""
    one, two = (["b", "c"], ["a", "d"]) if after else (["a", "b"], ["c", "d"])
    unit = block(f"LUN 1 d{8 + n}", f"read_only {int(after)}")
    return block(f"TARGET {IQN}grouped{n}", f"rel_tgt_id {30 + n}",
                 f'IncomingUser "u secret-number-{int(after)}-of-{n}"',
                 f'IncomingUser "{"new" if after else "old"} secret-of-grouped-{n}"',
                 f"allowed_portal 192.0.2.{2 if after else 1}", "allowed_portal 198.51.100.*",
                 group("one", luns(f"d{n}") + [unit], one),
                 group("two", luns(f"d{n + 1}", f"d{n + 9}"), two),
                 "enabled 1")


def closed(n, after):
    """What a name matches changes for all groups at once, or which group comes first: no order of steps is safe."""
    groups = [group("some", luns(f"d{n}"), ["web*"]), group("all", luns(f"d{n + 8}"), ["*"])]
    if n % 2 and after:
        groups.reverse()
    return block(f"TARGET {IQN}closed{n}", f"rel_tgt_id {40 + n}",
                 f"per_portal_acl {int(after and n % 2 == 0)}", *groups, "enabled 1")


def passing(after):
    """There in one state only."""
    name = "comes" if after else "goes"
    return block(f"TARGET {IQN}{name}", "rel_tgt_id 50", f'IncomingUser "{name} a-secret-of-its-own"',
                 *luns("d0", "d9"), group("g", luns("d10"), [name]), "enabled 1")


def alua(after):
    """The device that is made anew is a member; groups change state, a member of the other node changes its number."""
    states = ("nonoptimized", "active") if after else ("active", "nonoptimized")
    return block(
        "DEVICE_GROUP dg", "DEVICE d0", f"DEVICE {'d1' if after else 'd2'}",
        block("TARGET_GROUP here", "group_id 1", f"state {states[0]}", f"TARGET {IQN}plain0",
              f"TARGET {IQN}{'comes' if after else 'goes'}"),
        block("TARGET_GROUP there", "group_id 2", f"state {states[1]}",
              block("TARGET elsewhere", f"rel_tgt_id {101 if after else 100}")),
        *([block("TARGET_GROUP third", "group_id 3", "state standby")] if after else []))


def copies(after):
    """The copy manager has a unit of each device; these are where somebody put them."""
    return block("TARGET_DRIVER copy_manager", block(
        "TARGET copy_manager_tgt", *(f"LUN {n} d{n}" for n in range(16)),
        *(f"LUN {16 + n} {'new' if after else 'old'}{n}" for n in range(6)),
        f"LUN 30 4:0:0:{int(after)}"))


def text(after):
    iscsi = [plain(n, after) for n in range(6)] + [narrow(n, after) for n in range(4)]
    iscsi += [grouped(n, after) for n in range(4)] + [closed(n, after) for n in range(4)]
    return "\n".join([
        "setup_id 0x21", devices(after),
        block("HANDLER dev_disk", f"DEVICE 4:0:0:{int(after)}"),
        block("TARGET_DRIVER iscsi", f'IncomingUser "disco {"second" if after else "first"}-secret-of-all"',
              *iscsi, passing(after), "enabled 1"),
        block("TARGET_DRIVER scst_local", block(
            "TARGET local", "rel_tgt_id 60", "session_name one", f"session_name {'three' if after else 'two'}",
            *luns("d0", "d11" if after else "d12"))),
        block("TARGET_DRIVER qla2x00t", block(
            f"TARGET {PORT}", "HW_TARGET", "rel_tgt_id 61",
            block("GROUP g", *luns("d1", "d13" if after else "d14"),
                  f"INITIATOR 50:00:00:00:00:00:00:0{int(after)}"), "enabled 1")),
        copies(after), alua(after)]) + "\n"


BEFORE, AFTER = text(False), text(True)
