The number is held by a target that the configuration leaves alone: an error that names both.
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
TARGET_DRIVER scst_local {
	TARGET local {
		rel_tgt_id 7
		LUN 0 a
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
		rel_tgt_id 7
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stderr
b.conf:9:3: error: rel_tgt_id "7" is taken by targets/scst_local/local (a.conf:16:3), which is kept
lunward: 1 error
--- exit 2
