A LUN refers to a device that is nowhere. That is an error; with --partial the LUN leaves the plan, is
reported, and the rest goes on.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
--- file b.conf
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
		LUN 2 gone
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stderr
b.conf:15:3: error: there is no device "gone"
lunward: 1 error
--- exit 2
--- run
lunward plan --partial --from a.conf b.conf
--- stdout
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (b.conf:5)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=b [disturbs, node] (b.conf:14)
Plan: 2 to create, 0 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- stderr
b.conf:15:3: warning: LUN 2 refers to gone, which is missing: it is left out
--- exit 3
