#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints what SCST shows below /sys/kernel/scst_tgt as a recorded tree, which lunward reads wherever it
# takes a configuration; lunward-recorded(5) describes it. On the machine itself, or over ssh:
#
#     (umask 077; sh record-scst.sh >store.txt)
#     (umask 077; ssh root@store sh -s <record-scst.sh >store.txt)
#
# It needs root, a POSIX shell, awk, find, od, readlink, sort and stat -c. It writes nothing but its
# output, which holds passwords in clear, and opens files for reading only, those left out by name
# below not at all: commands, counters, and what the kernel must wait for its queue to tell.
set -u
LC_ALL=C
export LC_ALL
usual=/sys/kernel/scst_tgt
root=${1:-$usual} # another root is for tests
newline='
'

if [ ! -d "$root" ]; then
	echo "record-scst.sh: there is no $root: SCST is not loaded" >&2
	exit 1
fi
if [ "$root" = "$usual" ] && [ "$(id -u)" -ne 0 ]; then
	echo "record-scst.sh: only root can read all of $root" >&2
	exit 1
fi

# Sets content to what the file holds, in hex, or to "!" and what the tree says instead.
# Fails when it has gone meanwhile.
look() {
	case $mode in
	*[4-7]*) ;;
	*)
		content='!!WO:EACCES'
		return
		;;
	esac
	case ${path##*/} in
	mgmt | last_sysfs_mgmt_res | active_commands | trace_cmds | trace_mcmds | *_cmd_count | *_io_count_kb)
		content='!<ERR:ENODATA>'
		return
		;;
	esac
	if hex=$(od -An -v -tx1 "$path" 2>&1); then
		# shellcheck disable=SC2086 # od prints lines of words: one line of words
		set -- $hex
		content="$*"
		return
	fi
	case $hex in
	*'No such '*) return 1 ;;
	*'Permission denied'*) content='!<ERR:EACCES>' ;;
	*'Invalid argument'*) content='!<ERR:EINVAL>' ;;
	*'temporarily unavailable'*) content='!<ERR:EAGAIN>' ;;
	*) content='!<ERR:EIO>' ;;
	esac
}

# mode, type, inode, path and content of each object
walk() {
	find "$root" \( -path "$root/sgv" -o -path "$root/targets/*/sessions/*/latency" \
		-o -name "*$newline*" \) -prune -o -exec stat -c '%f %a %i %n|' {} + 2>/dev/null |
		while IFS=' ' read -r kind mode inode path; do
			path=${path%|}
			content=
			case $kind in
			4???) type=d ;;
			8???) type=f && { look || continue; } ;;
			a???) type=l && { content=!$(readlink "$path") || continue; } ;;
			*) continue ;;
			esac
			printf '%s\001%s\001%s\001%s\001%s\n' "$mode" "$type" "$inode" "$path" "$content"
		done
}

shown() {
	ROOT=$root USUAL=$usual awk -F '\001' '
	BEGIN {
		digits = "0123456789abcdef"
		for (i = 0; i < 256; i++) {
			pair = substr(digits, int(i / 16) + 1, 1) substr(digits, i % 16 + 1, 1)
			byte = i ? sprintf("%c", i) : ""
			text = i < 32 || i > 126 ? "\\x" pair : byte
			if (i == 9) text = "\\t"
			if (i == 10) text = "\\n"
			if (i == 92) text = "\\\\"
			of_hex[pair] = of_byte[byte] = text
		}
	}
	function escape(text,   i, out) {
		for (i = 1; i <= length(text); i++)
			out = out of_byte[substr(text, i, 1)]
		return out
	}
	function unhex(text,   i, n, out, pairs) {
		n = split(text, pairs, " ")
		for (i = 1; i <= n; i++)
			out = out of_hex[pairs[i]]
		# A value that reads like one of our own words.
		if (out ~ /^(<ERR:|<WO>$|!WO:EACCES$)/)
			out = "\\x" pairs[1] substr(out, 2)
		return out
	}
	{
		content = $5
		if (content !~ /^!/)
			content = unhex(content)
		else if ($2 == "f")
			content = substr(content, 2)
		else
			content = escape(substr(content, 2))
		path = ENVIRON["USUAL"] escape(substr($4, length(ENVIRON["ROOT"]) + 1))
		printf "%04d\t%s\t%s\t%s\t%s\n", $1, $2, path, content, $3
	}'
}

echo "# A recorded tree of SCST, see lunward-recorded(5). It holds passwords in clear."
echo "# $(uname -sr), $(date -u '+%Y-%m-%d %H:%M:%S UTC')"
echo "# inodes"
walk | shown | sort -t "$(printf '\t')" -k 3,3
