The copy manager gives each new device a unit by itself, in the order in which they are made; the file wants another order, and gets
it: no device has two, and those that the file does not list keep theirs. A unit that is there already keeps its number, which is said:
the number is the kernel's, and initiators know it.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE other
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
	DEVICE c
	DEVICE other
}
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 1 c
		LUN 2 b
		LUN 3 a
	}
}
--- file see.sh
cd $SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns
for unit in [0-9]*; do echo "$unit $(basename $(readlink $unit/device))"; done
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
sh see.sh
lunward apply $LIVE --yes b.conf >/dev/null 2>&1
sh see.sh
lunward plan $LIVE b.conf
--- stdout
0 other
0 other
1 c
2 b
3 a
Nothing to do.
--- run
sed 's/LUN 1 c/LUN 1 X/;s/LUN 3 a/LUN 3 c/;s/LUN 1 X/LUN 1 a/' b.conf >c.conf
lunward apply $LIVE --yes c.conf
sh see.sh
--- stdout
- delete targets/copy_manager/copy_manager_tgt/luns/1 device=c [none] because what it refers to cannot be swapped in place (c.conf:9)
- delete targets/copy_manager/copy_manager_tgt/luns/3 device=a [none] because what it refers to cannot be swapped in place (c.conf:11)
+ create targets/copy_manager/copy_manager_tgt/luns/1 device=a [none] because what it refers to cannot be swapped in place (c.conf:9)
+ create targets/copy_manager/copy_manager_tgt/luns/3 device=c [none] because what it refers to cannot be swapped in place (c.conf:11)
Plan: 0 to create, 0 to change, 0 to delete, 2 to re-create; 0 operations disturb sessions, 0 drop them.
0 other
1 a
2 b
3 c
--- stderr
lunward: 4 operations done (3 in lunward history)
