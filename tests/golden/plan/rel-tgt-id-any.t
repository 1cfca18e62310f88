A target without a number gets one from the kernel when it is switched on, any that no enabled target has. So those that declare theirs are on before.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:any {
		LUN 0 a
		enabled 1
	}
	TARGET iqn.2026-11.com.example:one {
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf | grep enabled
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:one enabled: 0 -> 1 [none] (b.conf:13)
~ set targets/iscsi/iqn.2026-11.com.example:any enabled: 0 -> 1 [none] (b.conf:8)
