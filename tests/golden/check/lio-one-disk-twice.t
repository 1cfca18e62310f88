Two storage objects on one file, or with one serial number: the kernel takes them, initiators are confused and data are lost.
A block device is the kernel's to give to one only, but a storage object of files takes it without asking.
--- file twice.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1G", "udev_path": "/srv/a.img", "vpd_unit_serial": "one"}},
  {"kind": "fileio_so", "name": "b", "attributes": {"size": "1G", "udev_path": "/srv/b.img", "vpd_unit_serial": "two"}},
  {"kind": "fileio_so", "name": "c", "attributes": {"size": "1G", "udev_path": "/srv/a.img", "vpd_unit_serial": "three"}},
  {"kind": "ramdisk_so", "name": "d", "attributes": {"size": "1G", "vpd_unit_serial": "two"}}]}
--- file claimed.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "iblock_so", "name": "a", "attributes": {"udev_path": "/dev/vg0/a", "vpd_unit_serial": "one"}},
  {"kind": "iblock_so", "name": "b", "attributes": {"udev_path": "/dev/vg0/a", "vpd_unit_serial": "two"}}]}
--- file unclaimed.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"udev_path": "/dev/vg0/a", "vpd_unit_serial": "one"}},
  {"kind": "iblock_so", "name": "b", "attributes": {"udev_path": "/dev/vg0/a", "vpd_unit_serial": "two"}},
  {"kind": "iblock_so", "name": "c", "attributes": {"udev_path": "/dev/vg0/c", "vpd_unit_serial": "three"}},
  {"kind": "fileio_so", "name": "d", "attributes": {"udev_path": "/dev/vg0/c", "vpd_unit_serial": "four"}}]}
--- run
lunward check twice.json
--- stdout
twice.json: ok
--- stderr
twice.json:4:67: warning: udev_path "/srv/a.img" is taken by fileio/a (twice.json:2:67)
twice.json:5:68: warning: vpd_unit_serial "two" is taken by fileio/b (twice.json:3:94)
lunward: 2 warnings
--- run
lunward check claimed.json
--- stderr
claimed.json:3:53: error: udev_path "/dev/vg0/a" is taken by iblock/a (claimed.json:2:53)
lunward: 1 error
--- exit 2
--- run
lunward check unclaimed.json
--- stdout
unclaimed.json: ok
--- stderr
unclaimed.json:3:53: warning: udev_path "/dev/vg0/a" is taken by fileio/a (unclaimed.json:2:53)
unclaimed.json:5:53: warning: udev_path "/dev/vg0/c" is taken by iblock/c (unclaimed.json:4:53)
lunward: 2 warnings
