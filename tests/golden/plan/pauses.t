Some commands make SCST pause all its I/O, even where nobody uses the object; and a session of this machine that is not
declared any more ends.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE spare {
		filename /srv/spare.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
	}
	TARGET iqn.2026-11.com.example:off {
		LUN 0 a
	}
}
TARGET_DRIVER scst_local {
	TARGET local {
		session_name one
		session_name two
		LUN 0 a
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE spare {
		filename /srv/spare.img
		active 0
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
	}
}
TARGET_DRIVER scst_local {
	TARGET local {
		session_name one
		LUN 0 a
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set handlers/vdisk_fileio/spare active: 1 -> 0 [disturbs, engine] (b.conf:7)
- delval targets/scst_local/local session_name: two [drops, export] (b.conf:19)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:off/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:off goes (b.conf:10)
- delete targets/iscsi/iqn.2026-11.com.example:off [disturbs, engine] (b.conf:10)
Plan: 0 to create, 2 to change, 1 to delete; 2 operations disturb sessions, 1 drops them.
--- exit 3
