setup_id is part of the identity that a device gets when it is made: it is written before any device.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
setup_id 0x21
--- run
lunward apply $LIVE --yes a.conf >/dev/null
grep '=>' $SIM/control
head -n 1 $SIM/scst_tgt/devices/a/usn
--- stdout
setup_id	0x21	=> ok 4
handlers/vdisk_nullio/mgmt	add_device a	=> ok 12
21933ebd71
--- stderr
lunward: 2 operations done (1 in lunward history)
