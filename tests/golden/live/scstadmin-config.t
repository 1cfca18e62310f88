scstadmin -config adds and changes; only with -force, and after a question, it takes away and makes anew.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a {
		size_mb 64
	}
	DEVICE b
	DEVICE c
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		IncomingUser "alice a-long-secret"
		allowed_portal 192.0.2.1
		LUN 0 a
		LUN 1 b
		GROUP one {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:x
		}
		GROUP two {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:y*
		}
	}
	TARGET iqn.2026-11.com.example:u {
		enabled 1
	}
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP g {
		group_id 1
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a {
		size_mb 128
		blocksize 4096
	}
	DEVICE n
}
HANDLER vdisk_fileio {
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice another-secret"
		IncomingUser "bob a-third-secret"
		MaxSessions 3
		LUN 0 n
		LUN 2 n
		GROUP two {
			LUN 0 a {
				read_only 1
			}
			INITIATOR iqn.2026-11.com.example:x
			INITIATOR iqn.2026-11.com.example:z
		}
		GROUP one {
			LUN 0 a
		}
	}
}
DEVICE_GROUP d {
	DEVICE n
}
DEVICE_GROUP e {
	DEVICE a
}
--- run
printf 'file /srv/b.img 1048576\n' >$SIM/control
scstadmin -config a.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'a.conf' for errors.
	-> Done, 0 warnings found.

-> Applying configuration.
	-> Opening device 'a' using handler 'vdisk_nullio': done.
	-> Opening device 'b' using handler 'vdisk_nullio': done.
	-> Opening device 'c' using handler 'vdisk_nullio': done.
	-> Creating target 'iqn.2026-11.com.example:t' for driver 'iscsi': done.
	-> Adding target attribute 'IncomingUser' with value 'alice ***' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding target attribute 'allowed_portal' with value '192.0.2.1' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding device 'a' at LUN 0 to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding device 'b' at LUN 1 to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding new group 'one' to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding device 'a' at LUN 0 to driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.
	-> Adding new initiator 'iqn.2026-11.com.example:x' to driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.
	-> Adding new group 'two' to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding device 'b' at LUN 0 to driver/target/group 'iscsi/iqn.2026-11.com.example:t/two': done.
	-> Adding new initiator 'iqn.2026-11.com.example:y*' to driver/target/group 'iscsi/iqn.2026-11.com.example:t/two': done.
	-> Creating target 'iqn.2026-11.com.example:u' for driver 'iscsi': done.
	-> Adding new device group 'd': done.
	-> Adding new device group/device 'd/a': done.
	-> Adding new target group 'g' to device group 'd': done.
	-> Setting Target Group attribute 'group_id' to value '1' for target group 'd/g': done.
	-> Enabling driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Enabling driver/target 'iscsi/iqn.2026-11.com.example:u': done.
	-> Enabling driver 'iscsi': done.
	-> Done, 22 change(s) made.

All done.
--- run
scstadmin -config a.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'a.conf' for errors.
	-> Done, 0 warnings found.

-> Applying configuration.
	-> Done, 0 change(s) made.

All done.
--- run
scstadmin -config b.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'b.conf' for errors.
	-> Done, 0 warnings found.

-> Applying configuration.
	-> Device 'c' is not in configuration. Use -force to close it.
	-> Device 'b' is not in configuration. Use -force to close it.
	-> Device 'a' is configured differently.
	  -> Use -force to re-open device with new attributes. NOTE: This will disrupt all initiators using this device.
	-> Device 'b' at LUN '1' is not in configuration for driver/target 'iscsi/iqn.2026-11.com.example:t'. Use -force to remove it.
	-> Device 'a' at LUN '0' is not in configuration for driver/target 'iscsi/iqn.2026-11.com.example:t'. Use -force to remove it.
	-> Device 'b' at LUN '0' is not in configuration for driver/target/group 'iscsi/iqn.2026-11.com.example:t/two'. Use -force to remove it.
	-> Virtual target 'iqn.2026-11.com.example:u' for driver 'iscsi' is not in configuration. Use -force to remove it.
	-> Target dynamic attribute 'allowed_portal' with value '192.0.2.1' is not in configuration. Use -force to remove it.
	-> Initiator 'iqn.2026-11.com.example:y*' is not in configuration for driver/target/group 'iscsi/iqn.2026-11.com.example:t/two'. Use -force to remove it.
	-> Initiator 'iqn.2026-11.com.example:x' is moving to group 'two' from group 'one'. Use -force to move it.
	-> Device 'a' within device group 'd' is not in configuration. Use -force to remove.
	-> Target Group 'd/g' is not in configuration. Use -force to remove.
	-> Driver/target 'iscsi/iqn.2026-11.com.example:t' is enabled but not in configuration. Use -force to disable it.
	-> Setting device attribute 'size' to value '134217728' for device 'a': done.
	-> Opening device 'n' using handler 'vdisk_nullio': done.
	-> Setting target attribute 'IncomingUser' to value 'alice ***' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Setting target attribute 'MaxSessions' to value '3' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding new device group/device 'd/n': done.
	-> Adding new device group 'e': done.
	-> Adding new initiator 'iqn.2026-11.com.example:z' to driver/target/group 'iscsi/iqn.2026-11.com.example:t/two': done.
	-> Adding target attribute 'IncomingUser' with value 'bob ***' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Adding device 'n' at LUN 2 to driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done, 9 change(s) made.

All done.
--- stderr
b.conf:4:3: note: device a: blocksize cannot be changed in place, and stays as it is
b.conf:9:2: note: device b is not made: handlers/vdisk_nullio/b has its name, and stays
b.conf:19:3: note: LUN 0 refers to a, and stays so
b.conf:22:4: note: LUN 0 refers to b, and stays so
b.conf:23:5: note: LUN 0: read_only cannot be changed in place, and stays as it is
b.conf:25:4: note: initiator iqn.2026-11.com.example:x is not made: targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/initiators/iqn.2026-11.com.example:x has its name, and stays
b.conf:37:2: note: device a is not made: device_groups/d/devices/a has its name, and stays
lunward: note: handlers/vdisk_nullio/b: device b is not declared: it stays as it is
lunward: note: handlers/vdisk_nullio/c: device c is not declared: it stays as it is
lunward: note: targets/iscsi/iqn.2026-11.com.example:u: target iqn.2026-11.com.example:u is not declared: it stays as it is
lunward: note: targets/iscsi/iqn.2026-11.com.example:t/luns/1: LUN 1 is not declared: it stays as it is
lunward: note: targets/iscsi/iqn.2026-11.com.example:t/ini_groups/two/initiators/iqn.2026-11.com.example:y*: initiator iqn.2026-11.com.example:y* is not declared: it stays as it is
lunward: note: targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/initiators/iqn.2026-11.com.example:x: initiator iqn.2026-11.com.example:x is not declared: it stays as it is
lunward: note: device_groups/d/devices/a: device a is not declared: it stays as it is
lunward: note: device_groups/d/target_groups/g: target group g is not declared: it stays as it is
--- run
lunward save $AT
--- stdout
HANDLER vdisk_nullio {
	DEVICE a {
		size 134217728
	}
	DEVICE b
	DEVICE c
	DEVICE n
}

TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice another-secret"
		IncomingUser "bob a-third-secret"
		MaxSessions 3
		allowed_portal 192.0.2.1
		enabled 1
		rel_tgt_id 1
		LUN 0 a
		LUN 1 b
		LUN 2 n
		GROUP one {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:x
		}
		GROUP two {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:y*
			INITIATOR iqn.2026-11.com.example:z
		}
	}
	TARGET iqn.2026-11.com.example:u {
		enabled 1
		rel_tgt_id 2
	}
}

TARGET_DRIVER scst_local {
}

DEVICE_GROUP d {
	DEVICE a
	DEVICE n
	TARGET_GROUP g {
		group_id 1
		state active
	}
}

DEVICE_GROUP e
--- run
scstadmin -config b.conf $LIVE 2>/dev/null
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'b.conf' for errors.
	-> Done, 0 warnings found.

-> Applying configuration.
	-> Device 'c' is not in configuration. Use -force to close it.
	-> Device 'b' is not in configuration. Use -force to close it.
	-> Device 'a' is configured differently.
	  -> Use -force to re-open device with new attributes. NOTE: This will disrupt all initiators using this device.
	-> Device 'b' at LUN '1' is not in configuration for driver/target 'iscsi/iqn.2026-11.com.example:t'. Use -force to remove it.
	-> Device 'a' at LUN '0' is not in configuration for driver/target 'iscsi/iqn.2026-11.com.example:t'. Use -force to remove it.
	-> Device 'b' at LUN '0' is not in configuration for driver/target/group 'iscsi/iqn.2026-11.com.example:t/two'. Use -force to remove it.
	-> Virtual target 'iqn.2026-11.com.example:u' for driver 'iscsi' is not in configuration. Use -force to remove it.
	-> Target dynamic attribute 'allowed_portal' with value '192.0.2.1' is not in configuration. Use -force to remove it.
	-> Initiator 'iqn.2026-11.com.example:y*' is not in configuration for driver/target/group 'iscsi/iqn.2026-11.com.example:t/two'. Use -force to remove it.
	-> Initiator 'iqn.2026-11.com.example:x' is moving to group 'two' from group 'one'. Use -force to move it.
	-> Device 'a' within device group 'd' is not in configuration. Use -force to remove.
	-> Target Group 'd/g' is not in configuration. Use -force to remove.
	-> Driver/target 'iscsi/iqn.2026-11.com.example:t' is enabled but not in configuration. Use -force to disable it.
	-> Done, 0 change(s) made.

All done.
--- run
scstadmin -config b.conf -force $LIVE </dev/null 2>/dev/null
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'b.conf' for errors.
	-> Done, 0 warnings found.

Performing this action may result in lost or corrupt data, are you sure you wish to continue (y/[n]) ? Aborting action.

All done.
--- run
echo yes | scstadmin -config b.conf -force $LIVE 2>/dev/null | sed -n '/Applying/,$p'
lunward save $AT
lunward plan $LIVE b.conf
--- stdout
Performing this action may result in lost or corrupt data, are you sure you wish to continue (y/[n]) ? -> Applying configuration.
	-> Disabling driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Replacing device at LUN 0 with device 'n' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/': done.
	-> Moving initiator 'iqn.2026-11.com.example:x' from group 'one' to group 'two': done.
	-> Disabling driver/target 'iscsi/iqn.2026-11.com.example:u': done.
	-> Removing initiator 'iqn.2026-11.com.example:y*' from driver/target/group 'iscsi/iqn.2026-11.com.example:t/two': done.
	-> Removing LUN 1 from driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Closing device 'c' using handler 'vdisk_nullio': done.
	-> Removing virtual target 'iqn.2026-11.com.example:u' from driver 'iscsi': done.
	-> Removing device 'a' from target group 'd': done.
	-> Closing device 'a' using handler 'vdisk_nullio': done.
	-> Opening device 'a' using handler 'vdisk_nullio': done.
	-> Replacing device at LUN 0 with device 'a' in driver/target/group 'iscsi/iqn.2026-11.com.example:t/two': done.
	-> Adding device 'a' at LUN 0 to driver/target/group 'iscsi/iqn.2026-11.com.example:t/one': done.
	-> Adding new device group/device 'e/a': done.
	-> Adding device 'a' at LUN 0 to driver/target 'copy_manager/copy_manager_tgt': done.
	-> Closing device 'b' using handler 'vdisk_nullio': done.
	-> Opening device 'b' using handler 'vdisk_fileio': done.
	-> Removing target group 'g' from device group 'd': done.
	-> Removing dynamic attribute 'allowed_portal' with value '192.0.2.1' for driver/target 'iscsi/iqn.2026-11.com.example:t': done.
	-> Done, 19 change(s) made.

All done.
HANDLER vdisk_fileio {
	DEVICE b {
		filename /srv/b.img
	}
}

HANDLER vdisk_nullio {
	DEVICE a {
		blocksize 4096
		size 134217728
	}
	DEVICE n
}

TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice another-secret"
		IncomingUser "bob a-third-secret"
		MaxSessions 3
		enabled 0
		rel_tgt_id 1
		LUN 0 n
		LUN 2 n
		GROUP one {
			LUN 0 a
		}
		GROUP two {
			LUN 0 a {
				read_only 1
			}
			INITIATOR iqn.2026-11.com.example:x
			INITIATOR iqn.2026-11.com.example:z
		}
	}
}

TARGET_DRIVER scst_local {
}

DEVICE_GROUP d {
	DEVICE n
}

DEVICE_GROUP e {
	DEVICE a
}
Nothing to do.
--- run
lunward history $LIVE | sed 's/[0-9]*-[0-9]*-[0-9]* [:0-9]*//'
--- stdout
   3    done            19 changes  scstadmin -config b.conf -force
   2    done             9 changes  scstadmin -config b.conf
   1    done            22 changes  scstadmin -config a.conf
--- run
scstadmin -clear_config $LIVE
--- stdout
Please specify -force with -clear_config.
--- exit 1
--- run
scstadmin -clear_config -force $LIVE </dev/null
--- stdout

Collecting current configuration: done.

Performing this action may result in lost or corrupt data, are you sure you wish to continue (y/[n]) ? Aborting action.

All done.
--- run
scstadmin -clear -force -noprompt $LIVE
--- stderr
lunward: Option clear is ambiguous (clear_config, clear_inits)
--- exit 1
--- run
lunward save $AT
--- stdout
HANDLER vdisk_fileio {
	DEVICE b {
		filename /srv/b.img
	}
}

HANDLER vdisk_nullio {
	DEVICE a {
		blocksize 4096
		size 134217728
	}
	DEVICE n
}

TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice another-secret"
		IncomingUser "bob a-third-secret"
		MaxSessions 3
		enabled 0
		rel_tgt_id 1
		LUN 0 n
		LUN 2 n
		GROUP one {
			LUN 0 a
		}
		GROUP two {
			LUN 0 a {
				read_only 1
			}
			INITIATOR iqn.2026-11.com.example:x
			INITIATOR iqn.2026-11.com.example:z
		}
	}
}

TARGET_DRIVER scst_local {
}

DEVICE_GROUP d {
	DEVICE n
}

DEVICE_GROUP e {
	DEVICE a
}
