A port that the file names and the machine has not is an error of that port alone: the rest is applied. An address in upper case is
that port, too.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER qla2x00t {
	TARGET 21:00:00:24:FF:00:00:AA {
		rel_tgt_id 10
		LUN 0 a
		enabled 1
	}
	TARGET 21:00:00:24:ff:00:00:bb {
		rel_tgt_id 11
		LUN 0 a
		enabled 1
	}
}
--- run
printf 'load qla2x00tgt\nport qla2x00t 21:00:00:24:ff:00:00:aa\n' >$SIM/control
lunward apply $LIVE --yes a.conf
--- stdout
+ create handlers/vdisk_nullio/a [none] (a.conf:2)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:aa rel_tgt_id: 0 -> 10 [none] (a.conf:6)
+ create targets/qla2x00t/21:00:00:24:ff:00:00:aa/luns/0 device=a [none] (a.conf:7)
~ set targets/qla2x00t/21:00:00:24:ff:00:00:aa enabled: 0 -> 1 [none] (a.conf:8)
Plan: 2 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:10:2: warning: target 21:00:00:24:ff:00:00:bb is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
lunward: 4 operations done (1 in lunward history)
--- exit 4
--- run
cd $SIM/scst_tgt/targets/qla2x00t
ls
readlink */luns/0/device
head -n 1 */rel_tgt_id
cd ../../../..
lunward plan $LIVE a.conf
--- stdout
21:00:00:24:ff:00:00:aa
mgmt
trace_level
version
../../../../../devices/a
10
Nothing to do.
--- stderr
a.conf:10:2: warning: target 21:00:00:24:ff:00:00:bb is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
