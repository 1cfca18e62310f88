Without somebody to ask, nothing is changed; --yes is the answer beforehand.
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
lunward apply $LIVE a.conf | tail -n 1
--- stdout
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: nobody can be asked here: say --yes to apply this
--- run
lunward clear $LIVE
--- stdout
Nothing to do.
--- run
lunward history $LIVE; ls $SIM/scst_tgt/devices
