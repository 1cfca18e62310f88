On the way back a device is made with what was declared or set; what its kernel gave it comes by itself once more. Its identity
is said where it would come out otherwise: here somebody has changed setup_id meanwhile, from which SCST makes identities.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		prod_id Disk
	}
}
--- file b.conf
HANDLER vdisk_fileio {
}
--- run
echo 'file /srv/a.img 1048576' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
cat $SIM/scst_tgt/devices/a/t10_dev_id
lunward apply $LIVE --yes b.conf >/dev/null 2>&1
echo 0x7 >$SIM/scst_tgt/setup_id
lunward rollback $LIVE --yes
cat $SIM/scst_tgt/devices/a/t10_dev_id
--- stdout
933ebd71-a
+ create handlers/vdisk_fileio/a filename=/srv/a.img t10_dev_id=933ebd71-a [none]
~ set handlers/vdisk_fileio/a prod_id: a -> Disk [none]
~ set handlers/vdisk_fileio/a usn: 7933ebd71 -> 933ebd71 [none]
~ set handlers/vdisk_fileio/a vend_specific_id: 7933ebd71-a -> 933ebd71-a [none]
+ create targets/copy_manager/copy_manager_tgt/luns/0 device=a [none]
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
933ebd71-a
[key]
--- stderr
lunward: note: this undoes apply 2: apply b.conf
lunward: 5 operations done (3 in lunward history)
