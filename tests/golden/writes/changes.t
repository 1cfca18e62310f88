Every sort of change in the kernel's words; a secret is hidden here, too, unless it is asked for.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
	DEVICE c {
		filename /srv/c.img
	}
}
HANDLER vcdrom {
	DEVICE cd {
		filename /srv/one.iso
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		alias old
		IncomingUser "alice old-secret-123"
		IncomingUser "bob another-secret"
		GROUP g1 {
			LUN 0 a
			LUN 1 b
			INITIATOR iqn.2026-11.com.example:one
		}
		GROUP g2 {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:two
		}
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
	DEVICE c {
		filename /srv/c2.img
	}
}
HANDLER vcdrom {
	DEVICE cd {
		filename ""
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice new-secret-123"
		GROUP g1 {
			LUN 0 c
			LUN 1 b {
				read_only 1
			}
		}
		GROUP g2 {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:two
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
}
--- run
lunward plan --writes --from a.conf b.conf
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/IncomingUser	alice ***
targets/iscsi/iqn.2026-11.com.example:t/alias	\n
devices/c/active	0
devices/c/filename	/srv/c2.img
devices/cd/filename	\n
targets/iscsi/mgmt	del_target_attribute iqn.2026-11.com.example:t IncomingUser bob
suspend	30
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/mgmt	replace b 1 read_only=1
suspend	-1
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/initiators/mgmt	move iqn.2026-11.com.example:one g2
suspend	30
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g1/luns/mgmt	replace c 0
suspend	-1
devices/c/active	1
--- exit 3
--- run
lunward plan --writes --show-secrets --from a.conf b.conf | grep alice
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/IncomingUser	alice new-secret-123
--- run
lunward plan --writes -o json --from a.conf b.conf
--- stderr
lunward: --writes and -o json do not go together
--- exit 2
