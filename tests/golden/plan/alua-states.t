Through ports that are standby, unavailable or offline nobody reads or writes: who has no other path loses his disks. A group of the
other node's ports tells initiators about these and takes nothing away here.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		rel_tgt_id 1
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP here {
		group_id 1
		state active
		TARGET iqn.2026-11.com.example:t
	}
	TARGET_GROUP there {
		group_id 2
		state nonoptimized
		TARGET iqn.2026-11.com.example:u {
			rel_tgt_id 2
		}
	}
}
--- run
sed 's/state active/state offline/; s/state nonoptimized/state standby/' a.conf >b.conf
lunward plan --from a.conf b.conf
lunward plan --from b.conf a.conf
sed 's/state active/state nonoptimized/' a.conf >c.conf
lunward plan --from a.conf c.conf
--- stdout
~ set device_groups/dg/target_groups/here state: active -> offline [drops, engine] (b.conf:18)
~ set device_groups/dg/target_groups/there state: nonoptimized -> standby [disturbs, engine] (b.conf:23)
Plan: 0 to create, 2 to change, 0 to delete; 1 operation disturbs sessions, 1 drops them.
~ set device_groups/dg/target_groups/here state: offline -> active [disturbs, engine] (a.conf:18)
~ set device_groups/dg/target_groups/there state: standby -> nonoptimized [disturbs, engine] (a.conf:23)
Plan: 0 to create, 2 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
~ set device_groups/dg/target_groups/here state: active -> nonoptimized [disturbs, engine] (c.conf:18)
Plan: 0 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
