What the last configuration named and the new one does not goes back to its default; what neither
names is left alone, unless --full.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		threads_num 4
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		MaxSessions 3
		comment "old words"
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
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set handlers/vdisk_fileio/a threads_num: 4 -> 8 (default) [disturbs, engine] because the file does not name it (b.conf:2)
~ set targets/iscsi/iqn.2026-11.com.example:t MaxSessions: 3 -> 0 (default) [none] because the file does not name it (b.conf:8)
~ set targets/iscsi/iqn.2026-11.com.example:t comment: "old words" -> "" (default) [none] because the file does not name it (b.conf:8)
Plan: 0 to create, 3 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
--- run
lunward plan --keep MaxSessions --keep threads_num --from a.conf b.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:t comment: "old words" -> "" (default) [none] because the file does not name it (b.conf:8)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
