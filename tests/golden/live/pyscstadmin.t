pyscstadmin makes SCST as the file says, and nothing else; what fails is told, and is no failure of the whole.
--- sim fresh
--- file a.conf
setup_id 0x21
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER iscsi {
	enabled 1
	IncomingUser "joe a-long-secret-0"
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		GROUP g {
			LUN 0 b
			INITIATOR iqn.2026-11.com.example:one
		}
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
		LUN 0 a
		enabled 1
	}
}
TARGET_DRIVER scst_local {
	TARGET local
}
DEVICE_GROUP dg {
	DEVICE a
	TARGET_GROUP tg {
		group_id 1
		state active
		TARGET iqn.2026-11.com.example:t
	}
}
--- file b.conf
HANDLER vdisk_nullio {
	DEVICE b
}
HANDLER vdisk_fileio {
	DEVICE c {
		filename /srv/none.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 b
		LUN 1 c
		LUN 2 nowhere
		enabled 1
	}
}
--- run
pyscstadmin -config a.conf -suspend 5 $FRONT
sed '1,/^$/d' $SIM/control | grep suspend
lunward plan $LIVE a.conf
--- stdout
Configuration from a.conf applied successfully
suspend	5	=> ok 1
suspend	-1	=> ok 2
Nothing to do.
--- run
echo reset >$SIM/control
pyscstadmin -config a.conf $FRONT
sed '1,/^$/d' $SIM/control
--- stdout
Configuration from a.conf applied successfully
--- run
pyscstadmin -config b.conf $FRONT
(cd $SIM/scst_tgt && ls devices targets/scst_local targets/iscsi device_groups targets/iscsi/*:t/luns targets/iscsi/*:t/ini_groups) | grep -e '^[a-z]$' -e iqn -e local -e dg -e '^[0-9g]$'
--- stdout
Configuration from b.conf applied, but for 2 operations
b
iqn.2026-11.com.example:t
link_local
targets/iscsi/iqn.2026-11.com.example:t/ini_groups:
targets/iscsi/iqn.2026-11.com.example:t/luns:
0
targets/scst_local:
--- stderr
b.conf:15:3: warning: LUN 2 refers to nowhere, which is missing: it is left out
b.conf:5:2: error: cannot create handlers/vdisk_fileio/c: "add_device c filename=/srv/none.img" > handlers/vdisk_fileio/mgmt: No such file or directory
  hint: the backing file is not there
--- run
printf 'reset\nfault write 0 EBUSY\n' >$SIM/control
pyscstadmin -config a.conf -suspend 5 $FRONT
--- stderr
lunward: error: all I/O cannot be paused, so nothing was changed: suspend: Device or resource busy
  hint: some command did not end in time; nothing was changed by this
Error: nothing is applied
--- exit 1
--- run
pyscstadmin -config a.conf -suspend 0 $FRONT
--- stderr
lunward: --suspend: commands that are running need a second at least to end
Error: nothing is applied
--- exit 1
--- run
pyscstadmin -clear_config -log_level INFO $FRONT 2>&1 | sed 's/[0-9.]* s$/T s/'
ls $SIM/scst_tgt/devices
cat $SIM/scst_tgt/targets/iscsi/enabled
lunward history $LIVE | cut -c28-
--- stdout
lunward: note: targets/iscsi: driver iscsi is not declared: it is disabled
lunward: info: set targets/iscsi enabled: done in T s
lunward: info: set targets/iscsi/iqn.2026-11.com.example:t enabled: done in T s
lunward: info: delete targets/iscsi/iqn.2026-11.com.example:t: done in T s
lunward: info: delete handlers/vdisk_nullio/b: done in T s
Configuration cleared
0

done             4 changes  pyscstadmin -clear_config
partial          9 changes  pyscstadmin -config b.conf
done            22 changes  pyscstadmin -config a.conf
