What was applied is undone, one by one or several at once; an undo can be undone. Nothing is noted that nobody declared.
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
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 2
		enabled 1
		LUN 1 a
	}
}
--- run
lunward rollback $LIVE --yes
--- stderr
lunward: error: nothing was applied: there is nothing to undo
  hint: lunward history lists what was applied
lunward: 1 error
--- exit 2
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
lunward save $AT >first.conf
lunward apply $LIVE --yes b.conf >/dev/null
lunward rollback $LIVE --yes
lunward history $LIVE | sed 's/20..-..-.. ..:..:../TIME/'
--- stdout
+ create handlers/vdisk_fileio/b blocksize=4096 filename=/srv/b.img [none]
+ create targets/copy_manager/copy_manager_tgt/luns/1 device=b [none]
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 2 -> 1 [none]
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none]
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none]
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=a [none]
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none]
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:one [none]
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none]
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 6 to create, 2 to change, 1 to delete; 0 operations disturb sessions, 0 drop them.
   3  TIME  done             9 changes  rollback 2
   2  TIME  done             7 changes  apply b.conf
   1  TIME  done            11 changes  apply a.conf
--- stderr
lunward: 11 operations done (1 in lunward history)
b.conf:8:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
lunward: 7 operations done (2 in lunward history)
lunward: note: this undoes apply 2: apply b.conf
lunward: 9 operations done (3 in lunward history)
--- run
lunward rollback $LIVE --yes 1 >/dev/null
ls $SIM/scst_tgt/devices $SIM/scst_tgt/targets/iscsi
--- stdout
@DIR@/sim/scst_tgt/devices:

@DIR@/sim/scst_tgt/targets/iscsi:
enabled
iSNSServer
internal_portal
isns_entity_name
link_local
mgmt
open_state
trace_level
version
--- stderr
lunward: note: this undoes apply 1 and all since, to 3: apply a.conf
lunward: 5 operations done (4 in lunward history)
--- run
lunward rollback $LIVE --yes >/dev/null
lunward save $AT | diff first.conf -
--- stderr
lunward: note: this undoes apply 4: rollback 1
lunward: 13 operations done (5 in lunward history)
--- run
lunward rollback $LIVE --yes 99
--- stderr
lunward: error: there is no apply 99 to undo
  hint: lunward history lists what was applied
lunward: 1 error
--- exit 2
--- run
lunward rollback $LIVE --yes last
--- stderr
lunward: "last" is no number of an apply; lunward history lists them
--- exit 2
