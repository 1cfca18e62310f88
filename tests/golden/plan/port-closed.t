A Fibre Channel port that is closed for a moment loses its link: who is there is dropped once, and comes back.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		GROUP first {
			LUN 0 a
			INITIATOR 21:*
		}
		GROUP second {
			LUN 0 b
			INITIATOR *:02
		}
		LUN 0 a
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		GROUP second {
			LUN 0 b
			INITIATOR *:02
		}
		GROUP first {
			LUN 0 a
			INITIATOR 21:*
		}
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ close (temporary) targets/qla2x00t/21:00:00:24:ff:00:00:01 [drops, export] because no order of the changes is safe while it is open: the port's link goes down and all I/O of SCST pauses (b.conf:6)
- delete targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first/initiators/21:* [disturbs, engine] because targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first is re-created (b.conf:14)
- delete (implied) targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first/luns/0 device=a [none] because targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first is re-created (b.conf:13)
- delete targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first [disturbs, engine] because order counts among its siblings (b.conf:12)
+ create targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first [disturbs, engine] because order counts among its siblings (b.conf:12)
+ create targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first/luns/0 device=a [none] because targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first is re-created (b.conf:13)
+ create targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first/initiators/21:* [disturbs, engine] because targets/qla2x00t/21:00:00:24:ff:00:00:01/ini_groups/first is re-created (b.conf:14)
~ open (temporary) targets/qla2x00t/21:00:00:24:ff:00:00:01 [none] because no order of the changes is safe while it is open: the port's link goes down and all I/O of SCST pauses (b.conf:6)
Plan: 0 to create, 0 to change, 0 to delete, 3 to re-create; 4 operations disturb sessions, 1 drops them.
--- exit 3
