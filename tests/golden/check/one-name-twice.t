Two devices of one name are told once, not once more at each LUN.
--- file two.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
HANDLER vdisk_blockio {
	DEVICE a {
		filename /dev/sdb
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		LUN 1 a
	}
}
--- run
lunward check two.conf
--- stderr
two.conf:7:2: error: device "a" is there already: handlers/vdisk_fileio/a (two.conf:2:2)
lunward: 1 error
--- exit 2
