--root names another place, and all that is written lands below it. A command that is longer than what the kernel takes at once is refused
before anything is written.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- run
lunward apply --root $SIM/scst_tgt --state state --yes a.conf >/dev/null
grep '=>' $SIM/control
--- stdout
handlers/vdisk_nullio/mgmt	add_device a	=> ok 12
--- stderr
lunward: 1 operation done (1 in lunward history)
--- run
echo reset >$SIM/control
for length in 4060 4085; do
	long=$(printf "%${length}s" | tr ' ' x)
	printf 'HANDLER vdisk_nullio {\n\tDEVICE a\n}\nHANDLER vdisk_fileio {\n\tDEVICE b {\n\t\tfilename /%s\n\t}\n}\n' $long >long.conf
	lunward apply $LIVE --yes long.conf 2>&1 >/dev/null | sed 's/x*xxx/XXX/g'
	grep -c '=>' $SIM/control
done
--- stdout
long.conf:5:2: error: cannot create handlers/vdisk_fileio/b: "add_device b filename=/XXX..." > handlers/vdisk_fileio/mgmt: File name too long
lunward: 0 operations done, 1 failed; everything is as it was before (2 in lunward history)
1
long.conf:5:2: error: a command of 4109 bytes would make this device, and the kernel takes 4096
lunward: 1 error
1
