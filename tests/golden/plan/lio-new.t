From nothing. Some attributes are written only once the storage object is complete, the serial number before anything refers to it.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "emulate_tpu": "1", "optimal_sectors": "2048", "block_size": "4096", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "fileio_so", "name": "b", "attributes": {"udev_path": "/srv/b.img", "size": "1073741824"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "attributes": {"userid": "host1", "password": "secret-of-host1"}, "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0", "attributes": {"write_protect": "1"}}]}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
+ create fileio/a size=1073741824 udev_path=/srv/a.img [none] (b.json:2)
~ set fileio/a block_size: 512 -> 4096 [none] (b.json:2)
~ set fileio/a emulate_tpu: 0 -> 1 [none] (b.json:2)
~ set fileio/a optimal_sectors: 2048 [none] (b.json:2)
~ set fileio/a vpd_unit_serial: serial-of-a [none] (b.json:2)
+ create fileio/b size=1073741824 udev_path=/srv/b.img [none] (b.json:3)
+ create iscsi/iqn.2026-11.com.example:t [none] (b.json:5)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1 [none] (b.json:6)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.1:3260 [none] (b.json:7)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=a [none] (b.json:8)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 [none] (b.json:9)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 userid: "" -> host1 [none] (b.json:9)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 password: *** [none] (b.json:9)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 write_protect=1 [none] (b.json:10)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 enable: 0 -> 1 [none] (b.json:6)
Plan: 8 to create, 0 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from b.json a.json
--- stdout
Nothing to do.
