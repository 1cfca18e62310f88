A unit, a group, an initiator, a user and a portal that are no longer in the file go; an initiator that is now in another group is moved
in one write.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice a-long-secret"
		IncomingUser "bob b-long-secret-too"
		allowed_portal 192.0.2.1
		allowed_portal 192.0.2.2
		LUN 0 a
		LUN 1 b
		GROUP stays {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:one
			INITIATOR iqn.2026-11.com.example:two
		}
		GROUP other {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:three
		}
		GROUP goes {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:four
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
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice a-long-secret"
		allowed_portal 192.0.2.1
		LUN 0 a
		GROUP stays {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:one
			INITIATOR iqn.2026-11.com.example:three
		}
		GROUP other {
			LUN 0 a
		}
		enabled 1
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\n' >$SIM/control

lunward apply $LIVE --yes a.conf >/dev/null 2>&1
echo reset >$SIM/control
lunward apply $LIVE --yes b.conf >/dev/null
grep '=>' $SIM/control
lunward plan $LIVE b.conf
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/luns/mgmt	del 1	=> ok 5
targets/iscsi/mgmt	del_target_attribute iqn.2026-11.com.example:t IncomingUser bob	=> ok 63
targets/iscsi/mgmt	del_target_attribute iqn.2026-11.com.example:t allowed_portal 192.0.2.2	=> ok 71
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/stays/initiators/mgmt	del iqn.2026-11.com.example:two	=> ok 31
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/goes/initiators/mgmt	del iqn.2026-11.com.example:four	=> ok 32
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/other/initiators/mgmt	move iqn.2026-11.com.example:three stays	=> ok 40
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/mgmt	del goes	=> ok 8
Nothing to do.
--- stderr
lunward: 7 operations done (2 in lunward history)
