A target that the file no longer switches on is off. The driver is switched on last. Where a step that restricts access failed, the
target stays off.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice a-long-secret"
		allowed_portal 192.0.2.1
		LUN 0 a
		GROUP g {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
grep '=>' $SIM/control | tail -n 2
grep -v '		enabled' a.conf >b.conf
lunward apply $LIVE --yes b.conf
cat $SIM/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/enabled
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/enabled	1	=> ok 1
targets/iscsi/enabled	1	=> ok 1
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 1 -> 0 [none] (b.conf:6)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
0
--- stderr
lunward: 1 operation done (2 in lunward history)
--- run
# which write fails, and whether the target is on then: only where what failed lets somebody in
lunward clear $LIVE --yes >/dev/null 2>&1
echo 0 >$SIM/scst_tgt/targets/iscsi/enabled
for n in $(seq 0 9); do
	printf 'reset\nfault write %s EIO\n' $n >$SIM/control
	lunward apply $LIVE --yes --on-error continue a.conf >/dev/null 2>&1
	echo "$? $(cat $SIM/scst_tgt/targets/iscsi/iqn.2026-11.com.example:t/enabled 2>/dev/null || echo -) $(sed -n 's/=> EIO//p' $SIM/control)"
	lunward clear $LIVE --yes >/dev/null 2>&1
	echo 0 >$SIM/scst_tgt/targets/iscsi/enabled
done
--- stdout
4 0 handlers/vdisk_nullio/mgmt	add_device a	
4 - targets/iscsi/mgmt	add_target iqn.2026-11.com.example:t	
4 0 targets/iscsi/mgmt	add_target_attribute iqn.2026-11.com.example:t IncomingUser alice a-long-secret	
4 0 targets/iscsi/mgmt	add_target_attribute iqn.2026-11.com.example:t allowed_portal 192.0.2.1	
4 0 targets/iscsi/iqn.2026-11.com.example:t/rel_tgt_id	1	
4 1 targets/iscsi/iqn.2026-11.com.example:t/luns/mgmt	add a 0	
4 0 targets/iscsi/iqn.2026-11.com.example:t/ini_groups/mgmt	create g	
4 0 targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/luns/mgmt	add a 0	
4 0 targets/iscsi/iqn.2026-11.com.example:t/ini_groups/g/initiators/mgmt	add iqn.2026-11.com.example:one	
4 0 targets/iscsi/iqn.2026-11.com.example:t/enabled	1	
