An operation that the kernel refuses: by default everything goes back to where it was; --on-error says otherwise. What an apply
left half-done, the next one completes.
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
echo "file /srv/a.img 1048576" >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
--- stderr
a.conf:5:2: error: cannot create handlers/vdisk_fileio/b: "add_device b blocksize=4096; filename=/srv/b.img" > handlers/vdisk_fileio/mgmt: No such file or directory
  hint: the backing file is not there
lunward: 1 operation done, 1 failed, 9 not begun; everything is as it was before (1 in lunward history)
--- exit 1
--- run
ls $SIM/scst_tgt/devices
lunward apply $LIVE --yes --on-error stop a.conf >/dev/null
--- stderr
a.conf:5:2: error: cannot create handlers/vdisk_fileio/b: "add_device b blocksize=4096; filename=/srv/b.img" > handlers/vdisk_fileio/mgmt: No such file or directory
  hint: the backing file is not there
lunward: 1 operation done, 1 failed, 9 not begun (2 in lunward history)
  hint: the same again goes on from here; lunward rollback 2 undoes what was done
--- exit 4
--- run
ls $SIM/scst_tgt/devices
lunward apply $LIVE --yes --on-error continue a.conf >/dev/null
--- stdout
a
--- stderr
a.conf:5:2: error: cannot create handlers/vdisk_fileio/b: "add_device b blocksize=4096; filename=/srv/b.img" > handlers/vdisk_fileio/mgmt: No such file or directory
  hint: the backing file is not there
lunward: 5 operations done, 1 failed, 4 not begun (3 in lunward history)
  hint: the same again goes on from here; lunward rollback 3 undoes what was done
--- exit 4
--- run
ls $SIM/scst_tgt/devices $SIM/scst_tgt/targets/iscsi
lunward history $LIVE | sed 's/20..-..-.. ..:..:../TIME/'
--- stdout
@DIR@/sim/scst_tgt/devices:
a

@DIR@/sim/scst_tgt/targets/iscsi:
enabled
iSNSServer
internal_portal
iqn.2026-11.com.example:t
isns_entity_name
link_local
mgmt
open_state
trace_level
version
   3  TIME  partial          5 changes  apply a.conf
   2  TIME  partial          1 change   apply a.conf
   1  TIME  rolled back      1 change   apply a.conf
--- run
echo "file /srv/b.img 1048576" >$SIM/control
lunward apply $LIVE --yes a.conf
--- stdout
+ create handlers/vdisk_fileio/b blocksize=4096 filename=/srv/b.img [none] (a.conf:5)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none] (a.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:one [none] (a.conf:19)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:14)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:11)
Plan: 3 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 5 operations done (4 in lunward history)
--- run
lunward plan $LIVE a.conf
--- stdout
Nothing to do.
