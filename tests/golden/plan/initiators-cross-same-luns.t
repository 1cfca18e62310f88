Two initiators change places and nothing else does.
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
		GROUP g2 {
			LUN 0 b
			INITIATOR iqn.1993-08.org.debian:01:host2
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
		GROUP g1 {
			LUN 0 a
			INITIATOR iqn.1993-08.org.debian:01:host2
		}
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
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/initiators/iqn.1993-08.org.debian:01:host2 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 [disturbs, engine] (b.conf:15)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/iqn.1993-08.org.debian:01:host1 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:19)
Plan: 0 to create, 2 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
--- exit 3
