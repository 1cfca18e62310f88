A block device can be claimed once: the storage object that takes it over is made after the old one is gone.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "iblock_so", "name": "a", "attributes": {"udev_path": "/dev/sdb", "vpd_unit_serial": "serial-of-a"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "iblock/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "iblock_so", "name": "b", "attributes": {"udev_path": "/dev/sdb", "vpd_unit_serial": "serial-of-b"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "iblock/b"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 [drops, node] because iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 is re-created (b.json:9)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=a [drops, export] because what it refers to cannot be swapped in place (b.json:7)
- delete iblock/a [none]
+ create iblock/b udev_path=/dev/sdb [none] (b.json:2)
~ set iblock/b vpd_unit_serial: serial-of-b [none] (b.json:2)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=b [disturbs, export] because what it refers to cannot be swapped in place (b.json:7)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 [disturbs, node] because iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 is re-created (b.json:9)
Plan: 1 to create, 0 to change, 1 to delete, 2 to re-create; 2 operations disturb sessions, 2 drop them.
--- exit 3
