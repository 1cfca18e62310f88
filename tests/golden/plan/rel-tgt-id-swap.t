Two enabled targets swap a number that only one may have: a free one in between, nothing is disabled.
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
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
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
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 2
		LUN 0 a
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set (temporary) targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 1 -> 65535 [disturbs, node] because two values are swapped (b.conf:9)
~ set targets/iscsi/iqn.2026-11.com.example:u rel_tgt_id: 2 -> 1 [disturbs, node] (b.conf:14)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 65535 -> 2 [disturbs, node] (b.conf:9)
Plan: 0 to create, 2 to change, 0 to delete; 3 operations disturb sessions, 0 drop them.
--- exit 3
