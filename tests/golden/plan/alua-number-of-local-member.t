A file that is the same on both nodes of a pair gives each member of a target group its number. That of a target of this node is
the target's own number; another one there is a mistake.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP tg {
		group_id 1
		TARGET iqn.2026-11.com.example:t {
			rel_tgt_id 1
		}
	}
	TARGET_GROUP other {
		group_id 2
		TARGET iqn.2026-11.com.example:u {
			rel_tgt_id 2
		}
	}
}
--- run
lunward show a.conf | sed -n '/^TARGET_DRIVER/,$p'
lunward show a.conf >shown.conf
lunward plan --from a.conf shown.conf
lunward show shown.conf | cmp - shown.conf
--- stdout
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		enabled 1
		rel_tgt_id 1
		LUN 0 a
	}
}

DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP other {
		group_id 2
		TARGET iqn.2026-11.com.example:u {
			rel_tgt_id 2
		}
	}
	TARGET_GROUP tg {
		group_id 1
		TARGET iqn.2026-11.com.example:t
	}
}
Nothing to do.
--- run
sed 's/LUN 0 a/rel_tgt_id 5/' a.conf >odd.conf
lunward check odd.conf
--- stderr
odd.conf:18:4: error: rel_tgt_id 1 is not that of targets/iscsi/iqn.2026-11.com.example:t (odd.conf:9:3)
  hint: the number of a target that is here stands there
lunward: 1 error
--- exit 2
