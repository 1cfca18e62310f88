copy_manager takes no device that cannot be written, but for the moment in which it is made: such a device is left where the kernel
puts it. So it can be cleared and brought back, made anew, and declared there under any number.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE old {
		filename /srv/old.img
		read_only 1
	}
	DEVICE new {
		filename /srv/new.img
	}
}
HANDLER vcdrom {
	DEVICE cd
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN 0 old
		LUN 1 cd
	}
}
--- file listed.conf
HANDLER vdisk_fileio {
	DEVICE old {
		filename /srv/old.img
		read_only 1
		blocksize 4096
	}
	DEVICE new {
		filename /srv/new.img
	}
}
HANDLER vcdrom {
	DEVICE cd
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 7 old
		LUN 8 new
		LUN 9 cd
	}
}
--- run
printf 'file /srv/old.img 1048576\nfile /srv/new.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
ls $SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns
lunward clear $LIVE --yes >/dev/null
lunward rollback $LIVE --yes
ls $SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns
--- stdout
0
1
2
mgmt
+ create handlers/vdisk_fileio/new filename=/srv/new.img [none]
+ create targets/copy_manager/copy_manager_tgt/luns/1 device=new [none]
+ create handlers/vcdrom/cd [none]
+ create handlers/vdisk_fileio/old filename=/srv/old.img read_only=1 [none]
+ create targets/iscsi/iqn.2026-11.com.example:t [none]
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=old read_only=1 [none]
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=cd read_only=1 [none]
Plan: 7 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
1
4
5
mgmt
--- stderr
lunward: 6 operations done (1 in lunward history)
lunward: 4 operations done (2 in lunward history)
lunward: note: this undoes apply 2: clear
lunward: 7 operations done (3 in lunward history)
--- run
lunward apply $LIVE --yes listed.conf
lunward apply $LIVE --yes listed.conf
lunward rollback $LIVE --yes >/dev/null
lunward plan $LIVE a.conf
--- stdout
- delete targets/copy_manager/copy_manager_tgt/luns/1 device=new [none] (listed.conf:15)
+ create targets/copy_manager/copy_manager_tgt/luns/8 device=new [none] (listed.conf:17)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=old [none] because handlers/vdisk_fileio/old is re-created (blocksize)
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/5 device=old [none] because handlers/vdisk_fileio/old is re-created (blocksize) (listed.conf:15)
- delete handlers/vdisk_fileio/old [loses, referrers, 0 sessions] because blocksize can be given at creation only (listed.conf:2)
+ create handlers/vdisk_fileio/old blocksize=4096 filename=/srv/old.img read_only=1 [none] because blocksize can be given at creation only (listed.conf:2)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=old read_only=1 [none] because handlers/vdisk_fileio/old is re-created (blocksize)
Plan: 1 to create, 0 to change, 1 to delete, 2 to re-create; 0 operations disturb sessions, 0 drop them, 1 loses data or reservations.
Nothing to do.
Nothing to do.
--- stderr
lunward: note: targets/iscsi: driver iscsi was applied last and is not named any more: it is left alone
  hint: --prune=all takes away what is not named
listed.conf:16:3: note: this device cannot be written: only the kernel itself gives it a number here, any that is free
listed.conf:18:3: note: this device cannot be written: only the kernel itself gives it a number here, any that is free
lunward: 5 operations done (4 in lunward history)
listed.conf:16:3: note: this device cannot be written: only the kernel itself gives it a number here, any that is free
listed.conf:18:3: note: this device cannot be written: only the kernel itself gives it a number here, any that is free
lunward: note: this undoes apply 4: apply listed.conf
lunward: 5 operations done (5 in lunward history)
