Told to stop, it begins nothing more and goes back nowhere; what the kernel is still at is not waited for. The next apply completes it.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
		blocksize 4096
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		enabled 1
		IncomingUser "alice a-long-secret"
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\neagain nth 1 1000\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null &
while [ ! -e $SIM/scst_tgt/devices/a ]; do sleep 0.05; done
sleep 0.5
kill -TERM $!
wait $!
--- stderr
a.conf:5:2: error: cannot create handlers/vdisk_fileio/b: "add_device b blocksize=4096; filename=/srv/b.img" > handlers/vdisk_fileio/mgmt: not waited for any longer; the kernel is still at it
lunward: 1 operation done, 1 failed, 9 not begun (1 in lunward history)
  hint: the same again goes on from here; lunward rollback 1 undoes what was done
--- exit 4
--- run
lunward history $LIVE | sed 's/20..-..-.. ..:..:../TIME/'
echo "eagain never" >$SIM/control
for n in $(seq 1000); do read -r result <$SIM/scst_tgt/last_sysfs_mgmt_res && break; done 2>/dev/null
lunward apply $LIVE --yes a.conf | tail -n 1
--- stdout
   1  TIME  partial          1 change   apply a.conf
Plan: 5 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
lunward: 9 operations done (2 in lunward history)
--- run
lunward plan $LIVE a.conf
--- stdout
Nothing to do.
