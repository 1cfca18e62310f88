A part of a configuration is applied. Of the rest that stays declared which was before: a later apply neither takes back what this
one did not select, nor forgets what was declared earlier.
--- sim fresh
--- file first.conf
HANDLER vdisk_nullio {
	DEVICE a {
		threads_num 3
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		rel_tgt_id 1
		QueuedCommands 16
		LUN 0 a
	}
}
--- file second.conf
HANDLER vdisk_nullio {
	DEVICE a {
		threads_num 3
	}
	DEVICE b {
		threads_num 5
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		rel_tgt_id 1
		MaxBurstLength 65536
		LUN 0 a
		LUN 1 b
	}
}
--- file third.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		rel_tgt_id 1
		LUN 0 a
		LUN 1 b
	}
}
--- run
lunward apply --yes $LIVE first.conf >/dev/null
lunward apply --yes $LIVE --only DEVICE second.conf
--- stdout
+ create handlers/vdisk_nullio/b [none] (second.conf:5)
~ set handlers/vdisk_nullio/b threads_num: 1 -> 5 [none] (second.conf:6)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 6 operations done (1 in lunward history)
lunward: 2 operations done (2 in lunward history)
--- run
lunward apply --yes $LIVE --only LUN second.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:store/luns/1 device=b [none] (second.conf:14)
Plan: 1 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 1 operation done (3 in lunward history)
--- run
lunward apply --yes $LIVE --only LUN second.conf
--- stdout
Nothing to do.
--- run
lunward plan $LIVE second.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:store MaxBurstLength: 1048576 -> 65536 [none] (second.conf:12)
~ set targets/iscsi/iqn.2026-11.com.example:store QueuedCommands: 16 -> 32 (default) [none] because the file does not name it (second.conf:10)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan $LIVE third.conf
--- stdout
~ set handlers/vdisk_nullio/a threads_num: 3 -> 1 (default) [none] because the file does not name it (third.conf:2)
~ set handlers/vdisk_nullio/b threads_num: 5 -> 1 (default) [none] because the file does not name it (third.conf:3)
~ set targets/iscsi/iqn.2026-11.com.example:store QueuedCommands: 16 -> 32 (default) [none] because the file does not name it (third.conf:6)
Plan: 0 to create, 3 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward rollback --yes $LIVE 3
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:store/luns/1 device=b [none]
Plan: 0 to create, 0 to change, 1 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: note: this undoes apply 3: apply second.conf
lunward: 1 operation done (4 in lunward history)
