A SCSI device that is given back stays, and with it its LUNs, copy_manager's too, and its device group: they go by operations of their
own, before it does. So it is when it comes to another handler: nobody has it while it is without one.
--- sim fresh
--- file a.conf
HANDLER dev_disk {
	DEVICE 4:0:0:0
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		LUN 0 4:0:0:0
	}
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 0 4:0:0:0
	}
}
DEVICE_GROUP g {
	DEVICE 4:0:0:0
}
--- file b.conf
HANDLER dev_disk {
}
HANDLER dev_disk_perf {
	DEVICE 4:0:0:0
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		LUN 0 4:0:0:0
	}
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 0 4:0:0:0
	}
}
DEVICE_GROUP g {
	DEVICE 4:0:0:0
}
--- run
echo 'disk 4:0:0:0' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
lunward apply $LIVE --yes b.conf
lunward plan $LIVE b.conf
lunward clear $LIVE --yes
ls $SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns
lunward plan $LIVE a.conf
--- stdout
- delete targets/copy_manager/copy_manager_tgt/luns/0 device=4:0:0:0 [none] because what it refers to cannot be swapped in place (b.conf:15)
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=4:0:0:0 [none] because no order is safe in which it is swapped in place (b.conf:10)
- delete device_groups/g/devices/4:0:0:0 [none] because what it refers to cannot be swapped in place (b.conf:19)
- delete handlers/dev_disk/4:0:0:0 [none] (b.conf:1)
+ create handlers/dev_disk_perf/4:0:0:0 [none] (b.conf:4)
+ create targets/copy_manager/copy_manager_tgt/luns/0 device=4:0:0:0 [none] because what it refers to cannot be swapped in place (b.conf:15)
+ create device_groups/g/devices/4:0:0:0 [none] because what it refers to cannot be swapped in place (b.conf:19)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=4:0:0:0 [none] because no order is safe in which it is swapped in place (b.conf:10)
Plan: 1 to create, 0 to change, 1 to delete, 3 to re-create; 0 operations disturb sessions, 0 drop them.
Nothing to do.
~ set targets/iscsi enabled: 1 -> 0 [none]
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:t goes
- delete targets/copy_manager/copy_manager_tgt/luns/0 device=4:0:0:0 [none]
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=4:0:0:0 [none] because targets/iscsi/iqn.2026-11.com.example:t goes
- delete targets/iscsi/iqn.2026-11.com.example:t [none]
- delete (implied) device_groups/g/devices/4:0:0:0 [none] because device_groups/g goes
- delete device_groups/g [none]
- delete handlers/dev_disk_perf/4:0:0:0 [none]
Plan: 0 to create, 2 to change, 4 to delete; 0 operations disturb sessions, 0 drop them.
mgmt
+ create handlers/dev_disk/4:0:0:0 [none] (a.conf:2)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=4:0:0:0 [none] (a.conf:8)
+ create targets/copy_manager/copy_manager_tgt/luns/0 device=4:0:0:0 [none] (a.conf:13)
+ create device_groups/g [none] (a.conf:16)
+ create device_groups/g/devices/4:0:0:0 [none] (a.conf:17)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:7)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:5)
Plan: 6 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 8 operations done (1 in lunward history)
lunward: 8 operations done (2 in lunward history)
lunward: note: targets/iscsi: driver iscsi is not declared: it is disabled
lunward: 6 operations done (3 in lunward history)
--- exit 3
