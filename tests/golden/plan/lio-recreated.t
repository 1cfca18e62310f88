The size of a file can be given at creation only: the storage object is made again, and with it, explicitly, what
stands on it in every fabric. It keeps its serial number, but not its reservations. write_protect is written again behind the link.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"udev_path": "/srv/a.img", "size": "1073741824", "vpd_unit_serial": "serial-of-a"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0", "attributes": {"write_protect": "1"}}]}]}]}]},
  {"kind": "loopback_fabric", "name": "loopback", "children": [
    {"kind": "loopback_target", "name": "naa.5001405000000001", "children": [
      {"kind": "loopback_tpg", "name": "1", "attributes": {"nexus": "naa.5001405000000002"}, "children": [
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"udev_path": "/srv/a.img", "size": "2147483648", "vpd_unit_serial": "serial-of-a"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0", "attributes": {"write_protect": "1"}}]}]}]}]},
  {"kind": "loopback_fabric", "name": "loopback", "children": [
    {"kind": "loopback_target", "name": "naa.5001405000000001", "children": [
      {"kind": "loopback_tpg", "name": "1", "attributes": {"nexus": "naa.5001405000000002"}, "children": [
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 [drops, node] because iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 is re-created (b.json:9)
- delete loopback/naa.5001405000000001/tpgt/1/lun/0 storage-object=a [drops, export] because fileio/a is re-created (size) (b.json:13)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=a [drops, export] because fileio/a is re-created (size) (b.json:7)
- delete fileio/a [loses, referrers] because size can be given at creation only (b.json:2)
+ create fileio/a size=2147483648 udev_path=/srv/a.img [none] because size can be given at creation only (b.json:2)
~ set fileio/a vpd_unit_serial: ? -> serial-of-a [none] (b.json:2)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=a [disturbs, export] because fileio/a is re-created (size) (b.json:7)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 write_protect=1 [disturbs, node] because iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 is re-created (b.json:9)
+ create loopback/naa.5001405000000001/tpgt/1/lun/0 storage-object=a [disturbs, export] because fileio/a is re-created (size) (b.json:13)
Plan: 0 to create, 0 to change, 0 to delete, 4 to re-create; 3 operations disturb sessions, 3 drop them, 1 loses data or reservations.
--- exit 3
