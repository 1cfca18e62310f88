To a configuration that names the handler and the driver and nothing in them.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		blocksize 512
	}
	DEVICE c {
		filename /srv/c.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		LUN 1 c
		GROUP g {
			LUN 3 a {
				read_only 1
			}
			INITIATOR iqn.1993-08.org.debian:01:host1
		}
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
		LUN 1 a
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP tg {
		group_id 1
		TARGET iqn.2026-11.com.example:t
	}
}
--- file b.conf
HANDLER vdisk_fileio {
}
TARGET_DRIVER iscsi {
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set targets/iscsi enabled: 1 -> 0 [none] (b.conf:3)
~ set targets/iscsi/iqn.2026-11.com.example:u enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:u goes (b.conf:3)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:u/luns/1 device=a [drops, node] because targets/iscsi/iqn.2026-11.com.example:u goes (b.conf:3)
- delete targets/iscsi/iqn.2026-11.com.example:u [drops, export] (b.conf:3)
Plan: 0 to create, 2 to change, 1 to delete; 0 operations disturb sessions, 2 drop them.
--- stderr
a.conf:2:2: note: device a is not declared; it is kept, because device_groups/dg/devices/a refers to it
a.conf:6:2: note: device c is not declared; it is kept, because targets/iscsi/iqn.2026-11.com.example:t/luns/1 refers to it
a.conf:12:2: note: target iqn.2026-11.com.example:t is not declared; it is kept, because device_groups/dg/target_groups/tg/iqn.2026-11.com.example:t refers to it
b.conf:3:1: warning: nobody can log in to its targets: the driver is off
  hint: write enabled 1 into its own block, too
--- exit 3
--- run
lunward plan --prune=all --from a.conf b.conf
--- stdout
~ set targets/iscsi enabled: 1 -> 0 [none] (b.conf:3)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:t goes (b.conf:3)
~ set targets/iscsi/iqn.2026-11.com.example:u enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:u goes (b.conf:3)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:u/luns/1 device=a [drops, node] because targets/iscsi/iqn.2026-11.com.example:u goes (b.conf:3)
- delete targets/iscsi/iqn.2026-11.com.example:u [drops, export] (b.conf:3)
- delete (implied) device_groups/dg/target_groups/tg/iqn.2026-11.com.example:t [disturbs, engine] because device_groups/dg/target_groups/tg goes
- delete (implied) device_groups/dg/devices/a [disturbs, engine] because device_groups/dg goes
- delete (implied) device_groups/dg/target_groups/tg [disturbs, engine] because device_groups/dg goes
- delete device_groups/dg [disturbs, engine]
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/3 device=a [drops, node] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g goes (b.conf:3)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.1993-08.org.debian:01:host1 [disturbs, engine] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g goes (b.conf:3)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [drops, node] because targets/iscsi/iqn.2026-11.com.example:t goes (b.conf:3)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=c [drops, node] because targets/iscsi/iqn.2026-11.com.example:t goes (b.conf:3)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [disturbs, engine] because targets/iscsi/iqn.2026-11.com.example:t goes (b.conf:3)
- delete targets/iscsi/iqn.2026-11.com.example:t [drops, export] (b.conf:3)
- delete handlers/vdisk_fileio/a [none] (b.conf:1)
- delete handlers/vdisk_fileio/c [none] (b.conf:1)
Plan: 0 to create, 3 to change, 5 to delete; 6 operations disturb sessions, 6 drop them.
--- exit 3
