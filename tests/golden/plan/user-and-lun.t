User and LUN change together. If the LUN were swapped while both users may log in, the old one would reach
the new unit or the new one the old unit: the LUN goes before and comes after.
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
		IncomingUser "u1 secret-of-u1-xx"
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
		IncomingUser "u2 secret-of-u2-xx"
		LUN 0 b
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [drops, node] because no order is safe in which it is swapped in place (b.conf:14)
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "u2 ***" [none] (b.conf:13)
- delval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "u1 ***" [none] (b.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=b [disturbs, node] because no order is safe in which it is swapped in place (b.conf:14)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 0 to create, 2 to change, 0 to delete, 1 to re-create; 1 operation disturbs sessions, 1 drops them.
--- exit 3
