A handler or driver whose kernel module is not to be had is left out with all in it, with one warning; all the rest is applied.
--- sim fresh
--- file a.conf
HANDLER dev_disk {
	DEVICE 0:0:0:0
}
HANDLER vdisk_nullio {
	DEVICE n
}
TARGET_DRIVER qla2x00t {
	enabled 1
	TARGET 50:01:43:80:16:77:99:38 {
		HW_TARGET
		LUN 0 n
		LUN 1 0:0:0:0
		enabled 1
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 n
		LUN 1 0:0:0:0
		enabled 1
	}
}
DEVICE_GROUP g {
	DEVICE n
	TARGET_GROUP t {
		group_id 1
		TARGET 50:01:43:80:16:77:99:38
		TARGET iqn.2026-11.com.example:t
	}
}
--- run
printf 'disk 0:0:0:0\nunload scst_disk\n' >$SIM/control
lunward plan $LIVE a.conf
--- stdout
+ create handlers/vdisk_nullio/n [none] (a.conf:5)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=n [none] (a.conf:19)
+ create device_groups/g [none] (a.conf:24)
+ create device_groups/g/devices/n [none] (a.conf:25)
+ create device_groups/g/target_groups/t [none] (a.conf:26)
~ set device_groups/g/target_groups/t group_id: 0 -> 1 [none] (a.conf:27)
+ create device_groups/g/target_groups/t/iqn.2026-11.com.example:t [none] (a.conf:29)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:21)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:17)
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:1:1: warning: handler dev_disk is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:7:1: warning: driver qla2x00t is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:20:3: warning: LUN 1 refers to 0:0:0:0, which is missing: it is left out
a.conf:28:3: warning: target 50:01:43:80:16:77:99:38 refers to 50:01:43:80:16:77:99:38, which is missing: it is left out
--- exit 3
--- run
lunward apply $LIVE --yes a.conf
--- stdout
+ create handlers/vdisk_nullio/n [none] (a.conf:5)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=n [none] (a.conf:19)
+ create device_groups/g [none] (a.conf:24)
+ create device_groups/g/devices/n [none] (a.conf:25)
+ create device_groups/g/target_groups/t [none] (a.conf:26)
~ set device_groups/g/target_groups/t group_id: 0 -> 1 [none] (a.conf:27)
+ create device_groups/g/target_groups/t/iqn.2026-11.com.example:t [none] (a.conf:29)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:21)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:17)
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:1:1: warning: handler dev_disk is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:7:1: warning: driver qla2x00t is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:20:3: warning: LUN 1 refers to 0:0:0:0, which is missing: it is left out
a.conf:28:3: warning: target 50:01:43:80:16:77:99:38 refers to 50:01:43:80:16:77:99:38, which is missing: it is left out
lunward: 10 operations done (1 in lunward history)
--- exit 4
--- run
lunward apply $LIVE --yes a.conf
--- stdout
Nothing to do.
--- stderr
a.conf:1:1: warning: handler dev_disk is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:7:1: warning: driver qla2x00t is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:20:3: warning: LUN 1 refers to 0:0:0:0, which is missing: it is left out
a.conf:28:3: warning: target 50:01:43:80:16:77:99:38 refers to 50:01:43:80:16:77:99:38, which is missing: it is left out
--- exit 4
--- run
lunward apply $LIVE --yes --partial a.conf >/dev/null
--- stderr
a.conf:1:1: warning: handler dev_disk is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:7:1: warning: driver qla2x00t is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:20:3: warning: LUN 1 refers to 0:0:0:0, which is missing: it is left out
a.conf:28:3: warning: target 50:01:43:80:16:77:99:38 refers to 50:01:43:80:16:77:99:38, which is missing: it is left out
--- exit 4
--- run
lunward plan $LIVE --only iscsi_target a.conf
--- stdout
Nothing to do.
--- stderr
a.conf:1:1: warning: handler dev_disk is not there: it is left out with all in it
  hint: load the kernel module that makes it
--- run
printf 'load scst_disk\n' >$SIM/control
lunward plan $LIVE a.conf
--- stdout
+ create handlers/dev_disk/0:0:0:0 [none] (a.conf:2)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=0:0:0:0 [none] (a.conf:20)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:7:1: warning: driver qla2x00t is not there: it is left out with all in it
  hint: load the kernel module that makes it
a.conf:28:3: warning: target 50:01:43:80:16:77:99:38 refers to 50:01:43:80:16:77:99:38, which is missing: it is left out
--- exit 3
