The file of a device's reservations can be changed only while the device is no LUN; that it belongs to a device group does not
matter. The kernel's own target for copies has a LUN of each device, so it hardly ever can.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
	}
}
DEVICE_GROUP dg {
	DEVICE a
}
--- run
sed 's/filename.*/&\n\t\tpr_file_name \/srv\/a.pr/' a.conf >b.conf
lunward plan --from a.conf b.conf
--- stdout
- delete targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [drops, node] because pr_file_name of handlers/vdisk_fileio/a can be changed only while nothing refers to it (b.conf:10)
~ set handlers/vdisk_fileio/a pr_file_name: /var/lib/scst/pr/a -> /srv/a.pr [none] (b.conf:4)
+ create targets/iscsi/iqn.2026-11.com.example:t/luns/0 device=a [disturbs, node] because pr_file_name of handlers/vdisk_fileio/a can be changed only while nothing refers to it (b.conf:10)
Plan: 0 to create, 1 to change, 0 to delete, 1 to re-create; 1 operation disturbs sessions, 1 drops them.
--- stderr
b.conf:4:3: warning: pr_file_name cannot be set while copy_manager has a LUN of the device, as it has of every new one
  hint: load the module scst with auto_cm_assignment=0
--- exit 3
