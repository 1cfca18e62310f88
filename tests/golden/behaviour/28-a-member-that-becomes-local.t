A group of targets has a member of another node; now a target of that name exists here: the membership is made anew, as a link to it.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP t {
		group_id 1
		TARGET iqn.2026-11.com.example:t {
			rel_tgt_id 7
		}
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		enabled 1
	}
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP t {
		group_id 1
		TARGET iqn.2026-11.com.example:t
	}
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
stat -c '%F' $SIM/scst_tgt/device_groups/d/target_groups/t/iqn.2026-11.com.example:t
echo reset >$SIM/control
lunward apply $LIVE --yes b.conf >/dev/null
grep '=>' $SIM/control
stat -c '%F' $SIM/scst_tgt/device_groups/d/target_groups/t/iqn.2026-11.com.example:t
lunward plan $LIVE b.conf
--- stdout
directory
targets/iscsi/mgmt	add_target iqn.2026-11.com.example:t	=> ok 36
targets/iscsi/iqn.2026-11.com.example:t/rel_tgt_id	1	=> ok 1
device_groups/d/target_groups/t/mgmt	del iqn.2026-11.com.example:t	=> ok 29
device_groups/d/target_groups/t/mgmt	add iqn.2026-11.com.example:t	=> ok 29
targets/iscsi/iqn.2026-11.com.example:t/enabled	1	=> ok 1
targets/iscsi/enabled	1	=> ok 1
symbolic link
Nothing to do.
--- stderr
lunward: 6 operations done (2 in lunward history)
