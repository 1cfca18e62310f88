A serial number that the kernel makes for a device is as good as a declared one: who declares it for another is told.
Without setup_id nobody knows what the kernel makes.
--- file a.conf
setup_id 0
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b {
		usn 933ebd71
	}
	DEVICE c {
		usn 1
	}
	DEVICE d {
		t10_dev_id 933ebd71-a
	}
}
--- run
lunward check a.conf
sed /setup_id/d a.conf >b.conf
lunward check b.conf
lunward plan --from b.conf b.conf
sed '/DEVICE a/s/$/ {\n\t\tusn 5\n\t}/' a.conf | lunward check -
--- stdout
a.conf: ok
b.conf: ok
Nothing to do.
<stdin>: ok
--- stderr
a.conf:5:3: warning: usn "933ebd71" is what the kernel makes for handlers/vdisk_nullio/a (a.conf:3:2), which declares none
  hint: declare one for that, too, and make that before this one has it
a.conf:11:3: warning: t10_dev_id "933ebd71-a" is what the kernel makes for handlers/vdisk_nullio/a (a.conf:3:2), which declares none
  hint: declare one for that, too, and make that before this one has it
lunward: 2 warnings
<stdin>:13:3: warning: t10_dev_id "933ebd71-a" is what the kernel makes for handlers/vdisk_nullio/a (<stdin>:3:2), which declares none
  hint: declare one for that, too, and make that before this one has it
lunward: 1 warning
