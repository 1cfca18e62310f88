An attribute that this SCST does not have is told and left out, also where its object is made in the same run; what protects is
an error then. A hint names the file when it is the backing file that is missing.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		zero_copy 0
		no_such_thing 7
	}
}
TARGET_DRIVER scst_local {
	TARGET t {
		enabled 1
		no_such_word x
		LUN 0 a
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		NoSuchKey 5
		LUN 0 a
	}
}
--- file off.conf
TARGET_DRIVER scst_local {
	TARGET u {
		enabled 0
	}
}
--- file users.conf
TARGET_DRIVER scst_local {
	TARGET u {
		IncomingUser "joe 12charsecret"
	}
}
--- file cdrom.conf
HANDLER vcdrom {
	DEVICE c {
		read_only 1
	}
}
--- file other.conf
HANDLER vdisk_nullio {
	DEVICE n
}
TARGET_DRIVER scst_local {
	TARGET p {
		enabled 1
		LUN 0 n
	}
}
--- file more.conf
HANDLER vdisk_nullio {
	DEVICE n
}
TARGET_DRIVER scst_local {
	TARGET p {
		enabled 1
		comment hello
		LUN 0 n
	}
}
--- file closed.conf
HANDLER vdisk_fileio {
	DEVICE b {
		filename /srv/b.img
		active 0
	}
}
--- file open.conf
HANDLER vdisk_fileio {
	DEVICE b {
		filename /srv/b.img
		active 1
	}
}
--- file front.conf
HANDLER vdisk_fileio {
	DEVICE f {
		filename /srv/f.img
		zero_copy 0
	}
}
TARGET_DRIVER scst_local {
	TARGET f {
		enabled 1
		LUN 0 f
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\nfile /srv/f.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf
--- stdout
+ create handlers/vdisk_fileio/a filename=/srv/a.img [none] (a.conf:2)
~ set handlers/vdisk_fileio/a no_such_thing: 7 [none] (a.conf:5)
+ create targets/scst_local/t [none] (a.conf:9)
~ set targets/scst_local/t enabled: 1 [none] (a.conf:10)
~ set targets/scst_local/t no_such_word: x [none] (a.conf:11)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:17)
~ set targets/iscsi/iqn.2026-11.com.example:t NoSuchKey: 5 [none] (a.conf:19)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] (a.conf:20)
+ create targets/scst_local/t/luns/0 device=a [none] (a.conf:12)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:18)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:16)
Plan: 5 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:4:3: warning: zero_copy: this kernel has no such attribute; it is not set
a.conf:5:3: warning: "no_such_thing" is no attribute of a device that is known here
a.conf:10:3: warning: "enabled" is no attribute of a target that is known here
a.conf:11:3: warning: "no_such_word" is no attribute of a target that is known here
a.conf:19:3: warning: "NoSuchKey" is no attribute of a target that is known here
a.conf:5:3: warning: no_such_thing: this kernel has no such attribute; it is not set
a.conf:10:3: warning: enabled: this kernel has no such attribute; it is not set
a.conf:11:3: warning: no_such_word: this kernel has no such attribute; it is not set
a.conf:19:3: warning: NoSuchKey: this kernel has no such attribute; it is not set
lunward: 7 operations done (1 in lunward history)
--- run
lunward apply $LIVE --yes a.conf
--- stdout
Nothing to do.
--- stderr
a.conf:4:3: warning: zero_copy: this kernel has no such attribute; it is not set
a.conf:5:3: warning: "no_such_thing" is no attribute of a device that is known here
a.conf:5:3: warning: no_such_thing: this kernel has no such attribute; it is not set
a.conf:10:3: warning: "enabled" is no attribute of a target that is known here
a.conf:10:3: warning: enabled: this kernel has no such attribute; it is not set
a.conf:11:3: warning: "no_such_word" is no attribute of a target that is known here
a.conf:11:3: warning: no_such_word: this kernel has no such attribute; it is not set
a.conf:19:3: warning: "NoSuchKey" is no attribute of a target that is known here
a.conf:19:3: warning: NoSuchKey: this kernel has no such attribute; it is not set
--- run
lunward apply $LIVE --yes off.conf >/dev/null
--- stderr
lunward: note: handlers/vdisk_fileio: handler vdisk_fileio was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: targets/iscsi: driver iscsi was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
off.conf:3:3: warning: "enabled" is no attribute of a target that is known here
off.conf:3:3: error: cannot set enabled of targets/scst_local/u: "0" > targets/scst_local/u/enabled: No such file or directory
  hint: this SCST has no such attribute
lunward: 1 operation done, 1 failed, 1 not begun; everything is as it was before (2 in lunward history)
--- exit 1
--- run
lunward apply $LIVE --yes users.conf >/dev/null
--- stderr
lunward: note: handlers/vdisk_fileio: handler vdisk_fileio was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: targets/iscsi: driver iscsi was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
users.conf:3:3: warning: "IncomingUser" is no attribute of a target that is known here
users.conf:3:3: error: cannot set IncomingUser of targets/scst_local/u: "***" > targets/scst_local/u/IncomingUser: No such file or directory
  hint: this SCST has no such attribute
lunward: 1 operation done, 1 failed, 1 not begun; everything is as it was before (3 in lunward history)
--- exit 1
--- run
lunward apply $LIVE --yes cdrom.conf >/dev/null
--- stderr
lunward: note: handlers/vdisk_fileio: handler vdisk_fileio was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: targets/scst_local: driver scst_local was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: targets/iscsi: driver iscsi was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
cdrom.conf:3:3: warning: "read_only" is no attribute of a device that is known here
cdrom.conf:3:3: error: cannot set read_only of handlers/vcdrom/c: "1" > devices/c/read_only: No such file or directory
  hint: this SCST has no such attribute
lunward: 1 operation done, 1 failed; everything is as it was before (4 in lunward history)
--- exit 1
--- run
lunward apply $LIVE --yes closed.conf >/dev/null
printf 'broken /srv/b.img ENOENT\n' >$SIM/control
lunward apply $LIVE --yes open.conf >/dev/null
--- stderr
lunward: note: handlers/vdisk_fileio/a: device a is not declared; it is kept, because targets/iscsi/iqn.2026-11.com.example:t/luns/0 refers to it
lunward: note: targets/scst_local: driver scst_local was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: note: targets/iscsi: driver iscsi was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
lunward: 1 operation done (5 in lunward history)
lunward: note: handlers/vdisk_fileio/a: device a is not declared; it is kept, because targets/iscsi/iqn.2026-11.com.example:t/luns/0 refers to it
open.conf:4:3: error: cannot set active of handlers/vdisk_fileio/b: "1" > devices/b/active: No such file or directory
  hint: the backing file /srv/b.img is not there
lunward: 0 operations done, 1 failed; everything is as it was before (6 in lunward history)
--- exit 1
--- run
scstadmin -config front.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'front.conf' for errors.
	-> Done, 0 warnings found.

-> Applying configuration.
	-> Device 'b' is not in configuration. Use -force to close it.
	-> Device 'a' at LUN '0' is not in configuration for driver/target 'scst_local/t'. Use -force to remove it.
	-> Virtual target 't' for driver 'scst_local' is not in configuration. Use -force to remove it.
	-> Opening device 'f' using handler 'vdisk_fileio': done.
	-> Creating target 'f' for driver 'scst_local': done.
	-> WARNING: Driver/target 'scst_local/f' lacks the settable attribute 'enabled', ignoring.

	-> Adding device 'f' at LUN 0 to driver/target 'scst_local/f': done.
	-> Done, 3 change(s) made.

All done.
--- stderr
lunward: note: handlers/vdisk_fileio/a: device a is not declared: it stays as it is
lunward: note: handlers/vdisk_fileio/b: device b is not declared: it stays as it is
lunward: note: targets/scst_local/t: target t is not declared: it stays as it is
front.conf:4:3: warning: zero_copy: this kernel has no such attribute; it is not set
front.conf:9:3: warning: "enabled" is no attribute of a target that is known here
front.conf:9:3: warning: enabled: this kernel has no such attribute; it is not set
--- run
scstadmin -config front.conf $LIVE
--- stdout

Collecting current configuration: done.

-> Checking configuration file 'front.conf' for errors.
	-> Done, 0 warnings found.

-> Applying configuration.
	-> Device 'b' is not in configuration. Use -force to close it.
	-> Device 'a' at LUN '0' is not in configuration for driver/target 'scst_local/t'. Use -force to remove it.
	-> Virtual target 't' for driver 'scst_local' is not in configuration. Use -force to remove it.
	-> Done, 0 change(s) made.

All done.
--- stderr
lunward: note: handlers/vdisk_fileio/a: device a is not declared: it stays as it is
lunward: note: handlers/vdisk_fileio/b: device b is not declared: it stays as it is
lunward: note: targets/scst_local/t: target t is not declared: it stays as it is
front.conf:4:3: warning: zero_copy: this kernel has no such attribute; it is not set
front.conf:9:3: warning: "enabled" is no attribute of a target that is known here
front.conf:9:3: warning: enabled: this kernel has no such attribute; it is not set
--- run
pyscstadmin -config other.conf $FRONT; echo $?
pyscstadmin -config other.conf $FRONT
--- stdout
Configuration from other.conf applied successfully
0
Configuration from other.conf applied successfully
--- stderr
other.conf:6:3: warning: "enabled" is no attribute of a target that is known here
other.conf:6:3: warning: enabled: this kernel has no such attribute; it is not set
other.conf:6:3: warning: "enabled" is no attribute of a target that is known here
other.conf:6:3: warning: enabled: this kernel has no such attribute; it is not set
--- run
ls -d $SIM/scst_tgt/devices/* $SIM/scst_tgt/targets/scst_local/*/
--- stdout
@DIR@/sim/scst_tgt/devices/n
@DIR@/sim/scst_tgt/targets/scst_local/p/
--- run
lunward apply $LIVE --yes more.conf
--- stdout
~ set targets/scst_local/p comment: "" -> hello [none] (more.conf:7)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
more.conf:6:3: warning: "enabled" is no attribute of a target that is known here
more.conf:6:3: warning: enabled: this kernel has no such attribute; it is not set
lunward: 1 operation done (9 in lunward history)
