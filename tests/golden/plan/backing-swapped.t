A LUN gets another device, new one in, old one out: no moment without a unit.
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
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (b.conf:2)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b [disturbs, engine] (b.conf:10)
- delete handlers/vdisk_fileio/a [none] (b.conf:1)
Plan: 1 to create, 1 to change, 1 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from b.conf a.conf
--- stdout
+ create handlers/vdisk_fileio/a filename=/srv/a.img [none] (a.conf:2)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: b -> a [disturbs, engine] (a.conf:10)
- delete handlers/vdisk_fileio/b [none] (a.conf:1)
Plan: 1 to create, 1 to change, 1 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
