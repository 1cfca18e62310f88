The node name of a port that exists can be written at any time, and its chip is reset.
--- file a.conf
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		node_name 20:00:00:24:ff:00:00:01
		enabled 1
	}
}
--- file b.conf
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		node_name 20:00:00:24:FF:00:00:02
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 node_name: 20:00:00:24:ff:00:00:01 -> 20:00:00:24:ff:00:00:02 [drops, export] (b.conf:4)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 1 drops them.
--- exit 3
