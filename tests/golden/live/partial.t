--partial leaves out what refers to something missing, does the rest, and says with its exit that something is missing.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		LUN 1 b
	}
}
--- run
lunward apply $LIVE --yes a.conf
--- stderr
a.conf:8:3: error: there is no device "b"
lunward: 1 error
--- exit 2
--- run
lunward apply $LIVE --yes --partial a.conf
--- stdout
+ create handlers/vdisk_nullio/a [none] (a.conf:2)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (a.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] (a.conf:7)
~ set targets/iscsi enabled: 0 -> 1 [none] (a.conf:5)
Plan: 3 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:8:3: warning: LUN 1 refers to b, which is missing: it is left out
lunward: 4 operations done (1 in lunward history)
--- exit 4
--- run
lunward apply $LIVE --yes --partial a.conf
--- stdout
Nothing to do.
--- stderr
a.conf:8:3: warning: LUN 1 refers to b, which is missing: it is left out
--- exit 4
