A re-created device keeps the identity that it had; the new one declares nothing of it.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		blocksize 512
		usn 0123456789
		t10_dev_id disk-1
		naa_id 0x6001405f00000000
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
		blocksize 4096
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
--- stderr
a.conf:7:3: error: naa_id: "0x6001405f00000000" is not legal: expected 16 hex digits starting with 2, 3 or 5, or 32 starting with 6; empty for none
lunward: 1 error
--- exit 2
