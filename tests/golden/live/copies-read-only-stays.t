Nobody can give a device that cannot be written a unit at the copy manager, and so nobody takes it away. New ones come last, when
all declared numbers are taken; one that sits on a number keeps it.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE r {
		filename /srv/r.img
		read_only 1
	}
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 1 a
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
	DEVICE r {
		filename /srv/r.img
		read_only 1
	}
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 2 a
		LUN 1 b
	}
}
--- file see.sh
cd $SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns
for unit in [0-9]*; do echo "$unit $(basename $(readlink $unit/device))"; done
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\nfile /srv/r.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf
sh see.sh
lunward plan $LIVE a.conf
lunward apply $LIVE --yes b.conf
sh see.sh
lunward plan $LIVE b.conf
lunward rollback $LIVE --yes
sh see.sh
--- stdout
+ create handlers/vdisk_fileio/a filename=/srv/a.img [none] (a.conf:2)
+ create targets/copy_manager/copy_manager_tgt/luns/1 device=a [none] (a.conf:12)
+ create handlers/vdisk_fileio/r filename=/srv/r.img read_only=1 [none] (a.conf:5)
Plan: 3 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
1 a
2 r
Nothing to do.
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (b.conf:5)
- delete targets/copy_manager/copy_manager_tgt/luns/1 device=a [none] because what it refers to cannot be swapped in place (b.conf:16)
+ create targets/copy_manager/copy_manager_tgt/luns/3 device=a [none] (b.conf:15)
+ create targets/copy_manager/copy_manager_tgt/luns/1 device=b [none] because what it refers to cannot be swapped in place (b.conf:16)
Plan: 2 to create, 0 to change, 0 to delete, 1 to re-create; 0 operations disturb sessions, 0 drop them.
1 b
2 r
3 a
Nothing to do.
- delete targets/copy_manager/copy_manager_tgt/luns/1 device=b [none] because what it refers to cannot be swapped in place
- delete targets/copy_manager/copy_manager_tgt/luns/3 device=a [none]
+ create targets/copy_manager/copy_manager_tgt/luns/1 device=a [none] because what it refers to cannot be swapped in place
- delete handlers/vdisk_fileio/b [none]
Plan: 0 to create, 0 to change, 2 to delete, 1 to re-create; 0 operations disturb sessions, 0 drop them.
1 a
2 r
--- stderr
lunward: 3 operations done (1 in lunward history)
b.conf:15:3: warning: this number cannot be had: it is that of r, which cannot be written, and only the kernel itself could give that another
  hint: declare another number
lunward: 4 operations done (2 in lunward history)
b.conf:15:3: warning: this number cannot be had: it is that of r, which cannot be written, and only the kernel itself could give that another
  hint: declare another number
lunward: note: this undoes apply 2: apply b.conf
lunward: 4 operations done (3 in lunward history)
