The same address in two targets is no conflict: it is there at the new one before it goes at the old one.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]},
    {"kind": "target", "name": "iqn.2026-11.com.example:u", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:u/tpgt/1/lun/0"}]}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]},
    {"kind": "target", "name": "iqn.2026-11.com.example:u", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:u/tpgt/1/lun/0"}]}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
+ create iscsi/iqn.2026-11.com.example:u/tpgt/1/np/192.0.2.1:3260 [none] (b.json:11)
- delete iscsi/iqn.2026-11.com.example:t/tpgt/1/np/192.0.2.1:3260 [none] (b.json:5)
note: iscsi/iqn.2026-11.com.example:t/tpgt/1: live sessions keep their access until they log in again
Plan: 1 to create, 0 to change, 1 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
