A re-created device keeps the identity that it had; the new one declares nothing of it.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		blocksize 512
		usn 0123456789
		t10_dev_id disk-1
		naa_id 0x6001405f000000000000000000000001
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
--- stdout
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [drops, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:11)
- delete handlers/vdisk_fileio/a [loses, referrers] because blocksize can be given at creation only (b.conf:2)
+ create handlers/vdisk_fileio/a blocksize=4096 filename=/srv/a.img t10_dev_id=disk-1 [none] because blocksize can be given at creation only (b.conf:2)
~ set handlers/vdisk_fileio/a naa_id: "" -> 0x6001405f000000000000000000000001 [none] because it keeps what it had (b.conf:2)
~ set handlers/vdisk_fileio/a usn: 933ebd71 -> 0123456789 [none] because it keeps what it had (b.conf:2)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [disturbs, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:11)
Plan: 0 to create, 0 to change, 0 to delete, 2 to re-create; 1 operation disturbs sessions, 1 drops them, 1 loses data or reservations.
--- exit 3
