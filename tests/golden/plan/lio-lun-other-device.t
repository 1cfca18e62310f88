LIO has no replace: the mapped LUN goes, the LUN goes, and both come back.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "fileio_so", "name": "b", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-b", "udev_path": "/srv/b.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "fileio_so", "name": "b", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-b", "udev_path": "/srv/b.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/b"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 [drops, node] because iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 is re-created (b.json:10)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=a [drops, export] because what it refers to cannot be swapped in place (b.json:8)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 storage-object=b [disturbs, export] because what it refers to cannot be swapped in place (b.json:8)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 [disturbs, node] because iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0 is re-created (b.json:10)
Plan: 0 to create, 0 to change, 0 to delete, 2 to re-create; 2 operations disturb sessions, 2 drop them.
--- exit 3
