A driver that the configuration does not name keeps its targets, and the devices that they use stay, too.
With --prune=all they go.
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
TARGET_DRIVER scst_local {
	TARGET local {
		LUN 0 b
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
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
Nothing to do.
--- stderr
a.conf:5:2: note: device b is not declared; it is kept, because targets/scst_local/local/luns/0 refers to it
--- run
lunward plan --prune=all --from a.conf b.conf
--- stdout
- delete (implied) targets/scst_local/local/luns/0 device=b [drops, node] because targets/scst_local/local goes
- delete targets/scst_local/local [drops, export]
- delete handlers/vdisk_fileio/b [none] (b.conf:1)
Plan: 0 to create, 0 to change, 2 to delete; 0 operations disturb sessions, 2 drop them.
--- exit 3
