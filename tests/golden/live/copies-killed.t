A device that is made anew gets a unit at the copy manager by itself, and then that of before. Killed between the two it has both: the
way back leaves the one that it had.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 5 a
		LUN 6 b
	}
}
--- file see.sh
cd $SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns
for unit in [0-9]*; do echo "$unit $(basename $(readlink $unit/device))"; done
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
sed 's/DEVICE a/DEVICE a {\n\t\tblocksize 4096\n\t}/' a.conf >b.conf
lunward plan --writes $LIVE b.conf
echo "kill write 2 after" >$SIM/control
lunward apply $LIVE --yes b.conf >/dev/null
sh see.sh
--- stdout
handlers/vdisk_nullio/mgmt	del_device a
handlers/vdisk_nullio/mgmt	add_device a blocksize=4096
targets/copy_manager/copy_manager_tgt/luns/mgmt	add a 5
2 a
5 a
6 b
--- stderr
Killed
--- run
lunward rollback $LIVE --yes
sh see.sh
lunward plan $LIVE a.conf
--- stdout
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/5 device=a [none] because handlers/vdisk_nullio/a is re-created (blocksize)
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/2 device=a [none] because handlers/vdisk_nullio/a is re-created (blocksize)
- delete handlers/vdisk_nullio/a [none] because blocksize can be given at creation only
+ create handlers/vdisk_nullio/a [none] because blocksize can be given at creation only
+ create targets/copy_manager/copy_manager_tgt/luns/5 device=a [none] because handlers/vdisk_nullio/a is re-created (blocksize)
Plan: 0 to create, 0 to change, 0 to delete, 2 to re-create; 0 operations disturb sessions, 0 drop them.
5 a
6 b
Nothing to do.
--- stderr
lunward: note: this undoes apply 2: apply b.conf
lunward: 3 operations done (3 in lunward history)
