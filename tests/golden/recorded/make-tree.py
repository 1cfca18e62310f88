#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make-tree.py RECORDING FOLDER: the recorded tree of SCST as folders, files and links."""
import os
import re
import sys

ROOT = b"/sys/kernel/scst_tgt"
ESCAPE = re.compile(rb"\\(?:x(..)|(.))")


def plain(text):
    short = {b"n": b"\n", b"t": b"\t"}
    return ESCAPE.sub(lambda m: bytes([int(m[1], 16)]) if m[1] else short.get(m[2], m[2]), text)


def main():
    recording, folder = sys.argv[1], os.fsencode(sys.argv[2])
    for line in open(recording, "rb").read().splitlines():
        if not line or line.startswith(b"#"):
            continue
        mode, kind, path, content = line.split(b"\t")[:4]
        path = folder + plain(path)[len(ROOT):]
        os.makedirs(path if kind == b"d" else os.path.dirname(path), exist_ok=True)
        if kind == b"l":
            os.symlink(plain(content), path)
        elif kind == b"f":
            with open(path, "wb") as file:
                file.write(b"" if content == b"!WO:EACCES" else plain(content))
            os.chmod(path, int(mode, 8))


main()
