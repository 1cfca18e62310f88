Where the way back fails, too, what is left is told, and the next apply begins there.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
		blocksize 4096
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		enabled 1
		IncomingUser "alice a-long-secret"
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\nfault write 2 EIO\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
--- stderr
a.conf:5:2: error: cannot create handlers/vdisk_fileio/b: "add_device b blocksize=4096; filename=/srv/b.img" > handlers/vdisk_fileio/mgmt: No such file or directory
  hint: the backing file is not there
lunward: error: on the way back: cannot delete handlers/vdisk_fileio/a: "del_device a" > handlers/vdisk_fileio/mgmt: Input/output error
lunward: 1 operation done, 1 failed, 9 not begun; on the way back something was left (1 in lunward history)
  hint: the same again goes on from here; lunward rollback 1 undoes what was done
--- exit 4
--- run
ls $SIM/scst_tgt/devices
lunward history $LIVE | sed 's/20..-..-.. ..:..:../TIME/'
--- stdout
a
   1  TIME  partial          1 change   apply a.conf
--- run
echo "file /srv/b.img 1048576" >$SIM/control
lunward rollback $LIVE --yes
--- stdout
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/0 device=a [none] because handlers/vdisk_fileio/a goes
- delete handlers/vdisk_fileio/a [none]
Plan: 0 to create, 0 to change, 1 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: note: this undoes apply 1: apply a.conf
lunward: 1 operation done (2 in lunward history)
--- run
lunward apply $LIVE --yes a.conf | tail -n 1
--- stdout
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 11 operations done (3 in lunward history)
