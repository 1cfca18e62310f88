Writing authentication sets AuthMethod, too: the wanted value is written again behind it, unless it is what the write leaves.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"authentication": "1", "AuthMethod": "CHAP", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"authentication": "0", "AuthMethod": "CHAP", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"}]}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 authentication: 1 -> 0 [none] (b.json:5)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 AuthMethod: CHAP,None -> CHAP [none] because iscsi/iqn.2026-11.com.example:t/tpgt/1 is changed (authentication) (b.json:5)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from b.json a.json
--- stdout
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 authentication: 0 -> 1 [none] (a.json:5)
note: iscsi/iqn.2026-11.com.example:t/tpgt/1: live sessions keep their access until they log in again
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.json:5:7: warning: authentication is on but there is no user: nobody can log in
  hint: set userid and password here or in an ACL, or authentication 0
--- exit 3
