An identifier with blanks cannot be given when the device is made: it is written behind that.
--- file none.conf
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		t10_dev_id "my disk"
	}
	DEVICE b {
		filename /srv/b.img
		t10_dev_id my-disk
	}
}
--- run
lunward plan --from none.conf a.conf
--- stdout
+ create handlers/vdisk_fileio/a filename=/srv/a.img [none] (a.conf:2)
~ set handlers/vdisk_fileio/a t10_dev_id: 933ebd71-a -> "my disk" [none] (a.conf:4)
+ create handlers/vdisk_fileio/b filename=/srv/b.img t10_dev_id=my-disk [none] (a.conf:6)
Plan: 2 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
