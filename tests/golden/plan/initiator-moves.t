An initiator goes to a new group in one step; the old group goes afterwards.
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
		GROUP g1 {
			LUN 0 a
			INITIATOR iqn.1993-08.org.debian:01:host1
		}
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
		GROUP g2 {
			LUN 0 b
			INITIATOR iqn.1993-08.org.debian:01:host1
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device=b [none] (b.conf:14)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/iqn.1993-08.org.debian:01:host1 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:15)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 goes (b.conf:11)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 [disturbs, engine] (b.conf:11)
Plan: 2 to create, 1 to change, 1 to delete; 3 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan -v --from a.conf b.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device=b [none] (b.conf:14)
= fence targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [none] (b.conf:13)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/iqn.1993-08.org.debian:01:host1 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:15)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 goes (b.conf:11)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 [disturbs, engine] (b.conf:11)
Plan: 2 to create, 1 to change, 1 to delete; 3 operations disturb sessions, 0 drop them.
--- exit 3
