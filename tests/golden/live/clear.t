All that can be configured goes; what was cleared can be brought back.
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
	IncomingUser "finder a-secret-to-find"
	link_local 0
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
lunward apply $LIVE --yes a.conf >/dev/null
lunward clear $LIVE --yes
--- stdout
~ set targets/iscsi enabled: 1 -> 0 [none]
~ set targets/iscsi link_local: 0 -> 1 (default) [none] because the file does not name it
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:t goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:one [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t goes
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none] because targets/iscsi/iqn.2026-11.com.example:t goes
- delete targets/iscsi/iqn.2026-11.com.example:t [none]
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/0 device=a [none] because handlers/vdisk_fileio/a goes
- delete handlers/vdisk_fileio/a [none]
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/1 device=b [none] because handlers/vdisk_fileio/b goes
- delete handlers/vdisk_fileio/b [none]
- delval targets/iscsi IncomingUser: "finder ***" [none]
Plan: 0 to create, 4 to change, 3 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 13 operations done (1 in lunward history)
lunward: note: targets/iscsi: driver iscsi is not declared: it is disabled
lunward: 7 operations done (2 in lunward history)
--- run
lunward clear $LIVE --yes
--- stdout
Nothing to do.
--- run
lunward save $AT
--- stdout
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
}
--- run
lunward rollback $LIVE --yes >/dev/null
lunward plan $LIVE a.conf
--- stdout
Nothing to do.
--- stderr
lunward: note: this undoes apply 2: clear
lunward: 15 operations done (3 in lunward history)
