A part of the configuration: what is not selected stays as it is, and what a selected object cannot be without comes along.
--- file old.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE c {
		filename /srv/c.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:store {
		enabled 1
		rel_tgt_id 1
		allowed_portal 192.0.2.9
		LUN 0 c
		LUN 5 c
	}
}
--- file new.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		threads_num 4
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:store {
		enabled 1
		rel_tgt_id 1
		LUN 0 a
		LUN 1 b
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:one
		}
	}
	TARGET iqn.2026-11.com.example:new {
		enabled 1
		LUN 0 b
	}
}
--- run
lunward plan --from old.conf --only LUN new.conf
--- stdout
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (new.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g [disturbs, engine] (new.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/luns/0 device=a [none] (new.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:new [none] (new.conf:22)
+ create targets/iscsi/iqn.2026-11.com.example:new/luns/0 device=b [none] (new.conf:24)
- delete targets/iscsi/iqn.2026-11.com.example:store/luns/5 device=c [drops, node]
~ replace targets/iscsi/iqn.2026-11.com.example:store/luns/0 device: c -> a [disturbs, engine] (new.conf:15)
+ create targets/iscsi/iqn.2026-11.com.example:store/luns/1 device=b [disturbs, node] (new.conf:16)
~ set targets/iscsi/iqn.2026-11.com.example:new enabled: 0 -> 1 [none] (new.conf:23)
Plan: 6 to create, 1 to change, 1 to delete; 3 operations disturb sessions, 1 drops them.
--- stderr
new.conf:6:2: note: device b is not selected; it comes along, because targets/iscsi/iqn.2026-11.com.example:store/luns/1 refers to it
new.conf:17:3: note: group g is not selected; it comes along, because targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/luns/0 lies in it
new.conf:22:2: note: target iqn.2026-11.com.example:new is not selected; it comes along, because targets/iscsi/iqn.2026-11.com.example:new/luns/0 lies in it
--- exit 3
--- run
lunward plan --from old.conf --only fileio_device new.conf
--- stdout
~ set handlers/vdisk_fileio/a threads_num: 8 -> 4 [disturbs, engine] (new.conf:4)
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (new.conf:6)
Plan: 1 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- stderr
old.conf:5:2: note: device c is not declared; it is kept, because targets/iscsi/iqn.2026-11.com.example:store/luns/0 refers to it
--- exit 3
--- run
lunward plan --from old.conf --only targets/iscsi/iqn.2026-11.com.example:store/luns/1 new.conf
--- stdout
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (new.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:store/luns/1 device=b [disturbs, node] (new.conf:16)
Plan: 2 to create, 0 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- stderr
new.conf:6:2: note: device b is not selected; it comes along, because targets/iscsi/iqn.2026-11.com.example:store/luns/1 refers to it
--- exit 3
--- run
lunward plan --from old.conf --only initiator new.conf
--- stdout
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g [disturbs, engine] (new.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/luns/0 device=a [none] (new.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/initiators/iqn.2026-11.com.example:one [drops, node] (new.conf:19)
Plan: 3 to create, 0 to change, 0 to delete; 1 operation disturbs sessions, 1 drops them.
--- stderr
new.conf:17:3: note: group g is not selected; it comes along, because targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/initiators/iqn.2026-11.com.example:one lies in it
new.conf:18:4: note: LUN 0 is not selected; it comes along, because targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/initiators/iqn.2026-11.com.example:one shall see it
--- exit 3
--- run
lunward plan --from old.conf --only targets/iscsi/iqn.2026-11.com.example:new new.conf
--- stdout
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (new.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:new [none] (new.conf:22)
+ create targets/iscsi/iqn.2026-11.com.example:new/luns/0 device=b [none] (new.conf:24)
~ set targets/iscsi/iqn.2026-11.com.example:new enabled: 0 -> 1 [none] (new.conf:23)
Plan: 3 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
new.conf:6:2: note: device b is not selected; it comes along, because targets/iscsi/iqn.2026-11.com.example:new/luns/0 refers to it
--- exit 3
--- run
lunward plan --from old.conf --only DEVICE --only targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g new.conf
--- stdout
~ set handlers/vdisk_fileio/a threads_num: 8 -> 4 [disturbs, engine] (new.conf:4)
+ create handlers/vdisk_fileio/b filename=/srv/b.img [none] (new.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g [disturbs, engine] (new.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/luns/0 device=a [none] (new.conf:18)
+ create targets/iscsi/iqn.2026-11.com.example:store/ini_groups/g/initiators/iqn.2026-11.com.example:one [drops, node] (new.conf:19)
Plan: 4 to create, 1 to change, 0 to delete; 2 operations disturb sessions, 1 drops them.
--- stderr
old.conf:5:2: note: device c is not declared; it is kept, because targets/iscsi/iqn.2026-11.com.example:store/luns/0 refers to it
--- exit 3
