A LUN changes to a device that is there already: replaced in one step.
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
		LUN 0 b
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b [disturbs, engine] (b.conf:13)
Plan: 0 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
