From nothing: what no client can see first, what lets them in last.
--- file a.conf

--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		blocksize 512
	}
	DEVICE c {
		filename /srv/c.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		LUN 1 c
		GROUP g {
			LUN 3 a {
				read_only 1
			}
			INITIATOR iqn.1993-08.org.debian:01:host1
		}
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
		LUN 1 a
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP tg {
		group_id 1
		TARGET iqn.2026-11.com.example:t
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
+ create handlers/vdisk_fileio/a blocksize=512 filename=/srv/a.img [none] (b.conf:2)
+ create handlers/vdisk_fileio/c filename=/srv/c.img [none] (b.conf:6)
+ create targets/iscsi/iqn.2026-11.com.example:t [none] (b.conf:12)
~ set targets/iscsi/iqn.2026-11.com.example:t rel_tgt_id: 0 -> 1 [none] (b.conf:13)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [none] (b.conf:14)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/1 device=c [none] (b.conf:15)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g [none] (b.conf:16)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/3 device=a read_only=1 [none] (b.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.1993-08.org.debian:01:host1 [none] (b.conf:20)
+ create targets/iscsi/iqn.2026-11.com.example:u [none] (b.conf:24)
~ set targets/iscsi/iqn.2026-11.com.example:u rel_tgt_id: 0 -> 2 [none] (b.conf:25)
+ create targets/iscsi/iqn.2026-11.com.example:u/luns/1 device=a [none] (b.conf:26)
+ create device_groups/dg [none] (b.conf:30)
+ create device_groups/dg/devices/a [none] (b.conf:31)
+ create device_groups/dg/target_groups/tg [none] (b.conf:32)
~ set device_groups/dg/target_groups/tg group_id: 0 -> 1 [none] (b.conf:33)
+ create device_groups/dg/target_groups/tg/iqn.2026-11.com.example:t [none] (b.conf:34)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (b.conf:22)
~ set targets/iscsi/iqn.2026-11.com.example:u enabled: 0 -> 1 [none] (b.conf:27)
~ set targets/iscsi enabled: 0 -> 1 [none] (b.conf:11)
Plan: 14 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
b.conf:16:3: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
b.conf:24:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
--- exit 3
