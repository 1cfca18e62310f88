Demo mode is switched off and an initiator gets an ACL with a user: closed to all first, then open to one.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "fileio_so", "name": "b", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-b", "udev_path": "/srv/b.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"generate_node_acls": "1", "cache_dynamic_acls": "1", "demo_mode_write_protect": "0", "authentication": "0", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"}]}]}]}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-a", "udev_path": "/srv/a.img"}},
  {"kind": "fileio_so", "name": "b", "attributes": {"size": "1073741824", "vpd_unit_serial": "serial-of-b", "udev_path": "/srv/b.img"}},
  {"kind": "iscsi_fabric", "name": "iscsi", "children": [
    {"kind": "target", "name": "iqn.2026-11.com.example:t", "children": [
      {"kind": "tpg", "name": "1", "attributes": {"generate_node_acls": "0", "cache_dynamic_acls": "0", "authentication": "1", "enable": "1"}, "children": [
        {"kind": "portal", "name": "192.0.2.1:3260"},
        {"kind": "lun", "name": "0", "ref": "fileio/a"},
        {"kind": "lun", "name": "1", "ref": "fileio/b"},
        {"kind": "acl", "name": "iqn.1993-08.org.debian:01:host1", "attributes": {"userid": "host1", "password": "secret-of-host1"}, "children": [
          {"kind": "mapped_lun", "name": "0", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/0"},
          {"kind": "mapped_lun", "name": "1", "ref": "iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/1"}]}]}]}]}]}
--- run
lunward plan --from a.json b.json
--- stdout
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 authentication: 0 -> 1 [none] (b.json:6)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 demo_mode_write_protect: 0 -> 1 (default) [none] because the file does not name it (b.json:6)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 generate_node_acls: 1 -> 0 [drops, export] (b.json:6)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 cache_dynamic_acls: 1 -> 0 [none] (b.json:6)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 [none] (b.json:10)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 userid: "" -> host1 [none] (b.json:10)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 password: *** [none] (b.json:10)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/1 storage-object=b [disturbs, export] (b.json:9)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 [disturbs, node] (b.json:11)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/1 LUN=1 [disturbs, node] (b.json:12)
note: iscsi/iqn.2026-11.com.example:t/tpgt/1: live sessions keep their access until they log in again
Plan: 4 to create, 4 to change, 0 to delete; 3 operations disturb sessions, 1 drops them.
--- exit 3
--- run
lunward plan -v --from a.json b.json
--- stdout
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 authentication: 0 -> 1 [none] (b.json:6)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 demo_mode_write_protect: 0 -> 1 (default) [none] because the file does not name it (b.json:6)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 generate_node_acls: 1 -> 0 [drops, export] (b.json:6)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1 cache_dynamic_acls: 1 -> 0 [none] (b.json:6)
= fence iscsi/iqn.2026-11.com.example:t/tpgt/1 [none] (b.json:6)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 [none] (b.json:10)
= fence iscsi/iqn.2026-11.com.example:t/tpgt/1 [none] (b.json:6)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 userid: "" -> host1 [none] (b.json:10)
~ set iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 password: *** [none] (b.json:10)
= fence iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1 [none] (b.json:10)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/lun/1 storage-object=b [disturbs, export] (b.json:9)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/0 LUN=0 [disturbs, node] (b.json:11)
+ create iscsi/iqn.2026-11.com.example:t/tpgt/1/acls/iqn.1993-08.org.debian:01:host1/lun/1 LUN=1 [disturbs, node] (b.json:12)
note: iscsi/iqn.2026-11.com.example:t/tpgt/1: live sessions keep their access until they log in again
Plan: 4 to create, 4 to change, 0 to delete; 3 operations disturb sessions, 1 drops them.
--- exit 3
