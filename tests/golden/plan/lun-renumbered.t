A LUN number is a name: another number is another LUN. The old one goes first, so that nobody sees two.
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
		LUN 1 a
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
		LUN 5 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=a [drops, node] (b.conf:8)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/5 device=a [disturbs, node] (b.conf:10)
Plan: 1 to create, 0 to change, 1 to delete; 1 operation disturbs sessions, 1 drops them.
--- stderr
b.conf:8:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
--- exit 3
