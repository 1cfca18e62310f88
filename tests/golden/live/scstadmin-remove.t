Single operations of scstadmin that take an object away, move, replace or empty one: nothing else goes.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
	DEVICE b {
		dummy 1
	}
	DEVICE c {
		dummy 1
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	IncomingUser "disco a-discovery-secret"
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice a-long-secret"
		IncomingUser "bob another-secret"
		LUN 0 a {
			read_only 1
		}
		LUN 1 b
		LUN 2 c
		GROUP one {
			LUN 0 a
			LUN 7 b
			INITIATOR iqn.2026-11.com.example:x
			INITIATOR iqn.2026-11.com.example:y
		}
		GROUP two {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:z
		}
		GROUP three
	}
	TARGET iqn.2026-11.com.example:u
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP g {
		group_id 1
		TARGET iqn.2026-11.com.example:t
	}
	TARGET_GROUP h {
		group_id 2
	}
}
--- run
scstadmin -config a.conf $LIVE >/dev/null
now() { echo "== $*"; scstadmin -noprompt "$@" $LIVE | sed '1,4d;$d'; }
IN="-driver iscsi -target iqn.2026-11.com.example:t"
now $IN -replace_lun 0 -device c
now $IN -replace_lun 2 -device a -attributes read_only
now $IN -group one -replace_lun 7 -device c
now $IN -group one -move_init iqn.2026-11.com.example:x -to two
now $IN -group one -rem_lun 7
now $IN -rem_lun 1
now $IN -group one -rem_init iqn.2026-11.com.example:y
now $IN -rem_group three
now $IN -add_group three
now $IN -group three -add_init iqn.2026-11.com.example:z
now $IN -group two -add_init iqn.2026-11.com.example:z
now $IN -group none -add_init iqn.2026-11.com.example:z
now $IN -group two -clear_inits
now $IN -group two -clear_luns
now $IN -clear_luns
now -rem_tgrp_tgt iqn.2026-11.com.example:t -dev_group d -tgt_group g
now -rem_dgrp_dev a -dev_group d
now -rem_tgrp h -dev_group d
now -driver iscsi -rem_target iqn.2026-11.com.example:u
now -close_dev c -handler vdisk_nullio
lunward save $AT
--- stdout
== -driver iscsi -target iqn.2026-11.com.example:t -replace_lun 0 -device c
-> Making requested changes.
	-> Replacing device at LUN 0 with device 'c' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -replace_lun 2 -device a -attributes read_only
-> Making requested changes.
	-> Replacing device at LUN 2 with device 'a' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -replace_lun 7 -device c
-> Making requested changes.
	-> Replacing device at LUN 7 with device 'c' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -move_init iqn.2026-11.com.example:x -to two
-> Making requested changes.
	-> Moving initiator 'iqn.2026-11.com.example:x' from group 'one' to group 'two': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -rem_lun 7
-> Making requested changes.
	-> Removing LUN 7 from driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -rem_lun 1
-> Making requested changes.
	-> Removing LUN 1 from driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -rem_init iqn.2026-11.com.example:y
-> Making requested changes.
	-> Removing initiator 'iqn.2026-11.com.example:y' from driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -rem_group three
-> Making requested changes.
	-> Removing group 'three' from driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -add_group three
-> Making requested changes.
	-> Adding new group 'three' to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group three -add_init iqn.2026-11.com.example:z
-> Making requested changes.
	-> Initiator 'iqn.2026-11.com.example:z' already belongs to group 'two' for driver/target 'iscsi/iqn.2026-11.com.example:t', ignoring.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group two -add_init iqn.2026-11.com.example:z
-> Making requested changes.
	-> Initiator 'iqn.2026-11.com.example:z' already belongs to group 'two' for driver/target 'iscsi/iqn.2026-11.com.example:t', ignoring.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group none -add_init iqn.2026-11.com.example:z
-> Making requested changes.
	-> Initiator 'iqn.2026-11.com.example:z' already belongs to group 'two' for driver/target 'iscsi/iqn.2026-11.com.example:t', ignoring.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group two -clear_inits
-> Making requested changes.
	-> Removing all initiators driver/target/group 'iscsi/iqn.2026-11.com.example:t/two': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -group two -clear_luns
-> Making requested changes.
	-> Removing all LUNs from driver/target/group 'iscsi/iqn.2026-11.com.example:t/two': done.
	-> Done.

== -driver iscsi -target iqn.2026-11.com.example:t -clear_luns
-> Making requested changes.
	-> Removing all LUNs from driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

== -rem_tgrp_tgt iqn.2026-11.com.example:t -dev_group d -tgt_group g
-> Making requested changes.
	-> Removing target group/target 'g/iqn.2026-11.com.example:t' from device group 'd': done.
	-> Done.

== -rem_dgrp_dev a -dev_group d
-> Making requested changes.
	-> Removing device 'a' from target group 'd': done.
	-> Done.

== -rem_tgrp h -dev_group d
-> Making requested changes.
	-> Removing target group 'h' from device group 'd': done.
	-> Done.

== -driver iscsi -rem_target iqn.2026-11.com.example:u
-> Making requested changes.
	-> Removing virtual target 'iqn.2026-11.com.example:u' from driver 'iscsi': done.
	-> Done.

== -close_dev c -handler vdisk_nullio
-> Making requested changes.
	-> Closing device 'c' using handler 'vdisk_nullio': done.
	-> Done.

HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
	DEVICE b {
		dummy 1
	}
}

TARGET_DRIVER iscsi {
	IncomingUser "disco a-discovery-secret"
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice a-long-secret"
		IncomingUser "bob another-secret"
		enabled 0
		GROUP one {
			LUN 0 a
		}
		GROUP two
		GROUP three
	}
}

TARGET_DRIVER scst_local {
}

DEVICE_GROUP d {
	TARGET_GROUP g {
		group_id 1
		state active
	}
}
--- run
IN="-driver iscsi -target iqn.2026-11.com.example:t"
now() { echo "== $*"; scstadmin -noprompt "$@" $LIVE >out; echo "exit $?"; sed 1,4d out; }
now -close_dev a -handler vdisk_nullio
now -close_dev a -handler vdisk_fileio
now -close_dev a -handler none
now -close_dev none -handler vdisk_nullio
now $IN -rem_group one
now $IN -rem_group none
now $IN -rem_lun 9
now $IN -rem_lun 9 -group none
now $IN -rem_lun 9 -group one
now $IN -replace_lun 0 -device a
now $IN -group one -replace_lun 0 -device a
now $IN -group one -replace_lun 0 -device none
now $IN -group one -rem_init none
now $IN -group one -move_init none -to two
now $IN -group one -move_init none -to none
now $IN -group none -clear_inits
now -driver none -target none -clear_luns
now -driver iscsi -rem_target none
now -driver none -rem_target none
now -driver iscsi -add_target iqn.2026-11.com.example:t
now -driver copy_manager -add_target t
now -rem_dgrp d
now -rem_dgrp none
now -rem_tgrp none -dev_group d
now -rem_dgrp_dev b -dev_group d
now -rem_dgrp_dev none -dev_group d
now -rem_tgrp_tgt none -dev_group d -tgt_group g
now -rem_tgrp_tgt none -dev_group d -tgt_group none
now -rem_dgrp none -cont_on_err
now -open_dev e -handler vdisk_nullio -attributes nosuch=1
now -open_dev e -handler vdisk_fileio
now -open_dev e -handler vdisk_fileio -attributes filename=/none
now $IN -add_lun 5 -device a -attributes nosuch=1
scstadmin $IN -rem_lun 0 $LIVE </dev/null; echo "exit $?"
lunward save $AT
--- stdout
== -close_dev a -handler vdisk_nullio
exit 1
-> Making requested changes.
Device 'a' is currently in use by the following:

	Driver Target                    Group Lun 
	------ ------------------------- ----- ----
	iscsi  iqn.2026-11.com.example:t one   0   


FATAL: Received the following error:

	Device 'a' still in use, aborting. Use -force to override.

== -close_dev a -handler vdisk_fileio
exit 1
-> Making requested changes.
Device 'a' is currently in use by the following:

	Driver Target                    Group Lun 
	------ ------------------------- ----- ----
	iscsi  iqn.2026-11.com.example:t one   0   


FATAL: Received the following error:

	Device 'a' still in use, aborting. Use -force to override.

== -close_dev a -handler none
exit 1
-> Making requested changes.
Device 'a' is currently in use by the following:

	Driver Target                    Group Lun 
	------ ------------------------- ----- ----
	iscsi  iqn.2026-11.com.example:t one   0   


FATAL: Received the following error:

	Device 'a' still in use, aborting. Use -force to override.

== -close_dev none -handler vdisk_nullio
exit 1
-> Making requested changes.
	-> Closing device 'none' using handler 'vdisk_nullio': done.


FATAL: Received the following error:

	No such device exists.

== -driver iscsi -target iqn.2026-11.com.example:t -rem_group one
exit 1
-> Making requested changes.
Assigned LUNs:

	LUN  Device
	------
	0    a

Assigned Initiators:

	(none)


FATAL: Received the following error:

	Group is still in use, aborting. Use -force to override.

== -driver iscsi -target iqn.2026-11.com.example:t -rem_group none
exit 1
-> Making requested changes.
	-> Removing group 'none' from driver/target 'iscsi/iqn.2026-11.com.example:t': done.


FATAL: Received the following error:

	No such group exists.

== -driver iscsi -target iqn.2026-11.com.example:t -rem_lun 9
exit 1
-> Making requested changes.
	-> Removing LUN 9 from driver/target 'iscsi/iqn.2026-11.com.example:t': done.


FATAL: Received the following error:

	No such LUN exists.

== -driver iscsi -target iqn.2026-11.com.example:t -rem_lun 9 -group none
exit 1
-> Making requested changes.
	-> Removing LUN 9 from driver/target/group 'iscsi/iqn.2026-11.com.example:t/none': done.


FATAL: Received the following error:

	No such group exists.

== -driver iscsi -target iqn.2026-11.com.example:t -rem_lun 9 -group one
exit 1
-> Making requested changes.
	-> Removing LUN 9 from driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.


FATAL: Received the following error:

	No such LUN exists.

== -driver iscsi -target iqn.2026-11.com.example:t -replace_lun 0 -device a
exit 1
-> Making requested changes.
	-> Replacing device at LUN 0 with device 'a' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/': done.


FATAL: Received the following error:

	No such LUN exists.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -replace_lun 0 -device a
exit 1
-> Making requested changes.
	-> Replacing device at LUN 0 with device 'a' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.


FATAL: Received the following error:

	Device already exists for LUN.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -replace_lun 0 -device none
exit 1
-> Making requested changes.
	-> Replacing device at LUN 0 with device 'none' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.


FATAL: Received the following error:

	No such device exists.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -rem_init none
exit 1
-> Making requested changes.
	-> Removing initiator 'none' from driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.


FATAL: Received the following error:

	No such initiator exists.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -move_init none -to two
exit 1
-> Making requested changes.
	-> Moving initiator 'none' from group 'one' to group 'two': done.


FATAL: Received the following error:

	No such initiator exists.

== -driver iscsi -target iqn.2026-11.com.example:t -group one -move_init none -to none
exit 1
-> Making requested changes.
	-> Moving initiator 'none' from group 'one' to group 'none': done.


FATAL: Received the following error:

	No such group exists.

== -driver iscsi -target iqn.2026-11.com.example:t -group none -clear_inits
exit 1
-> Making requested changes.
	-> Removing all initiators driver/target/group 'iscsi/iqn.2026-11.com.example:t/none': done.


FATAL: Received the following error:

	No such group exists.

== -driver none -target none -clear_luns
exit 1
-> Making requested changes.
	-> Removing all LUNs from driver/target 'none/none': done.


FATAL: Received the following error:

	No such driver exists.

== -driver iscsi -rem_target none
exit 40
-> Making requested changes.
	-> Removing virtual target 'none' from driver 'iscsi': done.
	-> Done.


WARNING: Received the following error:

	No such target exists.


All done.
== -driver none -rem_target none
exit 30
-> Making requested changes.
	-> Removing virtual target 'none' from driver 'none': done.
	-> Done.


WARNING: Received the following error:

	No such driver exists.


All done.
== -driver iscsi -add_target iqn.2026-11.com.example:t
exit 41
-> Making requested changes.
	-> Creating target 'iqn.2026-11.com.example:t' for driver 'iscsi': done.
	-> Done.


WARNING: Received the following error:

	Target already exists.


All done.
== -driver copy_manager -add_target t
exit 31
-> Making requested changes.
	-> Creating target 't' for driver 'copy_manager': done.
	-> Done.


WARNING: Received the following error:

	Driver is incapable of dynamically adding/removing targets or attributes.


All done.
== -rem_dgrp d
exit 1
-> Making requested changes.

	Devices
	-------

	Target Groups
	------------
	g


FATAL: Received the following error:

	Device group is still in use, aborting. Use -force to override.

== -rem_dgrp none
exit 1
-> Making requested changes.
	-> Removing device group 'none': done.


FATAL: Received the following error:

	No such device group exists.

== -rem_tgrp none -dev_group d
exit 1
-> Making requested changes.
	-> Removing target group 'none' from device group 'd': done.


FATAL: Received the following error:

	No such target group exists within device group.

== -rem_dgrp_dev b -dev_group d
exit 1
-> Making requested changes.
	-> Removing device 'b' from target group 'd': done.


FATAL: Received the following error:

	No such device in device group.

== -rem_dgrp_dev none -dev_group d
exit 1
-> Making requested changes.
	-> Removing device 'none' from target group 'd': done.


FATAL: Received the following error:

	No such device exists.

== -rem_tgrp_tgt none -dev_group d -tgt_group g
exit 1
-> Making requested changes.
	-> Removing target group/target 'g/none' from device group 'd': done.


FATAL: Received the following error:

	No such target exists within target group.

== -rem_tgrp_tgt none -dev_group d -tgt_group none
exit 1
-> Making requested changes.
	-> Removing target group/target 'none/none' from device group 'd': done.


FATAL: Received the following error:

	No such target group exists within device group.

== -rem_dgrp none -cont_on_err
exit 0
-> Making requested changes.
	-> Removing device group 'none': done.
No such device group exists.
	-> Done.

All done.
== -open_dev e -handler vdisk_nullio -attributes nosuch=1
exit 1
-> Making requested changes.
	-> Opening device 'e' using handler 'vdisk_nullio': done.


FATAL: Received the following error:

	Bad attributes given for device.

== -open_dev e -handler vdisk_fileio
exit 1
-> Making requested changes.
	-> Opening device 'e' using handler 'vdisk_fileio': done.


FATAL: Received the following error:

	Failed to open device. See "dmesg" for more information.

== -open_dev e -handler vdisk_fileio -attributes filename=/none
exit 1
-> Making requested changes.
	-> Opening device 'e' using handler 'vdisk_fileio': done.


FATAL: Received the following error:

	A fatal error occurred. See "dmesg" for more information.

== -driver iscsi -target iqn.2026-11.com.example:t -add_lun 5 -device a -attributes nosuch=1
exit 1
-> Making requested changes.
	-> Adding device 'a' at LUN 5 to driver/target 'iscsi/iqn.2026-11.com.example:t': done.


FATAL: Received the following error:

	Bad attributes for LUN.


Collecting current configuration: done.

Performing this action may result in lost or corrupt data, are you sure you wish to continue (y/[n]) ? Aborting action.

All done.
exit 0
HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
	DEVICE b {
		dummy 1
	}
}

TARGET_DRIVER iscsi {
	IncomingUser "disco a-discovery-secret"
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice a-long-secret"
		IncomingUser "bob another-secret"
		enabled 0
		GROUP one {
			LUN 0 a
		}
		GROUP two
		GROUP three
	}
}

TARGET_DRIVER scst_local {
}

DEVICE_GROUP d {
	TARGET_GROUP g {
		group_id 1
		state active
	}
}
--- stderr
lunward: error: handlers/vdisk_fileio/e: device needs filename
lunward: error: cannot create handlers/vdisk_fileio/e: "add_device e filename=/none" > handlers/vdisk_fileio/mgmt: No such file or directory
  hint: the backing file is not there
--- run
now() { echo "== $*"; scstadmin -noprompt -force "$@" $LIVE >out; echo "exit $?"; sed 1,4d out; }
now -close_dev a -handler vdisk_nullio
now -driver iscsi -target iqn.2026-11.com.example:t -rem_group one
now -rem_tgrp g -dev_group d
now -rem_dgrp d
lunward save $AT
lunward history $LIVE | sed 's/^.*[0-9]:[0-9][0-9]  *//' | head -5
--- stdout
== -close_dev a -handler vdisk_nullio
exit 0
-> Making requested changes.
	-> Closing device 'a' using handler 'vdisk_nullio': done.
	-> Done.

All done.
== -driver iscsi -target iqn.2026-11.com.example:t -rem_group one
exit 0
-> Making requested changes.
	-> Removing group 'one' from driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done.

All done.
== -rem_tgrp g -dev_group d
exit 0
-> Making requested changes.
	-> Removing target group 'g' from device group 'd': done.
	-> Done.

All done.
== -rem_dgrp d
exit 0
-> Making requested changes.
	-> Removing device group 'd': done.
	-> Done.

All done.
HANDLER vdisk_nullio {
	DEVICE b {
		dummy 1
	}
}

TARGET_DRIVER iscsi {
	IncomingUser "disco a-discovery-secret"
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice a-long-secret"
		IncomingUser "bob another-secret"
		enabled 0
		GROUP two
		GROUP three
	}
}

TARGET_DRIVER scst_local {
}
done             1 change   scstadmin -rem_dgrp d
done             1 change   scstadmin -rem_tgrp g -dev_group d
done             1 change   scstadmin -rem_group one -driver iscsi -target iqn.2026-11.com.example:t
done             2 changes  scstadmin -close_dev a -handler vdisk_nullio
partial          0 changes  scstadmin -open_dev e -handler vdisk_fileio
