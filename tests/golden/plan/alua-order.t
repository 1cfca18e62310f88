When ports swap their states, those that come up do so first: whoever has paths through both is never without one. A port that
changes groups leaves before the state of the old one is written, and joins the new one last.
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
	TARGET iqn.2026-11.com.example:u {
		LUN 0 a
		rel_tgt_id 2
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP first {
		group_id 1
		state active
		TARGET iqn.2026-11.com.example:t
	}
	TARGET_GROUP second {
		group_id 2
		state standby
		TARGET iqn.2026-11.com.example:u
	}
}
--- run
sed 's/state active/state STANDBY/; s/state standby/state active/; s/STANDBY/standby/' a.conf >b.conf
lunward plan --from a.conf b.conf
lunward plan --from b.conf a.conf
echo "# the ports swap instead of the states"
sed 's/example:t$/example:T/; s/example:u$/example:t/; s/example:T$/example:u/' a.conf >c.conf
lunward plan --from a.conf c.conf
echo "# a port leaves the group that goes off, another joins the one that comes up"
sed 's/state active/&\n\t\tTARGET iqn.2026-11.com.example:t/' b.conf | sed '/state standby/{n;d}' >d.conf
lunward plan --from a.conf d.conf
echo "# a disk that is made anew leaves before the ports go off"
sed 's/^HANDLER vdisk_fileio {/&\n}\nHANDLER vdisk_nullio {/; /filename/d; s/state .*/state offline/; /^\tDEVICE a$/d' a.conf >e.conf
lunward plan --from a.conf e.conf
--- stdout
~ set device_groups/dg/target_groups/second state: standby -> active [disturbs, engine] (b.conf:28)
~ set device_groups/dg/target_groups/first state: active -> standby [drops, engine] (b.conf:23)
Plan: 0 to create, 2 to change, 0 to delete; 1 operation disturbs sessions, 1 drops them.
~ set device_groups/dg/target_groups/first state: standby -> active [disturbs, engine] (a.conf:23)
~ set device_groups/dg/target_groups/second state: active -> standby [drops, engine] (a.conf:28)
Plan: 0 to create, 2 to change, 0 to delete; 1 operation disturbs sessions, 1 drops them.
# the ports swap instead of the states
- delete device_groups/dg/target_groups/first/iqn.2026-11.com.example:t [disturbs, engine] (c.conf:21)
- delete device_groups/dg/target_groups/second/iqn.2026-11.com.example:u [disturbs, engine] (c.conf:26)
+ create device_groups/dg/target_groups/first/iqn.2026-11.com.example:u [disturbs, engine] (c.conf:24)
+ create device_groups/dg/target_groups/second/iqn.2026-11.com.example:t [drops, engine] (c.conf:29)
Plan: 2 to create, 0 to change, 2 to delete; 3 operations disturb sessions, 1 drops them.
# a port leaves the group that goes off, another joins the one that comes up
~ set device_groups/dg/target_groups/second state: standby -> active [disturbs, engine] (d.conf:27)
- delete device_groups/dg/target_groups/first/iqn.2026-11.com.example:t [disturbs, engine] (d.conf:21)
~ set device_groups/dg/target_groups/first state: active -> standby [disturbs, engine] (d.conf:23)
+ create device_groups/dg/target_groups/second/iqn.2026-11.com.example:t [disturbs, engine] (d.conf:28)
Plan: 1 to create, 2 to change, 1 to delete; 4 operations disturb sessions, 0 drop them.
# a disk that is made anew leaves before the ports go off
- delete device_groups/dg/devices/a [disturbs, engine] (e.conf:20)
~ set device_groups/dg/target_groups/first state: active -> offline [disturbs, engine] (e.conf:23)
~ set device_groups/dg/target_groups/second state: standby -> offline [disturbs, engine] (e.conf:28)
- delete handlers/vdisk_fileio/a [drops, referrers] (e.conf:1)
+ create handlers/vdisk_nullio/a [none] (e.conf:4)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> a [drops, engine] because handlers/vdisk_fileio/a goes (e.conf:10)
~ replace targets/iscsi/iqn.2026-11.com.example:u/luns/0 device: a -> a [drops, engine] because handlers/vdisk_fileio/a goes (e.conf:15)
Plan: 1 to create, 4 to change, 2 to delete; 3 operations disturb sessions, 3 drop them.
--- exit 3
