The same said in another order and spelling: nothing to do.
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
		LUN 16 b
		enabled 1
	}
}
--- file b.conf
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0x10 b
		LUN 0 a
		enabled 1
	}
}
HANDLER vdisk_fileio {
	DEVICE b {
		filename /srv/b.img
	}
	DEVICE a {
		filename /srv/a.img
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
Nothing to do.
--- stderr
b.conf:5:7: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it again in the kernel
  hint: write it as a decimal number
