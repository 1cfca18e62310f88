The backing file of a device in use changes: the device gets it without touching any other device.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		LUN 1 b
		enabled 1
	}
}
--- run
printf 'file /srv/a.img 1048576\nfile /srv/b.img 1048576\nfile /srv/c.img 1048576\n' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
stat -c %i $SIM/scst_tgt/devices/b >before
echo reset >$SIM/control
sed s/a.img/c.img/ a.conf >b.conf
lunward apply $LIVE --yes b.conf
grep '=>' $SIM/control
head -n 1 $SIM/scst_tgt/devices/a/filename
stat -c %i $SIM/scst_tgt/devices/b | diff before -
lunward plan $LIVE b.conf
--- stdout
~ set (temporary) handlers/vdisk_fileio/a active: 1 -> 0 [none] because it must be off for the change (b.conf:2)
~ set handlers/vdisk_fileio/a filename: /srv/a.img -> /srv/c.img [none] (b.conf:3)
~ set (temporary) handlers/vdisk_fileio/a active: 0 -> 1 [none] because it must be off for the change (b.conf:2)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
devices/a/active	0	=> ok 1
devices/a/filename	/srv/c.img	=> ok 10
devices/a/active	1	=> ok 1
/srv/c.img
Nothing to do.
--- stderr
lunward: 3 operations done (2 in lunward history)
