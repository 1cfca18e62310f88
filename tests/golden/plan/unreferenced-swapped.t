What can be written only while nothing refers to the device waits until its last LUN has been swapped for another device, and
a LUN that is swapped to it waits for the write.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		pr_file_name /srv/x
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
	}
}
--- file b.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		pr_file_name /srv/y
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 b
		enabled 1
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: a -> b [disturbs, engine] (b.conf:13)
~ set handlers/vdisk_fileio/a pr_file_name: /srv/x -> /srv/y [none] (b.conf:4)
Plan: 0 to create, 2 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- stderr
b.conf:4:3: warning: pr_file_name cannot be set while copy_manager has a LUN of the device, as it has of every new one
  hint: load the module scst with auto_cm_assignment=0
--- exit 3
--- run
lunward plan --from b.conf a.conf
--- stdout
~ set handlers/vdisk_fileio/a pr_file_name: /srv/y -> /srv/x [none] (a.conf:4)
~ replace targets/iscsi/iqn.2026-11.com.example:t/luns/0 device: b -> a [disturbs, engine] (a.conf:13)
Plan: 0 to create, 2 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- stderr
a.conf:4:3: warning: pr_file_name cannot be set while copy_manager has a LUN of the device, as it has of every new one
  hint: load the module scst with auto_cm_assignment=0
--- exit 3
