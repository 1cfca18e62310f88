Where the old state is a file, no machine was looked at: a port that only the new file names is there, as fresh as it came. A
port on top of another one (NPIV) is made. Where a machine was looked at, a port that it lacks is an error.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
--- file port.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
--- file npiv.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
	TARGET 21:00:00:24:ff:00:00:f1 {
		parent_host 21:00:00:24:ff:00:00:01
		node_name 20:00:00:24:ff:00:00:f1
		rel_tgt_id 2
		LUN 0 a
		enabled 1
	}
}
--- file copy.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 0 a
	}
}
--- run
lunward plan --from a.conf port.conf
--- stdout
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 rel_tgt_id: 0 -> 1 [none] (port.conf:9)
+ create targets/qla2x00t/21:00:00:24:ff:00:00:01/luns/0 device=a [none] (port.conf:10)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 0 -> 1 [none] (port.conf:11)
Plan: 1 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from port.conf npiv.conf
--- stdout
+ create targets/qla2x00t/21:00:00:24:ff:00:00:f1 node_name=20:00:00:24:ff:00:00:f1 parent_host=21:00:00:24:ff:00:00:01 [none] (npiv.conf:13)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:f1 rel_tgt_id: 0 -> 2 [none] (npiv.conf:16)
+ create targets/qla2x00t/21:00:00:24:ff:00:00:f1/luns/0 device=a [none] (npiv.conf:17)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:f1 enabled: 0 -> 1 [none] (npiv.conf:18)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from a.conf copy.conf
--- stdout
+ create targets/copy_manager/copy_manager_tgt/luns/0 device=a [none] (copy.conf:8)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --partial --from a.conf port.conf
--- stdout
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 rel_tgt_id: 0 -> 1 [none] (port.conf:9)
+ create targets/qla2x00t/21:00:00:24:ff:00:00:01/luns/0 device=a [none] (port.conf:10)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:01 enabled: 0 -> 1 [none] (port.conf:11)
Plan: 1 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward show --show-secrets -o json a.conf | sed 's/"schema"/"depth": "full", &/' >machine.json
lunward plan --from machine.json port.conf
--- stderr
port.conf:7:2: error: target 21:00:00:24:ff:00:00:01 is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
lunward: 1 error
--- exit 2
