A unit that shall lead to another device is replaced in one write. One that shall be read-only becomes so at the same number, and is seen
to be (what happens where a kernel does not understand that: tests/sim/test_read_only.c).
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		LUN 1 b
		enabled 1
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control

lunward apply $LIVE --yes a.conf >/dev/null 2>&1
echo reset >$SIM/control
sed 's/LUN 0 a/LUN 0 b/' a.conf >b.conf
lunward apply $LIVE --yes b.conf >/dev/null
grep '=>' $SIM/control
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/luns/mgmt	replace b 0	=> ok 11
--- stderr
lunward: 1 operation done (2 in lunward history)
--- run
echo reset >$SIM/control
sed 's/LUN 1 b/LUN 1 b {\n\t\t\tread_only 1\n\t\t}/' b.conf >c.conf
lunward apply $LIVE --yes c.conf >/dev/null
grep '=>' $SIM/control
cat $SIM/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/luns/1/read_only
lunward plan $LIVE c.conf
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/luns/mgmt	replace b 1 read_only=1	=> ok 23
1
[key]
Nothing to do.
--- stderr
lunward: 1 operation done (3 in lunward history)
