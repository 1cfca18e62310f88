What the kernel refuses is told with its reason, the command, and the line of the file that asked for it.
--- sim fresh
--- file a.conf
# the devices
HANDLER vdisk_nullio {
	DEVICE a
}
# a comment in between
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		IncomingUser "alice a-long-secret"
		LUN 0 a
		enabled 1
	}
}
--- run
for fault in "0 EINVAL" "1 EPERM" "2 EBUSY" "4 EINVAL"; do
	echo "fault write $fault" >$SIM/control
	lunward apply $LIVE --yes a.conf >/dev/null
done
--- stderr
a.conf:3:2: error: cannot create handlers/vdisk_nullio/a: "add_device a" > handlers/vdisk_nullio/mgmt: Invalid argument
lunward: 0 operations done, 1 failed, 6 not begun; everything is as it was before (1 in lunward history)
a.conf:8:2: error: cannot create targets/iscsi/iqn.2026-11.com.example:t: "add_target iqn.2026-11.com.example:t" > targets/iscsi/mgmt: Operation not permitted
  hint: is the daemon, iscsi-scstd, running?
lunward: 1 operation done, 1 failed, 5 not begun; everything is as it was before (2 in lunward history)
a.conf:10:3: error: cannot addval IncomingUser of targets/iscsi/iqn.2026-11.com.example:t: "add_target_attribute iqn.2026-11.com.example:t IncomingUser alice ***" > targets/iscsi/mgmt: Device or resource busy
  hint: the daemon, iscsi-scstd, does not answer, or sessions exist
lunward: 2 operations done, 1 failed, 4 not begun; everything is as it was before (3 in lunward history)
a.conf:11:3: error: cannot create targets/iscsi/iqn.2026-11.com.example:t/luns/0: "add a 0" > targets/iscsi/iqn.2026-11.com.example:t/luns/mgmt: Invalid argument
lunward: 4 operations done, 1 failed, 2 not begun; everything is as it was before (4 in lunward history)
--- exit 1
