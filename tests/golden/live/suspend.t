All I/O is paused once around everything, and lifted on every exit: by who paused it, by its child, by the next one.
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
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
}
--- file b.conf
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
			LUN 0 a
			LUN 1 b
			INITIATOR iqn.2026-11.com.example:one
			INITIATOR iqn.2026-11.com.example:two
		}
		enabled 1
	}
}
--- run
lunward apply $LIVE --yes --suspend 0 a.conf
--- stderr
lunward: --suspend: commands that are running need a second at least to end
--- exit 2
--- run
lunward apply $LIVE --yes --suspend 5 a.conf >/dev/null
sed '1,/^$/d' $SIM/control | sed 's/ [0-9]*$//'
cat $SIM/scst_tgt/suspend
--- stdout
suspend	5	=> ok
handlers/vdisk_nullio/mgmt	add_device a	=> ok
targets/iscsi/mgmt	add_target iqn.2026-11.com.example:t	=> ok
targets/iscsi/iqn.2026-11.com.example:t/rel_tgt_id	1	=> ok
targets/iscsi/iqn.2026-11.com.example:t/luns/mgmt	add a 0	=> ok
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/mgmt	create g	=> ok
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/mgmt	add a 0	=> ok
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/mgmt	add iqn.2026-11.com.example:one	=> ok
targets/iscsi/iqn.2026-11.com.example:t/enabled	1	=> ok
targets/iscsi/enabled	1	=> ok
suspend	-1	=> ok
0
--- stderr
lunward: note: all I/O of the engine is paused while this is carried out: every session is disturbed
lunward: 9 operations done (1 in lunward history)
--- run
echo reset >$SIM/control
lunward apply $LIVE --yes --suspend 5 -o json a.conf | grep -c paused
lunward apply $LIVE --yes --suspend 5 -o json b.conf | grep paused
lunward apply $LIVE --yes --suspend 5 -o json a.conf | grep paused
--- stdout
0
      "message": "all I/O of the engine is paused while this is carried out: every session is disturbed",
      "message": "all I/O of the engine is paused while this is carried out: every session is disturbed",
--- run
printf 'reset\nfault write 0 EBUSY\n' >$SIM/control
lunward apply $LIVE --yes --suspend 5 b.conf >/dev/null
echo $?
sed '1,/^$/d' $SIM/control
lunward history $LIVE | wc -l
--- stdout
1
suspend	5	=> EBUSY
3
--- stderr
lunward: note: all I/O of the engine is paused while this is carried out: every session is disturbed
lunward: error: all I/O cannot be paused, so nothing was changed: suspend: Device or resource busy
  hint: some command did not end in time; nothing was changed by this
lunward: 0 operations done
--- run
printf 'reset\nfault write 2 EIO\n' >$SIM/control
lunward apply $LIVE --yes --suspend 5 b.conf >/dev/null
sed '1,/^$/d' $SIM/control | grep -e suspend -e '=> E'
cat $SIM/scst_tgt/suspend
--- stdout
suspend	5	=> ok 1
targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/mgmt	add iqn.2026-11.com.example:two	=> EIO
suspend	-1	=> ok 2
suspend	5	=> ok 1
suspend	-1	=> ok 2
0
--- stderr
lunward: note: all I/O of the engine is paused while this is carried out: every session is disturbed
b.conf:14:4: error: cannot create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/iqn.2026-11.com.example:two: "add iqn.2026-11.com.example:two" > targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/mgmt: Input/output error
lunward: 1 operation done, 1 failed, 1 not begun; everything is as it was before (4 in lunward history)
--- run
echo 10 >$SIM/scst_tgt/suspend
lunward apply $LIVE --yes --suspend 5 b.conf >/dev/null
echo $?
lunward apply $LIVE --yes b.conf >/dev/null
echo $?
lunward rollback $LIVE --yes >/dev/null
cat $SIM/scst_tgt/suspend
echo -1 >$SIM/scst_tgt/suspend
--- stdout
1
0
1
--- stderr
lunward: note: all I/O of the engine is paused while this is carried out: every session is disturbed
lunward: error: @DIR@/sim/scst_tgt/suspend is 1: somebody else has paused all I/O; nothing was changed
  hint: who is sure that nobody needs it lifts one pause by writing -1 there
lunward: 0 operations done
lunward: warning: @DIR@/sim/scst_tgt/suspend is 1: somebody else has paused all I/O
  hint: who is sure that nobody needs it lifts one pause by writing -1 there
lunward: 3 operations done (5 in lunward history)
lunward: note: this undoes apply 5: apply b.conf
lunward: warning: @DIR@/sim/scst_tgt/suspend is 1: somebody else has paused all I/O
  hint: who is sure that nobody needs it lifts one pause by writing -1 there
lunward: 3 operations done (6 in lunward history)
--- run
printf 'reset\nkill write 2\n' >$SIM/control
lunward apply $LIVE --yes --suspend 5 b.conf >/dev/null
echo $?
until grep -q 0 $SIM/scst_tgt/suspend; do sleep 0.05; done
sed '1,/^$/d' $SIM/control | grep suspend
lunward apply $LIVE --yes b.conf | tail -n 1
lunward apply $LIVE --yes a.conf | tail -n 1
--- stdout
137
suspend	5	=> ok 1
suspend	-1	=> ok 2
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
Plan: 0 to create, 0 to change, 3 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: note: all I/O of the engine is paused while this is carried out: every session is disturbed
Killed
lunward: 2 operations done (8 in lunward history)
lunward: 3 operations done (9 in lunward history)
--- run
printf 'reset\ndelay handler mgmt add_device 2000\n' >$SIM/control
lunward apply $LIVE --yes --suspend 5 b.conf >/dev/null 2>&1 &
until grep -q 1 $SIM/scst_tgt/suspend; do sleep 0.05; done
{
	kill -STOP $!
	kill -9 $(cat /proc/$!/task/*/children)
	kill -9 $!
	wait $!
} 2>/dev/null
echo 'delay none' >$SIM/control
sleep 2.5
cat $SIM/scst_tgt/suspend
lunward apply $LIVE --yes b.conf >/dev/null 2>&1
lunward plan $LIVE b.conf
cat $SIM/scst_tgt/suspend
--- stdout
1
Nothing to do.
0
--- run
printf 'reset\nlogin iscsi iqn.2026-11.com.example:t iqn.2026-11.com.example:one\n' >$SIM/control
lunward clear $LIVE --yes --suspend 5 >/dev/null 2>&1
sed '1,/^$/d' $SIM/control | sed 's/ [0-9]*$//' | grep -e suspend -e force_close -e del_
lunward rollback $LIVE --yes --suspend 5 >/dev/null 2>&1
cat $SIM/scst_tgt/suspend
--- stdout
suspend	5	=> ok
suspend	-1	=> ok
targets/iscsi/iqn.2026-11.com.example:t/sessions/iqn.2026-11.com.example:one/force_close	1	=> ok
targets/iscsi/mgmt	del_target iqn.2026-11.com.example:t	=> ok
suspend	5	=> ok
handlers/vdisk_nullio/mgmt	del_device a	=> ok
handlers/vdisk_nullio/mgmt	del_device b	=> ok
suspend	-1	=> ok
0
