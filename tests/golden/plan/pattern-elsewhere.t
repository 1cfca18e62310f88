A pattern in one group is no reason to take a unit from the clients of another one, when only a client that the file names
comes to a third.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
	DEVICE c
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		GROUP g1 {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:h1
		}
		GROUP g2 {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:h2
		}
		GROUP rest {
			LUN 0 a
			INITIATOR *
		}
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
	DEVICE c
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		GROUP g1 {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:h1
			INITIATOR iqn.2026-11.com.example:h3
		}
		GROUP g2 {
			LUN 0 c
			INITIATOR iqn.2026-11.com.example:h2
		}
		GROUP rest {
			LUN 0 a
			INITIATOR *
		}
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/iqn.2026-11.com.example:h3 [disturbs, engine] (b.conf:12)
~ replace targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g2/luns/0 device: b -> c [disturbs, engine] (b.conf:15)
Plan: 1 to create, 1 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
--- exit 3
