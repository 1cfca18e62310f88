What a file names and this machine has not: scstadmin warns in the words of old, leaves it out and does the rest, or ends there.
--- sim fresh
--- file handler.conf
HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
}
HANDLER nosuchhandler {
	DEVICE z
}
TARGET_DRIVER iscsi {
	enabled 0
}
TARGET_DRIVER scst_local {
	TARGET l {
		LUN 1 a
		LUN 2 undefined
		LUN 3 z
		GROUP g {
			LUN 0 undefined
			INITIATOR x
		}
	}
}
DEVICE_GROUP d {
	DEVICE undefined
	DEVICE a
}
--- file driver.conf
HANDLER vdisk_nullio {
	DEVICE b {
		dummy 1
	}
}
TARGET_DRIVER nosuch {
	TARGET t {
		LUN 0 b
	}
}
--- file twice.conf
HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
}
TARGET_DRIVER scst_local {
	TARGET l {
		GROUP g {
			INITIATOR x
		}
		GROUP h {
			INITIATOR x
		}
	}
}
--- file backing.conf
HANDLER vdisk_fileio {
	DEVICE f {
		filename /srv/none.img
	}
}
TARGET_DRIVER scst_local {
	TARGET m {
		LUN 0 f
	}
}
--- run
scstadmin -config handler.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'handler.conf' for errors.
	-> WARNING: Driver 'iscsi' has no configured targets.

	-> WARNING: No such handler 'nosuchhandler' available, ignoring.
	-> WARNING: Device 'undefined' associated with driver/target 'scst_local/l' at LUN 2 is not defined within configuration, removing it.

	-> WARNING: Device 'z' associated with driver/target 'scst_local/l' at LUN 3 is not defined within configuration, removing it.

	-> WARNING: No LUN 0 defined for driver/target 'scst_local/l'. Many initiators require a LUN 0 to be defined.

	-> WARNING: Device 'undefined' associated with driver/target 'scst_local/l' at LUN 0 is not defined within configuration, removing it.

	-> WARNING: Device 'undefined' associated with device group 'd' is not defined within configuration, removing it.

	-> Done, 7 warnings found.

-> Applying configuration.
	-> Opening device 'a' using handler 'vdisk_nullio': done.
	-> Creating target 'l' for driver 'scst_local': done.
	-> Adding new group 'g' to driver/target 'scst_local/l': done.
	-> Adding new device group 'd': done.
	-> Adding new device group/device 'd/a': done.
	-> Adding new initiator 'x' to driver/target/group 'scst_local/l/g': done.
	-> Adding device 'a' at LUN 1 to driver/target 'scst_local/l': done.
	-> Done, 7 change(s) made.

All done.
--- stderr
handler.conf:13:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
--- run
scstadmin -check_config driver.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'driver.conf' for errors.
	-> WARNING: Target driver 'nosuch' is not loaded or available.

	-> Done, 1 warnings found.


All done.
--- stderr
driver.conf:6:1: warning: driver nosuch is not there: it is left out with all in it
  hint: load the module, or start the program, that makes it
lunward: note: handlers/vdisk_nullio/a: device a is not declared: it stays as it is
lunward: note: targets/scst_local: driver scst_local was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: device_groups/d: device group d was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
--- run
scstadmin -config driver.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'driver.conf' for errors.
	-> WARNING: Target driver 'nosuch' is not loaded or available.

	-> Done, 1 warnings found.

-> Applying configuration.


FATAL: Received the following error:

	Target driver 'nosuch' is not loaded or available.

--- stderr
driver.conf:6:1: warning: driver nosuch is not there: it is left out with all in it
  hint: load the module, or start the program, that makes it
lunward: note: handlers/vdisk_nullio/a: device a is not declared: it stays as it is
lunward: note: targets/scst_local: driver scst_local was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: device_groups/d: device group d was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
--- exit 1
--- run
scstadmin -config driver.conf $LIVE -cont_on_err
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'driver.conf' for errors.
	-> WARNING: Target driver 'nosuch' is not loaded or available.

	-> Done, 1 warnings found.

-> Applying configuration.
Target driver 'nosuch' is not loaded or available.
	-> Opening device 'b' using handler 'vdisk_nullio': done.
	-> Done, 1 change(s) made.

All done.
--- stderr
driver.conf:6:1: warning: driver nosuch is not there: it is left out with all in it
  hint: load the module, or start the program, that makes it
lunward: note: handlers/vdisk_nullio/a: device a is not declared: it stays as it is
lunward: note: targets/scst_local: driver scst_local was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: device_groups/d: device group d was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
--- run
scstadmin -check_config twice.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'twice.conf' for errors.
	-> FATAL: Initiator 'x' belongs to more than one group.
	     Initiators can only belong to one group at a time for a given target.
	-> Done, 1 errors found.

All done.
--- stderr
twice.conf:7:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
twice.conf:12:4: note: initiator x is not made: targets/scst_local/l/ini_groups/g/initiators/x has its name, and stays
lunward: note: handlers/vdisk_nullio/b: device b is not declared: it stays as it is
lunward: note: targets/scst_local/l/luns/1: LUN 1 is not declared: it stays as it is
--- exit 1
--- run
scstadmin -config backing.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'backing.conf' for errors.
	-> Done, 0 warnings found.

-> Applying configuration.
	-> Device 'a' at LUN '1' is not in configuration for driver/target 'scst_local/l'. Use -force to remove it.
	-> Group 'g' is not in configuration. Use -force to remove.
	-> Virtual target 'l' for driver 'scst_local' is not in configuration. Use -force to remove it.
	-> Initiator 'x' is not in configuration for driver/target/group 'scst_local/l/g'. Use -force to remove it.
	-> Opening device 'f' using handler 'vdisk_fileio': done.
A fatal error occurred. See "dmesg" for more information.
	-> Creating target 'm' for driver 'scst_local': done.
	-> Done, 1 change(s) made.

All done.
--- stderr
lunward: note: targets/scst_local/l: target l is not declared: it stays as it is
lunward: note: handlers/vdisk_nullio: handler vdisk_nullio was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
backing.conf:2:2: error: cannot create handlers/vdisk_fileio/f: "add_device f filename=/srv/none.img" > handlers/vdisk_fileio/mgmt: No such file or directory
  hint: the backing file is not there
--- exit 1
--- run
lunward save $AT
--- stdout
HANDLER vdisk_nullio {
	DEVICE a {
		dummy 1
	}
	DEVICE b {
		dummy 1
	}
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
	TARGET l {
		LUN 1 a
		GROUP g {
			INITIATOR x
		}
	}
	TARGET m
}

DEVICE_GROUP d {
	DEVICE a
}
