A target that goes while somebody is logged in: switched off, the session ended, then deleted. Where the driver cannot end a session,
that is told, and nothing hangs.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
}
TARGET_DRIVER scst_local {
	TARGET here {
		LUN 0 a
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
}
TARGET_DRIVER scst_local {
	TARGET here {
		LUN 0 a
	}
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
printf 'reset\nlogin iscsi iqn.2026-11.com.example:t iqn.2026-11.com.example:one\n' >$SIM/control
lunward apply $LIVE --prune all --yes b.conf
grep '=>' $SIM/control
lunward plan $LIVE b.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 1 -> 0 [none] because targets/iscsi/iqn.2026-11.com.example:t goes (b.conf:4)
- delete (implied) targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [drops, node, 1 session: iqn.2026-11.com.example:one] because targets/iscsi/iqn.2026-11.com.example:t goes (b.conf:4)
- delete targets/iscsi/iqn.2026-11.com.example:t [drops, export, 1 session: iqn.2026-11.com.example:one] (b.conf:4)
Plan: 0 to create, 1 to change, 1 to delete; 0 operations disturb sessions, 2 drop them.
targets/iscsi/iqn.2026-11.com.example:t/enabled	0	=> ok 1
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one/force_close	1	=> ok 1
targets/iscsi/mgmt	del_target iqn.2026-11.com.example:t	=> ok 36
Nothing to do.
--- stderr
lunward: 2 operations done (2 in lunward history)
--- run
# a driver without force_close: the fault is that of a file that is not there
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
printf 'reset\nlogin iscsi iqn.2026-11.com.example:t iqn.2026-11.com.example:one\nfault write 1 ENOENT\n' >$SIM/control
lunward apply $LIVE --prune all --yes b.conf >/dev/null
cat $SIM/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/enabled
ls $SIM/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/sessions
--- stdout
1
iqn.2026-11.com.example:one
--- stderr
b.conf:4:1: error: cannot delete targets/iscsi/iqn.2026-11.com.example:t: targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one: is logged in, and its driver cannot end it
  hint: let the initiator log out, then apply again
lunward: 1 operation done, 1 failed; everything is as it was before (4 in lunward history)
