A virtual port is made on a physical one that is on, and goes before that is switched off. In the kernel it could not log in
to the fabric otherwise, and is refused.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		LUN 0 a
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER qla2x00t {
	TARGET 10:00:00:00:00:00:00:01 {
		parent_host 21:00:00:24:FF:00:00:01
		node_name 50:00:00:00:00:00:00:02
		LUN 0 a
		enabled 1
	}
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		LUN 0 a
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 0 -> 1 [none] (b.conf:14)
+ create targets/qla2x00t/10:00:00:00:00:00:00:01 node_name=50:00:00:00:00:00:00:02 parent_host=21:00:00:24:ff:00:00:01 [none] (b.conf:5)
+ create targets/qla2x00t/10:00:00:00:00:00:00:01/luns/0 device=a [none] (b.conf:8)
~ set targets/qla2x00t/10:00:00:00:00:00:00:01 enabled: 0 -> 1 [none] (b.conf:9)
Plan: 2 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward diff b.conf a.conf
--- stdout
~ set targets/qla2x00t/10:00:00:00:00:00:00:01 enabled: 1 -> 0 [drops, export] because targets/qla2x00t/10:00:00:00:00:00:00:01 goes (a.conf:4)
- delete (implied) targets/qla2x00t/10:00:00:00:00:00:00:01/luns/0 device=a [none] because targets/qla2x00t/10:00:00:00:00:00:00:01 goes (a.conf:4)
- delete targets/qla2x00t/10:00:00:00:00:00:00:01 [none] (a.conf:4)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 1 -> 0 (default) [drops, export] because the file does not name it (a.conf:5)
Plan: 0 to create, 2 to change, 1 to delete; 0 operations disturb sessions, 2 drop them.
--- exit 3
