The messages that the pages quote are what the program says, but for names, lines and columns.
--- file e.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}

TARGET_DRIVER iscsi {
	enabled 1

	TARGET iqn.2026-11.com.example:t {
		LUN 0 a

		enabled 1
		LUN 3 data9
	}
}
--- file store.conf
HANDLER vdisk_fileio {

	DEVICE a {
		filename /srv/a.img
	}

	DEVICE a {
		filename /srv/b.img
	}
}
--- file mistakes.conf
HANDLER a {
	filename /srv/a;
	IncomingUser "name" secret
	DEVICE x { filename /x }
	LUN 0 a
}
TARGET_DRIVER b {
}
}
--- file stray.conf
TARGET_DRIVER b {
	TARGET t {
		GROUP a {
	TARGET u {
	}
}
--- file hash.conf
HANDLER a {
	filename x#y
}
--- run
man=$CASE_DIR/../../../man
# lunward(1): as it stands
lunward check e.conf 2>&1 | head -n 1 | while IFS= read -r line; do
	grep -q -x -F -e "	$line" "$man/lunward.1.scd" || echo "lunward.1.scd lacks: $line"
done
# JSON: each member, wherever its line ends
members() { sed -n '/"severity"/,/^  \]/p' | sed '$d' | tr -d '\n' | sed 's/  */ /g; s/^ //'; }
for page in lunward:e lunward-check:store; do
	lunward check -o json "${page#*:}.conf" | members >want
	members <"$man/${page%:*}.1.scd" | sed 's/^{//; s/}$/ }/; s/\\\\/\\/g' >got
	diff got want
done
# lunward-scst.conf(5): each title among the diagnostics
lunward check mistakes.conf stray.conf hash.conf 2>&1 | sed 's/[0-9][0-9]*/N/g' >said
sed -n '/^# DIAGNOSTICS/,/^# SEE/s/^_\(.*\)_$/\1/p' "$man/lunward-scst.conf.5.scd" | sed 's/[0-9][0-9]*/N/g' >quoted
grep -c . quoted
while IFS= read -r line; do
	grep -q -F -e "$line" said || echo "lunward-scst.conf.5.scd quotes what nobody says: $line"
done <quoted
--- stdout
6
--- run
# The example of docs/TREE.md is a tree.
sed -n '/^    {/,/^    }/p' "$CASE_DIR/../../../docs/TREE.md" | lunward check --strict -
--- stdout
<stdin>: ok
