Software that fails over changes state, active and cluster_mode while they are in use: kept, they stay as it left them, whatever the
file says; without --keep the file's word counts.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		active 1
		cluster_mode 0
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
	}
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP t {
		group_id 1
		state active
		TARGET iqn.2026-11.com.example:t
	}
}
--- run
echo 'file /srv/a.img 1048576' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
echo standby >$SIM/scst_tgt/device_groups/d/target_groups/t/state
echo 0 >$SIM/scst_tgt/devices/a/active
lunward plan $LIVE a.conf
--- stdout
~ set device_groups/d/target_groups/t state: standby -> active [none] (a.conf:18)
~ set handlers/vdisk_fileio/a active: 0 -> 1 [none] (a.conf:4)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
echo reset >$SIM/control
lunward apply $LIVE --keep state --keep active --keep cluster_mode --yes a.conf
grep -c '=>' $SIM/control
head -n 1 $SIM/scst_tgt/device_groups/d/target_groups/t/state $SIM/scst_tgt/devices/a/active | grep -v ==
--- stdout
Nothing to do.
0
standby

0
