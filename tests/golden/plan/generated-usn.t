The kernel gives a new device the serial number of its name before any other can be written, and refuses to make it while
another device has that one: who has it gives it up first, who gets it gets it later.
--- file a.conf
setup_id 0
HANDLER vdisk_nullio {
	DEVICE b {
		usn 933ebd71
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 b
		enabled 1
	}
}
--- file new.conf
setup_id 0
HANDLER vdisk_nullio {
	DEVICE b {
		usn 933ebd71
	}
	DEVICE a {
		usn 5
	}
}
--- run
echo setup_id 0 >empty.conf
echo 'HANDLER vdisk_nullio {' >>empty.conf
echo '}' >>empty.conf
lunward plan --from empty.conf new.conf
--- stdout
+ create handlers/vdisk_nullio/b [none] (new.conf:3)
+ create handlers/vdisk_nullio/a [none] (new.conf:6)
~ set handlers/vdisk_nullio/b usn: a7d915e8 -> 933ebd71 [none] (new.conf:4)
~ set handlers/vdisk_nullio/a usn: 933ebd71 -> 5 [none] (new.conf:7)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
sed 's/933ebd71/7/; s/^HANDLER.*/&\n\tDEVICE a/' a.conf >changed.conf
lunward plan --from a.conf changed.conf
--- stdout
~ set handlers/vdisk_nullio/b usn: 933ebd71 -> 7 [disturbs, referrers] (changed.conf:5)
+ create handlers/vdisk_nullio/a [none] (changed.conf:3)
Plan: 1 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
--- run
sed '/usn/d; s/b {/a {/; s/LUN 0 b/LUN 0 a/' a.conf >renamed.conf
lunward plan --from a.conf renamed.conf
--- stdout
- delete handlers/vdisk_nullio/b [drops, referrers] (renamed.conf:2)
+ create handlers/vdisk_nullio/a [none] (renamed.conf:3)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: b -> a [drops, engine] because handlers/vdisk_nullio/b goes (renamed.conf:10)
Plan: 1 to create, 1 to change, 1 to delete; 0 operations disturb sessions, 2 drop them.
--- exit 3
--- run
lunward plan --from renamed.conf a.conf
--- stdout
+ create handlers/vdisk_nullio/b [none] (a.conf:3)
~ set handlers/vdisk_nullio/b usn: a7d915e8 -> 933ebd71 [none] (a.conf:4)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b [disturbs, engine] (a.conf:11)
- delete handlers/vdisk_nullio/a [none] (a.conf:2)
Plan: 1 to create, 1 to change, 1 to delete; 1 operation disturbs sessions, 0 drop them.
--- exit 3
