Whoever leaves a group for the target's own LUNs before these are made misses them until then; so does whoever comes to a group
that is filled late. An effect says what happens at that moment, not in the end.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:h
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
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:h [drops, node] (b.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [disturbs, node] (b.conf:7)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g goes (b.conf:6)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [disturbs, engine] (b.conf:6)
Plan: 1 to create, 0 to change, 2 to delete; 2 operations disturb sessions, 1 drops them.
--- exit 3
--- run
lunward plan --from b.conf a.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [disturbs, engine] (a.conf:7)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=a [none] (a.conf:8)
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [drops, node] (a.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:h [disturbs, engine] (a.conf:9)
Plan: 3 to create, 0 to change, 1 to delete; 2 operations disturb sessions, 1 drops them.
--- exit 3
