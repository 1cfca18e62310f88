The kernel may answer any command with "later" and go on by itself: the result is the same.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
		blocksize 4096
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		enabled 1
		IncomingUser "alice a-long-secret"
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
lunward save $AT >want.conf
lunward clear $LIVE --yes >/dev/null 2>&1
echo "eagain all" >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
lunward save $AT | diff want.conf -
--- stderr
lunward: 11 operations done (3 in lunward history)
--- run
lunward apply $LIVE --yes a.conf
--- stdout
Nothing to do.
--- run
lunward clear $LIVE --yes >/dev/null
ls $SIM/scst_tgt/devices
--- stderr
lunward: note: targets/iscsi: driver iscsi is not declared: it is disabled
lunward: 5 operations done (4 in lunward history)
