#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What `make run` shows: every command of today on a small example. LUNWARD names the program.
set -eu
cd "$(dirname "$0")/.."
lunward=${LUNWARD:-build/lunward}

step() {
	printf '\n\n== %s\n' "$1"
}

# show WANTED-EXIT-STATUS ARGUMENT...: print the command, run it, and say if it ended otherwise
show() {
	wanted=$1
	shift
	printf '\n$ lunward %s\n' "$*"
	status=0
	"$lunward" "$@" 2>&1 || status=$?
	[ "$status" -eq "$wanted" ] || {
		echo "examples/run.sh: exit status $status instead of $wanted" >&2
		exit 1
	}
}

"$lunward" --version
cat <<'END'

lunward brings SCSI targets into the state that a file declares. It reads the files and plans; the
engines that carry a plan out come next. Nothing on this machine is touched, no kernel is needed.
END

step "Is a configuration all right?"
show 0 check examples/before.conf examples/after.conf

step "All mistakes at once, each with its place. The exit status is 2."
show 2 check examples/broken.conf

step "What would applying the new file do, where the old one was applied?
   The order is safe at every step: the new disk exists before the LUN changes over, nobody reaches
   more than the old or the new file allows, and each line says what logged-in hosts would notice."
show 3 plan --from examples/before.conf examples/after.conf

step "The way back. It is only a plan whose goal is the old state."
show 3 plan --from examples/after.conf examples/before.conf

step "Applying a file where it is applied already: nothing. The exit status is 0."
show 0 plan --from examples/after.conf examples/after.conf

step "The canonical form of a file. Passwords are masked unless --show-secrets."
show 0 show examples/after.conf

step "diff compares two files as they stand. Order and spelling mean nothing: the canonical form is
   the same configuration."
printf '\n$ lunward show --show-secrets examples/after.conf | lunward diff examples/after.conf -\n'
"$lunward" show --show-secrets examples/after.conf | "$lunward" diff examples/after.conf -

step "Every result is there for programs, too (the first of the operations):"
printf '\n$ lunward plan -o json --from examples/before.conf examples/after.conf | head -n 34\n'
"$lunward" plan -o json --from examples/before.conf examples/after.conf | head -n 34 || true

step "What may stand in a LUN block, and when can it change?"
show 0 schema scst lun

cat <<'END'


How to go on: change examples/after.conf and plan again; give it a scst.conf of your own;
`lunward help`; README.md. `make test` runs every test, `make install` installs.
END
