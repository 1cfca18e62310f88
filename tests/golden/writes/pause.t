A target that is closed for a moment: new logins are kept out, then all I/O pauses; and in reverse.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		per_portal_acl 1
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
}
--- run
lunward plan --writes --from a.conf b.conf
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/enabled	0
suspend	30
targets/iscsi/iqn.2026-11.com.example:t/per_portal_acl	1
suspend	-1
targets/iscsi/iqn.2026-11.com.example:t/enabled	1
--- exit 3
