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
	-> create handlers/vdisk_nullio/nodev: done.
	-> Done.

== -open_dev disk0 -handler vdisk_fileio -attributes filename=/srv/a.img,read_only
-> Making requested changes.
	-> create handlers/vdisk_fileio/disk0: done.
	-> Done.

== -driver scst_local -add_target local
-> Making requested changes.
	-> create targets/scst_local/local: done.
	-> Done.

== -driver scst_local -target local -add_lun 0 -device nodev
-> Making requested changes.
	-> create targets/scst_local/local/luns/0: done.
	-> Done.

== -driver scst_local -target local -add_group ig
-> Making requested changes.
	-> create targets/scst_local/local/ini_groups/ig: done.
	-> Done.

== -driver scst_local -target local -group ig -add_init ini1
-> Making requested changes.
	-> create targets/scst_local/local/ini_groups/ig/initiators/ini1: done.
	-> Done.

== -driver scst_local -target local -group ig -add_lun 0 -device disk0
-> Making requested changes.
	-> create targets/scst_local/local/ini_groups/ig/luns/0: done.
	-> Done.

== -driver iscsi -add_target iqn.2026-11.com.example:t
-> Making requested changes.
	-> create targets/iscsi/iqn.2026-11.com.example:t: done.
	-> Done.

== -driver iscsi -enable_target iqn.2026-11.com.example:t
-> Making requested changes.
	-> set targets/iscsi/iqn.2026-11.com.example:t enabled: done.
	-> Done.

== -add_dgrp d
-> Making requested changes.
	-> create device_groups/d: done.
	-> Done.

== -add_dgrp_dev disk0 -dev_group d
-> Making requested changes.
	-> create device_groups/d/devices/disk0: done.
	-> Done.

== -add_tgrp g -dev_group d
-> Making requested changes.
	-> create device_groups/d/target_groups/g: done.
	-> Done.

== -noprompt -set_tgrp_attr g -dev_group d -attributes group_id=256
-> Making requested changes.
	-> set device_groups/d/target_groups/g group_id: done.
	-> Done, 1 change(s) made.

== -add_tgrp_tgt local -dev_group d -tgt_group g
-> Making requested changes.
	-> create device_groups/d/target_groups/g/local: done.
	-> Done.

== -noprompt -set_scst_attr -attributes setup_id=0x21
-> Making requested changes.
	-> set / setup_id: done.
	-> Done, 1 change(s) made.

== -noprompt -set_dev_attr nodev -attributes t10_dev_id=abc
-> Making requested changes.
	-> set handlers/vdisk_nullio/nodev t10_dev_id: done.
	-> Done, 1 change(s) made.

== -noprompt -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=3
-> Making requested changes.
	-> set targets/iscsi/iqn.2026-11.com.example:t MaxSessions: done.
	-> Done, 1 change(s) made.

== -noprompt -set_tgt_attr iqn.2026-11.com.example:t -driver iscsi -attributes MaxSessions=3
-> Making requested changes.
	-> Done, 0 change(s) made.

== -noprompt -disable_target iqn.2026-11.com.example:t -driver iscsi
-> Making requested changes.
	-> set targets/iscsi/iqn.2026-11.com.example:t enabled: done.
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


FATAL: Received the following error:

	The device 'nodev' already exists.

1

Collecting current configuration: done.


-> Making requested changes.


FATAL: Received the following error:

	The group 'ig' already exists.

1

Collecting current configuration: done.


-> Making requested changes.


FATAL: Received the following error:

	No such TARGET 'none' exists.

1

Collecting current configuration: done.


-> Making requested changes.


FATAL: Received the following error:

	The LUN '0' already exists.

1

Collecting current configuration: done.


-> Making requested changes.


FATAL: Received the following error:

	The requested change was not made.

1

Collecting current configuration: done.

Performing this action may result in lost or corrupt data, are you sure you wish to continue (y/[n]) ? Aborting action.

All done.
0
Please specify -driver -target and -device with -add_lun.
1
--- stderr
lunward: note: targets/scst_local/local/luns/0: LUN 0 is not declared: it stays as it is
lunward: note: targets/scst_local/local/ini_groups/ig: group ig is not declared: it stays as it is
lunward: error: targets/scst_local/local/luns/3: there is no device "none"
