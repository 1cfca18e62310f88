The first apply makes everything, the second finds nothing to do and is not in the history; what is left out of a file goes.
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
		rel_tgt_id 1
		enabled 1
		LUN 0 a
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
lunward plan $LIVE a.conf | tail -n 1
--- stdout
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- run
lunward apply $LIVE --yes a.conf
--- stdout
+ create handlers/vdisk_fileio/a filename=/srv/a.img [none] (a.conf:2)
+ create handlers/vdisk_fileio/b blocksize=4096 filename=/srv/b.img [none] (a.conf:5)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:12)
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none] (a.conf:15)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 0 -> 1 [none] (a.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] (a.conf:16)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none] (a.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none] (a.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:one [none] (a.conf:19)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:14)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:11)
Plan: 7 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 11 operations done (1 in lunward history)
--- run
cat $SIM/scst_tgt/devices/b/blocksize $SIM/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/enabled
--- stdout
4096
[key]
1
--- run
lunward apply $LIVE --yes a.conf
--- stdout
Nothing to do.
--- run
lunward plan $LIVE a.conf
--- stdout
Nothing to do.
--- run
lunward apply $LIVE --yes b.conf
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:one [none] (b.conf:8)
- delval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none] (b.conf:8)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/0 device=b [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g goes (b.conf:8)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none] (b.conf:8)
- delete (implied) targets/copy_manager/copy_manager_tgt/luns/1 device=b [none] because handlers/vdisk_fileio/b goes
- delete handlers/vdisk_fileio/b [none] (b.conf:1)
Plan: 0 to create, 1 to change, 3 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 4 operations done (2 in lunward history)
--- run
lunward history $LIVE | sed 's/20..-..-.. ..:..:../TIME/'
--- stdout
   2  TIME  done             4 changes  apply b.conf
   1  TIME  done            11 changes  apply a.conf
--- run
lunward history $LIVE -o json | sed 's/"time": [0-9]*/"time": 0/'
--- stdout
{
  "lunward": "history",
  "version": 1,
  "entries": [
    {
      "id": 2,
      "time": 0,
      "state": "done",
      "changes": 4,
      "command": "apply b.conf"
    },
    {
      "id": 1,
      "time": 0,
      "state": "done",
      "changes": 11,
      "command": "apply a.conf"
    }
  ]
}
