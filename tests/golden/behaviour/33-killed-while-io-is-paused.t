Killed while all I/O is paused, together with the child that would lift the pause: whoever comes next lifts it, and only ours. A pause
of somebody else stays.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
}
--- run
lunward apply $LIVE --yes --wait 10 a.conf >/dev/null 2>&1
sed 's/LUN 0 a/per_portal_acl 1\n\t\tLUN 0 a/' a.conf >b.conf
lunward plan $LIVE --writes b.conf
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/enabled	0
suspend	30
targets/iscsi/iqn.2026-11.com.example:t/per_portal_acl	1
suspend	-1
targets/iscsi/iqn.2026-11.com.example:t/enabled	1
--- exit 3
--- run
# with its child: the pause stays until the next one comes
echo 'kill write 2 group' >$SIM/control
setsid -w lunward apply $LIVE --yes --wait 10 b.conf >/dev/null
cat $SIM/scst_tgt/suspend
lunward plan $LIVE b.conf
cat $SIM/scst_tgt/suspend
--- stdout
1
~ set targets/iscsi/iqn.2026-11.com.example:t per_portal_acl: 0 -> 1 [none] (b.conf:9)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (b.conf:15)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
1
--- stderr
Killed
--- run
lunward rollback $LIVE --yes --wait 10
cat $SIM/scst_tgt/suspend
lunward plan $LIVE a.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none]
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
0
Nothing to do.
--- stderr
lunward: warning: lifting a pause of all I/O that apply 2 left behind when its program died
lunward: note: this undoes apply 2: apply b.conf
lunward: 1 operation done (3 in lunward history)
--- run
# without it: the child lifts it
echo 'kill write 2' >$SIM/control
setsid -w lunward apply $LIVE --yes --wait 10 b.conf >/dev/null
for n in $(seq 200); do grep -q 0 $SIM/scst_tgt/suspend && break; sleep 0.05; done
cat $SIM/scst_tgt/suspend
--- stdout
0
--- stderr
Killed
--- run
# somebody else pauses it, too, before: that stays
lunward apply $LIVE --yes --wait 10 b.conf >/dev/null 2>&1
echo 60 >$SIM/scst_tgt/suspend
echo 'kill write 2 group' >$SIM/control
setsid -w lunward apply $LIVE --yes --wait 10 a.conf >/dev/null
cat $SIM/scst_tgt/suspend
lunward apply $LIVE --yes --wait 10 a.conf >/dev/null 2>&1
cat $SIM/scst_tgt/suspend
--- stdout
2
1
--- stderr
Killed
--- run
# ours was lifted by the child; who pauses behind that is somebody else
echo -1 >$SIM/scst_tgt/suspend
lunward apply $LIVE --yes --wait 10 b.conf >/dev/null 2>&1
echo 'kill write 2' >$SIM/control
setsid -w lunward apply $LIVE --yes --wait 10 a.conf >/dev/null
for n in $(seq 200); do grep -q 0 $SIM/scst_tgt/suspend && break; sleep 0.05; done
echo 60 >$SIM/scst_tgt/suspend
lunward apply $LIVE --yes --wait 10 a.conf >/dev/null 2>&1
cat $SIM/scst_tgt/suspend
--- stdout
1
--- stderr
Killed
--- run
# nobody lifted ours, and somebody else pauses, too: one of two is lifted
echo -1 >$SIM/scst_tgt/suspend
lunward apply $LIVE --yes --wait 10 b.conf >/dev/null 2>&1
echo 'kill write 2 group' >$SIM/control
setsid -w lunward apply $LIVE --yes --wait 10 a.conf >/dev/null
echo 60 >$SIM/scst_tgt/suspend
cat $SIM/scst_tgt/suspend
lunward apply $LIVE --yes --wait 10 a.conf >/dev/null 2>&1
cat $SIM/scst_tgt/suspend
--- stdout
2
1
--- stderr
Killed
