#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What `make run` shows: a configuration brought to a simulated SCST, changed, and brought back.
# LUNWARD names the program, SIMULATOR the one that plays the kernel; without it, or without FUSE,
# everything but the kernel is shown.
set -eu
cd "$(dirname "$0")/.."
lunward=${LUNWARD:-build/lunward}
simulator=${SIMULATOR:-build/tests/sim/scst-sim}

step() {
	printf '\n\n== %s\n' "$1"
}

# show WANTED-EXIT-STATUS ARGUMENT...: print the command, run it, and say if it ended otherwise. What
# only the demonstration needs, where its kernel is and where it remembers, is not printed.
show() {
	wanted=$1
	shift
	printf '\n$ lunward %s\n' "$*"
	status=0
	# shellcheck disable=SC2086 # no option, no word
	"$lunward" "$@" ${live:-} 2>&1 || status=$?
	[ "$status" -eq "$wanted" ] || {
		echo "examples/run.sh: exit status $status instead of $wanted" >&2
		exit 1
	}
}

# show_end LINES ARGUMENT...: the same, only the end of what it prints.
show_end() {
	lines=$1
	shift
	printf '\n$ lunward %s | tail -n %s\n' "$*" "$lines"
	# shellcheck disable=SC2086 # no option, no word
	"$lunward" "$@" ${live:-} 2>&1 | tail -n "$lines"
}

"$lunward" --version
cat <<'END'

lunward brings SCSI targets into the state that a file declares, and says beforehand what that takes:
each operation, in an order that is safe at every step, and what logged-in hosts would notice of it.
END

step "Is a configuration all right?"
show 0 check examples/before.conf examples/after.conf

step "All mistakes at once, each with its place. The exit status is 2."
show 2 check examples/broken.conf

# ---- a kernel to show it on

place=$(mktemp -d)
finish() {
	[ -z "${live:-}" ] || umount "$place/sys" 2>/dev/null || fusermount3 -u "$place/sys" || true
	rm -rf "$place/state"
	rmdir "$place/sys" "$place" 2>/dev/null || true
}
trap finish EXIT
mkdir "$place/sys"
why=
if [ ! -x "$simulator" ]; then
	why="the simulated SCST was not built here: it needs libfuse3"
elif [ ! -w /dev/fuse ]; then
	why="/dev/fuse is not here, or not for us"
else
	"$simulator" "$place/sys" >"$place/said" 2>&1 || why="the simulated SCST did not start: $(cat "$place/said")"
	rm -f "$place/said"
fi

if [ -z "$why" ]; then
	live="--root $place/sys/scst_tgt --state $place/state"
	for disk in web web-2026 db scratch; do
		echo "file /srv/luns/$disk.img 1073741824" >"$place/sys/control"
	done

	step "Here is a SCST without targets: a simulated kernel, which answers as the real one does. Nothing on
   this machine is touched. What would it take to bring it to what a file declares? (Lines with
   copy_manager are what SCST does by itself for each disk. The exit status is 3: there is something to do.)"
	show 3 plan examples/before.conf

	step "Do it."
	show_end 2 apply --yes examples/before.conf

	step "What is there now, as a configuration (its first lines)."
	printf '\n$ lunward save | head -n 24\n'
	"$lunward" save --root "$place/sys/scst_tgt" | head -n 24

	step "Plan once more: the kernel is as the file wants it. Applied again, nothing would be written."
	show 0 plan examples/before.conf

	step "A host logs in, and works on its disk."
	echo "login iscsi iqn.2026-11.com.example:store iqn.1993-08.org.debian:01:web2" >"$place/sys/control"
	echo "   (iqn.1993-08.org.debian:01:web2 is in group web)"

	step "The file changes. What would applying it do now? The order is safe at every step: the new disk
   exists before the LUN changes over, and nobody reaches more than the old or the new state allows.
   Each line says whose session would notice what: [none], nobody; [disturbs, ...], these; [loses, ...],
   that reservations of initiators, or data kept in memory, are gone, as the disk is made anew."
	show 3 plan examples/after.conf

	step "Do it."
	show_end 2 apply --yes examples/after.conf

	step "It was a mistake. Undo it: that, too, is only a plan, whose goal is the old state."
	show 0 rollback --yes

	step "What was done, the newest first."
	show 0 history
	live_was=$live
	live=
else
	step "What would applying the new file do, where the old one was applied?
   (To a simulated kernel it cannot be applied here: $why.)
   The order is safe at every step: the new disk exists before the LUN changes over, nobody reaches
   more than the old or the new file allows, and each line says what logged-in hosts would notice."
	show 3 plan --from examples/before.conf examples/after.conf

	step "The way back. It is only a plan whose goal is the old state."
	show 3 plan --from examples/after.conf examples/before.conf

	step "Applying a file where it is applied already: nothing. The exit status is 0."
	show 0 plan --from examples/after.conf examples/after.conf
fi

step "diff compares two files as they stand, without any kernel. Order and spelling mean nothing: the
   canonical form is the same configuration."
printf '\n$ lunward show --show-secrets examples/after.conf | lunward diff examples/after.conf -\n'
"$lunward" show --show-secrets examples/after.conf | "$lunward" diff examples/after.conf -

step "Every result is there for programs, too (the first of the operations):"
printf '\n$ lunward plan -o json --from examples/before.conf examples/after.conf | head -n 34\n'
"$lunward" plan -o json --from examples/before.conf examples/after.conf | head -n 34 || true

step "What may stand in a LUN block, and when can it change?"
show 0 schema scst lun

cat <<'END'


How to go on: README.md; `build/lunward help`; a scst.conf of your own:

    build/lunward check /etc/scst.conf
    build/lunward plan --from examples/before.conf examples/after.conf

A simulated SCST of your own, to do with what you like (umount ends it):

    mkdir /tmp/sys && build/tests/sim/scst-sim /tmp/sys
    build/lunward apply --root /tmp/sys/scst_tgt --state /tmp/state examples/before.conf

`make test` runs every test, `make install` installs.
END
live=${live_was:-}
