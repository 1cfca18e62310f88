What is saved is what a fresh object would not have by itself, and leads back to where it was saved. With --all it is all that can
be said, which leads there, too.
--- sim fresh
--- file a.conf
setup_id 0x21
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		t10_dev_id one
	}
	DEVICE b {
		filename /srv/b.img
		blocksize 4096
		read_only 1
	}
}
HANDLER vdisk_nullio {
	DEVICE n {
		size_mb 100
	}
}
HANDLER vcdrom {
	DEVICE cd
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		enabled 1
		comment "the first"
		addr_method flat
		MaxSessions 3
		IncomingUser "alice a-long-secret"
		allowed_portal 192.0.2.1
		LUN 0 a
		GROUP z {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
		GROUP a {
			LUN 0 n {
				read_only 1
			}
			LUN 1 cd
			INITIATOR iqn.2026-11.com.example:*
		}
	}
}
DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP local {
		group_id 1
		state nonoptimized
		TARGET iqn.2026-11.com.example:t
	}
	TARGET_GROUP remote {
		group_id 2
		state active
		TARGET elsewhere {
			rel_tgt_id 9
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control
lunward save $AT
--- stdout
TARGET_DRIVER copy_manager {
	TARGET copy_manager_tgt
}

TARGET_DRIVER iscsi {
	enabled 0
}

TARGET_DRIVER scst_local {
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null
lunward save $AT
--- stdout
setup_id 0x21

HANDLER vcdrom {
	DEVICE cd
}

HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		t10_dev_id one
	}
	DEVICE b {
		blocksize 4096
		filename /srv/b.img
		read_only 1
	}
}

HANDLER vdisk_nullio {
	DEVICE n {
		size 104857600
	}
}

TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice a-long-secret"
		MaxSessions 3
		addr_method FLAT
		allowed_portal 192.0.2.1
		comment "the first"
		enabled 1
		rel_tgt_id 1
		LUN 0 a
		GROUP z {
			LUN 0 b {
				read_only 1
			}
			INITIATOR iqn.2026-11.com.example:one
		}
		GROUP a {
			LUN 0 n {
				read_only 1
			}
			LUN 1 cd {
				read_only 1
			}
			INITIATOR iqn.2026-11.com.example:*
		}
	}
}

TARGET_DRIVER scst_local {
}

DEVICE_GROUP d {
	DEVICE a
	TARGET_GROUP local {
		group_id 1
		state nonoptimized
		TARGET iqn.2026-11.com.example:t
	}
	TARGET_GROUP remote {
		group_id 2
		state active
		TARGET elsewhere {
			rel_tgt_id 9
		}
	}
}
--- stderr
lunward: 32 operations done (1 in lunward history)
--- run
lunward save $AT saved.conf
ls -l saved.conf | cut -c1-10
lunward check --strict saved.conf
lunward plan $LIVE saved.conf
--- stdout
-rw-------
saved.conf: ok
Nothing to do.
--- run
lunward save $AT -o json saved.json
lunward plan $LIVE saved.json
--- stdout
Nothing to do.
--- run
lunward save $AT --all all.conf
lunward plan $LIVE all.conf
grep -c . all.conf
grep -w -e comment -e size -e suspend -e setup_id -e active all.conf
--- stdout
Nothing to do.
250
setup_id 0x21
		active 1
		active 1
		size 104857600
		comment ""
		comment "the first"
		state active
--- run
lunward clear $LIVE --yes >/dev/null
lunward apply $LIVE --yes saved.conf >/dev/null
lunward save $AT | diff saved.conf -
--- stderr
lunward: note: targets/iscsi: driver iscsi is not declared: it is disabled
lunward: 8 operations done (2 in lunward history)
lunward: note: /: stays as it is: setup_id
lunward: 31 operations done (3 in lunward history)
--- run
lunward save $AT /nowhere/x.conf
--- stderr
lunward: /nowhere/x.conf cannot be written: No such file or directory
--- exit 1
