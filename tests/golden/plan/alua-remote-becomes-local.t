A target of the other node was a member of the ALUA group by its name and number. Now this node has a
target of that name: the kernel decides local or remote when the member is made, so it is made again.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP tg {
		group_id 1
		TARGET iqn.2026-11.com.example:t
		TARGET iqn.2026-11.com.example:u {
			rel_tgt_id 2
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
		LUN 0 a
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
		LUN 0 a
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP tg {
		group_id 1
		TARGET iqn.2026-11.com.example:t
		TARGET iqn.2026-11.com.example:u
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:u [none] (b.conf:13)
~ set targets/iscsi/iqn.2026-11.com.example:u rel_tgt_id: 0 -> 2 [none] (b.conf:14)
+ create targets/iscsi/iqn.2026-11.com.example:u/luns/0 device=a [none] (b.conf:15)
- delete device_groups/dg/target_groups/tg/iqn.2026-11.com.example:u [disturbs, engine] because what it refers to cannot be swapped in place (b.conf:24)
+ create device_groups/dg/target_groups/tg/iqn.2026-11.com.example:u [disturbs, engine] because what it refers to cannot be swapped in place (b.conf:24)
~ set targets/iscsi/iqn.2026-11.com.example:u enabled: 0 -> 1 [none] (b.conf:16)
Plan: 2 to create, 0 to change, 0 to delete, 1 to re-create; 2 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from b.conf a.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:u enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:u goes (a.conf:6)
- delete device_groups/dg/target_groups/tg/iqn.2026-11.com.example:u [disturbs, engine] because what it refers to cannot be swapped in place (a.conf:19)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:u/luns/0 device=a [drops, node] because targets/iscsi/iqn.2026-11.com.example:u goes (a.conf:6)
- delete targets/iscsi/iqn.2026-11.com.example:u [drops, export] (a.conf:6)
+ create device_groups/dg/target_groups/tg/iqn.2026-11.com.example:u [disturbs, engine] because what it refers to cannot be swapped in place (a.conf:19)
~ set device_groups/dg/target_groups/tg/iqn.2026-11.com.example:u rel_tgt_id: 0 -> 2 [disturbs, engine] (a.conf:20)
Plan: 0 to create, 1 to change, 1 to delete, 1 to re-create; 3 operations disturb sessions, 2 drop them.
--- exit 3
