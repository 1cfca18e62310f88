Single operations of scstadmin that add an object or set attributes: nothing else is touched.
--- sim fresh
--- run
printf 'file /srv/a.img 1048576\n' >$SIM/control
now() { echo "== $*"; scstadmin "$@" $LIVE | sed '1,4d;$d'; }
now -open_dev nodev -handler vdisk_nullio -attributes dummy=1
now -open_dev disk0 -handler vdisk_fileio -attributes filename=/srv/a.img,read_only
now -driver scst_local -add_target local
now -driver scst_local -target local -add_lun 0 -device nodev
now -driver scst_local -target local -add_group ig
now -driver scst_local -target local -group ig -add_init ini1
now -driver scst_local -target local -group ig -add_lun 0 -device disk0
now -driver iscsi -add_target iqn.2026-11.com.example:t
now -driver iscsi -enable_target iqn.2026-11.com.example:t
now -add_dgrp d
now -add_dgrp_dev disk0 -dev_group d
now -add_tgrp g -dev_group d
now -noprompt -set_tgrp_attr g -dev_group d -attributes group_id=256
now -add_tgrp_tgt local -dev_group d -tgt_group g
now -noprompt -set_scst_attr -attributes setup_id=0x21
now -noprompt -set_dev_attr nodev -attributes t10_dev_id=abc
now -noprompt -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=3
now -noprompt -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=3
now -noprompt -disable_target iqn.2026-11.com.example:t -driver iscsi
--- stdout
== -open_dev nodev -handler vdisk_nullio -attributes dummy=1
-> Making requested changes.
	-> Opening device 'nodev' using handler 'vdisk_nullio': done.
	-> Done.

== -open_dev disk0 -handler vdisk_fileio -attributes filename=/srv/a.img,read_only
-> Making requested changes.
	-> Opening device 'disk0' using handler 'vdisk_fileio': done.
	-> Done.

== -driver scst_local -add_target local
-> Making requested changes.
	-> Creating target 'local' for driver 'scst_local': done.
	-> Done.

== -driver scst_local -target local -add_lun 0 -device nodev
-> Making requested changes.
	-> Adding device 'nodev' at LUN 0 to driver/target 'scst_local/local': done.
	-> Done.

== -driver scst_local -target local -add_group ig
-> Making requested changes.
	-> Adding new group 'ig' to driver/target 'scst_local/local': done.
	-> Done.

== -driver scst_local -target local -group ig -add_init ini1
-> Making requested changes.
	-> Adding new initiator 'ini1' to driver/target/group 'scst_local/local/ig': done.
	-> Done.

== -driver scst_local -target local -group ig -add_lun 0 -device disk0
-> Making requested changes.
	-> Adding device 'disk0' at LUN 0 to driver/target/group 'scst_local/local/ig': done.
	-> Done.

== -driver iscsi -add_target iqn.2026-11.com.example:t
-> Making requested changes.
	-> Creating target 'iqn.2026-11.com.example:t' for driver 'iscsi': done.
	-> Done.

== -driver iscsi -enable_target iqn.2026-11.com.example:t
-> Making requested changes.
	-> Enabling driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

== -add_dgrp d
-> Making requested changes.
	-> Adding new device group 'd': done.
	-> Done.

== -add_dgrp_dev disk0 -dev_group d
-> Making requested changes.
	-> Adding new device group/device 'd/disk0': done.
	-> Done.

== -add_tgrp g -dev_group d
-> Making requested changes.
	-> Adding new target group 'g' to device group 'd': done.
	-> Done.

== -noprompt -set_tgrp_attr g -dev_group d -attributes group_id=256
-> Making requested changes.
	-> Setting Target Group attribute 'group_id' to value '256' for target group 'd/g': done.
	-> Done, 1 change(s) made.

== -add_tgrp_tgt local -dev_group d -tgt_group g
-> Making requested changes.
	-> Adding new target group/target 'g/local' to device group 'd': done.
	-> Done.

== -noprompt -set_scst_attr -attributes setup_id=0x21
-> Making requested changes.
	-> Setting SCST attribute 'setup_id' to value '0x21': done.
	-> Done, 1 change(s) made.

== -noprompt -set_dev_attr nodev -attributes t10_dev_id=abc
-> Making requested changes.
	-> Setting device attribute 't10_dev_id' to value 'abc' for device 'nodev': done.
	-> Done, 1 change(s) made.

== -noprompt -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=3
-> Making requested changes.
	-> Setting target attribute 'MaxSessions' to value '3' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done, 1 change(s) made.

== -noprompt -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=3
-> Making requested changes.
	-> Done, 0 change(s) made.

== -noprompt -disable_target iqn.2026-11.com.example:t -driver iscsi
-> Making requested changes.
	-> Disabling driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

--- run
lunward save $AT
--- stdout
setup_id 0x21

HANDLER vdisk_fileio {
	DEVICE disk0 {
		filename /srv/a.img
		read_only 1
		t10_dev_id ab5f2545-disk0
		usn ab5f2545
		vend_specific_id ab5f2545-disk0
	}
}

HANDLER vdisk_nullio {
	DEVICE nodev {
		dummy 1
		t10_dev_id abc
		usn feeaa62
		vend_specific_id feeaa62-nodev
	}
}

TARGET_DRIVER iscsi {
	enabled 0
	TARGET iqn.2026-11.com.example:t {
		MaxSessions 3
		enabled 0
		rel_tgt_id 1
	}
}

TARGET_DRIVER scst_local {
	TARGET local {
		LUN 0 nodev
		GROUP ig {
			LUN 0 disk0 {
				read_only 1
			}
			INITIATOR ini1
		}
	}
}

DEVICE_GROUP d {
	DEVICE disk0
	TARGET_GROUP g {
		group_id 256
		state active
		TARGET local
	}
}
--- run
scstadmin -open_dev nodev -handler vdisk_nullio $LIVE; echo $?
scstadmin -add_group ig -driver scst_local -target local $LIVE; echo $?
scstadmin -add_group ig -driver scst_local -target none $LIVE; echo $?
scstadmin -driver scst_local -target local -add_lun 0 -device disk0 $LIVE; echo $?
scstadmin -driver scst_local -target local -add_lun 3 -device none $LIVE; echo $?
scstadmin -set_scst_attr -attributes setup_id=3 $LIVE </dev/null; echo $?
scstadmin -add_lun 3 -driver x; echo $?
--- stdout

Collecting current configuration: done.


-> Making requested changes.
	-> Opening device 'nodev' using handler 'vdisk_nullio': done.


FATAL: Received the following error:

	Device already exists.

1

Collecting current configuration: done.


-> Making requested changes.
	-> Adding new group 'ig' to driver/target 'scst_local/local': done.


FATAL: Received the following error:

	Group already exists.

1

Collecting current configuration: done.


-> Making requested changes.
	-> Adding new group 'ig' to driver/target 'scst_local/none': done.


FATAL: Received the following error:

	No such target exists.

1

Collecting current configuration: done.


-> Making requested changes.
	-> Adding device 'disk0' at LUN 0 to driver/target 'scst_local/local': done.


FATAL: Received the following error:

	LUN already exists.

1

Collecting current configuration: done.


-> Making requested changes.
	-> Adding device 'none' at LUN 3 to driver/target 'scst_local/local': done.


FATAL: Received the following error:

	No such device exists.

1

Collecting current configuration: done.

Performing this action may result in lost or corrupt data, are you sure you wish to continue (y/[n]) ? Aborting action.

All done.
0
Please specify -driver -target and -device with -add_lun/-replace_lun.
1
