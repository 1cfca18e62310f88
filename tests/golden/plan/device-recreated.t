Block size can be given at creation only: the device is made again, and everything that refers to it is
put back. It keeps the identity that SCST would have derived, or that was set.
--- file a.conf
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
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		blocksize 4096
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
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/3 device=a [drops, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:17)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [drops, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:14)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:u/luns/1 device=a [drops, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:26)
- delete (implied) device_groups/dg/devices/a [disturbs, engine] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:31)
- delete handlers/vdisk_fileio/a [loses, referrers] because blocksize can be given at creation only (b.conf:2)
+ create handlers/vdisk_fileio/a blocksize=4096 filename=/srv/a.img [none] because blocksize can be given at creation only (b.conf:2)
+ create device_groups/dg/devices/a [disturbs, engine] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:31)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [disturbs, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:14)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/3 device=a read_only=1 [disturbs, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:17)
+ create targets/iscsi/iqn.2026-11.com.example:u/luns/1 device=a [disturbs, node] because handlers/vdisk_fileio/a is re-created (blocksize) (b.conf:26)
Plan: 0 to create, 0 to change, 0 to delete, 5 to re-create; 5 operations disturb sessions, 3 drop them, 1 loses data or reservations.
--- stderr
b.conf:16:3: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
b.conf:24:2: warning: there are LUNs but no LUN 0: some initiators will see none of them
  hint: a nullio device with dummy 1 fills the place
--- exit 3
