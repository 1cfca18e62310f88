What does not end in time stops everything, the way back too: the kernel is still at it, and nothing may overlap that. The next
apply begins from what came of it.
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
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\neagain nth 1 20\n' >$SIM/control
lunward apply $LIVE --yes --timeout 1 a.conf >/dev/null
--- stderr
a.conf:5:2: error: cannot create handlers/vdisk_fileio/b: "add_device b blocksize=4096; filename=/srv/b.img" > handlers/vdisk_fileio/mgmt: no result after 1 s; the kernel is still at it
lunward: 1 operation done, 1 failed, 9 not begun (1 in lunward history)
  hint: the same again goes on from here; lunward rollback 1 undoes what was done
--- exit 4
--- run
ls $SIM/scst_tgt/devices
lunward history $LIVE | sed 's/20..-..-.. ..:..:../TIME/'
--- stdout
a
   1  TIME  partial          1 change   apply a.conf
--- run
for n in $(seq 30); do cat $SIM/scst_tgt/last_sysfs_mgmt_res; done >/dev/null 2>&1
lunward apply $LIVE --yes a.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:12)
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none] (a.conf:15)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 0 -> 1 [none] (a.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] (a.conf:16)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none] (a.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none] (a.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:one [none] (a.conf:19)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:14)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:11)
Plan: 5 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 9 operations done (2 in lunward history)
--- run
lunward plan $LIVE a.conf
--- stdout
Nothing to do.
