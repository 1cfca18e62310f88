The disk of a device is not there: its units, its place at the copy manager and in a device group are left out with it, all others are
applied; what is missing is told.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE here {
		filename /srv/here.img
	}
}
HANDLER dev_disk {
	DEVICE 4:0:0:1
	DEVICE 4:0:0:9
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 5 4:0:0:9
		LUN 6 here
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 1 here
		LUN 0 4:0:0:9
		LUN 2 4:0:0:1
		GROUP g {
			LUN 0 4:0:0:9
			LUN 1 here
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
}
DEVICE_GROUP d {
	DEVICE 4:0:0:9
	DEVICE here
	TARGET_GROUP t {
		group_id 1
		TARGET iqn.2026-11.com.example:t
	}
}
--- run
printf 'file /srv/here.img 1048576\ndisk 4:0:0:1\n' >$SIM/control
lunward apply $LIVE --yes a.conf
--- stdout
+ create handlers/vdisk_fileio/here filename=/srv/here.img [none] (a.conf:2)
+ create handlers/dev_disk/4:0:0:1 [none] (a.conf:7)
+ create targets/copy_manager/copy_manager_tgt/luns/6 device=here [none] (a.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:18)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 0 -> 1 [none] (a.conf:19)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=here [none] (a.conf:20)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/2 device=4:0:0:1 [none] (a.conf:22)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none] (a.conf:23)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/1 device=here [none] (a.conf:25)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:one [none] (a.conf:26)
+ create device_groups/d [none] (a.conf:31)
+ create device_groups/d/devices/here [none] (a.conf:33)
+ create device_groups/d/target_groups/t [none] (a.conf:34)
~ set device_groups/d/target_groups/t group_id: 0 -> 1 [none] (a.conf:35)
+ create device_groups/d/target_groups/t/iqn.2026-11.com.example:t [none] (a.conf:36)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:28)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:17)
Plan: 13 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:8:2: warning: device 4:0:0:9 is left out: devices/4:0:0:9: No such file or directory
a.conf:12:3: warning: LUN 5 refers to 4:0:0:9, which is missing: it is left out
a.conf:18:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
a.conf:21:3: warning: LUN 0 refers to 4:0:0:9, which is missing: it is left out
a.conf:23:3: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
a.conf:24:4: warning: LUN 0 refers to 4:0:0:9, which is missing: it is left out
a.conf:32:2: warning: device 4:0:0:9 refers to 4:0:0:9, which is missing: it is left out
lunward: 17 operations done (1 in lunward history)
--- exit 4
--- run
cd $SIM/scst_tgt
find targets device_groups -type l | sort
--- stdout
device_groups/d/devices/here
device_groups/d/target_groups/t/iqn.2026-11.com.example:t
targets/copy_manager/copy_manager_tgt/luns/6/device
targets/copy_manager/copy_manager_tgt/sessions/copy_manager_sess/luns
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/1/device
targets/iscsi/iqn.2026-11.com.example:t/luns/1/device
targets/iscsi/iqn.2026-11.com.example:t/luns/2/device
