While a device is in cluster mode the kernel refuses another t10_dev_id and another file for reservations: the mode is off for the
moment, once for both. A device that enters or leaves the mode needs nothing of the kind.
--- file a.conf
cluster_name pair
HANDLER vdisk_blockio {
	DEVICE a {
		filename /dev/vg0/a
		cluster_mode 1
		t10_dev_id one
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
	}
}
--- run
sed 's/t10_dev_id one/t10_dev_id two/' a.conf >b.conf
lunward plan --from a.conf b.conf
--- stdout
~ set (temporary) handlers/vdisk_blockio/a cluster_mode: 1 -> 0 [disturbs, engine] because it must be off for the change (b.conf:5)
~ set handlers/vdisk_blockio/a t10_dev_id: one -> two [disturbs, referrers] (b.conf:6)
~ set (temporary) handlers/vdisk_blockio/a cluster_mode: 0 -> 1 [disturbs, engine] because it must be off for the change (b.conf:5)
Plan: 0 to create, 1 to change, 0 to delete; 3 operations disturb sessions, 0 drop them.
--- exit 3
--- run
sed 's/t10_dev_id one/t10_dev_id two\n\t\tpr_file_name \/srv\/a.pr/; /LUN 0/d' a.conf >c.conf
sed '/LUN 0/d' a.conf >d.conf
lunward plan --from d.conf c.conf 2>/dev/null
--- stdout
~ set (temporary) handlers/vdisk_blockio/a cluster_mode: 1 -> 0 [disturbs, engine] because it must be off for the change (c.conf:5)
~ set handlers/vdisk_blockio/a pr_file_name: /var/lib/scst/pr/a -> /srv/a.pr [none] (c.conf:7)
~ set handlers/vdisk_blockio/a t10_dev_id: one -> two [none] (c.conf:6)
~ set (temporary) handlers/vdisk_blockio/a cluster_mode: 0 -> 1 [disturbs, engine] because it must be off for the change (c.conf:5)
Plan: 0 to create, 2 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
--- exit 3
--- run
sed 's/t10_dev_id one/t10_dev_id two/; s/cluster_mode 1/cluster_mode 0/' a.conf >off.conf
lunward plan --from a.conf off.conf
lunward plan --from off.conf a.conf
--- stdout
~ set handlers/vdisk_blockio/a cluster_mode: 1 -> 0 [disturbs, engine] (off.conf:5)
~ set handlers/vdisk_blockio/a t10_dev_id: one -> two [disturbs, referrers] (off.conf:6)
Plan: 0 to create, 2 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
~ set handlers/vdisk_blockio/a t10_dev_id: two -> one [disturbs, referrers] (a.conf:6)
~ set handlers/vdisk_blockio/a cluster_mode: 0 -> 1 [disturbs, engine] (a.conf:5)
Plan: 0 to create, 2 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
--- exit 3
--- run
sed '/cluster_mode/d; s/t10_dev_id one/t10_dev_id two/' a.conf >unsaid.conf
lunward plan --from a.conf unsaid.conf
--- stdout
~ set (temporary) handlers/vdisk_blockio/a cluster_mode: 1 -> 0 [disturbs, engine] because it must be off for the change (unsaid.conf:3)
~ set handlers/vdisk_blockio/a t10_dev_id: one -> two [disturbs, referrers] (unsaid.conf:5)
~ set (temporary) handlers/vdisk_blockio/a cluster_mode: 0 -> 1 [disturbs, engine] because it must be off for the change (unsaid.conf:3)
Plan: 0 to create, 1 to change, 0 to delete; 3 operations disturb sessions, 0 drop them.
--- exit 3
