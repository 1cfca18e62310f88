What scstadmin -write_config -nonkey writes is applied: the links to its devices, which it takes for attributes of their handler,
are nothing to set. Another word of that kind is still told.
--- sim fresh
--- file nonkey.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img

		# Non-key attributes
		active 1
		block "0 0"
		pr_state "version 1"
		size_mb 1
	}

	# Non-key attributes
	a 
	type "0 - disk"
}
HANDLER vdisk_nullio {
	# Non-key attributes
	a 
	b 
	DEVICE b
}
--- file other.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	c 
	a 7
}
HANDLER vdisk_nullio {
	DEVICE b
}
--- file groups.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
HANDLER vdisk_nullio {
	DEVICE b
}
DEVICE_GROUP g {
	DEVICE a
}
ALUA {
	# Non-key attributes
	g 
}
--- run
printf 'file /srv/a.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes nonkey.conf
--- stdout
+ create handlers/vdisk_fileio/a active=1 filename=/srv/a.img [none] (nonkey.conf:2)
+ create handlers/vdisk_nullio/b [none] (nonkey.conf:20)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
nonkey.conf:7:3: note: block is never applied as configuration
nonkey.conf:8:3: note: pr_state is never applied as configuration
nonkey.conf:9:3: note: size is never applied as configuration
nonkey.conf:14:2: note: type is never applied as configuration
lunward: 2 operations done (1 in lunward history)
--- run
lunward plan $LIVE nonkey.conf 2>/dev/null
--- stdout
Nothing to do.
--- run
lunward apply $LIVE --yes other.conf
--- stdout
Nothing to do.
--- stderr
other.conf:5:2: warning: "c" is no attribute of a handler that is known here
other.conf:5:2: warning: c: this kernel has no such attribute; it is not set
other.conf:6:2: warning: "a" is no attribute of a handler that is known here
other.conf:6:2: warning: a: this kernel has no such attribute; it is not set
--- run
lunward apply $LIVE --yes groups.conf
--- stdout
+ create device_groups/g [none] (groups.conf:9)
+ create device_groups/g/devices/a [none] (groups.conf:10)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 2 operations done (2 in lunward history)
