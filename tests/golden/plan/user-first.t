The first user closes a target that was open to everybody, before another LUN is shown.
--- file a.conf
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
		IncomingUser "u1 secret-of-u1-xx"
		LUN 0 a
		LUN 1 b
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "u1 ***" [none] (b.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=b [disturbs, node] (b.conf:15)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 1 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
