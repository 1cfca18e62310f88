copy_manager gives each device a LUN by itself: that is no configuration, until somebody has arranged it otherwise.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null
ls $SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns
lunward save $AT
--- stdout
0
1
mgmt
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
}
--- stderr
lunward: 2 operations done (1 in lunward history)
--- run
echo "del 1" >$SIM/scst_tgt/targets/copy_manager/copy_manager_tgt/luns/mgmt
lunward save $AT saved.conf
cat saved.conf
lunward plan $LIVE saved.conf
--- stdout
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}

TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt {
		LUN 0 a
	}
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
}
Nothing to do.
