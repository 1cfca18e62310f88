iSCSI's daemon is not there: that is said clearly, and the other drivers get what is theirs.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
TARGET_DRIVER scst_local {
	TARGET here {
		LUN 0 a
	}
}
--- run
echo 'daemon down' >$SIM/control
lunward apply $LIVE --yes --on-error continue a.conf
echo $?
ls $SIM/scst_tgt/targets/scst_local/here/luns
--- stdout
+ create handlers/vdisk_nullio/a [none] (a.conf:2)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:6)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 0 -> 1 [none] (a.conf:7)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] (a.conf:8)
+ create targets/scst_local/here [none] (a.conf:13)
+ create targets/scst_local/here/luns/0 device=a [none] (a.conf:14)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:9)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:5)
Plan: 5 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
4
0
mgmt
--- stderr
a.conf:6:2: error: cannot create targets/iscsi/iqn.2026-11.com.example:t: "add_target iqn.2026-11.com.example:t" > targets/iscsi/mgmt: Operation not permitted
  hint: is the daemon, iscsi-scstd, running?
lunward: 3 operations done, 1 failed, 4 not begun (1 in lunward history)
  hint: the same again goes on from here; lunward rollback 1 undoes what was done
--- run
echo 'daemon up' >$SIM/control
lunward apply $LIVE --yes a.conf
lunward plan $LIVE a.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:6)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 0 -> 1 [none] (a.conf:7)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] (a.conf:8)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (a.conf:9)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:5)
Plan: 2 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
Nothing to do.
--- stderr
lunward: 5 operations done (2 in lunward history)
