A command that the kernel queues answers "later", and its result is the one cell that all share: only who heard "later" himself looks
there. The result counts then: success, a refusal with its reason, or none in time.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
--- file c.conf
threads 3
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
	DEVICE c
}
--- run
# later, then 0
echo 'eagain nth 0 3' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null
grep add_device $SIM/control
--- stdout
handlers/vdisk_nullio/mgmt	add_device a	=> EAGAIN
--- stderr
lunward: 1 operation done (1 in lunward history)
--- run
# another tool's refusal is the last result, and a command of ours succeeds at once: whose result that is, is known
(echo "add_device a" >$SIM/scst_tgt/handlers/vdisk_nullio/mgmt) 2>/dev/null
cat $SIM/scst_tgt/last_sysfs_mgmt_res
lunward apply $LIVE --yes b.conf >/dev/null
--- stdout
-17
--- stderr
lunward: 1 operation done (2 in lunward history)
--- run
# later, then -17: somebody else was quicker, while the first command took its time
printf 'eagain nth 0 1000\n' >$SIM/control
lunward apply $LIVE --yes c.conf >/dev/null &
until grep -q 'threads.*EAGAIN' $SIM/control; do sleep 0.05; done
echo "add_device c" >$SIM/scst_tgt/handlers/vcdrom/mgmt
echo "eagain all 2" >$SIM/control
for n in $(seq 1000); do read -r result <$SIM/scst_tgt/last_sysfs_mgmt_res && break; done 2>/dev/null
wait $!
--- stderr
c.conf:5:2: error: cannot create handlers/vdisk_nullio/c: "add_device c" > handlers/vdisk_nullio/mgmt: File exists
  hint: another handler has a device of this name, or of the same generated usn
lunward: 1 operation done, 1 failed; everything is as it was before (3 in lunward history)
--- exit 1
--- run
# never: the time is up, and nothing may overlap what the kernel is still at
echo "eagain never" >$SIM/control
echo "del_device c" >$SIM/scst_tgt/handlers/vcdrom/mgmt
for n in $(seq 1000); do read -r result <$SIM/scst_tgt/last_sysfs_mgmt_res && break; done 2>/dev/null
printf 'eagain nth 1 100000\n' >$SIM/control
lunward apply $LIVE --timeout 1 --yes c.conf >/dev/null
--- stderr
c.conf:5:2: error: cannot create handlers/vdisk_nullio/c: "add_device c" > handlers/vdisk_nullio/mgmt: no result after 1 s; the kernel is still at it
lunward: 1 operation done, 1 failed (4 in lunward history)
  hint: the same again goes on from here; lunward rollback 4 undoes what was done
--- exit 4
