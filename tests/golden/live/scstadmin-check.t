What -check_config says, and what -config refuses; -cont_on_err does the rest, and ends with 1 all the same.
--- sim fresh
--- file wrong.conf
HANDLER vdisk_nullio {
	DEVICE a {
		blocksize 5
	}
}
--- file port.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER ib_srpt {
	TARGET no_such_target {
		enabled 1
	}
}
TARGET_DRIVER scst_local {
	TARGET local {
		LUN 0 a
	}
}
--- file empty.conf
# nothing
--- file groups.conf
DEVICE_GROUP d
--- run
scstadmin -check_config wrong.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'wrong.conf' for errors.
	-> Done, 1 errors found.

All done.
--- stderr
wrong.conf:3:3: error: blocksize: "5" is not legal: expected a power of two, at least 512
--- exit 1
--- run
scstadmin -config wrong.conf -cont_on_err $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'wrong.conf' for errors.
	-> Done, 1 errors found.


FATAL: Received the following error:

	Configuration has errors, aborting.

--- stderr
wrong.conf:3:3: error: blocksize: "5" is not legal: expected a power of two, at least 512
--- exit 1
--- run
scstadmin -config empty.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'empty.conf' for errors.
-> WARNING: Configuration is empty or unreadable, aborting.

--- run
scstadmin -check groups.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'groups.conf' for errors.
	-> WARNING: No TARGET_DRIVER section defined. No target drivers will be configured.

	-> WARNING: No HANDLER section defined. Only physical media will be configured for targets.

FATAL: No target drivers or handlers defined, aborting!
	-> Done, 1 errors found.

All done.
--- exit 1
--- run
scstadmin -config none.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'none.conf' for errors.


FATAL: Received the following error:

	Unable to open configuration file 'none.conf': No such file or directory

--- exit 1
--- run
scstadmin -check_config port.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'port.conf' for errors.
	-> WARNING: Target driver 'ib_srpt' is not loaded or available.

	-> Done, 1 warnings found.


All done.
--- stderr
port.conf:5:2: warning: target no_such_target is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
--- run
scstadmin -config port.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'port.conf' for errors.
	-> WARNING: Target driver 'ib_srpt' is not loaded or available.

	-> Done, 1 warnings found.

-> Applying configuration.


FATAL: Received the following error:

	Target driver 'ib_srpt' is not loaded or available.

--- stderr
port.conf:5:2: warning: target no_such_target is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
--- exit 1
--- run
lunward save $AT | grep -c nullio
--- stdout
0
--- exit 1
--- run
scstadmin -config port.conf -cont_on_err $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'port.conf' for errors.
	-> WARNING: Target driver 'ib_srpt' is not loaded or available.

	-> Done, 1 warnings found.

-> Applying configuration.
Target driver 'ib_srpt' is not loaded or available.
	-> Opening device 'a' using handler 'vdisk_nullio': done.
	-> Creating target 'local' for driver 'scst_local': done.
	-> Adding device 'a' at LUN 0 to driver/target 'scst_local/local': done.
	-> Done, 3 change(s) made.

All done.
--- stderr
port.conf:5:2: warning: target no_such_target is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
--- run
lunward save $AT
--- stdout
HANDLER vdisk_nullio {
	DEVICE a
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
	TARGET local {
		LUN 0 a
	}
}
--- run
scstadmin -config port.conf $AT --state port.conf
--- stdout

Collecting current configuration: done.

--- stderr
lunward: cannot use the state folder port.conf/scst: Not a directory
  hint: --state names another one
--- exit 1
--- run
scstadmin -config port.conf -root /nowhere
--- stderr
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
lunward: Failed to obtain SCST version information. Are the SCST modules loaded?
--- exit 2
--- run
scstadmin -conf port.conf -clear_config
--- stdout
Please specify only one non-query operation at a time.
--- exit 1
--- run
scstadmin -root
--- stderr
lunward: Option root requires an argument
--- exit 1
--- run
scstadmin -c
--- stderr
lunward: Option c is ambiguous (config, check_config)
--- exit 1
--- run
scstadmin -nosuch; scstadmin -force=1; scstadmin
--- stderr
lunward: Unknown option: nosuch
lunward: Option force does not take an argument
lunward: SCST is not here: there is no /sys/kernel/scst_tgt
  hint: load its kernel modules, or name another place with --root
lunward: Failed to obtain SCST version information. Are the SCST modules loaded?
--- exit 2
--- run
scstadmin -h | head -3
--- stdout
Usage: scstadmin OPTION...

  -config [FILE]           bring SCST into the state of FILE (/etc/scst.conf)
