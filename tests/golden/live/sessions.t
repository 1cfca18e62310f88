A plan against a running engine knows who is logged in: an operation that nobody can notice says so.
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
--- file b.conf
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
		LUN 0 b
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:one
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
lunward plan $LIVE b.conf
--- stdout
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b [none] (b.conf:16)
~ replace targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device: b -> a [none] (b.conf:18)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
echo "login iscsi iqn.2026-11.com.example:t iqn.2026-11.com.example:one" >$SIM/control
lunward plan $LIVE b.conf
--- stdout
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b [none] (b.conf:16)
~ replace targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device: b -> a [disturbs, engine, 1 session: iqn.2026-11.com.example:one] (b.conf:18)
Plan: 0 to create, 2 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
--- run
lunward plan $LIVE --writes b.conf
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/luns/mgmt	replace b 0
suspend	30
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/mgmt	replace a 0
suspend	-1
--- exit 3
