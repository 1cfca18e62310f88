Two active devices of vdisk_blockio on one block device: SCST opens it for one alone. One of vdisk_fileio, or one that is not
active, may stand beside it, though nobody can have meant it.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE f {
		filename /dev/x
	}
	DEVICE g {
		filename /dev/x
	}
}
HANDLER vdisk_blockio {
	DEVICE a {
		filename /dev/x
	}
	DEVICE b {
		filename /dev/x
		read_only 1
	}
	DEVICE c {
		filename /dev/x
		active 0
	}
}
--- run
lunward check a.conf
--- stderr
a.conf:6:3: warning: filename "/dev/x" is taken by handlers/vdisk_fileio/f (a.conf:3:3)
a.conf:11:3: warning: filename "/dev/x" is taken by handlers/vdisk_fileio/f (a.conf:3:3)
a.conf:14:3: error: filename "/dev/x" is taken by handlers/vdisk_blockio/a (a.conf:11:3)
a.conf:18:3: warning: filename "/dev/x" is taken by handlers/vdisk_fileio/f (a.conf:3:3)
lunward: 1 error, 3 warnings
--- exit 2
