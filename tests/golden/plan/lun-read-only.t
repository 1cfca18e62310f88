read_only of a LUN is given with the device, so the LUN is replaced by itself.
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
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a {
			read_only 1
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 read_only: 0 -> 1 [disturbs, engine] (b.conf:10)
Plan: 0 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
