What can only be said when a device is made has changed: it is made anew, and its units in all targets and groups, and its place in a
device group, are back, at the same numbers.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 b
		LUN 3 a
		GROUP g {
			LUN 0 a
			LUN 7 b
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
		LUN 5 a {
			read_only 1
		}
		enabled 1
	}
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP t {
		group_id 1
		TARGET iqn.2026-11.com.example:t
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
see() {
	cd $SIM/scst_tgt
	find targets/iscsi device_groups -type l | sort | while read -r link; do echo "$link $(readlink $link)"; done
	cat targets/iscsi/iqn.2026-11.com.example:u/luns/5/read_only devices/a/usn devices/a/t10_dev_id
}
(see) >before
sed '3a\
		blocksize 4096' a.conf >b.conf
lunward apply $LIVE --yes b.conf
(see) | diff before -
cat $SIM/scst_tgt/devices/a/blocksize
--- stdout
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=a [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:17)
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/0 device=a [none] because handlers/vdisk_fileio/a is re-created (blocksize)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/3 device=a [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:15)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:u/luns/5 device=a [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:25)
- delete (implied) device_groups/d/devices/a [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:32)
- delete handlers/vdisk_fileio/a [loses, referrers, 0 sessions] because blocksize can be given at creation only (b.conf:2)
+ create handlers/vdisk_fileio/a blocksize=4096 filename=/srv/a.img [none] because blocksize can be given at creation only (b.conf:2)
+ create device_groups/d/devices/a [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:32)
+ create targets/copy_manager/copy_manager_tgt/luns/0 device=a [none] because handlers/vdisk_fileio/a is re-created (blocksize)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/3 device=a [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:15)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=a [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:u/luns/5 device=a read_only=1 [none] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:25)
Plan: 0 to create, 0 to change, 0 to delete, 6 to re-create; 0 operations disturb sessions, 0 drop them, 1 loses data or reservations.
4096
[key]
--- stderr
b.conf:23:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
lunward: 7 operations done (2 in lunward history)
--- run
lunward plan $LIVE b.conf
--- stdout
Nothing to do.
--- stderr
b.conf:23:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
