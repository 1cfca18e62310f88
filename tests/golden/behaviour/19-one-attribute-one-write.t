Only prod_id changes: exactly one write. An identifier that is spelled differently is the same: none.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		prod_id first
		naa_id 0x6001405f0000000000000000000000ab
	}
}
--- run
echo 'file /srv/a.img 1048576' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
echo reset >$SIM/control
sed s/first/second/ a.conf >b.conf
lunward apply $LIVE --yes b.conf >/dev/null
grep '=>' $SIM/control
--- stdout
devices/a/prod_id	second	=> ok 6
--- stderr
lunward: 1 operation done (2 in lunward history)
--- run
echo reset >$SIM/control
sed 's/0x6001405f0000000000000000000000ab/6001405F0000000000000000000000AB/' b.conf >c.conf
lunward apply $LIVE --yes c.conf
grep -c '=>' $SIM/control
--- stdout
Nothing to do.
0
--- exit 1
