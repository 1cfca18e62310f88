Who does not say enabled wants it off: targets and drivers are switched off first, on last.
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
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set targets/iscsi enabled: 1 -> 0 [none] (b.conf:6)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 1 -> 0 [none] (b.conf:7)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from b.conf a.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:11)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:7)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
