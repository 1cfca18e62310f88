Who joins a group of ports that is unavailable loses his disks there, whatever comes last: the port, the disk, the state, or the
swap that brings another disk to a number. Who had nothing there, or shows none of the group's disks, loses nothing.
--- file base.conf
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
		LUN 0 a
		rel_tgt_id 1
		enabled 1
	}
	TARGET iqn.2026-11.com.example:off {
		LUN 0 a
		rel_tgt_id 2
	}
}
--- file closed.conf
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP there {
		group_id 2
		state unavailable
	}
}
--- file other.conf
DEVICE_GROUP dg {
	DEVICE b
	TARGET_GROUP there {
		group_id 2
		state offline
		TARGET iqn.2026-11.com.example:t
	}
}
--- run
cat base.conf closed.conf >a.conf
sed 's/state unavailable/&\n\t\tTARGET iqn.2026-11.com.example:t/' a.conf >b.conf
echo "# a port joins"
lunward plan --from a.conf b.conf
echo "# one that is off joins"
sed 's/state unavailable/&\n\t\tTARGET iqn.2026-11.com.example:off/' a.conf >c.conf
lunward plan --from a.conf c.conf
echo "# a disk joins"
sed 's/DEVICE a$/# &/' b.conf >d.conf
lunward plan --from d.conf b.conf
echo "# the group is new"
lunward plan --from base.conf b.conf
echo "# nobody shows the disk that is in the group"
cat base.conf other.conf >e.conf
lunward plan --from base.conf e.conf
echo "# the disk that is in the group comes to a number"
sed 's/LUN 0 a/LUN 0 b/' e.conf >f.conf
lunward plan --from e.conf f.conf
echo "# a port that had no path there leaves one such group for another"
sed 's/unavailable/transitioning/; s/TARGET_GROUP there/TARGET_GROUP elsewhere/' b.conf >g.conf
lunward plan --from b.conf g.conf
--- stdout
# a port joins
+ create device_groups/dg/target_groups/there/iqn.2026-11.com.example:t [drops, engine] (b.conf:26)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 1 drops them.
# one that is off joins
+ create device_groups/dg/target_groups/there/iqn.2026-11.com.example:off [disturbs, engine] (c.conf:26)
Plan: 1 to create, 0 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
# a disk joins
+ create device_groups/dg/devices/a [drops, engine] (b.conf:22)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 1 drops them.
# the group is new
+ create device_groups/dg [none] (b.conf:21)
+ create device_groups/dg/devices/a [disturbs, engine] (b.conf:22)
+ create device_groups/dg/target_groups/there [none] (b.conf:23)
~ set device_groups/dg/target_groups/there group_id: 0 -> 2 [disturbs, engine] (b.conf:24)
~ set device_groups/dg/target_groups/there state: active -> unavailable [disturbs, engine] (b.conf:25)
+ create device_groups/dg/target_groups/there/iqn.2026-11.com.example:t [drops, engine] (b.conf:26)
Plan: 4 to create, 0 to change, 0 to delete; 3 operations disturb sessions, 1 drops them.
# nobody shows the disk that is in the group
+ create device_groups/dg [none] (e.conf:21)
+ create device_groups/dg/devices/b [disturbs, engine] (e.conf:22)
+ create device_groups/dg/target_groups/there [none] (e.conf:23)
~ set device_groups/dg/target_groups/there group_id: 0 -> 2 [disturbs, engine] (e.conf:24)
~ set device_groups/dg/target_groups/there state: active -> offline [disturbs, engine] (e.conf:25)
+ create device_groups/dg/target_groups/there/iqn.2026-11.com.example:t [disturbs, engine] (e.conf:26)
Plan: 4 to create, 0 to change, 0 to delete; 4 operations disturb sessions, 0 drop them.
# the disk that is in the group comes to a number
~ replace targets/iscsi/iqn.2026-11.com.example:off/luns/0 device: a -> b [none] (f.conf:17)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b [drops, engine] (f.conf:12)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 1 drops them.
# a port that had no path there leaves one such group for another
- delete (implied) device_groups/dg/target_groups/there/iqn.2026-11.com.example:t [disturbs, engine] because device_groups/dg/target_groups/there goes (g.conf:21)
- delete device_groups/dg/target_groups/there [disturbs, engine] (g.conf:21)
+ create device_groups/dg/target_groups/elsewhere [none] (g.conf:23)
~ set device_groups/dg/target_groups/elsewhere group_id: 0 -> 2 [disturbs, engine] (g.conf:24)
~ set device_groups/dg/target_groups/elsewhere state: active -> transitioning [disturbs, engine] (g.conf:25)
+ create device_groups/dg/target_groups/elsewhere/iqn.2026-11.com.example:t [disturbs, engine] (g.conf:26)
Plan: 2 to create, 0 to change, 1 to delete; 5 operations disturb sessions, 0 drop them.
--- exit 3
