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
	-> create handlers/vdisk_nullio/a: done.
	-> create handlers/vdisk_nullio/b: done.
	-> create handlers/vdisk_nullio/c: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t: done.
	-> addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: done.
	-> addval targets/iscsi/iqn.2026-11.com.example:t allowed_portal: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/luns/0: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/luns/1: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/luns/0: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/initiators/iqn.2026-11.com.example:x: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/two: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/two/luns/0: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/two/initiators/iqn.2026-11.com.example:y*: done.
	-> create targets/iscsi/iqn.2026-11.com.example:u: done.
	-> create device_groups/d: done.
	-> create device_groups/d/devices/a: done.
	-> create device_groups/d/target_groups/g: done.
	-> set device_groups/d/target_groups/g group_id: done.
	-> set targets/iscsi/iqn.2026-11.com.example:t enabled: done.
	-> set targets/iscsi/iqn.2026-11.com.example:u enabled: done.
	-> set targets/iscsi enabled: done.
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
	-> set handlers/vdisk_nullio/a size: done.
	-> create handlers/vdisk_nullio/n: done.
	-> chval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: done.
	-> set targets/iscsi/iqn.2026-11.com.example:t MaxSessions: done.
	-> create device_groups/d/devices/n: done.
	-> create device_groups/e: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/two/initiators/iqn.2026-11.com.example:z: done.
	-> addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/luns/2: done.
	-> Some things were left as they are. Use -force to remove or replace them.
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
	-> Some things were left as they are. Use -force to remove or replace them.
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
	-> set targets/iscsi/iqn.2026-11.com.example:t enabled: done.
	-> replace targets/iscsi/iqn.2026-11.com.example:t/luns/0: done.
	-> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/initiators/iqn.2026-11.com.example:x: done.
	-> set targets/iscsi/iqn.2026-11.com.example:u enabled: done.
	-> delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/two/initiators/iqn.2026-11.com.example:y*: done.
	-> delete targets/iscsi/iqn.2026-11.com.example:t/luns/1: done.
	-> delete handlers/vdisk_nullio/c: done.
	-> delete targets/iscsi/iqn.2026-11.com.example:u: done.
	-> delete device_groups/d/devices/a: done.
	-> delete handlers/vdisk_nullio/a: done.
	-> create handlers/vdisk_nullio/a: done.
	-> replace targets/iscsi/iqn.2026-11.com.example:t/ini_groups/two/luns/0: done.
	-> create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/luns/0: done.
	-> create device_groups/e/devices/a: done.
	-> create targets/copy_manager/copy_manager_tgt/luns/0: done.
	-> delete handlers/vdisk_nullio/b: done.
	-> create handlers/vdisk_fileio/b: done.
	-> delete device_groups/d/target_groups/g: done.
	-> delval targets/iscsi/iqn.2026-11.com.example:t allowed_portal: done.
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
--- stdout

Collecting current configuration: done.

-> Clearing running configuration.
	-> set targets/iscsi enabled: done.
	-> delete handlers/vdisk_fileio/b: done.
	-> delete targets/iscsi/iqn.2026-11.com.example:t: done.
	-> delete device_groups/d: done.
	-> delete handlers/vdisk_nullio/n: done.
	-> delete device_groups/e: done.
	-> delete handlers/vdisk_nullio/a: done.
	-> Configuration cleared.

All done.
--- run
lunward save $AT
--- stdout
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
}
