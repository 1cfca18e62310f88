A pattern that only moves is one write, before which all is as it was and after which all is as it shall be.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		GROUP g1 {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:*
		}
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		GROUP g2 {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:*
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:7)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device=a [none] (b.conf:8)
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/iqn.2026-11.com.example:* -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2 [disturbs, engine] (b.conf:9)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 goes (b.conf:6)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1 [disturbs, engine] (b.conf:6)
Plan: 2 to create, 1 to change, 1 to delete; 3 operations disturb sessions, 0 drop them.
--- exit 3
