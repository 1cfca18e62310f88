SCST opens the block device of vdisk_blockio for one device alone. Who gives it up goes before who takes it comes, be it that its LUN
is for a moment nothing; where only a file name changes, it is taken once the other has closed.
--- sim fresh
--- file a.conf
HANDLER vdisk_blockio {
	DEVICE a {
		filename /dev/x
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		LUN 0 a
	}
}
--- file b.conf
HANDLER vdisk_blockio {
	DEVICE b {
		filename /dev/x
		read_only 1
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		LUN 0 b
	}
}
--- file c.conf
HANDLER vdisk_blockio {
	DEVICE a {
		filename /dev/x
	}
	DEVICE b {
		filename /dev/y
	}
}
--- file d.conf
HANDLER vdisk_blockio {
	DEVICE a {
		filename /dev/y
	}
	DEVICE b {
		filename /dev/z
	}
	DEVICE c {
		filename /dev/x
	}
}
--- run
printf 'block /dev/x 1048576\nblock /dev/y 1048576\nblock /dev/z 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
echo "login iscsi iqn.2026-11.com.example:t iqn.2026-11.com.example:i" >$SIM/control
lunward apply $LIVE --yes b.conf
lunward plan $LIVE b.conf
lunward rollback $LIVE --yes
lunward plan $LIVE a.conf
--- stdout
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/0 device=a [none] because handlers/vdisk_blockio/a goes
- delete handlers/vdisk_blockio/a [drops, referrers, 1 session: iqn.2026-11.com.example:i] (b.conf:1)
+ create handlers/vdisk_blockio/b filename=/dev/x read_only=1 [none] (b.conf:2)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b read_only: 0 -> 1 [drops, engine, 1 session: iqn.2026-11.com.example:i] because handlers/vdisk_blockio/a goes (b.conf:11)
Plan: 1 to create, 1 to change, 1 to delete; 0 operations disturb sessions, 2 drop them.
Nothing to do.
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/1 device=b [none] because handlers/vdisk_blockio/b goes
- delete handlers/vdisk_blockio/b [drops, referrers, 1 session: iqn.2026-11.com.example:i]
+ create handlers/vdisk_blockio/a filename=/dev/x [none]
~ set handlers/vdisk_blockio/a size: 1048576 [none]
+ create targets/copy_manager/copy_manager_tgt/luns/0 device=a [none]
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: b -> a read_only: 1 -> 0 [drops, engine, 1 session: iqn.2026-11.com.example:i] because handlers/vdisk_blockio/b goes
Plan: 2 to create, 1 to change, 1 to delete; 0 operations disturb sessions, 2 drop them.
Nothing to do.
--- stderr
lunward: 5 operations done (1 in lunward history)
lunward: 3 operations done (2 in lunward history)
lunward: note: this undoes apply 2: apply b.conf
lunward: 5 operations done (3 in lunward history)
--- run
lunward clear $LIVE --yes >/dev/null 2>&1
lunward apply $LIVE --yes c.conf >/dev/null
lunward apply $LIVE --yes d.conf
lunward plan $LIVE d.conf
lunward rollback $LIVE --yes >/dev/null
lunward plan $LIVE c.conf
--- stdout
~ set (temporary) handlers/vdisk_blockio/a active: 1 -> 0 [none] because it must be off for the change (d.conf:2)
~ set handlers/vdisk_blockio/a filename: /dev/x -> /dev/y [none] (d.conf:3)
+ create handlers/vdisk_blockio/c filename=/dev/x [none] (d.conf:8)
~ set (temporary) handlers/vdisk_blockio/b active: 1 -> 0 [none] because it must be off for the change (d.conf:5)
~ set handlers/vdisk_blockio/b filename: /dev/y -> /dev/z [none] (d.conf:6)
~ set (temporary) handlers/vdisk_blockio/a active: 0 -> 1 [none] because it must be off for the change (d.conf:2)
~ set (temporary) handlers/vdisk_blockio/b active: 0 -> 1 [none] because it must be off for the change (d.conf:5)
Plan: 1 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
Nothing to do.
Nothing to do.
--- stderr
lunward: 2 operations done (5 in lunward history)
lunward: 7 operations done (6 in lunward history)
lunward: note: this undoes apply 6: apply d.conf
lunward: 7 operations done (7 in lunward history)
