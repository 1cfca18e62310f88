The backing file can change only while the device is inactive: off, changed, on again.
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
		filename /srv/other.img
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
--- file closed.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/other.img
		active 0
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
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set (temporary) handlers/vdisk_fileio/a active: 1 -> 0 [drops, referrers] because it must be off for the change (b.conf:2)
~ set handlers/vdisk_fileio/a filename: /srv/a.img -> /srv/other.img [disturbs, engine] (b.conf:3)
~ set (temporary) handlers/vdisk_fileio/a active: 0 -> 1 [disturbs, engine] because it must be off for the change (b.conf:2)
Plan: 0 to create, 1 to change, 0 to delete; 2 operations disturb sessions, 1 drops them.
--- exit 3
--- run
lunward plan --from a.conf closed.conf
--- stdout
~ set handlers/vdisk_fileio/a active: 1 -> 0 [drops, referrers] (closed.conf:4)
~ set handlers/vdisk_fileio/a filename: /srv/a.img -> /srv/other.img [disturbs, engine] (closed.conf:3)
Plan: 0 to create, 2 to change, 0 to delete; 1 operation disturbs sessions, 1 drops them.
--- exit 3
