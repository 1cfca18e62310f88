An enabled target is narrowed: LUN 1 for group g only, a user, a portal. The group is complete and the open
way is closed before the first initiator enters the group.
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
		LUN 1 b
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
		allowed_portal 192.0.2.1
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.1993-08.org.debian:01:host1
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [disturbs, engine] (b.conf:16)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none] (b.conf:17)
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=b [drops, node] (b.conf:11)
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "u1 ***" [none] (b.conf:13)
+ addval targets/iscsi/iqn.2026-11.com.example:t allowed_portal: 192.0.2.1 [none] (b.conf:14)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.1993-08.org.debian:01:host1 [disturbs, engine] (b.conf:18)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 3 to create, 2 to change, 1 to delete; 2 operations disturb sessions, 1 drops them.
--- exit 3
--- run
lunward plan -v --from a.conf b.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [disturbs, engine] (b.conf:16)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none] (b.conf:17)
= fence targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none] (b.conf:16)
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=b [drops, node] (b.conf:11)
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "u1 ***" [none] (b.conf:13)
+ addval targets/iscsi/iqn.2026-11.com.example:t allowed_portal: 192.0.2.1 [none] (b.conf:14)
= fence targets/iscsi/iqn.2026-11.com.example:t [none] (b.conf:11)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.1993-08.org.debian:01:host1 [disturbs, engine] (b.conf:18)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 3 to create, 2 to change, 1 to delete; 2 operations disturb sessions, 1 drops them.
--- exit 3
